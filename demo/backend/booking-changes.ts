import type { Reschedule } from '../../src/contract/booking-change.js';
import type { BookingStatus } from '../../src/contract/booking.js';
import type { FieldProblem } from '../../src/contract/problem.js';
import { giveUp, isAcceptedByAll, lockBooking } from './booking-standing.js';
import { allowedFor, beginning, bookingOf, ending, sessionRecord, type BookingRow } from './booking-record.js';
import { assertReachable } from './booking-rules.js';
import { consume, freeUntilOf } from './bookings.js';
import type { CatalogueData } from './catalogue.js';
import { instantText, type Clock } from './clock.js';
import type { Queryable } from './database.js';
import { startOf } from './holds.js';
import type { Outcome } from './idempotency.js';
import { CONTACT_TRIES } from './limits.js';
import type { Outbox } from './outbox.js';
import { invalid, ProblemError } from './problems.js';
import { REMINDER_AHEAD, reminderDue } from './reminders.js';
import { assertOffered, occupy, planSessions, practitionersOf, priceOfSessions } from './sessions.js';
import type { PlannedSessions } from './sessions.js';
import { hashOf, matches, type Tokens } from './tokens.js';

/** What the holder of a manage token does with a booking. Every change is one transaction: all of it happens, or nothing. */
export class BookingChanges {
  readonly #catalogue: CatalogueData;
  readonly #clock: Clock;
  readonly #tokens: Tokens;
  readonly #outbox: Outbox;

  constructor(catalogue: CatalogueData, clock: Clock, tokens: Tokens, outbox: Outbox) {
    this.#catalogue = catalogue;
    this.#clock = clock;
    this.#tokens = tokens;
    this.#outbox = outbox;
  }

