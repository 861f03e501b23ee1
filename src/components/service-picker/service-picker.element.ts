import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { BookingBackend } from '../../backend/booking-backend.js';
import { connect, storesFor } from '../../backend/connect.js';
import type { Place, PlaceOffer } from '../../contract/place.js';
import type { Practitioner } from '../../contract/practitioner.js';
import type { AddOn, Service, ServiceOption } from '../../contract/service.js';
import { optionsAt, resolveChoice, servicesAt, type ServiceChoice } from '../../domain/services/service-choice.js';
import { isMeant } from '../../domain/services/service-search.js';
import { usableServices } from '../../domain/services/usable-services.js';
import { services, steps } from '../../locales/en-GB.js';
import { joined } from '../../locales/format.js';
import { base } from '../../theme/base.js';
import { forcedColors } from '../../theme/forced-colors.js';
import { surface } from '../../theme/surface.js';
import { tokens } from '../../theme/tokens.js';
import { Announcer } from '../../ui/controllers/announcer.js';
import { Load, loadScreen } from '../../ui/controllers/load.js';
import { Localize } from '../../ui/controllers/localize.js';
import { emit } from '../../ui/element/emit.js';
import { adoptDataAttributes } from '../../ui/element/data-attributes.js';
import { keepOneOf, warnBadInput } from '../../ui/element/warn-once.js';
import { buttonStyles } from '../../ui/templates/button.js';
import { choiceStyles } from '../../ui/templates/choice.js';
import { failure, failureOf } from '../../ui/templates/failure.js';
import { fieldError, fieldStyles } from '../../ui/templates/field.js';
import { notice, noticeStyles } from '../../ui/templates/notice.js';
import { skeleton, skeletonStyles } from '../../ui/templates/skeleton.js';
import { choiceOf, formValue } from './form-value.js';
import { presetChoice } from './preset-choice.js';
import { serviceCard } from './service-card.js';
import { inGroups, search } from './service-list.js';
import { styles } from './service-picker.styles.js';
import { freeOffer, sessionPrice, totalOf } from './session-price.js';

/** From so many treatments on they can be searched. */
const MANY = 12;

