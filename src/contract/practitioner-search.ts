import * as z from 'zod/mini';
import { id, instant, languageTag, line, list, outwardCode, plainDate } from './schema.js';
import { Money } from './money.js';
import { Area, Place } from './place.js';
import { Specialism } from './practitioner.js';

/** The orders a list of practitioners can be asked for in. */
export const PRACTITIONER_ORDERS = ['name', 'price', 'soonest', 'rating', 'distance'] as const;

/**
 * The order of a list of practitioners. Without one, the business's own. `distance` is from `outwardCode`, between the
 * middles of postcode districts, and asked for without one it is the business's own order too.
 */
export const PractitionerOrder = z.enum(PRACTITIONER_ORDERS);
export type PractitionerOrder = z.infer<typeof PractitionerOrder>;

/** When in the day a session may begin: before 12:00, before 17:00, from then on; in the practitioner's own time. */
export const DayPart = z.enum(['morning', 'afternoon', 'evening']);
export type DayPart = z.infer<typeof DayPart>;

/**
 * `POST /v1/practitioner-searches`. `specialismIds` and what follows it say something about a client and travel in a body only; all
 * others are also parameters of `GET /v1/practitioners`. Every filter narrows.
 */
export const PractitionerSearch = z.object({
  /** Only these, for pages that list them themselves. */
  practitionerIds: z.optional(list(id, 100)),
  serviceId: z.optional(id),
  place: z.optional(Place),
  /** With `place` absent or `outcall`: those who come there. With `incall`: those whose rooms are there, or in order of `distance` all of them. */
  outwardCode: z.optional(outwardCode),
  language: z.optional(languageTag),
  /** Only rooms without steps. */
  stepFree: z.optional(z.boolean()),
  /** The session that a card names (see the summary of availability) costs at most this, every fee included. */
  maxPrice: z.optional(Money),
  /** With a free time for that session on that day. */
  date: z.optional(plainDate),
  /** With a free time then, on `date` or within the next 14 days. */
  dayPart: z.optional(DayPart),
  order: z.optional(PractitionerOrder),
  limit: z.optional(z.int().check(z.gte(1), z.lte(100))),
  cursor: z.optional(id),
  /** All of them. */
  specialismIds: z.optional(list(id, 30)),
  /** Offers this pressure, 1 very gentle to 5 very firm. */
  pressure: z.optional(z.int().check(z.gte(1), z.lte(5))),
  /** Only where the business filters by it (`Business.genderFilter`). */
  gender: z.optional(z.enum(['female', 'male', 'non-binary'])),
  /** Skills that screening asks for; all of them. */
  skills: z.optional(list(id, 20)),
  /** Places that screening leaves open; one of them is enough. */
  places: z.optional(list(Place, 2)),
  /** The firmest service that screening leaves open, 1 to 5. One that says nothing of how firm it is stays open. */
  maxIntensity: z.optional(z.int().check(z.gte(1), z.lte(5))),
  /** Times before this instant do not count. */
  notBefore: z.optional(instant),
});
export type PractitionerSearch = z.infer<typeof PractitionerSearch>;

/** What a list of practitioners can be narrowed by (`GET /v1/practitioner-filters`): only what somebody offers. */
export const PractitionerFilters = z.object({
  services: list(z.object({ id, name: line }), 500),
  specialisms: list(Specialism, 200),
  /** Where rooms are and where visits go to. */
  areas: list(Area, 500),
  languages: list(languageTag, 200),
});
export type PractitionerFilters = z.infer<typeof PractitionerFilters>;
