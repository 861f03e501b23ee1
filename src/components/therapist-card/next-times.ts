import type { CardTimes } from '../../backend/stores/card-times.js';
import type { Availability, AvailabilityEntry } from '../../contract/availability.js';
import { mergeEntries } from '../../domain/slots/merge-entries.js';
import { indexSlots, soonestSlots, type OfferedSlot } from '../../domain/slots/slot-index.js';
import { dateIn, dateOf, offsetMinutes } from '../../domain/time/local-time.js';
import { addDays, type PlainDate } from '../../domain/time/plain-date.js';

/** Days a card calls soon: their times are shown, later ones only named. */
const SOON = 7;
const MINUTE = 60_000;
/** Clocks go forward and back by two hours at most. */
const SHIFT = 120 * MINUTE;

/** What a card says of its practitioner's times. */
export interface NextTimes {
  /** Soon, at most as many as the card shows. */
  soon: readonly OfferedSlot[];
  /** The first one later, where none is soon. */
  later: OfferedSlot | undefined;
  /** The day it is there, where there are times. */
  today: PlainDate;
}

/** The next times among all that are free, spread over days; `now` in milliseconds. */
export function timesAmong(entry: AvailabilityEntry, count: number, now: number): NextTimes {
  return split(entry, now, (soon) => soonestSlots(indexSlots(soon), count));
}

/** The next times as a backend named them. */
export function timesNamed(practitionerId: string, times: CardTimes, count: number, now: number): NextTimes {
  const { timeZone, place, price, next } = times;
  const slots = Array.isArray(next) ? next.slice() : [];
  return split({ practitionerId, timeZone, place, price, slots }, now, (soon) => soon.slice(0, count));
}

function split(
  entry: AvailabilityEntry,
  now: number,
  choose: (soon: readonly OfferedSlot[]) => readonly OfferedSlot[],
): NextTimes {
  const { slots } = mergeEntries({ from: '', to: '', horizon: '', entries: [entry] }, now);
  const [first] = slots;
  if (!first) return { soon: [], later: undefined, today: '' };
  const today = dayThere(first, now);
  const end = addDays(today, SOON);
  const soon = slots.filter(({ local }) => local < end);
  return { soon: choose(soon), later: soon.length > 0 ? undefined : first, today };
}

/** The day it is at a slot's venue. Zone data, which takes a browser long to open, is asked only around midnight. */
function dayThere({ local, timeZone }: OfferedSlot, now: number): PlainDate {
  const clock = now + offsetMinutes(local) * MINUTE;
  const day = (shift: number): PlainDate => dateOf(new Date(clock + shift).toISOString());
  const early = day(-SHIFT);
  if (early === day(SHIFT)) return early;
  try {
    return dateIn(timeZone, now);
  } catch {
    // A zone that this browser does not know.
    return day(0);
  }
}

/** Whether a visitor's own clock shows another time then. */
export function isElsewhere({ start, local }: OfferedSlot): boolean {
  return -new Date(start).getTimezoneOffset() !== offsetMinutes(local);
}

const entries = new WeakMap<Availability, Map<string, AvailabilityEntry>>();

/** One practitioner's part of what a page gave to many cards: looked up once for all of them. */
export function entryOf(availability: Availability, practitionerId: string): AvailabilityEntry | undefined {
  let byId = entries.get(availability);
  if (!byId) {
    entries.set(availability, (byId = new Map()));
    for (const entry of [...availability.entries].reverse()) {
      if (entry && 'slots' in entry) byId.set(entry.practitionerId, entry);
    }
  }
  return byId.get(practitionerId);
}
