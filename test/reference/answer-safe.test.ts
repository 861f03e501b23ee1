import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AnswerSafe } from '../../demo/backend/answer-safe.js';
import { CatalogueData } from '../../demo/backend/catalogue.js';
import { openPglite } from '../../demo/backend/database.js';
import { KeptAnswers } from '../../demo/backend/kept-answers.js';
import { londonSeed } from '../../demo/data/london.js';

const ANSWERS = { pressure: 'firm', allergies: ['nuts'], wishes: 'Grüße, ☀' };
const safe = new AnswerSafe('k'.repeat(43));

describe('answers locked away', () => {
  test('come back as they were, and never look the same twice', async () => {
    const [one, two] = [await safe.lock('bk_1', ANSWERS), await safe.lock('bk_1', ANSWERS)];
    assert.deepEqual(await safe.open('bk_1', one), ANSWERS);
    assert.notEqual(one, two);
    assert.ok(!Buffer.from(one, 'base64url').toString('latin1').includes('firm'));
  });

  test('are opened with their own key only', async () => {
    const locked = await safe.lock('bk_1', ANSWERS);
    await assert.rejects(new AnswerSafe('K'.repeat(43)).open('bk_1', locked));
    assert.deepEqual(await new AnswerSafe('k'.repeat(43)).open('bk_1', locked), ANSWERS);
  });

  test('are nobody else’s', async () => {
    await assert.rejects(safe.open('bk_2', await safe.lock('bk_1', ANSWERS)), /another booking/);
  });

  test('are refused with any bit of them changed', async () => {
    const locked = await safe.lock('bk_1', ANSWERS);
    const parts = locked.split('.');
    for (const [index, part] of parts.entries()) {
      if (part === '') continue;
      for (const at of [0, part.length >> 1, part.length - 2]) {
        const bytes = [...part];
        bytes[at] = bytes[at] === 'A' ? 'B' : 'A';
        const changed = parts.with(index, bytes.join('')).join('.');
        await assert.rejects(safe.open('bk_1', changed), `${index} ${at}`);
      }
    }
    const unlocked = [Buffer.from('{"alg":"none","booking":"bk_1"}').toString('base64url'), ...parts.slice(1)].join(
      '.',
    );
    await assert.rejects(safe.open('bk_1', unlocked));
  });
});

describe('a database', () => {
  test('from before has its answers locked away, and is not opened with another key', async (t) => {
    const database = await openPglite();
    t.after(() => database.close());
    const catalogue = new CatalogueData(londonSeed('https://booking.example'));
    await database.query(
      `INSERT INTO bookings (id, reference, manage_hash, status, practitioner_ids, client_email, client, sessions, price,
          free_until, consents, intake_status, locale, created_at)
        VALUES ('bk_1', 'R', '', 'confirmed', '{}', '', '{}', '[]', '{}', '{}', '[]', 'received', 'en', now())`,
    );
    await database.query(
      `INSERT INTO intake_answers (booking_id, form_id, form_version, answers, consent, answered_at, received_at)
        VALUES ('bk_1', 'massage', '2', $1::jsonb, '{}', now(), now())`,
      [JSON.stringify(ANSWERS)],
    );
    const kept = new KeptAnswers(safe);
    await kept.open(database, catalogue);
    assert.deepEqual(await database.query('SELECT answers, keep_days FROM intake_answers'), [
      { answers: null, keep_days: 2557 },
    ]);
    assert.deepEqual((await kept.get(database, 'bk_1'))?.answers, ANSWERS);
    await kept.open(database, catalogue);
    const other = new KeptAnswers(new AnswerSafe('K'.repeat(43)));
    await assert.rejects(other.open(database, catalogue), /INTAKE_KEY is not the key/);
  });

  test('is not even opened by a backend whose form cannot be used', () => {
    const seed = londonSeed('https://booking.example');
    const [form] = seed.intakeForms;
    const broken = { ...form!, items: [...form!.items, form!.items[0]!] };
    assert.throws(
      () => new CatalogueData({ ...seed, intakeForms: [broken] }),
      /The intake form massage cannot be used: \/items\/\d+\/id is the id of another one as well\./,
    );
  });
});
