import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { BookingBackend } from '../../backend/booking-backend.js';
import { connect, storesFor } from '../../backend/connect.js';
import type { Place, PlaceOffer } from '../../contract/place.js';
import type { AddOn, Service, ServiceOption } from '../../contract/service.js';
import { lowestPrice, priceOf } from '../../domain/pricing/price.js';
import {
  defaultChoice,
  optionsAt,
  resolveChoice,
  servicesAt,
  totalMinutes,
  withAddOn,
  type ServiceChoice,
} from '../../domain/services/service-choice.js';
import { services } from '../../locales/en-GB.js';
import { base } from '../../theme/base.js';
import { forcedColors } from '../../theme/forced-colors.js';
import { tokens } from '../../theme/tokens.js';
import { Announcer } from '../../ui/controllers/announcer.js';
import { Load } from '../../ui/controllers/load.js';
import { Localize } from '../../ui/controllers/localize.js';
import { emit } from '../../ui/element/emit.js';
import { keepOneOf, warnBadInput } from '../../ui/element/warn-once.js';
import { buttonStyles } from '../../ui/templates/button.js';
import { choice, choiceStyles, type ChoiceOptions } from '../../ui/templates/choice.js';
import { failure, failureOf } from '../../ui/templates/failure.js';
import { fieldError, fieldStyles } from '../../ui/templates/field.js';
import { notice, noticeStyles } from '../../ui/templates/notice.js';
import { skeleton, skeletonStyles } from '../../ui/templates/skeleton.js';
import { styles } from './service-picker.styles.js';

/** A short choice and what it costs. */
interface Pill extends Omit<ChoiceOptions, 'label' | 'shape'> {
  words: string;
  price: string;
}

/**
 * @summary Treatments with their durations, pairings and extras; every price includes the place's fees.
 *
 * @slot - Shown while the script has not run, and again when the treatments cannot be loaded: a link or a phone number.
 * @fires knead-service-select - The visitor chose a treatment, a duration or an add-on.
 * @csspart choice - A duration or add-on.
 * @csspart notice - A message, for example when nothing is offered.
 * @cssprop --knead-accent - The one colour that means chosen, available or primary.
 */
