import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BackendFailure, type VisitedBackend } from '../../src/backend/booking-backend.js';
import type { BookingRequest } from '../../src/contract/booking.js';
import type { EvaluatedOutcome, IntakeDelivery, IntakeForm } from '../../src/contract/intake.js';
import { emptyIntake } from '../../src/domain/client/intake-draft.js';
import type { Action } from '../../src/flow/actions.js';
import { reduce, start } from '../../src/flow/reducer.js';
import { sendableAnswers } from '../../src/flow/selectors.js';
import { book, check, deliver, type SendingContext, type Submitted } from '../../src/flow/sending.js';
import type { FlowState, Preset } from '../../src/flow/state.js';
import { booking, facts, hold, practitioner, slot } from './facts.js';

const form: IntakeForm = {
  id: 'massage',
  version: '1',
  title: 'Before your massage',
  language: 'en-GB',
  items: [
    { id: 'red-flags', section: 'safety', type: 'multi-choice', text: 'Any of these?', options: [] },
    { id: 'thinners', section: 'screening', type: 'boolean', text: 'Blood thinners?' },
    { id: 'pressure', section: 'preferences', type: 'text', text: 'How firm?' },
  ],
  rules: [],
  consent: { id: 'health', version: '1' },
};
const consent = {
  id: 'health',
  version: '1',
  kind: 'health' as const,
  language: 'en-GB',
  text: 'I agree.',
  recipient: 'Mara',
  hash: 'sha-256:0',
};
const answers = { 'red-flags': ['none'], thinners: true, pressure: 'firm' };
const shared = { thinners: true, pressure: 'firm' };
const clear = { worst: undefined, rules: [], deferHours: 0, skills: [] };
const AT = '2026-10-09T08:00:00Z';
const PROOF = 'the-proof-of-these-answers';

/** A backend of which only what a test needs exists; the others must not be asked. */
type Partly = Partial<VisitedBackend>;

/** A flow whose booking has just been sent, on a backend that evaluates answers. */
class Sent {
  readonly requests: { request: BookingRequest; key: string }[] = [];
  readonly codes: string[] = [];
  readonly actions: Action[] = [];
  readonly context: SendingContext;
  state: FlowState;

  constructor(
    readonly backend: Partly,
    { consentGiven = true, preset = {}, intake = 'screening' as 'screening' | 'fields', only = {} } = {},
  ) {
    const given = facts({
      preset: preset as Preset,
      practitioners: [practitioner(only), practitioner({ id: 'tobi', skills: ['pregnancy'] })],
    });
    const known = { ...given, capabilities: { ...given.capabilities, intake } };
    const typed = { ...emptyIntake, answers, consentGiven };
    const way: Action[] = [
      { type: 'practitioner-chosen', practitionerId: 'mara' },
      { type: 'place-chosen', where: { place: 'incall' } },
      { type: 'service-chosen', service: { serviceId: 'back', optionId: 'back-60', addOnIds: [] } },
      { type: 'safety-answered', intake: typed, screening: clear, formId: 'massage', version: '1', at: AT },
      { type: 'slot-chosen', slot: first },
      { type: 'slot-held', slot: first, hold: hold() },
      {
        type: 'details-given',
        intake: typed,
        screening: clear,
        client: { name: 'Alex', email: 'alex@example.com' },
        at: AT,
        key: 'key-of-the-first-intent',
      },
      { type: 'submit', afterMilliseconds: 60_000 },
    ];
    this.state = way.reduce(reduce, start(known));
    assert.equal(this.state.step, 'submitting');
    const { codes } = this;
    const whole: Partly = {
      book: async (request, key) => {
        this.requests.push({ request, key });
        return booking();
      },
      ...backend,
    };
    const state = (): FlowState => this.state;
    this.context = {
      backend: whole as VisitedBackend,
      dispatch: (action) => {
        this.actions.push(action);
        this.state = reduce(this.state, action);
      },
      get state() {
        return state();
      },
      failed: (code) => codes.push(code),
      form,
      consent,
      sendable: (draft) => sendableAnswers(form, draft),
      page: () => ({ locale: 'en-GB', reference: null, metadata: null }),
    };
  }

  book(): Promise<void> {
    return book(this.context, this.state as Submitted);
  }
}

