import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { PLANTED_FAULTS, type PlantedFault } from '../../demo/backend/planted-faults.js';
import type { RunningBackend } from '../../demo/backend/start.js';
import type { Availability, AvailabilitySummary } from '../../src/contract/availability.js';
import { localTimeIn } from '../../src/domain/time/local-time.js';
import { startTestBackend } from '../support/backend.js';
import { MORNING } from './subject.js';
import { bookingOf, itemAt, Visitor } from './visitor.js';

const DAY = '2026-10-14';
const TOTAL = { expectedTotal: { amount: 8000, currency: 'GBP' } };

/** Whether a backend has a fault, each seen from outside. Without faults, all say no. */
const SIGNS: Record<PlantedFault, (visitor: Visitor) => Promise<boolean>> = {
  async 'no-constraint'(visitor) {
    const [slot] = await visitor.slots(DAY);
    await visitor.book(bookingOf([itemAt(slot)]));
    return (await visitor.book(bookingOf([itemAt(slot)]))).status === 201;
  },
  async 'key-ignored'(visitor) {
    const request = bookingOf([itemAt((await visitor.slots(DAY))[0])]);
    const key = randomUUID();
    await visitor.book(request, key);
    return (await visitor.book(request, key)).status !== 201;
  },
  async 'key-reused-silently'(visitor) {
    const [one, , , two] = await visitor.slots(DAY);
    const key = randomUUID();
    await visitor.book(bookingOf([itemAt(one)]), key);
    return (await visitor.book(bookingOf([itemAt(two)]), key)).status === 201;
  },
  async 'hold-never-expires'(visitor) {
    const [slot] = await visitor.slots(DAY);
    await visitor.hold([itemAt(slot)]);
    await visitor.advance(901);
    return (await visitor.slots(DAY))[0]?.start !== slot?.start;
  },
  async 'gap-hour-slot'(visitor) {
    await visitor.send('POST', '/test/clock', { body: { now: '2027-03-20T08:00:00Z' } });
    return (await visitor.slots('2027-03-28')).some(({ local }) => local.includes('T01:'));
  },
  async 'server-error-on-taken'(visitor) {
    const [slot] = await visitor.slots(DAY);
    await visitor.hold([itemAt(slot)]);
    const refused = await visitor.send<string>('POST', '/v1/holds', {
      body: { items: [itemAt(slot)] },
      headers: { 'Idempotency-Key': randomUUID() },
    });
    return refused.status === 500;
  },
  async 'id-only-read'(visitor) {
    const { body } = await visitor.book(bookingOf([itemAt((await visitor.slots(DAY))[0])]));
    return (await visitor.get(`/v1/bookings/${body.id}`)).status === 200;
  },
  async 'client-price-trusted'(visitor) {
    const request = bookingOf([itemAt((await visitor.slots(DAY))[0])], {
      expectedTotal: { amount: 1, currency: 'GBP' },
    });
    const { status, body } = await visitor.book(request);
    return status === 201 && body.price.total.amount === 1;
  },
  async 'cors-missing'(visitor) {
    return (await visitor.get('/v1/business')).headers.get('Access-Control-Allow-Origin') === null;
  },
  async 'retry-after-hidden'(visitor) {
    const { headers } = await visitor.get('/v1/business');
    return !/retry-after/i.test(headers.get('Access-Control-Expose-Headers') ?? '');
  },
  async 'token-in-query'(visitor) {
    const { body } = await visitor.book(bookingOf([itemAt((await visitor.slots(DAY))[0])]));
    return (await visitor.get(`/v1/bookings/${body.id}?token=${body.manageToken}`)).status === 200;
  },
  async 'summary-disagrees'(visitor) {
    const query = `practitioner=mara-lindqvist&service=back&option=back-60&place=incall&from=${DAY}&to=${DAY}`;
    const { body: summary } = await visitor.get<AvailabilitySummary>(`/v1/availability/summary?${query}`);
    const { body: full } = await visitor.get<Availability>(`/v1/availability?${query}`);
    const [short, entry] = [summary.entries[0]!, full.entries[0]!];
    return 'slots' in entry && 'freeDays' in short && entry.slots.length > 0 !== short.freeDays.includes(DAY);
  },
  async 'non-atomic-hold'(visitor) {
    const [one, , , two] = await visitor.slots(DAY);
    await visitor.hold([itemAt(two)]);
    await visitor.hold([itemAt(one), itemAt(two)]);
    return (await visitor.slots(DAY))[0]?.start !== one?.start;
  },
  async 'reschedule-frees-first'(visitor) {
    const [one, , , two] = await visitor.slots(DAY);
    const { body } = await visitor.book(bookingOf([itemAt(one)]));
    await visitor.hold([itemAt(two)]);
    await visitor.send('POST', `/v1/bookings/${body.id}/reschedule`, {
      body: { items: [itemAt(two)], ...TOTAL },
      headers: { 'Idempotency-Key': randomUUID(), Authorization: `Bearer ${body.manageToken}` },
    });
    return (await visitor.slots(DAY))[0]?.start === one?.start;
  },
  async 'wrong-local-offset'(visitor) {
    return (await visitor.slots(DAY)).some(
      ({ start, local }) => local !== localTimeIn('Europe/London', Date.parse(start)),
    );
  },
  async 'no-store-missing'(visitor) {
    const { body } = await visitor.book(bookingOf([itemAt((await visitor.slots(DAY))[0])]));
    const { headers } = await visitor.get(`/v1/bookings/${body.id}`, { Authorization: `Bearer ${body.manageToken}` });
    return headers.get('Cache-Control') !== 'no-store';
  },
};

async function visit(backend: RunningBackend): Promise<Visitor> {
  const visitor = new Visitor(backend.url);
  await visitor.send('POST', '/test/reset');
  await visitor.send('POST', '/test/clock', { body: { now: MORNING } });
  return visitor;
}

for (const fault of PLANTED_FAULTS) {
  test(`${fault} is there when it is planted`, async (t) => {
    const backend = await startTestBackend({ environment: { FAULT: fault } });
    t.after(() => backend.close());
    assert.equal(await SIGNS[fault](await visit(backend)), true);
  });
}

test('none of them is there otherwise', async (t) => {
  const backend = await startTestBackend();
  t.after(() => backend.close());
  for (const fault of PLANTED_FAULTS) assert.equal(await SIGNS[fault](await visit(backend)), false, fault);
});

test('a fault needs the test routes and a name that is known', async () => {
  await assert.rejects(startTestBackend({ environment: { FAULT: 'anything' } }), /must be one of no-constraint/);
  await assert.rejects(
    startTestBackend({ test: false, environment: { FAULT: 'no-constraint' } }),
    /only while testing/,
  );
});
