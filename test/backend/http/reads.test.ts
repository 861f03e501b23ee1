import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HttpBackend } from '../../../src/backend/http/http-backend.js';
import { QUERY, availability, entry, slot } from '../answers.js';
import {
  ADDRESS,
  ScriptedNetwork,
  discovery,
  json,
  networkLoss,
  problem,
  settle,
  silence,
} from '../scripted-network.js';

const good = json(availability(entry('mara', slot('2026-10-14T11:00'))));
const html = new Response('<!doctype html><p>Sign in to the hotel network', {
  headers: { 'Content-Type': 'text/html' },
});
const brokenJson = new Response('{"from":"2026-10-01","entr', { headers: { 'Content-Type': 'application/json' } });

/** Reads availability while time passes freely, and says how that ended. */
async function read(network: ScriptedNetwork): Promise<string> {
  const outcome = network
    .backend()
    .availability(QUERY)
    .then(
      (answer) => `${answer.entries.length} entries`,
      (error: { kind?: string; name: string }) => error.kind ?? error.name,
    );
  await network.clock.advance(600_000);
  return outcome;
}

describe('a read that goes wrong', () => {
  for (const status of [408, 429, 502, 503, 504]) {
    it(`is repeated after ${status}, and answers as if nothing had been`, async () => {
      const network = new ScriptedNetwork([new Response('', { status }), good]);
      assert.equal(await read(network), '1 entries');
      assert.equal(network.seen.length, 2);
    });
  }

  it('is repeated three times with growing pauses drawn from nothing up to the full pause', async () => {
    const network = new ScriptedNetwork([networkLoss]);
    assert.equal(await read(network), 'unreachable');
    assert.deepEqual(network.gaps, [150, 300, 600]);

    const eager = new ScriptedNetwork([networkLoss]);
    eager.random = 0;
    await read(eager);
    assert.deepEqual(eager.gaps, [0, 0, 0]);
  });

  for (const [status, code, kind] of [
    [400, 'malformed', 'refused'],
    [401, 'token-invalid', 'not-found'],
    [403, 'booking-disabled', 'refused'],
    [404, 'not-found', 'not-found'],
    [410, 'form-version-retired', 'refused'],
    [422, 'validation', 'invalid'],
    [422, 'outside-service-area', 'refused'],
    [418, 'teapot-of-version-9', 'refused'],
    [500, 'internal', 'unreachable'],
  ] as const) {
    it(`is not repeated after ${status} ${code}, and is ${kind}`, async () => {
      const network = new ScriptedNetwork([problem(status, code)]);
      assert.equal(await read(network), kind);
      assert.equal(network.seen.length, 1);
    });
  }

  it('is broken where an error is none of the contract', async () => {
    const network = new ScriptedNetwork([new Response('<h1>Not found', { status: 404 })]);
    assert.equal(await read(network), 'broken');
  });

  it('gives up a silent connection after 8 seconds, four times in all', async () => {
    const network = new ScriptedNetwork([silence]);
    assert.equal(await read(network), 'unreachable');
    assert.deepEqual(network.gaps, [8_150, 8_300, 8_600]);
  });

  it('ends in time though a wrapper around fetch loses the signal', async () => {
    const network = new ScriptedNetwork([() => new Promise(() => undefined)]);
    assert.equal(await read(network), 'unreachable');
    assert.equal(network.seen.length, 4);
  });

  it('gives up a body that only drips after 20 seconds', async () => {
    const dripping = (): Promise<Response> => {
      const body = new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode('{')) });
      return Promise.resolve(new Response(body, { headers: { 'Content-Type': 'application/json' } }));
    };
    const network = new ScriptedNetwork([dripping, good]);
    assert.equal(await read(network), '1 entries');
    assert.deepEqual(network.gaps, [20_150]);
  });

  it('repeats damaged JSON once', async () => {
    const mended = new ScriptedNetwork([brokenJson, good]);
    assert.equal(await read(mended), '1 entries');
    const damaged = new ScriptedNetwork([brokenJson]);
    assert.equal(await read(damaged), 'broken');
    assert.equal(damaged.seen.length, 2);
  });

  it('does not repeat a page of HTML or an answer of another service', async (test) => {
    test.mock.method(console, 'warn', () => undefined);
    for (const reply of [
      html,
      json({ status: 'success', data: [] }),
      json([]),
      json(null),
      new Response(null, { status: 204 }),
    ]) {
      const network = new ScriptedNetwork([reply]);
      assert.equal(await read(network), 'broken');
      assert.equal(network.seen.length, 1);
    }
  });
});

describe('a read that is repeated by somebody', () => {
  it("asks the server for times, while other answers may come from the browser's cache", async () => {
    const network = new ScriptedNetwork([good, json({ services: [], practitioners: [] })]);
    const caches: string[] = [];
    const { fetch } = network.environment;
    network.environment.fetch = (url, init) => (
      caches.push(`${new URL(url).pathname} ${init.cache}`),
      fetch(url, init)
    );
    const backend = network.backend();
    await backend.availability(QUERY);
    await backend.catalogue({});
    assert.deepEqual(caches, [
      '/.well-known/knead-booking default',
      '/v1/availability no-cache',
      '/v1/services default',
    ]);
    assert.equal(network.seen[1]!.url, 'https://booking.example/v1/services');
  });
});

