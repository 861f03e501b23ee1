import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { startTestBackend } from '../support/backend.js';
import { startPostgres } from '../support/postgres.js';
import { MORNING, referenceCases } from './subject.js';
import { Therapist } from './therapist.js';
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

test('several backends share one PostgreSQL: one reminder, one week, one blocked time, one link', async (t) => {
  const postgres = await startPostgres();
  const environment = { KNEAD_MANAGE_KEY: 'k'.repeat(43) };
  const start = (): ReturnType<typeof startTestBackend> => startTestBackend({ databaseUrl: postgres.url, environment });
  const backends = [await start(), await start(), await start()] as const;
  t.after(async () => {
    await Promise.all(backends.map((backend) => backend.close()));
    await postgres.close();
  });
  const visitors = backends.map(({ url }) => new Visitor(url)) as [Visitor, Visitor, Visitor];
  const clockTo = (now: string): Promise<unknown> =>
    Promise.all(visitors.map((each) => each.send('POST', '/test/clock', { body: { now } })));
  await clockTo(MORNING);
  const slots = await visitors[0].slots('2026-10-14');
  for (const at of [0, 4, 8]) {
    assert.equal((await visitors[1].book(bookingOf([itemAt(slots[at])]))).status, 201);
  }
  await clockTo('2026-10-13T21:00:00Z');
  await clockTo('2026-10-13T21:02:00Z');
  const reminders = (await backends[2].mails()).filter(({ subject }) => subject.startsWith('Soon:'));
  assert.equal(reminders.length, 3);

  const link = await backends[0].practiceLink('mara-lindqvist');
  assert.equal(new URL(await backends[1].practiceLink('mara-lindqvist')).hash, new URL(link).hash);
  const therapist = new Therapist(backends[0].url);
  await therapist.open(link);
  const elsewhere = new Therapist(backends[2].url);
  elsewhere.cookie = therapist.cookie;
  await therapist.press('/practice/hours', { '5-0-from': '12:00', '5-0-to': '15:00' });
  await elsewhere.press('/practice/blocks', { from: '2026-10-16T13:00', until: '2026-10-16T14:00' });
  const friday = await visitors[1].slots('2026-10-16');
  assert.deepEqual(
    friday.map(({ local }) => local.slice(11, 16)),
    ['14:00'],
  );
  await elsewhere.press('/practice/link');
  assert.match((await therapist.get()).text, /It opens with the link/);
});
