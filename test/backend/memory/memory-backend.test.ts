import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { BackendFailure, BookingBackend } from '../../../src/backend/booking-backend.js';
import type { AvailabilityEntry, Slot } from '../../../src/contract/availability.js';
import type { BookingRequest } from '../../../src/contract/booking.js';
import type { SessionItem } from '../../../src/contract/hold.js';
import {
  MEMORY_NOW,
  type Scene,
  connectedTo,
  memoryBackend,
  memoryServer,
} from '../../../src/backend/memory/memory-backend.js';
import { CONSENT } from '../../../src/backend/memory/intake-form.js';
import { BOOKING_REQUEST, KEY, QUERY } from '../answers.js';

const OTHER_KEY = '0b0f7a52-4d5e-4a58-8f5b-2f3a9a4c0d11';
const RANGE = { from: '2026-10-01', to: '2026-10-31' };
const NEXT_MONTH = { from: '2026-11-01', to: '2026-11-30' };

async function slots(backend: BookingBackend, range = RANGE, practitionerId = 'mara'): Promise<readonly Slot[]> {
  const answer = await backend.availability({ ...QUERY, ...range, practitionerIds: [practitionerId] });
  return (answer.entries[0] as AvailabilityEntry).slots;
}

const item = ({ start, token }: Slot): SessionItem => ({
  practitionerId: 'mara',
  serviceId: 'back',
  optionId: '60',
  addOnIds: [],
  place: 'incall',
  start,
  slotToken: token,
});

const request = (slot: Slot, more: Partial<BookingRequest> = {}): BookingRequest => ({
  ...BOOKING_REQUEST,
  items: [item(slot)],
  ...more,
});

async function failure(outcome: Promise<unknown>): Promise<BackendFailure> {
  return outcome.then(
    () => assert.fail('did not fail'),
    (error: BackendFailure) => error,
  );
}

