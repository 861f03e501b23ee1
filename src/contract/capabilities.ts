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
  // Added later, so absent where a backend knows nothing of them: absent means no.
  /** `GET /v1/availability/summary`. */
  availabilitySummary: z.optional(z.boolean()),
  /** `POST /v1/availability-searches`: a session can be made to wait, and skills asked for, without a word in a URL. */
  availabilitySearch: z.optional(z.boolean()),
  /** `GET /v1/practitioners` filters and sorts, and `POST /v1/practitioner-searches` does so in private. */
  practitionerSearch: z.optional(z.boolean()),
  serviceAreaChecks: z.optional(z.boolean()),
  /** Clients can read back their answers and withdraw their consent. */
  intakeWithdrawal: z.optional(z.boolean()),
  /** Clients can take away what is kept about them, and have it erased. */
  clientData: z.optional(z.boolean()),
  /** A write may be answered with `challenge-required`. `page`: the check is a page of the backend's own. */
  challenge: z.optional(openEnum(['none', 'page'])),
});
export type Capabilities = z.infer<typeof Capabilities>;
