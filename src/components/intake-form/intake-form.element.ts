import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { BookingBackend } from '../../backend/booking-backend.js';
import { ConfigurationError } from '../../backend/connect.js';
import type { Contact } from '../../contract/business.js';
import type { ConsentDocument, HealthBasis } from '../../contract/consent.js';
import type { IntakeForm } from '../../contract/intake.js';
import type { Place } from '../../contract/place.js';
import { completed, emptyIntake, type IntakeDraft } from '../../domain/client/intake-draft.js';
import { areSent, endsBooking, stopWords, type Screening } from '../../domain/intake/answers.js';
import type { Turn } from '../../domain/intake/pages.js';
import {
  asksWhere,
  FORM_SECTIONS,
  needsDetails,
  readIntake,
  sectionsOf,
  stillAsked,
  type FormSection,
  type IntakeFault,
  type IntakeSubmission,
} from '../../domain/intake/submission.js';
import { intake, steps } from '../../locales/en-GB.js';
import { base } from '../../theme/base.js';
import { forcedColors } from '../../theme/forced-colors.js';
import { surface } from '../../theme/surface.js';
import { tokens } from '../../theme/tokens.js';
import { Load, loadScreen } from '../../ui/controllers/load.js';
import { Localize } from '../../ui/controllers/localize.js';
import { emit } from '../../ui/element/emit.js';
import { adoptDataAttributes } from '../../ui/element/data-attributes.js';
import { keepOneOf, warnBadInput, warnOnce } from '../../ui/element/warn-once.js';
import { button, buttonStyles } from '../../ui/templates/button.js';
import { choiceStyles } from '../../ui/templates/choice.js';
import { contactLinksStyles } from '../../ui/templates/contact-links.js';
import { failure, failureOf } from '../../ui/templates/failure.js';
import { fieldStyles } from '../../ui/templates/field.js';
import { errorSummary, errorSummaryStyles, notice, noticeStyles } from '../../ui/templates/notice.js';
import { skeleton, skeletonStyles } from '../../ui/templates/skeleton.js';
import { STOP_HEADING_ID, stopScreen, stopScreenStyles } from '../../ui/templates/stop-screen.js';
import { unrecorded } from '../../ui/templates/unrecorded.js';
import { faultLines } from './fault-words.js';
import { areSections, wordsOf } from './form-sections.js';
import { bringDetails, fetchDetails } from './load-details.js';
import type { Later } from './later-kit.js';
import { loadBooked, loadForm } from './load-form.js';
import { safetySection } from './questions-section.js';
import type { SectionOptions } from './section-options.js';
import { styles } from './intake-form.styles.js';

export type { IntakeSubmission };

