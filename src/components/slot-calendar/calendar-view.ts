import {
  addMonths,
  firstDay,
  lastDay,
  monthOf,
  type PlainDate,
  type PlainMonth,
  type Weekday,
} from '../../domain/time/plain-date.js';
import { nextDayWithSlots, type OfferedSlot, type SlotIndex } from '../../domain/slots/slot-index.js';
import type { GridMove } from '../../ui/controllers/roving-grid.js';
import type { CalendarTimes, MonthTimes } from './calendar-times.js';
import { earlier, later, moveDay } from './day-moves.js';

/** No horizon is looked through further than this, in months: a backend must not be able to keep us asking. */
const FURTHEST = 24;

/**
 * Where the calendar stands: the month and day on show and the day in the tab order. It opens on the first day with times,
 * however many empty months come before it.
 */
export class CalendarView {
  /** The first month that can have times. */
  first: PlainMonth = '';
  month: PlainMonth = '';
  /** The day whose times are shown; null where the month has none, or is loading. */
  day: PlainDate | null = null;
  /** Opened on a month with times. Before that, `month` is the one being looked at. */
  opened = false;
  #cursor: PlainDate | null = null;
  #sought: PlainDate | null = null;

  constructor(private readonly times: CalendarTimes) {}

  /** Begins again, for another choice of service or other times. */
  reset(): void {
    this.opened = false;
    this.day = this.#cursor = null;
  }

  /**
   * Takes in what has become known. `wanted` is the day of the time that is chosen. Returns the day that was sought, once
   * the search has ended.
   */
  settle(first: PlainMonth, wanted: PlainDate | undefined): PlainDate | null {
    this.first = first;
    if (!this.opened) this.#open(wanted);
    const sought = this.#land();
    const { status, index } = this.current;
    if (!this.opened || status !== 'ready') {
      if (this.day && monthOf(this.day) !== this.month) this.day = null;
      return null;
    }
    if (!this.day || !index.has(this.day)) {
      this.day = wanted && index.has(wanted) ? wanted : (nextDayWithSlots(index, firstDay(this.month)) ?? null);
    }
    if (this.canGoOn) this.times.prefetch(addMonths(this.month, 1));
    if (this.canGoBack) this.times.prefetch(addMonths(this.month, -1));
    return sought;
  }

  /** First and last day that can have times. */
  get range(): [PlainDate, PlainDate] {
    return [firstDay(this.first), lastDay(this.#last)];
  }

  /** The slots of a day, of whatever month. */
  slotsOn(day: PlainDate): readonly OfferedSlot[] {
    const month = monthOf(day);
    // Asked for every day of the month on show, of which nothing has to be worked out.
    const isThere = month === this.month || (month >= this.first && month <= this.#last);
    return (isThere && this.times.month(month).index.get(day)) || [];
  }

  /** Goes to a day, or from there to the next one with times: {@link CalendarView.settle} tells when it is found. */
  seek(day: PlainDate): void {
    this.#sought = this.#within(day);
    this.month = monthOf(this.#sought);
    this.day = null;
    this.#cursor = this.#sought;
  }

  /** The times of the month on show. */
  get current(): MonthTimes {
    return this.times.month(this.month);
  }

  get canGoBack(): boolean {
    return this.month > this.first;
  }

  get canGoOn(): boolean {
    return this.month < this.#last;
  }

  /** The one day in the tab order. */
  get cursor(): PlainDate {
    for (const date of [this.#cursor, this.day]) if (date && monthOf(date) === this.month) return date;
    return firstDay(this.month);
  }

  /** Puts a day into the tab order if it is one of the month on show, and tells whether it is. */
  reach(day: PlainDate): boolean {
    const isHere = monthOf(day) === this.month;
    if (isHere) this.#cursor = day;
    return isHere;
  }

  /** Shows the times of a day. */
  choose(day: PlainDate): void {
    this.month = monthOf(day);
    this.day = this.#cursor = day;
    this.#sought = null;
  }

  /** Turns to another month. */
  turn(step: 1 | -1): void {
    this.month = addMonths(this.month, step);
    this.day = this.#cursor = this.#sought = null;
  }

  /** Moves the day in the tab order, into another month if need be, but never out of the months on offer. */
  move(move: GridMove, weekStart: Weekday): void {
    this.#cursor = this.#within(moveDay(this.cursor, move, weekStart, [...this.current.index.keys()]));
    if (monthOf(this.#cursor) === this.month) return;
    this.month = monthOf(this.#cursor);
    this.day = null;
  }

  /** The nearest day with times outside the month on show, later ones first; undefined if there is none, or not known yet. */
  nearestElsewhere(): PlainDate | undefined {
    for (let month = addMonths(this.month, 1); month <= this.#last; month = addMonths(month, 1)) {
      const { status, index } = this.times.month(month);
      if (status !== 'ready') return undefined;
      if (index.size > 0) return nextDayWithSlots(index, firstDay(month));
    }
    for (let month = addMonths(this.month, -1); month >= this.first; month = addMonths(month, -1)) {
      const { status, index } = this.times.month(month);
      if (status === 'ready' && index.size > 0) return [...index.keys()].at(-1);
    }
    return undefined;
  }

  /** The first few days with times to be kept, as far as every month up to them is known. */
  firstDays(count: number, keep: (slot: OfferedSlot) => boolean): SlotIndex {
    const days = new Map<PlainDate, readonly OfferedSlot[]>();
    for (let month = this.first; month <= this.#last && days.size < count; month = addMonths(month, 1)) {
      if (!this.opened && month > this.month) break;
      const { status, index } = this.times.month(month);
      if (status !== 'ready') break;
      for (const [day, slots] of index) {
        if (days.size === count) break;
        const kept = slots.filter(keep);
        if (kept[0]) days.set(day, kept);
      }
    }
    return days;
  }

  #within(day: PlainDate): PlainDate {
    const [first, last] = this.range;
    return earlier(later(day, first), last);
  }

  /** From the day sought to the next one with times, over empty months; waits for those that are loading. */
  #land(): PlainDate | null {
    const sought = this.#sought;
    if (!sought) return null;
    for (; ; this.turn(1)) {
      const { status, index } = this.current;
      this.#sought = status === 'ready' ? null : sought;
      if (this.#sought) return null;
      const found = nextDayWithSlots(index, sought);
      if (found) this.choose(found);
      if (found || !this.canGoOn) return sought;
    }
  }

  get #last(): PlainMonth {
    const { horizon } = this.times;
    const last = horizon ? earlier(monthOf(horizon), addMonths(this.first, FURTHEST)) : this.month;
    return later(last, this.first);
  }

  #open(wanted: PlainDate | undefined): void {
    for (this.month = this.first; ; this.month = addMonths(this.month, 1)) {
      const { status, index } = this.current;
      if (status !== 'ready') return;
      if (index.size > 0) break;
      if (!this.canGoOn) return;
    }
    this.opened = true;
    if (wanted && monthOf(wanted) >= this.first && monthOf(wanted) <= this.#last) this.month = monthOf(wanted);
  }
}
