import type { BookingLink } from '../../domain/client/booking-link.js';
import type { BookingBackend, VisitBackend } from '../booking-backend.js';
import type { Consent, ConsentDocument, HealthBasis } from '../../contract/consent.js';
import type { Answers, IntakeForm, IntakeReceipt } from '../../contract/intake.js';
import { sentAnswers } from '../../domain/intake/answers.js';
import { newKey } from './key.js';

/** What takes answers after the booking. */
export type AnsweredBackend = Pick<BookingBackend, 'deliverIntake'> & Partial<Pick<VisitBackend, 'evaluateIntake'>>;

/** Answers given or corrected once there is a booking, with what was agreed to before they are sent. */
export interface LaterAnswers {
  form: IntakeForm;
  agreement: ConsentDocument;
  answers: Answers;
  /** When they were given; RFC 3339. */
  at: string;
  basis: HealthBasis;
}

/**
 * Sends answers of a booking, those of the safety check left out, with a proof of their own where the backend screens them.
 * Rejects as the backend does; they may be sent any number of times, and the last ones count.
 */
export async function sendAnswers(
  backend: AnsweredBackend,
  { id, token }: BookingLink,
  { form, agreement, answers, at, basis }: LaterAnswers,
  screens: boolean,
): Promise<IntakeReceipt> {
  const about = { formId: form.id, version: form.version, answers: sentAnswers(form, answers) };
  const evaluation = screens && backend.evaluateIntake ? await backend.evaluateIntake(about) : null;
  const { id: documentId, version, hash, language: locale } = agreement;
  const consent: Consent = { documentId, version, hash, at, locale, ...(basis === 'care' && { basis }) };
  const delivery = { ...about, consent, answeredAt: at };
  return backend.deliverIntake(id, token, evaluation ? { ...delivery, proof: evaluation.proof } : delivery, newKey());
}