/**
 * @summary Safety check, contact details, preferences and consent. Answers leave it through `onSubmit` alone.
 *
 * @slot - A link or a phone number: shown while the script has not run, when the questions cannot be loaded, and when the
 * safety check ends online booking.
 * @fires knead-intake-submit - The shown sections were completed. It carries the form's id and version, never an answer.
 * @csspart heading - Any heading.
 * @csspart button - Any button.
 * @csspart primary - Continue.
 * @csspart choice - A choice of a question; `chosen` when it is.
 * @csspart notice - A message, for example the one that ends online booking.
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
export class KneadIntakeForm extends LitElement {
  static override styles = [
    tokens,
    base,
    surface,
    buttonStyles,
    choiceStyles,
    contactLinksStyles,
    fieldStyles,
    noticeStyles,
    errorSummaryStyles,
    skeletonStyles,
    stopScreenStyles,
    styles,
    forcedColors,
  ];

  /** Address of a compatible backend, or a backend instance. Without it the nearest ancestor's or the script tag's is used. */
  @property() backend: string | BookingBackend | null = null;

  /** Id of the form to load. */
  @property({ attribute: 'form-id' }) formId: string | null = null;

  /** Version of the form to load; needed with `form-id`. */
  @property({ attribute: 'form-version' }) formVersion: string | null = null;

  /**
   * Asks the questions of a booking that was made, and sends the answers: the booking with this id, or for an empty one the
   * booking that the address names, `#knead=<id>.<token>`. The token is read from there alone.
   */
  @property({ attribute: 'booking-id' }) bookingId: string | null = null;

  /** Which parts to show, separated by spaces: `safety`, `contact`, `preferences`, `consent`. Without it all that apply. */
  @property() sections: string | null = null;

  /** `incall` (at the therapist's) or `outcall` (at the client's, which asks for an address and a phone number). */
  @property() place: Place = 'incall';

  /**
   * Why answers about health may be taken (UK GDPR Art. 9(2)): `consent` asks for it in a box of its own, `care` shows a notice
   * where a health professional needs them for the care they give.
   */
  @property({ attribute: 'health-basis' }) healthBasis: HealthBasis = 'consent';

  /** Outward code the visit was priced for: another postcode is refused. */
  @property({ attribute: 'postcode-area' }) postcodeArea: string | null = null;

  /** Level of the sections' headings, 1 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 3;

  /** Leaves out Continue. Who sets it calls `submit()`, heads a section that stands alone, and shows a stop it gets by `onSubmit`. */
  @property({ type: Boolean, attribute: 'without-submit' }) withoutSubmit = false;

  /**
   * Words of the last page's button, instead of Continue, where the answers are those of a booking that was made. Then only
   * answers that never leave the device end it here; whoever receives the others learns what they lead to.
   */
  @property({ attribute: false }) submitLabel: string | null = null;

  /** The form, given instead of loaded. */
  @property({ attribute: false }) definition: IntakeForm | null = null;

  /** What the client agrees to before answers are sent; without it no consent is asked. */
  @property({ attribute: false }) consentDocument: ConsentDocument | null = null;

  /** A human to talk to where the safety check ends online booking. */
  @property({ attribute: false }) contactPoint: Contact | null = null;

  /** What is typed and ticked. The element writes it when the visitor does. */
  @property({ attribute: false }) value: IntakeDraft = emptyIntake;

  /**
   * Receives the completed form with every answer. A stop is handed over only with `without-submit`; otherwise the element
   * ends there itself, and nobody receives anything.
   */
  @property({ attribute: false }) onSubmit: ((submission: IntakeSubmission) => void) | null = null;

  #i18n = new Localize(this, steps, intake);
  #faults: readonly IntakeFault[] = [];
  #stop: Screening | null = null;

  #load = new Load(
    this,
    () => [this.backend, this.definition ? null : this.formId, this.formVersion, this.bookingId, this.healthBasis],
    (signal) => {
      const { backend, definition, formId: id, formVersion: version, bookingId, healthBasis: basis } = this;
      if (bookingId !== null && !definition) return loadBooked(this, this.#i18n, signal);
      return id && !definition ? loadForm(this, { backend, id, version, basis }, signal) : null;
    },
  );

  #details = new Load(
    this,
    () => [needsDetails(this.#form, this.#sections), asksWhere(this.#form)],
    () => (needsDetails(this.#form, this.#sections) ? bringDetails(this, asksWhere(this.#form)) : null),
  );

  override connectedCallback(): void {
    adoptDataAttributes(this);
    super.connectedCallback();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    keepOneOf(this, 'place', ['incall', 'outcall']);
    keepOneOf(this, 'healthBasis', ['consent', 'care']);
    if (changed.has('sections') && !areSections(this.sections)) {
      warnBadInput(this, 'sections', `some of "${FORM_SECTIONS.join(' ')}"`);
    }
    if (changed.has('definition') || changed.has('formId') || changed.has('sections') || changed.has('place')) {
      this.#faults = [];
      this.#stop = null;
    }
    const form = this.#form;
    if (form && !form.reviewedBy) {
      warnOnce(`The intake form "${form.id}" names no reviewer: have a clinician read it, then set reviewedBy.`);
    }
  }

  /** Focuses what matters most: the heading of a stop, the error summary, the heading of a page, else the first control. */
  override focus(): void {
    const id = this.#stop ? STOP_HEADING_ID : this.#faults.length > 0 ? 'error-summary' : 'page-heading';
    (this.#find(id) ?? this.#find('form'))?.focus();
  }

  /** Fetches what sections beyond the safety check take, so that it is there when they show. */
  prepare(): void {
    // Where it fails, showing them tries again.
    fetchDetails(asksWhere(this.#form)).catch(() => undefined);
  }

  /**
   * Checks the page that shows. If something is wrong, says what and moves focus there; if all is well, shows the next page
   * or, after the last one, hands the form over. Returns whether it was handed over.
   */
  submit(): boolean {
    return this.#goOn(this.#draft);
  }

  /** Shows the page before. Returns whether there is one. */
  back(): boolean {
    const page = this.#details.value?.pageBefore(this.#sections, { form: this.#form, draft: this.#draft });
    if (page) this.#hold([], null, page.number);
    return page !== undefined;
  }

  #goOn(draft: IntakeDraft, inPerson = false): boolean {
    const sections = this.#sections;
    const form = this.#form;
    const details = this.#details.value;
    if (this.#stop || this.#source.status !== 'complete' || sections.length === 0) return false;
    const reading = readIntake(
      draft,
      {
        form,
        sections,
        inPerson,
        healthBasis: this.healthBasis,
        place: this.place,
        outwardCode: this.postcodeArea ?? undefined,
      },
      details?.readRest,
    );
    const { screening } = reading;
    const later = this.#later;
    const stops = screening.rules.filter(endsBooking);
    const ends = this.#label ? !areSent(form!, draft.answers, stops) : stops.length > 0;
    const { faults, page }: Turn = details?.turn(sections, { form, draft }, reading.faults, inPerson) ?? {
      faults: reading.faults,
      page: undefined,
    };
    // Where nothing can be booked, no more is asked.
    if (faults.length > 0 || (page && !ends)) return this.#hold(faults, null, page?.number);
    if (ends && !(this.withoutSubmit && this.onSubmit)) return this.#hold([], screening);
    this.#faults = [];
    // Where answers are taken on the basis of care, going on shares them.
    const value = { ...draft, consentGiven: draft.consentGiven || (this.healthBasis === 'care' && !inPerson) };
    this.value = value;
    const submission = { ...reading, value, at: new Date().toISOString() };
    later?.take(submission);
    this.onSubmit?.(submission);
    emit(this, 'knead-intake-submit', { formId: form?.id ?? '', version: form?.version ?? '' }, { reach: 'tells' });
    return true;
  }

  get #form(): IntakeForm | null {
    return this.definition ?? this.#load.value?.form ?? null;
  }

  get #label(): string | null {
    return this.#later?.label() ?? this.submitLabel;
  }

  get #later(): Later | undefined {
    return this.definition ? undefined : this.#load.value?.later;
  }

  get #document(): ConsentDocument | null {
    return this.consentDocument ?? (this.definition ? null : (this.#load.value?.document ?? null));
  }

  get #draft(): IntakeDraft {
    const draft = completed(this.value ?? {});
    return {
      ...draft,
      answers: { ...this.#details.value?.initial(this.#form), ...this.#later?.answers, ...draft.answers },
    };
  }

  get #sections(): readonly FormSection[] {
    return sectionsOf(
      this.#form,
      this.#document !== null,
      wordsOf(this.sections) ?? this.#later?.sections ?? FORM_SECTIONS,
    );
  }

  /** What has to be there first: the form, and then what its sections take. */
  get #source(): Load<unknown> {
    return this.definition || (!this.formId && this.bookingId === null) || this.#load.status === 'complete'
      ? this.#details
      : this.#load;
  }

  /** Enter submits from here, because `submit` never fires in a frame without `allow-forms`. */
  #onKeyDown(event: KeyboardEvent): void {
    const isInput = event.target instanceof HTMLInputElement;
    if (event.key !== 'Enter' || !isInput || event.isComposing) return;
    event.preventDefault();
    if (event.target.type !== 'checkbox' && event.target.type !== 'radio') this.submit();
  }

  /** Shows what stands in the way, or a page, and moves focus there. */
  #hold(faults: readonly IntakeFault[] = [], stop: Screening | null = null, page = this.#draft.page): false {
    this.#faults = faults;
    this.#stop = stop;
    this.value = { ...this.#draft, page };
    this.requestUpdate();
    void this.updateComplete.then(() => this.focus());
    return false;
  }

  /** The control with an id, or the first of a group of controls. */
  #find(id: string): HTMLElement | null {
    const found = this.renderRoot.querySelector<HTMLElement>(`#${id}`);
    return found?.matches('fieldset, form') ? found.querySelector<HTMLElement>('input, textarea') : found;
  }

  protected override render(): TemplateResult {
    return unrecorded(
      loadScreen(this.#source, {
        pending: () =>
          html`<p class="visually-hidden">${this.#i18n.text('loadingQuestions')}</p>
            ${skeleton(4)}`,
        complete: () => this.#renderForm(),
        error: (error) =>
          failure({
            i18n: this.#i18n,
            kind: error instanceof ConfigurationError ? 'notFound' : failureOf(error),
            onRetry: () => void this.#source.run(),
          }),
      }),
      this.#i18n.direction,
    );
  }

  #renderForm(): TemplateResult {
    const i18n = this.#i18n;
    const sections = this.#sections;
    const details = this.#details.value ?? null;
    const later = this.#later;
    const instead = later?.screen();
    if (this.#stop) return html`${this.#renderStop(this.#stop)}${later?.unsent()}`;
    if (instead) return instead;
    if (sections.length === 0) return html`${notice({ kind: 'info', text: i18n.text('noForm') })}<slot></slot>`;
    const asked = stillAsked(this.#faults, this.#form, this.#draft.answers);
    const faults = faultLines(i18n, asked, this.#form, this.postcodeArea ?? '', details);
    const options: SectionOptions = {
      i18n,
      form: this.#form,
      document: this.#document,
      draft: this.#draft,
      visits: this.place === 'outcall',
      headingLevel: this.withoutSubmit && sections.length === 1 ? null : this.headingLevel,
      errors: new Map(faults.map(({ controlId, error }) => [controlId, error])),
      details,
      healthBasis: this.healthBasis,
      isShown: () => true,
      onInPerson: sections.includes('contact') ? () => this.#goOn({ ...this.#draft, consentGiven: false }, true) : null,
      onDraft: (change) => (this.value = { ...this.#draft, ...change(this.#draft) }),
    };
    const isLast = !details?.turn(sections, options, [], false).page;
    const back = details?.pageBefore(sections, options);
    return html`<form
      id="form"
      novalidate
      autocomplete="on"
      @submit=${(event: Event) => event.preventDefault()}
      @keydown=${(event: KeyboardEvent) => this.#onKeyDown(event)}
    >
      ${back ? nothing : later?.intro()}
      ${errorSummary(i18n.text('problemHeading'), faults, (id) => this.#find(id)?.focus())}
      ${details ? details.draw(sections, options) : safetySection(options)}
      ${
        this.withoutSubmit
          ? nothing
          : html`${later?.problem()}
              <div class="actions">
                ${button({ kind: 'primary', label: (isLast && this.#label) || i18n.text('continue'), onClick: () => this.submit() })}
                ${back ? button({ kind: 'quiet', label: i18n.text('back'), onClick: () => this.back() }) : nothing}
              </div>`
      }
    </form>`;
  }

  #renderStop({ rules }: Screening): TemplateResult {
    return stopScreen({
      i18n: this.#i18n,
      headingLevel: this.headingLevel,
      ...stopWords(rules),
      onChange: () => this.#hold(),
      contact: this.contactPoint ?? this.#load.value?.contact ?? null,
    });
  }
}