const first = slot();
const evaluation = (...outcomes: EvaluatedOutcome[]): Partly => ({
  evaluateIntake: async () => ({ outcomes, proof: PROOF, expiresAt: AT }),
});
const outcome = (change: Partial<EvaluatedOutcome>): EvaluatedOutcome => ({
  ruleId: 'rule',
  outcome: 'flag',
  message: 'Words of the form.',
  ...change,
});

describe('answers that are shared', () => {
  it('are evaluated before the booking, which carries the proof and none of them', async () => {
    const asked: unknown[] = [];
    const sent = new Sent({
      evaluateIntake: async (request) => {
        asked.push(request);
        return { outcomes: [], proof: PROOF, expiresAt: AT };
      },
    });
    await sent.book();
    assert.deepEqual(asked, [{ formId: 'massage', version: '1', answers: shared }]);
    assert.equal(sent.state.step, 'confirmed');
    assert.equal(sent.requests[0]?.request.intakeProof, PROOF);
    assert.equal(sent.requests[0]?.request.intake, 'inline');
    assert.doesNotMatch(JSON.stringify(sent.requests), /thinners|firm|red-flags/);
  });

  it('are not sent to anybody who does not evaluate them, and the booking goes on', async () => {
    for (const sent of [new Sent(evaluation(), { intake: 'fields' }), new Sent({})]) {
      await sent.book();
      assert.equal(sent.state.step, 'confirmed');
      assert.equal(sent.requests[0]?.request.intakeProof, undefined);
    }
  });

  it('stay here without consent, and where the page asks later or not at all', async () => {
    const asked = (): Promise<never> => assert.fail('the answers have left');
    for (const [options, travels] of [
      [{ consentGiven: false }, 'in-person'],
      [{ consentGiven: false, preset: { intake: 'later' } }, 'later'],
      [{ consentGiven: false, preset: { intake: 'off' } }, 'off'],
    ] as const) {
      const sent = new Sent({ evaluateIntake: asked, deliverIntake: asked }, options);
      await sent.book();
      assert.equal(sent.requests[0]?.request.intake, travels);
      assert.equal(sent.state.step, 'confirmed');
    }
  });

  it('that cannot be evaluated leave everything where it was', async () => {
    const sent = new Sent({ evaluateIntake: () => Promise.reject(new BackendFailure('unreachable')) });
    await sent.book();
    assert.deepEqual(sent.requests, []);
    assert.ok(sent.state.step === 'review');
    assert.deepEqual(sent.state.notice, { kind: 'failed', reason: 'unreachable' });
    assert.deepEqual(sent.state.draft.intake.answers, answers);
  });
});

describe('what the backend makes of the answers', () => {
  it('stops what it calls a stop: nothing is booked, the time is given back, and nobody claims that nothing was sent', async () => {
    const sent = new Sent(evaluation(outcome({ outcome: 'stop', urgency: 'urgent' })));
    await sent.book();
    assert.deepEqual(sent.requests, []);
    assert.ok(sent.state.step === 'stopped');
    assert.equal(sent.state.isSent, true);
    assert.equal(sent.state.draft.hold, undefined);
  });

  it('moves the first time, by the moment it was said', async () => {
    const sent = new Sent(evaluation(outcome({ outcome: 'defer', deferHours: 8760 })));
    const before = Date.now();
    await sent.book();
    assert.deepEqual(sent.requests, []);
    assert.ok(sent.state.step === 'slot');
    assert.deepEqual(sent.state.notice, { kind: 'lost' });
    assert.ok(Date.parse(sent.state.safety!.notBefore!) >= before + 8760 * 3_600_000);
  });

  it('leads to somebody with the skill, to a place or a treatment that is left, or to a person', async () => {
    const led = async (change: Partial<EvaluatedOutcome>, only = {}): Promise<FlowState> => {
      const sent = new Sent(evaluation(outcome({ outcome: 'route', ...change })), { only });
      await sent.book();
      assert.deepEqual(sent.requests, []);
      return sent.state;
    };
    assert.equal((await led({ skill: 'pregnancy' })).step, 'practitioner');
    assert.equal((await led({ skill: 'oncology' })).step, 'stopped');
    assert.equal((await led({ places: ['outcall'] })).step, 'place');
    assert.equal((await led({ places: ['outcall'] }, { places: [practitioner().places[0]!] })).step, 'practitioner');
    assert.equal((await led({ maxIntensity: 2 })).step, 'stopped', 'both treatments are of intensity 3');
    assert.ok((await led({ skill: 'pregnancy' })).draft.wanted === first.start, 'the time is looked for again');
  });

  it('is a request only once the visitor has asked for one', async () => {
    const sent = new Sent(evaluation(outcome({ outcome: 'clear' })));
    await sent.book();
    assert.equal(sent.requests.length, 0);
    assert.ok(sent.state.step === 'review');
    assert.deepEqual(sent.state.notice, { kind: 'request' });
    sent.context.dispatch({ type: 'submit', afterMilliseconds: 60_000 });
    await sent.book();
    assert.equal(sent.requests.length, 1);
    assert.equal(sent.requests[0]?.request.asRequest, true);
    assert.notEqual(sent.requests[0]?.key, 'key-of-the-first-intent');
    assert.equal(sent.requests[0]?.request.intakeProof, PROOF);
  });
});

