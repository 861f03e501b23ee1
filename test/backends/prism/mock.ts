import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findForeignBackend } from '../../support/foreign-backend.js';
import { freePort } from '../../support/free-port.js';

const DOCUMENT = join(import.meta.dirname, '../../../src/contract/openapi.json');
/** Where the document's examples say that the API is. */
const EXAMPLE = 'https://booking.example/v1';

/** A server that Prism makes of our description alone. */
export interface Mock {
  url: string;
  /** Every request, as `METHOD path`, with what Prism found wrong with it, if anything. */
  said(): string;
  close(): Promise<void>;
}

/**
 * Starts it on a free loopback port. Only the address is another one than in the document. `spoil` changes the text before.
 * A request that the document does not describe is refused.
 */
export async function startMock(spoil = (document: string): string => document): Promise<Mock> {
  const folder = findForeignBackend('prism');
  if (!folder) throw new Error('Prism is missing: npm ci --legacy-peer-deps --ignore-scripts in test/backends/prism');
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const kept = mkdtempSync(join(tmpdir(), 'knead-prism-'));
  const file = join(kept, 'openapi.json');
  writeFileSync(file, spoil(readFileSync(DOCUMENT, 'utf8')).replaceAll(EXAMPLE, url));
  const program = join(folder, 'node_modules/@stoplight/prism-cli/dist/index.js');
  const args = [program, 'mock', '--errors', '-h', '127.0.0.1', '-p', String(port), file];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (said.includes('Prism is listening')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void exited.then(() => reject(new Error(`Prism ended: ${said}`)));
  });
  return {
    url,
    said: () => said,
    async close() {
      child.kill();
      await exited;
      rmSync(kept, { recursive: true, force: true });
    },
  };
}
