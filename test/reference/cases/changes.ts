import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import ICAL from 'ical.js';
import { Booking } from '../../../src/contract/booking.js';
import type { SessionItem } from '../../../src/contract/hold.js';
import type { Subject } from '../subject.js';
import { bookingOf, itemAt, type Answer, type Refusable, type Visitor } from '../visitor.js';

const DAY = '2026-10-14';
const TOTAL = { expectedTotal: { amount: 8000, currency: 'GBP' } };

type Write = (what: string, body?: object, headers?: Record<string, string>) => Promise<Answer<Refusable<Booking>>>;

async function prepare(visitor: Visitor, fields = {}, at = 0): Promise<{ booking: Booking; write: Write }> {
  const slots = await visitor.slots(DAY);
  const { body: booking } = await visitor.book(bookingOf([itemAt(slots[at])], fields));
  return {
    booking,
    write: (what, body = {}, headers = {}) =>
      visitor.send('POST', `/v1/bookings/${booking.id}/${what}`, {
        body,
        headers: { 'Idempotency-Key': randomUUID(), Authorization: `Bearer ${booking.manageToken}`, ...headers },
      }),
  };
}

const isFree = async (visitor: Visitor, start: string | undefined): Promise<boolean> =>
  (await visitor.slots(DAY)).some((slot) => slot.start === start);

const openOf = (visitor: Visitor, booking: Booking, rest = ''): Promise<Answer<Booking>> =>
  visitor.get<Booking>(`/v1/bookings/${booking.id}${rest}`, { Authorization: `Bearer ${booking.manageToken}` });

