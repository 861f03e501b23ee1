import { html, nothing, type TemplateResult } from 'lit';
import type { Place } from '../../contract/place.js';
import type { AddOn, Service, ServiceOption } from '../../contract/service.js';
import {
  defaultChoice,
  optionsAt,
  resolveChoice,
  withAddOn,
  type ServiceChoice,
} from '../../domain/services/service-choice.js';
import { type Localize, money, named } from '../../ui/controllers/localize.js';
import { choice, type ChoiceOptions } from '../../ui/templates/choice.js';
import { live } from '../../ui/templates/live.js';
import { totalOf } from './session-price.js';

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
        <span .textContent=${intensity ? i18n.text(`intensity.${intensity as 1 | 2 | 3 | 4 | 5}`) : ''}></span>
        <span .textContent=${ways}></span>
      </span>
    </label>
    ${value ? [...chosenParts(card, value), ...questions(i18n, service)] : nothing}
  </div>`;
}

function chosenParts({ i18n, service, place, price, onChoose }: ServiceCardOptions, value: ServiceChoice): unknown[] {
  const { addOns } = service;
  const lengths = optionsAt(service, place).map((option) =>
    pill(i18n.text('duration.minutes', { minutes: option.minutes }), price([option]), {
      ...{ type: 'radio', name: 'option', value: option.id, checked: option.id === value.optionId },
      onChange: () => onChoose({ ...value, optionId: option.id }),
    }),
  );
  const addOnPill = ({ id, name, minutes, price }: AddOn): TemplateResult =>
    pill(
      i18n.text('add', { what: named(i18n, name, minutes) }),
      i18n.text('price.plus', { price: money(i18n, price) }),
      {
        ...{ type: 'checkbox', name: 'add-on', value: id, checked: value.addOnIds.includes(id) },
        onChange: (on) => onChoose(withAddOn(service, value, id, on)),
      },
    );
  // A group with one member is none.
  const groupOf = ({ exclusiveGroup: group = '' }: AddOn): string =>
    addOns.filter(({ exclusiveGroup }) => exclusiveGroup === group).length > 1 ? group : '';
  const chosen = resolveChoice([service], value, place);
  const words = { service: service.name };
  return [
    pills(i18n.text('lengthOf', words), lengths),
    ...[...new Set(addOns.map(groupOf))].map((group) =>
      pills(
        group ? i18n.text('addOneOf') : i18n.text('addOns', words),
        addOns.filter((addOn) => groupOf(addOn) === group).map(addOnPill),
        'add-ons',
        group ? 'small muted' : 'visually-hidden',
      ),
    ),
    chosen && chosen.addOns.length > 0
      ? html`<p class="sum tabular" .textContent=${totalOf(i18n, chosen, price)}></p>`
      : nothing,
  ];
}

/** Short choices in a row: durations, or what can be added. */
function pills(
  legend: string,
  pills: readonly TemplateResult[],
  classes = '',
  legendClasses = 'visually-hidden',
): TemplateResult {
  return html`<fieldset class=${classes}>
    <legend class="${legendClasses} isolate" .textContent=${legend}></legend>
    <div class="pills">${pills}</div>
  </fieldset>`;
}

/** A short choice and what it costs. */
function pill(words: string, price: string, rest: Omit<ChoiceOptions, 'label' | 'shape'>): TemplateResult {
  return choice({
    ...rest,
    shape: 'pill',
    label: html`<span class="choice-label tabular"
      ><span class="isolate" .textContent=${words}></span><span class="price" .textContent=${price}></span
    ></span>`,
  });
}

/** What people ask about a treatment, one fold each. The answers are the host's own. */
function questions(i18n: Localize, { addOns, faq, plan }: Service): TemplateResult[] {
  const additions = addOns.flatMap(({ name, description }) => (description ? `${name} – ${description}` : []));
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
