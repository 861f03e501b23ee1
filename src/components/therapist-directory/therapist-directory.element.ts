import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ListingBackend } from '../../backend/booking-backend.js';
import { backendNamed, connectListing } from '../../backend/connect.js';
import type { ListedFilters } from '../../contract/events.js';
import type { Place } from '../../contract/place.js';
import { base } from '../../theme/base.js';
import { forcedColors } from '../../theme/forced-colors.js';
import { surface } from '../../theme/surface.js';
import { tokens } from '../../theme/tokens.js';
import { Localize } from '../../ui/controllers/localize.js';
import { adoptDataAttributes } from '../../ui/element/data-attributes.js';
import { keepOneOf } from '../../ui/element/warn-once.js';
import { buttonStyles } from '../../ui/templates/button.js';
import { failure } from '../../ui/templates/failure.js';
import { noticeStyles } from '../../ui/templates/notice.js';
import type { DirectoryHost, DirectoryView } from './directory-kit.js';
import { loadDirectory } from './load-directory.js';
import { styles } from './therapist-directory.styles.js';

/** From so many of its own characters across, filters stand beside the list. */
const WIDE = 54;
/** Rooms kept for cards that are on their way. */
const ROOMS = 24;

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
export class KneadTherapistDirectory extends LitElement implements DirectoryHost {
  static override styles = [tokens, base, surface, buttonStyles, noticeStyles, styles, forcedColors];

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

  /**
   * Whether filters stand beside the list.
   * @internal
   */
  @state() wide = false;

  #i18n = new Localize(this);
  #view: DirectoryView | undefined;
  @state() private failed = false;
  #isWatched = false;
  #size = new ResizeObserver(() => this.#fit());
  #content = new MutationObserver(() => this.requestUpdate());

  override connectedCallback(): void {
    adoptDataAttributes(this);
    super.connectedCallback();
    if (this.#isWatched) this.#watchWidth();
    this.#content.observe(this, { childList: true, subtree: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#size.disconnect();
    this.#content.disconnect();
  }

  /** Focuses the heading of the list. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('#heading')?.focus();
  }

  #fit(): void {
    this.wide = this.clientWidth >= WIDE * parseFloat(getComputedStyle(this).fontSize);
  }

  /**
   * Whether the page wrote cards.
   * @internal
   */
  get hasCards(): boolean {
    return this.querySelector('knead-therapist-card') !== null;
  }

  async #load(): Promise<void> {
    this.failed = false;
    // What the list needs first is on its way while its code is.
    void (async () => (await connectListing(this.backend, this))?.discovery())().catch(() => undefined);
    try {
      const { view } = await loadDirectory();
      this.#view ??= view(this, this.#i18n);
      this.requestUpdate();
    } catch {
      this.failed = true;
    }
  }

  /** Of a line without height: that of the element itself changes with what is made of its width. */
  #watchWidth(): void {
    const ruler = this.renderRoot.querySelector('.ruler');
    if (ruler) this.#size.observe(ruler);
  }

  protected override updated(): void {
    if (this.#isWatched) return;
    this.#isWatched = true;
    this.#watchWidth();
  }

  protected override willUpdate(): void {
    keepOneOf(this, 'headingLevel', [2, 1, 3, 4, 5]);
    // Known before anything is drawn, so that nothing moves.
    if (this.hasUpdated) return;
    this.#fit();
    void this.#load();
  }

  protected override render(): TemplateResult {
    return html`<div class="visually-hidden" role="status" aria-live="polite"></div>
      <div class="visually-hidden" role="alert" aria-live="assertive"></div>
      <div class="ruler"></div>
      ${this.#view?.render() ?? this.#renderWaiting()}`;
  }

  /** The room that list and filters will take. */
  #renderWaiting(): TemplateResult {
    const { hasCards, wide, failed } = this;
    const isNamed = backendNamed(this.backend, this) !== null;
    const rooms = (): TemplateResult[] => Array.from({ length: ROOMS }, () => html`<div class="ghost"></div>`);
    return html`<div class=${wide && isNamed ? 'wide' : ''}>
      ${isNamed ? html`<div class="panel"></div>` : nothing}
      <div class="results" aria-busy=${String(!failed)}>
        <div class="toolbar"></div>
        ${
          failed && !hasCards
            ? failure({ i18n: this.#i18n, kind: 'unreachable', onRetry: () => void this.#load() })
            : html`<div class="cards">${hasCards || !isNamed ? html`<slot></slot>` : rooms()}</div>`
        }
      </div>
    </div>`;
  }
}
