import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { BookingBackend } from '../../backend/booking-backend.js';
import { ConfigurationError, connect, storesFor } from '../../backend/connect.js';
import type { HealthBasis } from '../../contract/consent.js';
import type { KneadEvents } from '../../contract/events.js';
import type { Place } from '../../contract/place.js';
import type { ContactDraft } from '../../domain/client/contact.js';
import { FlowController } from '../../flow/flow-controller.js';
import { canGoBack, progress } from '../../flow/route.js';
import { publicStep } from '../../flow/selectors.js';
import type { BookedState, FlowState, Preset, ReviewState } from '../../flow/state.js';
import { booking, intake, record, steps } from '../../locales/en-GB.js';
import { base } from '../../theme/base.js';
import { forcedColors } from '../../theme/forced-colors.js';
import { tokens } from '../../theme/tokens.js';
import { Announcer } from '../../ui/controllers/announcer.js';
import { Load, loadScreen } from '../../ui/controllers/load.js';
import { Localize } from '../../ui/controllers/localize.js';
import { adoptDataAttributes } from '../../ui/element/data-attributes.js';
import { emit } from '../../ui/element/emit.js';
import { keepOneOf, warnBadInput, warnOnce } from '../../ui/element/warn-once.js';
import { button, buttonStyles } from '../../ui/templates/button.js';
import { choiceStyles } from '../../ui/templates/choice.js';
import { contactLinks, contactLinksStyles } from '../../ui/templates/contact-links.js';
import { failure, failureOf } from '../../ui/templates/failure.js';
import { fieldStyles } from '../../ui/templates/field.js';
import { heading } from '../../ui/templates/heading.js';
import { noticeStyles } from '../../ui/templates/notice.js';
import { recordStyles } from '../../ui/templates/record.js';
import { shellStyles } from '../../ui/templates/shell.js';
import { skeleton, skeletonStyles } from '../../ui/templates/skeleton.js';
import { STOP_HEADING_ID, stopScreenStyles } from '../../ui/templates/stop-screen.js';
import { announce } from './announcements.js';
import { sessionStyles } from './session-summary.styles.js';
import { welcomeBack } from './load-returning.js';
import { bringEnding } from './load-ending.js';
import { hasSummary, screenOf } from './screen.js';
import { INSTANT, startFromFragment } from './start-fragment.js';
import type { ScreenContext } from './screen-context.js';
import { sessionWords, summaryBar, summarySide } from './session-summary.js';

