import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ScreeningRule } from '../../src/contract/intake.js';
import { emptyIntake, type IntakeDraft } from '../../src/domain/client/intake-draft.js';
import type { Screening } from '../../src/domain/intake/answers.js';
import type { Action } from '../../src/flow/actions.js';
import { reduce, start } from '../../src/flow/reducer.js';
import { canGoBack, formOf, progress } from '../../src/flow/route.js';
import { isRequest, publicStep } from '../../src/flow/selectors.js';
import { STEPS, type FlowState } from '../../src/flow/state.js';
import { bookingRequest } from '../../src/flow/what-is-sent.js';
import { booking, facts, hold, practitioner, slot } from './facts.js';

const clear: Screening = { worst: undefined, rules: [], deferHours: 0, skills: [] };
const typed: IntakeDraft = {
  ...emptyIntake,
  answers: { pressure: 'firm' },
  contact: { ...emptyIntake.contact, name: 'Alex', email: 'alex@example.com' },
};
const rule = (outcome: ScreeningRule['outcome']): ScreeningRule => ({
  id: outcome,
  when: { all: [] },
  outcome,
  message: 'Words',
});
const AT = '2026-10-09T08:00:00Z';

const place: Action = { type: 'place-chosen', where: { place: 'incall' } };
const service: Action = { type: 'service-chosen', service: { serviceId: 'back', optionId: 'back-60', addOnIds: [] } };
const safety = (screening: Screening = clear): Action => ({
  type: 'safety-answered',
  intake: emptyIntake,
  screening,
  formId: 'massage',
  version: '1',
  at: AT,
});
const chosen = slot();
const details: Action = {
  type: 'details-given',
  intake: typed,
  screening: clear,
  client: { name: 'Alex', email: 'alex@example.com' },
  at: AT,
  key: 'key-of-the-first-intent',
};
const submit: Action = { type: 'submit', afterMilliseconds: 60_000 };

function run(state: FlowState, ...actions: Action[]): FlowState {
  return actions.reduce(reduce, state);
}

const toSlot = [place, service, safety()];
const toDetails: Action[] = [
  ...toSlot,
  { type: 'slot-chosen', slot: chosen },
  { type: 'slot-held', slot: chosen, hold: hold() },
];
const toReview = [...toDetails, details];
const toSubmitting = [...toReview, submit];

describe('a flow', () => {
  it('walks from place to booked, one step after the other', () => {
    const seen: string[] = [];
    let state = start(facts());
    for (const action of [...toSubmitting, { type: 'booked', booking: booking() } as const]) {
      seen.push(state.step);
      state = reduce(state, action);
    }
    assert.deepEqual(seen, ['place', 'service', 'safety', 'slot', 'slot', 'details', 'review', 'submitting']);
    assert.equal(state.step, 'confirmed');
  });

  it('passes over steps with one answer, and counts only those shown', () => {
    const [incall] = practitioner().places;
    const one = facts({ practitioners: [practitioner({ places: [incall!] })] });
    const state = start(one);
    assert.equal(state.step, 'service');
    assert.deepEqual(progress(state), { number: 1, total: 5 });
    assert.equal(canGoBack(state), false);
  });

  it('counts no safety check where no treatment names a form, before one is chosen too', () => {
    const { services, practitioners } = facts();
    const without = services.map(({ intakeForm: _, ...service }) => service);
    const count = (given: typeof without): number | undefined =>
      progress(start(facts({ services: given, practitioners: [...practitioners] })))?.total;
    assert.equal(count(without), count([...services])! - 1);
    assert.equal(count([services[0]!, ...without.slice(1)]), count([...services]));
  });

  it('asks who first where several therapists could be meant', () => {
    const two = facts({ practitioners: [practitioner(), practitioner({ id: 'tobi', name: 'Tobi' })] });
    assert.equal(start(two).step, 'practitioner');
    assert.equal(run(start(two), { type: 'practitioner-chosen', practitionerId: 'tobi' }).step, 'place');
  });

  it('asks again where the therapist chosen instead does not come', () => {
    const { places } = practitioner();
    const visitsOnly = practitioner({ id: 'tobi', name: 'Tobi', places: [places[1]!] });
    const state = run(
      start(facts({ practitioners: [practitioner(), visitsOnly] })),
      { type: 'practitioner-chosen', practitionerId: 'mara' },
      { type: 'place-chosen', where: { place: 'incall' } },
      { type: 'back' },
      { type: 'back' },
      { type: 'practitioner-chosen', practitionerId: 'tobi' },
    );
    assert.equal(state.step, 'place');
    assert.equal(state.draft.where, undefined);
  });

  it('takes what the page preset as chosen, and ignores what is not offered', () => {
    const quick = facts({
      preset: { practitionerId: 'mara', place: 'incall', serviceId: 'back', optionId: 'back-60' },
    });
    assert.equal(start(quick).step, 'safety');
    const wrong = facts({
      preset: { practitionerId: 'nobody', place: 'incall', serviceId: 'gone', optionId: 'gone-60' },
    });
    assert.equal(start(wrong).step, 'service');
    const far = facts({ preset: { place: 'outcall' } });
    assert.equal(start(far).step, 'place');
  });

  it('leaves the safety check out where the treatment names no form', () => {
    const { intakeForm: _, ...plain } = facts().services[0]!;
    const state = run(start(facts({ services: [plain] })), place, service);
    assert.equal(state.step, 'slot');
    assert.equal(state.step === 'slot' && state.safety, null);
  });
});

