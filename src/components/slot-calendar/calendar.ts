import type { ReactiveControllerHost } from 'lit';
import { isEveningOrWeekend, soonestSlots, type OfferedSlot } from '../../domain/slots/slot-index.js';
import { dateOf } from '../../domain/time/local-time.js';
import { firstDay, isPlainDate, lastDay, monthOf, type PlainDate } from '../../domain/time/plain-date.js';
import { joined, weekStart } from '../../locales/format.js';
import type { Announcer } from '../../ui/controllers/announcer.js';
import type { Localize } from '../../ui/controllers/localize.js';
import { RovingGrid, type GridMove } from '../../ui/controllers/roving-grid.js';
import { emit } from '../../ui/element/emit.js';
import type { CalendarTimes } from './calendar-times.js';
import { CalendarView } from './calendar-view.js';
import { TallestDay } from './day-times.js';
import type { PractitionerNames } from './wanted-months.js';

/** How many of the soonest times are offered first. */
export const SOONEST = 4;

/** The element, as far as what it shows depends on it. */
export interface CalendarHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: ParentNode;
  value: OfferedSlot | null;
  error: string | null;
  minutes: number | null;
  alternatives: readonly OfferedSlot[];
}

/**
 * What the calendar shows, for its templates to read, and what the visitor's actions change in it. Does not own where
 * times come from, nor markup.
 */
export class Calendar {
  readonly view: CalendarView;
  readonly grid: RovingGrid;
  readonly tallest = new TallestDay();
  /** Whose times these are, where the visitor has to tell several apart. */
  names: PractitionerNames = {};
  today: PlainDate = '';
  /** The times offered first. */
  suggestions: readonly OfferedSlot[] = [];
  /** Only evenings and weekends are offered first. */
  evenings = false;
  /** Too narrow for seven columns: the seven days of a week one below the other. */
  narrow = false;
  /** What became of the date that was typed. */
  found = '';
  /** Days with the part of them of which every time is shown. */
  readonly expanded = new Set<string>();
  /** What to say once the month on show is known. */
  #toSay: 'soonest' | 'month' | null = 'soonest';

  constructor(
    readonly host: CalendarHost,
    readonly i18n: Localize,
    readonly times: CalendarTimes,
    private readonly announcer: Announcer,
  ) {
    this.view = new CalendarView(times);
    this.grid = new RovingGrid(host, {
      direction: () => i18n.direction,
      stop: () => `[data-day="${this.view.cursor}"]`,
      onMove: (move) =>
        // Days one below the other: up and down lead to the next one.
        this.move(this.narrow && 'by' in move && move.by === 'row' ? { ...move, by: 'cell' } : move),
    });
  }

  /** Takes in what has become known, before it is drawn. `now` in milliseconds. */
  update(now: number): void {
    const { view, i18n } = this;
    const { value, alternatives } = this.host;
    this.today = this.times.today(now);
    const sought = view.settle(monthOf(this.today), value ? dateOf(value.local) : undefined);
    const keep = (slot: OfferedSlot): boolean => !this.evenings || isEveningOrWeekend(slot);
    this.suggestions = alternatives[0]
      ? alternatives
      : soonestSlots([...view.firstDays(SOONEST, keep).values()].flat(), SOONEST);
    if (sought) this.#land(sought);
    const { status, index } = view.current;
    if (status !== 'ready') return;
    this.tallest.add(index);
    if (!view.opened) return;
    const month = i18n.date(view.month, 'month');
    if (this.#toSay === 'soonest') this.say(i18n.text('soonestCount', { count: this.suggestions.length }));
    if (this.#toSay === 'month') this.say(i18n.text('monthLoaded', { month, count: index.size }));
    this.#toSay = null;
  }

  say(text: string): void {
    this.announcer.say(text);
  }

  /** The times of the day on show. */
  get daySlots(): readonly OfferedSlot[] {
    const { day, current } = this.view;
    return (day && current.index.get(day)) || [];
  }

  offerEvenings(only: boolean): void {
    this.evenings = only;
    this.#toSay = 'soonest';
    this.host.requestUpdate();
  }

  move(move: GridMove): void {
    this.#turn(() => this.view.move(move, weekStart(this.i18n.locale.tag)));
  }

  /** To the next month or the one before, or a week of it where the days stand one below the other. */
  turn(step: 1 | -1): void {
    if (this.narrow) this.move({ by: 'row', step });
    else this.#turn(() => this.view.turn(step));
  }

  /** To a typed date. While a year is typed it begins with noughts. */
  seek(date: string): void {
    if (date > '1' && isPlainDate(date)) this.#turn(() => this.view.seek(date));
  }

  showDay(day: PlainDate): void {
    this.#turn(() => this.view.choose(day));
    this.#sayTimes(day);
  }

  /** To a day from elsewhere: what led there goes away, the day takes focus. */
  goTo(day: PlainDate): void {
    this.showDay(day);
    this.grid.focus();
  }

  choose(slot: OfferedSlot, suggested: boolean): void {
    const { host } = this;
    host.value = slot;
    host.error = null;
    if (suggested) this.#turn(() => this.view.choose(dateOf(slot.local)));
    const { practitionerId, start, timeZone } = slot;
    emit(host, 'knead-slot-select', { practitionerId, start, timeZone }, { reach: 'asks' });
  }

  /** Runs what may turn to another month, and tells who needs to know. */
  #turn(change: () => void): void {
    const before = this.view.month;
    change();
    const { month } = this.view;
    this.host.requestUpdate();
    if (month === before) return;
    this.#toSay = 'month';
    emit(this.host, 'knead-range-change', { from: firstDay(month), to: lastDay(month) }, { reach: 'asks' });
  }

  /** The search from a typed date has ended: on that day, on a later one, or without any. */
  #land(sought: PlainDate): void {
    const { day } = this.view;
    const { i18n } = this;
    this.#toSay = null;
    if (day === sought) return this.#sayTimes(day);
    const missed = i18n.text('dayWithoutTimes', { date: i18n.date(sought, 'full') });
    this.found = joined([missed, day && i18n.text('nextIs', { date: i18n.date(day, 'long') })], '. ');
    this.say(this.found);
  }

  #sayTimes(day: PlainDate): void {
    const { i18n } = this;
    this.found = '';
    this.say(i18n.text('timesOnCount', { count: this.daySlots.length, date: i18n.date(day, 'long') }));
  }
}
