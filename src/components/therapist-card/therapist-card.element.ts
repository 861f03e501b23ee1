import { css, html, ReactiveElement, render, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ListingBackend } from '../../backend/booking-backend.js';
import { backendNamed } from '../../backend/connect.js';
import type { CardTimes } from '../../backend/stores/card-times.js';
import type { Availability } from '../../contract/availability.js';
import type { Place } from '../../contract/place.js';
import type { DayPart } from '../../contract/practitioner-search.js';
import type { Practitioner } from '../../contract/practitioner.js';
import type { Service } from '../../contract/service.js';
import { dateOf } from '../../domain/time/local-time.js';
import type { PlainDate } from '../../domain/time/plain-date.js';
import { card } from '../../locales/en-GB.js';
import { base } from '../../theme/base.js';
import { forcedColors } from '../../theme/forced-colors.js';
import { tokens } from '../../theme/tokens.js';
import { Localize } from '../../ui/controllers/localize.js';
import { isInTurn, whenNextTurn } from '../../ui/controllers/turns.js';
import { adoptDataAttributes } from '../../ui/element/data-attributes.js';
import { emit } from '../../ui/element/emit.js';
import { warnBadInput } from '../../ui/element/warn-once.js';
import { buttonStyles } from '../../ui/templates/button.js';
import { failure, failureOf } from '../../ui/templates/failure.js';
import { noticeStyles } from '../../ui/templates/notice.js';
import { CardAnswers } from './card-answers.js';
import { keepInput } from './card-input.js';
import { priceLine } from './card-offer.js';
import type { ShownTimes } from './card-times.js';
import { fillCard, kindOf, newCard, type CardView } from './card-view.js';
import { entryOf, isElsewhere, NO_TIMES, timesAmong, timesNamed, type NextTimes } from './next-times.js';
import { profileLink, startLink } from './profile-link.js';
import { styles } from './therapist-card.styles.js';

/** Clocks at the far end of the world are so many milliseconds behind UTC. */
const LATEST = 43_200_000;
const WORDS = [card];
const NOTHING_FILLED: ReadonlySet<string> = new Set();

