import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';

const DIST = join(import.meta.dirname, '../../../dist');

/** What a page is asked to be: `backend` for the element, `base` for the script's `data-base`, `allow` for its policy. */
export interface PageOptions {
  backend: string;
  /** Another origin that scripts may come from. */
  scripts?: string;
  base?: string;
}

/** A therapist's site on an origin of its own: one page with one element, and the built files below `/knead/`. */
export interface HostSite {
  url: string;
  /** The address of a page. */
  page(options: PageOptions): string;
  close(): Promise<void>;
}

/** Serves the site on a free loopback port. `withAdapters` false leaves `dist/adapters` out, as a careless copy would. */
export async function serveHostSite({ withAdapters = true } = {}): Promise<HostSite> {
  const server = createServer((request, response) => {
    void (async () => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
      const built = /^\/knead\/((?:(?:adapters|parts)\/)?[\w-]+\.js)$/.exec(pathname)?.[1];
      if (built && (withAdapters || !built.startsWith('adapters/'))) {
        const headers = { 'content-type': 'text/javascript; charset=utf-8', 'access-control-allow-origin': '*' };
        response.writeHead(200, headers).end(await readFile(join(DIST, built)));
      } else if (pathname === '/') {
        const backend = searchParams.get('backend') ?? '';
        const [, origin = "'none'"] = /(https?:\/\/[^/?]+)/.exec(backend) ?? [];
        const base = searchParams.get('base');
        const scripts = searchParams.get('scripts') ?? '';
        response.writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': `default-src 'none'; script-src 'self' ${scripts}; connect-src ${origin}; img-src data:`,
        });
        response.end(`<!doctype html><html lang="en-GB"><title>Juniper Vale</title><link rel="icon" href="data:,">
          <script src="/knead/knead.js"${base ? ` data-base="${escaped(base)}"` : ''} defer></script>
          <h1>Juniper Vale</h1>
          <knead-booking backend="${escaped(backend)}"><a href="tel:+442079460100">Call 020 7946 0100</a></knead-booking>`);
      } else response.writeHead(404).end();
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    url,
    page: (options) => `${url}/?${new URLSearchParams({ ...options }).toString()}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
