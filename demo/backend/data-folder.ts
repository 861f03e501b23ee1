import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folders this very process has open: its own process number in a lock file may also be left over from a namesake. */
const openHere = new Set<string>();

/**
 * Takes a data folder for this process, making it where it is missing: two processes on one PGlite folder would both
 * accept the same slot. A lock left by a process that is gone is taken over. Returns what gives the folder back. Throws
 * an Error that names the lock file while another process has it.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'lock');
  const owner = readOwner(file);
  if (openHere.has(file) || (owner !== process.pid && isRunning(owner))) {
    throw new Error(`The data folder is in use by process ${owner}; if it is not, delete ${file}.`);
  }
  if (owner !== null) rmSync(file, { force: true });
  // `wx` fails where somebody else was quicker.
  writeFileSync(file, String(process.pid), { flag: 'wx' });
  openHere.add(file);
  return () => {
    openHere.delete(file);
    rmSync(file, { force: true });
  };
}

/** The secret kept in a data folder, made where it is missing. Only its owner may read the file. */
export function keptKey(folder: string, name: string): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.key`);
  try {
    writeFileSync(file, newKey(), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}

/** A secret of 256 bits. */
export function newKey(): string {
  return randomBytes(32).toString('base64url');
}

function readOwner(file: string): number | null {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function isRunning(owner: number | null): boolean {
  if (!owner) return false;
  try {
    process.kill(owner, 0);
    return true;
  } catch (error) {
    // The process exists but belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
