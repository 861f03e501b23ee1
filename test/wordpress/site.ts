import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../support/free-port.js';
import { until } from '../support/until.js';

/** Where Debian's package puts WordPress. */
const INSTALLED = '/usr/share/wordpress';
const PLUGIN = join(import.meta.dirname, '../../demo/wordpress/knead');
const SETUP = join(import.meta.dirname, 'setup.php');
/** The password of everybody here. */
export const PASSWORD = 'correct horse battery staple';

/** A real WordPress of our own, with the plugin active, on a loopback port. */
export interface WordPress {
  url: string;
  /** Which version it is. */
  version: string;
  /** Changes some of the plugin's settings. */
  settings(some: Record<string, string>): void;
  /** Makes a published page as if one of its users had sent it, and returns its address. */
  page(author: 'admin' | 'editor', content: string): string;
  close(): Promise<void>;
}

/**
 * Copies the installed WordPress into a folder of its own, with a MariaDB that listens on nothing but a socket in there, and
 * serves it with PHP. As root it all runs as the web server's user, who may not write to WordPress itself.
 */
export async function startWordPress(): Promise<WordPress> {
  const folder = mkdtempSync(join(tmpdir(), 'knead-wordpress-'));
  const owner = unprivilegedOwner();
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const options: SpawnOptions = { cwd: folder, ...owner, stdio: ['ignore', 'pipe', 'pipe'] };
  const socket = join(folder, 'mariadb.sock');
  const database = await startDatabase(folder, socket, options);

  const root = join(folder, 'site');
  // Followed, because the package shares some of its scripts with others.
  run('cp', ['-rL', INSTALLED, root]);
  rmSync(join(root, 'wp-content/plugins'), { recursive: true });
  mkdirSync(join(root, 'wp-content/plugins'));
  cpSync(PLUGIN, join(root, 'wp-content/plugins/knead'), { recursive: true });
  const port = await freePort();
  const url = `http://localhost:${port}`;
  writeFileSync(join(root, 'wp-config.php'), configuration(socket));

  const php = (command: string, given: object): string =>
    run('php', [SETUP, root, url, command, JSON.stringify(given)], options);
  const version = php('install', { password: PASSWORD });
  const served = spawn('php', ['-S', `localhost:${port}`, '-t', root], {
    ...options,
    stdio: 'ignore',
    env: { ...process.env, PHP_CLI_SERVER_WORKERS: '4' },
    // A group of their own, because the workers do not end with the process that started them.
    detached: true,
  });
  await until(
    () =>
      fetch(`${url}/wp-login.php`)
        .then(({ ok }) => ok)
        .catch(() => false),
    () => 'PHP does not serve WordPress',
  );
  return {
    url,
    version,
    settings: (some) => void php('settings', some),
    page: (author, content) => php('page', { author, content }),
    async close() {
      await Promise.all([ended(served, -served.pid!), ended(database, database.pid!)]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startDatabase(folder: string, socket: string, options: SpawnOptions): Promise<ChildProcess> {
  const data = join(folder, 'data');
  run(
    'mariadb-install-db',
    [`--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db'],
    options,
  );
  const server = spawn(
    '/usr/sbin/mariadbd',
    [
      '--no-defaults',
      `--datadir=${data}`,
      `--socket=${socket}`,
      '--skip-networking',
      '--innodb-flush-log-at-trx-commit=0',
    ],
    { ...options, stdio: 'ignore' },
  );
  const sql = 'CREATE DATABASE wordpress';
  await until(
    () => spawnSync('mariadb', [`--socket=${socket}`, '-u', 'root', '-e', sql], options).status === 0,
    () => 'MariaDB does not answer',
  );
  return server;
}

/** Nothing of WordPress's own leaves the machine, and nothing runs that no page asked for. */
function configuration(socket: string): string {
  return `<?php
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:${socket}' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'DISABLE_WP_CRON', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_DISPLAY', true );
foreach ( array( 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ) as $name ) {
	define( $name . '_KEY', 'made up ' . $name );
	define( $name . '_SALT', 'made up too ' . $name );
}
$table_prefix = 'wp_';
defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );
require_once ABSPATH . 'wp-settings.php';
`;
}

function run(command: string, args: readonly string[], options: SpawnOptions = {}): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { ...options, encoding: 'utf8' });
  if (error || status !== 0) throw new Error(`${command} failed: ${String(error ?? `${stdout}${stderr}`)}`);
  return stdout.trim();
}

/** Ends a process, or with a negative number its group. */
async function ended(child: ChildProcess, id: number): Promise<void> {
  const exited = once(child, 'exit');
  process.kill(id);
  await exited;
}

function unprivilegedOwner(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const entry = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((line) => line.startsWith('www-data:'));
  const [, , uid, gid] = (entry ?? 'nobody:x:65534:65534').split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

/** Where WordPress is installed with all that this needs, or undefined. */
export function findWordPress(): string | undefined {
  const needed = [`${INSTALLED}/wp-settings.php`, '/usr/bin/php', '/usr/sbin/mariadbd', '/usr/bin/mariadb'];
  return needed.every((path) => existsSync(path)) ? INSTALLED : undefined;
}
