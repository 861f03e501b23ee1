import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import { extname, join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { directoryPages } from './directory/pages.js';
import { builtVersion, embedPage, moduleCode } from './embed/page.js';
import { hostAnswer } from './hosts/pages.js';

const SITES = import.meta.dirname;
const DIST = join(SITES, '../../dist');

/** The address written in the pages; the one the backend really has takes its place when a page is served. */
const WRITTEN_BACKEND = 'http://localhost:4700';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The file behind a path, or null. A folder's path ends in a slash. */
function fileFor(path: string): string | null {
  if (path.includes('..') || path.includes('\0')) return null;
  const built = /^\/knead\/(?:\d[^/]*\/)?((?:(?:locales|adapters|parts)\/)?[\w.-]+\.js|ssr\.css)$/.exec(path);
  if (built) return join(DIST, built[1]!);
  if (path === '/') return join(SITES, 'therapist/index.html');
  if (profileIn(path)) return join(SITES, 'directory/profile.html');
  if (path.endsWith('/')) return join(SITES, path, 'index.html');
  return join(SITES, path);
}

/** The version that a path of a built file names: what is under it never changes. */
function versionIn(path: string): string | undefined {
  return /^\/knead\/(\d[^/]*)\//.exec(path)?.[1];
}

/** The bytes of a file, or null where there is none. */
async function contentOf(file: string, path: string): Promise<Buffer | null> {
  const version = versionIn(path);
  if (version !== undefined && version !== (await builtVersion())) return null;
  const read = path.startsWith('/embed/') && file.endsWith('.js') ? moduleCode(file) : readFile(file);
  return read.catch(() => null);
}

/** The therapist whose page a path is, in the directory. */
function profileIn(path: string): string | undefined {
  const [, id] = /^\/directory\/([\w-]+)\/$/.exec(path) ?? [];
  return id === 'stress' ? undefined : id;
}

/**
 * A policy as strict as a careful site would set: nothing inline, nothing evaluated, one backend. Knead needs no word in
 * `style-src`; the page's own stylesheet does.
 */
function policy(backend: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `connect-src ${backend}`,
    `img-src 'self' ${backend}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** A running site. */
export interface RunningSites {
  url: string;
  close(): Promise<void>;
}

/** Where the sites are served, and by which backend. */
export interface SitesOptions {
  /** 0 takes any free one. */
  port: number;
  /** Where visitors reach the backend. */
  backend: string;
  /** Where this server reaches it, if that is elsewhere. */
  source?: string;
}

/** Serves the demo sites and the built files on a loopback port. */
export async function serveSites(options: SitesOptions): Promise<RunningSites> {
  const pages = directoryPages(options.source ?? options.backend);
  const written = (template: string, address: URL): Promise<string> => {
    const page = template.replaceAll(WRITTEN_BACKEND, options.backend);
    const therapist = profileIn(address.pathname);
    if (therapist !== undefined) return pages.profile(page, therapist, address);
    if (address.pathname === '/embed/') return embedPage(page, origin());
    return address.pathname === '/directory/' ? pages.list(page, address) : Promise.resolve(page);
  };
  const origin = (): string => `http://localhost:${(server.address() as AddressInfo).port}`;
  const compressed = new Map<string, { of: Buffer; small: Buffer }>();
  const server: Server = createServer((request, response) => {
    void (async () => {
      const address = new URL(request.url ?? '/', origin());
      const { pathname } = address;
      if (pathname.startsWith('/hosts/')) {
        const { status, headers, body } = await hostAnswer(pathname, { site: origin(), backend: options.backend });
        response.writeHead(status, headers).end(body);
        return;
      }
      const file = fileFor(pathname);
      const type = TYPES[extname(file ?? '')];
      const bytes = file && type ? await contentOf(file, pathname) : null;
      if (!bytes || !type) {
        response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n');
        return;
      }
      const body = type.startsWith('text/html') ? Buffer.from(await written(bytes.toString('utf8'), address)) : bytes;
      const headers: Record<string, string> = {
        'content-type': type,
        'content-security-policy': policy(options.backend),
        'x-content-type-options': 'nosniff',
        'cache-control': versionIn(pathname) === undefined ? 'no-cache' : 'public, max-age=31536000, immutable',
        // Scripts may be used by other sites: that is what they are for.
        ...(pathname.startsWith('/knead/')
          ? { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' }
          : {}),
      };
      if (/\bbr\b/.test(String(request.headers['accept-encoding'])) && body.length > 1024) {
        // Files are compressed once; a page can be another one each time.
        const kept = body === bytes ? compressed.get(pathname) : undefined;
        const small =
          kept?.of.equals(body) === true
            ? kept.small
            : brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
        if (body === bytes) compressed.set(pathname, { of: body, small });
        response.writeHead(200, { ...headers, 'content-encoding': 'br', vary: 'accept-encoding' }).end(small);
      } else response.writeHead(200, headers).end(body);
    })();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return {
    url: origin(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
