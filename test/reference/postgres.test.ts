import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { startTestBackend } from '../support/backend.js';
import { startPostgres } from '../support/postgres.js';
import { MORNING, referenceCases } from './subject.js';
import { bookingOf, itemAt, Visitor } from './visitor.js';

referenceCases('on PostgreSQL', async () => {
  const postgres = await startPostgres();
  const backend = await startTestBackend({ databaseUrl: postgres.url });
  return {
    ...backend,
    async close() {
      await backend.close();
      await postgres.close();
    },
  };
});

test('several backends share one PostgreSQL: one slot, one booking; one key, one answer', async (t) => {
  const postgres = await startPostgres();
  const environment = { KNEAD_MANAGE_KEY: 'k'.repeat(43) };
  const start = (): ReturnType<typeof startTestBackend> => startTestBackend({ databaseUrl: postgres.url, environment });
  const backends = await Promise.all([start(), start(), start()]);
  t.after(async () => {
    await Promise.all(backends.map((backend) => backend.close()));
    await postgres.close();
  });
  const visitors = backends.map(({ url }) => new Visitor(url));
  const visitor = (index: number): Visitor => visitors[index % visitors.length] as Visitor;
  for (const each of visitors) await each.send('POST', '/test/clock', { body: { now: MORNING } });
  const [contested, , , wanted] = await visitor(0).slots('2026-10-14');

  const racers = Array.from({ length: 60 }, (_, index) => visitor(index).book(bookingOf([itemAt(contested)])));
  const statuses = (await Promise.all(racers)).map(({ status }) => status);
  assert.deepEqual(statuses.sort(), [201, ...Array<number>(59).fill(409)]);

  const key = randomUUID();
  const same = Array.from({ length: 30 }, (_, index) => visitor(index).book(bookingOf([itemAt(wanted)]), key));
  const answers = await Promise.all(same);
  assert.ok(answers.every(({ status, body }) => status === 201 || body.code === 'request-in-flight'));
  const made = new Set(answers.filter(({ status }) => status === 201).map(({ text }) => text));
  assert.equal(made.size, 1);
  const again = await visitor(1).book(bookingOf([itemAt(wanted)]), key);
  assert.ok(made.has(again.text), 'every instance derives the same manage token');
});
