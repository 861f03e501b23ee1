import type { CardTimes } from '../../backend/stores/card-times.js';
import type { Availability, AvailabilityEntry, Slot } from '../../contract/availability.js';
import { soonestSlots } from '../../domain/slots/slot-index.js';
import { dateIn, dateOf, offsetMinutes, offsetOf } from '../../domain/time/local-time.js';
import { addDays, type PlainDate } from '../../domain/time/plain-date.js';

/** Days a card calls soon: their times are shown, later ones only named. */
const SOON = 7;
const MINUTE = 60_000;
/** Clocks go forward and back by two hours at most. */
const SHIFT = 120 * MINUTE;

/** What a card says of its practitioner's times. */
export interface NextTimes {
  /** Soon, at most as many as the card shows. */
  soon: readonly Slot[];
  /** The first one later, where none is soon. */
  later: Slot | undefined;
  timeZone: string;
  days: DaysThere;
}

/** Days by the venue's calendar. */
export interface DaysThere {
  today: PlainDate;
  tomorrow: PlainDate;
  /** The first that is not soon. */
  end: PlainDate;
}

/** That there is no time at all. */
export const NO_TIMES: NextTimes = {
  ...{ soon: [], later: undefined, timeZone: '' },
  days: { today: '', tomorrow: '', end: '' },
};

/** The next times among all that are free, spread over days; `now` in milliseconds. */
export function timesAmong({ slots, timeZone }: AvailabilityEntry, count: number, now: number): NextTimes {
  const ahead = soundSlots(slots, now).sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
  return split(ahead, timeZone, now, (soon) => soonestSlots(soon, count));
}

/** The next times as a backend named them. */
export function timesNamed({ timeZone, next }: CardTimes, count: number, now: number): NextTimes {
  return split(soundSlots(next, now), timeZone, now, (soon) => soon.slice(0, count));
}

/** Without those that have passed or contradict themselves: a page may hand over anything. */
function soundSlots(slots: readonly Slot[], now: number): Slot[] {
  if (!Array.isArray(slots)) return [];
  return (slots as readonly Slot[]).filter((slot) => {
    const at = Date.parse(slot?.start);
    return at > now && Date.parse(slot.local) === at;
  });
}

function split(
  slots: readonly Slot[],
  timeZone: string,
  now: number,
  choose: (soon: readonly Slot[]) => readonly Slot[],
): NextTimes {
  const [first] = slots;
  if (!first) return NO_TIMES;
  const days = daysThere(first, timeZone, now);
  const soon = slots.filter(({ local }) => local < days.end);
  return { soon: choose(soon), later: soon.length > 0 ? undefined : first, timeZone, days };
}

let known: { key: string; days: DaysThere } | undefined;

/** The days at a slot's venue. Most cards of a list share them. */
function daysThere({ local }: Slot, timeZone: string, now: number): DaysThere {
  // Days begin with a minute.
  const key = `${Math.floor(now / MINUTE)} ${timeZone} ${offsetOf(local)}`;
  if (known?.key !== key) {
    const today = todayThere(local, timeZone, now);
    known = { key, days: { today, tomorrow: addDays(today, 1), end: addDays(today, SOON) } };
  }
  return known.days;
}

/** Zone data, which takes a browser long to open, is asked only around midnight. */
function todayThere(local: string, timeZone: string, now: number): PlainDate {
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
export function isElsewhere({ start, local }: Slot): boolean {
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
