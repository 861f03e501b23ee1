import type { AvailabilityEntry, AvailabilityFault, Slot } from '../../contract/availability.js';
import type { Price } from '../../contract/money.js';
import type { Place } from '../../contract/place.js';
import type { DayPart } from '../../contract/practitioner-search.js';
import type { Catalogue } from '../../contract/service.js';
import type { Batches } from './batches.js';
import { lowestOffer } from '../../domain/pricing/lowest-offer.js';
import { indexSlots, soonestSlots } from '../../domain/slots/slot-index.js';
import { partOfDay } from '../../domain/time/local-time.js';
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
/** Days looked at first, where a card's answer is every time of every day. */
const FEW_DAYS = 7;

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

/**
 * By the catalogue and availability, where there is no summary: practitioners with the same session share a question. A week
 * first, and only for who has no time in it the rest.
 */
export async function groupedTimes(source: CardSource, query: CardQuery, signal?: AbortSignal): Promise<CardTimes> {
  const { practitionerId, from, times, dayPart } = query;
  const { services, practitioners } = await source.catalogue(signal);
  const practitioner = practitioners.find(({ id }) => id === practitionerId);
  if (!practitioner) throw new BackendFailure('not-found');
  const offer = lowestOffer(practitioner, services, query);
  if (!offer) throw new BackendFailure('refused');
  const { minutes, price: _, ...session } = offer;
  const days = daysOf(source);
  const soon = Math.min(FEW_DAYS, days);
  const ask = (first: PlainDate, count: number): Promise<AvailabilityEntry> =>
    entryOf(source, practitionerId, { ...session, from: first, to: addDays(first, count - 1) }, signal);
  const fitting = ({ slots }: AvailabilityEntry): Slot[] =>
    slots.filter(({ local }) => !dayPart || partOfDay(local) === dayPart);
  let entry = await ask(from, soon);
  if (fitting(entry).length === 0 && days > soon) entry = await ask(addDays(from, soon), days - soon);
  const { price, timeZone } = entry;
  return { ...session, minutes, price, timeZone, next: soonestSlots(indexSlots(fitting(entry)), times) };
}

/** One practitioner's times for one session. */
function entryOf(
  { backend, batches, most }: CardSource,
  practitionerId: string,
  session: { serviceId: string; optionId: string; place: Place; outwardCode?: string; from: string; to: string },
  signal: AbortSignal | undefined,
): Promise<AvailabilityEntry> {
  const asked = { ...session, addOnIds: [] };
  const load = async (practitionerIds: readonly string[], whole: AbortSignal) => {
    const { entries } = await backend.availability({ ...asked, practitionerIds }, whole);
    return (id: string): AvailabilityEntry => {
      const entry = entries.find((one) => one.practitionerId === id);
      if (!entry || 'problem' in entry) throw failureOf(entry);
      return entry;
    };
  };
  return batches.get({ name: JSON.stringify(asked), most, load }, practitionerId, signal);
}

function daysOf({ days }: CardSource): number {
  return Math.max(1, Math.min(MOST_DAYS, days));
}

/** Without what was left open. */
function chosen<Wished extends object>(wished: Wished): { [Key in keyof Wished]?: NonNullable<Wished[Key]> } {
  return Object.fromEntries(Object.entries(wished).filter(([, value]) => value)) as never;
}

/** What a fault of one practitioner in an answer means; without one they were left out of it. */
function failureOf(fault: AvailabilityFault | undefined): BackendFailure {
  const code = fault?.problem.code;
  if (!code) return new BackendFailure('broken');
  if (code === 'not-found') return new BackendFailure('not-found');
  return new BackendFailure(code === 'temporarily-unavailable' ? 'unreachable' : 'refused');
}
