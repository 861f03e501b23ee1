/**
 * Runs before the tests: finds what they need besides npm's packages, installs what is missing where that can be done
 * without asking (as root on a system with apt), and otherwise names it with the way to get it.
 * `tsx test/support/prepare.ts [engines] [hosts] [packages] [wordpress]` also prepares Firefox and WebKit, what hostile pages are made of, the
 * applications of other packages, WordPress.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findChromium, findFirefox, findWebKit } from './browser.js';
import { findForeignBackend, installForeignBackend } from './foreign-backend.js';
import { findPackageTests, installPackageTests } from './package-tests.js';
import { fetchLists, findLists } from '../hosts/lists.js';
import { findHostLibraries, installHostLibraries } from './host-libraries.js';
import { findRedocly, installRedocly } from './redocly.js';
import { findWordPress } from '../wordpress/site.js';

interface Need {
  name: string;
  find(): string | undefined;
  /** Debian packages that bring it. */
  packages: readonly string[];
  /** Another way to install it. */
  install?(): void;
  /** How to get it elsewhere. */
  elsewhere: string;
}

const everyday: readonly Need[] = [
  {
    name: 'Chromium',
    find: findChromium,
    // Without a single font a page has no text to measure or to click.
    packages: ['chromium', 'fonts-dejavu-core'],
    elsewhere: 'install Chromium or Chrome, or set CHROME_PATH to its executable',
  },
  {
    name: 'PostgreSQL server',
    find: findPostgres,
    packages: ['postgresql'],
    elsewhere: 'install PostgreSQL 15 or newer so that initdb is on the PATH (macOS: brew install postgresql@15)',
  },
  {
    name: 'payload-reserve',
    find: () => findForeignBackend('payload-reserve'),
    packages: [],
    install: () => installForeignBackend('payload-reserve'),
    elsewhere: 'run "npm ci --legacy-peer-deps --ignore-scripts" in test/backends/payload-reserve',
  },
  {
    name: 'Prism',
    find: () => findForeignBackend('prism'),
    packages: [],
    install: () => installForeignBackend('prism'),
    elsewhere: 'run "npm ci --legacy-peer-deps --ignore-scripts" in test/backends/prism',
  },
  {
    name: 'Redocly CLI',
    find: findRedocly,
    packages: [],
    install: installRedocly,
    elsewhere: 'run "npm ci --ignore-scripts" in test/package/redocly',
  },
];

const engines: readonly Need[] = [
  {
    name: 'Firefox',
    find: findFirefox,
    packages: ['firefox-esr'],
    elsewhere: 'install Firefox, or set FIREFOX_PATH to its executable',
  },
  {
    name: 'WebKitGTK with its driver',
    find: findWebKit,
    packages: ['webkit2gtk-driver', 'libwebkit2gtk-4.1-0', 'xvfb', 'xauth'],
    elsewhere: 'WebKitGTK and WebKitWebDriver are only to be had on Linux; run the suites in a Debian container',
  },
];

const packageTests: readonly Need[] = [
  {
    name: 'applications to install in',
    find: findPackageTests,
    packages: [],
    install: installPackageTests,
    elsewhere: 'run "npm ci --ignore-scripts" in each folder of test/packages/apps and in test/packages/tools',
  },
];

const wordpress: readonly Need[] = [
  {
    name: 'WordPress with its database',
    find: findWordPress,
    // A web server that nothing starts, because WordPress's package asks for one; PHP's own is what serves.
    packages: [
      ...['wordpress', 'wordpress-theme-twentytwentythree', 'micro-httpd', 'php-cgi', 'php-cli', 'php-mysql'],
      ...['php-xml', 'php-mbstring', 'mariadb-server-core', 'mariadb-client-core'],
    ],
    elsewhere: 'the test copies what the packages of Debian install; run it in a Debian container',
  },
];

const hostPages: readonly Need[] = [
  {
    name: 'libraries of host pages',
    find: findHostLibraries,
    packages: [],
    install: installHostLibraries,
    elsewhere: 'run "npm ci --ignore-scripts" in demo/sites/hosts',
  },
];

const asked = new Set(process.argv.slice(2));
const more = (name: string, needs: readonly Need[]): readonly Need[] => (asked.has(name) ? needs : []);
const onlyPages = asked.has('hosts') && !asked.has('engines');
const needs = [
  ...(onlyPages ? everyday.filter(({ name }) => name === 'Chromium') : everyday),
  ...(asked.has('engines') || asked.has('hosts') ? engines : []),
  ...more('hosts', hostPages),
  ...more('packages', packageTests),
  ...more('wordpress', wordpress),
];
const missing = needs.filter((need) => !need.find());
const packages = missing.flatMap((need) => need.packages);
if (packages.length > 0) install(packages);
for (const need of missing) need.install?.();
for (const need of needs) process.stdout.write(`${need.name.padEnd(28)}${need.find() ?? 'MISSING'}\n`);
const lacking = needs.filter((need) => !need.find());
// Without them a content blocker's rules are still tried, only not the real ones.
if (asked.has('hosts') && !findLists()) fetchLists();
for (const { name, packages: debian, elsewhere } of lacking) {
  const apt = debian.length > 0 ? `On Debian or Ubuntu: apt-get install ${debian.join(' ')}. Elsewhere: ` : '';
  process.stderr.write(`\n${name} is missing. ${apt}${elsewhere}.\n`);
}
process.exitCode = lacking.length > 0 ? 1 : 0;

function install(packages: readonly string[]): void {
  const root = process.getuid?.() === 0;
  if (!root || process.platform !== 'linux' || !onPath('apt-get')) return;
  process.stdout.write(`installing ${packages.join(' ')}\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]): void =>
    void spawnSync('apt-get', ['-qq', ...args], { stdio: ['ignore', 'inherit', 'inherit'], env });
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...packages);
}

function findPostgres(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  return (
    versions.map((version) => join(debian, version, 'bin/initdb')).find((path) => existsSync(path)) ?? onPath('initdb')
  );
}

function onPath(command: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, command))
    .find((path) => existsSync(path));
}
