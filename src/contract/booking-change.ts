import * as z from 'zod/mini';
import { id, list } from './schema.js';
import { HoldReference, SessionItem } from './hold.js';
import { Money } from './money.js';

/** `POST /v1/bookings/{id}/cancel`. It asks for no reason: a reason may say something about somebody's health. */
export const Cancellation = z.object({});
export type Cancellation = z.infer<typeof Cancellation>;

/**
 * `POST /v1/bookings/{id}/reschedule`: the same sessions at other times, in the booking's order. The new times are taken
 * before the old ones are free, or nothing changes. Whatever else an item names must be as it was booked.
 */
export const Reschedule = z.object({
  items: list(SessionItem, 10).check(z.minLength(1)),
  hold: z.optional(HoldReference),
  /** What the client was shown. A different price is refused with `price-changed`. */
  expectedTotal: Money,
  challengeId: z.optional(id),
});
export type Reschedule = z.infer<typeof Reschedule>;

/** `POST /v1/bookings/{id}/contact-confirmations`: the code that was sent to the client. */
export const ContactConfirmation = z.object({ code: z.string().check(z.regex(/^\d{6}$/)) });
export type ContactConfirmation = z.infer<typeof ContactConfirmation>;
