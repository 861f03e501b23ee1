import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site whose pages differ from another one's. */
export interface ChangedSite {
  url: string;
  close(): Promise<void>;
}

/**
 * Serves another site on a free loopback port, headers and all, with its HTML, its policy or its scripts changed on the way, and
 * with scripts of its own by their paths.
 */
export async function serveChanged(
  site: string,
  change: (html: string) => string,
  changePolicy = (policy: string): string => policy,
  changeScript = (source: string): string => source,
  scripts: Readonly<Record<string, string>> = {},
): Promise<ChangedSite> {
  const changed = (type: string, bytes: Buffer): string | Buffer => {
    if (type.startsWith('text/html')) return change(bytes.toString('utf8'));
    return type.startsWith('text/javascript') ? changeScript(bytes.toString('utf8')) : bytes;
  };
  const server = createServer((request, response) => {
    const script = scripts[request.url ?? ''];
    if (script !== undefined) return void response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    void (async () => {
      const answer = await fetch(site + (request.url ?? '/'));
      const type = answer.headers.get('content-type') ?? '';
      const bytes = Buffer.from(await answer.arrayBuffer());
      const policy = changePolicy(answer.headers.get('content-security-policy') ?? '');
      response
        .writeHead(answer.status, { 'content-type': type, ...(policy ? { 'content-security-policy': policy } : {}) })
        .end(changed(type, bytes));
    })();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
