import type { BookingRow } from './booking-record.js';
import { instantText } from './clock.js';
import type { Queryable } from './database.js';
import { ProblemError } from './problems.js';
import { lockCalendars } from './sessions.js';

/** The booking as it is at `now`, with nobody else changing it, the calendars it is in or those it goes to. */
export async function lockBooking(
  tx: Queryable,
  seen: BookingRow,
  now: number,
  practitionerIds: readonly string[] = [],
): Promise<BookingRow> {
  await lockCalendars(tx, [...seen.sessions.map(({ practitionerId }) => practitionerId), ...practitionerIds], now);
  const [row] = await tx.query<BookingRow>('SELECT * FROM bookings WHERE id = $1 FOR UPDATE', [seen.id]);
  if (!row) throw new ProblemError('not-found');
  return row;
}

/** Ends a booking that has not taken place, and frees its time. Needs {@link lockBooking}. */
export async function giveUp(
  tx: Queryable,
  row: BookingRow,
  status: 'cancelled' | 'declined',
  now: number,
): Promise<BookingRow> {
  await tx.query('DELETE FROM busy_times WHERE booking_id = $1', [row.id]);
  const [ended] = await tx.query<BookingRow>(
    `UPDATE bookings SET status = $2, cancelled_at = $3, updated_at = $4, reminder_due = NULL, revision = revision + 1
      WHERE id = $1 RETURNING *`,
    [row.id, status, status === 'cancelled' ? instantText(now) : null, instantText(now)],
  );
  return ended as BookingRow;
}

/** Whether everybody who gives a session of it has accepted it by hand. */
export function isAcceptedByAll({ practitioner_ids: all, accepted_by: accepted }: BookingRow): boolean {
  return all.every((id) => accepted.includes(id));
}