/** Life after booking: cancelling and moving. */
export function changes(subject: Subject): void {
  test('a cancelled booking frees its time at once, and can be cancelled any number of times', async () => {
    const { visitor, database } = subject();
    const { booking, write } = await prepare(visitor);
    assert.deepEqual(booking.allowed, { cancel: true, reschedule: true });
    const first = await write('cancel');
    assert.deepEqual([first.status, first.body.status, first.body.revision], [200, 'cancelled', 2]);
    assert.ok(Booking.parse(first.body).cancelledAt);
    assert.deepEqual(first.body.allowed, { cancel: false, reschedule: false });
    assert.equal(await isFree(visitor, booking.sessions[0]?.start), true);
    const again = await write('cancel');
    assert.deepEqual([again.status, again.body.revision], [200, 2]);
    assert.deepEqual(await database.query('SELECT count(*)::int AS mails FROM outbox'), [{ mails: 4 }]);
  });

  test('after the free period a booking is neither cancelled nor moved here; one only asked for still is', async () => {
    const { visitor } = subject();
    const standing = await prepare(visitor);
    const asked = await prepare(visitor, { asRequest: true }, 3);
    const slots = await visitor.slots(DAY);
    // A minute less than 24 hours before the first of them.
    await visitor.advance(
      (Date.parse(standing.booking.sessions[0]!.start) - Date.parse('2026-10-09T08:00:00Z')) / 1000 - 86_340,
    );
    assert.deepEqual((await openOf(visitor, standing.booking)).body.allowed, { cancel: false, reschedule: false });
    const refused = await standing.write('cancel');
    assert.deepEqual([refused.status, refused.body.code], [403, 'cancellation-window-passed']);
    const moved = await standing.write('reschedule', { items: [itemAt(slots.at(-1))], ...TOTAL });
    assert.deepEqual([moved.status, moved.body.code], [403, 'reschedule-not-allowed']);
    assert.equal((await openOf(visitor, standing.booking)).body.status, 'confirmed');
    assert.equal((await asked.write('cancel')).body.status, 'cancelled');
  });

  test('a moved booking has its new time, and the old one is free', async () => {
    const { visitor } = subject();
    const { booking, write } = await prepare(visitor);
    const later = (await visitor.slots(DAY)).find(({ local }) => local.includes('T15:00'));
    const moved = await write('reschedule', { items: [itemAt(later)], ...TOTAL });
    assert.deepEqual(
      [moved.status, moved.body.status, moved.body.sessions[0]?.start],
      [200, 'confirmed', later?.start],
    );
    assert.equal(moved.body.freeUntil.local, '2026-10-13T15:00:00+01:00');
    assert.equal(moved.body.reference, booking.reference);
    assert.deepEqual(
      [await isFree(visitor, booking.sessions[0]?.start), await isFree(visitor, later?.start)],
      [true, false],
    );
  });

  test('half an hour later overlaps nobody but itself', async () => {
    const { visitor } = subject();
    const slots = await visitor.slots(DAY);
    const { write } = await prepare(visitor);
    assert.equal((await write('reschedule', { items: [itemAt(slots[1])], ...TOTAL })).status, 200);
  });

  test('a move to a taken time changes nothing, and names others', async () => {
    const { visitor, database } = subject();
    const slots = await visitor.slots(DAY);
    const { booking, write } = await prepare(visitor);
    await visitor.hold([itemAt(slots[6])]);
    const before = await database.query('SELECT * FROM bookings');
    const refused = await write('reschedule', { items: [itemAt(slots[6])], ...TOTAL });
    assert.deepEqual([refused.status, refused.body.code], [409, 'slot-unavailable']);
    assert.ok((refused.body.alternatives ?? []).length > 0);
    assert.deepEqual(await database.query('SELECT * FROM bookings'), before);
    assert.equal(await isFree(visitor, booking.sessions[0]?.start), false);
  });

  test('a move may use a hold, once', async () => {
    const { visitor } = subject();
    const slots = await visitor.slots(DAY);
    const { write } = await prepare(visitor);
    const { body: hold } = await visitor.hold([itemAt(slots[6])]);
    const moved = await write('reschedule', { items: [itemAt(slots[6])], hold, ...TOTAL });
    assert.equal(moved.status, 200);
    const { write: other } = await prepare(visitor, {}, 0);
    const second = await other('reschedule', { items: [itemAt(slots[12])], hold, ...TOTAL });
    assert.equal(second.body.code, 'hold-consumed');
  });

  test('only the time can be moved, at the price that was shown', async () => {
    const { visitor } = subject();
    const slots = await visitor.slots(DAY);
    const { write } = await prepare(visitor);
    const items = (fields: Partial<SessionItem>): object => ({ items: [itemAt(slots[6], fields)], ...TOTAL });
    for (const [fields, pointer] of [
      [{ practitionerId: 'ben-hallworth' }, '/items/0/practitionerId'],
      [{ optionId: 'back-90' }, '/items/0/optionId'],
      [{ addOnIds: ['relaxing-30'] }, '/items/0/addOnIds'],
    ] as const) {
      const answer = await write(
        'reschedule',
        items({ ...fields, addOnIds: [...('addOnIds' in fields ? fields.addOnIds : [])] }),
      );
      assert.deepEqual([answer.status, answer.body.errors?.[0]?.pointer], [422, pointer]);
    }
    const cheaper = await write('reschedule', { ...items({}), expectedTotal: { amount: 1, currency: 'GBP' } });
    assert.deepEqual([cheaper.body.code, cheaper.body.price?.total.amount], ['price-changed', 8000]);
    await write('cancel');
    assert.equal((await write('reschedule', items({}))).body.code, 'already-cancelled');
  });

  test('who has not seen the last change is told so', async () => {
    const { visitor } = subject();
    const { booking, write } = await prepare(visitor);
    assert.equal((await openOf(visitor, booking)).headers.get('ETag'), '"1"');
    const stale = await write('cancel', {}, { 'If-Match': '"7"' });
    assert.deepEqual([stale.status, stale.body.code], [412, 'revision-mismatch']);
    assert.equal((await write('cancel', {}, { 'If-Match': '"1"' })).status, 200);
  });

  test('the same key moves once; without the token nothing moves', async () => {
    const { visitor } = subject();
    const slots = await visitor.slots(DAY);
    const { write } = await prepare(visitor);
    const key = { 'Idempotency-Key': randomUUID() };
    const body = { items: [itemAt(slots[6])], ...TOTAL };
    const first = await write('reschedule', body, key);
    const again = await write('reschedule', body, key);
    assert.deepEqual([again.text, again.headers.get('Idempotency-Replayed')], [first.text, 'true']);
    for (const what of ['cancel', 'reschedule', 'erasure', 'contact-confirmations']) {
      const refused = await write(what, body, { Authorization: 'Bearer wrong' });
      assert.deepEqual([refused.status, refused.body.code], [404, 'not-found']);
    }
  });

  test('the calendar file keeps its name, counts up, and says when it is off', async () => {
    const { visitor } = subject();
    const { booking, write } = await prepare(visitor);
    const event = async (): Promise<unknown[]> => {
      const { text } = await openOf(visitor, booking, '/calendar.ics');
      const component = ICAL.Component.fromString(text).getFirstSubcomponent('vevent');
      return ['uid', 'sequence', 'status'].map((name) => component?.getFirstPropertyValue(name));
    };
    const uid = `${booking.id}-1@knead-booking`;
    assert.deepEqual(await event(), [uid, 0, 'CONFIRMED']);
    await write('reschedule', { items: [itemAt((await visitor.slots(DAY))[6])], ...TOTAL });
    assert.deepEqual(await event(), [uid, 1, 'CONFIRMED']);
    await write('cancel');
    assert.deepEqual(await event(), [uid, 2, 'CANCELLED']);
  });

  test('20 bookings are moved to one time at once: one gets there, the others stay where they are', async () => {
    const { visitor, database } = subject();
    const days = ['2026-10-14', '2026-10-15', '2026-10-16'];
    const slots = (await Promise.all(days.map((day) => visitor.slots(day)))).flatMap((each) =>
      each.filter((_, index) => index % 3 === 0),
    );
    const wanted = (await visitor.slots('2026-10-20'))[4];
    const made = await Promise.all(slots.slice(0, 20).map((slot) => visitor.book(bookingOf([itemAt(slot)]))));
    const answers = await Promise.all(
      made.map(({ body }) =>
        visitor.send('POST', `/v1/bookings/${body.id}/reschedule`, {
          body: { items: [itemAt(wanted)], ...TOTAL },
          headers: { 'Idempotency-Key': randomUUID(), Authorization: `Bearer ${body.manageToken}` },
        }),
      ),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, ...Array<number>(made.length - 1).fill(409)]);
    assert.deepEqual(await database.query(`SELECT count(*)::int AS busy FROM busy_times WHERE status = 'confirmed'`), [
      { busy: made.length },
    ]);
  });
}
