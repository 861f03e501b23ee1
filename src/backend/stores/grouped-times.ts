/**
 * What cards ask of a backend that has no summary. Script tags load it from a file of its own, and only for such a backend.
 */
import type { AvailabilityEntry, Slot } from '../../contract/availability.js';
import type { Place } from '../../contract/place.js';
import { lowestOffer } from '../../domain/pricing/lowest-offer.js';
import { soonestSlots } from '../../domain/slots/slot-index.js';
import { partOfDay } from '../../domain/time/local-time.js';
import { addDays, type PlainDate } from '../../domain/time/plain-date.js';
import { BackendFailure } from '../booking-backend.js';
import { daysOf, failureOf, type CardQuery, type CardSource, type CardTimes } from './card-times.js';

/** Days looked at first, where a card's answer is every time of every day. */
const FEW_DAYS = 7;

/**
 * By the catalogue and availability, where there is no summary: practitioners with the same session share a question. A week
 * first, and only for who has no time in it the rest.
 */
export default async function groupedTimes(
  source: CardSource,
  query: CardQuery,
  signal?: AbortSignal,
): Promise<CardTimes> {
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
  return { ...session, minutes, price, timeZone, next: soonestSlots(fitting(entry), times) };
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