  /** Cancels. What is cancelled already is answered as it is, so that it can be asked for any number of times. */
  async cancel(tx: Queryable, opened: BookingRow, ifRevision: number | null): Promise<Outcome> {
    const row = await lockBooking(tx, opened, this.#clock.now());
    if (row.status === 'cancelled') return this.#answer(row);
    assertRevision(row, ifRevision);
    return this.#answer(await this.#cancelled(tx, row));
  }

  /**
   * Moves a booking to other times. The old times stay taken until the new ones are, for everybody else: both happen in
   * one transaction. A confirmed visit to somebody who accepts by hand has to be asked for again.
   */
  async reschedule(
    tx: Queryable,
    opened: BookingRow,
    request: Reschedule,
    ifRevision: number | null,
  ): Promise<Outcome> {
    const now = this.#clock.now();
    const sessions = planSessions(this.#catalogue, request.items);
    const row = await lockBooking(tx, opened, this.#clock.now(), practitionersOf(sessions));
    assertRevision(row, ifRevision);
    if (row.status === 'cancelled') throw new ProblemError('already-cancelled');
    if (!allowedFor(row, now).reschedule) throw new ProblemError('reschedule-not-allowed');
    assertSameSessions(row, request);
    if (row.client) assertReachable(row.client, sessions, '/items/0/outwardCode');
    const price = priceOfSessions(sessions);
    const { amount, currency } = request.expectedTotal;
    if (amount !== price.total.amount || currency !== price.total.currency) {
      throw new ProblemError('price-changed', { price });
    }
    const hold = request.hold ? await consume(tx, request.hold, now) : null;
    const records = sessions.map((session) =>
      sessionRecord(session, assertOffered(session, hold?.starts.includes(startOf(session)) ? hold.createdAt : now)),
    );
    const status = statusAfter(row.status, sessions);
    await tx.query('DELETE FROM busy_times WHERE booking_id = $1', [row.id]);
    await occupy(tx, sessions, { status, bookingId: row.id });
    const [moved] = await tx.query<BookingRow>(
      `UPDATE bookings SET status = $2, sessions = $3::jsonb, price = $4::jsonb, free_until = $5::jsonb,
          hold_id = coalesce($6, hold_id), ends = $8, reminder_due = $9, accepted_by = '{}', revision = revision + 1,
          updated_at = $7 WHERE id = $1 RETURNING *`,
      [
        row.id,
        status,
        JSON.stringify(records),
        JSON.stringify(price),
        JSON.stringify(freeUntilOf(this.#catalogue, sessions)),
        hold?.id ?? null,
        instantText(now),
        instantText(ending(records)),
        reminderDue(records, now),
      ],
    );
    await this.#outbox.tell(tx, moved as BookingRow, { what: 'moved' });
    return this.#answer(moved as BookingRow);
  }

  /** Counts a try of the code that was sent to a client, outside any transaction, so that a wrong one counts too. */
  async tryCode(on: Queryable, row: BookingRow, code: string): Promise<void> {
    const detail = 'This is not the code that was sent, or it no longer works.';
    const counted = await on.query(
      'UPDATE bookings SET contact_tries = contact_tries + 1 WHERE id = $1 AND contact_tries < $2 RETURNING 1',
      [row.id, CONTACT_TRIES],
    );
    const right = matches(code, hashOf(this.#tokens.contactCode(row.id)));
    if (row.contact_status === null || counted.length === 0 || !right) throw invalid({ pointer: '/code', detail });
  }

  /** Notes that the client can be reached. The booking stands now, unless somebody has to accept it besides. */
  async confirmContact(tx: Queryable, opened: BookingRow): Promise<Outcome> {
    const row = await lockBooking(tx, opened, this.#clock.now());
    if (row.contact_status === 'confirmed') return this.#answer(row);
    const byHand = row.sessions.some(({ practitionerId, place }) => {
      const offers = this.#catalogue.practitioner(practitionerId)?.profile.places ?? [];
      return offers.find((offer) => offer.place === place)?.approval !== 'instant';
    });
    const accepted = isAcceptedByAll(row) || (!row.asked && !byHand);
    const status = row.status === 'requested' && accepted ? 'confirmed' : row.status;
    await tx.query('UPDATE busy_times SET status = $2 WHERE booking_id = $1', [row.id, status]);
    const [confirmed] = await tx.query<BookingRow>(
      `UPDATE bookings SET contact_status = 'confirmed', status = $2, revision = revision + 1, updated_at = $3,
          reminder_due = ${REMINDER_AHEAD('$3')} WHERE id = $1 RETURNING *`,
      [row.id, status, instantText(this.#clock.now())],
    );
    if (status === 'confirmed') await this.#outbox.tell(tx, confirmed as BookingRow, { what: 'accepted' });
    return this.#answer(confirmed as BookingRow);
  }

  /** Forgets who the client is, in the booking, its answers, its mails and the answers kept for repeated requests. */
  async erase(tx: Queryable, opened: BookingRow): Promise<Outcome> {
    let row = await lockBooking(tx, opened, this.#clock.now());
    const now = this.#clock.now();
    if (['requested', 'awaiting_payment', 'confirmed'].includes(row.status) && now < beginning(row)) {
      row = await this.#cancelled(tx, row);
    }
    const [erased] = await tx.query<BookingRow>(
      `UPDATE bookings SET client = 'null', client_email = '', safety_check = NULL, consents = '[]', notes = NULL,
          host_reference = NULL, metadata = NULL, intake_hash = NULL, attention = NULL, intake_status = 'none',
          erased_at = coalesce(erased_at, $2), updated_at = $2, revision = revision + 1 WHERE id = $1 RETURNING *`,
      [row.id, instantText(now)],
    );
    await tx.query('DELETE FROM intake_answers WHERE booking_id = $1', [row.id]);
    await tx.query('DELETE FROM intake_consents WHERE booking_id = $1', [row.id]);
    await tx.query('DELETE FROM outbox WHERE booking_id = $1', [row.id]);
    const booking = bookingOf(this.#catalogue, erased as BookingRow, now);
    await tx.query('UPDATE idempotency_keys SET body = $2 WHERE booking_id = $1', [row.id, JSON.stringify(booking)]);
    const erasedAt = instantText((erased as BookingRow).erased_at?.getTime() ?? now);
    return { status: 200, body: { erasedAt, booking } };
  }

  async #cancelled(tx: Queryable, row: BookingRow): Promise<BookingRow> {
    const now = this.#clock.now();
    if (!allowedFor(row, now).cancel) throw new ProblemError('cancellation-window-passed');
    const cancelled = await giveUp(tx, row, 'cancelled', now);
    await this.#outbox.tell(tx, cancelled, { what: 'cancelled' });
    return cancelled;
  }

  #answer(row: BookingRow): Outcome {
    return { status: 200, body: bookingOf(this.#catalogue, row, this.#clock.now()), bookingId: row.id };
  }
}

/** Whatever changed it since, somebody else did. Throws `revision-mismatch`. */
function assertRevision(row: BookingRow, ifRevision: number | null): void {
  if (ifRevision !== null && ifRevision !== row.revision) throw new ProblemError('revision-mismatch');
}

function statusAfter(status: BookingStatus, sessions: PlannedSessions): 'requested' | 'confirmed' {
  const byHand = sessions.some(({ offering }) => offering.offer.approval === 'always-request');
  return status === 'requested' || byHand ? 'requested' : 'confirmed';
}

/** Only times may differ. */
function assertSameSessions(row: BookingRow, { items }: Reschedule): void {
  const faults: FieldProblem[] = [];
  const detail = 'This is not what was booked; only the time can be changed.';
  if (items.length !== row.sessions.length) faults.push({ pointer: '/items', detail });
  for (const [index, item] of items.entries()) {
    const booked = row.sessions[index];
    if (!booked) break;
    for (const field of ['practitionerId', 'serviceId', 'optionId', 'place'] as const) {
      if (item[field] !== booked[field]) faults.push({ pointer: `/items/${index}/${field}`, detail });
    }
    const addOns = booked.addOns.map(({ id }) => id).sort();
    if ([...item.addOnIds].sort().join() !== addOns.join())
      faults.push({ pointer: `/items/${index}/addOnIds`, detail });
  }
  if (faults.length > 0) throw invalid(...faults);
}