describe('a proof that is not taken', () => {
  const refused = (): BackendFailure =>
    new BackendFailure('invalid', {
      type: 'about:blank',
      title: 'Not valid',
      status: 422,
      code: 'validation',
      errors: [{ pointer: '/intakeProof', detail: 'This evaluation is too old.' }],
    });

  it('is renewed once, under a key of its own', async () => {
    let proofs = 0;
    const keys: string[] = [];
    const sent = new Sent({
      evaluateIntake: async () => ({ outcomes: [], proof: `${PROOF} ${++proofs}`, expiresAt: AT }),
      book: async (request, key) => {
        keys.push(key);
        if (request.intakeProof === `${PROOF} 1`) throw refused();
        return booking();
      },
    });
    await sent.book();
    assert.equal(sent.state.step, 'confirmed');
    assert.equal(new Set(keys).size, 2);
  });

  it('and not a second time: it is said plainly, and nothing is lost', async () => {
    let evaluations = 0;
    const sent = new Sent({
      evaluateIntake: async () => ({ outcomes: [], proof: `${PROOF} ${++evaluations}`, expiresAt: AT }),
      book: () => Promise.reject(refused()),
    });
    await sent.book();
    assert.equal(evaluations, 2);
    assert.ok(sent.state.step === 'review');
    assert.deepEqual(sent.state.notice, { kind: 'failed', reason: 'refused' });
    assert.deepEqual(sent.state.draft.intake.answers, answers);
    assert.deepEqual(sent.codes, ['validation']);
  });
});

describe('the delivery after a booking', () => {
  /** Delivers the answers of a booking that stands, as often as it takes. */
  async function delivered(deliverIntake: VisitedBackend['deliverIntake'], more: Partly = {}): Promise<Sent> {
    const sent = new Sent({ ...evaluation(), ...more, deliverIntake });
    await sent.book();
    for (let turn = 0; turn < 2 && sent.state.step === 'confirmed'; turn++) await deliver(sent.context, sent.state);
    return sent;
  }
  const isOf = (sent: Sent): unknown => sent.state.step === 'confirmed' && sent.state.delivery;

  it('brings the very answers that were evaluated, with the consent', async () => {
    const deliveries: IntakeDelivery[] = [];
    const sent = await delivered(async (_id, _token, delivery) => {
      deliveries.push(delivery);
      return { status: 'received', at: AT };
    });
    assert.equal(isOf(sent), 'received');
    assert.deepEqual(
      deliveries.map((each) => each.answers),
      [shared],
    );
    assert.equal(deliveries[0]?.consent.documentId, 'health');
    assert.equal(deliveries[0]?.proof, undefined);
  });

  it('is tried once more with a fresh proof where the answers are taken for others', async () => {
    const proofs: unknown[] = [];
    const sent = await delivered((_id, _token, { proof }) => {
      proofs.push(proof);
      return proof ? Promise.resolve({ status: 'received', at: AT }) : Promise.reject(new BackendFailure('invalid'));
    });
    assert.deepEqual(proofs, [undefined, PROOF]);
    assert.equal(isOf(sent), 'received');
  });

  it('that fails leaves the booking, and trying again sends the same under the same key', async () => {
    const keys: string[] = [];
    const sent = await delivered((_id, _token, _delivery, key) => {
      keys.push(key);
      return keys.length < 2
        ? Promise.reject(new BackendFailure('unreachable'))
        : Promise.resolve({ status: 'received', at: AT });
    });
    assert.equal(isOf(sent), 'failed');
    sent.context.dispatch({ type: 'delivery', delivery: 'sending' });
    assert.ok(sent.state.step === 'confirmed');
    await deliver(sent.context, sent.state);
    assert.equal(isOf(sent), 'received');
    assert.deepEqual(keys, ['key-of-the-first-intent.intake', 'key-of-the-first-intent.intake']);
  });
});

