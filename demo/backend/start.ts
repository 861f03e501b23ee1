import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { londonSeed } from '../data/london.js';
import { createBackend, type Backend } from './app.js';
import { keptKey, lockFolder, newKey } from './data-folder.js';
import { openPglite, openPostgres, type Database } from './database.js';
import { DEFAULT_LIMITS, limitsOf, UNLIMITED } from './limits.js';
import { isPlantedFault, PLANTED_FAULTS } from './planted-faults.js';
import { problemOf, problemResponse } from './problems.js';

export interface StartOptions {
  /** 0 takes any free port. */
  port: number;
  /** Where PGlite and the keys are kept. `null` keeps everything in memory. */
  dataDir: string | null;
  /** PostgreSQL instead of PGlite. */
  databaseUrl?: string | undefined;
  /** Opens `/test/*`. */
  test?: boolean | undefined;
  /** Where browsers reach the backend, without a slash at its end. Its own loopback address by default. */
  publicUrl?: string | undefined;
  /** Read for `KNEAD_MANAGE_KEY`, `INTAKE_KEY`, `SMTP_URL`, `NODE_ENV`, `FAULT`, `DIRECTORY_SIZE` and the limits. */
  environment?: Readonly<Record<string, string | undefined>>;
  /** The folder of built scripts that the backend's own pages load; the repository's own by default. */
  assets?: string | undefined;
  /** Gets one line per request. Silent by default. */
  log?: (line: string) => void;
}

export interface RunningBackend extends Pick<Backend, 'practiceLink' | 'mails'> {
  url: string;
  /** For tests that look at what was stored. */
  database: Database;
  /** Lets running requests end, then gives everything back. */
  close(): Promise<void>;
}

/** Most therapists the demo's directory can be given. */
const MOST_THERAPISTS = 10_000;
/** How long running requests may take once the backend is being closed, in milliseconds. */
const CLOSING = 5000;

/** Starts the reference backend with the London data on a loopback port. Throws where it must not start. */
export async function startBackend(options: StartOptions): Promise<RunningBackend> {
  const { port, dataDir, databaseUrl, test = false, environment = process.env, log = () => undefined } = options;
  const production = environment['NODE_ENV'] === 'production';
  const secret = (variable: string, name: string): string => {
    const kept = (): string | undefined => (production ? undefined : dataDir ? keptKey(dataDir, name) : newKey());
    const key = environment[variable] ?? kept();
    if (!key || key.length < 32) throw new Error(`${variable} must be set to a secret of at least 32 characters.`);
    return key;
  };
  const manageKey = secret('KNEAD_MANAGE_KEY', 'manage');
  const intakeKey = secret('INTAKE_KEY', 'intake');
  if (production && test) throw new Error('The test routes cannot be opened in production.');
  const fault = environment['FAULT'];
  if (fault !== undefined && !(test && isPlantedFault(fault))) {
    throw new Error(test ? `FAULT must be one of ${PLANTED_FAULTS.join(', ')}.` : 'FAULT works only while testing.');
  }
  const limits = limitsOf(environment, test ? UNLIMITED : DEFAULT_LIMITS);
  const directorySize = directorySizeOf(environment['DIRECTORY_SIZE']);

  // The port is taken first: it is the cheapest thing that can fail, and the backend's answers name it.
  const gate: Pick<Backend, 'fetch'> = { fetch: () => problemResponse(problemOf('temporarily-unavailable')) };
  const server = createAdaptorServer({ fetch: (request, env) => gate.fetch(request, env) }) as Server;
  const url = `http://localhost:${await listen(server, port)}`;
  let unlock = (): void => undefined;
  let database: Database | undefined;
  let backend: Backend | undefined;
  const close = async (): Promise<void> => {
    await stop(server);
    await backend?.close();
    await database?.close();
    unlock();
  };
  try {
    // Nothing that is to be kept may meet a fault.
    const inMemory = fault !== undefined;
    if (dataDir !== null && !databaseUrl && !inMemory) unlock = lockFolder(dataDir);
    database = inMemory ? await openPglite() : await openDatabase(dataDir, databaseUrl);
    const publicUrl = options.publicUrl ?? url;
    const smtpUrl = environment['SMTP_URL'];
    const outboxIsOpen = !smtpUrl && !production;
    const seed = londonSeed(publicUrl, directorySize);
    const parts = { database, seed, publicUrl, manageKey, intakeKey, smtpUrl, outboxIsOpen };
    const { assets } = options;
    backend = await createBackend({ ...parts, assets, limits, test, fault, log });
    gate.fetch = backend.fetch;
    const { practiceLink, mails } = backend;
    return { url, database, practiceLink, mails, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function openDatabase(dataDir: string | null, databaseUrl: string | undefined): Promise<Database> {
  if (databaseUrl) return openPostgres(databaseUrl);
  return openPglite(dataDir === null ? undefined : join(dataDir, 'pglite'));
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/** How many therapists a directory has that is to be tried with more, or fewer, than forty. */
function directorySizeOf(text: string | undefined): number | undefined {
  if (!text) return undefined;
  const size = Number(text);
  if (/^\d{1,5}$/.test(text) && size <= MOST_THERAPISTS) return size;
  throw new Error(`DIRECTORY_SIZE must be a whole number from 0 to ${MOST_THERAPISTS}.`);
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), CLOSING);
    server.close(() => {
      clearTimeout(impatience);
      resolve();
    });
    server.closeIdleConnections();
  });
}
