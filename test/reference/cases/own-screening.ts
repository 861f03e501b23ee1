import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { Booking } from '../../../src/contract/booking.js';
import type { ConsentDocument } from '../../../src/contract/consent.js';
import type { IntakeEvaluation, IntakeForm } from '../../../src/contract/intake.js';
import type { Practitioner } from '../../../src/contract/practitioner.js';
import type { Subject } from '../subject.js';
import { Therapist } from '../therapist.js';
import { bookingOf, itemAt, type Visitor } from '../visitor.js';

const PATH = '/practice/screening';

/** What the page's form sends where nothing on it is touched. */
async function asItStands(therapist: Therapist): Promise<Record<string, string>> {
  const { text } = await therapist.get(PATH);
  const fields: Record<string, string> = { mark: /name="mark" value="([^"]*)"/.exec(text)![1]! };
  for (const [, name, options] of text.matchAll(/<select name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g)) {
    fields[name!] = /value="([^"]+)" selected/.exec(options!)![1]!;
  }
  return fields;
}

async function ownForm(visitor: Visitor): Promise<{ id: string; version: string } | undefined> {
  const { body } = await visitor.get<Practitioner>('/v1/practitioners/mara-lindqvist');
  return body.intakeForms?.find(({ id }) => id === 'massage');
}

async function outcomeOf(visitor: Visitor, version: string, answers: object): Promise<string | undefined> {
  const { body } = await visitor.send<IntakeEvaluation>('POST', '/v1/intake-evaluations', {
    body: { formId: 'massage', version, answers },
  });
  return body.outcomes[0]?.outcome;
}

/** How a therapist sets what their questions lead to. */
export function ownScreening(subject: Subject): void {
  const opened = async (): Promise<Therapist> => {
    const therapist = new Therapist(subject().url);
    await therapist.open(await subject().practiceLink('mara-lindqvist'));
    return therapist;
  };

  test('a therapist sees every row, with what happens there and what the client reads', async () => {
    const mara = await opened();
    assert.match((await mara.get()).text, /href="\/practice\/screening"/);
    const { status, headers, text } = await mara.get(PATH);
    assert.deepEqual([status, headers.get('Cache-Control')], [200, 'no-store']);
    const { body: form } = await subject().visitor.get<IntakeForm>('/v1/intake-forms/massage/versions/2');
    for (const { id } of form.rules) assert.ok(text.includes(`Rule ${id}<`), id);
    assert.match(text, /Blood thinners, or blood that does not clot well[\s\S]*?value="clear" selected/);
    assert.ok(!/name="rule-stop-/.test(text), 'a stop has nothing to choose');
    assert.match(text, /All is as the form comes/);
    assert.match((await new Therapist(subject().url).get(PATH)).text, /It opens with the link/);
  });

  test('a row made stricter and one made milder hold for what comes, in a version of their own', async () => {
    const { visitor, database } = subject();
    const mara = await opened();
    const fields = await asItStands(mara);
    const saved = await mara.post(PATH, { ...fields, 'rule-flag-heart': 'clear', 'rule-clear-thinners': 'flag' });
    assert.equal(saved.status, 303);
    const { version } = (await ownForm(visitor))!;
    assert.equal(await outcomeOf(visitor, version, { 'talk-first': ['heart'], 'heart-kind': 'controlled' }), 'clear');
    assert.equal(await outcomeOf(visitor, version, { 'talk-first': ['blood-thinners'] }), 'flag');
    assert.equal(await outcomeOf(visitor, '2', { 'talk-first': ['blood-thinners'] }), 'clear');
    const { text } = await mara.get(PATH);
    assert.match(text, /You have changed 2/);
    assert.match(text, /Yours\. The form comes with: A request that you accept or decline/);
    // As it came: no version of their own, and the old one can still be read.
    await mara.post(PATH, { ...fields });
    assert.equal(await ownForm(visitor), undefined);
    assert.equal((await visitor.get(`/v1/intake-forms/massage/versions/${encodeURIComponent(version)}`)).status, 200);
    assert.equal((await database.query('SELECT 1 FROM practice_screening')).length, 2);
  });

  test('waits and blocks can be set, and nothing else can be sent', async () => {
    const { visitor, database } = subject();
    const mara = await opened();
    const fields = await asItStands(mara);
    await mara.post(PATH, { ...fields, 'rule-defer-unwell': 'defer-168', 'rule-clear-heart': 'clear-blocked' });
    const { version } = (await ownForm(visitor))!;
    const { body: form } = await visitor.get<IntakeForm>(
      `/v1/intake-forms/massage/versions/${encodeURIComponent(version)}`,
    );
    const rule = (id: string): IntakeForm['rules'][number] | undefined => form.rules.find((each) => each.id === id);
    assert.deepEqual([rule('defer-unwell')?.deferHours, rule('clear-heart')?.blocked], [168, true]);
    for (const [name, value] of [
      ['rule-flag-heart', 'nonsense'],
      ['rule-flag-heart', 'route'],
      ['rule-nowhere', 'stop'],
      ['rule-defer-unwell', 'defer-1'],
    ] as const) {
      assert.equal((await mara.post(PATH, { ...fields, [name]: value })).status, 422, `${name} ${value}`);
    }
    assert.equal((await mara.post(PATH, { ...fields, mark: 'none' })).status, 404);
    assert.equal((await database.query('SELECT 1 FROM practice_screening')).length, 1);
  });

  test('a stop cannot be loosened: it says so, and nothing that came with it is kept', async () => {
    const { visitor, database } = subject();
    const mara = await opened();
    const fields = await asItStands(mara);
    for (const value of ['clear', 'flag', 'defer-24']) {
      const looser = { ...fields, 'rule-flag-heart': 'clear', 'rule-stop-chest-breath': value };
      const { status, text } = await mara.post(PATH, looser);
      assert.equal(status, 422);
      assert.match(text, /role="alert">stop-chest-breath stops a booking, and that cannot be loosened/);
      assert.match(text, /name="rule-flag-heart"[\s\S]*?value="clear" selected/, 'what was chosen stands there still');
    }
    assert.equal(await ownForm(visitor), undefined);
    assert.deepEqual(await database.query('SELECT 1 FROM practice_screening'), []);
  });

  test('answers of a booking made before the change are still taken, and read with their questions', async () => {
    const { visitor } = subject();
    const mara = await opened();
    const [slot] = await visitor.slots('2026-10-14');
    const { body: booking } = await visitor.book(bookingOf([itemAt(slot)], { intake: 'inline' }));
    await mara.post(PATH, { ...(await asItStands(mara)), 'rule-flag-heart': 'clear' });
    const { body: document } = await visitor.get<ConsentDocument>('/v1/consent-documents/health-consent/versions/1');
    const at = '2026-10-09T08:05:00Z';
    const consent = { documentId: document.id, version: document.version, hash: document.hash, at, locale: 'en-GB' };
    const deliver = (version: string): Promise<{ status: number }> =>
      visitor.send('PUT', `/v1/bookings/${booking.id}/intake`, {
        body: { formId: 'massage', version, answers: { pressure: 'firm' }, consent, answeredAt: at },
        headers: { 'Idempotency-Key': randomUUID(), Authorization: `Bearer ${(booking as Booking).manageToken}` },
      });
    assert.equal((await deliver('2')).status, 200);
    assert.equal((await deliver((await ownForm(visitor))!.version)).status, 200);
    assert.equal((await deliver('1')).status, 410);
    assert.match((await mara.press(`/practice/bookings/${booking.id}/answers`)).text, /How much pressure do you like/);
  });
}
