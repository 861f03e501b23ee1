import {
  offeredSlots,
  type InstantRange,
  type OfferedSlot,
  type SchedulingRules,
} from '../../domain/availability/offered-slots.js';
import { dateIn, dateOf } from '../../domain/time/local-time.js';
import { addDays, addMonths, firstDay, monthOf, type PlainDate } from '../../domain/time/plain-date.js';
import { numberOf } from './opaque.js';
import type { Scene } from './scenes.js';

/** Time that is taken. */
export interface Taken extends InstantRange {
  practitionerId: string;
}

/** What times are wanted for. */
export interface Wanted {
  practitionerId: string;
  minutes: number;
  from: PlainDate;
  to: PlainDate;
}

/** A practitioner's own way of taking bookings, by their id. Then every start is on offer. */
export type OwnRules = Readonly<Record<string, Partial<SchedulingRules>>>;

export const ZONE = 'Europe/London';
const HORIZON_DAYS = 60;
const DAY = [{ from: '11:00', to: '22:00' }];

/** Daily 11:00 to 22:00, sessions ending by 22:00, none sooner than two hours from now. */
const RULES: SchedulingRules = {
  timeZone: ZONE,
  hours: { weekly: { 1: DAY, 2: DAY, 3: DAY, 4: DAY, 5: DAY, 6: DAY, 7: DAY } },
  hoursEnd: 'last-end',
  granularityMinutes: 15,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  noticeMinutes: 120,
  horizonDays: HORIZON_DAYS,
};

/** Last day on which anything is offered. */
export function horizonOf(now: number): PlainDate {
  return addDays(dateIn(ZONE, now), HORIZON_DAYS);
}

/**
 * The starts on offer, by the rules every backend shares. Which of them are free is drawn from the practitioner and the
 * date, so days are as uneven as real ones and the same every time.
 */
export function offered(
  { practitionerId, minutes, from, to }: Wanted,
  scene: Scene,
  now: number,
  taken: readonly Taken[],
  own: OwnRules = {},
): OfferedSlot[] {
  const busy = taken.filter((one) => one.practitionerId === practitionerId);
  const query = { minutes, travelMinutes: 0, now, busy };
  if (Object.hasOwn(own, practitionerId)) {
    return offeredSlots({ ...query, rules: { ...RULES, ...own[practitionerId] }, from, to });
  }
  const today = dateIn(ZONE, now);
  const first = [from, firstOpenDay(scene, practitionerId, today)].sort()[1]!;
  const last = [to, scene === 'one-slot' ? addDays(today, 1) : horizonOf(now)].sort()[0]!;
  const rules = scene === 'sixty-a-day' ? { ...RULES, granularityMinutes: 10 } : RULES;
  const isFree = freeStarts(practitionerId, scene);
  return offeredSlots({ ...query, rules, from: first, to: last }).filter(({ local }) => isFree(local));
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

function freeStarts(practitionerId: string, scene: Scene): (local: string) => boolean {
  if (scene === 'one-slot') return (local) => local.slice(11, 16) === '14:00';
  if (scene === 'sixty-a-day') return (local) => local.slice(11, 16) < '21:00';
  return (local) => {
    const seed = `${practitionerId} ${dateOf(local)}`;
    const busyness = numberOf(seed) % 8;
    const minute = Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16));
    // One day in eight is closed; the fuller the day, the fewer of its quarter hours are left.
    return busyness !== 7 && numberOf(`${seed} ${minute}`) % 24 > 15 + busyness;
  };
}

/** RFC 3339 in UTC, to the second. */
export function iso(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}
