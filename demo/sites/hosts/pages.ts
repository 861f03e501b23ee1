import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { hosts, type Host } from './hosts.js';

const HERE = import.meta.dirname;
const KNEAD = join(HERE, '../../../dist/knead.js');

/** The addresses written in the pages; those that site and backend really have take their place. */
const WRITTEN_SITE = 'http://localhost:4600';
const WRITTEN_BACKEND = 'http://localhost:4700';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/** Files of other people's packages under `/hosts/vendor/`, installed from the lock file in this folder. */
const VENDOR: Record<string, string> = {
  'bootstrap.css': 'bootstrap/dist/css/bootstrap.css',
  'bootstrap.js': 'bootstrap/dist/js/bootstrap.bundle.js',
  'preflight.css': 'tailwindcss/preflight.css',
  'zone.js': 'zone.js/bundles/zone.umd.js',
  'jquery.js': 'jquery/dist/jquery.js',
};

/** Modules of the Lit of another script on the page, by the specifiers they import each other by. */
const LIT = /^lit\/((?:lit|lit-html|lit-element|@lit\/reactive-element)\/[\w./-]+\.js)$/;

/** What is sent for one address. */
export interface HostAnswer {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
}

/** Where the pages and the backend are. */
export interface Given {
  /** Without a slash at the end. */
  site: string;
  backend: string;
}

/**
 * Answers for a path below `/hosts/`: the list of hostile pages, one of them with the headers it is served with, or a file
 * that belongs to them.
 */
export async function hostAnswer(path: string, given: Given): Promise<HostAnswer> {
  if (path === '/hosts/') return { status: 200, headers: headersOf('.html'), body: listOf(hosts) };
  const [, id, rest] = /^\/hosts\/([\w-]+)\/(.*)$/.exec(path) ?? [];
  if (id === undefined || rest === undefined || normalize(rest).startsWith('..')) return notFound();
  if (id === 'vendor') return vendor(rest);
  if (rest === 'another-version.js') return file('.js', await anotherVersion());
  const name = rest === '' || rest.endsWith('/') ? `${rest}index.html` : rest;
  const bytes = await readFile(join(HERE, id, name)).catch(() => null);
  const host = hosts.find((each) => each.id === id);
  if (!bytes || !host || !TYPES[extname(name)]) return notFound();
  if (extname(name) !== '.html') return file(extname(name), bytes);
  const nonce = randomBytes(16).toString('base64');
  const page = bytes.toString('utf8');
  const body = (host.writes?.(page) ?? page)
    .replaceAll(WRITTEN_SITE, given.site)
    .replaceAll(WRITTEN_BACKEND, given.backend)
    .replaceAll('nonce=""', `nonce="${nonce}"`);
  return { status: 200, headers: { ...headersOf('.html'), ...host.headers?.({ ...given, nonce }) }, body };
}

/** The page's own first script, as published another day. */
async function anotherVersion(): Promise<Buffer> {
  const [script, { version }] = await Promise.all([
    readFile(KNEAD, 'utf8'),
    readFile(join(HERE, '../../../package.json'), 'utf8').then((text) => JSON.parse(text) as { version: string }),
  ]);
  return Buffer.from(script.replaceAll(`"${version}"`, '"0.0.9"'));
}

async function vendor(name: string): Promise<HostAnswer> {
  const path = VENDOR[name] ?? LIT.exec(name)?.[1];
  const bytes = path === undefined ? null : await readFile(join(HERE, 'node_modules', path)).catch(() => null);
  return bytes ? file(extname(name), bytes) : notFound();
}

function file(extension: string, body: Buffer): HostAnswer {
  return { status: 200, headers: { ...headersOf(extension), 'access-control-allow-origin': '*' }, body };
}

function headersOf(extension: string): Record<string, string> {
  return { 'content-type': TYPES[extension]!, 'x-content-type-options': 'nosniff', 'cache-control': 'no-cache' };
}

function notFound(): HostAnswer {
  return { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: 'Not found\n' };
}

function listOf(all: readonly Host[]): string {
  const rows = all.map(
    ({ id, title, hostile, expected }) =>
      `<tr><th scope="row"><a href="/hosts/${id}/">${title}</a></th><td>${hostile}</td><td>${expected.words}</td></tr>`,
  );
  return `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Hostile host pages</title>
<h1>Hostile host pages</h1>
<p>Each is a page somebody could have. Where libraries are missing, run <code>npm ci</code> in <code>demo/sites/hosts</code>.</p>
<table>
<thead><tr><th scope="col">Page</th><th scope="col">What is hostile</th><th scope="col">What is expected</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</html>
`;
}
