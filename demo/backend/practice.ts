import type { BookingStatus } from '../../src/contract/booking.js';
import { giveUp, isAcceptedByAll, lockBooking } from './booking-standing.js';
import { ending, type BookingRow } from './booking-record.js';
import { instantText, type Clock } from './clock.js';
import type { Database, Queryable } from './database.js';
import type { Outbox } from './outbox.js';
import { ProblemError } from './problems.js';
import { REMINDER_AHEAD } from './reminders.js';
import { lockCalendars } from './sessions.js';
import { newId } from './tokens.js';

/** A booking as its therapist sees it: with the client's note and a mark, and without any answer. */
export interface PracticeBooking extends BookingRow {
  notes: string | null;
  /** `stop`: answers that came after the booking say that it should not go ahead as it is. */
  attention: 'stop' | null;
}

/** A time somebody does not work, in milliseconds. */
export interface BlockedTime {
  id: string;
  from: number;
  to: number;
}

/** Which booking is meant, and as which of its revisions it was looked at. */
export interface SeenBooking {
  id: string;
  revision: number;
}

const OPEN: readonly BookingStatus[] = ['requested', 'confirmed', 'awaiting_payment'];

/** What a therapist does with their own calendar. Throws the same `not-found` for what is nobody's and somebody else's. */
export class Practice {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #outbox: Outbox;

  constructor(database: Database, clock: Clock, outbox: Outbox) {
    this.#database = database;
    this.#clock = clock;
    this.#outbox = outbox;
  }

  /** Every booking that is not over yet, those that will not take place included, the soonest to end first. */
  coming(practitionerId: string): Promise<PracticeBooking[]> {
    return this.#database.query<PracticeBooking>(
      'SELECT * FROM bookings WHERE ends > $2 AND practitioner_ids @> ARRAY[$1::text] ORDER BY ends, id LIMIT 1000',
      [practitionerId, instantText(this.#clock.now())],
    );
  }

  /** Blocked times that are not over yet, in order. */
  async blocked(practitionerId: string): Promise<BlockedTime[]> {
    const rows = await this.#database.query<{ id: string; from: Date; to: Date }>(
      `SELECT block_id AS id, lower(busy) AS from, upper(busy) AS to FROM busy_times
        WHERE practitioner_id = $1 AND status = 'blocked' AND upper(busy) > $2 ORDER BY lower(busy), block_id`,
      [practitionerId, instantText(this.#clock.now())],
    );
    return rows.map(({ id, from, to }) => ({ id, from: from.getTime(), to: to.getTime() }));
  }

  /**
   * Accepts a request. It stands once everybody who gives a session of it has accepted, and its client has shown that
   * they can be reached where that was asked for; `waits` until then.
   */
  accept(practitionerId: string, seen: SeenBooking): Promise<'accepted' | 'waits'> {
    return this.#change(practitionerId, seen, ['requested'], async (tx, row, now) => {
      const by = { ...row, accepted_by: [...new Set([...row.accepted_by, practitionerId])] };
      const stands = isAcceptedByAll(by) && row.contact_status !== 'awaited';
      const status = stands ? 'confirmed' : row.status;
      await tx.query('UPDATE busy_times SET status = $2 WHERE booking_id = $1', [row.id, status]);
      const [accepted] = await tx.query<BookingRow>(
        `UPDATE bookings SET status = $2, accepted_by = $3, updated_at = $4, revision = revision + 1,
            reminder_due = ${stands ? REMINDER_AHEAD('$4') : 'reminder_due'} WHERE id = $1 RETURNING *`,
        [row.id, status, by.accepted_by, instantText(now)],
      );
      if (!stands) return 'waits';
      await this.#outbox.tell(tx, accepted as BookingRow, { what: 'accepted', byPractice: true });
      return 'accepted';
    });
  }

  /** Declines a request; its time is free at once. */
  decline(practitionerId: string, seen: SeenBooking): Promise<'declined'> {
    return this.#end(practitionerId, seen, 'declined');
  }

  /** Cancels a booking or takes back what was accepted, however late. */
  cancel(practitionerId: string, seen: SeenBooking): Promise<'cancelled'> {
    return this.#end(practitionerId, seen, 'cancelled');
  }

  /** Blocks a time, in milliseconds. Says how many bookings lie in it: they stay. */
  async block(practitionerId: string, from: number, to: number): Promise<number> {
    const now = this.#clock.now();
    const range = [practitionerId, instantText(from), instantText(to)];
    const within = await this.#database.exclusively(`practice block ${practitionerId}`, async (tx) => {
      await lockCalendars(tx, [practitionerId], now);
      await tx.query(
        `INSERT INTO busy_times (practitioner_id, busy, status, block_id) VALUES ($1, tstzrange($2, $3), 'blocked', $4)`,
        [...range, newId('block')],
      );
      return tx.query(
        `SELECT DISTINCT booking_id FROM busy_times
          WHERE practitioner_id = $1 AND busy && tstzrange($2, $3) AND booking_id IS NOT NULL`,
        range,
      );
    });
    if (!within) throw new ProblemError('request-in-flight');
    return within.length;
  }

  /** Gives a blocked time back. What is gone already stays gone. */
  async unblock(practitionerId: string, blockId: string): Promise<void> {
    await this.#database.query('DELETE FROM busy_times WHERE practitioner_id = $1 AND block_id = $2', [
      practitionerId,
      blockId,
    ]);
  }

  #end<Status extends 'cancelled' | 'declined'>(
    practitionerId: string,
    seen: SeenBooking,
    status: Status,
  ): Promise<Status> {
    const from = status === 'declined' ? (['requested'] as const) : OPEN;
    return this.#change(practitionerId, seen, from, async (tx, row, now) => {
      const ended = await giveUp(tx, row, status, now);
      await this.#outbox.tell(tx, ended, { what: status, byPractice: true });
      return status;
    });
  }

  /** Throws `revision-mismatch` where it is no longer what was looked at. */
  async #change<Done>(
    practitionerId: string,
    { id, revision }: SeenBooking,
    from: readonly BookingStatus[],
    work: (tx: Queryable, row: BookingRow, now: number) => Promise<Done>,
  ): Promise<Done> {
    const now = this.#clock.now();
    const done = await this.#database.exclusively(`practice ${id}`, async (tx) => {
      const [own] = await tx.query<BookingRow>(
        'SELECT * FROM bookings WHERE id = $1 AND practitioner_ids @> ARRAY[$2::text]',
        [id, practitionerId],
      );
      if (!own) throw new ProblemError('not-found');
      const row = await lockBooking(tx, own, now);
      if (row.revision !== revision || !from.includes(row.status) || ending(row.sessions) <= now) {
        throw new ProblemError('revision-mismatch');
      }
      return { what: await work(tx, row, now) };
    });
    if (!done) throw new ProblemError('request-in-flight');
    return done.what;
  }
}