/**
 * @summary The whole way from choosing a treatment to a booking, in the page and on any compatible backend.
 *
 * @slot - Shown before the script runs, without JavaScript, and again when the backend cannot be reached: a link or a phone number.
 * @slot booked - The page's own words once something is booked, above what was. Give it `hidden`, so that it does not show before.
 * @attr {'steps'} history - With the script tag: the browser's Back leads a step back. One history entry per step, at the same address.
 * @fires knead-step-changed - Another step shows. A refused safety check looks like the check itself.
 * @fires knead-booking-request - The visitor asks to book. Cancel it to take over.
 * @fires knead-booking-confirmed - The backend has the booking, or the request.
 * @fires knead-booking-failed - The backend refused or could not be reached; carries a code.
 * @csspart shell - The surface that the screens stand on.
 * @csspart heading - Any heading.
 * @csspart button - Any button.
 * @csspart primary - The one main action of a screen.
 * @csspart choice - A radio or checkbox with its label; `chosen` when it is.
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
export class KneadBooking extends LitElement {
  static override styles = [
    tokens,
    base,
    buttonStyles,
    choiceStyles,
    contactLinksStyles,
    fieldStyles,
    noticeStyles,
    skeletonStyles,
    stopScreenStyles,
    shellStyles,
    sessionStyles,
    recordStyles,
    forcedColors,
  ];

  /** Address of a compatible backend, or a backend instance. Without it the nearest ancestor's or the script tag's is used. */
  @property() backend: string | BookingBackend | null = null;

  /** Id of the therapist. Without it the visitor chooses. */
  @property() practitioner: string | null = null;

  /** Id of the treatment to begin with. */
  @property() service: string | null = null;

  /** Id of the duration to begin with; with `service`, the step is passed over. */
  @property() option: string | null = null;

  /** `incall` or `outcall`, chosen beforehand. */
  @property() place: Place | null = null;

  /** First half of the postcode of a visit, as far as the page knows it; the visitor can change it. */
  @property({ attribute: 'postcode-area' }) postcodeArea: string | null = null;

  /** A time chosen elsewhere, as an RFC 3339 instant. It is kept through the earlier steps and checked again. */
  @property() start: string | null = null;

  /**
   * When health and preference questions are asked: `inline`, `later` (by a link in the mail) or `off`, which a business may
   * refuse. The safety check always runs.
   */
  @property() intake: 'inline' | 'later' | 'off' = 'inline';

  /** Why answers about health may be taken: `consent` asks for it in a box of its own, `care` shows a notice. */
  @property({ attribute: 'health-basis' }) healthBasis: HealthBasis = 'consent';

  /** The page's own reference, passed through to the backend and back in events. */
  @property() reference: string | null = null;

  /** Leaves out the trade's words for what is done, such as "petrissage". */
  @property({ type: Boolean, attribute: 'hide-terms' }) hideTerms = false;

  /** `light` or `dark` instead of the page's colour scheme. */
  @property({ reflect: true }) theme: 'light' | 'dark' | null = null;

  /** Look: `paper`, `plain` or `compact`. */
  @property({ reflect: true }) preset: 'paper' | 'plain' | 'compact' | null = null;

  /** Level of the step heading, 2 to 5. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** Contact details the page knows already. Checked like typed ones. */
  @property({ attribute: false }) prefill: Partial<ContactDraft> | null = null;

  /** Short strings of the page's own, passed through to the backend. */
  @property({ attribute: false }) metadata: Record<string, string> | null = null;

  @state() private context: ScreenContext;

  #i18n = new Localize(this, steps, record, booking, intake);
  #announcer = new Announcer(this);
  #focusHeading = false;
  #flow = new FlowController(this, {
    connect: () => {
      const backend = connect(this.backend, this);
      if (!backend) throw new ConfigurationError();
      return backend;
    },
    storesFor,
    preset: () => this.#preset(),
    page: () => ({ locale: this.#i18n.locale.tag, reference: this.reference, metadata: this.metadata }),
    sending: () => this.#ending.value,
    changed: (now, previous) => this.#stepChanged(now, previous),
    mayRequest: (review) => {
      const { serviceId, optionId } = review.service;
      const detail = { ...this.#slotOf(review), serviceId, optionId, place: review.where.place };
      return emit(this, 'knead-booking-request', detail, { reach: 'reports', cancelable: true });
    },
    failed: (code) => emit(this, 'knead-booking-failed', { code }, { reach: 'reports' }),
  });
  #load = new Load(
    this,
    () => [this.backend, this.practitioner],
    (signal) => this.#flow.load(signal),
  );

  #hasTime = false;
  #back: (() => void) | undefined;
  #ending = new Load(
    this,
    () => [this.#hasTime],
    () => (this.#hasTime ? bringEnding(this) : null),
  );

  constructor() {
    super();
    this.context = {
      i18n: this.#i18n,
      flow: this.#flow,
      ending: this.#ending,
      find: (selector: string) => this.renderRoot.querySelector(selector),
      headingLevel: () => this.headingLevel,
      hideTerms: () => this.hideTerms,
      place: { place: null, postcode: '', fault: null },
      practitioner: { chosen: null, missing: false },
      calendarFailed: false,
      update: (change) => (this.context = { ...this.context, ...change }),
    };
  }

  override connectedCallback(): void {
    adoptDataAttributes(this);
    super.connectedCallback();
  }

  protected override willUpdate(): void {
    keepOneOf(this, 'place', [null, 'incall', 'outcall']);
    keepOneOf(this, 'intake', ['inline', 'later', 'off']);
    keepOneOf(this, 'healthBasis', ['consent', 'care']);
    keepOneOf(this, 'theme', [null, 'light', 'dark']);
    keepOneOf(this, 'preset', [null, 'paper', 'plain', 'compact']);
    keepOneOf(this, 'headingLevel', [2, 3, 4, 5]);
    if (this.start === null || INSTANT.test(this.start)) return;
    warnBadInput(this, 'start', 'an RFC 3339 instant such as 2026-10-14T10:00:00Z');
    this.start = null;
  }

  protected override updated(): void {
    if (!this.#focusHeading) return;
    this.#focusHeading = false;
    this.focus();
  }

  /** Focuses the heading of the step that shows, or of the screen that ends it. */
  override focus(): void {
    const { state } = this.#flow;
    const heading = this.renderRoot.querySelector<HTMLElement>(
      state?.step === 'stopped' ? `#${STOP_HEADING_ID}` : '#step-heading',
    );
    // One that has focus already says other words now, and would not be read again.
    heading?.blur();
    heading?.focus();
  }

  /** Goes a step back, where one can; nothing is lost by it. */
  back(): void {
    this.#back?.();
  }

  #preset(): Preset {
    return {
      practitionerId: this.practitioner,
      place: this.place,
      serviceId: this.service,
      optionId: this.option,
      start: this.start ?? startFromFragment(location.hash, this.practitioner),
      intake: this.intake,
      healthBasis: this.healthBasis,
      contact: this.prefill,
    };
  }

  #slotOf({ practitionerId, slot }: BookedState | ReviewState): KneadEvents['knead-slot-select'] {
    const { start, timeZone } = slot;
    return { practitionerId, start, timeZone };
  }

  #stepChanged(now: FlowState, previous: FlowState | null): void {
    if (previous === null) {
      this.context.place.postcode ||= this.postcodeArea ?? '';
      if (/[#&]knead=/.test(location.hash)) void welcomeBack(this.context, location.hash);
      if (this.intake !== now.facts.preset.intake)
        warnBadInput(this, 'intake', 'inline or later, because this business does not go without answers');
      return;
    }
    const step = publicStep(now);
    const before = publicStep(previous);
    if (now.step !== previous.step) {
      this.#focusHeading = true;
      this.context = { ...this.context, calendarFailed: false };
    }
    // A time is chosen, so the details are near, and nothing is waited for.
    if (now.draft.slot && !this.#hasTime) {
      this.#hasTime = true;
      Object.assign(document.createElement('knead-intake-form'), { definition: this.#flow.form }).prepare();
    }
    if (step !== before) emit(this, 'knead-step-changed', { step, previous: before }, { reach: 'reports' });
    announce(this.#i18n, this.#announcer, now, previous);
    this.#ending.value?.sayHold(this.#i18n, this.#announcer, now, previous);
    if ('booking' in now && now.step !== previous.step) {
      const { id: bookingId, status } = now.booking;
      const detail = { ...this.#slotOf(now), bookingId, status, reference: this.reference };
      emit(this, 'knead-booking-confirmed', detail, { reach: 'reports' });
    }
  }

  protected override render(): TemplateResult {
    const { state } = this.#flow;
    // While the flow is loaded once more, what was loaded before stays.
    const pending = (): TemplateResult => (state ? this.#renderStep(state) : this.#renderLoading());
    const error = (error: unknown): TemplateResult => this.#renderFailure(error);
    return html`${this.#announcer.render()}
      <div class="container" dir=${this.#i18n.direction}>
        ${loadScreen(this.#load, { pending, complete: pending, error })}
      </div>`;
  }

  #renderShell(content: unknown, busy?: 'true'): TemplateResult {
    return html`<div class="shell" part="shell"><div class="main" aria-busy=${busy ?? nothing}>${content}</div></div>`;
  }

  #renderLoading(): TemplateResult {
    const words = html`<p class="visually-hidden" role="status">${this.#i18n.text('loadingForm')}</p>`;
    return this.#renderShell([words, skeleton(1, 'line'), skeleton(4)], 'true');
  }

  #renderFailure(error: unknown): TemplateResult {
    const misconfigured = error instanceof ConfigurationError;
    const kind = misconfigured ? 'notFound' : failureOf(error);
    if (misconfigured) warnOnce(`<${this.localName}> backend: ${error.message}`);
    else if (kind === 'notFound') warnBadInput(this, 'practitioner', 'the id of somebody who can be booked here');
    return this.#renderShell(failure({ i18n: this.#i18n, kind, onRetry: () => void this.#load.run() }));
  }

  #renderStep(flowState: FlowState): TemplateResult {
    const i18n = this.#i18n;
    const words = sessionWords(i18n, flowState, Date.now());
    const screen = screenOf(this.context, flowState, words);
    const where = progress(flowState);
    const side = hasSummary(flowState.step);
    const back = canGoBack(flowState)
      ? (screen.back ?? ((): void => this.#flow.dispatch({ type: 'back' })))
      : undefined;
    this.#back = back;
    return html`<section class="shell ${side ? 'with-side' : ''}" part="shell" aria-labelledby="step-heading">
      <div class="main" aria-busy=${screen.busy ? 'true' : nothing}>
        <div>
          ${'booking' in flowState ? html`<div class="tick" aria-hidden="true"></div>` : nothing}
          ${where ? html`<p class="muted small" .textContent=${i18n.text('step', where)}></p>` : nothing}
          ${heading(this.headingLevel, screen.heading, { id: 'step-heading', classes: 'title' })}
          ${screen.lede && html`<p class="lede isolate" .textContent=${screen.lede}></p>`}
        </div>
        ${screen.content} ${side ? summaryBar(i18n, words) : nothing}
        ${screen.action ? this.#ending.value?.holdLine(this.context, flowState) : nothing}
        ${
          screen.action || back
            ? html`<div class="actions">
                ${screen.action} ${back ? button({ kind: 'quiet', label: i18n.text('back'), onClick: back }) : nothing}
              </div>`
            : nothing
        }
        ${this.#renderHelp(flowState)}
      </div>
      ${side ? summarySide(i18n, flowState, words) : nothing}
    </section>`;
  }

  #renderHelp({ facts }: FlowState): TemplateResult | typeof nothing {
    const { phone, email, url } = facts.business.contact;
    // A page is one more link to weigh: only where nobody answers a phone or mail.
    const links = contactLinks({
      phone,
      email,
      url: phone || email ? undefined : url,
      urlLabel: this.#i18n.text('contactPage'),
    });
    return links === nothing
      ? nothing
      : html`<div class="help"><span .textContent=${this.#i18n.text('getInTouch')}></span> ${links}</div>`;
  }
}
