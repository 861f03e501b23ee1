import * as z from 'zod/mini';
import { id, instant, list, outwardCode } from './schema.js';
import { Price } from './money.js';
import { Place } from './place.js';

/** What one session consists of, as the client chose it. */
export const SessionItem = z.object({
  practitionerId: id,
  serviceId: id,
  optionId: id,
  addOnIds: list(id, 30),
  place: Place,
  outwardCode: z.optional(outwardCode),
  start: instant,
  slotToken: z.string().check(z.minLength(1), z.maxLength(2000)),
});
export type SessionItem = z.infer<typeof SessionItem>;

/** Names a hold and proves that the sender owns it. */
export const HoldReference = z.object({ id, token: z.string().check(z.minLength(16), z.maxLength(500)) });
export type HoldReference = z.infer<typeof HoldReference>;

/** `POST /v1/holds`: keep these times, all or none. With `hold`, the same times are kept for longer. */
export const HoldRequest = z.object({
  items: list(SessionItem, 10),
  hold: z.optional(HoldReference),
  challengeId: z.optional(id),
});
export type HoldRequest = z.infer<typeof HoldRequest>;

/** A slot kept for one visitor until `expiresAt`. Count down from `secondsLeft`, never from the visitor's clock. */
export const Hold = z.object({
  id,
  token: z.string().check(z.minLength(16), z.maxLength(500)),
  expiresAt: instant,
  secondsLeft: z.int().check(z.gte(0), z.lte(86_400)),
  /** Whether the hold can be made longer once more. */
  extendable: z.boolean(),
  price: Price,
});
export type Hold = z.infer<typeof Hold>;
