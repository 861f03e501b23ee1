import { instantText, type Clock } from './clock.js';
import type { Database } from './database.js';

const SWEEP_EVERY = 3_600_000;

/** Deletes answers when the time is over that their form keeps them for, counted from the end of the last session. */
export class Retention {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #timer: NodeJS.Timeout;
  #sweeping: Promise<void> = Promise.resolve();

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
    this.#timer = setInterval(() => void this.sweep(), SWEEP_EVERY).unref();
  }

  /** Deletes all answers that are due. What fails is left to the next sweep. */
  sweep(): Promise<void> {
    this.#sweeping = this.#sweeping.then(() => this.#sweep()).catch(() => undefined);
    return this.#sweeping;
  }

  /** Stops, once a running sweep is done. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#sweeping;
  }

  async #sweep(): Promise<void> {
    await this.#database.query(
      `WITH gone AS (
          DELETE FROM intake_answers USING bookings
            WHERE bookings.id = booking_id AND ends + keep_days * interval '1 day' <= $1 RETURNING booking_id
        )
        UPDATE bookings SET intake_status = 'none', intake_hash = NULL, attention = NULL, updated_at = $1,
          revision = revision + 1 WHERE id IN (SELECT booking_id FROM gone)`,
      [instantText(this.#clock.now())],
    );
  }
}
