import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ListingBackend } from '../../backend/booking-backend.js';
import { connectListing } from '../../backend/connect.js';
import type { Discovery } from '../../contract/discovery.js';
import type { ListedFilters } from '../../contract/events.js';
import type { Place } from '../../contract/place.js';
import type { PractitionerSearch } from '../../contract/practitioner-search.js';
import type { PractitionerPage } from '../../contract/service.js';
import { dateIn } from '../../domain/time/local-time.js';
import { directory } from '../../locales/en-GB.js';
import { base } from '../../theme/base.js';
import { forcedColors } from '../../theme/forced-colors.js';
import { tokens } from '../../theme/tokens.js';
import { Announcer } from '../../ui/controllers/announcer.js';
import { Load, loadScreen } from '../../ui/controllers/load.js';
import { Localize } from '../../ui/controllers/localize.js';
import { adoptDataAttributes } from '../../ui/element/data-attributes.js';
import { emit } from '../../ui/element/emit.js';
import { keepOneOf, warnBadInput } from '../../ui/element/warn-once.js';
import { button, buttonStyles } from '../../ui/templates/button.js';
import { failureOf } from '../../ui/templates/failure.js';
import { heading } from '../../ui/templates/heading.js';
import { notice, noticeStyles } from '../../ui/templates/notice.js';
import { skeleton, skeletonStyles } from '../../ui/templates/skeleton.js';
import { DirectoryBooking, type Card } from './directory-booking.js';
import { DirectoryPages, pageOf } from './directory-pages.js';
import { afterList, cardList, countWords, matchWords, orderWords, sortChoice } from './directory-results.js';
import { bringStyles } from './directory-styles.js';
import { filterCount, listedFilters, privateFilters, sameFilters, without, type Filters } from './filters.js';
import type { DirectoryFilters, FilterFaults, FilterOptions } from './filters-kit.js';
import { filterChoices, loadFilters } from './load-filters.js';
import { styles } from './therapist-directory.styles.js';

/** From so many of its own characters across, filters stand beside the list. */
const WIDE = 54;

type Source = { backend: ListingBackend; discovery: Discovery };
type Select = CustomEvent<{ practitionerId: string; start?: string; timeZone?: string }>;

/**
 * @summary A list of therapists, each with the next free times, to be narrowed, sorted and booked from.
 *
 * With therapist cards inside the tag it enhances those: they show as the page wrote them, until the visitor narrows or sorts
 * the list. Otherwise it loads the list page by page.
 *
 * @slot - Therapist cards that the page wrote; or, shown while the script has not run and again when the list cannot be loaded, a link or a phone number.
 * @fires knead-filter-change - The visitor narrowed or sorted the list. Carries nothing that may say something about them.
 * @fires knead-slot-select - The visitor chose a time of a card. Cancelable: otherwise the booking form opens in a dialog.
 * @fires knead-therapist-select - The visitor chose a therapist. Cancelable: otherwise the card's link is followed.
 * @csspart button - Any button.
 * @csspart primary - The one main action of the filters.
 * @csspart notice - A message.
 * @csspart dialog - The dialog with the booking form in it.
 * @cssprop --knead-accent - The one colour that means chosen, available or primary.
 */
export class KneadTherapistDirectory extends LitElement {
  static override styles = [tokens, base, buttonStyles, noticeStyles, skeletonStyles, styles, forcedColors];

  /** Address of a compatible backend, or a backend instance. Without it the nearest ancestor's or the script tag's is used. */
  @property() backend: string | ListingBackend | null = null;

  /** Only sessions there, to begin with: `incall` or `outcall`. */
  @property() place: Place | null = null;

  /** Outward code to begin with, for example `E8`: who is there, or comes there. */
  @property({ attribute: 'postcode-area' }) postcodeArea: string | null = null;

  /** Id of the treatment to begin with. */
  @property() service: string | null = null;

  /** All filters that a page may know, for example from its own address; they count beside the three attributes. */
  @property({ attribute: false }) filters: ListedFilters | null = null;

  /** `light` or `dark` instead of the page's colour scheme. */
  @property({ reflect: true }) theme: 'light' | 'dark' | null = null;

  /** Level of the list's heading, 1 to 5; those of the therapists are one below. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** The clock in milliseconds, for tests and stories; without it the device's. */
  @property({ attribute: false }) now: number | null = null;

