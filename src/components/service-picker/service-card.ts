import { html, nothing, type TemplateResult } from 'lit';
import type { Place } from '../../contract/place.js';
import type { AddOn, Service, ServiceOption } from '../../contract/service.js';
import {
  defaultChoice,
  optionsAt,
  resolveChoice,
  totalMinutes,
  withAddOn,
  type ServiceChoice,
} from '../../domain/services/service-choice.js';
import type { Localize } from '../../ui/controllers/localize.js';
import { choice, type ChoiceOptions } from '../../ui/templates/choice.js';
import { live } from '../../ui/templates/live.js';

/** What a treatment's card needs. */
export interface ServiceCardOptions {
  i18n: Localize;
  service: Service;
  place: Place;
  /** Unique in the root: ids are made from it. */
  index: number;
  /** What is chosen of this treatment; null where another one is, or none. */
  value: ServiceChoice | null;
  /** Why it cannot be chosen. */
  reason: string | undefined;
  /** The ways of working in words; empty where they are not shown. */
  ways: string;
  /** What the least of some durations costs with add-ons, in words. */
  price: (options: readonly ServiceOption[], addOns?: readonly AddOn[]) => string;
  onChoose: (choice: ServiceChoice) => void;
}

/** A short choice and what it costs. */
interface Pill extends Omit<ChoiceOptions, 'label' | 'shape'> {
  words: string;
  price: string;
}

/** A treatment: what it is, and once it is chosen its durations, what can be added, and questions people have. */
export function serviceCard(card: ServiceCardOptions): TemplateResult {
  const { i18n, service, place, index, value, reason, ways, price, onChoose } = card;
  const { intensity, options } = service;
  return html`<div class="service ${value ? 'chosen' : ''}">
    <label class="head">
      <input
        type="radio"
        name="service"
        value=${service.id}
        .checked=${live(value !== null)}
        ?disabled=${reason !== undefined}
        aria-labelledby="name-${index} from-${index}"
        aria-describedby="about-${index}"
        @change=${() => onChoose(defaultChoice(service, place)!)}
      />
      <span class="name isolate" id="name-${index}" .textContent=${service.name}></span>
      <span
        class="from tabular"
        id="from-${index}"
        .textContent=${reason === undefined ? price(optionsAt({ options }, place)) : ''}
      ></span>
      <span class="about isolate" id="about-${index}">
        ${reason ? html`<strong .textContent=${reason}></strong>` : nothing}
        <span .textContent=${service.description}></span>
        <span
          class="term"
          .textContent=${intensity ? i18n.text(`intensity.${intensity as 1 | 2 | 3 | 4 | 5}`) : ''}
        ></span>
        <span class="ways" .textContent=${ways}></span>
      </span>
    </label>
    ${value ? [...chosenParts(card, value), ...questions(i18n, service)] : nothing}
  </div>`;
}

function chosenParts({ i18n, service, place, price, onChoose }: ServiceCardOptions, value: ServiceChoice): unknown[] {
  const lengths = optionsAt(service, place).map((option): Pill => ({
    ...{ type: 'radio', name: 'option', value: option.id, checked: option.id === value.optionId },
    words: i18n.text('duration.minutes', { minutes: option.minutes }),
    price: price([option]),
    onChange: () => onChoose({ ...value, optionId: option.id }),
  }));
  const groups = new Map<string, Pill[]>();
  for (const { id, name, minutes, price, exclusiveGroup = '' } of service.addOns) {
    const pill: Pill = {
      ...{ type: 'checkbox', name: 'add-on', value: id, checked: value.addOnIds.includes(id) },
      words: i18n.text('add', { what: i18n.named(name, minutes) }),
      price: i18n.text('price.plus', { price: i18n.money(price) }),
      onChange: (on) => onChoose(withAddOn(service, value, id, on)),
    };
    const isShared = service.addOns.some((other) => other.id !== id && other.exclusiveGroup === exclusiveGroup);
    const group = isShared ? exclusiveGroup : '';
    groups.set(group, [...(groups.get(group) ?? []), pill]);
  }
  const chosen = resolveChoice([service], value, place);
  const words = { service: service.name };
  return [
    pills(i18n.text('lengthOf', words), lengths),
    ...[...groups].map(([group, members]) =>
      group
        ? pills(i18n.text('addOneOf'), members, 'add-ons', 'small muted')
        : pills(i18n.text('addOns', words), members, 'add-ons'),
    ),
    chosen && chosen.addOns.length > 0
      ? html`<p
          class="sum tabular"
          .textContent=${i18n.text('totalOf', { duration: i18n.duration(totalMinutes(chosen)), price: price([chosen.option], chosen.addOns) })}
        ></p>`
      : nothing,
  ];
}

/** Short choices in a row: durations, or what can be added. */
function pills(
  legend: string,
  pills: readonly Pill[],
  classes = '',
  legendClasses = 'visually-hidden',
): TemplateResult {
  return html`<fieldset class=${classes}>
    <legend class="${legendClasses} isolate" .textContent=${legend}></legend>
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

/** What people ask about a treatment, one fold each. The answers are the host's own. */
function questions(i18n: Localize, { addOns, faq, plan }: Service): TemplateResult[] {
  const additions = addOns.flatMap(({ name, description }) => (description ? `${name}: ${description}` : []));
  const all: [question: string, ...answer: (string | undefined)[]][] = [
    [i18n.text('aboutAddOns'), ...additions],
    ...faq.map(({ question, answer }): [string, string] => [question, answer]),
    [i18n.text('plan'), plan],
  ];
  return all.flatMap(([question, ...answer]) =>
    answer.some(Boolean)
      ? html`<details>
          <summary class="isolate" .textContent=${question}></summary>
          ${answer.map((line) => html`<p class="muted isolate" .textContent=${line}></p>`)}
        </details>`
      : [],
  );
}
