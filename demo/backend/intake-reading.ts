import type { IntakeForm, IntakeRecord } from '../../src/contract/intake.js';
import { instantText, type Clock } from './clock.js';
import type { CatalogueData } from './catalogue.js';
import type { Database } from './database.js';
import type { KeptAnswers } from './kept-answers.js';
import type { PracticeBooking } from './practice.js';
import { ProblemError } from './problems.js';

/** What a therapist gets to read about a booking, and who has read it so far, this time included. */
export interface ReadIntake {
  booking: PracticeBooking;
  record: IntakeRecord;
  /** Undefined where the version that was answered is no longer known. */
  form: IntakeForm | undefined;
  reads: { practitionerId: string; at: number }[];
}

/** Opens answers to the therapists who give the sessions they were given for, and writes down each time they do. */
export class IntakeReading {
  readonly #database: Database;
  readonly #catalogue: CatalogueData;
  readonly #clock: Clock;
  readonly #kept: KeptAnswers;

  constructor(database: Database, catalogue: CatalogueData, clock: Clock, kept: KeptAnswers) {
    this.#database = database;
    this.#catalogue = catalogue;
    this.#clock = clock;
    this.#kept = kept;
  }

  /** Throws the same `not-found` for what is nobody's, somebody else's, and not there. */
  async read(practitionerId: string, bookingId: string): Promise<ReadIntake> {
    const read = await this.#database.exclusively(`intake reading ${bookingId}`, async (tx) => {
      const [booking] = await tx.query<PracticeBooking>(
        'SELECT * FROM bookings WHERE id = $1 AND practitioner_ids @> ARRAY[$2::text]',
        [bookingId, practitionerId],
      );
      const record = booking && (await this.#kept.get(tx, bookingId));
      if (!record) throw new ProblemError('not-found');
      await tx.query('INSERT INTO intake_reads (booking_id, practitioner_id, read_at) VALUES ($1, $2, $3)', [
        ...[bookingId, practitionerId, instantText(this.#clock.now())],
      ]);
      const reads = await tx.query<{ practitioner_id: string; read_at: Date }>(
        'SELECT practitioner_id, read_at FROM intake_reads WHERE booking_id = $1 ORDER BY id DESC LIMIT 100',
        [bookingId],
      );
      return {
        booking,
        record,
        form: this.#catalogue.form(record.formId, record.version),
        reads: reads.map(({ practitioner_id: by, read_at: at }) => ({ practitionerId: by, at: at.getTime() })),
      };
    });
    if (!read) throw new ProblemError('request-in-flight', {}, { 'Retry-After': '1' });
    return read;
  }
}
