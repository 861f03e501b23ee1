import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { Booking } from '../../../src/contract/booking.js';
import type { ConsentDocument } from '../../../src/contract/consent.js';
import type { Answers } from '../../../src/contract/intake.js';
import type { Subject } from '../subject.js';
import { Therapist } from '../therapist.js';
import { bookingOf, itemAt, type Visitor } from '../visitor.js';

const ANSWERS: Answers = {
  'talk-first': ['blood-thinners'],
  reason: ['sore-lower-back'],
  'pain-onset': 'gradual',
  allergies: ['none'],
  wishes: 'Please say what comes next <b>before</b> you do it',
  session: ['incall'],
};

async function answered(visitor: Visitor, answers = ANSWERS): Promise<Booking> {
  const [slot] = await visitor.slots('2026-10-14');
  const { body: booking } = await visitor.book(bookingOf([itemAt(slot)], { intake: 'inline' }));
  const { body: document } = await visitor.get<ConsentDocument>('/v1/consent-documents/health-consent/versions/1');
  const at = '2026-10-09T08:05:00Z';
  const consent = { documentId: document.id, version: document.version, hash: document.hash, at, locale: 'en-GB' };
  const { status } = await visitor.send('PUT', `/v1/bookings/${booking.id}/intake`, {
    body: { formId: 'massage', version: '2', answers, consent, answeredAt: at },
    headers: { 'Idempotency-Key': randomUUID(), Authorization: `Bearer ${booking.manageToken}` },
  });
  assert.equal(status, 200);
  return booking;
}

/** How a therapist reads answers, that it is written down, and when the answers are gone. */
export function readingAnswers(subject: Subject): void {
  const opened = async (practitionerId: string): Promise<Therapist> => {
    const { url, practiceLink } = subject();
    const therapist = new Therapist(url);
    await therapist.open(await practiceLink(practitionerId));
    return therapist;
  };

  test('a therapist reads the questions, the answers, and the rules behind them', async () => {
    const { visitor } = subject();
    const { id } = await answered(visitor);
    const mara = await opened('mara-lindqvist');
    const list = (await mara.get()).text;
    assert.ok(!/thinners|lower back/.test(list), 'the list itself says nothing of them');
    const { status, headers, text } = await mara.press(`/practice/bookings/${id}/answers`);
    assert.deepEqual([status, headers.get('Cache-Control')], [200, 'no-store']);
    assert.match(text, /Does any of these apply to you\?[\s\S]*Blood thinners, or blood that does not clot well/);
    assert.match(text, /How did it begin\?[\s\S]*Little by little/);
    assert.match(text, /Talk to your client first[\s\S]*Rule clear-thinners[\s\S]*Rule flag-wishes/);
    assert.ok(text.includes('say what comes next &#60;b&#62;before'), 'what was typed is text');
    assert.match(text, /Ada Example[\s\S]*health-consent, version 1/);
    assert.ok(!/score|At the therapist/.test(text));
  });

  test('each time is written down, with who and when, and shown', async () => {
    const { visitor, database } = subject();
    const { id } = await answered(visitor);
    const mara = await opened('mara-lindqvist');
    await mara.press(`/practice/bookings/${id}/answers`);
    await visitor.advance(3600);
    const { text } = await mara.press(`/practice/bookings/${id}/answers`);
    assert.deepEqual(
      await database.query(`SELECT booking_id, practitioner_id, to_char(read_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') AS at
          FROM intake_reads ORDER BY id`),
      ['08', '09'].map((hour) => ({
        booking_id: id,
        practitioner_id: 'mara-lindqvist',
        at: `2026-10-09 ${hour}:00`,
      })),
    );
    assert.equal(text.match(/<li>Mara Lindqvist, /g)?.length, 2);
  });

  test('nobody else reads them, and trying is no reading', async () => {
    const { visitor, database } = subject();
    const { id } = await answered(visitor);
    const path = `/practice/bookings/${id}/answers`;
    const mara = await opened('mara-lindqvist');
    const { mark = '' } = await mara.hidden(path);
    const other = await opened('amara-okoye');
    const { mark: otherMark = '' } = await other.hidden('/practice/blocks');
    assert.equal((await other.post(path, { mark: otherMark })).status, 404);
    assert.equal((await other.post(path, { mark })).status, 404);
    assert.equal((await mara.post(path, { mark: 'none' })).status, 404);
    assert.equal((await new Therapist(subject().url).post(path, { mark })).status, 404);
    assert.equal((await mara.post('/practice/bookings/bk_none/answers', { mark })).status, 404);
    assert.equal((await mara.get(path)).status, 405, 'following a link never opens them');
    assert.deepEqual(await database.query('SELECT 1 FROM intake_reads'), []);
  });

  test('what was withdrawn cannot be read, and that it was read stays', async () => {
    const { visitor, database } = subject();
    const { id, manageToken } = await answered(visitor);
    const path = `/practice/bookings/${id}/answers`;
    const mara = await opened('mara-lindqvist');
    const fields = await mara.hidden(path);
    await mara.post(path, fields);
    await visitor.send('DELETE', `/v1/bookings/${id}/intake`, { headers: { Authorization: `Bearer ${manageToken}` } });
    assert.equal((await mara.post(path, fields)).status, 404);
    assert.ok(!(await mara.get()).text.includes('Read their answers'));
    assert.equal((await database.query('SELECT 1 FROM intake_reads')).length, 1);
  });

  test('answers are gone when the time is over that the form keeps them', async () => {
    const { visitor, database } = subject();
    const booking = await answered(visitor);
    const until = Date.parse(booking.sessions[0]!.end) + 2557 * 86_400_000;
    const at = (instant: number): Promise<unknown> =>
      visitor.send('POST', '/test/clock', { body: { now: new Date(instant).toISOString() } });
    await at(until - 1000);
    assert.equal((await database.query('SELECT 1 FROM intake_answers')).length, 1);
    await at(until);
    assert.deepEqual(await database.query('SELECT 1 FROM intake_answers'), []);
    const [row] = await database.query('SELECT intake_status, attention, intake_hash, status FROM bookings');
    assert.deepEqual(row, { intake_status: 'none', attention: null, intake_hash: null, status: 'confirmed' });
    assert.equal((await database.query('SELECT 1 FROM intake_consents')).length, 1);
  });
}
