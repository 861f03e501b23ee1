import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import payloadReserve from '../../src/backend/adapters/payload-reserve.js';
import { BackendFailure, type BookingBackend, type FailureKind } from '../../src/backend/booking-backend.js';
import { ConfigurationError } from '../../src/backend/address.js';
import { page, type Environment } from '../../src/backend/environment.js';
import { transport } from '../../src/backend/http/transport.js';
import type { AvailabilityEntry, AvailabilityQuery, Slot } from '../../src/contract/availability.js';
import { Booking, type BookingRequest } from '../../src/contract/booking.js';
import { Availability } from '../../src/contract/availability.js';
import { Discovery } from '../../src/contract/discovery.js';
import { Hold } from '../../src/contract/hold.js';
import { Catalogue } from '../../src/contract/service.js';
import { addDays } from '../../src/domain/time/plain-date.js';
import { dateIn } from '../../src/domain/time/local-time.js';
import { startFaultProxy, type FaultProxy } from '../support/fault-proxy.js';
import { startPractice, type Practice } from './payload-reserve/practice.js';

const SETTINGS = 'zone=Europe/London&currency=GBP&horizon=730&name=Juniper+Vale&area=Marylebone&phone=020+7946+0100';

let practice: Practice;
let proxy: FaultProxy;
let backend: BookingBackend;
/** Each test has a day of its own, so that none depends on another's bookings. */
let day = addDays(dateIn('Europe/London', Date.now()), 20);

before(async () => {
  [practice, proxy] = await Promise.all([startPractice(), startFaultProxy()]);
  proxy.forwardTo(practice.url);
});
after(() => Promise.all([practice.close(), proxy.close()]));
beforeEach(async () => {
  await proxy.calm();
  proxy.requests.length = 0;
  day = addDays(day, 2);
  backend = adapter();
});

/** Repeats at once where a page would wait, so that exhausted repeats do not cost minutes. */
function adapter(more: Partial<Environment> = {}, settings = SETTINGS): BookingBackend {
  const { READ, HOLD, WRITE } = transport;
  const delay = (): number => 5;
  return payloadReserve(`${proxy.url}?${settings}`, {
    ...transport,
    ...{ READ: { ...READ, delay }, HOLD: { ...HOLD, delay }, WRITE: { ...WRITE, delay } },
    page: { ...page, repeats: [], ...more },
  });
}

function query(more: Partial<AvailabilityQuery> = {}): AvailabilityQuery {
  return {
    practitionerIds: [String(practice.ids.therapist)],
    serviceId: String(practice.ids.back),
    optionId: 'standard',
    addOnIds: [],
    place: 'incall',
    from: day,
    to: day,
    ...more,
  };
}

async function slots(more: Partial<AvailabilityQuery> = {}): Promise<Slot[]> {
  const { entries } = await backend.availability(query(more));
  return (entries[0] as AvailabilityEntry).slots;
}

function request(slot: Slot, more: Partial<BookingRequest> = {}): BookingRequest {
  const { practitionerIds, from: _from, to: _to, ...choice } = query();
  return {
    items: [{ ...choice, addOnIds: [], practitionerId: practitionerIds[0]!, start: slot.start, slotToken: slot.token }],
    client: { name: 'Ada Example', email: 'ada@example.com', phone: '020 7946 0555' },
    intake: 'off',
    consents: [],
    expectedTotal: { amount: 6250, currency: 'GBP' },
    locale: 'en-GB',
    ...more,
  };
}

let keys = 0;
const newKey = (): string => `0123456789abcdef-${(keys += 1)}`;

