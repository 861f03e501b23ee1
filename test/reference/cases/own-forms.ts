import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { IntakeEvaluation, IntakeForm } from '../../../src/contract/intake.js';
import type { Practitioner } from '../../../src/contract/practitioner.js';
import type { Subject } from '../subject.js';
import { bookingOf, itemAt, type Answer, type Choice, type Refusable, type Visitor } from '../visitor.js';

interface Reference {
  id: string;
  version: string;
}

/** Controlled heart trouble: a note to most therapists, and a word beforehand to one of them. */
const HEART = { 'talk-first': ['heart'], 'heart-kind': 'controlled' };
/** A clot that is being looked after: nobody takes even a request, but one. */
const CLOT = { 'talk-first': ['blood-clot'], 'clot-now': 'now' };

async function profile(visitor: Visitor, id: string): Promise<Practitioner> {
  return (await visitor.get<Practitioner>(`/v1/practitioners/${id}`)).body;
}

async function formOf(visitor: Visitor, practitionerId: string): Promise<Reference> {
  const { intakeForms = [] } = await profile(visitor, practitionerId);
  return intakeForms.find(({ id }) => id === 'massage') ?? { id: 'massage', version: '2' };
}

const evaluate = (visitor: Visitor, { id, version }: Reference, answers: object): Promise<Answer<IntakeEvaluation>> =>
  visitor.send('POST', '/v1/intake-evaluations', { body: { formId: id, version, answers } });

/** A request for the first hour of back massage a practitioner offers in the week, with one form and one evaluation. */
async function book(
  visitor: Visitor,
  practitionerId: string,
  { id: formId, version }: Reference,
  intakeProof?: string,
): Promise<Answer<Refusable<{ status: string; intake: { form?: Reference | undefined } }>>> {
  const choice: Partial<Choice> = { practitionerId };
  const { slots, price } = await visitor.entry(choice, '2026-10-12', '2026-10-18');
  return visitor.book(
    bookingOf([itemAt(slots[0], choice)], {
      safetyCheck: { formId, version, passed: true, at: '2026-10-09T08:00:00Z' },
      expectedTotal: price.total,
      intake: 'inline',
      ...(intakeProof !== undefined && { intakeProof }),
    }),
  );
}

/** Therapists may screen more strictly, and more mildly where it is no stop. */
export function ownForms(subject: Subject): void {
  test('a therapist’s own screening is a version of the form, named with them and served like any other', async () => {
    const { visitor } = subject();
    const [mara, vera] = [await formOf(visitor, 'mara-lindqvist'), await formOf(visitor, 'vera-kovalik')];
    assert.deepEqual(mara, { id: 'massage', version: '2' });
    assert.notEqual(vera.version, '2');
    const path = (version: string): string => `/v1/intake-forms/massage/versions/${encodeURIComponent(version)}`;
    const { body: common } = await visitor.get<IntakeForm>(path('2'));
    const { status, body: own } = await visitor.get<IntakeForm>(path(vera.version));
    assert.equal(status, 200);
    assert.deepEqual(own.items, common.items);
    const changed = own.rules.filter((rule, index) => JSON.stringify(rule) !== JSON.stringify(common.rules[index]));
    assert.deepEqual(
      changed.map(({ id, outcome }) => [id, outcome]),
      [['flag-heart', 'clear']],
    );
  });

  test('what it leads to counts for that therapist and for nobody else', async () => {
    const { visitor } = subject();
    const [common, vera] = [{ id: 'massage', version: '2' }, await formOf(visitor, 'vera-kovalik')];
    const mild = await evaluate(visitor, common, HEART);
    const strict = await evaluate(visitor, vera, HEART);
    assert.deepEqual(
      [mild, strict].map(({ body }) => body.outcomes.map(({ outcome }) => outcome)),
      [['flag'], ['clear']],
    );
    const booked = await book(visitor, 'vera-kovalik', vera, strict.body.proof);
    assert.deepEqual([booked.status, booked.body.status], [201, 'requested']);
    assert.deepEqual(booked.body.intake.form, vera);
    for (const refused of [
      await book(visitor, 'vera-kovalik', common),
      await book(visitor, 'vera-kovalik', vera, mild.body.proof),
      await book(visitor, 'mara-lindqvist', vera),
    ]) {
      assert.equal(refused.body.code, 'screening-refused');
    }
    assert.equal((await book(visitor, 'mara-lindqvist', common, mild.body.proof)).body.status, 'confirmed');
  });

  test('a request is not even taken where a rule blocks it, until a therapist wants it', async () => {
    const { visitor } = subject();
    const [common, umar] = [{ id: 'massage', version: '2' }, await formOf(visitor, 'umar-siddiqi')];
    const blocked = await evaluate(visitor, common, CLOT);
    assert.deepEqual(
      blocked.body.outcomes.map(({ outcome, blocked }) => [outcome, blocked]),
      [['clear', true]],
    );
    assert.equal((await book(visitor, 'mara-lindqvist', common, blocked.body.proof)).body.code, 'screening-refused');
    const wanted = await evaluate(visitor, umar, CLOT);
    assert.equal((await book(visitor, 'umar-siddiqi', umar, wanted.body.proof)).body.status, 'requested');
  });
}
