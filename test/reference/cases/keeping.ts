import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { Booking } from '../../../src/contract/booking.js';
import { ClientData } from '../../../src/contract/client-data.js';
import type { ConsentDocument } from '../../../src/contract/consent.js';
import { IntakeEvaluation, IntakeRecord, type Answers } from '../../../src/contract/intake.js';
import type { Subject } from '../subject.js';
import { Therapist } from '../therapist.js';
import { BACK_60, bookingOf, itemAt, type Answer, type Choice, type Refusable, type Visitor } from '../visitor.js';

const DAY = '2026-10-14';
const STONES: Choice = { ...BACK_60, serviceId: 'hot-stone', optionId: 'hot-stone-75' };
const FORM = { formId: 'warm-stones', version: '2' };
const SAFETY = { ...FORM, passed: true as const, at: '2026-10-09T08:00:00Z' };
const ADA = { name: 'Ada Example', email: 'ada@example.com', phone: '020 7946 0999' };

const evaluate = (visitor: Visitor, answers: Answers, form = FORM): Promise<Answer<Refusable<IntakeEvaluation>>> =>
  visitor.send('POST', '/v1/intake-evaluations', { body: { ...form, answers } });

async function bookStones(visitor: Visitor, fields: object, at = 0): Promise<Answer<Refusable<Booking>>> {
  const slots = await visitor.slots(DAY, STONES);
  const expectedTotal = { amount: 10_500, currency: 'GBP' };
  return visitor.book(
    bookingOf([itemAt(slots[at], STONES)], { safetyCheck: SAFETY, intake: 'inline', expectedTotal, ...fields }),
  );
}

async function deliver(
  visitor: Visitor,
  booking: Booking,
  answers: Answers,
  fields = {},
): Promise<Answer<Refusable<{ outcomes?: { ruleId: string }[] }>>> {
  const { body: document } = await visitor.get<ConsentDocument>('/v1/consent-documents/health-consent/versions/1');
  const { id: documentId, version, hash } = document;
  const at = '2026-10-09T08:05:00Z';
  return visitor.send('PUT', `/v1/bookings/${booking.id}/intake`, {
    body: { ...FORM, answers, consent: { documentId, version, hash, at, locale: 'en-GB' }, answeredAt: at, ...fields },
    headers: { 'Idempotency-Key': randomUUID(), Authorization: `Bearer ${booking.manageToken}` },
  });
}

const own = <Body>(
  visitor: Visitor,
  booking: Booking,
  rest: string,
  method = 'GET',
  body?: object,
): Promise<Answer<Body>> =>
  visitor.send<Body>(method, `/v1/bookings/${booking.id}${rest}`, {
    ...(body && { body }),
    headers: { 'Idempotency-Key': randomUUID(), Authorization: `Bearer ${booking.manageToken}` },
  });