describe('the safety check', () => {
  it('ends online booking on a stop, keeps every choice, and looks like the check to the page', () => {
    const stopped = run(
      start(facts()),
      place,
      service,
      safety({ ...clear, worst: 'stop', rules: [rule('stop'), rule('flag')] }),
    );
    assert.equal(stopped.step, 'stopped');
    assert.equal(publicStep(stopped), 'safety');
    assert.deepEqual(stopped.step === 'stopped' && stopped.rules.map(({ outcome }) => outcome), ['stop']);
    const resumed = run(stopped, { type: 'back' });
    assert.equal(resumed.step, 'safety');
    assert.equal(run(resumed, safety()).step, 'slot');
    assert.equal(resumed.draft.service?.optionId, 'back-60');
  });

  it('takes not even a request where a therapist first wants a word, and says so like a stop', () => {
    const blocked = { ...rule('clear'), blocked: true };
    const state = run(start(facts()), place, service, safety({ ...clear, worst: 'clear', rules: [blocked] }));
    assert.deepEqual(state.step === 'stopped' && state.rules, [blocked]);
  });

  it('is asked again where the next therapist asks another version of the form', () => {
    const own = practitioner({ id: 'nils', name: 'Nils', intakeForms: [{ id: 'massage', version: '1.own' }] });
    const two = facts({ practitioners: [practitioner(), practitioner({ id: 'ida', name: 'Ida' }), own] });
    const choose = (practitionerId: string): Action => ({ type: 'practitioner-chosen', practitionerId });
    const chooseAgain = (state: FlowState, practitionerId: string): FlowState => {
      const before = run(state, ...Array.from({ length: 4 }, (): Action => ({ type: 'back' })));
      assert.equal(before.step, 'practitioner');
      return run(before, choose(practitionerId));
    };
    const passed = run(start(two), choose('mara'), ...toSlot);
    assert.ok(chooseAgain(passed, 'ida').draft.safety);
    assert.equal(chooseAgain(passed, 'nils').draft.safety, undefined);
    assert.deepEqual(formOf(chooseAgain(passed, 'nils').draft, two), { id: 'massage', version: '1.own' });
  });

  it('turns the booking into a request on clear', () => {
    const state = run(start(facts()), place, service, safety({ ...clear, worst: 'clear', rules: [rule('clear')] }));
    assert.equal(isRequest(state), true);
  });

  it('moves the earliest time on defer, and drops an earlier one that was kept', () => {
    const wanted = facts({ preset: { start: chosen.start } });
    const deferred = safety({ ...clear, worst: 'defer', rules: [rule('defer')], deferHours: 24 * 7 });
    const found = run(start(wanted), ...toSlot, { type: 'slot-found', slot: chosen }, { type: 'back' }, deferred);
    assert.equal(found.step, 'slot');
    assert.equal(found.draft.slot, undefined);
    assert.deepEqual(found.step === 'slot' && found.notice, { kind: 'lost' });
    assert.equal(found.step === 'slot' && found.safety?.notBefore, '2026-10-16T08:00:00.000Z');
  });
});

