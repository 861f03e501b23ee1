import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPglite, openPostgres } from '../../demo/backend/database.js';
import { DEFAULT_LIMITS, limitsOf } from '../../demo/backend/limits.js';
import { startPostgres } from '../support/postgres.js';

test('a folder is brought up to date once, keeps what is in it, and is not opened by an older backend', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'knead-migrations-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const first = await openPglite(folder);
  await first.query(
    `INSERT INTO holds (id, token_hash, starts, created_at, expires_at) VALUES ('a', '', '[]', now(), now())`,
  );
  await first.close();
  const second = await openPglite(folder);
  assert.deepEqual(await second.query('SELECT number FROM migrations ORDER BY number'), [
    { number: 1 },
    { number: 2 },
    { number: 3 },
    { number: 4 },
    { number: 5 },
  ]);
  assert.deepEqual(await second.query('SELECT id FROM holds'), [{ id: 'a' }]);
  await second.query('INSERT INTO migrations (number) VALUES (1000)');
  await second.close();
  await assert.rejects(openPglite(folder), /newer/);
});

test('a database from before there were migrations is taken over', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'knead-migrations-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  await (await openPglite(folder)).close();
  // As the first version left it: its tables, and no word of migrations.
  const engine = await PGlite.create({ dataDir: folder, extensions: { btree_gist } });
  await engine.exec(
    'DROP TABLE migrations, intake_reads, intake_consents, practice_links, practice_hours, practice_screening; DROP INDEX busy_times_by_time',
  );
  for (const [table, columns] of Object.entries({
    holds: ['price', 'visitor_hash'],
    busy_times: ['begins', 'block_id'],
    outbox: ['booking_id', 'letter'],
    idempotency_keys: ['booking_id'],
    intake_answers: ['locked', 'keep_days'],
    bookings: [
      ...'updated_at cancelled_at erased_at intake_hash attention contact_status contact_tries asked'.split(' '),
      ...'discreet accepted_by ends reminder_due'.split(' '),
    ],
  })) {
    for (const column of columns) await engine.exec(`ALTER TABLE ${table} DROP COLUMN ${column}`);
  }
  await engine.exec(`INSERT INTO holds VALUES ('old', '', '[]', now(), now())`);
  await engine.exec(
    `INSERT INTO busy_times VALUES ('x', tstzrange(now(), now() + interval '1 hour'), 'held', 'old', NULL, now())`,
  );
  await engine.close();
  const database = await openPglite(folder);
  assert.deepEqual(await database.query('SELECT begins = lower(busy) AS same FROM busy_times'), [{ same: true }]);
  await database.close();
});

test('instances that start together migrate once', async (t) => {
  const postgres = await startPostgres();
  const opened = await Promise.all([1, 2, 3, 4].map(() => openPostgres(postgres.url)));
  t.after(async () => {
    await Promise.all(opened.map((database) => database.close()));
    await postgres.close();
  });
  assert.deepEqual(await opened[0]?.query('SELECT count(*)::int AS count FROM migrations'), [{ count: 5 }]);
});

test('limits come from the environment, and a typing error does not lift them', () => {
  assert.deepEqual(limitsOf({}, DEFAULT_LIMITS), DEFAULT_LIMITS);
  const set = { RATE_LIMIT_READS: '5', RATE_LIMIT_WRITES: 'off', HOLD_LIMIT: '' };
  assert.deepEqual(limitsOf(set, DEFAULT_LIMITS), { reads: 5, writes: null, holds: DEFAULT_LIMITS.holds });
  for (const wrong of ['0', '-1', '1.5', 'many', '99999999']) {
    assert.throws(() => limitsOf({ HOLD_LIMIT: wrong }, DEFAULT_LIMITS), /HOLD_LIMIT/);
  }
});
