import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { BackendFailure, type BookingBackend } from '../../backend/booking-backend.js';
import { backendNamed, ConfigurationError, connectManaging } from '../../backend/connect.js';
import type { Booking } from '../../contract/booking.js';
import type { HealthBasis } from '../../contract/consent.js';
import type { Contact } from '../../contract/business.js';
import { linkFromFragment, linkOf, type BookingLink } from '../../domain/client/booking-link.js';
import { ManageController } from '../../flow/manage-controller.js';
import type { Change, ManageState } from '../../flow/manage.js';
import { booked, manage, record, steps } from '../../locales/en-GB.js';
import { base } from '../../theme/base.js';
import { forcedColors } from '../../theme/forced-colors.js';
import { tokens } from '../../theme/tokens.js';
import { Announcer } from '../../ui/controllers/announcer.js';
import { Load, loadScreen } from '../../ui/controllers/load.js';
import { Localize } from '../../ui/controllers/localize.js';
import { adoptDataAttributes } from '../../ui/element/data-attributes.js';
import { emit } from '../../ui/element/emit.js';
import { saveFile } from '../../ui/element/save-file.js';
import { siblingScript } from '../../ui/element/sibling.js';
import { whenElement } from '../../ui/element/sibling-script.js';
import { keepOneOf, warnOnce } from '../../ui/element/warn-once.js';
import { buttonStyles } from '../../ui/templates/button.js';
import { contactLinks, contactLinksStyles } from '../../ui/templates/contact-links.js';
import { failure, failureOf } from '../../ui/templates/failure.js';
import { heading } from '../../ui/templates/heading.js';
import { notice, noticeStyles } from '../../ui/templates/notice.js';
import { bookedStyles } from '../../ui/templates/booked.styles.js';
import { recordStyles } from '../../ui/templates/record.js';
import { shellStyles } from '../../ui/templates/shell.js';
import { skeleton, skeletonStyles } from '../../ui/templates/skeleton.js';
import { calendarOf } from './change-screens.js';
import { styles } from './manage-booking.styles.js';
import type { ManageContext, Part, Screen } from './manage-context.js';
import { safeAddress } from './safe-address.js';
import { screenOf } from './screen.js';

