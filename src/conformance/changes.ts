import { Booking } from '../contract/booking.js';
import type { Answer, Wanted } from './client.js';
import { read } from './expect.js';
import type { Booked, Offered, Visitor } from './visitor.js';

/** Asks to move a booking. */
export function move(
  visitor: Visitor,
  { id, manageToken }: Booked,
  to: readonly Offered[],
  fields: object = {},
  wanted: Wanted = {},
): Promise<Answer> {
  const { items, expectedTotal } = visitor.request(to);
  const body = { items, expectedTotal, ...fields };
  return visitor.post(`/bookings/${id}/reschedule`, body, { token: manageToken, ...wanted });
}

/** Asks to cancel a booking. */
export function cancel(visitor: Visitor, { id, manageToken }: Booked, wanted: Wanted = {}): Promise<Answer> {
  return visitor.post(`/bookings/${id}/cancel`, {}, { token: manageToken, ...wanted });
}

/** A booking as it is now. */
export async function seen(visitor: Visitor, { id, manageToken }: Booked): Promise<Booking> {
  return read(await visitor.api('GET', `/bookings/${id}`, { token: manageToken }), Booking);
}

/** When a booking's first session begins, in milliseconds. */
export const startOf = ({ sessions }: Booking): number => Date.parse(sessions[0]?.start ?? '');
