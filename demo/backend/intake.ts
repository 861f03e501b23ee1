import type { Consent } from '../../src/contract/consent.js';
import type {
  Answers,
  IntakeDelivery,
  IntakeEvaluation,
  IntakeEvaluationRequest,
  IntakeForm,
  IntakeReceipt,
  IntakeRecord,
  SafetyAttestation,
} from '../../src/contract/intake.js';
import { endsBooking } from '../../src/domain/intake/answers.js';
import { assertCurrent, assertInstant } from './booking-rules.js';
import type { BookingRow } from './booking-record.js';
import type { CatalogueData } from './catalogue.js';
import { instantText, type Clock } from './clock.js';
import type { Queryable } from './database.js';
import type { Outcome } from './idempotency.js';
import { countedAnswers } from './intake-answers.js';
import type { KeptAnswers } from './kept-answers.js';
import { answersMark, outcomesOf, proofOf, readProof } from './intake-proof.js';
import { PROOF_SECONDS } from './limits.js';
import { invalid, ProblemError } from './problems.js';
import type { Tokens } from './tokens.js';

/** Takes the answers of a booking's form. */
export class Intake {
  readonly #catalogue: CatalogueData;
  readonly #clock: Clock;
  readonly #tokens: Tokens;
  readonly #kept: KeptAnswers;

  constructor(catalogue: CatalogueData, clock: Clock, tokens: Tokens, kept: KeptAnswers) {
    this.#catalogue = catalogue;
    this.#clock = clock;
    this.#tokens = tokens;
    this.#kept = kept;
  }

