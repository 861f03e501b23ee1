import type { Consent } from '../../src/contract/consent.js';
import type { Answers, IntakeForm, IntakeRecord } from '../../src/contract/intake.js';
import type { AnswerSafe } from './answer-safe.js';
import type { CatalogueData } from './catalogue.js';
import { instantText } from './clock.js';
import type { Database, Queryable } from './database.js';

interface KeptRow {
  booking_id: string;
  form_id: string;
  form_version: string;
  /** As they were stored before they were locked away. */
  answers: Answers | null;
  locked: string | null;
  consent: Consent;
  answered_at: Date;
  received_at: Date;
}

/** The answers of bookings, apart from them, locked away. One set per booking; a new one replaces it. */
export class KeptAnswers {
  readonly #safe: AnswerSafe;

  constructor(safe: AnswerSafe) {
    this.#safe = safe;
  }

  /** Keeps answers for as long as their form says. */
  async put(
    tx: Queryable,
    bookingId: string,
    form: IntakeForm,
    {
      answers,
      consent,
      answeredAt,
      receivedAt,
    }: Pick<IntakeRecord, 'answers' | 'consent' | 'answeredAt' | 'receivedAt'>,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO intake_answers
          (booking_id, form_id, form_version, locked, consent, answered_at, received_at, keep_days)
        VALUES ($1, $2, $3, $4, $5::jsonb, $6, $7, $8)
        ON CONFLICT (booking_id) DO UPDATE SET form_id = excluded.form_id, form_version = excluded.form_version,
          answers = NULL, locked = excluded.locked, consent = excluded.consent, answered_at = excluded.answered_at,
          received_at = excluded.received_at, keep_days = excluded.keep_days`,
      [
        ...[bookingId, form.id, form.version, await this.#safe.lock(bookingId, answers), JSON.stringify(consent)],
        ...[answeredAt, receivedAt, form.retentionDays ?? null],
      ],
    );
  }

  /** What is kept for a booking, or null. */
  async get(on: Queryable, bookingId: string): Promise<IntakeRecord | null> {
    const [row] = await on.query<KeptRow>('SELECT * FROM intake_answers WHERE booking_id = $1', [bookingId]);
    if (!row?.locked) return null;
    return {
      formId: row.form_id,
      version: row.form_version,
      answers: await this.#safe.open(bookingId, row.locked),
      consent: row.consent,
      answeredAt: instantText(row.answered_at.getTime()),
      receivedAt: instantText(row.received_at.getTime()),
    };
  }

  async remove(tx: Queryable, bookingId: string): Promise<void> {
    await tx.query('DELETE FROM intake_answers WHERE booking_id = $1', [bookingId]);
  }

  /** Locks away what an older backend stored in the open. Throws an Error where the key does not open what is there. */
  async open(database: Database, catalogue: CatalogueData): Promise<void> {
    const rows = await database.query<KeptRow>('SELECT * FROM intake_answers WHERE locked IS NULL');
    for (const { booking_id: id, form_id: formId, form_version: version, answers } of rows) {
      await database.query(
        'UPDATE intake_answers SET locked = $2, answers = NULL, keep_days = $3 WHERE booking_id = $1 AND locked IS NULL',
        [id, await this.#safe.lock(id, answers ?? {}), catalogue.form(formId, version)?.retentionDays ?? null],
      );
    }
    const [any] = await database.query<KeptRow>('SELECT * FROM intake_answers LIMIT 1');
    if (!any?.locked) return;
    await this.#safe.open(any.booking_id, any.locked).catch(() => {
      throw new Error('INTAKE_KEY is not the key that the kept answers were locked with.');
    });
  }
}