  /** Whether filters stand beside the list. */
  @state() private wide = false;
  @state() private opened = false;
  @state() private applied: Filters = {};
  @state() private faults: FilterFaults = {};
  /** What applying came to, beside the button. */
  @state() private result: string | null = null;
  @state() private cannotOpen = false;

  /** What the page began with: its own cards are for these. */
  #given: Filters = {};
  #source: Source | null = null;
  #resetForm = false;
  #i18n = new Localize(this, directory);
  #announcer = new Announcer(this);
  #pages = new DirectoryPages(
    (search, signal) => this.#page(search, signal),
    () => this.requestUpdate(),
  );
  #booking = new DirectoryBooking(this, this.#i18n, () => {
    this.cannotOpen = true;
    this.#announcer.say(this.#i18n.text('bookingFailed'), 'assertive');
  });
  #facts = new Load(
    this,
    () => [this.backend],
    async (signal) => {
      const backend = await connectListing(this.backend, this);
      this.#source = backend && { backend, discovery: await backend.discovery(signal) };
      if (this.#source && !this.#showsGiven) void this.#pages.search(this.applied);
      return this.#source;
    },
  );
  #form = new Load(
    this,
    () => [this.#needsForm, this.#facts.value],
    async (signal): Promise<{ part: DirectoryFilters; options: FilterOptions } | null> => {
      const source = this.#facts.value;
      if (!source || !this.#needsForm) return null;
      const { discovery } = source;
      const choices = filterChoices(source.backend, discovery, signal);
      const [part, found] = await Promise.all([loadFilters(), choices]);
      bringStyles(this, part.styles);
      const { currency, genderFilter = false, timeZone } = discovery.business;
      return { part, options: { ...found, currency, gender: genderFilter, today: this.#today(timeZone) } };
    },
  );
  #size = new ResizeObserver(([entry]) => {
    this.wide = entry!.contentRect.width >= WIDE * parseFloat(getComputedStyle(this).fontSize);
  });
  #content = new MutationObserver(() => this.requestUpdate());

  override connectedCallback(): void {
    adoptDataAttributes(this);
    super.connectedCallback();
    this.#size.observe(this);
    this.#content.observe(this, { childList: true, subtree: true });
    if (this.#source && this.#pages.status === 'pending' && !this.#showsGiven) void this.#pages.search(this.applied);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#size.disconnect();
    this.#content.disconnect();
    this.#pages.stop();
  }

  /** Focuses the heading of the list. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('#results-heading')?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    keepOneOf(this, 'theme', [null, 'light', 'dark']);
    keepOneOf(this, 'headingLevel', [2, 1, 3, 4, 5]);
    if (!(['place', 'postcodeArea', 'service', 'filters'] as const).some((name) => changed.has(name))) return;
    const { place, postcodeArea: outwardCode, service: serviceId } = this;
    const names: Record<string, string> = { serviceId: 'service', outwardCode: 'postcode-area' };
    const told = listedFilters({ place, outwardCode, serviceId, ...this.filters }, (name) =>
      warnBadInput(this, this.filters && name in this.filters ? `filters.${name}` : (names[name] ?? name), EXPECTED),
    );
    if (!this.hasUpdated) this.#given = told;
    const filters = { ...told, ...privateFilters(this.applied) };
    if (sameFilters(filters, this.applied)) return;
    this.applied = filters;
    this.#resetForm = true;
    if (this.#source && !this.#showsGiven) void this.#pages.search(filters);
  }

  protected override updated(): void {
    if (!this.#resetForm) return;
    this.#resetForm = false;
    // What was typed gives way to what the list is narrowed by, such as half a postcode.
    this.renderRoot.querySelector('form')?.reset();
  }

  /** Whether the page's own cards show. */
  get #showsGiven(): boolean {
    return this.querySelector('knead-therapist-card') !== null && sameFilters(this.applied, this.#given);
  }

  /** The form shows, or what else it knows: what to leave out where nobody fits. */
  get #needsForm(): boolean {
    return this.wide || this.opened || this.#isEmpty;
  }

  get #isEmpty(): boolean {
    const { status, people } = this.#pages;
    return status === 'complete' && people.length === 0 && filterCount(this.applied) > 0;
  }

  #today(timeZone: string): string {
    const now = this.now ?? Date.now();
    try {
      return dateIn(timeZone, now);
    } catch {
      // A zone that this browser does not know.
      return dateIn('UTC', now);
    }
  }

  async #page(search: PractitionerSearch, signal: AbortSignal): Promise<PractitionerPage> {
    const { backend, discovery } = this.#source!;
    if (discovery.capabilities.practitionerSearch && backend.practitioners)
      return backend.practitioners(search, signal);
    return pageOf((await backend.catalogue({}, signal)).practitioners, search);
  }

  /** The visitor narrows or sorts the list. */
  async #apply(filters: Filters): Promise<void> {
    this.applied = filters;
    this.faults = {};
    this.result = null;
    this.#resetForm = true;
    const i18n = this.#i18n;
    let total: number | null = null;
    if (this.#showsGiven) {
      this.#pages.stop();
      this.result = i18n.text('therapists', { count: this.querySelectorAll('knead-therapist-card').length });
    } else {
      const found = await this.#pages.search(filters);
      if (found === false) this.#announcer.say(i18n.text('listFailed'), 'assertive');
      if (!found) return;
      this.result = matchWords(i18n, this.#pages);
      total = this.#pages.answer.total ?? null;
    }
    this.#announcer.say(this.result);
    emit(this, 'knead-filter-change', { ...listedFilters(filters), total }, { reach: 'reports' });
  }

  #read(form: HTMLFormElement): void {
    const { part, options } = this.#form.value!;
    const { filters, faults } = part.read(form, options);
    const { order } = this.applied;
    const isKept = order && (order !== 'distance' || filters.outwardCode);
    this.faults = faults;
    const faulty = faults.area ? '#area' : faults.price ? '#price' : null;
    if (faulty) form.querySelector<HTMLElement>(faulty)?.focus();
    else void this.#apply(isKept ? { ...filters, order } : filters);
  }

  async #showMore(): Promise<void> {
    const before = this.#pages.people.length;
    const count = await this.#pages.showMore();
    await this.updateComplete;
    if (!count) {
      if (this.#pages.more === 'error') this.#announcer.say(this.#i18n.text('moreFailed'));
      return;
    }
    this.#announcer.say(this.#i18n.text('moreShown', { count }));
    // Who has moved on meanwhile stays there.
    const root = this.renderRoot as ShadowRoot;
    if (root.activeElement && !root.activeElement.closest('.after')) return;
    const card = root.querySelectorAll<LitElement>('.cards knead-therapist-card')[before];
    await card?.updateComplete;
    card?.focus();
  }

  async #relax(name: string): Promise<void> {
    await this.#apply(without(this.applied, name));
    await this.updateComplete;
    this.focus();
  }

  /** A card's wish becomes the directory's own, which the page sees wherever the card is. */
  #onSelect(event: Select): void {
    const { practitionerId, start, timeZone = '' } = event.detail;
    const card = event.composedPath()[0] as Card;
    event.stopPropagation();
    const options = { reach: 'reports', cancelable: true } as const;
    const goOn = start
      ? emit(this, 'knead-slot-select', { practitionerId, start, timeZone }, options)
      : emit(this, 'knead-therapist-select', { practitionerId }, options);
    if (goOn && !start && card.begin().link) return;
    event.preventDefault();
    if (goOn) void this.#booking.open(card, practitionerId, start);
  }

  protected override render(): TemplateResult {
    const { status, value } = this.#facts;
    const i18n = this.#i18n;
    const isAlone = status === 'complete' && !value;
    const canSearch = !isAlone && value?.discovery.capabilities.practitionerSearch !== false;
    return html`${this.#announcer.render()}
      <div
        class="container ${this.wide ? 'wide' : 'narrow'}"
        dir=${i18n.direction}
        @knead-slot-select=${this.#onSelect}
        @knead-therapist-select=${this.#onSelect}
      >
        <div class=${canSearch ? 'layout' : ''}>
          ${canSearch ? this.#renderPanel() : nothing} ${isAlone ? html`<slot></slot>` : this.#renderResults(canSearch)}
        </div>
      </div>
      ${this.#booking.draw()}`;
  }

  #renderPanel(): TemplateResult {
    const i18n = this.#i18n;
    const count = filterCount(this.applied);
    return html`<details
      class="panel"
      .open=${this.wide || this.opened}
      @toggle=${({ target }: Event) => {
        if (!this.wide) this.opened = (target as HTMLDetailsElement).open;
      }}
    >
      <summary .textContent=${count > 0 ? i18n.text('filtersSet', { count }) : i18n.text('filters')}></summary>
      <div class="panel-body" role="group" aria-label=${i18n.text('filters')}>
        ${loadScreen(this.#form, {
          pending: () => skeleton(6),
          complete: (form) => (form ? this.#renderForm(form) : skeleton(6)),
          error: () =>
            notice({
              kind: 'warn',
              text: i18n.text('filtersFailed'),
              actions: button({ label: i18n.text('tryAgain'), onClick: () => void this.#form.run() }),
            }),
        })}
      </div>
    </details>`;
  }

  #renderForm({ part, options }: { part: DirectoryFilters; options: FilterOptions }): TemplateResult {
    const { applied, faults, result } = this;
    const i18n = this.#i18n;
    const onResults = (): void => {
      this.opened = false;
      this.focus();
    };
    return part.form({
      ...{ i18n, options, applied, faults, result },
      onApply: (form) => this.#read(form),
      onClear: () => void this.#apply({}),
      onResults: this.wide ? null : onResults,
    });
  }

  #renderResults(canSearch: boolean): TemplateResult {
    const i18n = this.#i18n;
    const pages = this.#pages;
    const { applied, headingLevel, now } = this;
    const isGiven = this.#showsGiven;
    const failed = !isGiven && (this.#facts.status === 'error' || pages.status === 'error');
    const words = isGiven
      ? i18n.text('therapists', { count: this.querySelectorAll('knead-therapist-card').length })
      : countWords(
          i18n,
          failed && pages.status === 'pending' ? ({ ...pages, status: 'error' } as DirectoryPages) : pages,
          filterCount(applied) > 0,
        );
    const order =
      !isGiven && pages.status === 'complete' && pages.people.length > 1
        ? orderWords(i18n, pages, this.#source!.discovery.business.name)
        : '';
    return html`<section
      class="results"
      aria-labelledby="results-heading"
      aria-busy=${!isGiven && !failed && pages.status === 'pending' ? 'true' : 'false'}
    >
      <div class="toolbar">
        <div>
          ${heading(headingLevel, words, { id: 'results-heading', classes: 'count' })}
          <p class="order isolate" .textContent=${order}></p>
        </div>
        ${canSearch ? sortChoice(i18n, applied, (order) => this.#sort(order)) : nothing}
      </div>
      ${this.cannotOpen ? notice({ kind: 'warn', text: i18n.text('bookingFailed') }) : nothing}
      ${
        isGiven
          ? html`<div class="cards given"><slot></slot></div>`
          : failed
            ? this.#renderFailure()
            : html`${cardList(pages, { filters: applied, headingLevel, now }, i18n.text('therapistsListed'))}
              ${this.#renderNobody()} ${afterList(i18n, pages, () => void this.#showMore())}`
      }
    </section>`;
  }

  #sort(order: string): void {
    const rest = without(this.applied, 'order');
    void this.#apply(order ? { ...rest, order: order as NonNullable<Filters['order']> } : rest);
  }

  #renderNobody(): unknown {
    if (!this.#isEmpty) return nothing;
    const i18n = this.#i18n;
    const { relaxations = [] } = this.#pages.answer;
    const help = this.#form.value?.part.relaxations(i18n, relaxations, (name) => void this.#relax(name));
    const clear = button({ label: i18n.text('clearFilters'), onClick: () => void this.#clear() });
    return html`<div class="nobody">${help && help !== nothing ? help : clear}</div>`;
  }

  async #clear(): Promise<void> {
    await this.#apply({});
    await this.updateComplete;
    this.focus();
  }

  #renderFailure(): TemplateResult {
    const i18n = this.#i18n;
    const kind = failureOf(this.#facts.status === 'error' ? this.#facts.error : this.#pages.error);
    const onClick = (): void => void (this.#source ? this.#pages.search(this.applied) : this.#facts.run());
    return html`${notice({
        kind: 'warn',
        heading: i18n.text('listFailed'),
        text: i18n.text(kind === 'offline' ? 'listOffline' : 'listUnreachable'),
        actions: button({ label: i18n.text('tryAgain'), onClick }),
      })} <slot></slot>`;
  }
}

const EXPECTED = 'something that therapists can be narrowed by (see the documentation)';
