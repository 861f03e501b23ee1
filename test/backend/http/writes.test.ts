import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BackendFailure } from '../../../src/backend/booking-backend.js';
import type { Discovery } from '../../../src/contract/discovery.js';
import { BOOKING, BOOKING_REQUEST, HOLD, HOLD_REQUEST, KEY, PRICE, slot } from '../answers.js';
import { ScriptedNetwork, discovery, json, networkLoss, problem, silence, type Reply } from '../scripted-network.js';

const booked = json(BOOKING, 201);

/** Books while time passes freely; an id, or how it failed. */
async function book(network: ScriptedNetwork): Promise<string> {
  const outcome = network
    .backend()
    .book(BOOKING_REQUEST, KEY)
    .then(
      (booking) => booking.id,
      (failure: BackendFailure) => failure.kind,
    );
  await network.clock.advance(600_000);
  return outcome;
}

describe('booking', () => {
  it('sends the same key and the same bytes each time', async () => {
    const network = new ScriptedNetwork([
      networkLoss,
      silence,
      problem(500, 'internal'),
      problem(409, 'request-in-flight'),
      booked,
    ]);
    assert.equal(await book(network), 'b1');
    assert.equal(network.seen.length, 5);
    for (const { method, url, headers, body } of network.seen) {
      assert.equal(`${method} ${url}`, 'POST https://booking.example/v1/bookings');
      assert.deepEqual(headers, { 'Content-Type': 'application/json', 'Idempotency-Key': `"${KEY}"` });
      assert.equal(body, network.seen[0]!.body);
    }
    assert.deepEqual(JSON.parse(network.seen[0]!.body as string), BOOKING_REQUEST);
  });

  it('waits half to the whole of a pause that doubles from one second', async () => {
    for (const [random, gaps] of [
      [0, [500, 1_000, 2_000, 4_000]],
      [0.999999, [1_000, 2_000, 4_000, 8_000]],
    ] as const) {
      const network = new ScriptedNetwork([networkLoss]);
      network.random = random;
      await book(network);
      assert.deepEqual(network.gaps.map(Math.round), gaps);
    }
  });

  it('never takes more than a minute in all, and does not know what became of it', async () => {
    const network = new ScriptedNetwork([silence]);
    let ended = -1;
    const outcome = network.backend().book(BOOKING_REQUEST, KEY);
    outcome.catch(() => (ended = network.clock.now()));
    await network.clock.advance(600_000);
    await assert.rejects(outcome, { kind: 'unknown' });
    assert.ok(ended > 40_000 && ended <= 60_000, `ended after ${ended} ms`);
    assert.deepEqual(network.gaps, [20_750, 21_500]);
  });

  const damaged = new Response('{"id":"b1","refer', { status: 201, headers: { 'Content-Type': 'application/json' } });
  const html = new Response('<p>ok', { status: 200, headers: { 'Content-Type': 'text/html' } });
  const unknowable: [string, Reply[]][] = [
    ['the network is lost', [networkLoss]],
    ['the server stays at 500', [problem(500, 'internal')]],
    ['a proxy stays at 502', [new Response('<h1>Bad gateway', { status: 502 })]],
    ['the first booking is said to be still running', [problem(409, 'request-in-flight')]],
    ['the answer is damaged', [damaged]],
    ['the answer is a page of HTML', [html]],
    ["the answer is somebody else's", [json({ ok: true }, 201)]],
    ['the answer was lost and then the server is busy', [networkLoss, problem(429, 'rate-limited')]],
    [
      'the answer was lost and then something else answers',
      [networkLoss, new Response('<h1>Forbidden', { status: 403 })],
    ],
  ];
  for (const [what, replies] of unknowable) {
    it(`is unknown when ${what}`, async (test) => {
      test.mock.method(console, 'warn', () => undefined);
      assert.equal(await book(new ScriptedNetwork(replies)), 'unknown');
    });
  }

  const decided: [string, number, object, string][] = [
    ['slot-unavailable', 409, { alternatives: [slot('2026-10-15T12:00')] }, 'taken'],
    ['price-changed', 409, { price: PRICE }, 'price-changed'],
    ['hold-consumed', 409, {}, 'refused'],
    ['screening-refused', 409, {}, 'refused'],
    ['validation', 422, { errors: [{ pointer: '/client/email', detail: 'Is no address.' }] }, 'invalid'],
    ['idempotency-key-reused', 422, {}, 'refused'],
    ['malformed', 400, {}, 'refused'],
    ['booking-disabled', 403, {}, 'refused'],
    ['not-found', 404, {}, 'not-found'],
  ];
  for (const [code, status, more, kind] of decided) {
    it(`is ${kind} after ${status} ${code}, at once, also where an earlier answer was lost`, async () => {
      const network = new ScriptedNetwork([problem(status, code, more)]);
      assert.equal(await book(network), kind);
      assert.equal(network.seen.length, 1);
      assert.equal(await book(new ScriptedNetwork([networkLoss, problem(status, code, more)])), kind);
    });
  }

  it('passes on what the problem says, and nothing that was typed', async () => {
    const alternatives = [slot('2026-10-15T12:00')];
    const network = new ScriptedNetwork([problem(409, 'slot-unavailable', { alternatives, holdExpired: true })]);
    await assert.rejects(network.backend().book(BOOKING_REQUEST, KEY), (failure: BackendFailure) => {
      assert.deepEqual(failure.problem?.alternatives, alternatives);
      assert.equal(failure.problem?.holdExpired, true);
      assert.doesNotMatch(`${failure.message} ${failure.stack}`, /Ada|client\.example/);
      return true;
    });
  });

  it('did not happen where the server was busy each time', async () => {
    const network = new ScriptedNetwork([problem(429, 'rate-limited', {}, { 'Retry-After': '2' })]);
    assert.equal(await book(network), 'unreachable');
    assert.deepEqual(network.gaps, [2_000, 2_000, 2_000, 2_000]);
  });

  it('did not happen where the device was offline all the while', async () => {
    const network = new ScriptedNetwork([networkLoss]);
    network.online = false;
    assert.equal(await book(network), 'unreachable');
    assert.equal(network.seen.length, 5);
  });

  it('is sent once only to a backend that does not answer a repeated key with the first answer', async () => {
    for (const idempotency of ['none', 'detect'] satisfies Discovery['capabilities']['idempotency'][]) {
      const network = new ScriptedNetwork([networkLoss, booked], {
        capabilities: { ...discovery().capabilities, idempotency },
      });
      assert.equal(await book(network), 'unknown');
      assert.equal(network.seen.length, 1);
    }
  });

  it('is found again by its key, or is not there', async () => {
    const network = new ScriptedNetwork([json(BOOKING), problem(404, 'not-found')]);
    const backend = network.backend();
    assert.equal((await backend.findBooking(KEY))?.id, 'b1');
    assert.equal(await backend.findBooking(KEY), null);
    const [lookup] = network.seen;
    assert.equal(lookup!.url, 'https://booking.example/v1/booking-lookups');
    assert.equal(lookup!.body, `{"key":"${KEY}"}`);
  });

  it('does not take the 404 of something else for "there is no such booking"', async () => {
    const network = new ScriptedNetwork([new Response('<h1>Not found', { status: 404 })]);
    await assert.rejects(network.backend().findBooking(KEY), { kind: 'broken' });
  });
});

