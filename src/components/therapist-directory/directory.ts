/**
 * The list of the directory with all that visitors do to it. Script tags load it from a file of its own, while the backend says
 * what it is; it takes Lit and our templates from whoever loads it.
 */
import type { LitElement, TemplateResult } from 'lit';
import type { PractitionerSearch } from '../../contract/practitioner-search.js';
import type { PractitionerPage } from '../../contract/service.js';
import { directory as messages } from '../../locales/en-GB.js';
import { Load } from '../../ui/controllers/load.js';
import type { Localize } from '../../ui/controllers/localize.js';
import type { Card, OpenDialog } from './booking-dialog-kit.js';
import type { DirectoryHost, DirectoryKit, DirectoryPart, DirectoryView } from './directory-kit.js';
import { DirectoryPages, pageOf } from './directory-pages.js';
import { directoryScreen } from './directory-screen.js';
import { givenWords, matchWords } from './directory-words.js';
import { directoryStyles } from './directory.styles.js';
import { filterCount, inOrder, listedFilters, sameFilters, type Filters } from './filters.js';
import type { FilterForm, ListSource } from './filters-kit.js';

type Select = CustomEvent<{ practitionerId: string; start?: string; timeZone?: string }>;

/** Makes the list from what its host has. */
export default function directory(kit: DirectoryKit): DirectoryPart {
  const styles = directoryStyles(kit.css);
  return {
    messages,
    view(host, i18n) {
      kit.bringStyles(host, styles);
      return new Directory(kit, host, i18n);
    },
  };
}

/** One list: what it is narrowed by, how far loading has come, and what shows. */
class Directory implements DirectoryView {
  applied: Filters = {};
  readonly pages: DirectoryPages;
  opened = false;
  dialog: OpenDialog | null = null;
  cannotOpen = false;
  /** What the page began with: the cards it wrote are for these. */
  #given: Filters | null = null;
  /** What the page said last. */
  #told: unknown[] = [];
  /** What applying came to, beside the button. */
  result = '';
  #resetForm = false;
  connected: ListSource | null = null;
  readonly source: Load<ListSource | null>;
  readonly form: Load<FilterForm | null>;
  readonly render: () => TemplateResult;

