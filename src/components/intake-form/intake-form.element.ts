import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { BookingBackend } from '../../backend/booking-backend.js';
import { ConfigurationError } from '../../backend/connect.js';
import type { Contact } from '../../contract/business.js';
import type { ConsentDocument } from '../../contract/consent.js';
import type { IntakeForm } from '../../contract/intake.js';
import type { Place } from '../../contract/place.js';
import { completed, emptyIntake, type IntakeDraft } from '../../domain/client/intake-draft.js';
import { stopWords, type Screening } from '../../domain/intake/answers.js';
import {
  FORM_SECTIONS,
  needsDetails,
  readIntake,
  sectionsOf,
  stillAsked,
  type FormSection,
  type IntakeFault,
  type IntakeSubmission,
} from '../../domain/intake/submission.js';
import { intake } from '../../locales/en-GB.js';
import { base } from '../../theme/base.js';
import { forcedColors } from '../../theme/forced-colors.js';
import { tokens } from '../../theme/tokens.js';
import { Load, loadScreen } from '../../ui/controllers/load.js';
import { Localize } from '../../ui/controllers/localize.js';
import { emit } from '../../ui/element/emit.js';
import { keepOneOf, warnBadInput, warnOnce } from '../../ui/element/warn-once.js';
import { button, buttonStyles } from '../../ui/templates/button.js';
import { choiceStyles } from '../../ui/templates/choice.js';
import { contactLinksStyles } from '../../ui/templates/contact-links.js';
import { failure, failureOf } from '../../ui/templates/failure.js';
import { fieldStyles } from '../../ui/templates/field.js';
import { errorSummary, errorSummaryStyles, notice, noticeStyles } from '../../ui/templates/notice.js';
import { skeleton, skeletonStyles } from '../../ui/templates/skeleton.js';
import { STOP_HEADING_ID, stopScreen, stopScreenStyles } from '../../ui/templates/stop-screen.js';
import { faultLines } from './fault-words.js';
import { areSections, formSections, wordsOf } from './form-sections.js';
import { bringDetails, loadDetails } from './load-details.js';
import { loadForm } from './load-form.js';
import { styles } from './intake-form.styles.js';

export type { IntakeSubmission };

/**
 * @summary Safety check, contact details, preferences and consent. Answers leave it through `onSubmit` alone.
 *
 * @slot - A link or a phone number: shown while the script has not run, when the questions cannot be loaded, and when the
 * safety check ends online booking.
 * @fires knead-intake-submit - The shown sections were completed. It carries the form's id and version, never an answer.
 * @csspart choice - A choice of a question.
 * @csspart button - Continue, and Change my answer.
 * @csspart notice - A message, for example the one that ends online booking.
 * @cssprop --knead-accent - The one colour that means chosen, available or primary.
 */
export class KneadIntakeForm extends LitElement {
  static override styles = [
    tokens,
    base,
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

  /** Which parts to show, separated by spaces: `safety`, `contact`, `preferences`, `consent`. Without it all that apply. */
  @property() sections: string | null = null;

  /** `incall` (at the therapist's) or `outcall` (at the client's, which asks for an address and a phone number). */
  @property() place: Place = 'incall';

  /** Outward code the visit was priced for: another postcode is refused. */
  @property({ attribute: 'postcode-area' }) postcodeArea: string | null = null;

  /** Level of the sections' headings, 1 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 3;

  /** Leaves out Continue. Who sets it calls `submit()`, heads a section that stands alone, and shows a stop it gets by `onSubmit`. */
  @property({ type: Boolean, attribute: 'without-submit' }) withoutSubmit = false;

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

  #i18n = new Localize(this, intake);
  #faults: readonly IntakeFault[] = [];
  #stop: Screening | null = null;

  #load = new Load(
    this,
    () => [this.backend, this.definition ? null : this.formId, this.formVersion],
    (signal) => {
      const { backend, definition, formId: id, formVersion: version } = this;
      return id && !definition ? loadForm(this, { backend, id, version }, signal) : null;
    },
  );