describe('what several rules lead to', () => {
  const outcomes = ['stop', 'clear', 'defer', 'route', 'adapt', 'flag', 'info'] as const;
  const anyRule = fc
    .record({
      outcome: fc.constantFrom(...outcomes),
      blocked: fc.boolean(),
      skill: fc.constantFrom(undefined, 'pregnancy', 'oncology'),
      places: fc.constantFrom<ScreeningRule['places'][]>(undefined, ['incall'], ['outcall']),
      maxIntensity: fc.constantFrom(undefined, 2, 3),
    })
    .map(({ outcome, blocked, skill, places, maxIntensity }): ScreeningRule => ({
      ...rule(outcome),
      ...(outcome === 'clear' && { blocked }),
      ...(outcome === 'route' && { ...(skill && { skill }), ...(places && { places }) }),
      ...(outcome === 'adapt' && maxIntensity && { maxIntensity }),
    }));
  const gentle = { ...facts().services[1]!, intensity: 2 };
  const several = facts({
    services: [facts().services[0]!, gentle],
    practitioners: [practitioner(), practitioner({ id: 'tobi', name: 'Tobi', skills: ['pregnancy'] })],
  });
  const mara: Action = { type: 'practitioner-chosen', practitionerId: 'mara' };

  it('is the screen of the worst, with every effect, in whatever order they are given', () => {
    const seen: Record<string, number> = {};
    fc.assert(
      fc.property(fc.array(anyRule, { maxLength: 4 }), fc.constantFrom(0, 48), (rules, deferHours) => {
        const after = (given: readonly ScreeningRule[]): FlowState =>
          run(start(several), mara, place, service, safety({ ...clear, rules: given, deferHours }));
        const state = after(rules);
        const turned = after(rules.toReversed());
        assert.equal(turned.step, state.step);
        seen[state.step] = (seen[state.step] ?? 0) + 1;
        const has = (fits: (rule: ScreeningRule) => unknown): boolean => rules.some(fits);
        const ends = has(({ outcome, blocked }) => outcome === 'stop' || blocked);
        const skills = rules.flatMap(({ skill }) => skill ?? []);
        const places = rules.flatMap((each) => each.places ?? []);
        const isNowhere = places.includes('incall') && places.includes('outcall');
        const isGentle = has(({ maxIntensity }) => maxIntensity === 2);
        const expected =
          ends || skills.includes('oncology') || isNowhere || (isGentle && places.includes('outcall'))
            ? 'stopped'
            : skills.length > 0
              ? 'practitioner'
              : places.includes('outcall')
                ? 'place'
                : isGentle
                  ? 'service'
                  : 'slot';
        // The gentle treatment is given at the therapist's only.
        assert.equal(state.step, expected);
        if (state.step === 'stopped') return;
        assert.equal(
          isRequest(state),
          has(({ outcome }) => outcome === 'clear'),
        );
        assert.equal(state.draft.safety?.notBefore !== null, deferHours > 0);
      }),
      { numRuns: 2000 },
    );
    assert.deepEqual(Object.keys(seen).sort(), ['place', 'practitioner', 'service', 'slot', 'stopped']);
  });
});