async function fails(kind: FailureKind, promise: Promise<unknown>): Promise<BackendFailure> {
  const error = await promise.then(
    () => assert.fail('it did not fail'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof BackendFailure, String(error));
  assert.equal(error.kind, kind, error.message);
  return error;
}

const rowsOn = async (start: string): Promise<number> =>
  (await practice.reservations()).filter(({ start_time }) => Date.parse(start_time) === Date.parse(start)).length;

describe('what payload-reserve offers', () => {
  it('is told in the words of the contract', async () => {
    const { business, capabilities, limits } = Discovery.parse(await backend.discovery());
    assert.equal(business.name, 'Juniper Vale');
    assert.deepEqual(business.contact, { phone: '020 7946 0100' });
    assert.deepEqual(
      { ...capabilities },
      {
        holds: true,
        batchAvailability: false,
        idempotency: 'detect',
        atomicBooking: true,
        bookingLookup: false,
        addOns: false,
        outcall: false,
        cancel: false,
        reschedule: false,
        calendarFile: false,
        intake: 'none',
        consents: false,
        payment: 'none',
        courses: false,
      },
    );
    assert.equal(limits.holdSeconds, 600);
  });

  it('is what a guest can book: no retired service, none without a price, no room', async () => {
    const { services, practitioners } = Catalogue.parse(await backend.catalogue({}));
    assert.deepEqual(
      services.map(({ name, options, intakeForm }) => [name, options[0]!.minutes, options[0]!.prices, intakeForm]),
      [
        ['Back massage', 60, [{ place: 'incall', price: { amount: 6250, currency: 'GBP' } }], undefined],
        ['Holistic massage', 90, [{ place: 'incall', price: { amount: 9000, currency: 'GBP' } }], undefined],
      ],
    );
    assert.deepEqual(
      practitioners.map(({ name, serviceIds }) => [name, serviceIds]),
      [['Juniper Vale', [practice.ids.back, practice.ids.holistic].map(String)]],
    );
    assert.deepEqual(await backend.catalogue({ practitionerId: '999' }), { services: [], practitioners: [] });
  });

  it('has times every 15 minutes, at the hours of London on both sides of a change of clocks', async () => {
    for (const [from, to, offsets] of [
      ['2027-03-27', '2027-03-28', ['+00:00', '+01:00']],
      ['2027-10-30', '2027-10-31', ['+01:00', '+00:00']],
    ] as const) {
      const answer = Availability.parse(await backend.availability(query({ from, to })));
      const found = (answer.entries[0] as AvailabilityEntry).slots;
      for (const [index, date] of [from, to].entries()) {
        const that = found.filter(({ local }) => local.startsWith(date));
        assert.deepEqual(
          that.slice(0, 2).map(({ local }) => local),
          [`${date}T09:00:00${offsets[index]}`, `${date}T09:15:00${offsets[index]}`],
        );
        assert.equal(that.at(-1)?.local, `${date}T17:00:00${offsets[index]}`);
        assert.ok(that.every(({ start, local }) => Date.parse(start) === Date.parse(local)));
      }
    }
  });

  it('is asked for day by day, at most four at once, and never for days that are over or beyond the horizon', async () => {
    let running = 0;
    let most = 0;
    const fetch: Environment['fetch'] = async (url, init) => {
      running += 1;
      most = Math.max(most, running);
      try {
        return await globalThis.fetch(url, init);
      } finally {
        running -= 1;
      }
    };
    backend = adapter({ fetch }, SETTINGS.replace('horizon=730', 'horizon=9'));
    const today = dateIn('Europe/London', Date.now());
    const { horizon } = await backend.availability(query({ from: addDays(today, -15), to: addDays(today, 15) }));
    assert.equal(horizon, addDays(today, 9));
    const asked = proxy.requests.flatMap(({ path }) => /date=([\d-]+)/.exec(path)?.[1] ?? []);
    assert.deepEqual(
      asked.sort(),
      Array.from({ length: 10 }, (_, index) => addDays(today, index)),
    );
    assert.equal(most, 4);
  });

  it('is read no further once nobody wants it', async () => {
    const leaving = new AbortController();
    const read = backend.availability(query({ to: addDays(day, 30) }), leaving.signal);
    await backend.catalogue({});
    leaving.abort();
    await assert.rejects(read, { name: 'AbortError' });
    assert.ok(proxy.requests.filter(({ path }) => path.includes('/slots')).length <= 4);
  });

  it('costs no preflight to look at', async () => {
    await slots();
    assert.deepEqual(
      proxy.requests.filter(({ method }) => method !== 'GET'),
      [],
    );
  });

  it('fails alone where it is asked for alone, and as one of several does not cost the others theirs', async () => {
    await fails('not-found', slots({ practitionerIds: ['999'] }));
    await fails('not-found', slots({ place: 'outcall' }));
    const { entries } = await backend.availability(query({ practitionerIds: ['999', String(practice.ids.therapist)] }));
    assert.deepEqual(entries[0], { practitionerId: '999', problem: { code: 'not-found' } });
    assert.ok('slots' in entries[1]! && entries[1].slots.length > 0);
  });
});

describe('keeping a time', () => {
  it('keeps it from everybody else, who are offered six others near it, and gives it back', async () => {
    const slot = (await slots())[8]!;
    const hold = Hold.parse(await backend.hold({ items: request(slot).items }, newKey()));
    assert.equal(hold.secondsLeft, 600);
    assert.equal(hold.extendable, false);
    assert.equal(hold.price.total.amount, 6250);
    assert.ok(!(await slots()).some(({ start }) => start === slot.start));

    const { problem } = await fails('taken', adapter().hold({ items: request(slot).items }, newKey()));
    assert.equal(problem?.alternatives?.length, 6);
    // An hour on either side of an hour's treatment: nearer ones overlap.
    assert.ok(
      problem.alternatives.every(({ start }) => Math.abs(Date.parse(start) - Date.parse(slot.start)) >= 3_600_000),
    );

    await backend.release(hold);
    await backend.release(hold);
    assert.ok((await slots()).some(({ start }) => start === slot.start));
  });

  it('is refused for longer and for a time outside the hours, and given up for another time', async () => {
    const slot = (await slots())[0]!;
    const hold = await backend.hold({ items: request(slot).items }, newKey());
    await fails('refused', backend.hold({ items: request(slot).items, hold }, newKey()));
    const later = (await slots()).find(({ start }) => Date.parse(start) >= Date.parse(slot.end))!;
    const other = await backend.hold({ items: request(later).items, hold }, newKey());
    const free = (await slots()).map(({ start }) => start);
    assert.deepEqual([free.includes(slot.start), free.includes(later.start)], [true, false]);
    await backend.release(other);
    const night = { ...slot, start: `${day}T03:00:00.000Z` };
    await fails('taken', backend.hold({ items: request(night).items }, newKey()));
  });
});

describe('booking', () => {
  it('puts a row into the database, with what has no field of its own in the notes', async () => {
    const slot = (await slots())[4]!;
    const hold = await backend.hold({ items: request(slot).items }, newKey());
    const key = newKey();
    const booking = Booking.parse(
      await backend.book(request(slot, { hold, notes: 'Second bell', reference: 'spring-24' }), key),
    );
    assert.equal(booking.status, 'requested');
    assert.equal(booking.manageToken, undefined);
    assert.deepEqual(
      booking.sessions.map(({ practitionerName, serviceName, minutes, start, local }) => [
        ...[practitionerName, serviceName, minutes],
        ...[Date.parse(start), local],
      ]),
      [['Juniper Vale', 'Back massage', 60, Date.parse(slot.start), slot.local]],
    );
    const row = (await practice.reservations()).at(-1)!;
    assert.equal(String(row.id), booking.reference);
    assert.deepEqual(
      {
        ...{ service: row.service_id, resource: row.resource_id, status: row.status },
        ...{ name: row.guest_name, email: row.guest_email, phone: row.guest_phone },
        ...{ notes: row.notes, key: row.idempotency_key },
        ...{ start: Date.parse(row.start_time), end: Date.parse(row.end_time) },
      },
      {
        ...{ service: practice.ids.back, resource: practice.ids.therapist, status: 'pending' },
        ...{ name: 'Ada Example', email: 'ada@example.com', phone: '020 7946 0555' },
        ...{ notes: 'Second bell\nReference: spring-24', key },
        ...{ start: Date.parse(slot.start), end: Date.parse(slot.end) },
      },
    );
    assert.ok(!(await slots()).some(({ start }) => start === slot.start));
  });

  it('of a time that is gone says so and names others', async () => {
    const slot = (await slots())[4]!;
    await adapter().book(request(slot), newKey());
    const { problem } = await fails('taken', backend.book(request(slot), newKey()));
    assert.equal(problem?.alternatives?.length, 6);
    assert.equal(await rowsOn(slot.start), 1);
  });

  it('by eight at once gives the time to one', async () => {
    const slot = (await slots())[4]!;
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => adapter().book(request(slot), newKey())));
    const lost = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [outcome.reason as BackendFailure] : [],
    );
    assert.deepEqual(
      lost.map(({ kind }) => kind),
      Array.from({ length: 7 }, () => 'taken'),
    );
    assert.equal(await rowsOn(slot.start), 1);
  });

  it('twice under one key is one booking', async () => {
    const slot = (await slots())[4]!;
    const key = newKey();
    const first = await backend.book(request(slot), key);
    const again = Booking.parse(await backend.book(request(slot), key));
    assert.equal(again.status, first.status);
    assert.deepEqual(again.sessions, first.sessions);
    assert.equal(await rowsOn(slot.start), 1);
  });

  it('whose answer is lost once is sent again under its key, and stands once', async () => {
    const slot = (await slots())[4]!;
    proxy.spoil({ kind: 'lose' }, 'POST /api/reserve/book', 1);
    assert.equal((await backend.book(request(slot), newKey())).status, 'requested');
    const attempts = proxy.requests.filter(({ method, path }) => `${method} ${path}` === 'POST /api/reserve/book');
    assert.equal(attempts.length, 2);
    assert.equal(new Set(attempts.map(({ body }) => body)).size, 1);
    assert.equal(await rowsOn(slot.start), 1);
  });

  it('whose answer is lost again and again has an unknown outcome, and asking later settles it', async () => {
    const slot = (await slots())[4]!;
    const key = newKey();
    proxy.spoil({ kind: 'lose' }, 'POST /api/reserve/book');
    await fails('unknown', backend.book(request(slot), key));
    await proxy.calm();
    assert.equal((await backend.book(request(slot), key)).status, 'requested');
    assert.equal(await rowsOn(slot.start), 1);
  });

  it('at another price than the client saw books nothing', async () => {
    const slot = (await slots())[4]!;
    await practice.sql(`UPDATE services SET price = 65 WHERE id = ${practice.ids.back}`);
    try {
      const { problem } = await fails('price-changed', backend.book(request(slot), newKey()));
      assert.deepEqual(problem?.price?.total, { amount: 6500, currency: 'GBP' });
      assert.equal(await rowsOn(slot.start), 0);
      const seen = request(slot, { expectedTotal: problem.price.total });
      assert.equal((await backend.book(seen, newKey())).price.total.amount, 6500);
    } finally {
      await practice.sql(`UPDATE services SET price = 62.5 WHERE id = ${practice.ids.back}`);
    }
  });

  it('with a mail address payload does not take names the field', async () => {
    const slot = (await slots())[4]!;
    const client = { name: 'Ada Example', email: 'ada@example' };
    const { problem } = await fails('invalid', backend.book(request(slot, { client }), newKey()));
    assert.deepEqual(
      problem?.errors?.map(({ pointer }) => pointer),
      ['/client/email'],
    );
  });

  it('with a practice that confirms at once is confirmed', async () => {
    const atOnce = await startPractice('confirmed');
    try {
      const instant = payloadReserve(`${atOnce.url}/api?${SETTINGS}&approval=instant`, transport);
      const { practitioners } = await instant.catalogue({});
      assert.equal(practitioners[0]?.places[0]?.approval, 'instant');
      const entry = (await instant.availability(query())).entries[0] as AvailabilityEntry;
      assert.equal((await instant.book(request(entry.slots[0]!), newKey())).status, 'confirmed');
    } finally {
      await atOnce.close();
    }
  });
});

