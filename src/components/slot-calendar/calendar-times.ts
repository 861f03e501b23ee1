import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { MonthState, MonthStore } from '../../backend/stores/month-store.js';
import type { Availability } from '../../contract/availability.js';
import { mergeEntries, NOTHING } from '../../domain/slots/merge-entries.js';
import { indexSlots, isSameSlot, type OfferedSlot, type SlotIndex } from '../../domain/slots/slot-index.js';
import { dateOf, offsetIn, offsetMinutes } from '../../domain/time/local-time.js';
import { firstDay, monthOf, type PlainDate, type PlainMonth } from '../../domain/time/plain-date.js';
import { warnBadInput } from '../../ui/element/warn-once.js';

/** A month as the calendar sees it; `failure` is what `failureOf` reads. */
export interface MonthTimes {
  status: 'loading' | 'ready' | 'failed';
  index: SlotIndex;
  failure?: unknown;
}

const LOADING: MonthState = { status: 'loading' };

/** What happens in the window when somebody comes back to a page, also to one that the browser had put away. */
const RETURNS = ['focus', 'pageshow', 'online', 'visibilitychange'];
/** How often it is looked whether times have gone stale, in milliseconds. */
const LOOK_EVERY = 10_000;

/**
 * Free times by month and day, whether a page gave them or a store loads them. Asking for a month starts loading it, and
 * the element is updated when the answer is there. Each month is indexed once, so that turning to one is a look-up
 * however many slots there are.
 */
export class CalendarTimes implements ReactiveController {
  #given: ((month: PlainMonth) => MonthState) | undefined;
  #store: MonthStore | undefined;
  #unsubscribe: (() => void) | undefined;
  #looking: ReturnType<typeof setInterval> | undefined;
  #notBefore = 0;
  #horizon: PlainDate | undefined;
  /** The first time that was known: its clock is the venue's. */
  #first: OfferedSlot | undefined;
  /** Whether this browser's zone data is asked, which takes as long as all else until the first times are on the screen. */
  asksZones: boolean | undefined;
  /** A time that is kept for the visitor. */
  kept: OfferedSlot | null = null;
  readonly #indexed = new Map<PlainMonth, { state: MonthState; times: MonthTimes }>();

  constructor(private readonly host: ReactiveControllerHost & Element) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#listen();
    for (const type of RETURNS) window.addEventListener(type, this.#onReturn);
    this.#looking = setInterval(this.#onReturn, LOOK_EVERY);
    this.#onReturn();
  }

