import * as z from 'zod/mini';
import { id, instant, line, list, localTime, outwardCode, plainDate, timeZone } from './schema.js';
import { Price } from './money.js';
import { Place } from './place.js';

/** Most slots one backend answer may carry. */
export const MAX_SLOTS = 20_000;

/** An offered start. The instant names it; `local` is the wall time the backend's zone data gives for it. */
export const Slot = z.object({
  start: instant,
  end: instant,
  local: localTime,
  /** Opaque proof of what was offered, sent back with a hold or booking. */
  token: z.string().check(z.minLength(1), z.maxLength(2000)),
  /** The backend would like this one taken, for example to keep a day together. */
  preferred: z.optional(z.boolean()),
  /** Only where it differs from the entry's price. */
  price: z.optional(Price),
});
export type Slot = z.infer<typeof Slot>;

/** The free times of one practitioner for one choice of service. */
export const AvailabilityEntry = z.object({
  practitionerId: id,
  timeZone,
  place: Place,
  price: Price,
  slots: list(Slot, MAX_SLOTS),
});
export type AvailabilityEntry = z.infer<typeof AvailabilityEntry>;

/** A practitioner whose times could not be found, without failing the others. */
export const AvailabilityFault = z.object({
  practitionerId: id,
  problem: z.object({ code: id, title: z.optional(line) }),
});
export type AvailabilityFault = z.infer<typeof AvailabilityFault>;

/** Answer for every practitioner asked about, `from` to `to` inclusive in each practitioner's own calendar days. */
export const Availability = z.object({
  from: plainDate,
  to: plainDate,
  /** Last day of the booking horizon: nothing is offered after it. */
  horizon: plainDate,
  entries: list(z.union([AvailabilityEntry, AvailabilityFault]), 100),
});
export type Availability = z.infer<typeof Availability>;

/** The soonest free time of one practitioner and the days that have any, for cards. */
export const AvailabilitySummaryEntry = z.object({
  practitionerId: id,
  timeZone,
  place: Place,
  price: Price,
  /** Absent where nothing is free. */
  first: z.optional(Slot),
  /** In order. */
  freeDays: list(plainDate, 100),
});
export type AvailabilitySummaryEntry = z.infer<typeof AvailabilitySummaryEntry>;

/** `GET /v1/availability/summary`: what {@link Availability} would say to the same question, in short. */
export const AvailabilitySummary = z.object({
  from: plainDate,
  to: plainDate,
  horizon: plainDate,
  entries: list(z.union([AvailabilitySummaryEntry, AvailabilityFault]), 100),
});
export type AvailabilitySummary = z.infer<typeof AvailabilitySummary>;

/**
 * `POST /v1/availability-searches`: answered like the GET, and kept by no cache. What screening led to travels here: which
 * skills are needed and how soon a session may be, never why.
 */
export const AvailabilitySearch = z.object({
  practitionerIds: list(id, 100).check(z.minLength(1)),
  serviceId: id,
  optionId: id,
  addOnIds: list(id, 30),
  place: Place,
  outwardCode: z.optional(outwardCode),
  from: plainDate,
  to: plainDate,
  notBefore: z.optional(instant),
  skills: z.optional(list(id, 20)),
  /** Places that screening leaves open: elsewhere nothing is offered. */
  places: z.optional(list(Place, 2)),
  /** The firmest service that screening leaves open, 1 to 5: of a firmer one nothing is offered. */
  maxIntensity: z.optional(z.int().check(z.gte(1), z.lte(5))),
});
export type AvailabilitySearch = z.infer<typeof AvailabilitySearch>;

/** What to ask availability for. Never carries a full postcode or an answer. */
export interface AvailabilityQuery {
  practitionerIds: readonly string[];
  serviceId: string;
  optionId: string;
  addOnIds: readonly string[];
  place: Place;
  /** Required for `outcall`. */
  outwardCode?: string;
  /** First and last calendar day, inclusive, at most 31 days. */
  from: string;
  to: string;
  /** Nothing sooner than this instant. Screening led to it, so it is asked by POST and never in a URL. */
  notBefore?: string;
  /** Only practitioners with all of these; likewise by POST. */
  skills?: readonly string[];
}
