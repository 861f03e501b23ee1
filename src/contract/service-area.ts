import * as z from 'zod/mini';
import { id, list, minutes, outwardCode } from './schema.js';
import { Money } from './money.js';

/** `POST /v1/service-area-checks`: who comes to this postcode? A full postcode belongs into no URL. Nothing is kept. */
export const ServiceAreaCheck = z.object({
  practitionerIds: list(id, 100).check(z.minLength(1)),
  /** As typed, whole or only its first half. */
  postcode: z.string().check(z.minLength(2), z.maxLength(12)),
});
export type ServiceAreaCheck = z.infer<typeof ServiceAreaCheck>;

/** Whether one practitioner comes. */
export const ServiceAreaEntry = z.object({
  practitionerId: id,
  covered: z.boolean(),
  /** Only where covered. */
  fee: z.optional(Money),
  /** The way there, in minutes. */
  travelMinutes: z.optional(minutes),
});
export type ServiceAreaEntry = z.infer<typeof ServiceAreaEntry>;

/** One entry per practitioner asked about, in that order. */
export const ServiceArea = z.object({ outwardCode, entries: list(ServiceAreaEntry, 100) });
export type ServiceArea = z.infer<typeof ServiceArea>;
