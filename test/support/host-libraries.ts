import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the hostile pages are, with a lock file of their own for what other people's pages are made of. */
const FOLDER = join(import.meta.dirname, '../../demo/sites/hosts');

/** The folder they are installed in, if all of them are there in the versions that the manifest names. */
export function findHostLibraries(): string | undefined {
  const { dependencies } = JSON.parse(readFileSync(join(FOLDER, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const isThere = ([name, version]: [string, string]): boolean => {
    const manifest = join(FOLDER, 'node_modules', name, 'package.json');
    return (
      existsSync(manifest) && (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version === version
    );
  };
  return Object.entries(dependencies).every(isThere) ? join(FOLDER, 'node_modules') : undefined;
}

/** Installs them as the lock file says. No script of a package runs. Whether it worked, {@link findHostLibraries} says. */
export function installHostLibraries(): void {
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  spawnSync('npm', args, { cwd: FOLDER, stdio: ['ignore', 'inherit', 'inherit'] });
}
