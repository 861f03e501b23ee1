import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the backends are that nobody here wrote: each with a lock file of its own, and none in the main install. */
const FOLDER = join(import.meta.dirname, '../backends');

interface Manifest {
  version: string;
  dependencies: Record<string, string>;
}

/** The folder of a foreign backend, if everything its manifest names is installed in the version it names. */
export function findForeignBackend(name: string): string | undefined {
  const folder = join(FOLDER, name);
  const wanted = Object.entries(manifestIn(folder)!.dependencies);
  const complete = wanted.every(
    ([dependency, version]) => manifestIn(join(folder, 'node_modules', dependency))?.version === version,
  );
  return complete ? folder : undefined;
}

/** Installs a foreign backend as its lock file says. No script of a package runs. Whether it worked, {@link findForeignBackend} says. */
export function installForeignBackend(name: string): void {
  // Peers are the admin screens, which nobody opens here.
  const args = ['ci', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  spawnSync('npm', args, { cwd: join(FOLDER, name), stdio: ['ignore', 'inherit', 'inherit'] });
}

function manifestIn(folder: string): Manifest | undefined {
  const file = join(folder, 'package.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : undefined;
}
