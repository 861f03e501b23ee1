/**
 * The server's side of the benchmark, in a process of its own: a backend on PGlite for each size of the table, and beside
 * the last one a handler that does nothing but return the bytes which that backend answers with.
 */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { createBackend } from '../../../demo/backend/app.js';
import { openPglite } from '../../../demo/backend/database.js';
import { UNLIMITED } from '../../../demo/backend/limits.js';
import { londonSeed } from '../../../demo/data/london.js';
import { fill, NOW } from './booked.js';
import { ENCODING, MONTH_PATH, SAME_BYTES } from './paths.js';

const sizes = process.argv.slice(2).map(Number);
const ports: number[] = [];
for (const [index, size] of sizes.entries()) {
  const database = await openPglite();
  await fill(database, size);
  const publicUrl = 'http://localhost';
  const backend = await createBackend({
    ...{
      database,
      seed: londonSeed(publicUrl),
      publicUrl,
      manageKey: 'k'.repeat(43),
      intakeKey: 'i'.repeat(43),
      limits: UNLIMITED,
    },
    ...{ outboxIsOpen: false, test: true, log: () => undefined },
  });
  const body = JSON.stringify({ now: NOW });
  const headers = { 'Content-Type': 'application/json' };
  await backend.fetch(new Request(`${publicUrl}/test/clock`, { method: 'POST', body, headers }));
  if (index < sizes.length - 1) {
    ports.push(await listen(backend.fetch));
    continue;
  }
  const answer = await backend.fetch(new Request(publicUrl + MONTH_PATH, { headers: { 'Accept-Encoding': ENCODING } }));
  // As the backend holds them, which the server passes on the fastest.
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const same = { 'Content-Type': 'application/json', 'Content-Encoding': ENCODING };
  ports.push(
    await listen((request, env) =>
      request.url.endsWith(SAME_BYTES) ? new Response(bytes, { headers: same }) : backend.fetch(request, env),
    ),
  );
}
process.send?.({ ports });
process.once('disconnect', () => process.exit());

function listen(fetch: (request: Request, env: unknown) => Response | Promise<Response>): Promise<number> {
  const server = createAdaptorServer({ fetch }) as Server;
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