/**
 * @summary One therapist: who, where, from how much, and the next free times.
 *
 * What the page puts inside the tag with a `slot` takes the place of that part, so that a listing written by a server keeps
 * its own HTML and is only enhanced. A card whose `name` is filled is shown at once and asks for nothing but times.
 *
 * @slot - Shown while the script has not run, and again when the therapist cannot be loaded: a link or a phone number.
 * @slot photo - The photo. One that does not load gives way to initials.
 * @slot label - That the place in the list is paid for.
 * @slot name - The name, as a heading with the link to the profile in it.
 * @slot area - Where sessions are and where visits go.
 * @slot details - Rating, specialisms, credentials: any number of elements.
 * @slot badges - Below the details, beside whatever is there.
 * @slot facts - Kinds of place, step-free, languages.
 * @slot price - "60 min from £75", at the end of the facts' line.
 * @slot offer - The whole of that line, for a page that lays out facts and price itself.
 * @slot times - Times as text, until the free ones are known.
 * @slot link - The link to all times.
 * @slot actions - Below that link, beside whatever is there.
 * @fires knead-therapist-select - The visitor chose the therapist. Cancelable: otherwise `href` is followed.
 * @fires knead-slot-select - The visitor chose a time. Cancelable: otherwise `href` is followed, the time in its fragment.
 * @csspart photo - The photo, or the initials in its place.
 * @csspart time - A time.
 * @csspart button - Any button.
 * @csspart notice - A message.
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
// Not a LitElement, because a card is no template: Lit would keep marks and a place of its own in each of hundreds.
export class KneadTherapistCard extends ReactiveElement {
  // One sheet: every one of them is matched against every card.
  static override styles = css`
    ${tokens}${base}${buttonStyles}${noticeStyles}${styles}${forcedColors}
  `;

  /** Address of a compatible backend, or a backend instance. Without it the nearest ancestor's or the script tag's is used. */
  @property() backend?: string | ListingBackend | null;

  /** Id of the therapist, loaded from a backend; or the therapist. */
  @property() practitioner?: string | Practitioner | null;

  /** Where the card leads; without it to the therapist's own page. */
  @property() href?: string | null;

  /** How many times are shown, 0 to 6. */
  @property({ type: Number }) times = 3;

  /** Id of the treatment that price and times are for; without it the cheapest hour. */
  @property() service?: string | null;

  /** Only sessions there: `incall` or `outcall`. */
  @property() place?: Place | null;

  /** Outward code that visits go to, for example `E8`. */
  @property({ attribute: 'postcode-area' }) postcodeArea?: string | null;

  /** Only times in that part of the day: `morning`, `afternoon` or `evening`. */
  @property({ attribute: 'day-part' }) dayPart?: DayPart | null;

  /** First day whose times count, `YYYY-MM-DD`; without it today. */
  @property() from?: PlainDate | null;

  /** Level of the therapist's name in the page's outline, 1 to 6. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel = 3;

  /** The treatments, given instead of loaded, for the price. */
  @property({ attribute: false }) services?: readonly Service[] | null;

  /** The free times, given instead of loaded; those of other therapists are passed over. */
  @property({ attribute: false }) availability?: Availability | null;

  /** Price and next times, given instead of loaded by a page that asks for many cards itself. */
  @property({ attribute: false }) listing?: CardTimes | null;

  /** The clock in milliseconds, for tests and stories; without it the device's. */
  @property({ attribute: false }) now?: number | null;

  @state() private photoFailed = false;

  // The first card brings the words of all.
  #i18n = new Localize(this, ...WORDS.splice(0));
  /** Made by the first card that asks: who is given everything never needs it. */
  #answers: CardAnswers | undefined;
  /** The parts that the page fills. */
  #filled = NOTHING_FILLED;
  #made: HTMLElement | undefined;
  /** What it is made for. */
  #kind = '';
  /** What stands in the place of a card: its skeleton, or why there is none. */
  #standIn: DocumentFragment | undefined;
  /** In the order they are shown. */
  #shown: NextTimes | undefined;

  override connectedCallback(): void {
    adoptDataAttributes(this);
    super.connectedCallback();
    // Another place in the page may be of another backend or language.
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#answers?.leave();
  }

  /**
   * Called by the observer of the page's cards.
   * @internal
   */
  onNear(isNear: boolean): void {
    this.#answers?.onNear(isNear);
  }

  /** Focuses the link to the therapist. */
  override focus(): void {
    (this.#writtenLink() ?? this.renderRoot.querySelector<HTMLElement>('a[href], button'))?.focus();
  }

  /**
   * What a booking that begins here begins with: with whom, where else it can be made, and the session that the times are for.
   * @internal
   */
  begin(start?: string): { name: string; link: string | undefined; session: CardTimes | undefined } {
    const practitioner = this.#found;
    const id = this.#id ?? '';
    const href = this.#href(practitioner);
    const link = href && start ? startLink(href, start, id) : href;
    return { name: this.#name(practitioner), link, session: this.#times(id)?.named };
  }

  /** Asks for its times again. */
  refresh(): void {
    this.#answers?.retry();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    // One listener for all cards: none of their own to make, and none to let go of.
    root.addEventListener('click', KneadTherapistCard.#onClick);
    // What does not load says so to nobody above it.
    root.addEventListener('error', KneadTherapistCard.#onError, true);
    // A browser then looks after the slots of each card at once, which takes a list of them half as long again.
    if (this.firstElementChild || document.readyState === 'loading') {
      root.addEventListener('slotchange', KneadTherapistCard.#onSlotChange);
    }
    return root;
  }

  /** A long list is drawn in turns, so that its first cards are seen and answer before its last ones are there. */
  protected override performUpdate(): void {
    if (this.hasUpdated || isInTurn()) super.performUpdate();
    else void whenNextTurn().then(() => this.performUpdate());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    keepInput(this, changed);
    if (changed.has('practitioner')) this.photoFailed = false;
    this.#filled = this.firstElementChild ? new Set([...this.children].map(({ slot }) => slot)) : NOTHING_FILLED;
    this.#ask();
  }

  get #given(): Practitioner | null {
    return typeof this.practitioner === 'object' ? this.practitioner : null;
  }

  get #id(): string | null {
    return typeof this.practitioner === 'string' ? this.practitioner : (this.practitioner?.id ?? null);
  }

  get #clock(): number {
    return this.now ?? Date.now();
  }

  /** Says what has to be asked for, if anything has. */
  #ask(): void {
    const practitionerId = this.#id;
    const profile = !this.#given && !this.#filled.has('name');
    const times = !this.listing && !this.availability && (this.times > 0 || !this.services);
    if (!practitionerId || (!profile && !times)) {
      this.#answers?.leave();
      this.#answers = undefined;
      return;
    }
    this.#answers ??= new CardAnswers(this);
    this.#answers.want({
      backend: backendNamed<ListingBackend>(this.backend, this),
      profile,
      practitionerId,
      query: times
        ? {
            practitionerId,
            serviceId: this.service ?? undefined,
            place: this.place ?? undefined,
            outwardCode: this.postcodeArea ?? undefined,
            dayPart: this.dayPart ?? undefined,
            from: this.from ?? this.#today(),
            times: this.times,
          }
        : undefined,
    });
  }

  /** The earliest day that any clock shows: all cards of a list ask for the same one, whatever is known of the therapist. */
  #today(): PlainDate {
    return dateOf(new Date(this.#clock - LATEST).toISOString());
  }

  get #found(): Practitioner | undefined {
    const profile = this.#answers?.profile;
    return this.#given ?? (typeof profile === 'object' && 'value' in profile ? profile.value : undefined);
  }

  /** The times to show, and what they cost where that came with them; null where nobody was to be asked. */
  #times(id: string | null): { next: ShownTimes; named?: CardTimes } | null {
    const { listing, availability, times, services } = this;
    const given = listing ?? this.#answers?.times ?? 'none';
    if (times === 0 && services) return null;
    if (availability && !listing) {
      const entry = entryOf(availability, id ?? '');
      return { next: entry ? timesAmong(entry, times, this.#clock) : 'failed' };
    }
    if (given === 'none') return null;
    if (given === 'loading') return { next: 'loading' };
    if ('error' in given) {
      // No such session, or nobody by that name there: a fact and no failure.
      const { kind } = (given.error ?? {}) as { kind?: unknown };
      const none = kind === 'refused' || kind === 'not-found';
      return { next: none ? NO_TIMES : 'failed' };
    }
    const named = 'value' in given ? given.value : given;
    return { next: timesNamed(named, times, this.#clock), named };
  }

  /** A click on a link or button of ours, or on one that the page put in the place of it. */
  static #onClick(event: Event): void {
    const { ctrlKey, metaKey, shiftKey, altKey, target, currentTarget } = event as MouseEvent;
    // One that opens a new tab or window is the browser's own.
    if (ctrlKey || metaKey || shiftKey || altKey || event.defaultPrevented) return;
    const self = (currentTarget as ShadowRoot).host as KneadTherapistCard;
    const practitionerId = self.#id;
    const control = (target as Element).closest('a, button');
    if (!control || practitionerId === null) return;
    const options = { reach: 'asks', cancelable: true } as const;
    const isOurs = control.getRootNode() === currentTarget;
    const shown = isOurs && control.matches('.time') ? self.#shown : undefined;
    const slot = shown?.soon[[...control.parentElement!.children].indexOf(control)];
    const goOn = slot
      ? emit(self, 'knead-slot-select', { practitionerId, start: slot.start, timeZone: shown!.timeZone }, options)
      : !control.closest(isOurs ? '.name, .all' : '[slot=name], [slot=link]') ||
        emit(self, 'knead-therapist-select', { practitionerId }, options);
    if (!goOn) event.preventDefault();
  }

  static #onSlotChange({ currentTarget }: Event): void {
    ((currentTarget as ShadowRoot).host as KneadTherapistCard).requestUpdate();
  }

  static #onError({ currentTarget }: Event): void {
    ((currentTarget as ShadowRoot).host as KneadTherapistCard).photoFailed = true;
  }

  protected override update(changed: PropertyValues<this>): void {
    super.update(changed);
    const practitioner = this.#found;
    const root = this.renderRoot as ShadowRoot;
    if (practitioner || this.#filled.has('name')) {
      this.#standIn = undefined;
      const made = this.#card(practitioner);
      if (made.parentNode !== root) root.replaceChildren(made);
    } else {
      const isNew = !this.#standIn;
      this.#standIn ??= new DocumentFragment();
      render(this.#withoutCard(), this.#standIn, { host: this });
      // Lit finds its places again wherever they have gone.
      if (isNew) root.replaceChildren(this.#standIn);
    }
  }

  #withoutCard(): TemplateResult {
    const i18n = this.#i18n;
    const { profile } = this.#answers ?? { profile: 'loading' };
    if (profile === 'loading') {
      return html`<article>
        <div class="photo" aria-hidden="true"></div>
        <div class="body waiting" aria-hidden="true"></div>
      </article>`;
    }
    const error = typeof profile === 'object' && 'error' in profile ? profile.error : null;
    const kind = error ? failureOf(error) : 'notFound';
    if (kind === 'notFound') {
      warnBadInput(this, 'practitioner', 'the id of a therapist whom the backend named here or around it knows');
    }
    // Where trying again helps nobody, what the page has to say is better than what we have.
    return html`<article dir=${i18n.direction}>
      <div class="body">
        ${
          kind === 'notFound' && this.textContent.trim()
            ? html`<slot></slot>`
            : failure({ i18n, kind, onRetry: () => this.#answers?.retry() })
        }
      </div>
    </article>`;
  }

  #card(practitioner: Practitioner | undefined): HTMLElement {
    const { headingLevel, photoFailed, times: count } = this;
    const i18n = this.#i18n;
    const id = this.#id ?? '';
    const { next, named } = this.#times(id) ?? {};
    const times = typeof next === 'object' ? next : undefined;
    this.#shown = times;
    const said = times?.soon[0] ?? times?.later;
    const wishes = { serviceId: this.service, place: this.place, outwardCode: this.postcodeArea };
    const view: CardView = {
      ...{ i18n, practitioner, id, headingLevel, photoFailed, next, count, filled: this.#filled },
      name: this.#name(practitioner),
      href: this.#href(practitioner),
      // Its room is kept.
      price: priceLine(i18n, named, practitioner, this.services, wishes) || (next === 'loading' ? '\u00a0' : ''),
      zone: said && isElsewhere(said) ? i18n.zone(times!.timeZone) : '',
    };
    const kind = kindOf(view);
    if (!this.#made || this.#kind !== kind) {
      this.#made = newCard(view);
      this.#kind = kind;
    }
    fillCard(this.#made, view);
    return this.#made;
  }

  #name(practitioner: Practitioner | undefined): string {
    return practitioner?.name ?? this.querySelector('[slot=name]')?.textContent.trim() ?? '';
  }

  /** Where the card leads: where the page says, the therapist's own page, or where the page's own link leads. */
  #href(practitioner: Practitioner | undefined): string | undefined {
    const address = this.href ?? practitioner?.url ?? this.#writtenLink()?.getAttribute('href');
    return profileLink(address, this.baseURI);
  }

  #writtenLink(): HTMLElement | null {
    return this.#filled.size > 0
      ? this.querySelector<HTMLElement>('[slot=name] a, [slot=name]:is(a), [slot=link]:is(a)')
      : null;
  }
}
