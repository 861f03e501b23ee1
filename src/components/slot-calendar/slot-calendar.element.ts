import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { BookingBackend } from '../../backend/booking-backend.js';
import type { Availability } from '../../contract/availability.js';
import type { Place } from '../../contract/place.js';
import { isEveningOrWeekend, isSameSlot, soonestSlots, type OfferedSlot } from '../../domain/slots/slot-index.js';
import { firstDay, isPlainDate, lastDay, monthOf, type PlainDate } from '../../domain/time/plain-date.js';
import { dateOf, type PartOfDay } from '../../domain/time/local-time.js';
import { calendar } from '../../locales/en-GB.js';
import { joined } from '../../locales/format.js';
import { base } from '../../theme/base.js';
import { forcedColors } from '../../theme/forced-colors.js';
import { tokens } from '../../theme/tokens.js';
import { Announcer } from '../../ui/controllers/announcer.js';
import { Load } from '../../ui/controllers/load.js';
import { Localize } from '../../ui/controllers/localize.js';
import { RovingGrid, type GridMove } from '../../ui/controllers/roving-grid.js';
import { emit } from '../../ui/element/emit.js';
import { keepOneOf, warnBadInput } from '../../ui/element/warn-once.js';
import { buttonStyles } from '../../ui/templates/button.js';
import { failure, failureOf } from '../../ui/templates/failure.js';
import { fieldError, fieldErrorStyles } from '../../ui/templates/field-error.js';
import { notice, noticeStyles } from '../../ui/templates/notice.js';
import { skeletonStyles } from '../../ui/templates/skeleton.js';
import { timeChoiceStyles } from '../../ui/templates/time-choice.js';
import { calendarPanel } from './calendar-panel.js';
import { CalendarTimes } from './calendar-times.js';
import { CalendarView } from './calendar-view.js';
import { TallestDay } from './day-times.js';
import { styles } from './slot-calendar.styles.js';
import { soonest, SOONEST, type SlotRadios } from './slot-radios.js';
import type { PractitionerNames } from './wanted-months.js';

/** Width of its own content, in pixels, below which the seven days of a week stand one below the other. */
const NARROW = 280;

/** Words split at spaces, as in `class`. */
const wordList = {
  fromAttribute: (value: string | null): readonly string[] => value?.split(/\s+/).filter(Boolean) ?? [],
};

/**
 * @summary Free times: the soonest ones, a month of days, and the times of a day. All of them are one choice.
 *
 * @slot - Shown while the script has not run, and again when there are no times or they cannot be loaded: a link or a phone number.
 * @fires knead-slot-select - The visitor chose a time. Nothing is kept for them yet.
 * @fires knead-range-change - The visitor turned to another month.
 * @csspart time - A time; `chosen` when it is.
 * @csspart day - A day of the month; `available` with times, `chosen` when its times are shown.
 * @csspart notice - A message, for example when a month has no times.
 * @cssprop --knead-accent - The one colour that means chosen, available or primary.
 */
export class KneadSlotCalendar extends LitElement {
  static override styles = [
    ...[tokens, base, buttonStyles, fieldErrorStyles, noticeStyles, skeletonStyles, timeChoiceStyles],
    ...[styles, forcedColors],
  ];
  static formAssociated = true;

  /** Address of a compatible backend, or a backend instance. Without it the nearest ancestor's or the script tag's is used. */
  @property() backend: string | BookingBackend | null = null;

  /** Id of the practitioner whose times are shown; without it those of all who give the treatment, each with a name. */
  @property() practitioner: string | null = null;

  /** Id of the treatment that times are wanted for. */
  @property() service: string | null = null;

  /** Id of its duration; without it the one nearest to an hour. */
  @property() option: string | null = null;

  /** Ids of add-ons, in the attribute separated by spaces. */
  @property({ attribute: 'add-ons', converter: wordList }) addOns: readonly string[] = [];

  /** `incall` (at the therapist's) or `outcall` (at the client's). */
  @property() place: Place = 'incall';

