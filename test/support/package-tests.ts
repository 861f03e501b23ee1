import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'test/packages';

interface Manifest {
  version: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

/** What `npm run test:packages` wants: applications to install the tarball in, and tools to look at it, each with a lock file of its own. */
function folders(): string[] {
  return [...readdirSync(join(FOLDER, 'apps')).map((app) => join(FOLDER, 'apps', app)), join(FOLDER, 'tools')];
}

/** The folder of them all, if everything their manifests name is installed in the version they name. */
export function findPackageTests(): string | undefined {
  return folders().every(isInstalled) ? FOLDER : undefined;
}

/** Installs what is missing, as the lock files say. No script of a package runs. */
export function installPackageTests(): void {
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  for (const cwd of folders().filter((folder) => !isInstalled(folder)))
    spawnSync('npm', args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
}

function isInstalled(folder: string): boolean {
  const { dependencies, devDependencies } = manifestIn(folder)!;
  return Object.entries({ ...dependencies, ...devDependencies }).every(
    ([name, version]) => manifestIn(join(folder, 'node_modules', name))?.version === version,
  );
}

function manifestIn(folder: string): Manifest | undefined {
  const file = join(folder, 'package.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : undefined;
}