  constructor(
    private readonly kit: DirectoryKit,
    readonly host: DirectoryHost,
    readonly i18n: Localize,
  ) {
    const screen = directoryScreen(kit);
    this.render = () => screen(this);
    this.pages = new DirectoryPages(
      (search, signal) => this.#page(search, signal),
      () => host.requestUpdate(),
    );
    host.addController(this);
    this.source = new Load(
      host,
      () => [host.backend],
      async (signal): Promise<ListSource | null> => {
        const backend = await kit.connectListing(host.backend, host);
        this.connected = backend && { backend, discovery: await backend.discovery(signal) };
        void this.#search();
        return this.connected;
      },
    );
    this.form = new Load(
      host,
      () => [this.#needsForm, this.source.value],
      async (signal): Promise<FilterForm | null> => {
        if (!this.connected || !this.#needsForm) return null;
        const part = await kit.loadFilters();
        kit.bringStyles(host, part.styles);
        return part.form({ ...this.connected, i18n, now: host.now ?? Date.now() }, signal);
      },
    );
  }

  hostConnected(): void {
    if (this.pages.status === 'pending') void this.#search();
  }

  hostDisconnected(): void {
    this.pages.stop();
    this.dialog = null;
  }

  /** What the page says of filters counts when it says something else. */
  hostUpdate(): void {
    const { place, postcodeArea: outwardCode, service: serviceId, filters: more } = this.host;
    const told = [place, outwardCode, serviceId, more];
    if (told.every((value, index) => value === this.#told[index]) && this.#given) return;
    this.#told = told;
    const listed = listedFilters({ place, outwardCode, serviceId, ...more }, (name) =>
      this.kit.warnBadInput(this.host, name, 'a filter as knead-filter-change names it'),
    );
    this.#given ??= listed;
    const { specialismIds, pressure, gender } = this.applied;
    const filters = inOrder({ ...listed, specialismIds, pressure, gender } as Filters);
    if (sameFilters(filters, this.applied)) return;
    this.applied = filters;
    this.#resetForm = true;
    void this.#search();
  }

  hostUpdated(): void {
    if (!this.#resetForm) return;
    this.#resetForm = false;
    // What was typed gives way to what the list is narrowed by, such as half a postcode.
    this.host.renderRoot.querySelector('form')?.reset();
  }

  /** Whether the page's own cards show. */
  get showsGiven(): boolean {
    return this.host.hasCards && sameFilters(this.applied, this.#given ?? {});
  }

  /** The form shows, or what else it knows: what to leave out where nobody fits. */
  get #needsForm(): boolean {
    return this.host.wide || this.opened || this.isEmpty;
  }

  get isEmpty(): boolean {
    const { status, people } = this.pages;
    return status === 'complete' && people.length === 0 && filterCount(this.applied) > 0;
  }

  async #page(search: PractitionerSearch, signal: AbortSignal): Promise<PractitionerPage> {
    const { backend, discovery } = this.connected!;
    if (discovery.capabilities.practitionerSearch && backend.practitioners)
      return backend.practitioners(search, signal);
    return pageOf((await backend.catalogue({}, signal)).practitioners, search);
  }

  /** Brings the list up to what it is narrowed by. Resolves with whether it is; null where it need not or can no longer. */
  async #search(): Promise<boolean | null> {
    if (this.connected && !this.showsGiven) return this.pages.search(this.applied);
    this.pages.stop();
    return null;
  }

  /** The visitor narrows or sorts the list. `then` gets focus where what they pressed is gone. */
  async apply(filters: Filters, then?: () => void): Promise<void> {
    const { order, ...rest } = filters;
    // Nothing is far from nowhere.
    this.applied = inOrder(order && (order !== 'distance' || rest.outwardCode) ? { ...rest, order } : rest);
    this.result = '';
    this.#resetForm = true;
    this.host.requestUpdate();
    const isGiven = this.showsGiven;
    const found = await this.#search();
    const { pages, i18n } = this;
    if (!isGiven && !found) {
      if (found === false) this.#say(i18n.text('failure.heading'), 'assertive');
      return;
    }
    this.result = isGiven ? givenWords(i18n, this.host) : matchWords(i18n, pages);
    this.#say(this.result);
    this.host.requestUpdate();
    const total = (isGiven ? null : pages.answer.total) ?? null;
    const { emit } = this.kit;
    emit(this.host, 'knead-filter-change', { ...listedFilters(this.applied), total }, { reach: 'reports' });
    await this.host.updateComplete;
    then?.();
  }

  /** Adds a page; focus goes on to the first card of it. */
  readonly showMore = async (): Promise<void> => {
    const before = this.pages.people.length;
    const count = await this.pages.showMore();
    await this.host.updateComplete;
    if (!count) {
      if (this.pages.more === 'error') this.#say(this.i18n.text('moreFailed'));
      return;
    }
    this.#say(this.i18n.text('moreShown', { count }));
    // Who has moved on meanwhile stays there.
    const root = this.host.renderRoot as ShadowRoot;
    if (root.activeElement && !root.activeElement.closest('.after')) return;
    const card = root.querySelectorAll<LitElement>('knead-therapist-card')[before];
    await card?.updateComplete;
    card?.focus();
  };

  /** A card's wish becomes the directory's own, which the page sees wherever the card is. */
  readonly onSelect = (event: Select): void => {
    const { practitionerId, start, timeZone = '' } = event.detail;
    const card = event.composedPath()[0] as Card;
    event.stopPropagation();
    const options = { reach: 'reports', cancelable: true } as const;
    const { emit } = this.kit;
    const goOn = start
      ? emit(this.host, 'knead-slot-select', { practitionerId, start, timeZone }, options)
      : emit(this.host, 'knead-therapist-select', { practitionerId }, options);
    if (goOn && !start && card.begin().link) return;
    event.preventDefault();
    if (goOn) void this.#book(card, practitionerId, start);
  };

  async #book(card: Card, practitionerId: string, start: string | undefined): Promise<void> {
    const before = card.shadowRoot!.activeElement as HTMLElement | null;
    const part = await this.kit.loadBookingDialog().catch(() => null);
    const { link } = card.begin(start);
    if (!this.host.isConnected || this.dialog) return;
    if (part) {
      this.kit.bringStyles(this.host, part.styles);
      const closed = (): void => {
        this.dialog = null;
      };
      this.dialog = part.open({ host: this.host, i18n: this.i18n, card, practitionerId, start, before, closed });
    } else if (link) {
      location.assign(link);
    } else {
      this.cannotOpen = true;
      this.host.requestUpdate();
      this.#say(this.i18n.text('failure.heading'), 'assertive');
    }
  }

  /** Says something in one of the regions that are there, and empty, from the start. */
  #say(text: string, urgency: 'polite' | 'assertive' = 'polite'): void {
    const region = this.host.renderRoot.querySelector(`[aria-live=${urgency}]`)!;
    // The same words twice are only spoken again if the text differs.
    region.textContent = region.textContent === text ? `${text}\u00a0` : text;
  }

  /** Tries again what could not be loaded. */
  readonly retry = (): void => {
    void (this.connected ? this.#search() : this.source.run());
  };

  /** Opens and closes the filters where they do not stand beside the list. */
  open(isOpen: boolean): void {
    this.opened = isOpen;
    this.host.requestUpdate();
  }
}

export type { Directory };
