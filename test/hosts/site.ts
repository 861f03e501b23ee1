import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const PROBE = readFileSync(join(import.meta.dirname, 'probe.js'), 'utf8');

/** The demo site with the probe in its host pages, and with what the browsers report about them. */
export interface WatchedSite {
  /** Where scripts are. Pages are visited under another name of this machine, so that Knead's file comes from another origin. */
  url: string;
  port: number;
  /** What browsers reported about a page so far: the directive and what was blocked. */
  reports(visit: string): string[];
  close(): Promise<void>;
}

/** Serves the host pages of a site, watched. `changeScript` plants a fault in `knead.js` on its way. */
export async function watchSite(site: string, changeScript = (source: string): string => source): Promise<WatchedSite> {
  const reported = new Map<string, string[]>();
  let url = '';
  const server = createServer((request, response) => {
    void (async () => {
      const address = new URL(request.url ?? '/', url);
      if (address.pathname === '/reports') {
        const visit = address.searchParams.get('visit') ?? '';
        reported.set(visit, [...(reported.get(visit) ?? []), ...reportsIn(await text(request))]);
        response.writeHead(204, { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' }).end();
        return;
      }
      if (address.pathname === '/probe.js') {
        response.writeHead(200, { ...open, 'content-type': 'text/javascript; charset=utf-8' }).end(PROBE);
        return;
      }
      const answer = await fetch(site + address.pathname + address.search, { headers: conditional(request) });
      const type = answer.headers.get('content-type') ?? '';
      const headers: Record<string, string> = {};
      for (const [name, value] of answer.headers) {
        if (!/^(content-encoding|content-length|connection|keep-alive|transfer-encoding|date)$/.test(name))
          headers[name] = value.replaceAll(site, url);
      }
      let body: string | Buffer = Buffer.from(await answer.arrayBuffer());
      if (type.startsWith('text/html')) {
        const visit = address.searchParams.get('visit') ?? '';
        const nonce = /'nonce-([^']+)'/.exec(headers['content-security-policy'] ?? '')?.[1] ?? '';
        body = probed(body.toString('utf8').replaceAll(site, url), url, nonce);
        const policy = headers['content-security-policy'];
        if (policy !== undefined) headers['content-security-policy'] = watchedPolicy(policy, url, visit);
      } else if (/\/(knead|another-version)\.js$/.test(address.pathname)) body = changeScript(body.toString('utf8'));
      response.writeHead(answer.status, headers).end(body);
    })().catch((error: unknown) => response.writeHead(502).end(String(error)));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  url = `http://localhost:${port}`;
  return {
    url,
    port,
    reports: (visit) => reported.get(visit) ?? [],
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

const open = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };

function conditional({ headers }: IncomingMessage): Record<string, string> {
  const known = headers['if-none-match'];
  return known ? { 'if-none-match': known } : {};
}

/** The page with the probe before everything else, and again right before the first script of Knead's. */
function probed(html: string, url: string, nonce: string): string {
  const probe = (when: string): string => `<script ${when}nonce="${nonce}" src="${url}/probe.js" crossorigin></script>`;
  return html
    .replace(/<script[^>]*(?:\/knead\.js|another-version\.js)/, (script) => `${probe('defer ')}\n    ${script}`)
    .replace(/<head>/, `<head>${probe('')}`);
}

/** A page's policy with the probe let in, and with reports sent here. Nothing else of it changes. */
function watchedPolicy(policy: string, url: string, visit: string): string {
  const probe = `${url}/probe.js`;
  const open = policy.replace(/script-src (?![^;]*'strict-dynamic')/, `script-src ${probe} `);
  return `${open}; report-uri ${url}/reports?visit=${visit}`;
}

/** What a report says, by the form that `report-uri` has or by the newer one. */
function reportsIn(body: string): string[] {
  const parsed = JSON.parse(body) as unknown;
  return (Array.isArray(parsed) ? parsed : [parsed]).map((each: Record<string, Record<string, string>>) => {
    const report = each['csp-report'] ?? each['body'] ?? {};
    const directive = report['effective-directive'] ?? report['violated-directive'] ?? report['effectiveDirective'];
    return `${directive} ${report['blocked-uri'] ?? report['blockedURL'] ?? ''}`;
  });
}
