import type { BookingRow, SessionRecord } from './booking-record.js';
import { instantText, type Clock } from './clock.js';
import type { Database } from './database.js';
import type { Outbox } from './outbox.js';

const DAY = 86_400_000;
const SWEEP_EVERY = 60_000;
/** Reminders written in one transaction. */
const AT_ONCE = 100;

/** When the client of new or moved sessions is reminded of them, or null where that is no longer ahead. */
export function reminderDue(sessions: readonly SessionRecord[], now: number): string | null {
  const due = Math.min(...sessions.map(({ start }) => Date.parse(start))) - DAY;
  return due > now ? instantText(due) : null;
}

/** SQL: the reminder of a booking that comes to stand at an instant; none where another mail tells of it anyway. */
export const REMINDER_AHEAD = (now: string): string => `CASE WHEN reminder_due > ${now} THEN reminder_due END`;

/** Reminds clients a day before. What was asked for but not accepted is not reminded of. */
export class Reminders {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #outbox: Outbox;
  readonly #timer: NodeJS.Timeout;
  #sweeping: Promise<void> = Promise.resolve();

  constructor(database: Database, clock: Clock, outbox: Outbox) {
    this.#database = database;
    this.#clock = clock;
    this.#outbox = outbox;
    this.#timer = setInterval(() => void this.sweep(), SWEEP_EVERY).unref();
  }

  /** Writes every reminder that is due, each once, however many processes sweep. What fails is left to the next sweep. */
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
    const now = this.#clock.now();
    // A session that has begun while nothing ran is not reminded of.
    const due = [instantText(now), instantText(now - DAY)];
    const isDue = `reminder_due <= $1 AND reminder_due > $2 AND status = 'confirmed'`;
    const [any] = await this.#database.query(`SELECT 1 FROM bookings WHERE ${isDue} LIMIT 1`, due);
    if (!any) return;
    const written = await this.#database.exclusively('reminders', async (tx) => {
      const rows = await tx.query<BookingRow>(
        `UPDATE bookings SET reminder_due = NULL WHERE id IN
          (SELECT id FROM bookings WHERE ${isDue} ORDER BY reminder_due LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED)
          RETURNING *`,
        due,
      );
      for (const row of rows) await this.#outbox.tell(tx, row, { what: 'reminder' });
      return rows.length;
    });
    this.#outbox.deliver();
    if (written === AT_ONCE) await this.#sweep();
  }
}
