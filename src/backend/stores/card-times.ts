import type { AvailabilityFault, Slot } from '../../contract/availability.js';
import type { Price } from '../../contract/money.js';
import type { Place } from '../../contract/place.js';
import type { DayPart } from '../../contract/practitioner-search.js';
import type { Catalogue } from '../../contract/service.js';
import type { Batches } from './batches.js';
import { addDays, type PlainDate } from '../../domain/time/plain-date.js';
import { BackendFailure, type ListingBackend } from '../booking-backend.js';

/** What a card wants to know of its practitioner's times. */
export interface CardQuery {
  practitionerId: string;
  /** Without it the session is the cheapest hour. */
  serviceId?: string | undefined;
  place?: Place | undefined;
  outwardCode?: string | undefined;
  /** Only times in that part of the day. */
  dayPart?: DayPart | undefined;
  /** The first day; 31 are looked at, or as many as the backend answers for at once. */
  from: PlainDate;
  /** How many times to name, 0 to 6. */
  times: number;
}

/** The session a card names, and when it may begin. */
export interface CardTimes {
  serviceId: string;
  optionId: string;
  minutes: number;
  place: Place;
  /** For `outcall`: where the visit costs that much. */
  outwardCode?: string;
  price: Price;
  timeZone: string;
  /** In order; empty where nothing is free. */
  next: readonly Slot[];
}

/** What asking for times takes. */
export interface CardSource {
  backend: ListingBackend;
  batches: Batches;
  /** Practitioners per request. */
  most: number;
  /** Days per request. */
  days: number;
  catalogue: (signal?: AbortSignal) => Promise<Catalogue>;
}

/** Days looked at. */
const MOST_DAYS = 31;

/** By the summary: one question whatever each of the practitioners offers. */
export function summedTimes(source: CardSource, query: CardQuery, signal?: AbortSignal): Promise<CardTimes> {
  const { backend, batches, most } = source;
  const { practitionerId, serviceId, place, outwardCode, dayPart, from, times } = query;
  const session = chosen({ serviceId, place, outwardCode, dayPart });
  const asked = { ...session, from, to: addDays(from, daysOf(source) - 1), times };
  const load = async (practitionerIds: readonly string[], whole: AbortSignal): Promise<(id: string) => CardTimes> => {
    const { entries } = await backend.availabilitySummary!({ ...asked, practitionerIds }, whole);
    return (id) => {
      const entry = entries.find((one) => one.practitionerId === id);
      if (!entry || 'problem' in entry) throw failureOf(entry);
      const { serviceId, optionId, minutes, place, outwardCode, price, timeZone, next, first } = entry;
      if (!serviceId || !optionId || minutes === undefined) throw failureOf(undefined);
      const session = { serviceId, optionId, minutes, place, price, timeZone };
      const shown = next ?? (first && times > 0 ? [first] : []);
      return { ...session, next: shown, ...(outwardCode && { outwardCode }) };
    };
  };
  return batches.get({ name: JSON.stringify(asked), most, load }, practitionerId, signal);
}

/** Days looked at. */
export function daysOf({ days }: CardSource): number {
  return Math.max(1, Math.min(MOST_DAYS, days));
}

/** Without what was left open. */
function chosen<Wished extends object>(wished: Wished): { [Key in keyof Wished]?: NonNullable<Wished[Key]> } {
  return Object.fromEntries(Object.entries(wished).filter(([, value]) => value)) as never;
}

/** What a fault of one practitioner in an answer means; without one they were left out of it. */
export function failureOf(fault: AvailabilityFault | undefined): BackendFailure {
  const code = fault?.problem.code;
  if (!code) return new BackendFailure('broken');
  if (code === 'not-found') return new BackendFailure('not-found');
  return new BackendFailure(code === 'temporarily-unavailable' ? 'unreachable' : 'refused');
}