export class KneadServicePicker extends LitElement {
  static override styles = [
    tokens,
    base,
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

  /** What is chosen, or null. The element writes it when the visitor chooses. */
  @property({ attribute: false }) value: ServiceChoice | null = null;

  /** Words beside the list when a choice is missing; set by {@link KneadServicePicker.validate}. */
  @property({ attribute: false }) error: string | null = null;

  #i18n = new Localize(this, services);
  #announcer = new Announcer(this);
  #internals = this.attachInternals();
  #announceTimer: ReturnType<typeof setTimeout> | undefined;
  #presetUnknown = false;

  #load = new Load(
    this,
    () => [this.services ? null : this.backend, this.practitioner, this.services],
    async (signal) => {
      const backend = this.services ? null : await connect(this.backend, this);
      return backend && (await storesFor(backend)).catalogue.catalogue(this.practitioner ?? undefined, signal);
    },
  );

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#announceTimer);
  }

  protected override willUpdate(): void {
    keepOneOf(this, 'place', ['incall', 'outcall']);
    if (!this.value && this.service && this.#services.length > 0) this.#preselect(this.service);
    this.#internals.setFormValue(this.#formData());
  }

  /** Focuses the list of treatments, or its error. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLInputElement>('input:checked, input')?.focus();
  }

  /** Whether something is chosen; if not, says so beside the list and moves focus there. */
  validate(): boolean {
    const valid = this.#chosen !== undefined;
    this.error = valid ? null : this.#i18n.text('chooseTreatment');
    if (!valid) this.focus();
    return valid;
  }

  get #services(): readonly Service[] {
    return servicesAt(this.services ?? this.#load.value?.services ?? [], this.place);
  }

  get #offer(): PlaceOffer | undefined {
    const practitioner =
      this.#load.value?.practitioners.find(({ id }) => id === this.practitioner) ?? this.#load.value?.practitioners[0];
    return this.offer ?? practitioner?.places.find(({ place }) => place === this.place);
  }

  get #chosen(): ReturnType<typeof resolveChoice> {
    return this.value ? resolveChoice(this.#services, this.value, this.place) : undefined;
  }

  #preselect(serviceId: string): void {
    const service = this.#services.find(({ id }) => id === serviceId);
    const preset = service && defaultChoice(service, this.place);
    const option = preset && optionsAt(service, this.place).find(({ id }) => id === this.option);
    this.#presetUnknown = !preset || (this.option !== null && !option);
    if (this.#presetUnknown) warnBadInput(this, preset ? 'option' : 'service', 'the id of something offered here');
    if (preset) this.value = option ? { ...preset, optionId: option.id } : preset;
  }

  #choose(value: ServiceChoice): void {
    this.value = value;
    this.error = null;
    this.#presetUnknown = false;
    emit(this, 'knead-service-select', { ...value }, { reach: 'asks' });
    clearTimeout(this.#announceTimer);
    // Arrow keys pass many choices quickly: speak only where the visitor stays.
    this.#announceTimer = setTimeout(() => {
      const chosen = this.#chosen;
      if (!chosen) return;
      const price = this.#price(chosen.service, chosen.option, chosen.addOns);
      this.#announcer.say(this.#i18n.text('totalOf', { duration: this.#i18n.duration(totalMinutes(chosen)), price }));
    }, 500);
  }

  #price(service: Service, option: Pick<ServiceOption, 'prices'>, addOns: readonly AddOn[]): string {
    const offer = this.#offer;
    const priced =
      offer &&
      priceOf({ service, option, addOns, offer, outwardCode: this.postcodeArea ?? undefined, travelLabel: '' });
    if (priced && 'total' in priced) return this.#i18n.money(priced.total);
    const price = option.prices.find(({ place }) => place === this.place)?.price;
    return price
      ? this.#i18n.money(addOns.reduce((sum, addOn) => ({ ...sum, amount: sum.amount + addOn.price.amount }), price))
      : '';
  }

  #formData(): FormData | null {
    const name = this.getAttribute('name');
    if (!name || !this.value) return null;
    const data = new FormData();
    data.set(name, this.value.serviceId);
    data.set(`${name}-option`, this.value.optionId);
    for (const addOn of this.value.addOnIds) data.append(`${name}-add-on`, addOn);
    return data;
  }

  protected override render(): TemplateResult {
    return html`${this.#announcer.render()}
      <div dir=${this.#i18n.direction}>
        ${
          this.services
            ? this.#renderServices()
            : this.#load.render({
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
    const services = this.#services;
    if (services.length === 0) return html`${notice({ kind: 'info', text: this.#i18n.text('empty') })}<slot></slot>`;
    const groups = new Map<string, Service[]>();
    for (const service of services)
      groups.set(service.group ?? '', [...(groups.get(service.group ?? '') ?? []), service]);
    return html`<fieldset aria-describedby=${this.error ? 'services-error' : nothing}>
      <legend class="visually-hidden">${this.#i18n.text('treatment')}</legend>
      ${this.#presetUnknown ? notice({ kind: 'info', text: this.#i18n.text('unknownPreset') }) : nothing}
      ${this.error ? fieldError('services-error', this.#i18n.text('errorPrefix'), this.error) : nothing}
      ${[...groups].map(
        ([group, members]) =>
          html`${group && groups.size > 1 ? html`<p class="group isolate" .textContent=${group}></p>` : nothing}
            <div class="services">${members.map((service) => this.#renderService(service))}</div>`,
      )}
    </fieldset>`;
  }

  #renderService(service: Service): TemplateResult {
    const i18n = this.#i18n;
    const value = this.value?.serviceId === service.id ? this.value : null;
    const options = optionsAt(service, this.place);
    const lowest = this.#offer ? lowestPrice(service, this.#offer, this.postcodeArea ?? undefined) : null;
    const price = lowest ? i18n.money(lowest) : this.#price(service, options[0]!, []);
    return html`<div class="service ${value ? 'chosen' : ''}">
      <label class="head">
        <input
          type="radio"
          name="service"
          value=${service.id}
          .checked=${value !== null}
          aria-describedby="about-${service.id}"
          @change=${() => this.#choose(defaultChoice(service, this.place)!)}
        />
        <span class="name isolate" .textContent=${service.name}></span>
        <span
          class="from tabular"
          .textContent=${options.length > 1 ? i18n.text('price.from', { price }) : price}
        ></span>
        <span class="about isolate" id="about-${service.id}">
          <span .textContent=${service.description}></span>
          <span
            class="term"
            .textContent=${service.intensity ? i18n.text(`intensity.${service.intensity as 1 | 2 | 3 | 4 | 5}`) : ''}
          ></span>
        </span>
      </label>
      ${value ? this.#renderChosen(service, options, value) : nothing}
    </div>`;
  }

  #renderChosen(service: Service, options: readonly ServiceOption[], value: ServiceChoice): unknown {
    const i18n = this.#i18n;
    const lengths = options.map(({ id, minutes, prices }): Pill => ({
      ...{ type: 'radio', name: 'option', value: id, checked: id === value.optionId },
      words: i18n.text('duration.minutes', { minutes }),
      price: this.#price(service, { prices }, []),
      onChange: () => this.#choose({ ...value, optionId: id }),
    }));
    const addOns = service.addOns.map(({ id, name, minutes, price }): Pill => ({
      ...{ type: 'checkbox', name: 'add-on', value: id, checked: value.addOnIds.includes(id) },
      words: i18n.text('add', { what: i18n.named(name, minutes) }),
      price: i18n.text('price.plus', { price: i18n.money(price) }),
      onChange: (on) => this.#choose(withAddOn(service, value, id, on)),
    }));
    const words = { service: service.name };
    return [
      this.#renderPills(i18n.text('lengthOf', words), '', lengths),
      addOns.length > 0 ? this.#renderPills(i18n.text('addOns', words), 'add-ons', addOns) : nothing,
    ];
  }

  /** Short choices in a row: durations, or what can be added. */
  #renderPills(legend: string, classes: string, pills: readonly Pill[]): TemplateResult {
    return html`<fieldset class=${classes}>
      <legend class="visually-hidden isolate" .textContent=${legend}></legend>
      <div class="pills">
        ${pills.map(({ words, price, ...pill }) =>
          choice({
            ...pill,
            shape: 'pill',
            label: html`<span class="choice-label tabular"
              ><span class="isolate" .textContent=${words}></span><span class="price" .textContent=${price}></span
            ></span>`,
          }),
        )}
      </div>
    </fieldset>`;
  }
}