/**
 * @summary A booking that was made: see it, move it, cancel it, and see, correct or withdraw the answers given for it.
 *
 * Opened by the link in a mail, `#knead=<id>.<token>`: the fragment is read and left alone. Moving and correcting answers
 * need the slot calendar and the intake form, which the script tag loads from beside itself.
 *
 * @slot - Shown before the script runs, without JavaScript, and again when the booking cannot be opened: a link or a phone number.
 * @fires knead-booking-rescheduled - The booking was moved; carries ids and the new time.
 * @fires knead-booking-cancelled - The booking was cancelled; carries its id.
 * @fires knead-therapist-select - Book again was pressed. Cancel it to open something of the page's own.
 * @csspart shell - The surface that the screens stand on.
 * @csspart heading - Any heading.
 * @csspart button - Any button.
 * @csspart primary - The one main action of a screen.
 * @csspart choice - A choice of a question.
 * @csspart time - A time; `chosen` when it is.
 * @csspart day - A day of the month; `chosen` when its times are shown.
 * @csspart notice - A message.
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
export class KneadManageBooking extends LitElement {
  static override styles = [
    ...[tokens, base, buttonStyles, contactLinksStyles, noticeStyles, skeletonStyles, shellStyles, recordStyles],
    bookedStyles(css),
    ...[styles, forcedColors],
  ];

  /** Address of a compatible backend, or a backend instance. Without it the nearest ancestor's or the script tag's is used. */
  @property() backend: string | BookingBackend | null = null;

  /** Where Book again leads; without it to the booking page that the backend names. */
  @property({ attribute: 'book-href' }) bookHref: string | null = null;

  /** `light` or `dark` instead of the page's colour scheme. */
  @property({ reflect: true }) theme: 'light' | 'dark' | null = null;

  /** Look: `paper`, `plain` or `compact`. */
  @property({ reflect: true }) preset: 'paper' | 'plain' | 'compact' | null = null;

  /** On which basis answers about health are taken: `consent`, a box to tick, or `care`, a notice. */
  @property({ attribute: 'health-basis' }) healthBasis: HealthBasis = 'consent';

  /** Level of the heading, 2 to 5. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** Id of the booking, where the address of the page does not name it. */
  @property({ attribute: false }) bookingId: string | null = null;

  /** Manage token of the booking. A secret: a property only, never an attribute. */
  @property({ attribute: false }) token: string | null = null;

  /** The booking, given instead of loaded. Without a token nothing is asked of a backend, and it can only be looked at. */
  @property({ attribute: false }) booking: Booking | null = null;

  /** The clock in milliseconds, for tests and stories; without it the device's. */
  @property({ attribute: false }) now: number | null = null;

  @state() private fragment: BookingLink | null = null;
  @state() private calendarFailed = false;
  @state() private parts: Partial<Record<Part, 'loading' | 'ready' | 'failed'>> = {};

  /** Of the business, for whoever has a link that opens nothing. */
  #contact: Contact | null = null;
  #focusHeading = false;
  #said = '';
  #refresh = false;
  #i18n = new Localize(this, steps, record, booked, manage);
  #announcer = new Announcer(this);
  #manage = new ManageController(this, {
    changed: (now, previous) => this.#changed(now, previous),
    done: (change, booking) => this.#report(change, booking),
    basis: () => this.healthBasis,
  });
  #load = new Load(
    this,
    () => [this.backend, this.bookingId, this.token, this.booking, this.fragment],
    (signal) => this.#open(signal),
  );
  #context: ManageContext = {
    i18n: this.#i18n,
    manage: this.#manage,
    now: () => this.now ?? Date.now(),
    headingLevel: () => this.headingLevel,
    backend: () => backendNamed(this.backend, this),
    find: (selector: string) => this.renderRoot.querySelector(selector),
    part: (part) => (customElements.get(part) ? 'ready' : (this.parts[part] ?? 'loading')),
    need: (part) => void this.#need(part),
    calendarFailed: () => this.calendarFailed,
    saveCalendar: () => void this.#saveCalendar(),
    bookAddress: () => safeAddress(this.bookHref ?? this.#manage.state?.facts?.business.bookingPage, this.baseURI),
    onBookAgain: (event) => {
      const [session] = this.#manage.state?.booking.sessions ?? [];
      const detail = { practitionerId: session?.practitionerId ?? '' };
      if (!emit(this, 'knead-therapist-select', detail, { reach: 'reports', cancelable: true })) event.preventDefault();
    },
  };

  override connectedCallback(): void {
    adoptDataAttributes(this);
    super.connectedCallback();
    this.#read();
    addEventListener('hashchange', this.#read);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#read);
  }

  protected override willUpdate(): void {
    keepOneOf(this, 'theme', [null, 'light', 'dark']);
    keepOneOf(this, 'preset', [null, 'paper', 'plain', 'compact']);
    keepOneOf(this, 'headingLevel', [2, 3, 4, 5]);
    keepOneOf(this, 'healthBasis', ['consent', 'care']);
  }

  protected override updated(): void {
    if (this.#refresh) this.#context.find('knead-slot-calendar')?.refresh();
    this.#refresh = false;
    if (this.#focusHeading) this.focus();
    this.#focusHeading = false;
  }

  /** Focuses the heading of what shows. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('#step-heading')?.focus();
  }

  /** Another link in the same tab changes only the fragment; a fragment of the page's own says nothing about bookings. */
  #read = (): void => {
    const link = linkFromFragment(location.hash);
    if (link && (link.id !== this.fragment?.id || link.token !== this.fragment.token)) this.fragment = link;
  };

  async #open(signal: AbortSignal): Promise<void> {
    const { booking, bookingId, token } = this;
    const link = booking
      ? linkOf(bookingId ?? booking.id, token ?? booking.manageToken ?? null)
      : (linkOf(bookingId, token) ?? this.fragment);
    const backend = booking && !link ? null : await connectManaging(this.backend, this);
    if (!backend && !booking) throw new ConfigurationError();
    try {
      await this.#manage.load({ link, booking, backend }, signal);
    } catch (error) {
      if (isNoBooking(error) && backend) {
        this.#contact = await backend.discovery(signal).then(
          ({ business }) => business.contact,
          () => null,
        );
      }
      throw error;
    }
  }

  #changed(now: ManageState, previous: ManageState | null): void {
    if (previous && now.screen !== previous.screen) {
      this.#focusHeading = true;
      this.calendarFailed = false;
    }
    if (now.screen === 'times') void this.#need('knead-slot-calendar');
    if (now.screen === 'questions') void this.#need('knead-intake-form');
    this.#refresh ||= now.screen === 'times' && now.taken !== null && previous?.screen !== 'times';
    const { notice, lede } = screenOf(this.#context, now);
    const isSlow = now.screen === 'sending' && now.slow;
    const words = notice ? [notice.heading, notice.text].filter(Boolean).join(' ') : isSlow ? (lede ?? '') : '';
    if (previous && words && words !== this.#said)
      this.#announcer.say(words, notice?.kind === 'warn' ? 'assertive' : 'polite');
    this.#said = words;
  }

  #report(change: Change, { id: bookingId, sessions }: Booking): void {
    const [session] = sessions;
    if (change.kind === 'cancel') emit(this, 'knead-booking-cancelled', { bookingId }, { reach: 'reports' });
    else if (session) {
      const { practitionerId, start, timeZone } = session;
      const detail = { bookingId, practitionerId, start, timeZone };
      emit(this, 'knead-booking-rescheduled', detail, { reach: 'reports' });
    }
  }

  async #need(part: Part): Promise<void> {
    if (customElements.get(part) || this.parts[part] === 'loading') return;
    this.parts = { ...this.parts, [part]: 'loading' };
    const came = await whenElement(part, siblingScript()).then(
      () => 'ready' as const,
      () => 'failed' as const,
    );
    this.parts = { ...this.parts, [part]: came };
    if (came === 'failed') this.#announcer.say(this.#i18n.text('partMissing', { name: this.#name }), 'assertive');
  }

  async #saveCalendar(): Promise<void> {
    try {
      saveFile(await this.#manage.calendarFile(), this.#i18n.text('calendarFile'));
      this.calendarFailed = false;
    } catch {
      this.calendarFailed = true;
      this.#announcer.say(this.#i18n.text('calendarFailed'), 'assertive');
    }
  }

  get #name(): string {
    return this.#manage.state?.booking.sessions[0]?.practitionerName ?? '';
  }

  protected override render(): TemplateResult {
    return html`${this.#announcer.render()}
      <div class="container" dir=${this.#i18n.direction}>
        ${loadScreen(this.#load, {
          pending: () => this.#renderLoading(),
          complete: () => this.#renderState(this.#manage.state!),
          error: (error) => this.#renderFailure(error),
        })}
      </div>`;
  }

  #renderShell(content: unknown, busy?: 'true'): TemplateResult {
    return html`<div class="shell" part="shell"><div class="main" aria-busy=${busy ?? nothing}>${content}</div></div>`;
  }

  #renderLoading(): TemplateResult {
    const words = html`<p class="visually-hidden" role="status">${this.#i18n.text('loadingBooking')}</p>`;
    return this.#renderShell([words, skeleton(1, 'line'), skeleton(4)], 'true');
  }

  #renderFailure(error: unknown): TemplateResult {
    const i18n = this.#i18n;
    // One message for a link that is missing, broken, wrong or unknown: which of these it is, nobody is told.
    if (isNoBooking(error)) {
      const links = this.#contact ? contactLinks({ ...this.#contact, urlLabel: i18n.text('contactPage') }) : nothing;
      return this.#renderShell([
        html`<div>
          ${heading(this.headingLevel, i18n.text('linkHeading'), { id: 'step-heading', classes: 'title' })}
          <p class="lede">${i18n.text('linkText')}</p>
        </div>`,
        links,
        html`<slot></slot>`,
      ]);
    }
    const misconfigured = error instanceof ConfigurationError;
    if (misconfigured) warnOnce(`<${this.localName}> backend: ${error.message}`);
    const kind = misconfigured ? 'notFound' : failureOf(error);
    return this.#renderShell(failure({ i18n, kind, onRetry: () => void this.#load.run() }));
  }

  #renderState(state: ManageState): TemplateResult {
    const screen = screenOf(this.#context, state);
    return html`<section class="shell" part="shell" aria-labelledby="step-heading">
      <div class="main" aria-busy=${screen.busy ? 'true' : nothing}>
        <div>
          ${screen.tick ? html`<div class="tick" aria-hidden="true"></div>` : nothing}
          ${heading(this.headingLevel, screen.heading, { id: 'step-heading', classes: 'title' })}
          ${screen.lede ? html`<p class="lede isolate" .textContent=${screen.lede}></p>` : nothing}
        </div>
        ${screen.notice ? notice(screen.notice) : nothing} ${screen.content ?? nothing}
        ${calendarOf(this.#context, state)} ${this.#renderActions(screen)} ${this.#renderHelp(state)}
      </div>
    </section>`;
  }

  #renderActions({ action, back }: Screen): TemplateResult | typeof nothing {
    return action || back ? html`<div class="actions">${action ?? nothing} ${back ?? nothing}</div>` : nothing;
  }

  #renderHelp({ facts }: ManageState): TemplateResult | typeof nothing {
    if (!facts) return nothing;
    const { phone, email, url } = facts.business.contact;
    // A page is one more link to weigh: only where nobody answers a phone or mail.
    const page = phone || email ? undefined : url;
    const links = contactLinks({ phone, email, url: page, urlLabel: this.#i18n.text('contactPage') });
    return links === nothing
      ? nothing
      : html`<div class="help"><span .textContent=${this.#i18n.text('getInTouch')}></span> ${links}</div>`;
  }
}

function isNoBooking(error: unknown): boolean {
  return error instanceof BackendFailure && /^(not-found|refused|invalid)$/.test(error.kind);
}
