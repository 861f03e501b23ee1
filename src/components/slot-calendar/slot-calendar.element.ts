import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { BookingBackend } from '../../backend/booking-backend.js';
import type { Availability } from '../../contract/availability.js';
import type { Place } from '../../contract/place.js';
import { isSameSlot, type OfferedSlot } from '../../domain/slots/slot-index.js';
import { calendar } from '../../locales/en-GB.js';
import { base } from '../../theme/base.js';
import { forcedColors } from '../../theme/forced-colors.js';
import { surface } from '../../theme/surface.js';
import { tokens } from '../../theme/tokens.js';
import { Announcer } from '../../ui/controllers/announcer.js';
import { Load } from '../../ui/controllers/load.js';
import { Localize } from '../../ui/controllers/localize.js';
import { adoptDataAttributes } from '../../ui/element/data-attributes.js';
import { keepOneOf, warnBadInput } from '../../ui/element/warn-once.js';
import { buttonStyles } from '../../ui/templates/button.js';
import { fieldErrorStyles } from '../../ui/templates/field-error.js';
import { notice, noticeStyles } from '../../ui/templates/notice.js';
import { skeletonStyles } from '../../ui/templates/skeleton.js';
import { timeChoiceStyles } from '../../ui/templates/time-choice.js';
import { calendarFailure, calendarPanel } from './calendar-panel.js';
import { CalendarTimes } from './calendar-times.js';
import { Calendar } from './calendar.js';
import { styles } from './slot-calendar.styles.js';
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
 * @csspart button - Any button.
 * @csspart time - A time; `chosen` when it is.
 * @csspart day - A day of the month; `available` with times, `chosen` when its times are shown.
 * @csspart notice - A message, for example when a month has no times.
 * @attr {'light' | 'dark'} theme - Instead of the page’s colour scheme; brings a surface of its own.
 * @attr {'paper' | 'plain' | 'compact'} preset - Look: on a surface of its own, on the page’s, or with less room.
 * @cssprop --knead-accent - The one colour that means chosen, available or primary. Words on it, links, edges, focus and soft fills are derived with contrast kept, whatever it is.
 * @cssprop --knead-paper - Surface. Inks, lines, sunk surfaces and notices follow it, be it light or dark.
 * @cssprop --knead-sunk - Quiet surface, of the summary and of notices; derived from the paper.
 * @cssprop --knead-ink - Words; derived from the paper.
 * @cssprop --knead-ink-2 - Lesser words; derived from the paper, 6:1.
 * @cssprop --knead-line - Hairlines; derived.
 * @cssprop --knead-line-2 - Borders of controls; derived, 3.5:1.
 * @cssprop [--knead-radius=10px] - Corners of controls; larger shapes follow.
 * @cssprop [--knead-space=8px] - The rhythm of gaps and paddings.
 * @cssprop [--knead-control-size=44px] - How high controls are, 24px at least; days of the month never less than 44px.
 */
export class KneadSlotCalendar extends LitElement {
  static override styles = [
    ...[tokens, base, buttonStyles, fieldErrorStyles, noticeStyles, skeletonStyles, timeChoiceStyles],
    ...[styles, surface, forcedColors],
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

  /** A time that is kept for this visitor, and therefore free for nobody else: offered all the same, and marked as theirs. */
  @property({ attribute: false }) kept: OfferedSlot | null = null;

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

  #i18n = new Localize(this, calendar);
  #announcer = new Announcer(this);
  #internals = this.attachInternals();
  #times = new CalendarTimes(this);
  #calendar = new Calendar(this, this.#i18n, this.#times, this.#announcer);
  // A frame later: to change height while being told of a size is an error that the page would hear of.
  #width = new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));
  #found: PractitionerNames | undefined;
  #slowTimer: ReturnType<typeof setTimeout> | undefined;

  #source = new Load(
    this,
    () => [
      ...[this.availability ? null : this.backend, this.availability !== null, this.practitioner, this.service],
      ...[this.option, this.addOns.join(' '), this.place, this.postcodeArea],
    ],
    (signal) => {
      this.#found = undefined;
      // With nothing to load there is nothing to wait for, and one drawing instead of two.
      return this.availability || !this.service ? undefined : this.#load(signal);
    },
  );

  override connectedCallback(): void {
    adoptDataAttributes(this);
    super.connectedCallback();
    this.#measure();
    this.#width.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#width.disconnect();
    this.#stopWaiting();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { view } = this.#calendar;
    keepOneOf(this, 'place', ['incall', 'outcall']);
    if (changed.has('notBefore')) {
      const notBefore = this.notBefore ? Date.parse(this.notBefore) : 0;
      if (Number.isNaN(notBefore)) warnBadInput(this, 'notBefore', 'an instant such as 2026-10-14T10:00:00Z');
      else if (this.#times.offerFrom(notBefore)) view.reset();
    }
    if (changed.has('kept')) this.#times.keep(this.kept);
    if (this.availability && (changed.has('availability') || changed.has('practitioner'))) {
      if (changed.has('practitioner')) view.reset();
      this.#times.show(this.availability, this.practitioner, this.#clock);
    }
    this.#calendar.names = this.#found ?? this.names;
    this.#calendar.update(this.#clock);
    this.#internals.setFormValue(this.#formData());
  }

  protected override updated(): void {
    if (!this.#isLoading) return this.#stopWaiting();
    this.#slowTimer ??= setTimeout(() => this.#announcer.say(this.#i18n.text('loadingTimes')), 1000);
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

  #stopWaiting(): void {
    this.#slowTimer = clearTimeout(this.#slowTimer) as undefined;
  }

  get #clock(): number {
    return this.now ?? Date.now();
  }

  get #isLoading(): boolean {
    const { status } = this.#source;
    if (status === 'error' || this.#isIdle) return false;
    return status === 'pending' || this.#calendar.view.current.status === 'loading';
  }

  /** There is nothing yet to show or to ask for. */
  get #isIdle(): boolean {
    return !this.availability && !this.service;
  }

  async #load(signal: AbortSignal): Promise<void> {
    // Loaded on demand: an element fed by properties never pays for it.
    const { wantedMonths } = await import('./wanted-months.js');
    const found = await wantedMonths(this, () => this.#clock, signal);
    if (!found) return;
    signal.throwIfAborted();
    this.#found = found.names;
    this.#calendar.view.reset();
    this.#times.read(found.months);
  }

  #formData(): FormData | null {
    const name = this.getAttribute('name');
    if (!name || !this.value) return null;
    const data = new FormData();
    data.set(name, this.value.start);
    data.set(`${name}-token`, this.value.token);
    return data;
  }

  #measure(): void {
    const narrow = this.clientWidth < NARROW;
    if (narrow === this.#calendar.narrow) return;
    this.#calendar.narrow = narrow;
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    return html`${this.#announcer.render()}
      <div class="calendar" dir=${this.#i18n.direction} aria-busy=${this.#isLoading ? 'true' : nothing}>
        ${this.#renderState()}
      </div>`;
  }

  #renderState(): TemplateResult {
    const source = this.#source;
    const { current, opened } = this.#calendar.view;
    if (this.#isIdle) return notice({ kind: 'info', text: this.#i18n.text('needsService') });
    if (source.status === 'error') return calendarFailure(this.#calendar, source.error, () => source.run());
    if (!opened && current.status === 'failed') return calendarFailure(this.#calendar, current.failure);
    if (opened || current.status === 'loading') return calendarPanel(this.#calendar);
    return html`${notice({ kind: 'info', text: this.#i18n.text('emptyHorizon') })}<slot></slot>`;
  }
}