describe('answers given with the details', () => {
  it('stop as the safety check does, and give the time back', () => {
    const stop = { ...clear, worst: 'stop' as const, rules: [rule('stop')] };
    const state = run(start(facts()), ...toDetails, { ...details, screening: stop });
    assert.equal(state.step, 'stopped');
    assert.ok(!('hold' in state));
    assert.equal(state.draft.intake, typed);
  });

  it('move the earliest time, counted from the safety check', () => {
    const wait = { ...clear, worst: 'defer' as const, rules: [rule('defer')], deferHours: 24 * 7 };
    const state = run(start(facts()), ...toDetails, { ...details, at: '2026-10-09T09:00:00Z', screening: wait });
    assert.deepEqual(state.step === 'slot' && state.notice, { kind: 'lost' });
    assert.equal(state.step === 'slot' && state.safety?.notBefore, '2026-10-16T08:00:00.000Z');
    const short = run(start(facts()), ...toDetails, { ...details, screening: { ...wait, deferHours: 24 } });
    assert.equal(short.step, 'review');
  });

  it('turn the booking into a request', () => {
    const ask = { ...clear, worst: 'clear' as const, rules: [rule('clear')] };
    assert.equal(isRequest(run(start(facts()), ...toDetails, { ...details, screening: ask })), true);
  });
});

describe('a time', () => {
  it('is asked for once, however often Continue is pressed', () => {
    const state = run(start(facts()), ...toSlot, { type: 'slot-chosen', slot: chosen });
    assert.equal(reduce(state, { type: 'slot-chosen', slot: slot(15) }), state);
  });

  it('that is taken brings the visitor back to the times with every answer kept', () => {
    const taken = run(start(facts()), ...toSubmitting, { type: 'slot-taken', alternatives: [slot(12)] });
    assert.equal(taken.step, 'slot');
    assert.equal(taken.draft.intake, typed);
    assert.equal(taken.draft.slot, undefined);
    const again = run(
      taken,
      { type: 'slot-chosen', slot: slot(12) },
      { type: 'slot-held', slot: slot(12), hold: undefined },
    );
    // The hold's answer belongs to another object: only the one that was asked for counts.
    assert.equal(again.step, 'slot');
  });

  it('no longer kept does not stop anybody from confirming', () => {
    const state = run(start(facts()), ...toReview, { type: 'hold-changed', hold: hold('hold-1', chosen, 0) });
    assert.equal(state.draft.hold?.minutesLeft, 0);
    assert.equal(run(state, submit).step, 'submitting');
  });

  it('stays kept while the visitor looks back, and chosen again asks for nothing', () => {
    const back = run(start(facts()), ...toDetails, { type: 'back' });
    assert.equal(back.step, 'slot');
    assert.equal(back.draft.hold?.id, 'hold-1');
    assert.equal(run(back, { type: 'slot-chosen', slot: { ...chosen } }).step, 'details');
    const other = run(back, { type: 'slot-chosen', slot: slot(12) });
    assert.ok(other.step === 'slot' && other.holding);
    // Once it has run out it is asked for like any other.
    const late = run(
      back,
      { type: 'hold-changed', hold: hold('hold-1', chosen, 0) },
      { type: 'slot-chosen', slot: chosen },
    );
    assert.ok(late.step === 'slot' && late.holding);
  });

  it('is given up with the session it was kept for, with a stop, and where it is taken after all', () => {
    const shorter = { serviceId: 'back', optionId: 'back-45', addOnIds: [] };
    const other: Action[] = [
      { type: 'change', step: 'service' },
      { type: 'service-chosen', service: shorter },
    ];
    const stop: Screening = { ...clear, worst: 'stop', rules: [rule('stop')] };
    for (const actions of [
      [...toReview, ...other],
      [...toDetails, { ...details, screening: stop } as Action],
      [...toSubmitting, { type: 'slot-taken', alternatives: [] } as Action],
    ])
      assert.equal(run(start(facts()), ...actions).draft.hold, undefined);
  });

  it('counts no more once it is booked', () => {
    const booked = run(start(facts()), ...toSubmitting, { type: 'booked', booking: booking() });
    assert.equal(run(booked, { type: 'hold-changed', hold: hold('hold-1', chosen, 1) }), booked);
  });

  it('is only wanted once the place or the treatment changes: found again it counts, lost the visitor is told', () => {
    const shorter = { serviceId: 'back', optionId: 'back-45', addOnIds: [] };
    const other: Action[] = [
      { type: 'change', step: 'service' },
      { type: 'service-looked-at', service: shorter },
      { type: 'service-chosen', service: shorter },
    ];
    const state = run(start(facts()), ...toReview, ...other);
    assert.equal(state.step, 'slot');
    assert.equal(state.draft.slot, undefined);
    assert.equal(state.draft.wanted, chosen.start);
    const again = { ...chosen, token: 'for 45 minutes' };
    assert.equal(run(state, { type: 'slot-found', slot: again }).draft.slot, again);
    const lost = run(state, { type: 'slot-lost' });
    assert.deepEqual(lost.step === 'slot' && lost.notice, { kind: 'lost' });
    assert.equal(
      reduce(run(state, { type: 'slot-looked-at', slot: slot(15) }), { type: 'slot-lost' }).draft.slot?.start,
      slot(15).start,
    );
  });

  it('stays chosen when the same place and treatment are chosen once more', () => {
    const back: Action[] = [
      { type: 'change', step: 'place' },
      { ...place, where: { ...place.where } },
    ];
    const state = run(start(facts()), ...toReview, ...back);
    assert.equal(state.step, 'slot');
    assert.equal(state.draft.slot, chosen);
  });
});

