import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { Booking } from '../../../src/contract/booking.js';
import type { ConsentDocument } from '../../../src/contract/consent.js';
import type { IntakeForm } from '../../../src/contract/intake.js';
import type { Problem } from '../../../src/contract/problem.js';
import { deliveredAnswers } from '../../support/records.js';
import type { Subject } from '../subject.js';
import { Therapist } from '../therapist.js';
import { bookingOf, itemAt, type Answer, type Visitor } from '../visitor.js';

interface Delivery {
  booking: Booking;
  send(fields?: object, init?: { token?: string; key?: string }): Promise<Answer<Problem & { status: unknown }>>;
}

async function prepare(visitor: Visitor): Promise<Delivery> {
  const [slot] = await visitor.slots('2026-10-14');
  const { body: booking } = await visitor.book(bookingOf([itemAt(slot)], { intake: 'inline' }));
  const { body: document } = await visitor.get<ConsentDocument>('/v1/consent-documents/health-consent/versions/1');
  const at = '2026-10-09T08:05:00Z';
  const delivery = {
    formId: 'massage',
    version: '2',
    answers: { pressure: 'firm', 'work-where': ['neck', 'lower-back'] },
    consent: { documentId: document.id, version: document.version, hash: document.hash, at, locale: 'en-GB' },
    answeredAt: at,
  };
  return {
    booking,
    send: (fields = {}, { token = booking.manageToken ?? '', key = randomUUID() } = {}) =>
      visitor.send('PUT', `/v1/bookings/${booking.id}/intake`, {
        body: { ...delivery, ...fields },
        headers: { 'Idempotency-Key': key, Authorization: `Bearer ${token}` },
      }),
  };
}

