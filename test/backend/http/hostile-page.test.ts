import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { QUERY, BOOKING_REQUEST, BOOKING, KEY, availability, entry, slot } from '../answers.js';
import { ScriptedNetwork, json, networkLoss, settle } from '../scripted-network.js';
import { page } from '../../../src/backend/environment.js';
import { HttpBackend } from '../../../src/backend/http/http-backend.js';

const good = json(availability(entry('mara', slot('2026-10-14T11:00'))));

const added = 'method headers body credentials cache key token type signal answer after X-Spy preferred toJSON'.split(
  ' ',
);

describe('on a page whose scripts have added to Object.prototype', () => {
  const clean = (): void => {
    for (const name of added) Reflect.deleteProperty(Object.prototype, name);
    delete (Array.prototype as { toJSON?: unknown }).toJSON;
  };
  afterEach(clean);

  const pollute = (values: Record<string, unknown>, enumerable = true): void => {
    for (const [name, value] of Object.entries(values)) {
      Object.defineProperty(Object.prototype, name, { value, enumerable, configurable: true, writable: true });
    }
  };

  it('a request carries its own options and headers only', async () => {
    const network = new ScriptedNetwork([good]);
    const backend = network.backend();
    await backend.discovery();
    pollute({ method: 'DELETE', headers: { 'X-Spy': '1' }, body: 'spy', credentials: 'include', 'X-Spy': '1' });
    pollute({ key: 'spy', token: 'spy', type: /spy/, signal: AbortSignal.abort(), answer: 'spy', after: 1e9 });
    await backend.availability(QUERY);
    const { init } = network.seen[0]!;
    assert.equal(Object.getPrototypeOf(init), null);
    assert.equal(Object.getPrototypeOf(init.headers), null);
    assert.equal(init.body, undefined);
    const { method, credentials, referrerPolicy, redirect, mode } = init;
    assert.deepEqual(Object.keys(init.headers!), [], 'a read has no header of its own, so it needs no preflight');
    assert.deepEqual(
      [method, credentials, referrerPolicy, redirect, mode],
      ['GET', 'omit', 'no-referrer', 'follow', 'cors'],
    );
  });

  for (const enumerable of [true, false]) {
    it(`an answer has its own properties only (${enumerable ? '' : 'not '}enumerable)`, async () => {
      const network = new ScriptedNetwork([good]);
      const backend = network.backend();
      await backend.discovery();
      pollute({ preferred: true }, enumerable);
      const { entries } = await backend.availability(QUERY);
      assert.ok('slots' in entries[0]!);
      assert.deepEqual(Object.keys(entries[0].slots[0]!), ['start', 'end', 'local', 'token']);
    });
  }

  it('a body is JSON although an old library taught arrays and objects to encode themselves', async () => {
    const network = new ScriptedNetwork([json(BOOKING, 201)]);
    const backend = network.backend();
    await backend.discovery();
    pollute({ toJSON: () => 'spoilt' }, false);
    (Array.prototype as { toJSON?: unknown }).toJSON = () => 'spoilt';
    await backend.book(BOOKING_REQUEST, KEY);
    const sent = network.seen[0]!.body as string;
    clean();
    assert.deepEqual(JSON.parse(sent), BOOKING_REQUEST);
  });
});

describe('on a page that replaces what the browser offers', () => {
  it("fetch is the page's own at the time of the call, and may answer with any thenable", async (test) => {
    const network = new ScriptedNetwork([good]);
    const thenable = (response: PromiseLike<Response>): PromiseLike<Response> =>
      ({ then: (done: never, failed: never) => response.then(done, failed) }) as PromiseLike<Response>;
    const backend = new HttpBackend('https://booking.example', { ...network.environment, fetch: page.fetch });
    test.mock.method(globalThis, 'fetch', (url: string, init: RequestInit) =>
      thenable(network.environment.fetch(url, init)),
    );
    assert.equal((await backend.availability(QUERY)).entries.length, 1);
  });

  it('a fetch that throws at once is a lost network', async () => {
    const network = new ScriptedNetwork([
      () => {
        throw new TypeError('patched');
      },
    ]);
    const outcome = assert.rejects(network.backend().availability(QUERY), { kind: 'unreachable' });
    await network.clock.advance(60_000);
    await outcome;
  });

  it('whose security policy blocks the backend, one hint names what to allow, and nothing was booked', async (test) => {
    const document = new EventTarget();
    const listening = test.mock.method(document, 'addEventListener');
    const gone = test.mock.method(document, 'removeEventListener');
    Object.defineProperty(globalThis, 'document', { value: document, configurable: true });
    test.after(() => delete (globalThis as { document?: unknown }).document);
    const warn = test.mock.method(console, 'warn', () => undefined);
    const network = new ScriptedNetwork([
      (init) => {
        const violation = {
          disposition: 'enforce',
          effectiveDirective: 'connect-src',
          blockedURI: 'https://booking.example/v1/x',
        };
        setImmediate(() => document.dispatchEvent(Object.assign(new Event('securitypolicyviolation'), violation)));
        return (networkLoss as (init: RequestInit) => Promise<Response>)(init);
      },
    ]);
    for (let attempt = 0; attempt < 2; attempt++) {
      const outcome = assert.rejects(network.backend().book(BOOKING_REQUEST, KEY), { kind: 'unreachable' });
      await settle();
      await network.clock.advance(10_000);
      await outcome;
    }
    assert.equal(network.seen.length, 2, 'a blocked request is not repeated');
    assert.equal(warn.mock.callCount(), 1);
    assert.match(warn.mock.calls[0]!.arguments[0] as string, /Add https:\/\/booking\.example to its connect-src/);
    assert.equal(listening.mock.callCount(), gone.mock.callCount());
  });
});
