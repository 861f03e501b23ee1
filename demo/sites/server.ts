import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import { extname, join } from 'node:path';
import type { AddressInfo } from 'node:net';

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
  const built = /^\/knead\/((?:(?:locales|adapters|parts)\/)?[\w.-]+\.js)$/.exec(path);
  if (built) return join(DIST, built[1]!);
  if (path === '/') return join(SITES, 'therapist/index.html');
  if (/^\/directory\/[\w-]+\/$/.test(path)) return join(SITES, 'directory/profile.html');
  if (path.endsWith('/')) return join(SITES, path, 'index.html');
  return join(SITES, path);
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

/** Serves the demo sites and the built files on a loopback port; 0 takes any free one. */
export async function serveSites(options: { port: number; backend: string }): Promise<RunningSites> {
  const compressed = new Map<string, Buffer>();
  const server: Server = createServer((request, response) => {
    void (async () => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const file = fileFor(pathname);
      const type = TYPES[extname(file ?? '')];
      const bytes = file && type ? await readFile(file).catch(() => null) : null;
      if (!bytes || !type) {
        response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n');
        return;
      }
      const id = /^\/directory\/([\w-]+)\/$/.exec(pathname)?.[1] ?? '';
      const body = type.startsWith('text/html')
        ? Buffer.from(
            bytes.toString('utf8').replaceAll(WRITTEN_BACKEND, options.backend).replaceAll('{practitioner}', id),
          )
        : bytes;
      const headers: Record<string, string> = {
        'content-type': type,
        'content-security-policy': policy(options.backend),
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-cache',
        // Scripts may be used by other sites: that is what they are for.
        ...(pathname.startsWith('/knead/')
          ? { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' }
          : {}),
      };
      if (/\bbr\b/.test(String(request.headers['accept-encoding'])) && body.length > 1024) {
        const key = `${pathname}|${body.length}`;
        const small =
          compressed.get(key) ?? brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
        compressed.set(key, small);
        response.writeHead(200, { ...headers, 'content-encoding': 'br', vary: 'accept-encoding' }).end(small);
      } else response.writeHead(200, headers).end(body);
    })();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
