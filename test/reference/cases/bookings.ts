import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Booking } from '../../../src/contract/booking.js';
import type { Subject } from '../subject.js';
import { BACK_60, bookingOf, itemAt, type Answer } from '../visitor.js';

const DAY = '2026-10-14';
const OUTCALL = { place: 'outcall' as const, outwardCode: 'W9' };
const ADDRESS = { line1: '3 Canal Row', town: 'London', postcode: 'W9 1AA', access: 'Third bell' };

/** What is booked, at which price, and who may see it. */
export function bookings(subject: Subject): void {
  test('a booking answers as the contract says, with venue, price and dates', async () => {
    const { visitor } = subject();
    const choice = { addOnIds: ['relaxing-30', 'hot-stones-15'] };
    const [slot] = await visitor.slots(DAY, choice);
    const answer = await visitor.book(
      bookingOf([itemAt(slot, choice)], { expectedTotal: { amount: 12_500, currency: 'GBP' } }),
    );
    assert.equal(answer.status, 201);
    const booking = Booking.parse(answer.body);
    const [session] = booking.sessions;
    assert.match(booking.reference, /^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    assert.equal(booking.status, 'confirmed');
    assert.deepEqual(
      [session?.minutes, session?.local, session?.end],
      [105, '2026-10-14T11:00:00+01:00', '2026-10-14T11:45:00Z'],
    );
    assert.deepEqual(
      booking.price.lines.map(({ kind, label, amount }) => [kind, label, amount.amount]),
      [
        ['service', 'Back massage', 8000],
        ['add-on', 'Relaxing massage', 3000],
        ['add-on', 'Hot stones', 1500],
      ],
    );
    assert.deepEqual(booking.freeUntil, { instant: '2026-10-13T10:00:00Z', local: '2026-10-13T11:00:00+01:00' });
    assert.equal(session?.venue.address?.line1, '14 Lantern Lane');
  });

  test('a booked time is gone for the next visitor, with the buffer after it', async () => {
    const { visitor } = subject();
    const slots = await visitor.slots(DAY);
    const noon = slots.find(({ local }) => local.includes('T12:00'));
    await visitor.book(bookingOf([itemAt(noon)]));
    const left = (await visitor.slots(DAY)).map(({ local }) => local.slice(11, 16));
    assert.deepEqual(left.slice(0, 2), ['13:30', '14:00']);
  });

  test('a visit costs its travel fee, goes to the client’s address, and takes the way there and back', async () => {
    const { visitor } = subject();
    const entry = await visitor.entry(OUTCALL, DAY);
    assert.equal(entry.price.total.amount, 10_500);
    const slot = entry.slots.find(({ local }) => local.includes('T15:00'));
    const answer = await visitor.book(
      bookingOf([itemAt(slot, OUTCALL)], {
        client: { name: 'Ada Example', email: 'ada@example.com', phone: '+44 (0)20 7946 0999', address: ADDRESS },
        expectedTotal: { amount: 10_500, currency: 'GBP' },
      }),
    );
    assert.equal(answer.status, 201);
    assert.deepEqual(answer.body.sessions[0]?.venue, { place: 'outcall', address: ADDRESS });
    assert.deepEqual(answer.body.price.lines.at(-1)?.kind, 'travel');
    const left = (await visitor.slots(DAY)).map(({ local }) => local.slice(11, 16));
    assert.ok(left.includes('13:00') && !left.includes('13:30'), 'travel of 45 minutes and the buffer before');
    assert.ok(left.includes('17:00') && !left.includes('16:30'), 'travel and the buffer after');
  });

  test('asking first, or a therapist who accepts by hand, makes a request that keeps its time and names no address', async () => {
    const { visitor } = subject();
    const [slot] = await visitor.slots(DAY);
    const asked = await visitor.book(bookingOf([itemAt(slot)], { asRequest: true }));
    assert.deepEqual([asked.status, asked.body.status], [201, 'requested']);
    assert.equal(asked.body.sessions[0]?.venue.address, undefined);
    assert.equal(
      (await visitor.slots(DAY)).some(({ start }) => start === slot?.start),
      false,
    );

    const byHand = { practitionerId: 'elif-sarac', serviceId: 'deep-tissue', optionId: 'deep-tissue-60' };
    const entry = await visitor.entry(byHand, '2026-10-12', '2026-10-18');
    const request = bookingOf([itemAt(entry.slots[0], byHand)], { expectedTotal: entry.price.total });
    assert.equal((await visitor.book(request)).body.status, 'requested');
  });

  test('a first visit is asked for, the next one is booked', async () => {
    const { visitor, database } = subject();
    const first = { practitionerId: 'carys-penhallow', serviceId: 'back', optionId: 'back-60' };
    const { slots } = await visitor.entry(first, '2026-10-12', '2026-10-18');
    const book = (index: number): Promise<string> =>
      visitor.book(bookingOf([itemAt(slots[index], first)])).then(({ body }) => body.status);
    assert.equal(await book(0), 'requested');
    assert.equal(await book(5), 'requested');
    await database.query(`UPDATE bookings SET status = 'completed'`);
    assert.equal(await book(8), 'confirmed');
  });

  test('a booking opens for its manage token alone; everything else is one and the same 404', async () => {
    const { visitor } = subject();
    const slots = await visitor.slots(DAY);
    const mine = (await visitor.book(bookingOf([itemAt(slots[0])]))).body;
    const theirs = (await visitor.book(bookingOf([itemAt(slots[6])]))).body;
    const open = (id: string, token?: string, rest = ''): Promise<Answer<unknown>> =>
      visitor.get(`/v1/bookings/${id}${rest}`, token === undefined ? {} : { Authorization: `Bearer ${token}` });
    const right = await open(mine.id, mine.manageToken);
    const { manageToken, ...known } = mine;
    assert.ok(manageToken);
    assert.deepEqual(right.body as unknown, known);
    assert.equal(right.headers.get('Cache-Control'), 'no-store');

    const headersOf = ({ headers }: { headers: Headers }): unknown => [...headers].filter(([name]) => name !== 'date');
    for (const rest of ['', '/calendar.ics']) {
      const refusals: Answer<unknown>[] = await Promise.all([
        open('bk_unknown', 'x'.repeat(43), rest),
        open('bk_unknown', undefined, rest),
        open(mine.id, undefined, rest),
        open(mine.id, theirs.manageToken, rest),
        open(mine.id, `${manageToken}x`, rest),
        open('%00', manageToken, rest),
        open("' OR 1=1 --", manageToken, rest),
      ]);
      for (const refusal of refusals) {
        assert.deepEqual([refusal.status, refusal.text], [404, refusals[0]?.text]);
        assert.deepEqual(headersOf(refusal), headersOf(refusals[0] as { headers: Headers }));
      }
    }
  });

  test('direction marks and control characters do not get into names', async () => {
    const { visitor, database } = subject();
    const items = [itemAt((await visitor.slots(DAY))[0])];
    const answer = await visitor.book(
      bookingOf(items, { client: { name: 'Ada\u202e\u0000 Exa\r\nmple\ud800', email: 'ada@example.com' } }),
    );
    assert.equal(answer.status, 201);
    assert.deepEqual(await database.query(`SELECT client->>'name' AS name FROM bookings`), [{ name: 'Ada Exa\nmple' }]);
  });

  test('two practitioners are booked together, at one price', async () => {
    const { visitor } = subject();
    const other = { ...BACK_60, practitionerId: 'ben-hallworth' };
    const { slots } = await visitor.entry(other, '2026-10-12', '2026-10-18');
    const items = [itemAt((await visitor.slots(DAY))[0]), itemAt(slots[0], other)];
    const answer = await visitor.book(bookingOf(items, { expectedTotal: { amount: 16_000, currency: 'GBP' } }));
    assert.deepEqual([answer.status, answer.body.sessions.length], [201, 2]);
  });
}