  #details = new Load(
    this,
    () => [needsDetails(this.#form, this.#sections)],
    () => (needsDetails(this.#form, this.#sections) ? bringDetails(this) : null),
  );

  protected override willUpdate(changed: PropertyValues<this>): void {
    keepOneOf(this, 'place', ['incall', 'outcall']);
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

  /** Focuses what matters most: the heading of a stop, else the error summary, else the first control. */
  override focus(): void {
    this.#find(this.#stop ? STOP_HEADING_ID : this.#faults.length > 0 ? 'error-summary' : 'form')?.focus();
  }

  /** Fetches what sections beyond the safety check take, so that it is there when they show. */
  prepare(): void {
    // Where it fails, showing them tries again.
    loadDetails().catch(() => undefined);
  }

  /**
   * Checks the shown sections. If something is wrong, says what and moves focus there; if all is well, hands the form over.
   * Returns whether it was handed over.
   */
  submit(): boolean {
    const sections = this.#sections;
    if (this.#stop || this.#source.status !== 'complete' || sections.length === 0) return false;
    const form = this.#form;
    const value = this.#draft;
    const reading = readIntake(value, {
      form,
      sections,
      readContact: this.#details.value?.readContact,
      place: this.place,
      outwardCode: this.postcodeArea ?? undefined,
    });
    if ('faults' in reading) return this.#hold(reading.faults);
    const isHandedOver = this.withoutSubmit && this.onSubmit;
    if (reading.screening.worst === 'stop' && !isHandedOver) return this.#hold([], reading.screening);
    this.#faults = [];
    this.requestUpdate();
    this.onSubmit?.({ ...reading, value, at: new Date().toISOString() });
    emit(this, 'knead-intake-submit', { formId: form?.id ?? '', version: form?.version ?? '' }, { reach: 'tells' });
    return true;
  }

  get #form(): IntakeForm | null {
    return this.definition ?? this.#load.value?.form ?? null;
  }

  get #document(): ConsentDocument | null {
    return this.consentDocument ?? (this.definition ? null : (this.#load.value?.document ?? null));
  }

  get #draft(): IntakeDraft {
    return completed(this.value ?? {});
  }

  get #sections(): readonly FormSection[] {
    return sectionsOf(this.#form, this.#document !== null, wordsOf(this.sections) ?? FORM_SECTIONS);
  }

  /** What has to be there first: the form, and then what its sections take. */
  get #source(): Load<unknown> {
    return this.definition || !this.formId || this.#load.status === 'complete' ? this.#details : this.#load;
  }

  /** Enter submits from here, because `submit` never fires in a frame without `allow-forms`. */
  #onKeyDown(event: KeyboardEvent): void {
    const isInput = event.target instanceof HTMLInputElement;
    if (event.key !== 'Enter' || !isInput || event.isComposing) return;
    event.preventDefault();
    if (event.target.type !== 'checkbox' && event.target.type !== 'radio') this.submit();
  }

  /** Shows what stands in the way, or the questions again, and moves focus there. */
  #hold(faults: readonly IntakeFault[] = [], stop: Screening | null = null): false {
    this.#faults = faults;
    this.#stop = stop;
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
    // The markers make session recorders leave this part of the page out: a mask would still show which box is ticked.
    return html`<div
      dir=${this.#i18n.direction}
      class="rr-block sentry-block fs-exclude ph-no-capture"
      data-dd-privacy="hidden"
      data-hj-suppress
      data-clarity-mask="true"
      data-private
    >
      ${loadScreen(this.#source, {
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
      })}
    </div>`;
  }

  #renderForm(): TemplateResult {
    const i18n = this.#i18n;
    const sections = this.#sections;
    const details = this.#details.value ?? null;
    if (this.#stop) return this.#renderStop(this.#stop);
    if (sections.length === 0) return html`${notice({ kind: 'info', text: i18n.text('noForm') })}<slot></slot>`;
    const asked = stillAsked(this.#faults, this.#form, this.#draft.answers);
    const faults = faultLines(i18n, asked, this.#form, this.postcodeArea ?? '', details);
    return html`<form
      id="form"
      novalidate
      autocomplete="on"
      @submit=${(event: Event) => event.preventDefault()}
      @keydown=${(event: KeyboardEvent) => this.#onKeyDown(event)}
    >
      ${errorSummary(i18n.text('problemHeading'), faults, (id) => this.#find(id)?.focus())}
      ${formSections(sections, {
        i18n,
        form: this.#form,
        document: this.#document,
        draft: this.#draft,
        visits: this.place === 'outcall',
        headingLevel: this.withoutSubmit && sections.length === 1 ? null : this.headingLevel,
        errors: new Map(faults.map(({ controlId, error }) => [controlId, error])),
        details,
        onDraft: (change) => (this.value = { ...this.#draft, ...change(this.#draft) }),
      })}
      ${
        this.withoutSubmit
          ? nothing
          : html`<div class="actions">
              ${button({ kind: 'primary', label: i18n.text('continue'), onClick: () => this.submit() })}
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
