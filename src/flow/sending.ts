import type { BackendFailure, LoadedForm } from '../backend/booking-backend.js';
import type { BookingRequest } from '../contract/booking.js';
import type { ConsentDocument } from '../contract/consent.js';
import type { Answers, IntakeDelivery, IntakeEvaluation } from '../contract/intake.js';
import type { Action } from './actions.js';
import { asFailure, reasonOf, taken, type EffectContext } from './effects.js';
import { newKey } from './key.js';
import type { BookedState, Draft, FlowState, OutcomeUnknownState, SubmittingState } from './state.js';
import { bookingRequest, evaluationRequest, intakeDelivery, type PageWords } from './what-is-sent.js';

/** A state from which a booking request is under way. */
export type Submitted = SubmittingState | OutcomeUnknownState;

/** What sending takes besides. */
export interface SendingContext extends EffectContext {
  readonly form: LoadedForm | undefined;
  readonly consent: ConsentDocument | undefined;
  page(): PageWords;
  /** The answers that may be sent. */
  sendable(draft: Draft): Answers | undefined;
}

/** What runs from the review on. Comes with what shows it. */
export interface Sending {
  book: (context: SendingContext, state: Submitted) => Promise<void>;
  check: (context: SendingContext, state: Submitted) => Promise<void>;
  deliver: (context: SendingContext, state: BookedState) => Promise<void>;
  /** The next state from the details on. */
  conclude: (state: FlowState, action: Action) => FlowState;
}

/**
 * Has the answers evaluated, and sends the booking with the proof. Where a repeated key is refused nothing can be booked
 * twice either, but then a refusal of a repeat may mean just that and settles nothing.
 */
export async function book(context: SendingContext, state: Submitted, refusalSettles = true): Promise<void> {
  try {
    const ready = await evaluated(context, state);
    if (ready)
      context.dispatch({ type: 'booked', booking: await context.backend.book(requestOf(context, ready), ready.key) });
  } catch (error) {
    const failure = asFailure(error);
    if (isOfProof(failure) && !state.refused) {
      context.dispatch({ type: 'proof-refused', key: newKey() });
      const again = submitted(context.state);
      if (again?.refused) await book(context, again, refusalSettles);
    } else if (refusalSettles) bookingFailed(context, failure, state);
    else context.dispatch({ type: 'check-failed' });
  }
}

/** Evaluations under way, by intent: whoever checks meanwhile waits for the same, or two bookings would differ by their proof. */
const evaluations = new Map<string, Promise<IntakeEvaluation>>();

/** The state with the backend's word on the answers; undefined where that word, or the visitor, led elsewhere. */
async function evaluated(context: SendingContext, state: Submitted): Promise<Submitted | undefined> {
  const { key, proof: known } = state;
  const request =
    known === undefined && context.backend.evaluateIntake && evaluationRequest(state, context.sendable(state.draft));
  if (!request) return state;
  let asked = evaluations.get(key);
  if (!asked) {
    evaluations.set(key, (asked = context.backend.evaluateIntake!(request)));
    const forget = (): boolean => evaluations.delete(key);
    asked.then(forget, forget);
  }
  const { outcomes, proof } = await asked;
  context.dispatch({ type: 'evaluated', outcomes, proof, at: new Date().toISOString(), key: newKey() });
  const now = submitted(context.state);
  return now?.key === key ? now : undefined;
}

function submitted(state: FlowState | null): Submitted | undefined {
  return state?.step === 'submitting' || state?.step === 'outcome-unknown' ? state : undefined;
}

/** Whether a backend refuses the proof itself: too old, or not its own any more. */
function isOfProof({ problem }: BackendFailure): boolean {
  return (problem?.errors ?? []).some(({ pointer }) => pointer === '/intakeProof');
}

/** Looks the booking up by its key, and where that finds nothing sends the same request under the same key once more. */
export async function check(context: SendingContext, state: Submitted): Promise<void> {
  const { bookingLookup, idempotency } = state.facts.capabilities;
  try {
    const found = bookingLookup ? await context.backend.findBooking(state.key) : null;
    if (found) context.dispatch({ type: 'booked', booking: found });
    else if (idempotency === 'replay' || idempotency === 'detect') await book(context, state, idempotency === 'replay');
    else context.dispatch({ type: 'check-failed' });
  } catch (error) {
    bookingFailed(context, asFailure(error), state);
  }
}

/** Delivers the answers of a booking that stands. Where they are refused as other answers, once more with a proof of their own. */
export async function deliver(context: SendingContext, state: BookedState): Promise<void> {
  const { backend, dispatch, form, consent } = context;
  const { booking, key } = state;
  const delivery = intakeDelivery(state, form, consent, context.sendable(state.draft));
  if (!delivery) return;
  if (state.delivery !== 'sending') return dispatch({ type: 'delivery', delivery: 'sending' });
  const send = (more: Partial<IntakeDelivery>, key: string): Promise<unknown> =>
    backend.deliverIntake(booking.id, booking.manageToken ?? '', { ...delivery, ...more }, key);
  try {
    await send({}, `${key}.intake`).catch(async (error: unknown) => {
      if (asFailure(error).kind !== 'invalid' || !backend.evaluateIntake) throw error;
      const { formId, version, answers } = delivery;
      const { proof } = await backend.evaluateIntake({ formId, version, answers });
      await send({ proof }, newKey());
    });
    dispatch({ type: 'delivery', delivery: 'received' });
  } catch (error) {
    asFailure(error);
    dispatch({ type: 'delivery', delivery: 'failed' });
  }
}

function requestOf(context: SendingContext, state: Submitted): BookingRequest {
  return bookingRequest(state, context.page(), context.form, context.sendable(state.draft));
}

function bookingFailed(flow: EffectContext, failure: BackendFailure, state: Submitted): void {
  const { dispatch } = flow;
  const { kind, problem } = failure;
  const unsure = kind === 'unknown' || (flow.state?.step === 'outcome-unknown' && reasonOf(kind) !== 'refused');
  if (unsure) dispatch({ type: 'check-failed' });
  else if (kind === 'taken') dispatch(taken(failure, state.slot));
  else if (kind === 'price-changed' && problem?.price)
    dispatch({ type: 'price-changed', price: problem.price, key: newKey() });
  else dispatch({ type: 'booking-failed', reason: reasonOf(kind) });
  flow.failed(problem?.code ?? kind);
}