describe('a hold', () => {
  it('is asked for up to three times, with one key and the same bytes', async () => {
    const network = new ScriptedNetwork([networkLoss, silence, json(HOLD, 201)]);
    const hold = network.backend().hold(HOLD_REQUEST, KEY);
    await network.clock.advance(30_000);
    assert.deepEqual(await hold, HOLD);
    assert.deepEqual(network.gaps, [225, 8_450]);
    assert.equal(new Set(network.seen.map(({ headers, body }) => JSON.stringify([headers, body]))).size, 1);
  });

  it('that never gets an answer is unreachable, since it runs out by itself', async () => {
    const network = new ScriptedNetwork([silence]);
    const hold = assert.rejects(network.backend().hold(HOLD_REQUEST, KEY), { kind: 'unreachable' });
    await network.clock.advance(60_000);
    await hold;
    assert.equal(network.seen.length, 3);
  });

  it('is refused at once where the visitor has too many', async () => {
    const network = new ScriptedNetwork([problem(429, 'hold-limit')]);
    await assert.rejects(network.backend().hold(HOLD_REQUEST, KEY), {
      kind: 'refused',
      message: 'refused: hold-limit',
    });
    assert.equal(network.seen.length, 1);
  });

  it('is given back by a request that outlives the page', async () => {
    const network = new ScriptedNetwork([new Response(null, { status: 204 })]);
    await network.backend().release(HOLD);
    const [{ method, url, headers, init }] = network.seen as [(typeof network.seen)[0]];
    assert.equal(`${method} ${url}`, 'DELETE https://booking.example/v1/holds/h1');
    assert.deepEqual(headers, { Authorization: 'Bearer hold-token-0123456789' });
    assert.equal(init.keepalive, true);
  });

  it('is given back at once, before a page that is being left is gone', async () => {
    const network = new ScriptedNetwork([new Response(null, { status: 204 })]);
    const backend = network.backend();
    await backend.discovery();
    const released = backend.release(HOLD);
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    assert.equal(network.seen.length, 1);
    await released;
  });

  it('that is already gone is given back all the same', async () => {
    for (const gone of [problem(404, 'not-found'), problem(401, 'token-invalid')]) {
      await new ScriptedNetwork([gone]).backend().release(HOLD);
    }
    const lost = new ScriptedNetwork([networkLoss]);
    await assert.rejects(lost.backend().release(HOLD), { kind: 'unreachable' });
    assert.equal(lost.seen.length, 1);
  });
});

describe('a booking that exists', () => {
  it('is opened, put into a calendar and completed with its token in the header only', async () => {
    const ics = new Response('BEGIN:VCALENDAR', { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } });
    const receipt = json({ status: 'received', at: '2026-10-09T08:00:00Z' });
    const network = new ScriptedNetwork([json(BOOKING), ics, receipt]);
    const backend = network.backend();
    await backend.booking('b/1', 'secret-token-0123456');
    const file = await backend.calendarFile('b1', 'secret-token-0123456');
    assert.equal(`${file.type}: ${await file.text()}`, 'text/calendar: BEGIN:VCALENDAR');
    const consent = {
      documentId: 'd',
      version: '1',
      hash: `sha-256:${'0'.repeat(64)}`,
      at: '2026-10-09T08:00:00Z',
      locale: 'en',
    };
    const delivery = { formId: 'f', version: '1', answers: { skin: 'a bruise' }, consent, answeredAt: consent.at };
    await backend.deliverIntake('b1', 'secret-token-0123456', delivery, KEY);
    assert.deepEqual(
      network.seen.map(({ method, url }) => `${method} ${url}`),
      [
        'GET https://booking.example/v1/bookings/b%2F1',
        'GET https://booking.example/v1/bookings/b1/calendar.ics',
        'PUT https://booking.example/v1/bookings/b1/intake',
      ],
    );
    for (const { headers, init } of network.seen) {
      assert.equal(headers['Authorization'], 'Bearer secret-token-0123456');
      assert.equal(init.cache, 'no-store');
      assert.equal(init.redirect, 'error');
    }
  });
});
