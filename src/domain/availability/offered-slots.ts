import { dateIn } from '../time/local-time.js';
import { addDays, type PlainDate } from '../time/plain-date.js';
import { openStretches, type OpeningHours, type OpenStretch } from './opening-hours.js';

/** How one practitioner takes bookings. */
export interface SchedulingRules {
  timeZone: string;
  hours: OpeningHours;
  /** Whether the hours' end is when a session must have ended, or the last moment one may begin. */
  hoursEnd: 'last-end' | 'last-start';
  /** Minutes between starts, counted on the wall clock from the beginning of each range of hours. */
  granularityMinutes: number;
  /** Kept free around every session; may lie outside the hours. */
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  /** No start sooner than this from now. */
  noticeMinutes: number;
  /** Days after today on which sessions may still begin. */
  horizonDays: number;
  /** No start after this reading of the wall clock, `HH:MM`, whatever the hours say. */
  latestStart?: string;
  /** Most sessions that may begin on one calendar day. */
  sessionsADay?: number;
  /** Whether starts next to another session are preferred, so that a day has no holes. */
  packsDays?: boolean;
}

/** Instants in milliseconds; `to` is exclusive, so two ranges may touch. */
export interface InstantRange {
  from: number;
  to: number;
}

/** What times are wanted for. */
export interface SlotQuery {
  rules: SchedulingRules;
  /** Length of the session with its add-ons. */
  minutes: number;
  /** On the way there, and again on the way back. 0 for in-call. */
  travelMinutes: number;
  /** First and last calendar day, in the practitioner's zone, on which a session may begin. */
  from: PlainDate;
  to: PlainDate;
  /** Milliseconds. */
  now: number;
  /** What already occupies the practitioner, buffers and travel included; in any order. */
  busy: readonly InstantRange[];
  /** When the sessions behind `busy` begin, in milliseconds; they count towards `sessionsADay`. */
  begun?: readonly number[];
  /** Nothing sooner than this instant, in milliseconds, whatever the notice. */
  notBefore?: number | undefined;
}

/** A start that can be booked. Instants in milliseconds. */
export interface OfferedSlot {
  start: number;
  end: number;
  /** Wall time with its offset. */
  local: string;
  /** The practitioner would like this one taken. */
  preferred?: true;
}

const MINUTE = 60_000;

/** Last calendar day on which a session may begin. */
export function horizonDate(rules: SchedulingRules, now: number): PlainDate {
  return addDays(dateIn(rules.timeZone, now), rules.horizonDays);
}

/** What a session occupies: itself, the buffers, and the travel both ways. */
export function occupiedRange(
  rules: SchedulingRules,
  session: { start: number; minutes: number; travelMinutes: number },
): InstantRange {
  const { start, minutes, travelMinutes } = session;
  return {
    from: start - (rules.bufferBeforeMinutes + travelMinutes) * MINUTE,
    to: start + (minutes + rules.bufferAfterMinutes + travelMinutes) * MINUTE,
  };
}

/**
 * Every start that can be booked, in order. Lengths are elapsed time, so a session across a change of clocks is neither
 * longer nor shorter. Only the session itself has to lie within the hours; buffers and travel only have to be free.
 */
export function offeredSlots(query: SlotQuery): OfferedSlot[] {
  const { rules, minutes, now } = query;
  const horizon = horizonDate(rules, now);
  const last = query.to < horizon ? query.to : horizon;
  const earliest = Math.max(now + rules.noticeMinutes * MINUTE, query.notBefore ?? -Infinity);
  const soonest = dateIn(rules.timeZone, earliest);
  const first = query.from > soonest ? query.from : soonest;
  if (minutes <= 0 || last < first) return [];
  // Hours that overlap name some starts twice, and not in order.
  const offsets = new Map<number, number>();
  // A day before, because hours may end at midnight; days after, because a session may run on.
  for (const stretch of openStretches(rules.hours, rules.timeZone, addDays(first, -1), addDays(last, 2))) {
    for (const start of startsIn(stretch, rules, minutes)) offsets.set(start, stretch.offset);
  }
  const isFree = freeAhead(query);
  const isFull = fullDays(query);
  const isPreferred = rules.packsDays ? nextToAnother(query) : () => false;
  const slots: OfferedSlot[] = [];
  for (const [start, offset] of [...offsets].sort(([a], [b]) => a - b)) {
    if (start < earliest) continue;
    const local = localText(start, offset);
    const date = local.slice(0, 10);
    if (date < first || date > last || !isFree(start)) continue;
    if (local.slice(11, 16) > (rules.latestStart ?? '24:00') || isFull(date)) continue;
    slots.push({ start, end: start + minutes * MINUTE, local, ...(isPreferred(start) && { preferred: true }) });
  }
  return slots;
}

/** The slot beginning at an instant, or null if none is offered then. `from` and `to` of the query do not matter. */
export function offeredSlotAt(query: Omit<SlotQuery, 'from' | 'to'>, start: number): OfferedSlot | null {
  const date = dateIn(query.rules.timeZone, start);
  return offeredSlots({ ...query, from: date, to: date }).find((slot) => slot.start === start) ?? null;
}

function* startsIn(stretch: OpenStretch, rules: SchedulingRules, minutes: number): Generator<number> {
  const { from, to, offset, anchor, readsEnd, closes } = stretch;
  const step = rules.granularityMinutes * MINUTE;
  const grid = anchor - offset;
  const mayBegin = (start: number): boolean =>
    rules.hoursEnd === 'last-start'
      ? start < to || (readsEnd && start === to)
      : start < to && start + minutes * MINUTE <= closes;
  for (let start = grid + Math.ceil((from - grid) / step) * step; mayBegin(start); start += step) yield start;
}

/** Answers for starts that never go back, so each busy range is passed once. */
function freeAhead({ rules, minutes, travelMinutes, busy }: SlotQuery): (start: number) => boolean {
  const ranges = [...busy].sort((a, b) => a.from - b.from);
  let passed = 0;
  let reach = -Infinity;
  return (start) => {
    const wanted = occupiedRange(rules, { start, minutes, travelMinutes });
    for (let range = ranges[passed]; range && range.from < wanted.to; range = ranges[passed]) {
      reach = Math.max(reach, range.to);
      passed += 1;
    }
    return reach <= wanted.from;
  };
}

/** The days on which no further session may begin. */
function fullDays({ rules, begun = [] }: SlotQuery): (date: PlainDate) => boolean {
  const { sessionsADay } = rules;
  if (sessionsADay === undefined) return () => false;
  const counts = new Map<PlainDate, number>();
  for (const start of begun) {
    const date = dateIn(rules.timeZone, start);
    counts.set(date, (counts.get(date) ?? 0) + 1);
  }
  return (date) => (counts.get(date) ?? 0) >= sessionsADay;
}

/** Whether so little is left between a start and another session that nothing else could begin there. */
function nextToAnother({ rules, minutes, travelMinutes, busy }: SlotQuery): (start: number) => boolean {
  const gap = rules.granularityMinutes * MINUTE;
  return (start) => {
    const { from, to } = occupiedRange(rules, { start, minutes, travelMinutes });
    return busy.some((range) => Math.abs(from - range.to) < gap || Math.abs(range.from - to) < gap);
  };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function localText(instant: number, offset: number): string {
  const size = Math.abs(offset) / MINUTE;
  const wall = new Date(instant + offset).toISOString().slice(0, 19);
  return `${wall}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
