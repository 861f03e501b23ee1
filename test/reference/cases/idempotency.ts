import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { hashOf } from '../../../demo/backend/tokens.js';
import type { Subject } from '../subject.js';
import { bookingOf, itemAt } from '../visitor.js';

/** One intent, however often it is sent. */
export function idempotency(subject: Subject): void {
  test('the same key and request answer the same again, and book once', async () => {
    const { visitor, database } = subject();
    const request = bookingOf([itemAt((await visitor.slots('2026-10-14'))[0])]);
    const key = randomUUID();
    const first = await visitor.book(request, key);
    const again = await visitor.book(request, key);
    assert.deepEqual([first.status, again.status], [201, 201]);
    assert.equal(again.text, first.text);
    assert.deepEqual(
      [first, again].map(({ headers }) => headers.get('Idempotency-Replayed')),
      [null, 'true'],
    );
    assert.ok(again.body.manageToken);
    assert.deepEqual(await database.query('SELECT count(*)::int AS bookings FROM bookings'), [{ bookings: 1 }]);
    assert.deepEqual(await database.query('SELECT count(*)::int AS mails FROM outbox'), [{ mails: 2 }]);
  });

  test('a key may be quoted, as the draft standard writes it', async () => {
    const { visitor } = subject();
    const items = [itemAt((await visitor.slots('2026-10-14'))[0])];
    const key = randomUUID();
    const first = await visitor.post('/v1/holds', { items }, key);
    const again = await visitor.post('/v1/holds', { items }, `"${key}"`);
    assert.equal(again.text, first.text);
  });

  test('the same key with another request is refused, and nothing more is booked', async () => {
    const { visitor, database } = subject();
    const [one, , , two] = await visitor.slots('2026-10-14');
    const key = randomUUID();
    await visitor.book(bookingOf([itemAt(one)]), key);
    const other = await visitor.book(bookingOf([itemAt(two)]), key);
    assert.deepEqual([other.status, other.body.code], [422, 'idempotency-key-reused']);
    assert.deepEqual(await database.query('SELECT count(*)::int AS bookings FROM bookings'), [{ bookings: 1 }]);
  });

  test('a key belongs to one operation', async () => {
    const { visitor } = subject();
    const item = itemAt((await visitor.slots('2026-10-14'))[0]);
    const key = randomUUID();
    const hold = await visitor.post<{ id: string; token: string }>('/v1/holds', { items: [item] }, key);
    const booked = await visitor.book(bookingOf([item], { hold: hold.body }), key);
    assert.deepEqual([hold.status, booked.status], [201, 201]);
  });

  test('while the first one runs, the same request is told to wait', async () => {
    const { visitor, database } = subject();
    const request = bookingOf([itemAt((await visitor.slots('2026-10-14'))[0])]);
    const key = randomUUID();
    let finish = (): void => undefined;
    let running: Promise<unknown> = Promise.resolve();
    await new Promise<void>((begun) => {
      running = database.exclusively(`booking ${hashOf(key)}`, () => {
        begun();
        return new Promise<void>((resolve) => (finish = resolve));
      });
    });
    const { status, body, headers } = await visitor.book(request, key);
    finish();
    await running;
    assert.deepEqual(
      [status, body.code, body.retryable, headers.get('Retry-After')],
      [409, 'request-in-flight', true, '1'],
    );

    const answers = await Promise.all(Array.from({ length: 8 }, () => visitor.book(request, key)));
    const made = answers.filter(({ status }) => status === 201);
    assert.ok(answers.every((answer) => answer.status === 201 || answer.body.code === 'request-in-flight'));
    assert.equal(new Set(made.map(({ text }) => text)).size, 1);
    assert.deepEqual(await database.query('SELECT count(*)::int AS bookings FROM bookings'), [{ bookings: 1 }]);
  });

  test('a refused request leaves no trace: the key can be used again', async () => {
    const { visitor, database } = subject();
    const item = itemAt((await visitor.slots('2026-10-14'))[0]);
    const key = randomUUID();
    const wrong = await visitor.book(bookingOf([item], { expectedTotal: { amount: 1, currency: 'GBP' } }), key);
    assert.equal(wrong.body.code, 'price-changed');
    assert.deepEqual(await database.query('SELECT 1 FROM idempotency_keys'), []);
    assert.equal((await visitor.book(bookingOf([item]), key)).status, 201);
  });

  test('a booking whose answer was lost is found by its key, and only by it', async () => {
    const { visitor } = subject();
    await visitor.send('POST', '/test/fail-next', {
      body: { mode: 'drop-response-after-commit', match: 'POST /v1/bookings' },
    });
    const request = bookingOf([itemAt((await visitor.slots('2026-10-14'))[0])]);
    const key = randomUUID();
    await assert.rejects(visitor.book(request, key));
    const found = await visitor.send<{ id: string; manageToken: string }>('POST', '/v1/booking-lookups', {
      body: { key },
    });
    assert.equal(found.status, 200);
    const again = await visitor.book(request, key);
    assert.deepEqual(
      [again.status, again.body.id, again.body.manageToken],
      [201, found.body.id, found.body.manageToken],
    );
    const unknown = await visitor.send('POST', '/v1/booking-lookups', { body: { key: randomUUID() } });
    assert.deepEqual([unknown.status, unknown.body.code], [404, 'not-found']);
  });

  test('without a key, or with one that could be guessed, nothing is done', async () => {
    const { visitor, database } = subject();
    const request = bookingOf([itemAt((await visitor.slots('2026-10-14'))[0])]);
    for (const headers of [{}, { 'Idempotency-Key': '' }, { 'Idempotency-Key': 'short' }]) {
      const answer = await visitor.send('POST', '/v1/bookings', { body: request, headers });
      assert.deepEqual([answer.status, answer.body.code], [400, 'idempotency-key-missing']);
    }
    assert.deepEqual(await database.query('SELECT 1 FROM bookings'), []);
  });

  test('neither keys nor tokens are stored as they are', async () => {
    const { visitor, database } = subject();
    const item = itemAt((await visitor.slots('2026-10-14'))[0]);
    const key = randomUUID();
    const hold = await visitor.hold([item]);
    const booked = await visitor.book(bookingOf([item], { hold: hold.body }), key);
    const dump = JSON.stringify(
      await Promise.all(
        ['holds', 'bookings', 'idempotency_keys', 'outbox'].map((table) => database.query(`SELECT * FROM ${table}`)),
      ),
    );
    for (const secret of [key, hold.body.token, booked.body.manageToken ?? '']) {
      assert.ok(secret.length >= 22, 'a secret of at least 128 bits');
      assert.ok(!dump.includes(secret));
    }
  });
}
