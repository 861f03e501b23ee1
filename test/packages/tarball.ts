import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The package as `npm publish` would send it. */
export interface Tarball {
  path: string;
  /** What it holds, without the folder `package/` that everything in it lies in. */
  files: string[];
  /** Of the tarball, in bytes. */
  size: number;
  /** Of what it holds, in bytes. */
  unpackedSize: number;
  /** Removes it. */
  remove(): void;
}

interface Packed {
  filename: string;
  size: number;
  unpackedSize: number;
  files: { path: string }[];
}

/** Packs the repository with what was built last. */
export function pack(): Tarball {
  const folder = mkdtempSync(join(tmpdir(), 'knead-packed-'));
  // Built already: what a script of the package would do first.
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const answer = JSON.parse(npm(args, process.cwd())) as Packed[] | Record<string, Packed>;
  const { filename, files, size, unpackedSize } = Object.values(answer)[0]!;
  return {
    path: join(folder, filename),
    files: files.map(({ path }) => path),
    size,
    unpackedSize,
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** An application in `apps/`. */
export type App = 'vite' | 'react' | 'vue' | 'import-map';

/** Where an application is. */
export function folderOf(app: App): string {
  return join(import.meta.dirname, 'apps', app);
}

/** Installs the tarball in an application, whose own packages are there, and notes it nowhere: its path is this machine's. */
export function install({ path }: Tarball, app: App): void {
  const folder = folderOf(app);
  rmSync(join(folder, 'node_modules/knead'), { recursive: true, force: true });
  npm(['install', '--no-save', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', path], folder);
}

/** Runs a script of an application's manifest. */
export function runScript(app: App, script: string, environment: Record<string, string> = {}): void {
  npm(['run', '--silent', script], folderOf(app), environment);
}

function npm(args: readonly string[], cwd: string, environment: Record<string, string> = {}): string {
  try {
    return execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: 'pipe', env: { ...process.env, ...environment } });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`npm ${args.join(' ')}\n${stdout}\n${stderr}`, { cause: error });
  }
}
