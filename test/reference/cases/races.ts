import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Subject } from '../subject.js';
import { bookingOf, itemAt } from '../visitor.js';

const times = <Result>(count: number, make: (index: number) => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)));

/** Many at once, one winner. */
export function races(subject: Subject): void {
  test('200 clients book one slot at the same moment: one is booked, 199 are told it is taken', async () => {
    const { visitor, database } = subject();
    const [slot] = await visitor.slots('2026-10-14');
    const answers = await times(200, (index) =>
      visitor.book(
        bookingOf([itemAt(slot)], { client: { name: `Client ${index}`, email: `client${index}@example.com` } }),
      ),
    );
    const count = (status: number): number => answers.filter((answer) => answer.status === status).length;
    assert.deepEqual([count(201), count(409)], [1, 199]);
    assert.ok(answers.every(({ status, body }) => status === 201 || body.code === 'slot-unavailable'));
    assert.deepEqual(await database.query('SELECT count(*)::int AS bookings FROM bookings'), [{ bookings: 1 }]);
    assert.deepEqual(await database.query('SELECT count(*)::int AS mails FROM outbox'), [{ mails: 2 }]);
  });

  test('20 rounds of 20 clients whose times overlap: one winner in each', async () => {
    const { visitor, database } = subject();
    const choice = { optionId: 'back-90' };
    const days = Array.from({ length: 20 }, (_, index) => `2026-11-${String(index + 2).padStart(2, '0')}`);
    for (const day of days) {
      const slots = await visitor.slots(day, choice);
      const answers = await times(20, (index) =>
        // 90 minutes each, begun within an hour of each other: any two overlap.
        visitor.hold([itemAt(slots[index % 3], choice)]),
      );
      assert.deepEqual(answers.map(({ status }) => status).sort(), [201, ...Array<number>(19).fill(409)]);
    }
    const overlaps = await database.query(
      'SELECT 1 FROM busy_times a JOIN busy_times b ON a.ctid < b.ctid AND a.practitioner_id = b.practitioner_id AND a.busy && b.busy',
    );
    assert.deepEqual(overlaps, []);
  });

  test('holds and bookings race for one slot: one of them gets it', async () => {
    const { visitor } = subject();
    const [slot] = await visitor.slots('2026-10-15');
    const answers = await times(20, async (index): Promise<number> => {
      const answer = index % 2 ? await visitor.hold([itemAt(slot)]) : await visitor.book(bookingOf([itemAt(slot)]));
      return answer.status;
    });
    assert.deepEqual(answers.sort(), [201, ...Array<number>(19).fill(409)]);
  });

  test('two clients want the same two sessions in opposite order: one gets both, and nobody waits for the other', async () => {
    const { visitor } = subject();
    const other = { practitionerId: 'ben-hallworth', serviceId: 'back', optionId: 'back-60' };
    const entry = await visitor.entry(other, '2026-10-12', '2026-10-18');
    const [mine] = await visitor.slots('2026-10-16');
    const items = [itemAt(mine), itemAt(entry.slots[0], other)];
    const answers = await times(10, (index) => visitor.hold(index % 2 ? items : [...items].reverse()));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, ...Array<number>(9).fill(409)]);
  });

  test('the database itself refuses two sessions at once', async () => {
    const { database } = subject();
    const held = (id: string, from: string, to: string): Promise<unknown> =>
      database
        .query(`INSERT INTO holds VALUES ($1, '', '[]', $2, $3)`, [id, from, to])
        .then(() =>
          database.query(`INSERT INTO busy_times VALUES ('x', tstzrange($2, $3), 'held', $1, NULL, $3)`, [
            id,
            from,
            to,
          ]),
        );
    await held('a', '2026-10-14T10:00:00Z', '2026-10-14T11:00:00Z');
    await assert.rejects(held('b', '2026-10-14T10:59:00Z', '2026-10-14T12:00:00Z'), { name: 'OverlapError' });
    await held('c', '2026-10-14T11:00:00Z', '2026-10-14T12:00:00Z');
  });
}