describe('bad weather', () => {
  it('is unreachable, broken or refused, as it is', async () => {
    proxy.spoil({ kind: 'reset' });
    await fails('unreachable', backend.catalogue({}));
    await proxy.calm();
    proxy.spoil({ kind: 'answer', status: 200, type: 'text/html', body: '<h1>Sign in to Wi-Fi</h1>' });
    await fails('broken', backend.catalogue({}));
    await proxy.calm();
    proxy.spoil({ kind: 'answer', status: 200, type: 'application/json', body: '{"docs": 7}' });
    await fails('broken', backend.catalogue({}));
    await proxy.calm();
    assert.equal((await backend.catalogue({})).services.length, 2);
  });

  it('tells the owner which collections the public cannot read', async (context) => {
    const warn = context.mock.method(console, 'warn', () => undefined);
    const body = '{"errors":[{"message":"You are not allowed to perform this action."}]}';
    proxy.spoil({ kind: 'answer', status: 403, type: 'application/json', body }, 'GET /api/services');
    await fails('refused', backend.catalogue({}));
    assert.match(String(warn.mock.calls[0]?.arguments[0]), /let the public read its collections "services"/);
  });

  it('has no words for what payload-reserve keeps from the browser', async () => {
    const reference = { id: 'any', version: '1' };
    await fails('not-found', backend.intakeForm(reference));
    await fails('not-found', backend.booking('1', 'any'));
    await fails('not-found', backend.findBooking('any'));
    await fails('not-found', backend.calendarFile('1', 'any'));
  });
});

describe('an address', () => {
  for (const settings of [
    '',
    'zone=Europe/London',
    'currency=GBP',
    'zone=London&currency=GBP',
    'zone=UTC&currency=gbp',
  ]) {
    it(`cannot end in "?${settings}": times and prices would be guesses`, () => {
      assert.throws(() => adapter({}, settings), ConfigurationError);
    });
  }
});