/** Answers, consent, and what may never arrive. */
export function intake(subject: Subject): void {
  test('the form and the text agreed to can be read, and their hash checked', async () => {
    const { visitor } = subject();
    const { body: form } = await visitor.get<IntakeForm>('/v1/intake-forms/massage/versions/2');
    const { body: document } = await visitor.get<ConsentDocument>(
      `/v1/consent-documents/${form.consent?.id}/versions/${form.consent?.version}`,
    );
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(document.text));
    assert.equal(document.hash, `sha-256:${Buffer.from(digest).toString('hex')}`);
    assert.equal((await visitor.get('/v1/intake-forms/massage/versions/0')).body.code, 'form-version-retired');
    assert.equal((await visitor.get('/v1/intake-forms/none/versions/1')).body.code, 'not-found');
    assert.equal((await visitor.get('/v1/consent-documents/health-consent/versions/0')).body.code, 'not-found');
  });

  test('answers are stored with their consent, apart from the booking', async () => {
    const { visitor, database } = subject();
    const { booking, send } = await prepare(visitor);
    assert.equal(booking.intake.status, 'awaited');
    const receipt = await send();
    assert.deepEqual([receipt.status, Object.keys(receipt.body)], [200, ['status', 'at', 'outcomes']]);
    const [kept] = await deliveredAnswers(subject());
    assert.deepEqual(kept?.answers, { pressure: 'firm', 'work-where': ['neck', 'lower-back'] });
    const stored = JSON.stringify(await database.query('SELECT * FROM intake_answers'));
    for (const word of ['firm', 'pressure', 'neck']) assert.ok(!stored.includes(word), word);
    const { body } = await visitor.get<Booking>(`/v1/bookings/${booking.id}`, {
      Authorization: `Bearer ${booking.manageToken}`,
    });
    assert.deepEqual([body.intake.status, body.revision], ['received', 2]);
    const elsewhere = await Promise.all(
      ['bookings', 'outbox', 'idempotency_keys'].map((table) => database.query(`SELECT * FROM ${table}`)),
    );
    assert.ok(!JSON.stringify(elsewhere).includes('lower-back'));
  });

  test('a correction replaces what was sent before; the same key replays', async () => {
    const { visitor } = subject();
    const { send } = await prepare(visitor);
    const key = randomUUID();
    await send({}, { key });
    assert.equal((await send({}, { key })).headers.get('Idempotency-Replayed'), 'true');
    assert.equal((await send({ answers: {} }, { key })).body.code, 'idempotency-key-reused');
    assert.equal((await send({ answers: { talk: 'quiet' } })).status, 200);
    const kept = await deliveredAnswers(subject());
    assert.deepEqual(
      kept.map(({ answers }) => answers),
      [{ talk: 'quiet' }],
    );
  });

  test('answers of the safety check are refused, and nothing that came with them is stored', async () => {
    const { visitor, database } = subject();
    const { send } = await prepare(visitor);
    for (const answers of [
      { 'red-flags': ['none'], pressure: 'firm' },
      { 'red-flags': ['chest-breath'] },
      { 'talk-first': ['heart'], 'pregnancy-signs': ['none'] },
      { 'new-injury': '24', nonsense: true },
    ]) {
      const answer = await send({ answers });
      assert.deepEqual([answer.status, answer.body.code], [409, 'screening-refused']);
    }
    assert.deepEqual(await database.query('SELECT 1 FROM intake_answers'), []);
  });

  test('answers the form does not know are refused by item, never by value', async () => {
    const { visitor, database } = subject();
    const { send } = await prepare(visitor);
    for (const [answers, pointer] of [
      [{ unknown: 'x' }, '/answers'],
      [{ pressure: 'crushing' }, '/answers/pressure'],
      [{ pressure: ['firm'] }, '/answers/pressure'],
      [{ 'work-where': 'neck' }, '/answers/work-where'],
      [{ 'work-where': ['neck', 'neck'] }, '/answers/work-where'],
      [{ pressure: { firm: true } }, '/answers'],
    ] as const) {
      const answer = await send({ answers });
      assert.deepEqual([answer.status, answer.body.errors?.[0]?.pointer], [422, pointer]);
    }
    assert.deepEqual(await database.query('SELECT 1 FROM intake_answers'), []);
  });

  test('the form and the consent must be the ones asked for', async () => {
    const { visitor } = subject();
    const { send } = await prepare(visitor);
    const { body: terms } = await visitor.get<ConsentDocument>('/v1/consent-documents/terms/versions/1');
    const { body: health } = await visitor.get<ConsentDocument>('/v1/consent-documents/health-consent/versions/1');
    const consent = (document: ConsentDocument, fields = {}): object => ({
      consent: {
        documentId: document.id,
        version: '1',
        hash: document.hash,
        at: '2026-10-09T08:05:00Z',
        locale: 'en-GB',
        ...fields,
      },
    });
    assert.equal((await send({ formId: 'other' })).body.code, 'validation');
    assert.equal((await send({ version: '0' })).body.code, 'form-version-retired');
    assert.equal((await send(consent(terms))).body.code, 'validation');
    assert.equal((await send(consent(health, { version: '0' }))).body.code, 'consent-outdated');
    assert.equal((await send(consent(health, { hash: terms.hash }))).body.code, 'consent-outdated');
    assert.equal((await send({ consent: undefined })).body.code, 'validation');
    assert.equal((await send({ answeredAt: '2026-99-99T00:00:00Z' })).body.code, 'validation');
  });

  test('on the basis of care the form’s notice stands for consent, and the basis is kept and said', async () => {
    const { visitor, database, url, practiceLink } = subject();
    const { booking, send } = await prepare(visitor);
    const { body: notice } = await visitor.get<ConsentDocument>('/v1/consent-documents/health-notice/versions/1');
    const { body: health } = await visitor.get<ConsentDocument>('/v1/consent-documents/health-consent/versions/1');
    const told = (document: ConsentDocument, basis: string): object => ({
      consent: {
        ...{ documentId: document.id, version: '1', hash: document.hash },
        ...{ at: '2026-10-09T08:05:00Z', locale: 'en-GB', basis },
      },
    });
    assert.equal((await send(told(health, 'care'))).body.code, 'validation');
    assert.equal((await send(told(notice, 'consent'))).body.code, 'validation');
    assert.equal((await send(told(notice, 'custom'))).body.errors?.[0]?.pointer, '/consent/basis');
    assert.equal((await send(told(notice, 'care'))).status, 200);
    assert.deepEqual(await database.query(`SELECT consent->>'basis' AS basis FROM intake_consents`), [
      { basis: 'care' },
    ]);
    const therapist = new Therapist(url);
    await therapist.open(await practiceLink('mara-lindqvist'));
    const { text } = await therapist.press(`/practice/bookings/${booking.id}/answers`);
    assert.match(text, /They were told why on[\s\S]*health-notice, version 1/);
  });

  test('without the manage token there is nothing to deliver to', async () => {
    const { visitor } = subject();
    const { send } = await prepare(visitor);
    assert.deepEqual(
      [(await send({}, { token: 'x'.repeat(43) })).status, (await send({}, { token: '' })).status],
      [404, 404],
    );
  });
}
