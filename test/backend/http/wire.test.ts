import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, beforeEach, describe, it } from 'node:test';
import { page } from '../../../src/backend/environment.js';
import { HttpBackend } from '../../../src/backend/http/http-backend.js';
import { BOOKING, BOOKING_REQUEST, KEY, QUERY, availability, entry, slot } from '../answers.js';
import { TestClock, discovery, settle } from '../scripted-network.js';

type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/** What really travels over a socket. Pauses between repeats take no time; deadlines fall due when a test says so. */
describe('over a real connection', () => {
  let handlers: Handler[] = [];
  let arrived: { method: string; headers: IncomingMessage['headers']; body: string }[] = [];
  const clock = new TestClock();

  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      if (request.url === '/.well-known/knead-booking')
        return sendJson(response, discovery({ baseUrl: `${origin()}/v1` }));
      arrived.push({ method: request.method!, headers: request.headers, body });
      const handler = handlers.length > 1 ? handlers.shift()! : handlers[0]!;
      handler(request, response, body);
    });
  });
  const listening = new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  beforeEach(async () => {
    await listening;
    arrived = [];
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  function backend(...replies: Handler[]): HttpBackend {
    handlers = replies;
    return new HttpBackend(origin(), {
      fetch: page.fetch,
      now: clock.now,
      random: () => 0,
      after(milliseconds, callback) {
        if (milliseconds >= 8_000) return clock.after(milliseconds, callback);
        setImmediate(callback);
        return () => undefined;
      },
    });
  }

  it('reads what was sent, without any header that would need a preflight', async () => {
    const answer = await backend((_, response) => sendJson(response, availability(entry('mara')))).availability(QUERY);
    assert.equal(answer.entries.length, 1);
    const unsafe = Object.keys(arrived[0]!.headers).filter((name) =>
      /^(x-|authorization|content-type|idempotency|if-)/.test(name),
    );
    assert.deepEqual(unsafe, []);
  });

  it('repeats a read whose body broke off', async () => {
    const cut: Handler = (_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' });
      response.write('{"from":"2026-10-01"', () => response.destroy());
    };
    const answer = await backend(cut, (_, response) => sendJson(response, availability())).availability(QUERY);
    assert.deepEqual(answer.entries, []);
    assert.equal(arrived.length, 2);
  });

  it('repeats a read whose connection was reset', async () => {
    const reset: Handler = (request) => request.socket.resetAndDestroy();
    const answer = await backend(reset, (_, response) => sendJson(response, availability())).availability(QUERY);
    assert.deepEqual(answer.entries, []);
  });

  it('gives up a body that drips on and on', async () => {
    let dripping = true;
    let closed = false;
    const drip: Handler = (_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.on('close', () => (closed = true));
      const drop = (): void => void (dripping && response.write(' ', () => setImmediate(drop)));
      drop();
    };
    const outcome = backend(drip, (_, response) => sendJson(response, availability())).availability(QUERY);
    // The deadline of 20 seconds replaces that of 8 once the status line is here.
    while (!clock.waiting.some((left) => left > 8_000)) await settle();
    assert.equal(arrived.length, 1);
    await clock.advance(20_000);
    assert.deepEqual((await outcome).entries, []);
    while (!closed) await settle();
    dripping = false;
    assert.equal(arrived.length, 2);
  });

  it('stops reading beyond five megabytes, and does not ask again', async () => {
    let sent = 0;
    const flood: Handler = (_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      const chunk = ' '.repeat(256 * 1024);
      const more = (): void => void (!response.destroyed && sent < 64 && (sent++, response.write(chunk, more)));
      more();
    };
    await assert.rejects(backend(flood).availability(QUERY), { kind: 'broken' });
    assert.equal(arrived.length, 1);
    assert.ok(sent < 64, `read ${sent} of 64 chunks`);
  });

  it('reads a long answer whole', async () => {
    const slots = Array.from({ length: 18_000 }, () => slot('2026-10-14T11:00'));
    const answer = await backend((_, response) =>
      sendJson(response, availability(entry('mara', ...slots))),
    ).availability(QUERY);
    assert.equal((answer.entries[0] as { slots: unknown[] }).slots.length, 18_000);
  });

  it('does not take a page of HTML for an answer', async () => {
    const html: Handler = (_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>Welcome');
    await assert.rejects(backend(html).availability(QUERY), { kind: 'broken' });
  });

  it('follows no redirect with a booking', async () => {
    const elsewhere: Handler = (_, response) => response.writeHead(307, { Location: `${origin()}/elsewhere` }).end();
    const outcome = backend(elsewhere).book(BOOKING_REQUEST, KEY);
    await assert.rejects(outcome, { kind: 'unknown' });
    assert.ok(arrived.length >= 1);
  });

  it('books once when the connection breaks after the booking was made', async () => {
    const made = new Map<string, string>();
    const commit = (request: IncomingMessage, body: string): string => {
      const key = String(request.headers['idempotency-key']);
      if (!made.has(key)) made.set(key, body);
      assert.equal(made.get(key), body);
      return key;
    };
    const lost: Handler = (request, _, body) => {
      commit(request, body);
      request.socket.resetAndDestroy();
    };
    const half: Handler = (request, response, body) => {
      commit(request, body);
      response.writeHead(201, { 'Content-Type': 'application/json', 'Content-Length': '999' });
      response.write('{"id":"b1"', () => response.destroy());
    };
    const replay: Handler = (request, response, body) => {
      commit(request, body);
      sendJson(response, BOOKING, 201);
    };
    const booking = await backend(lost, half, replay).book(BOOKING_REQUEST, KEY);
    assert.equal(booking.reference, 'KN-1001');
    assert.equal(made.size, 1);
    assert.equal(arrived.length, 3);
  });
});

function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
}
