import * as z from 'zod/mini';
import { openEnum } from './schema.js';

/** What a backend can do. Elements degrade by these, never by a backend's name. */
export const Capabilities = z.object({
  holds: z.boolean(),
  /** Several practitioners in one availability call. */
  batchAvailability: z.boolean(),
  /** `replay` answers a repeated key with the first answer; `detect` refuses it; `none` may book twice. */
  idempotency: openEnum(['none', 'detect', 'replay']),
  /** Two clients can never book overlapping times. */
  atomicBooking: z.boolean(),
  /** A booking can be found again by its key. */
  bookingLookup: z.boolean(),
  addOns: z.boolean(),
  outcall: z.boolean(),
  cancel: z.boolean(),
  reschedule: z.boolean(),
  calendarFile: z.boolean(),
  intake: openEnum(['none', 'fields', 'conditional', 'screening']),
  consents: z.boolean(),
  payment: openEnum(['none', 'redirect']),
  courses: z.boolean(),
});
export type Capabilities = z.infer<typeof Capabilities>;