  /** Outward code of the visit, for `outcall`. */
  @property({ attribute: 'postcode-area' }) postcodeArea: string | null = null;

  /** The free times, given instead of loaded. When the visitor turns beyond them, `knead-range-change` asks for more. */
  @property({ attribute: false }) availability: Availability | null = null;

  /** Names by id, where `availability` is of several practitioners: each time then says whose it is. */
  @property({ attribute: false }) names: PractitionerNames = {};

  /** The chosen time, or null. The element writes it when the visitor chooses. */
  @property({ attribute: false }) value: OfferedSlot | null = null;

  /** Instant before which nothing is offered, RFC 3339. */
  @property({ attribute: false }) notBefore: string | null = null;

  /** Times close to one that has gone, shown in place of the soonest. */
  @property({ attribute: false }) alternatives: readonly OfferedSlot[] = [];

  /** Minutes of the session as spoken with each time; without it those from a slot's start to its end. */
  @property({ attribute: false }) minutes: number | null = null;

  /** The clock in milliseconds, for tests and stories; without it the device's. */
  @property({ attribute: false }) now: number | null = null;

  /** Words above the times when a choice is missing; set by {@link KneadSlotCalendar.validate}. */
  @property({ attribute: false }) error: string | null = null;

  @state() private expanded: ReadonlySet<PartOfDay> = new Set();
  @state() private evenings = false;
  @state() private narrow = false;
  /** What became of the date that was typed. */
  @state() private found = '';