describe('Retry-After', () => {
  const busy = (value: string, headers = {}): Response =>
    new Response('', { status: 503, headers: { 'Retry-After': value, ...headers } });

  for (const [value, wait] of [
    ['5', 5_000],
    ['0', 0],
    ['-3', 0],
    [' 7 ', 7_000],
    ['soon', 150],
  ] as const) {
    it(`"${value}" waits ${wait} ms`, async () => {
      const network = new ScriptedNetwork([busy(value), good]);
      assert.equal(await read(network), '1 entries');
      assert.deepEqual(network.gaps, [wait]);
    });
  }

  it("as a date counts from the answer's own date, not from the visitor's clock", async () => {
    const reply = busy('Fri, 09 Oct 2026 08:00:12 GMT', { Date: 'Fri, 09 Oct 2026 08:00:00 GMT' });
    const network = new ScriptedNetwork([reply, good]);
    assert.equal(await read(network), '1 entries');
    assert.deepEqual(network.gaps, [12_000]);
  });

  it('beyond a minute ends at once, so that people are told rather than kept waiting', async () => {
    for (const value of ['90', '999999999']) {
      const network = new ScriptedNetwork([busy(value), good]);
      const outcome = network.backend().availability(QUERY);
      await assert.rejects(outcome, { kind: 'unreachable' });
      assert.equal(network.seen.length, 1);
    }
  });
});

describe('the budget of repeats', () => {
  it('is ten a minute for all backends of a page', async () => {
    const network = new ScriptedNetwork([networkLoss]);
    network.random = 0;
    for (let read = 0; read < 5; read++) {
      const outcome = assert.rejects(new HttpBackend(ADDRESS, network.environment).availability(QUERY), {
        kind: 'unreachable',
      });
      await network.clock.advance(1_000);
      await outcome;
    }
    assert.equal(network.seen.length, 5 + 10);
    await network.clock.advance(60_000);
    await read(network);
    assert.equal(network.seen.length, 15 + 1 + 3);
  });
});

describe('an aborted read', () => {
  it("rejects with the signal's own AbortError before, during and between requests, and asks no more", async () => {
    for (const [replies, after, requests] of [
      [[silence], -1, 0],
      [[silence], 1_000, 1],
      [[networkLoss], 100, 1],
    ] as const) {
      const network = new ScriptedNetwork([...replies]);
      const controller = new AbortController();
      if (after < 0) controller.abort();
      const outcome = assert.rejects(network.backend().availability(QUERY, controller.signal), (error) => {
        assert.equal(error, controller.signal.reason);
        return (error as DOMException).name === 'AbortError';
      });
      await network.clock.advance(Math.max(after, 0));
      controller.abort();
      await outcome;
      await network.clock.advance(60_000);
      assert.equal(network.seen.length, requests);
      assert.deepEqual(network.clock.waiting, []);
    }
  });

  it('is an AbortError whatever reason was given', async () => {
    const network = new ScriptedNetwork([silence]);
    const controller = new AbortController();
    const outcome = assert.rejects(network.backend().availability(QUERY, controller.signal), { name: 'AbortError' });
    await settle();
    controller.abort('superseded');
    await outcome;
  });

  it('leaves the shared discovery to the others who wait for it', async () => {
    const network = new ScriptedNetwork([good]);
    let requests = 0;
    const { fetch } = network.environment;
    network.environment.fetch = (url, init) => (requests++, fetch(url, init));
    const backend = network.backend();
    const controller = new AbortController();
    const first = assert.rejects(backend.discovery(controller.signal), { name: 'AbortError' });
    const second = backend.discovery();
    controller.abort();
    await first;
    assert.equal((await second).api, 'knead-booking');
    assert.equal(requests, 1);
  });
});

describe('discovery', () => {
  it("is asked for once, below the address's own path, and again after a failure", async () => {
    const urls: string[] = [];
    const replies = [
      json({}, 404),
      json(discovery({ baseUrl: 'https://booking.example/x/v1/' })),
      json(availability()),
    ];
    const fetch = (url: string): Promise<Response> => (urls.push(url), Promise.resolve(replies.shift()!));
    const backend = new HttpBackend('https://booking.example/x/?a=1#b', { fetch });
    await assert.rejects(backend.availability(QUERY), { kind: 'broken' });
    await backend.availability({ ...QUERY, outwardCode: 'E1', addOnIds: ['a', 'b'], practitionerIds: ['m&m', 'k'] });
    assert.deepEqual(urls, [
      'https://booking.example/x/.well-known/knead-booking',
      'https://booking.example/x/.well-known/knead-booking',
      'https://booking.example/x/v1/availability?practitioner=m%26m&practitioner=k&service=back&option=60&addOn=a&addOn=b' +
        '&place=incall&outwardCode=E1&from=2026-10-01&to=2026-10-31',
    ]);
  });

  it('cannot send visitors to an origin the page did not name', async (test) => {
    const warn = test.mock.method(console, 'warn', () => undefined);
    for (const baseUrl of ['https://evil.example/v1', 'https://booking.example:8443/v1', 'http://localhost/v1']) {
      const network = new ScriptedNetwork([good], { baseUrl });
      assert.equal(await read(network), 'broken');
      assert.equal(network.seen.length, 0);
    }
    assert.equal(warn.mock.callCount(), 3);
  });
});
