import * as z from 'zod/mini';
import { id, instant, line, list, localTime, minutes, outwardCode, plainDate, timeZone } from './schema.js';
import { Price } from './money.js';
import { Place } from './place.js';
import type { DayPart } from './practitioner-search.js';

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

/** Most times one entry of a summary carries. */
export const MAX_NEXT_TIMES = 6;

/** The soonest free times of one practitioner and the days that have any, for cards. */
export const AvailabilitySummaryEntry = z.object({
  practitionerId: id,
  timeZone,
  place: Place,
  /** What the session costs with every fee: "60 min from £75" on a card. */
  price: Price,
  // Which session that is. Added later, so absent where a backend only answers for the session it was asked about.
  serviceId: z.optional(id),
  optionId: z.optional(id),
  minutes: z.optional(minutes),
  /** For `outcall`: where the visit costs that much. */
  outwardCode: z.optional(outwardCode),
  /** Absent where nothing is free. */
  first: z.optional(Slot),
  /** The free times worth naming first, in order, no more than were asked for: neighbours and a day's later ones may be left out. */
  next: z.optional(list(Slot, MAX_NEXT_TIMES)),
  /** In order. */
  freeDays: list(plainDate, 100),
});
export type AvailabilitySummaryEntry = z.infer<typeof AvailabilitySummaryEntry>;

/**
 * `GET /v1/availability/summary`: what {@link Availability} would say to the same question, in short. A question without
 * an option is answered for the session each practitioner's card names: the cheapest hour that fits the rest of the
 * question, or where there is no hour the cheapest of the shortest sessions.
 */
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

/** What to ask a summary for: as {@link AvailabilityQuery}, but nothing of the session has to be chosen yet. */
export interface AvailabilitySummaryQuery {
  practitionerIds: readonly string[];
  serviceId?: string | undefined;
  /** Only with `serviceId`, and then `place` has to be there too. */
  optionId?: string | undefined;
  addOnIds?: readonly string[] | undefined;
  place?: Place | undefined;
  /** Required for `outcall` with an option; without one a visit is priced for where it costs least. */
  outwardCode?: string | undefined;
  /** Only times in that part of the day count. */
  dayPart?: DayPart | undefined;
  /** How many of the next times to name, 0 to 6; 1 where it is left out. */
  times?: number | undefined;
  from: string;
  to: string;
}