  #i18n = new Localize(this, calendar);
  #announcer = new Announcer(this);
  #internals = this.attachInternals();
  #times = new CalendarTimes(this);
  #view = new CalendarView(this.#times);
  #tallest = new TallestDay();
  #grid = new RovingGrid(this, {
    direction: () => this.#i18n.direction,
    onMove: (move) =>
      // Days one below the other: up and down lead to the next one.
      this.#move(this.narrow && 'by' in move && move.by === 'row' ? { ...move, by: 'cell' } : move),
  });
  // A frame later: to change height while being told of a size is an error that the page would hear of.
  #width = new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));
  #found: PractitionerNames | null = null;
  /** What to say once the month on show is known. */
  #toSay: 'soonest' | 'month' | null = 'soonest';
  /** Start of the time to focus after the update. */
  #toFocus: string | null = null;
  #slowTimer: ReturnType<typeof setTimeout> | undefined;

  #source = new Load(
    this,
    () => [
      ...[this.availability ? null : this.backend, this.availability !== null, this.practitioner, this.service],
      ...[this.option, this.addOns.join(' '), this.place, this.postcodeArea],
    ],
    async (signal) => {
      this.#found = null;
      if (this.availability || !this.service) return;
      // Loaded on demand: an element fed by properties never pays for it.
      const { wantedMonths } = await import('./wanted-months.js');
      const found = await wantedMonths(this, () => this.#clock, signal);
      if (!found) return warnBadInput(this, 'backend', 'the address of a backend, here or on an element around it');
      signal.throwIfAborted();
      this.#found = found.names;
      this.#view.reset();
      this.#times.read(found.months);
    },
  );

  override connectedCallback(): void {
    super.connectedCallback();
    this.#measure();
    this.#width.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#width.disconnect();
    clearTimeout(this.#slowTimer);
    this.#slowTimer = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    keepOneOf(this, 'place', ['incall', 'outcall']);
    if (changed.has('notBefore')) {
      const notBefore = this.notBefore ? Date.parse(this.notBefore) : -Infinity;
      if (Number.isNaN(notBefore)) warnBadInput(this, 'notBefore', 'an instant such as 2026-10-14T10:00:00Z');
      else if (this.#times.offerFrom(notBefore)) this.#view.reset();
    }
    if (this.availability && (changed.has('availability') || changed.has('practitioner'))) {
      if (changed.has('practitioner')) this.#view.reset();
      this.#times.show(this.availability, this.practitioner, this.#clock);
    }
    const before = this.#view.day;
    const wanted = this.value ? dateOf(this.value.local) : undefined;
    const sought = this.#view.settle(monthOf(this.#times.today(this.#clock)), wanted);
    if (this.#view.day !== before) this.expanded = new Set();
    if (sought) this.#land(sought);
    const { status, index } = this.#view.current;
    if (status === 'ready') this.#tallest.add(index);
    if (status === 'ready' && this.#view.opened) this.#say(index.size);
    this.#internals.setFormValue(this.#formData());
  }

  protected override updated(): void {
    if (this.#toFocus)
      this.renderRoot.querySelector<HTMLElement>(`.day-times [value="${CSS.escape(this.#toFocus)}"]`)?.focus();
    this.#toFocus = null;
    if (!this.#isLoading) {
      clearTimeout(this.#slowTimer);
      this.#slowTimer = undefined;
    } else {
      this.#slowTimer ??= setTimeout(() => this.#announcer.say(this.#i18n.text('loadingTimes')), 1000);
    }
  }

  /** Focuses the chosen time, or the first one. */
  override focus(): void {
    const find = (selector: string): HTMLElement | null => this.renderRoot.querySelector(selector);
    (find('[type=radio]:checked') ?? find('[type=radio]') ?? find('button'))?.focus();
  }

  /** Whether a time is chosen that is still offered; if not, says so above the times and moves focus there. */
  validate(): boolean {
    const { value, alternatives } = this;
    const valid =
      value !== null && (this.#times.mayOffer(value) || alternatives.some((other) => isSameSlot(other, value)));
    this.error = valid ? null : this.#i18n.text('chooseTime');
    if (!valid) {
      this.value = null;
      this.focus();
    }
    return valid;
  }

  /** Asks for all times again, for example after one turned out to be taken. */
  refresh(): void {
    this.#times.forget();
  }

  get #clock(): number {
    return this.now ?? Date.now();
  }

  get #isLoading(): boolean {
    const { status } = this.#source;
    if (status === 'error' || (!this.availability && !this.service)) return false;
    return status === 'pending' || this.#view.current.status === 'loading';
  }

  get #radios(): SlotRadios {
    const { day, current } = this.#view;
    const soonest = soonestSlots(
      this.#view.firstDays(SOONEST, (slot) => !this.evenings || isEveningOrWeekend(slot)),
      SOONEST,
    );
    return {
      ...{ i18n: this.#i18n, today: this.#times.today(this.#clock), minutes: this.minutes, value: this.value },
      ...{ zone: this.#times.zone, names: this.#found ?? this.names },
      suggestions: this.alternatives.length > 0 ? this.alternatives : soonest,
      daySlots: (day ? current.index.get(day) : undefined) ?? [],
      onChoose: (slot, suggested) => this.#choose(slot, suggested),
    };
  }

  #formData(): FormData | null {
    const name = this.getAttribute('name');
    if (!name || !this.value) return null;
    const data = new FormData();
    data.set(name, this.value.start);
    data.set(`${name}-token`, this.value.token);
    return data;
  }

  #say(days: number): void {
    const count = this.#radios.suggestions.length;
    if (this.#toSay === 'soonest') this.#announcer.say(this.#i18n.text('soonestCount', { count }));
    if (this.#toSay === 'month') {
      const month = this.#i18n.date(this.#view.month, 'month');
      this.#announcer.say(this.#i18n.text('monthLoaded', { month, count: days }));
    }
    this.#toSay = null;
  }

  /** Runs what may turn to another month, and tells who needs to know. */
  #turn(change: () => void): void {
    const before = this.#view.month;
    change();
    const { month } = this.#view;
    this.requestUpdate();
    if (month === before) return;
    this.#toSay = 'month';
    emit(this, 'knead-range-change', { from: firstDay(month), to: lastDay(month) }, { reach: 'asks' });
  }

  #move(move: GridMove): void {
    this.#turn(() => this.#view.move(move, this.#i18n.weekStart));
  }

  /** The search from a typed date has ended: on that day, on a later one, or without any. */
  #land(sought: PlainDate): void {
    const { day } = this.#view;
    const i18n = this.#i18n;
    this.#toSay = null;
    if (day === sought) return this.#sayTimes(day);
    const missed = i18n.text('dayWithoutTimes', { date: i18n.date(sought, 'full') });
    this.found = joined([missed, day && i18n.text('nextIs', { date: i18n.date(day, 'long') })], '. ');
    this.#announcer.say(this.found);
  }

  #measure(): void {
    this.narrow = this.clientWidth < NARROW;
  }

  #showDay(day: PlainDate): void {
    this.#turn(() => this.#view.choose(day));
    this.#sayTimes(day);
  }

  #sayTimes(day: PlainDate): void {
    this.expanded = new Set();
    this.found = '';
    const count = this.#radios.daySlots.length;
    this.#announcer.say(this.#i18n.text('timesOnCount', { count, date: this.#i18n.date(day, 'long') }));
  }

  #choose(slot: OfferedSlot, suggested: boolean): void {
    this.value = slot;
    this.error = null;
    if (suggested) this.#turn(() => this.#view.choose(dateOf(slot.local)));
    const { practitionerId, start, timeZone } = slot;
    emit(this, 'knead-slot-select', { practitionerId, start, timeZone }, { reach: 'asks' });
  }

  protected override render(): TemplateResult {
    return html`${this.#announcer.render()}
      <div class="calendar" dir=${this.#i18n.direction} aria-busy=${this.#isLoading ? 'true' : nothing}>
        ${this.#renderState()}
      </div>`;
  }

  #renderState(): TemplateResult {
    const i18n = this.#i18n;
    if (!this.availability && !this.service) return notice({ kind: 'info', text: i18n.text('needsService') });
    if (this.#source.status === 'error') return this.#renderFailure(this.#source.error);
    const { current, opened } = this.#view;
    if (!opened && current.status === 'failed') return this.#renderFailure(current.failure);
    if (opened || current.status === 'loading') return this.#renderCalendar();
    return html`${notice({ kind: 'info', text: i18n.text('emptyHorizon') })}<slot></slot>`;
  }

  #renderFailure(error: unknown): TemplateResult {
    const onRetry = (): void => {
      if (this.#source.status === 'error') void this.#source.run();
      else this.#times.forget(this.#view.month);
      // The button goes away; the month takes its place.
      this.#grid.focus();
    };
    return failure({ i18n: this.#i18n, kind: failureOf(error), onRetry });
  }

  #renderCalendar(): TemplateResult {
    const i18n = this.#i18n;
    const view = this.#view;
    const radios = this.#radios;
    const taken = this.alternatives.length > 0;
    const { error, evenings, expanded, found, narrow } = this;
    return html`${error ? fieldError('error', i18n.text('errorPrefix'), error) : nothing}
    ${soonest(radios, {
      ...{ heading: i18n.text(taken ? 'alternatives' : 'soonest'), describedBy: error ? 'error' : undefined },
      ...{ evenings: taken ? null : evenings, known: view.opened },
      onEvenings: (only) => {
        this.evenings = only;
        this.#toSay = 'soonest';
      },
    })}
    ${calendarPanel({
      ...{ view, radios, narrow, found, expanded, tallest: this.#tallest, onKeydown: this.#grid.onKeydown },
      onTurn: (step) => (narrow ? this.#move({ by: 'row', step }) : this.#turn(() => view.turn(step))),
      onSeek: (date) => {
        // While a year is typed it begins with noughts.
        if (date > '1' && isPlainDate(date)) this.#turn(() => view.seek(date));
      },
      onDay: (day) => this.#showDay(day),
      onFocus: (day) => this.#turn(() => view.reach(day)),
      onGo: (day) => {
        this.#showDay(day);
        this.#grid.focus();
      },
      onExpand: (part, first) => {
        this.expanded = new Set([...this.expanded, part]);
        this.#toFocus = first.start;
      },
      renderFailure: (error) => this.#renderFailure(error),
    })}`;
  }
}
