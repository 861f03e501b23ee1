import type { LoadedForm } from '../backend/booking-backend.js';
import type { BookingRequest } from '../contract/booking.js';
import type { ConsentDocument } from '../contract/consent.js';
import type { Answers, IntakeDelivery, IntakeEvaluationRequest } from '../contract/intake.js';
import { sessionItem } from './selectors.js';
import type { BookedState, FlowState } from './state.js';

/** What travels with the booking from the page. */
export interface PageWords {
  locale: string;
  reference: string | null;
  metadata: Record<string, string> | null;
}

/** The booking request of an intent. The same state gives the same bytes, so every retry sends the same body. */
export function bookingRequest(
  state: Extract<FlowState, { key: string }>,
  page: PageWords,
  form: LoadedForm | undefined,
  answers: Answers | undefined,
): BookingRequest {
  const { safety, draft, client, price, slot } = state;
  const { hold } = draft;
  const notes = draft.intake.notes.trim();
  return {
    items: [sessionItem(state, slot)],
    ...(hold && { hold: { id: hold.id, token: hold.token } }),
    client,
    ...(safety && { safetyCheck: { formId: safety.formId, version: safety.version, passed: true, at: safety.at } }),
    intake: howAnswersTravel(state, form, answers),
    consents: [],
    expectedTotal: price.total,
    ...(state.proof && { intakeProof: state.proof }),
    ...(safety?.asRequest && { asRequest: true }),
    locale: page.locale,
    ...(notes && { notes }),
    ...(page.reference && { reference: page.reference }),
    ...(page.metadata && { metadata: page.metadata }),
  };
}

function howAnswersTravel(
  { safety, facts }: Extract<FlowState, { key: string }>,
  form: LoadedForm | undefined,
  answers: Answers | undefined,
): BookingRequest['intake'] {
  const { intake = 'inline' } = form?.isPartial ? ({ intake: 'later' } as const) : facts.preset;
  if (!safety) return 'off';
  return intake !== 'inline' ? intake : answers ? 'inline' : 'in-person';
}

/** The answers to have evaluated before they are sent; undefined where none are, or the backend evaluates none. */
export function evaluationRequest(
  { facts, safety }: Extract<FlowState, { key: string }>,
  answers: Answers | undefined,
): IntakeEvaluationRequest | undefined {
  return answers && safety && facts.capabilities.intake === 'screening'
    ? { formId: safety.formId, version: safety.version, answers }
    : undefined;
}

/** What is delivered once the booking stands, or undefined if the visitor shares nothing. */
export function intakeDelivery(
  state: BookedState,
  form: LoadedForm | undefined,
  consent: ConsentDocument | undefined,
  answers: Answers | undefined,
): IntakeDelivery | undefined {
  if (!form || !consent || !answers) return undefined;
  const { id: documentId, version, hash, language: locale } = consent;
  return {
    formId: form.id,
    version: form.version,
    answers,
    consent: {
      ...{ documentId, version, hash, at: state.describedAt, locale },
      ...(state.facts.preset.healthBasis === 'care' && { basis: 'care' }),
    },
    answeredAt: state.describedAt,
  };
}
