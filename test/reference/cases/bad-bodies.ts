import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { test } from 'node:test';
import type { Problem } from '../../../src/contract/problem.js';
import type { Subject } from '../subject.js';
import { assertProblem, bookingOf, itemAt } from '../visitor.js';

const DAY = '2026-10-14';

/** Whatever body is sent, the right problem comes back, never a 500, and nothing is stored. */
export function badBodies(subject: Subject): void {
  test('bodies that are no bookings', async () => {
    const { visitor, database } = subject();
    const good = bookingOf([itemAt((await visitor.slots(DAY))[0])]);
    const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`;
    const rows: [name: string, body: unknown, status: number, code: string, pointers?: string[]][] = [
      ['half a document', '{"items": [', 400, 'malformed'],
      ['nothing', '', 400, 'malformed'],
      ['half a character', '\ud800', 400, 'malformed'],
      ['a list', '[]', 422, 'validation', ['']],
      ['null', 'null', 422, 'validation', ['']],
      ['a number', '7', 422, 'validation', ['']],
      ['depth', deep, 422, 'validation', ['']],
      ['depth inside', `{"items": ${deep}}`, 422, 'validation'],
      ['no items', { ...good, items: [] }, 422, 'validation', ['/items']],
      ['too many items', { ...good, items: Array(11).fill(good.items[0]) }, 422, 'validation', ['/items']],
      [
        'a negative price',
        { ...good, expectedTotal: { amount: -1, currency: 'GBP' } },
        422,
        'validation',
        ['/expectedTotal/amount'],
      ],
      [
        'a fraction of a penny',
        { ...good, expectedTotal: { amount: 0.5, currency: 'GBP' } },
        422,
        'validation',
        ['/expectedTotal/amount'],
      ],
      [
        'a price in words',
        { ...good, expectedTotal: { amount: '80', currency: 'GBP' } },
        422,
        'validation',
        ['/expectedTotal/amount'],
      ],
      [
        'a huge price',
        { ...good, expectedTotal: { amount: 1e300, currency: 'GBP' } },
        422,
        'validation',
        ['/expectedTotal/amount'],
      ],
      ['no client', { ...good, client: undefined }, 422, 'validation', ['/client']],
      [
        'an address that is none',
        { ...good, client: { name: 'Ada', email: 'ada' } },
        422,
        'validation',
        ['/client/email'],
      ],
      [
        'a name of nothing but direction marks',
        { ...good, client: { name: '\u202e', email: 'a@b.example' } },
        422,
        'validation',
        ['/client/name'],
      ],
      ['an empty name', { ...good, client: { name: '', email: 'a@b.example' } }, 422, 'validation', ['/client/name']],
      [
        'a name of spaces',
        { ...good, client: { name: '  ', email: 'a@b.example' } },
        422,
        'validation',
        ['/client/name'],
      ],
      [
        'a name without end',
        { ...good, client: { name: 'x'.repeat(301), email: 'a@b.example' } },
        422,
        'validation',
        ['/client/name'],
      ],
      [
        'no start',
        { ...good, items: [{ ...good.items[0], start: 'tomorrow' }] },
        422,
        'validation',
        ['/items/0/start'],
      ],
      [
        'a start that never was',
        { ...good, items: [{ ...good.items[0], start: '2026-13-45T99:99:00Z' }] },
        422,
        'validation',
        ['/items/0/start'],
      ],
      [
        'a place unknown',
        { ...good, items: [{ ...good.items[0], place: 'moon' }] },
        422,
        'validation',
        ['/items/0/place'],
      ],
      ['metadata that is no text', { ...good, metadata: { 'ada@example.com': 7 } }, 422, 'validation', ['/metadata']],
      ['a language that is none', { ...good, locale: '../..' }, 422, 'validation', ['/locale']],
      ['a prototype', `{"__proto__": {"items": []}, "constructor": 1}`, 422, 'validation'],
    ];
    for (const [name, body, status, code, pointers] of rows) {
      const answer = await visitor.post<Problem>('/v1/bookings', body);
      assertProblem(answer, status, code, name);
      if (pointers)
        assert.deepEqual([...new Set(answer.body.errors?.map(({ pointer }) => pointer))].slice(0, 1), pointers, name);
    }
    for (const table of ['bookings', 'holds', 'busy_times', 'idempotency_keys', 'outbox']) {
      assert.deepEqual(await database.query(`SELECT 1 FROM ${table}`), [], table);
    }
  });

  test('no problem repeats what was typed', async () => {
    const { visitor } = subject();
    const good = bookingOf([itemAt((await visitor.slots(DAY))[0])]);
    const secret = 'SECRET-typed-by-a-client';
    const answer = await visitor.post('/v1/bookings', {
      ...good,
      client: { name: 7, email: secret, phone: secret.repeat(9), address: { line1: secret, postcode: secret } },
      locale: secret.repeat(3),
      intake: secret,
      metadata: { [secret]: 7 },
      items: [{ ...good.items[0], place: secret, outwardCode: secret }],
    });
    assert.equal(answer.status, 422);
    assert.ok((answer.body.errors ?? []).length >= 6);
    assert.ok(!answer.text.includes('SECRET'));
  });

  test('a body of a megabyte is cut off, announced or not', async () => {
    const { visitor, url } = subject();
    const announced = await visitor.post('/v1/bookings', { notes: 'x'.repeat(1_000_000) });
    assertProblem(announced, 413, 'too-large', 'announced');
    const status = await new Promise<number | undefined>((resolve) => {
      const request = httpRequest(`${url}/v1/bookings`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
      });
      // The server may cut the connection while the rest is still being written.
      request.on('error', () => undefined);
      request.on('response', (response) => {
        resolve(response.statusCode);
        request.destroy();
      });
      for (let sent = 0; sent < 64; sent += 1) request.write('x'.repeat(16_384));
      request.end();
    });
    assert.equal(status, 413);
  });
}