  /** Zones are asked about once there is something to see. Until then what follows from the first time's offset does. */
  hostUpdated(): void {
    if (!this.#first || this.asksZones !== undefined) return;
    this.asksZones = false;
    requestAnimationFrame(() =>
      setTimeout(() => {
        this.asksZones = true;
        this.host.requestUpdate();
      }),
    );
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    for (const type of RETURNS) window.removeEventListener(type, this.#onReturn);
    clearInterval(this.#looking);
  }

  /** Last day on which anything may be offered, once a backend has said so. */
  get horizon(): PlainDate | undefined {
    return this.#horizon;
  }

  /** The venue's zone, known from the first slot on. */
  get zone(): string | undefined {
    return this.#first?.timeZone;
  }

  /** Reads from a store from now on, or what was given. */
  read(store: MonthStore | undefined, given?: (month: PlainMonth) => MonthState): void {
    this.#store = store;
    this.#given = given;
    this.#horizon = this.#first = undefined;
    this.#indexed.clear();
    this.#listen();
  }

  /** Shows times that the page gave: of one practitioner, or of all in the answer. `now` in milliseconds. */
  show(answer: Availability, practitionerId: string | null, now: number): void {
    const { horizon } = answer;
    const [from, to] = [monthOf(answer.from), monthOf(answer.to)];
    const entries = answer.entries.filter((entry) => !practitionerId || entry?.practitionerId === practitionerId);
    const { slots, ...rest } = mergeEntries({ ...answer, entries }, now);
    const ready = { status: 'ready', horizon } as const;
    const none = { ...ready, ...rest, slots: [] as OfferedSlot[] };
    const before = { ...ready, ...NOTHING };
    const months = new Map<PlainMonth, typeof none>();
    for (const slot of slots) {
      const month = monthOf(dateOf(slot.local));
      const state = months.get(month);
      if (state) state.slots.push(slot);
      else months.set(month, { ...none, slots: [slot] });
    }
    this.read(undefined, (month) => {
      // Between the last day given and the horizon there may be more: the page hears of it by `knead-range-change`.
      if (month > to && firstDay(month) <= horizon) return LOADING;
      return month < from ? before : (months.get(month) ?? none);
    });
    this.#first = slots[0];
  }

  /** Offers a time that the backend keeps for this very visitor, and so names to nobody. */
  keep(slot: OfferedSlot | null): void {
    this.kept = slot;
    this.#indexed.clear();
  }

  /** Offers nothing that starts before an instant in milliseconds. Tells whether that is news. */
  offerFrom(notBefore: number): boolean {
    if (notBefore === this.#notBefore) return false;
    this.#notBefore = notBefore;
    this.#indexed.clear();
    return true;
  }

  /** The venue's day at an instant in milliseconds; the visitor's own until the venue is known. */
  today(now: number): PlainDate {
    const first = this.#first;
    const local = (first && this.asksZones && offsetIn(first.timeZone, now)) || first?.local;
    const minutes = local ? offsetMinutes(local) : -new Date(now).getTimezoneOffset();
    return dateOf(new Date(now + minutes * 60_000).toISOString());
  }

  /** Whether a time is offered, as far as is known: one of a month that is still loading may be. */
  mayOffer(slot: OfferedSlot): boolean {
    const date = dateOf(slot.local);
    const { status, index } = this.month(monthOf(date));
    return status !== 'ready' || (index.get(date) ?? []).some((other) => isSameSlot(other, slot));
  }

  /** A month's times, as far as they are known. Starts loading them. */
  month(month: PlainMonth): MonthTimes {
    const state = this.#given?.(month) ?? this.#store?.month(month) ?? LOADING;
    const kept = this.#indexed.get(month);
    if (kept?.state === state) return kept.times;
    const times = this.#timesOf(state, month);
    this.#indexed.set(month, { state, times });
    return times;
  }

  /** Loads a month that is likely to be looked at next. */
  prefetch(month: PlainMonth): void {
    this.#store?.prefetch(month);
  }

  /** Forgets what was loaded, a month or all, so that it is asked for again. */
  forget(month?: PlainMonth): void {
    this.#store?.forget(month);
    this.host.requestUpdate();
  }

  #timesOf(state: MonthState, month: PlainMonth): MonthTimes {
    if (state.status === 'loading') return { status: 'loading', index: new Map() };
    if (state.status === 'failed') return { status: 'failed', index: new Map(), failure: state.failure };
    this.#horizon = state.horizon;
    this.#first ??= state.slots[0];
    if (state.dropped) {
      warnBadInput(this.host, 'availability', 'each time once, in the future, with its wall time and a price');
    }
    const [fault] = state.faults;
    // Without any times the calendar cannot go on; with those of others it can.
    if (fault && state.slots.length === 0)
      return { status: 'failed', index: new Map(), failure: { kind: fault.problem.code } };
    const { kept } = this;
    let { slots } = state;
    if (kept?.local.startsWith(month) && !slots.some((slot) => isSameSlot(slot, kept)))
      slots = [...slots, kept].sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
    const from = this.#notBefore;
    if (from) slots = slots.filter(({ start }) => Date.parse(start) >= from);
    return { status: 'ready', index: indexSlots(slots) };
  }

  #listen(): void {
    this.#unsubscribe?.();
    // An element taken off the page while its answer was under way must not be held on to.
    if (this.host.isConnected) this.#unsubscribe = this.#store?.subscribe(() => this.host.requestUpdate());
  }

  /** Times go stale while a page lies in the background or the network is away. */
  readonly #onReturn = (): void => {
    if (!document.hidden) this.#store?.refresh();
  };
}
