import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Subject } from '../subject.js';
import { bookingOf, itemAt, type Visitor } from '../visitor.js';

const DAY = '2026-10-14';

const isFree = async (visitor: Visitor, start: string | undefined): Promise<boolean> =>
  (await visitor.slots(DAY)).some((slot) => slot.start === start);

const release = (visitor: Visitor, id: string, token: string): Promise<number> =>
  visitor
    .send('DELETE', `/v1/holds/${id}`, { headers: { Authorization: `Bearer ${token}` } })
    .then(({ status }) => status);

/** Times kept for one visitor. */
export function holds(subject: Subject): void {
  test('a held time is offered to nobody else, and is its owner’s to book', async () => {
    const { visitor } = subject();
    const [slot] = await visitor.slots(DAY);
    const hold = await visitor.hold([itemAt(slot)]);
    assert.deepEqual([hold.status, hold.body.secondsLeft, hold.body.extendable], [201, 900, true]);
    assert.equal(hold.body.price.total.amount, 8000);
    assert.equal(await isFree(visitor, slot?.start), false);
    assert.equal((await visitor.book(bookingOf([itemAt(slot)]))).body.code, 'slot-unavailable');
    assert.equal((await visitor.book(bookingOf([itemAt(slot)], { hold: hold.body }))).status, 201);
  });

  test('who has the id of a hold but not its token owns nothing', async () => {
    const { visitor } = subject();
    const [slot] = await visitor.slots(DAY);
    const { body: hold } = await visitor.hold([itemAt(slot)]);
    const guessed = { id: hold.id, token: 'x'.repeat(43) };
    assert.equal((await visitor.book(bookingOf([itemAt(slot)], { hold: guessed }))).body.code, 'slot-unavailable');
    assert.equal(await release(visitor, hold.id, guessed.token), 204);
    assert.equal(await isFree(visitor, slot?.start), false);
  });

  test('a released hold frees its time at once; releasing says 204 whatever it finds', async () => {
    const { visitor } = subject();
    const [slot] = await visitor.slots(DAY);
    const { body: hold } = await visitor.hold([itemAt(slot)]);
    assert.equal(await release(visitor, hold.id, hold.token), 204);
    assert.equal(await isFree(visitor, slot?.start), true);
    assert.equal(await release(visitor, hold.id, hold.token), 204);
    assert.equal(await release(visitor, 'hold_unknown', hold.token), 204);
    assert.equal(await release(visitor, '%00', ''), 204);
  });

  test('a hold that has run out blocks nobody', async () => {
    const { visitor } = subject();
    const [slot] = await visitor.slots(DAY);
    await visitor.hold([itemAt(slot)]);
    await visitor.advance(899);
    assert.equal(await isFree(visitor, slot?.start), false);
    await visitor.advance(2);
    assert.equal(await isFree(visitor, slot?.start), true);
    assert.equal((await visitor.hold([itemAt(slot)])).status, 201);
  });

  test('with a hold that has run out, a time that is still free is booked', async () => {
    const { visitor } = subject();
    const [slot] = await visitor.slots(DAY);
    const { body: hold } = await visitor.hold([itemAt(slot)]);
    await visitor.advance(901);
    assert.equal((await visitor.book(bookingOf([itemAt(slot)], { hold }))).status, 201);
  });

  test('with a hold that has run out, a time somebody took is refused, and the hold’s end is said', async () => {
    const { visitor } = subject();
    const [slot] = await visitor.slots(DAY);
    const { body: hold } = await visitor.hold([itemAt(slot)]);
    await visitor.advance(901);
    await visitor.book(bookingOf([itemAt(slot)]));
    const late = await visitor.book(bookingOf([itemAt(slot)], { hold }));
    assert.deepEqual([late.status, late.body.code, late.body.holdExpired], [409, 'slot-unavailable', true]);
  });

  test('a hold books once', async () => {
    const { visitor } = subject();
    const [one, , , two] = await visitor.slots(DAY);
    const { body: hold } = await visitor.hold([itemAt(one)]);
    await visitor.book(bookingOf([itemAt(one)], { hold }));
    const again = await visitor.book(bookingOf([itemAt(two)], { hold }));
    assert.deepEqual([again.status, again.body.code], [409, 'hold-consumed']);
  });

  test('a hold is made longer on the same times, an hour in all', async () => {
    const { visitor } = subject();
    const [slot] = await visitor.slots(DAY);
    let { body: hold } = await visitor.hold([itemAt(slot)]);
    const { id } = hold;
    const lengths: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      await visitor.advance(800);
      const longer = await visitor.hold([itemAt(slot)], hold);
      assert.equal(longer.status, 201);
      hold = longer.body;
      lengths.push(hold.secondsLeft);
      if (!hold.extendable) break;
    }
    assert.equal(hold.id, id);
    assert.equal(hold.extendable, false);
    assert.deepEqual(lengths.slice(0, 3), [900, 900, 900]);
    assert.ok((lengths.at(-1) ?? 0) <= 400);
  });

  test('a new choice moves the hold: the new time is kept and the old one free in one step', async () => {
    const { visitor } = subject();
    const [one, , , two] = await visitor.slots(DAY);
    const { body: hold } = await visitor.hold([itemAt(one)]);
    const moved = await visitor.hold([itemAt(two)], hold);
    assert.equal(moved.status, 201);
    assert.deepEqual([await isFree(visitor, one?.start), await isFree(visitor, two?.start)], [true, false]);
  });

  test('a move to a taken time changes nothing', async () => {
    const { visitor } = subject();
    const [one, , , two] = await visitor.slots(DAY);
    const { body: hold } = await visitor.hold([itemAt(one)]);
    await visitor.hold([itemAt(two)]);
    assert.equal((await visitor.hold([itemAt(two)], hold)).body.code, 'slot-unavailable');
    assert.equal(await isFree(visitor, one?.start), false);
    assert.equal((await visitor.book(bookingOf([itemAt(one)], { hold }))).status, 201);
  });

  test('several times are held together or not at all', async () => {
    const { visitor } = subject();
    const [one, , , two] = await visitor.slots(DAY);
    await visitor.hold([itemAt(two)]);
    assert.equal((await visitor.hold([itemAt(one), itemAt(two)])).status, 409);
    assert.equal(await isFree(visitor, one?.start), true);
    assert.equal((await visitor.hold([itemAt(one), itemAt(one)])).status, 409);
  });

  test('what was held in time stays bookable when its notice runs out', async () => {
    const { visitor } = subject();
    // 09:00 in London and two hours’ notice: 11:00 is the soonest.
    const [soonest] = await visitor.slots('2026-10-09');
    assert.equal(soonest?.local, '2026-10-09T11:30:00+01:00');
    await visitor.advance(29 * 60);
    const { body: hold } = await visitor.hold([itemAt(soonest)]);
    await visitor.advance(120);
    assert.equal((await visitor.book(bookingOf([itemAt(soonest)]))).body.code, 'not-offered');
    assert.equal((await visitor.book(bookingOf([itemAt(soonest)], { hold }))).status, 201);
  });

  test('a taken time comes with six others: the nearest of the day, and the same time on the next days', async () => {
    const { visitor } = subject();
    const slots = await visitor.slots(DAY);
    const wanted = slots.find(({ local }) => local.includes('T14:00'));
    await visitor.hold([itemAt(wanted)]);
    const refused = await visitor.hold([itemAt(wanted)]);
    assert.deepEqual(
      refused.body.alternatives?.map(({ local }) => local.slice(0, 16)),
      [
        '2026-10-14T12:00',
        '2026-10-14T12:30',
        '2026-10-14T15:30',
        '2026-10-15T14:00',
        '2026-10-16T14:00',
        '2026-10-17T14:00',
      ],
    );
    for (const alternative of refused.body.alternatives ?? []) {
      const { body: hold } = await visitor.hold([itemAt(alternative)]);
      assert.ok(hold.token, 'an alternative can be held');
      await release(visitor, hold.id, hold.token);
    }
  });
}