describe('review', () => {
  it('comes back after a change without asking again what was answered', () => {
    const changed = run(start(facts()), ...toReview, { type: 'change', step: 'details' });
    assert.equal(changed.step, 'details');
    assert.equal(run(changed, details).step, 'review');
    assert.equal(run(start(facts()), ...toReview, { type: 'back' }).step, 'details');
    const time = run(start(facts()), ...toReview, { type: 'change', step: 'slot' });
    assert.equal(
      run(time, { type: 'slot-chosen', slot: chosen }, { type: 'slot-held', slot: chosen, hold: hold('2') }).step,
      'details',
    );
  });

  it('submits once: a second press changes nothing', () => {
    const state = run(start(facts()), ...toSubmitting);
    assert.equal(reduce(state, submit), state);
  });

  it('stops what no person does: a filled trap, or a form sent within three seconds', () => {
    const trapped = { ...details, intake: { ...typed, trap: 'http://spam.example' } };
    const bot = run(start(facts()), ...toDetails, trapped, submit);
    assert.deepEqual(bot.step === 'review' && bot.notice, { kind: 'automated' });
    const fast = run(start(facts()), ...toReview, { type: 'submit', afterMilliseconds: 500 });
    assert.deepEqual(fast.step === 'review' && fast.notice, { kind: 'too-fast' });
    assert.equal(run(fast, submit).step, 'submitting');
  });

  it('gives every attempt of one intent the same key and the same body', () => {
    const page = { locale: 'en-GB', reference: null, metadata: null };
    const first = run(start(facts()), ...toSubmitting);
    const failed = run(first, { type: 'booking-failed', reason: 'unreachable' }, submit);
    assert.ok(first.step === 'submitting' && failed.step === 'submitting');
    assert.equal(first.key, failed.key);
    assert.equal(
      JSON.stringify(bookingRequest(first, page, undefined, undefined)),
      JSON.stringify(bookingRequest(failed, page, undefined, undefined)),
    );
  });

  it('makes a new intent of a changed price, and books nothing meanwhile', () => {
    const price = { total: { amount: 6500, currency: 'GBP' }, lines: [] };
    const state = run(start(facts()), ...toSubmitting, {
      type: 'price-changed',
      price,
      key: 'key-of-the-second-intent',
    });
    assert.ok(state.step === 'review');
    assert.equal(state.key, 'key-of-the-second-intent');
    assert.equal(state.price.total.amount, 6500);
  });
});