/** A flow whose answer has been lost. */
function lost(backend: Partly, idempotency: 'replay' | 'none' | 'detect' = 'replay', bookingLookup = true): Sent {
  const sent = new Sent(backend, { consentGiven: false });
  sent.context.dispatch({ type: 'answer-late' });
  sent.context.dispatch({ type: 'check-failed' });
  sent.context.dispatch({ type: 'check' });
  const { facts: given } = sent.state;
  const capabilities = { ...given.capabilities, idempotency, bookingLookup };
  sent.state = { ...sent.state, facts: { ...given, capabilities } };
  sent.actions.length = 0;
  return sent;
}
const checked = async (sent: Sent): Promise<string[]> => {
  await check(sent.context, sent.state as Submitted);
  return sent.actions.map(({ type }) => type);
};

describe('an unknown outcome', () => {
  it('is looked up by its key first', async () => {
    const sent = lost({ findBooking: () => Promise.resolve(booking()) });
    assert.deepEqual(await checked(sent), ['booked']);
    assert.deepEqual(sent.requests, []);
  });

  it('is sent again under the same key where nothing is found', async () => {
    const sent = lost({ findBooking: () => Promise.resolve(null) });
    await checked(sent);
    assert.deepEqual(
      sent.requests.map(({ key }) => key),
      ['key-of-the-first-intent'],
    );
  });

  it('is never sent again to a backend that would book twice', async () => {
    const sent = lost({ findBooking: () => Promise.resolve(null) }, 'none');
    assert.deepEqual(await checked(sent), ['check-failed']);
    assert.deepEqual(sent.requests, []);
  });

  it('stays unknown while the backend cannot be reached', async () => {
    const sent = lost({ findBooking: () => Promise.reject(new BackendFailure('unreachable')) });
    assert.deepEqual(await checked(sent), ['check-failed']);
    assert.deepEqual(sent.codes, ['unreachable']);
  });

  it('waits for the evaluation that is under way, so that both say the same', async () => {
    let answer!: (value: { outcomes: []; proof: string; expiresAt: string }) => void;
    let evaluations = 0;
    const sent = new Sent({
      evaluateIntake: () => {
        evaluations += 1;
        return new Promise((resolve) => (answer = resolve));
      },
      findBooking: () => Promise.resolve(null),
    });
    const booked = sent.book();
    sent.context.dispatch({ type: 'answer-late' });
    const again = check(sent.context, sent.state as Submitted);
    await Promise.resolve();
    answer({ outcomes: [], proof: PROOF, expiresAt: AT });
    await Promise.all([booked, again]);
    assert.equal(evaluations, 1);
    assert.equal(new Set(sent.requests.map((each) => JSON.stringify(each))).size, 1);
    assert.equal(sent.state.step, 'confirmed');
  });
});

describe('asking again after a lost answer, where a repeated key is refused', () => {
  it('sends the same once more, and is settled by a booking', async () => {
    const sent = lost({}, 'detect', false);
    assert.deepEqual(await checked(sent), ['booked']);
    assert.deepEqual(
      sent.requests.map(({ key }) => key),
      ['key-of-the-first-intent'],
    );
  });

  for (const kind of ['refused', 'taken', 'unknown'] as const) {
    it(`is not settled by "${kind}", which may be said of the repeat alone`, async () => {
      const sent = lost({ book: () => Promise.reject(new BackendFailure(kind)) }, 'detect', false);
      assert.deepEqual(await checked(sent), ['check-failed']);
      assert.deepEqual(sent.codes, [], 'the page was told of a failure that may be none');
    });
  }
});
