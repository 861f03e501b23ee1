import type {
  Answers,
  AnswerValue,
  IntakeDelivery,
  IntakeForm,
  IntakeItem,
  IntakeReceipt,
} from '../../src/contract/intake.js';
import { isPlainDate } from '../../src/domain/time/plain-date.js';
import { assertCurrent } from './booking-rules.js';
import type { BookingRow } from './booking-record.js';
import type { CatalogueData } from './catalogue.js';
import { instantText, type Clock } from './clock.js';
import type { Queryable } from './database.js';
import type { Outcome } from './idempotency.js';
import { invalid, ProblemError } from './problems.js';

/** Takes the answers of a booking's form. */
export class Intake {
  readonly #catalogue: CatalogueData;
  readonly #clock: Clock;

  constructor(catalogue: CatalogueData, clock: Clock) {
    this.#catalogue = catalogue;
    this.#clock = clock;
  }

  /** Stores answers with the consent they were given under; a later delivery replaces an earlier one. */
  async deliver(tx: Queryable, booking: BookingRow, delivery: IntakeDelivery): Promise<Outcome> {
    const form = this.#formOf(booking, delivery);
    assertAnswers(form, delivery.answers);
    const { consent } = delivery;
    if (form.consent) {
      if (consent.documentId !== form.consent.id) {
        throw invalid({ pointer: '/consent/documentId', detail: 'This form asks for another consent.' });
      }
      if (consent.version !== form.consent.version) throw new ProblemError('consent-outdated');
    }
    assertCurrent(this.#catalogue, consent, '/consent');

    const at = instantText(this.#clock.now());
    await tx.query(
      `INSERT INTO intake_answers VALUES ($1, $2, $3, $4::jsonb, $5::jsonb, $6, $7)
        ON CONFLICT (booking_id) DO UPDATE SET form_id = excluded.form_id, form_version = excluded.form_version,
          answers = excluded.answers, consent = excluded.consent, answered_at = excluded.answered_at, received_at = excluded.received_at`,
      [
        booking.id,
        form.id,
        form.version,
        JSON.stringify(delivery.answers),
        JSON.stringify(consent),
        instantText(instantOf(delivery.answeredAt)),
        at,
      ],
    );
    await tx.query(`UPDATE bookings SET intake_status = 'received', revision = revision + 1 WHERE id = $1`, [
      booking.id,
    ]);
    const receipt: IntakeReceipt = { status: 'received', at };
    return { status: 200, body: receipt };
  }

  #formOf(booking: BookingRow, { formId, version }: IntakeDelivery): IntakeForm {
    const asked = booking.sessions.some(
      ({ serviceId }) => this.#catalogue.service(serviceId)?.intakeForm?.id === formId,
    );
    if (!asked) throw invalid({ pointer: '/formId', detail: 'This is not the form of what was booked.' });
    const form = this.#catalogue.form(formId, version);
    if (!form) throw new ProblemError('form-version-retired');
    return form;
  }
}

function instantOf(text: string): number {
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) throw invalid({ pointer: '/answeredAt', detail: 'This is no instant.' });
  return instant;
}

/**
 * Refuses answers the form does not ask for, and above all those of the safety check, which never leave the device:
 * nothing of a delivery that holds one is stored.
 */
function assertAnswers(form: IntakeForm, answers: Answers): void {
  const items = new Map(form.items.map((item) => [item.id, item]));
  const answered = Object.entries(answers);
  if (answered.some(([id]) => items.get(id)?.section === 'safety')) throw new ProblemError('screening-refused');
  for (const [id, value] of answered) {
    const item = items.get(id);
    if (!item) throw invalid({ pointer: '/answers', detail: 'This form has no such item.' });
    if (!fits(item, value))
      throw invalid({ pointer: `/answers/${item.id}`, detail: 'This is not an answer the item knows.' });
  }
}

function fits(item: IntakeItem, value: AnswerValue): boolean {
  const known = (choice: unknown): boolean => (item.options ?? []).some((option) => option.value === choice);
  switch (item.type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'number' && value >= (item.min ?? -Infinity) && value <= (item.max ?? Infinity);
    case 'text':
      return typeof value === 'string';
    case 'date':
      return typeof value === 'string' && isPlainDate(value);
    case 'choice':
      return known(value);
    case 'multi-choice': {
      if (!Array.isArray(value) || !value.every(known) || new Set(value).size < value.length) return false;
      const exclusive = (item.options ?? []).some((option) => option.exclusive && value.includes(option.value));
      return !exclusive || value.length === 1;
    }
    case 'display':
      return false;
  }
}
