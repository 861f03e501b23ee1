import * as z from 'zod/mini';
import { id, instant, languageTag, line, list } from './schema.js';
import { Booking, Client } from './booking.js';
import { Consent } from './consent.js';
import { IntakeRecord, SafetyAttestation } from './intake.js';

/** A consent with what became of it. */
export const ConsentRecord = z.object({ consent: Consent, withdrawnAt: z.optional(instant) });
export type ConsentRecord = z.infer<typeof ConsentRecord>;

/** `GET /v1/bookings/{id}/client-data`: everything kept about the client of one booking, for them to take away. */
export const ClientData = z.object({
  exportedAt: instant,
  booking: Booking,
  /** Absent once it was erased. */
  client: z.optional(Client),
  locale: languageTag,
  notes: z.optional(z.string().check(z.maxLength(1000))),
  reference: z.optional(line),
  metadata: z.optional(z.record(id, z.string().check(z.maxLength(500)))),
  safetyCheck: z.optional(SafetyAttestation),
  consents: list(ConsentRecord, 100),
  intake: z.optional(IntakeRecord),
});
export type ClientData = z.infer<typeof ClientData>;

/**
 * `POST /v1/bookings/{id}/erasure`: forget who the client is. A booking that still lies ahead is cancelled with it, under
 * the same policy as any cancellation.
 */
export const ErasureRequest = z.object({});
export type ErasureRequest = z.infer<typeof ErasureRequest>;

/** What is left after an erasure: the times and prices of a practice's books, and nobody's name. */
export const Erasure = z.object({ erasedAt: instant, booking: Booking });
export type Erasure = z.infer<typeof Erasure>;
