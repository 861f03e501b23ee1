import type { Slot } from '../../contract/availability.js';
import type { Price } from '../../contract/money.js';
import { dateOf, partOfDay, type PartOfDay } from '../time/local-time.js';
import { daysBetween, weekdayOf, type PlainDate } from '../time/plain-date.js';

/** A slot with whose it is and where its wall clock hangs. */
export interface OfferedSlot extends Slot {
  practitionerId: string;
  timeZone: string;
  price: Price;
}

/** Slots by the venue's calendar day, days and slots in order. */
export type SlotIndex<Of extends Slot = OfferedSlot> = ReadonlyMap<PlainDate, readonly Of[]>;

/** A day's slots in one part of the day. */
export interface PartOfDaySlots {
  part: PartOfDay;
  slots: readonly OfferedSlot[];
}

/** Groups slots, which come by start, by day. Linear in their number. */
export function indexSlots<Of extends Slot>(slots: Iterable<Of>): SlotIndex<Of> {
  const days = new Map<PlainDate, Of[]>();
  for (const slot of slots) {
    const date = dateOf(slot.local);
    const day = days.get(date);
    if (day) day.push(slot);
    else days.set(date, [slot]);
  }
  // By start is not by day where venues are in two zones.
  return new Map([...days].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A day's slots by part of day, empty parts left out. */
export function byPartOfDay(slots: readonly OfferedSlot[]): PartOfDaySlots[] {
  return (['morning', 'afternoon', 'evening'] as const)
    .map((part) => ({ part, slots: slots.filter((slot) => partOfDay(slot.local) === part) }))
    .filter((group) => group.slots.length > 0);
}

/** Whether most people are free then: from five o'clock on, or on Saturday or Sunday. */
export function isEveningOrWeekend({ local }: OfferedSlot): boolean {
  return partOfDay(local) === 'evening' || weekdayOf(dateOf(local)) > 5;
}

/**
 * The soonest times worth offering first: `count` of them, spread over at least two days where there are two, the
 * backend's preferred ones before others of the same day.
 */
export function soonestSlots<Of extends Slot>(slots: readonly Of[], count = 4): Of[] {
  const chosen: Of[] = [];
  const perDay = Math.ceil(count / 2);
  // "false" comes before "true".
  const rank = ({ local, preferred }: Of): string => `${dateOf(local)} ${!preferred} ${local}`;
  for (const slot of [...slots].sort((a, b) => (rank(a) < rank(b) ? -1 : 1))) {
    if (chosen.length >= count) break;
    const sameDay = chosen.filter(({ local }) => dateOf(local) === dateOf(slot.local));
    // Neighbouring starts say little: leave an hour between two suggestions of one day.
    const isApart = ({ start }: Of): boolean => Math.abs(Date.parse(start) - Date.parse(slot.start)) >= 3_600_000;
    if (sameDay.length < perDay && sameDay.every(isApart)) chosen.push(slot);
  }
  return chosen.sort(byStart);
}

/** The first day with slots on or after a date. */
export function nextDayWithSlots(index: SlotIndex, from: PlainDate): PlainDate | undefined {
  for (const date of index.keys()) if (date >= from) return date;
  return undefined;
}

/** Up to six other times for one that is gone: three nearest on its day, three soonest on later days. */
export function alternativesTo(index: SlotIndex, gone: OfferedSlot): OfferedSlot[] {
  const date = dateOf(gone.local);
  const distance = (slot: OfferedSlot): number => Math.abs(Date.parse(slot.start) - Date.parse(gone.start));
  const sameDay = (index.get(date) ?? [])
    .filter((slot) => slot.start !== gone.start)
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, 3);
  const later: OfferedSlot[] = [];
  for (const [day, slots] of index) {
    if (later.length === 3) break;
    if (daysBetween(date, day) <= 0) continue;
    // The same time of day suits best.
    const wanted = gone.local.slice(11, 16);
    const nearest = [...slots].sort((a, b) => minutesApart(a, wanted) - minutesApart(b, wanted))[0];
    if (nearest) later.push(nearest);
  }
  return [...sameDay.sort(byStart), ...later];
}

/** Whether two slots are one offer: an instant of a practitioner. */
export function isSameSlot(a: OfferedSlot, b: OfferedSlot | null): boolean {
  return a.practitionerId === b?.practitionerId && Date.parse(a.start) === Date.parse(b.start);
}

function byStart(a: Slot, b: Slot): number {
  return Date.parse(a.start) - Date.parse(b.start);
}

function minutesApart(slot: OfferedSlot, time: string): number {
  const minutes = (value: string): number => Number(value.slice(0, 2)) * 60 + Number(value.slice(3));
  return Math.abs(minutes(slot.local.slice(11, 16)) - minutes(time));
}