describe('the memory backend', () => {
  it('lets an answer take its time: a page that reads it slowly asks once', async () => {
    const server = memoryServer('taken');
    const fetch = async (url: string, init: RequestInit): Promise<Response> => {
      const answered = await server.fetch(url, init);
      const later = (): Promise<unknown> => new Promise((done) => setTimeout(done, 20));
      await later();
      const body = new ReadableStream({
        async start(controller) {
          await later();
          controller.enqueue(new Uint8Array(await answered.arrayBuffer()));
          controller.close();
        },
      });
      return new Response(body, answered);
    };
    const backend = connectedTo(server, 'taken', { environment: { fetch } });
    const [first] = await slots(backend);
    await assert.rejects(backend.hold({ items: [item(first!)] }, KEY), { kind: 'taken' });
    assert.equal(server.requests.filter((line) => line === 'POST /holds').length, 1);
  });

  it("answers every question in the contract's own words", async (test) => {
    const warn = test.mock.method(console, 'warn', () => undefined);
    const backend = memoryBackend();
    await backend.discovery();
    const { services, practitioners } = await backend.catalogue({});
    for (const { id, places, serviceIds } of practitioners) {
      const own = await backend.catalogue({ practitionerId: id });
      assert.deepEqual(own.services.map((service) => service.id).sort(), [...serviceIds].sort());
      const [offer] = places;
      const outward = offer!.place === 'outcall' ? { outwardCode: offer!.zones[0]!.outwardCodes[0]! } : {};
      const choice = { practitionerIds: [id], serviceId: serviceIds[0]!, optionId: '60', addOnIds: [] };
      const { entries } = await backend.availability({ ...choice, ...NEXT_MONTH, place: offer!.place, ...outward });
      assert.ok('slots' in entries[0]! && entries[0].slots.length > 0, `${id} has times`);
    }
    for (const { intakeForm } of services) {
      const form = await backend.intakeForm(intakeForm!);
      assert.ok(form.items.some(({ section }) => section === 'safety'));
      await backend.consentDocument(form.consent!);
    }
    assert.equal(warn.mock.callCount(), 0);
  });

  it('publishes a consent text that has the hash it says', () => {
    assert.equal(CONSENT.hash, `sha-256:${createHash('sha256').update(CONSENT.text, 'utf8').digest('hex')}`);
  });

  it('offers London times from eleven to ten, on both sides of the change of clocks', async () => {
    const all = await slots(memoryBackend());
    for (const { start, end, local } of all) {
      assert.equal(Date.parse(local), Date.parse(start));
      assert.ok(local.slice(11, 16) >= '11:00' && local.slice(11, 16) <= '21:00', local);
      assert.equal(Date.parse(end) - Date.parse(start), 3_600_000);
      assert.equal(local.slice(-6), local < '2026-10-25' ? '+01:00' : '+00:00');
    }
    assert.ok(all.every(({ start }) => start > MEMORY_NOW));
  });

  it('keeps a held time for its holder, longer once, and gives it back', async () => {
    const server = memoryServer();
    const [mine, other] = [connectedTo(server), connectedTo(server)];
    const [slot] = await slots(mine);
    const hold = await mine.hold({ items: [item(slot!)] }, KEY);
    assert.deepEqual(await mine.hold({ items: [item(slot!)] }, KEY), hold, 'the same key is the same hold');
    assert.ok(!(await slots(other)).some(({ start }) => start === slot!.start));
    const refused = await failure(other.hold({ items: [item(slot!)] }, OTHER_KEY));
    assert.equal(refused.kind, 'taken');
    assert.ok(refused.problem!.alternatives!.length > 0);
    const longer = await mine.hold({ items: [item(slot!)], hold }, OTHER_KEY);
    assert.deepEqual([longer.id, longer.extendable], [hold.id, false]);
    await other.release({ id: hold.id, token: 'not-the-token-0123456' });
    assert.ok(!(await slots(other)).some(({ start }) => start === slot!.start));
    await mine.release(hold);
    await mine.release(hold);
    assert.ok((await slots(other)).some(({ start }) => start === slot!.start));
  });

  it('books a held time once, however often it is asked, and takes it off offer', async () => {
    const server = memoryServer();
    const backend = connectedTo(server);
    const [slot] = await slots(backend);
    const hold = await backend.hold({ items: [item(slot!)] }, OTHER_KEY);
    const wanted = request(slot!, { hold });
    const booking = await backend.book(wanted, KEY);
    assert.deepEqual(await backend.book(wanted, KEY), booking);
    assert.equal(server.diary.bookings.size, 1);
    assert.equal(
      (await failure(backend.book({ ...wanted, locale: 'de' }, KEY))).problem!.code,
      'idempotency-key-reused',
    );
    assert.equal((await failure(backend.book(wanted, OTHER_KEY))).problem!.code, 'hold-consumed');
    assert.ok(!(await slots(backend)).some(({ start }) => start === slot!.start));
    assert.deepEqual(await backend.findBooking(KEY), booking);
    const { manageToken, ...known } = booking;
    assert.deepEqual(await backend.booking(booking.id, manageToken!), known);
    assert.match(
      await (await backend.calendarFile(booking.id, booking.manageToken!)).text(),
      /DTSTART:20261\d{3}T\d{6}Z/,
    );
    for (const [id, token] of [
      [booking.id, 'somebody-elses-token'],
      ['booking-99', booking.manageToken!],
    ] as const) {
      assert.equal((await failure(backend.booking(id, token))).kind, 'not-found');
    }
  });

  it('still books after a hold ran out, unless somebody was faster', async () => {
    let now = Date.parse(MEMORY_NOW);
    const server = memoryServer('default', { now: () => now });
    const backend = connectedTo(server);
    const [first, , , , , , , last] = await slots(backend, { from: '2026-10-13', to: '2026-10-13' });
    const [one, two] = [
      await backend.hold({ items: [item(first!)] }, `${KEY}-1`),
      await backend.hold({ items: [item(last!)] }, `${KEY}-2`),
    ];
    now += 901_000;
    assert.equal((await backend.book(request(first!, { hold: one }), `${KEY}-3`)).status, 'confirmed');
    await connectedTo(server).book(request(last!), `${KEY}-4`);
    const late = await failure(backend.book(request(last!, { hold: two }), `${KEY}-5`));
    assert.equal(late.kind, 'taken');
    assert.equal(late.problem!.holdExpired, true);
  });

  it('visits where it says and asks for the fee of the zone', async () => {
    const backend = memoryBackend();
    const visit = { ...QUERY, place: 'outcall' as const };
    const { entries } = await backend.availability({ ...visit, outwardCode: 'NW1' });
    const { price } = entries[0] as AvailabilityEntry;
    assert.deepEqual(
      price.lines.map(({ kind, amount }) => `${kind} ${amount.amount}`),
      ['service 8000', 'travel 1000'],
    );
    const far = await backend.availability({ ...visit, outwardCode: 'SE25' });
    assert.deepEqual(far.entries[0], { practitionerId: 'mara', problem: { code: 'outside-service-area' } });
  });

  it('takes answers for its own bookings only, with a consent to the text it published', async () => {
    const server = memoryServer();
    const backend = connectedTo(server);
    const [slot] = await slots(backend);
    const { id, manageToken } = await backend.book(request(slot!, { intake: 'inline' }), KEY);
    const consent = { documentId: CONSENT.id, version: '1', hash: CONSENT.hash, at: MEMORY_NOW, locale: 'en-GB' };
    const delivery = {
      formId: 'before-massage',
      version: '1',
      answers: { pressure: 'firm' },
      consent,
      answeredAt: MEMORY_NOW,
    };
    const outdated = { ...delivery, consent: { ...consent, hash: `sha-256:${'0'.repeat(64)}` } };
    assert.equal(
      (await failure(backend.deliverIntake(id, manageToken!, outdated, `${KEY}-1`))).problem!.code,
      'consent-outdated',
    );
    assert.equal(
      (await failure(backend.deliverIntake(id, 'not-the-token-0123456', delivery, `${KEY}-2`))).kind,
      'not-found',
    );
    assert.equal((await backend.deliverIntake(id, manageToken!, delivery, `${KEY}-3`)).status, 'received');
    assert.equal((await backend.booking(id, manageToken!)).intake.status, 'received');
  });

  it('never books two sessions of one practitioner at overlapping times', async () => {
    const step = fc.record({
      pick: fc.nat(60),
      how: fc.constantFrom('hold', 'book', 'book-held', 'release'),
      minutes: fc.constantFrom('45', '90'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const server = memoryServer();
        const backend = connectedTo(server);
        const all = await slots(backend, { from: '2026-10-13', to: '2026-10-15' });
        const held: { hold: Awaited<ReturnType<BookingBackend['hold']>>; wanted: SessionItem }[] = [];
        for (const [index, { pick, how, minutes }] of steps.entries()) {
          const wanted = { ...item(all[pick % all.length]!), optionId: minutes };
          const key = `${KEY}-${index}`;
          const expectedTotal = { amount: minutes === '45' ? 6500 : 11500, currency: 'GBP' };
          const one = held[pick % (held.length || 1)];
          const outcome =
            how === 'hold'
              ? backend.hold({ items: [wanted] }, key).then((hold) => void held.push({ hold, wanted }))
              : how === 'release'
                ? one && backend.release(one.hold)
                : how === 'book'
                  ? backend.book({ ...BOOKING_REQUEST, items: [wanted], expectedTotal }, key)
                  : one &&
                    backend.book(
                      { ...BOOKING_REQUEST, items: [one.wanted], hold: one.hold, expectedTotal: one.hold.price.total },
                      key,
                    );
          await outcome?.catch((error: BackendFailure) => assert.match(error.kind, /^(taken|refused)$/));
        }
        const booked = [...server.diary.bookings.values()]
          .flatMap(({ sessions }) => sessions)
          .sort((a, b) => a.start.localeCompare(b.start));
        for (const [index, { start }] of booked.entries()) {
          if (index > 0) assert.ok(booked[index - 1]!.end <= start, `${booked[index - 1]!.end} runs into ${start}`);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('a scene', () => {
  const count = async (scene: Scene, range?: typeof RANGE): Promise<number> =>
    (await slots(memoryBackend(scene), range)).length;

  it('is as full or empty as its name says', async () => {
    assert.deepEqual([await count('empty-month'), (await count('empty-month', NEXT_MONTH)) > 0], [0, true]);
    assert.deepEqual([await count('full'), await count('full', NEXT_MONTH)], [0, 0]);
    assert.ok((await count('full', { from: '2026-12-01', to: '2026-12-31' })) > 0);
    assert.equal(await count('empty-horizon', { from: '2026-12-01', to: '2026-12-31' }), 0);
    assert.deepEqual([await count('one-slot'), await count('one-slot', NEXT_MONTH)], [1, 0]);
    assert.equal(await count('sixty-a-day', { from: '2026-10-20', to: '2026-10-20' }), 60);
  });

  for (const [scene, kind] of [
    ['error', 'unreachable'],
    ['offline', 'unreachable'],
    ['html', 'broken'],
    ['bad-json', 'broken'],
    ['foreign', 'broken'],
  ] as const) {
    it(`"${scene}" fails as ${kind}, from where it is told`, async (test) => {
      test.mock.method(console, 'warn', () => undefined);
      assert.equal((await failure(memoryBackend(scene).discovery())).kind, kind);
      const late = memoryBackend(scene, { faultAt: '/availability' });
      await late.catalogue({});
      assert.equal((await failure(slots(late))).kind, kind);
    });
  }

  it('"taken" refuses the first hold and offers others that can be held', async () => {
    const backend = memoryBackend('taken');
    const [slot] = await slots(backend);
    const refused = await failure(backend.hold({ items: [item(slot!)] }, KEY));
    assert.equal(refused.kind, 'taken');
    const alternatives = refused.problem!.alternatives!;
    assert.equal(alternatives.length, 6);
    await backend.hold({ items: [item(alternatives[2]!)] }, OTHER_KEY);
  });

  it('"price-changed" books nothing until the new price is agreed to', async () => {
    const server = memoryServer('price-changed');
    const backend = connectedTo(server, 'price-changed');
    const [slot] = await slots(backend);
    const refused = await failure(backend.book(request(slot!), KEY));
    assert.deepEqual(
      [refused.kind, refused.problem!.price!.total.amount, server.diary.bookings.size],
      ['price-changed', 8500, 0],
    );
    await backend.book(request(slot!, { expectedTotal: refused.problem!.price!.total }), OTHER_KEY);
    assert.equal(server.diary.bookings.size, 1);
  });

  it('"lost-answer" is one booking all the same', async () => {
    const server = memoryServer('lost-answer');
    const backend = connectedTo(server, 'lost-answer');
    const [slot] = await slots(backend);
    const booking = await backend.book(request(slot!), KEY);
    assert.equal(server.requests.filter((each) => each === 'POST /bookings').length, 2);
    assert.deepEqual([...server.diary.bookings.keys()], [booking.id]);
  });

  it('"answers-lost" is unknown, and found by its key; "requests-lost" is unknown, and is not there', async () => {
    for (const [scene, found] of [
      ['answers-lost', true],
      ['requests-lost', false],
    ] as const) {
      const backend = memoryBackend(scene);
      const [slot] = await slots(backend);
      assert.equal((await failure(backend.book(request(slot!), KEY))).kind, 'unknown');
      assert.equal((await backend.findBooking(KEY)) !== null, found);
    }
  });

  it('"request" asks the therapist first, "intake-fails" books and cannot take the answers', async () => {
    const asking = memoryBackend('request');
    assert.equal((await asking.book(request((await slots(asking))[0]!), KEY)).status, 'requested');
    const failing = memoryBackend('intake-fails');
    const booking = await failing.book(request((await slots(failing))[0]!), KEY);
    const consent = { documentId: CONSENT.id, version: '1', hash: CONSENT.hash, at: MEMORY_NOW, locale: 'en-GB' };
    const delivery = { formId: 'before-massage', version: '1', answers: {}, consent, answeredAt: MEMORY_NOW };
    const lost = await failure(failing.deliverIntake(booking.id, booking.manageToken!, delivery, OTHER_KEY));
    assert.equal(lost.kind, 'unknown');
  });

  it('without a safety check books nothing', async () => {
    const backend = memoryBackend();
    const [slot] = await slots(backend);
    const { safetyCheck: _, ...unsafe } = request(slot!);
    assert.equal((await failure(backend.book(unsafe, KEY))).problem!.code, 'screening-refused');
    const empty = await failure(backend.book({ ...request(slot!), items: [] }, OTHER_KEY));
    assert.deepEqual(
      empty.problem!.errors?.map(({ pointer }) => pointer),
      ['/items'],
    );
  });
});