describe('an answer that does not come', () => {
  it('is unknown and not failed, and late news still counts', () => {
    const late = run(start(facts()), ...toSubmitting, { type: 'answer-slow' }, { type: 'answer-late' });
    assert.ok(late.step === 'outcome-unknown' && late.checking);
    assert.equal(run(late, { type: 'booked', booking: booking() }).step, 'confirmed');
    const asked = run(late, { type: 'check-failed' });
    assert.ok(asked.step === 'outcome-unknown' && !asked.checking && asked.checked);
    assert.ok(asked.step === 'outcome-unknown' && asked.key === 'key-of-the-first-intent');
    const again = run(asked, { type: 'check' });
    assert.equal(again.step === 'outcome-unknown' && again.checking, true);
  });

  it('is a request where the therapist answers first', () => {
    assert.equal(
      run(start(facts()), ...toSubmitting, { type: 'booked', booking: booking('requested') }).step,
      'requested',
    );
  });
});

describe('whatever happens in whatever order', () => {
  const deferred = safety({ ...clear, worst: 'defer', rules: [rule('defer')], deferHours: 24 * 7 });
  const anyAction: fc.Arbitrary<Action> = fc.constantFrom<Action>(
    place,
    { type: 'place-chosen', where: { place: 'outcall', outwardCode: 'E1' } },
    service,
    { type: 'service-chosen', service: { serviceId: 'rest', optionId: 'rest-60', addOnIds: [] } },
    safety(),
    safety({ ...clear, worst: 'stop', rules: [rule('stop')] }),
    deferred,
    { type: 'slot-chosen', slot: chosen },
    { type: 'slot-held', slot: chosen, hold: hold() },
    { type: 'slot-held', slot: chosen, hold: undefined },
    { type: 'slot-taken', alternatives: [] },
    { type: 'slot-failed', reason: 'unreachable' },
    { type: 'slot-lost' },
    { type: 'hold-changed', hold: hold('hold-1', chosen, 0) },
    { type: 'typed', intake: typed },
    details,
    submit,
    { type: 'answer-slow' },
    { type: 'answer-late' },
    ...[
      {},
      { outcome: 'stop' as const },
      { deferHours: 24 * 7 },
      { skill: 'nobody-has' },
      { places: ['outcall' as const] },
    ].map((outcome): Action => ({
      type: 'evaluated',
      outcomes: [{ ruleId: 'rule', outcome: 'clear', message: 'Words', ...outcome }],
      proof: 'proof',
      at: AT,
      key: 'key-of-another-intent',
    })),
    { type: 'proof-refused', key: 'key-of-a-fresh-proof' },
    { type: 'booked', booking: booking() },
    { type: 'booking-failed', reason: 'broken' },
    { type: 'check' },
    { type: 'check-failed' },
    { type: 'back' },
    ...STEPS.map((step): Action => ({ type: 'change', step })),
  );

  // Chance alone seldom gets past the safety check.
  const anyBeginning = fc.constantFrom<readonly Action[]>(
    [],
    toSlot,
    [place, service, deferred],
    toDetails,
    toReview,
    toSubmitting,
  );

  it('never loses what was typed, never offers a time before its time, and stays booked', () => {
    fc.assert(
      fc.property(anyBeginning, fc.array(anyAction, { maxLength: 60 }), (beginning, actions) => {
        let state = run(start(facts()), ...beginning);
        for (const action of actions) {
          const next = reduce(state, action);
          if (state.draft.intake === typed && action.type !== 'safety-answered') assert.equal(next.draft.intake, typed);
          // A booked state is final until the visitor starts again.
          if (state.step === 'confirmed') assert.equal(next.step, 'confirmed');
          if ('slot' in next && next.safety?.notBefore)
            assert.ok(Date.parse(next.slot.start) >= Date.parse(next.safety.notBefore));
          assert.ok(progress(next) !== undefined || !STEPS.some((step) => step === next.step));
          state = next;
        }
      }),
      { numRuns: 2000 },
    );
  });
});