/**
 * @summary Treatments with their durations, pairings and extras; every price includes the place's fees.
 *
 * A link may carry what to begin with to the page it leads to: `#knead-service=<id>&option=<id>`. It is read and never written.
 *
 * @slot - Shown while the script has not run, and again when the treatments cannot be loaded: a link or a phone number.
 * @fires knead-service-select - The visitor chose a treatment, a duration or an add-on.
 * @csspart button - Any button.
 * @csspart choice - A duration or add-on; `chosen` when it is.
 * @csspart notice - A message, for example when nothing is offered.
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
export class KneadServicePicker extends LitElement {
  static override styles = [
    tokens,
    base,
    surface,
    buttonStyles,
    choiceStyles,
    fieldStyles,
    noticeStyles,
    skeletonStyles,
    styles,
    forcedColors,
  ];
  static formAssociated = true;

  /** Address of a compatible backend, or a backend instance. Without it the nearest ancestor's or the script tag's is used. */
  @property() backend: string | BookingBackend | null = null;

  /** Id of the practitioner whose treatments are shown, when they are loaded from a backend. */
  @property() practitioner: string | null = null;

  /** `incall` (at the therapist's) or `outcall` (at the client's). */
  @property() place: Place = 'incall';

  /** Outward code of the visit, for `outcall`: its travel fee is part of every price. */
  @property({ attribute: 'postcode-area' }) postcodeArea: string | null = null;

  /** Id of the treatment to begin with. */
  @property() service: string | null = null;

  /** Id of the duration to begin with; needs `service`. */
  @property() option: string | null = null;

  /** The treatments, given instead of loaded. */
  @property({ attribute: false }) services: readonly Service[] | null = null;

  /** The practitioner's place with its zones and fees, given instead of loaded. */
  @property({ attribute: false }) offer: PlaceOffer | null = null;

  /** Why some treatments cannot be chosen, in words, by their id. */
  @property({ attribute: false }) unavailable: Readonly<Record<string, string>> | null = null;

  /** Leaves out the trade's words for what is done, such as "petrissage". */
  @property({ type: Boolean, attribute: 'hide-terms' }) hideTerms = false;

  /** In a form: something has to be chosen. */
  @property({ type: Boolean, reflect: true }) required = false;

  /** In a form: nothing can be chosen, and nothing is sent. */
  @property({ type: Boolean, reflect: true }) disabled = false;

  /** What is chosen, or null. The element writes it when the visitor chooses. */
  @property({ attribute: false }) value: ServiceChoice | null = null;

  /** Words beside the list when a choice is missing; set by {@link KneadServicePicker.validate}. */
  @property({ attribute: false }) error: string | null = null;

  @state() private typed = '';

  #i18n = new Localize(this, steps, services);
  #announcer = new Announcer(this);
  #internals = this.attachInternals();
  #speakTimer: ReturnType<typeof setTimeout> | undefined;
  /** What the page asked for and is not offered. */
  #unknown: 'service' | 'option' | null = null;
  #given: readonly Service[] | undefined;
  #services: readonly Service[] = [];

  #load = new Load(
    this,
    () => [this.services ? null : this.backend, this.practitioner, this.services],
    async (signal) => {
      const backend = this.services ? null : await connect(this.backend, this);
      return backend && (await storesFor(backend)).catalogue.catalogue(this.practitioner ?? undefined, signal);
    },
  );

  constructor() {
    super();
    this.addEventListener('invalid', () => (this.error = this.#i18n.text('chooseTreatment')));
  }

  override connectedCallback(): void {
    adoptDataAttributes(this);
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#speakTimer);
  }

  /** The form around it was reset: back to what the page asked for, or to nothing. */
  formResetCallback(): void {
    this.value = this.error = null;
  }

  /** The form around it, or a fieldset, was disabled or enabled. */
  formDisabledCallback(): void {
    this.requestUpdate();
  }

  /** The browser brings back what was chosen before the page was left. */
  formStateRestoreCallback(state: FormData): void {
    this.value = choiceOf(state);
  }

  protected override willUpdate(): void {
    keepOneOf(this, 'place', ['incall', 'outcall']);
    const given = this.services ?? this.#load.value?.services ?? [];
    if (given !== this.#given) {
      this.#given = given;
      const { services, left } = usableServices(given);
      const places = this.services ? undefined : this.#practitioner?.places.map(({ place }) => place);
      this.#services = places ? servicesAt(services, ...places) : services;
      if (left > 0) warnBadInput(this, 'services', `what the contract says (${left} part(s) left out)`);
    }
    if (!this.value) this.#preselect();
    const name = this.getAttribute('name');
    const chosen = this.#chosen;
    this.#internals.setFormValue(name && chosen ? formValue(name, chosen) : null);
  }

  protected override updated(): void {
    const first = this.renderRoot.querySelector('input') ?? undefined;
    const valueMissing = this.required && !this.#chosen;
    this.#internals.setValidity({ valueMissing }, this.#i18n.text('chooseTreatment'), first);
    // Known only now: an attribute of our own is written after drawing, and a fieldset of the page says nothing.
    const list = this.renderRoot.querySelector('fieldset');
    if (list) list.disabled = this.matches(':disabled');
  }

  /** Focuses the chosen treatment, or the first one. */
  override focus(): void {
    const find = (selector: string): HTMLElement | null => this.renderRoot.querySelector(selector);
    (find(':checked') ?? find('[type=radio]:enabled'))?.focus();
  }

  /** Whether something is chosen; if not, says so beside the list and moves focus there. */
  validate(): boolean {
    this.error = this.#chosen ? null : this.#i18n.text('chooseTreatment');
    if (this.error) this.focus();
    return !this.error;
  }

  get #practitioner(): Practitioner | undefined {
    const all = this.#load.value?.practitioners;
    return all?.find(({ id }) => id === this.practitioner) ?? all?.[0];
  }

  get #offer(): PlaceOffer {
    const { place } = this;
    const offer = this.offer ?? this.#practitioner?.places.find((each) => each.place === place);
    return offer ?? freeOffer(place, this.postcodeArea);
  }

  get #chosen(): ReturnType<typeof resolveChoice> {
    const { value } = this;
    return value && !this.unavailable?.[value.serviceId] ? resolveChoice(this.#services, value, this.place) : undefined;
  }

  #reasonAgainst(service: Service): string | undefined {
    const reason = this.unavailable?.[service.id];
    if (reason || optionsAt(service, this.place).length > 0) return reason;
    return this.#i18n.text(`only.${this.place === 'incall' ? 'outcall' : 'incall'}`);
  }

  #preselect(): void {
    if (this.#services.length === 0) return;
    const possible = this.#services.filter((service) => !this.#reasonAgainst(service));
    const { choice, unknown } = presetChoice(possible, this.place, this, location.hash);
    this.value = choice;
    this.#unknown = unknown;
    if (unknown) warnBadInput(this, unknown, 'the id of something offered here');
  }

  #choose(value: ServiceChoice): void {
    this.value = value;
    this.error = this.#unknown = null;
    emit(this, 'knead-service-select', { ...value }, { reach: 'asks' });
    this.#speak(() => {
      const chosen = this.#chosen;
      return chosen ? totalOf(this.#i18n, chosen, this.#price) : '';
    });
  }

  /** Arrow keys pass many choices quickly, and words are typed letter by letter: speaks only where the visitor stays. */
  #speak(words: () => string): void {
    clearTimeout(this.#speakTimer);
    this.#speakTimer = setTimeout(() => this.#announcer.say(words()), 500);
  }

  #price = (options: readonly ServiceOption[], addOns?: readonly AddOn[]): string =>
    sessionPrice(this.#i18n, this.#offer, this.postcodeArea, options, addOns);

  protected override render(): TemplateResult {
    return html`${this.#announcer.render()}
      <div dir=${this.#i18n.direction}>
        ${
          this.services
            ? this.#renderServices()
            : loadScreen(this.#load, {
                pending: () =>
                  html`<p class="visually-hidden">${this.#i18n.text('loadingTreatments')}</p>
                    ${skeleton(4)}`,
                complete: () => this.#renderServices(),
                error: (error) =>
                  failure({ i18n: this.#i18n, kind: failureOf(error), onRetry: () => void this.#load.run() }),
              })
        }
      </div>`;
  }

  #renderServices(): TemplateResult {
    const i18n = this.#i18n;
    const { place, typed } = this;
    const [anything] = servicesAt(this.#services, place);
    if (!anything || !this.#price(optionsAt(anything, place))) {
      const text = anything ? i18n.text('notReached', { outwardCode: this.postcodeArea ?? '' }) : i18n.text('empty');
      return html`${notice({ kind: 'info', text })}<slot></slot>`;
    }
    const isFound = (service: Service): boolean => isMeant(service, this.typed.trim());
    const found = (): string => i18n.text('found', { count: this.#services.filter(isFound).length });
    const onInput = (typed: string): void => {
      this.typed = typed;
      this.#speak(found);
    };
    const cards = this.#services.flatMap((service, index) => {
      const value = this.value?.serviceId === service.id ? this.value : null;
      if (!value && !isFound(service)) return [];
      return [[service.group ?? '', this.#renderService(service, index, value)] as const];
    });
    return html`${this.#services.length < MANY ? nothing : search(i18n, typed, typed && found(), onInput)}
      <fieldset aria-describedby=${this.error ? 'services-error' : nothing}>
        <legend class="visually-hidden">${i18n.text('treatment')}</legend>
        ${this.#unknown ? notice({ kind: 'info', text: i18n.text(`unknown.${this.#unknown}`) }) : nothing}
        ${this.error ? fieldError('services-error', i18n.text('errorPrefix'), this.error) : nothing} ${inGroups(cards)}
      </fieldset>`;
  }

  #renderService(service: Service, index: number, value: ServiceChoice | null): TemplateResult {
    const ways = service.techniques.map(({ name, term }) => (term && !this.hideTerms ? `${name} (${term})` : name));
    return serviceCard({
      ...{ i18n: this.#i18n, service, index, value, place: this.place, price: this.#price },
      reason: this.#reasonAgainst(service),
      ways: value || this.typed ? joined(ways, ' · ') : '',
      onChoose: (choice) => this.#choose(choice),
    });
  }
}