/** What answers lead to, what is kept of them, and how a client gets it back or has it forgotten. */
export function keeping(subject: Subject): void {
  test('an evaluation says what answers lead to, worst first, and keeps nothing', async () => {
    const { visitor, database } = subject();
    const { status, headers, body } = await evaluate(visitor, {
      'heat-feeling': 'less',
      'heat-today': ['temperature', 'sunburn'],
    });
    assert.deepEqual([status, headers.get('Cache-Control')], [200, 'no-store']);
    const { outcomes, proof } = IntakeEvaluation.parse(body);
    assert.deepEqual(
      outcomes.map(({ outcome, ruleId }) => `${outcome} ${ruleId}`),
      ['clear clear-less-heat-feeling', 'defer defer-temperature', 'adapt adapt-stones'],
    );
    assert.ok(!/sunburn|temperature|less/.test(Buffer.from(proof.split('.')[0] ?? '', 'base64url').toString()));
    const tables = ['intake_answers', 'idempotency_keys', 'bookings'];
    for (const table of tables) assert.deepEqual(await database.query(`SELECT 1 FROM ${table}`), []);
  });

  test('the safety check is refused here as well; unknown forms and items are named', async () => {
    const { visitor } = subject();
    assert.equal((await evaluate(visitor, { 'red-flags': ['none'] })).body.code, 'screening-refused');
    assert.equal((await evaluate(visitor, {}, { formId: 'none', version: '1' })).body.errors?.[0]?.pointer, '/formId');
    assert.equal((await evaluate(visitor, {}, { formId: 'massage', version: '0' })).body.code, 'form-version-retired');
    assert.equal((await evaluate(visitor, { nonsense: true })).body.errors?.[0]?.pointer, '/answers');
  });

  test('answers that say stop never become a booking; those to be cleared make it a request', async () => {
    const { visitor } = subject();
    const proofFor = async (answers: Answers): Promise<string> => (await evaluate(visitor, answers)).body.proof;
    const stopped = await bookStones(visitor, { intakeProof: await proofFor({ 'heat-feeling': 'no' }) });
    assert.deepEqual([stopped.status, stopped.body.code], [409, 'screening-refused']);
    const cleared = await bookStones(visitor, { intakeProof: await proofFor({ 'heat-feeling': 'less' }) });
    assert.deepEqual([cleared.status, cleared.body.status], [201, 'requested']);
    const fine = await bookStones(visitor, { intakeProof: await proofFor({ 'heat-feeling': 'yes' }) }, 3);
    assert.equal(fine.body.status, 'confirmed');
  });

  test('a session comes no sooner than the answers allow', async () => {
    const { visitor } = subject();
    const { proof } = (await evaluate(visitor, { 'heat-today': ['temperature'] })).body;
    const [soon] = await visitor.slots('2026-10-10', STONES);
    const expectedTotal = { amount: 10_500, currency: 'GBP' };
    const request = bookingOf([itemAt(soon, STONES)], {
      safetyCheck: SAFETY,
      intake: 'inline',
      expectedTotal,
      intakeProof: proof,
    });
    assert.equal((await visitor.book(request)).body.code, 'screening-refused');
    assert.equal((await bookStones(visitor, { intakeProof: proof })).status, 201);
  });

  test('a proof is good for its form, for a while, and cannot be made up', async () => {
    const { visitor } = subject();
    const { proof } = (await evaluate(visitor, {})).body;
    const pointer = async (intakeProof: string): Promise<unknown> =>
      (await bookStones(visitor, { intakeProof })).body.errors?.[0]?.pointer;
    assert.equal(await pointer(`${proof}x`), '/intakeProof');
    assert.equal(await pointer('a made-up proof of nothing'), '/intakeProof');
    const other = await evaluate(visitor, {}, { formId: 'massage', version: '2' });
    assert.equal((await bookStones(visitor, { intakeProof: other.body.proof })).body.code, 'screening-refused');
    await visitor.advance(7201);
    assert.equal(await pointer(proof), '/intakeProof');
  });

  test('what is delivered are the answers that were evaluated, or comes with a proof of its own', async () => {
    const { visitor, url, practiceLink } = subject();
    const therapist = new Therapist(url);
    await therapist.open(await practiceLink('mara-lindqvist'));
    const answers = { 'heat-feeling': 'less', 'heat-where': 'left foot' };
    const { proof } = (await evaluate(visitor, answers)).body;
    const { body: booking } = await bookStones(visitor, { intakeProof: proof });
    assert.equal((await deliver(visitor, booking, { 'heat-feeling': 'yes' })).body.errors?.[0]?.pointer, '/answers');
    const reordered = await deliver(visitor, booking, { 'heat-where': 'left foot', 'heat-feeling': 'less' });
    assert.deepEqual([reordered.status, reordered.body.outcomes?.[0]?.ruleId], [200, 'clear-less-heat-feeling']);
    assert.ok(!(await therapist.get()).text.includes('Talk to your client first'));
    const corrected = { 'heat-feeling': 'no' };
    assert.equal((await deliver(visitor, booking, corrected, { proof })).body.errors?.[0]?.pointer, '/proof');
    const fresh = (await evaluate(visitor, corrected)).body.proof;
    const stopped = await deliver(visitor, booking, corrected, { proof: fresh });
    assert.deepEqual([stopped.status, stopped.body.outcomes?.[0]?.ruleId], [200, 'stop-no-heat-feeling']);
    const after = await therapist.get();
    assert.match(after.text, /Requests[\s\S]*Talk to your client first/);
    assert.ok(!/foot|heat/.test(after.text), 'it is marked, and not said why');
  });

  test('answers to questions that are not shown are dropped', async () => {
    const { visitor } = subject();
    const { body: booking } = await bookStones(visitor, {});
    await deliver(visitor, booking, { 'heat-feeling': 'yes', 'heat-where': 'left foot' });
    const { body } = await own<IntakeRecord>(visitor, booking, '/intake');
    assert.deepEqual(IntakeRecord.parse(body).answers, { 'heat-feeling': 'yes' });
  });

  test('a client reads their answers back, and withdraws: what was agreed to and when is all that is left', async () => {
    const { visitor, database } = subject();
    const { body: booking } = await bookStones(visitor, {});
    assert.equal((await own(visitor, booking, '/intake')).status, 404);
    await deliver(visitor, booking, { 'heat-feeling': 'yes' });
    assert.deepEqual((await own<IntakeRecord>(visitor, booking, '/intake')).body.answers, { 'heat-feeling': 'yes' });
    assert.equal((await own(visitor, booking, '/intake', 'DELETE')).status, 204);
    assert.equal((await own(visitor, booking, '/intake', 'DELETE')).status, 204);
    assert.equal((await own(visitor, booking, '/intake')).status, 404);
    assert.equal((await own<Booking>(visitor, booking, '')).body.intake.status, 'withdrawn');
    assert.deepEqual(await database.query('SELECT 1 FROM intake_answers'), []);
    const [consent] = ClientData.parse((await own(visitor, booking, '/client-data')).body).consents;
    assert.equal(consent?.consent.documentId, 'health-consent');
    assert.ok(consent?.withdrawnAt);
    assert.equal((await visitor.send('DELETE', `/v1/bookings/${booking.id}/intake`)).status, 404);
  });

  test('a client takes away everything that is kept, and has it forgotten', async () => {
    const { visitor, database } = subject();
    const { body: booking } = await bookStones(visitor, {
      client: ADA,
      notes: 'NOTE',
      metadata: { campaign: 'autumn' },
      reference: 'ours',
    });
    await deliver(visitor, booking, { 'heat-feeling': 'yes' });
    const data = ClientData.parse((await own(visitor, booking, '/client-data')).body);
    assert.deepEqual(
      [data.client, data.notes, data.metadata, data.reference],
      [ADA, 'NOTE', { campaign: 'autumn' }, 'ours'],
    );
    assert.deepEqual(data.intake?.answers, { 'heat-feeling': 'yes' });

    const erased = await own<{ booking: Booking }>(visitor, booking, '/erasure', 'POST', {});
    assert.deepEqual([erased.status, erased.body.booking.status], [200, 'cancelled']);
    assert.equal((await visitor.slots(DAY, STONES))[0]?.start, booking.sessions[0]?.start);
    const tables = ['bookings', 'intake_answers', 'intake_consents', 'outbox', 'idempotency_keys'];
    const left = JSON.stringify(await Promise.all(tables.map((table) => database.query(`SELECT * FROM ${table}`))));
    for (const word of ['Ada', 'ada@', '0999', 'NOTE', 'autumn', 'heat-feeling']) assert.ok(!left.includes(word), word);
    const after = ClientData.parse((await own(visitor, booking, '/client-data')).body);
    assert.deepEqual([after.client, after.consents, after.intake], [undefined, [], undefined]);
  });

  test('a booking that can no longer be cancelled is not forgotten behind the therapist’s back', async () => {
    const { visitor, database } = subject();
    const { body: booking } = await bookStones(visitor, {});
    await visitor.advance(4.5 * 86_400);
    const refused = await own<{ code: string }>(visitor, booking, '/erasure', 'POST', {});
    assert.deepEqual([refused.status, refused.body.code], [403, 'cancellation-window-passed']);
    assert.deepEqual(await database.query(`SELECT client->>'name' AS name FROM bookings`), [{ name: 'Ada Example' }]);
    await visitor.advance(2 * 86_400);
    assert.equal((await own(visitor, booking, '/erasure', 'POST', {})).status, 200);
  });
}
