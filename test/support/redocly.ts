import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'test/package/redocly';

/** The linter of OpenAPI documents, or undefined where it is not installed. It has a lock file of its own. */
export function findRedocly(): string | undefined {
  const file = join(FOLDER, 'node_modules/.bin/redocly');
  return existsSync(file) ? file : undefined;
}

/** Installs it from its lock file. */
export function installRedocly(): void {
  spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: FOLDER, stdio: 'inherit' });
}
