import { addDays, monthOf, addMonths, firstDay, type PlainDate } from '../../domain/time/plain-date.js';
import { dateIn, localTimeIn } from '../../domain/time/local-time.js';
import type { Scene } from './scenes.js';

/** A start on offer, instants in milliseconds. */
export interface Start {
  start: number;
  end: number;
  local: string;
}

/** Time that is taken, in milliseconds; `to` is exclusive. */
export interface Taken {
  practitionerId: string;
  from: number;
  to: number;
}

/** What times are wanted for. */
export interface Wanted {
  practitionerId: string;
  minutes: number;
  from: PlainDate;
  to: PlainDate;
}

export const ZONE = 'Europe/London';
const HORIZON_DAYS = 60;
const MINUTE = 60_000;
const OPENS = 11 * 60;
const CLOSES = 22 * 60;
/** No start sooner than this from now. */
const NOTICE = 120;

/** Last day on which anything is offered. */
export function horizonOf(now: number): PlainDate {
  return addDays(dateIn(ZONE, now), HORIZON_DAYS);
}

/**
 * Daily 11:00 to 22:00, sessions ending by 22:00. Which starts are free is drawn from the practitioner and the date, so
 * days are as uneven as real ones and the same every time.
 */
export function offered(wanted: Wanted, scene: Scene, now: number, taken: readonly Taken[]): Start[] {
  const { practitionerId, minutes } = wanted;
  const today = dateIn(ZONE, now);
  const first = [wanted.from, firstOpenDay(scene, practitionerId, today)].sort()[1]!;
  const last = [wanted.to, scene === 'one-slot' ? addDays(today, 1) : horizonOf(now)].sort()[0]!;
  const busy = taken.filter((one) => one.practitionerId === practitionerId);
  const starts: Start[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) {
    // The clocks never change within the hours, so one offset serves the day.
    const noon = localTimeIn(ZONE, Date.parse(`${date}T12:00:00Z`));
    const midnight = Date.parse(`${date}T00:00:00${noon.slice(-6)}`);
    for (const minute of minutesOf(date, practitionerId, scene)) {
      const start = midnight + minute * MINUTE;
      const end = start + minutes * MINUTE;
      if (minute + minutes > CLOSES || start < now + NOTICE * MINUTE) continue;
      if (busy.some((one) => one.from < end && start < one.to)) continue;
      starts.push({ start, end, local: localTimeIn(ZONE, start) });
    }
  }
  return starts;
}

function firstOpenDay(scene: Scene, practitionerId: string, today: PlainDate): PlainDate {
  switch (scene) {
    case 'one-slot':
      return addDays(today, 1);
    case 'empty-month':
      return firstDay(addMonths(monthOf(today), 1));
    case 'full':
      return firstDay(addMonths(monthOf(today), 2));
    case 'empty-horizon':
      return addDays(today, HORIZON_DAYS + 1);
    default:
      // Somebody in a list of cards is always busy for weeks.
      return practitionerId === 'kasia' ? addDays(today, 25) : today;
  }
}

function minutesOf(date: PlainDate, practitionerId: string, scene: Scene): number[] {
  if (scene === 'one-slot') return [14 * 60];
  if (scene === 'sixty-a-day') return Array.from({ length: 60 }, (_, index) => OPENS + index * 10);
  const seed = `${practitionerId} ${date}`;
  const busyness = hash(seed) % 8;
  // One day in eight is closed; the fuller the day, the fewer of its quarter hours are left.
  if (busyness === 7) return [];
  return Array.from({ length: (CLOSES - OPENS) / 15 }, (_, index) => OPENS + index * 15).filter(
    (minute) => hash(`${seed} ${minute}`) % 24 > 15 + busyness,
  );
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}

/** RFC 3339 in UTC, to the second. */
export function iso(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}