  /** What answers lead to, and the proof of it. Keeps nothing. */
  evaluate({ formId, version, answers }: IntakeEvaluationRequest): IntakeEvaluation {
    if (!this.#catalogue.knows('form', formId)) throw invalid({ pointer: '/formId', detail: 'There is no such form.' });
    const form = this.#form(formId, version);
    const counted = countedAnswers(form, answers);
    const now = this.#clock.now();
    return {
      outcomes: outcomesOf(form, counted),
      proof: proofOf(this.#tokens, form, counted, now),
      expiresAt: instantText(now + PROOF_SECONDS * 1000),
    };
  }

  /**
   * Stores answers with the consent they were given under; a later delivery replaces an earlier one. Where they were
   * evaluated before, they must be the answers that were. Answers of questions that are not shown are dropped.
   */
  async deliver(tx: Queryable, booking: BookingRow, delivery: IntakeDelivery): Promise<Outcome> {
    const form = this.#formOf(booking, delivery, await screenedWith(tx, booking));
    const answers = countedAnswers(form, delivery.answers);
    const { consent } = delivery;
    assertOfForm(form, consent);
    assertCurrent(this.#catalogue, consent, '/consent');
    const given = instantText(assertInstant(consent.at, '/consent/at'));
    const answeredAt = instantText(assertInstant(delivery.answeredAt, '/answeredAt'));
    await this.#assertEvaluated(tx, booking, form, answers, delivery.proof);

    const at = instantText(this.#clock.now());
    const stop = outcomesOf(form, answers).some(endsBooking);
    await this.#kept.put(tx, booking.id, form, { answers, consent, answeredAt, receivedAt: at });
    await tx.query('INSERT INTO intake_consents (booking_id, consent, given_at) VALUES ($1, $2::jsonb, $3)', [
      booking.id,
      JSON.stringify(consent),
      given,
    ]);
    await tx.query(
      `UPDATE bookings SET intake_status = 'received', attention = $2, updated_at = $3, revision = revision + 1
        WHERE id = $1`,
      [booking.id, stop ? 'stop' : null, at],
    );
    return { status: 200, body: { status: 'received', at } satisfies IntakeReceipt };
  }

  /** Adds what the answers led to, which is kept nowhere. */
  reveal(body: object, { formId, version, answers }: IntakeDelivery): IntakeReceipt {
    const form = this.#catalogue.form(formId, version);
    const outcomes = form ? outcomesOf(form, countedAnswers(form, answers)) : [];
    return { ...(body as IntakeReceipt), ...(outcomes.length > 0 && { outcomes }) };
  }

  /** The client's own answers. Throws `not-found` where there are none. */
  async read(on: Queryable, booking: BookingRow): Promise<IntakeRecord> {
    const record = await this.#kept.get(on, booking.id);
    if (!record) throw new ProblemError('not-found');
    return record;
  }

  /** Deletes the answers and everything that came of them; keeps what was agreed to, and that it no longer is. */
  async withdraw(tx: Queryable, booking: BookingRow): Promise<void> {
    const at = instantText(this.#clock.now());
    await this.#kept.remove(tx, booking.id);
    await tx.query('UPDATE intake_consents SET withdrawn_at = $2 WHERE booking_id = $1 AND withdrawn_at IS NULL', [
      booking.id,
      at,
    ]);
    await tx.query(
      `UPDATE bookings SET intake_status = 'withdrawn', intake_hash = NULL, attention = NULL, updated_at = $2,
          revision = revision + 1 WHERE id = $1 AND intake_status = 'received'`,
      [booking.id, at],
    );
  }

  async #assertEvaluated(
    tx: Queryable,
    booking: BookingRow,
    form: IntakeForm,
    answers: Answers,
    proof: string | undefined,
  ): Promise<void> {
    const mark = answersMark(this.#tokens, form, answers);
    if (proof !== undefined) {
      if (readProof(this.#tokens, proof, '/proof', this.#clock.now()).answers === mark) return;
      throw invalid({ pointer: '/proof', detail: 'This is the proof of other answers.' });
    }
    const [row] = await tx.query<{ intake_hash: string | null }>('SELECT intake_hash FROM bookings WHERE id = $1', [
      booking.id,
    ]);
    if (row?.intake_hash && row.intake_hash !== mark) {
      throw invalid({ pointer: '/answers', detail: 'These are not the answers the booking was made with.' });
    }
  }

  /** The therapist may have changed how they screen since: the version that the booking was made with holds as well. */
  #formOf(booking: BookingRow, { formId, version }: IntakeDelivery, screened: string | undefined): IntakeForm {
    const asked = booking.sessions.flatMap(({ practitionerId, serviceId }) => {
      const form = this.#catalogue.formFor(practitionerId, serviceId);
      return form ? [form, ...(screened === undefined ? [] : [{ id: form.id, version: screened }])] : [];
    });
    if (!asked.some(({ id }) => id === formId))
      throw invalid({ pointer: '/formId', detail: 'This is not the form of what was booked.' });
    if (!asked.some((form) => form.id === formId && form.version === version)) {
      throw new ProblemError('form-version-retired');
    }
    return this.#form(formId, version);
  }

  #form(formId: string, version: string): IntakeForm {
    const form = this.#catalogue.form(formId, version);
    if (!form) throw new ProblemError('form-version-retired');
    return form;
  }
}

/** What was agreed to, or on the basis of care was told, has to be what this form says. */
function assertOfForm(form: IntakeForm, { documentId, version, basis }: Consent): void {
  const document = basis === 'care' ? (form.notice ?? form.consent) : form.consent;
  if (!document) return;
  if (documentId !== document.id) {
    throw invalid({ pointer: '/consent/documentId', detail: 'This form asks for another consent.' });
  }
  if (version !== document.version) throw new ProblemError('consent-outdated');
}

/** The version of the form whose safety check the booking passed. */
async function screenedWith(tx: Queryable, { id }: BookingRow): Promise<string | undefined> {
  const [row] = await tx.query<{ safety_check: SafetyAttestation | null }>(
    'SELECT safety_check FROM bookings WHERE id = $1',
    [id],
  );
  return row?.safety_check?.version;
}
