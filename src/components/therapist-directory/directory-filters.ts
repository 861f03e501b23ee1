/**
 * The filters of the directory. Script tags load them from a file of their own, beside the list or when they are opened; they
 * take Lit and our templates from whoever loads them.
 */
import type { TemplateResult } from 'lit';
import { directoryFilters as messages } from '../../locales/en-GB.js';
import type { MessageKey } from '../../locales/messages.js';
import type { Localize } from '../../ui/controllers/localize.js';
import { filterOptions } from './filter-choices.js';
import { areaNames, minorDigits, readForm, without, type FilterFaults } from './filter-form-value.js';
import { filterStyles } from './filter-form.styles.js';
import type { Filters } from './filters.js';
import type { DirectoryFilters, FilterForm, FilterFormOptions, FilterOptions, FiltersKit } from './filters-kit.js';

const PRESSURES = [1, 2, 3, 4, 5] as const;
const GENDERS = ['female', 'male', 'non-binary'] as const;
const PARTS = ['morning', 'afternoon', 'evening'] as const;

type Choices = readonly (readonly [value: string, words: string])[];

/** Makes the filters from what their host has. */
export default function directoryFilters(kit: FiltersKit): DirectoryFilters {
  const { html, nothing, button, languageName, money } = kit;
  return { messages, styles: filterStyles(kit.css), form };

  async function form(
    { i18n, now, ...source }: Parameters<DirectoryFilters['form']>[0],
    signal: AbortSignal,
  ): Promise<FilterForm> {
    const options = await filterOptions(source, now, signal);
    let faults: FilterFaults = {};
    return {
      draw: (wishes) => draw(i18n, options, wishes, faults, read),
      relaxations: (all, applied, onRelax) => relaxations(i18n, all, (name) => onRelax(without(applied, name))),
    };

    function read(element: HTMLFormElement, { onApply, redraw }: FilterFormOptions): void {
      const { filters, faults: found } = readForm(new FormData(element), options);
      faults = found;
      const faulty = faults.area ? 'area' : faults.price ? 'price' : null;
      if (!faulty) {
        onApply(filters);
        return;
      }
      redraw();
      (element.elements.namedItem(faulty) as HTMLElement | null)?.focus();
    }
  }

  function draw(
    i18n: Localize,
    options: FilterOptions,
    wishes: FilterFormOptions,
    faults: FilterFaults,
    read: (form: HTMLFormElement, options: FilterFormOptions) => void,
  ): TemplateResult {
    const { applied, result, onClear, onResults } = wishes;
    const { services, specialisms, languages, areas, currency, gender, today } = options;
    const apply = (event: Event): void => read((event.currentTarget as HTMLElement).closest('form')!, wishes);
    const name = (code: string): string => languageName(i18n.locale.tag, code);
    const symbol = money(i18n, { amount: 0, currency }).replace(/[\d\s.,٠-٩]/g, '');
    const { maxPrice } = applied;
    const typed: Choices = areaNames(areas).map((area) => [area, '']);
    return html`<form
      class="filters"
      novalidate
      @submit=${(event: Event) => event.preventDefault()}
      @keydown=${(event: KeyboardEvent) => {
        // A page may forbid forms to submit, so Enter does not rely on it.
        if (event.key !== 'Enter' || event.isComposing || !(event.target as Element).matches('input')) return;
        event.preventDefault();
        apply(event);
      }}
    >
      ${group(i18n.text('areaGroup'), [
        text({
          ...{ id: 'area', label: i18n.text('area'), hint: i18n.text('areaHint'), value: applied.outwardCode ?? '' },
          fault: faults.area ? i18n.text('areaInvalid') : '',
          input: { autocomplete: 'postal-code', list: 'areas', maxLength: 100, mode: nothing },
        }),
        html`<datalist id="areas">${typed.map(([area]) => html`<option value=${area}></option>`)}</datalist>`,
        places(i18n, applied),
        html`<label class="tick"
          ><input type="checkbox" name="stepFree" ?checked=${applied.stepFree} /><span
            .textContent=${i18n.text('stepFreeOnly')}
          ></span
        ></label>`,
      ])}
      ${group(i18n.text('timeGroup'), [
        html`<div class="filter">
          <label for="date" .textContent=${i18n.text('date')}></label>
          <input type="date" id="date" name="date" min=${today} value=${applied.date ?? ''} />
        </div>`,
        select('dayPart', i18n.text('partOfDay'), i18n.text('time.any'), applied.dayPart, [
          ...PARTS.map((part) => [part, i18n.text(`time.${part}`)] as const),
        ]),
      ])}
      ${group(i18n.text('massageGroup'), [
        select('serviceId', i18n.text('treatment'), i18n.text('anyTreatment'), applied.serviceId, named(services)),
        select(
          ...(['specialismId', i18n.text('specialism'), i18n.text('anySpecialism')] as const),
          ...([applied.specialismIds?.[0], named(specialisms)] as const),
        ),
        select('pressure', i18n.text('pressure'), i18n.text('pressure.any'), String(applied.pressure), [
          ...PRESSURES.map((value) => [String(value), i18n.text(`pressure.${value}`)] as const),
        ]),
        text({
          ...{ id: 'price', label: i18n.text('highestPrice', { currency: symbol || currency }), hint: '' },
          value: maxPrice ? String(maxPrice.amount / 10 ** minorDigits(maxPrice.currency)) : '',
          fault: faults.price ? i18n.text('priceInvalid') : '',
          input: { autocomplete: 'off', list: nothing, maxLength: 7, mode: 'numeric' },
        }),
      ])}
      ${
        languages.length > 1 || gender
          ? group(i18n.text('therapistGroup'), [
              languages.length > 1
                ? select('language', i18n.text('language'), i18n.text('anyLanguage'), applied.language, [
                    ...languages.map((code) => [code, name(code)] as const),
                  ])
                : nothing,
              gender
                ? select('gender', i18n.text('gender'), i18n.text('gender.any'), applied.gender, [
                    ...GENDERS.map((value) => [value, i18n.text(`gender.${value}`)] as const),
                  ])
                : nothing,
            ])
          : nothing
      }
      <div class="filter-actions">
        <button
          type="button"
          class="button primary"
          part="button primary"
          .textContent=${i18n.text('showTherapists')}
          @click=${apply}
        ></button>
        <p class="small muted filter-result" .textContent=${result}></p>
        ${result && onResults ? button({ label: i18n.text('toTherapists'), onClick: onResults }) : nothing}
        ${button({ kind: 'link', label: i18n.text('clearFilters'), onClick: onClear })}
      </div>
    </form>`;
  }

  function group(legend: string, content: unknown): TemplateResult {
    return html`<fieldset class="filter-group">
      <legend .textContent=${legend}></legend>
      ${content}
    </fieldset>`;
  }

  function text({ id, label, hint, value, fault, input }: TextOptions): TemplateResult {
    const told = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
    return html`<div class="filter ${fault ? 'faulty' : ''}">
      <label for=${id} .textContent=${label}></label>
      ${hint && html`<p class="small muted" id="${id}-hint" .textContent=${hint}></p>`}
      ${fault && html`<p class="fault" id="${id}-fault" .textContent=${fault}></p>`}
      <input
        id=${id}
        name=${id}
        autocomplete=${input.autocomplete}
        list=${input.list}
        maxlength=${input.maxLength}
        inputmode=${input.mode}
        value=${value}
        aria-describedby=${told || nothing}
        aria-invalid=${fault ? 'true' : nothing}
        data-private
      />
    </div>`;
  }

  function select(
    id: string,
    label: string,
    any: string,
    chosen: string | undefined,
    choices: Choices,
  ): TemplateResult {
    return html`<div class="filter">
      <label for=${id} .textContent=${label}></label>
      <select id=${id} name=${id}>
        ${[['', any] as const, ...choices].map(
          ([value, words]) =>
            html`<option value=${value} ?selected=${value === (chosen ?? '')} .textContent=${words}></option>`,
        )}
      </select>
    </div>`;
  }

  function places(i18n: Localize, applied: Filters): TemplateResult {
    const choices: Choices = [
      ['', i18n.text('anyPlace')],
      ['incall', i18n.text('place.incall')],
      ['outcall', i18n.text('place.outcall')],
    ];
    return html`<fieldset class="pills">
      <legend .textContent=${i18n.text('placeGroup')}></legend>
      <div class="pill-row">
        ${choices.map(
          ([value, words]) =>
            html`<label class="pill"
              ><input type="radio" name="place" value=${value} ?checked=${value === (applied.place ?? '')} /><span
                .textContent=${words}
              ></span
            ></label>`,
        )}
      </div>
    </fieldset>`;
  }

  function relaxations(
    i18n: Localize,
    all: readonly { filter: string; total: number }[],
    onRelax: (filter: string) => void,
  ): TemplateResult | undefined {
    const known = all.filter(({ filter, total }) => total > 0 && `without.${filter}` in messages);
    if (known.length === 0) return undefined;
    return html`<p .textContent=${i18n.text('relax')}></p>
      <div class="relaxations">
        ${known.map(({ filter, total }) =>
          button({
            label: i18n.text(`without.${filter}` as MessageKey & `without.${string}`, { count: total }),
            onClick: () => onRelax(filter),
          }),
        )}
      </div>`;
  }
}

interface TextOptions {
  id: string;
  label: string;
  hint: string;
  value: string;
  fault: string;
  input: { autocomplete: string; list: unknown; maxLength: number; mode: unknown };
}

function named(nouns: readonly { id: string; name: string }[]): Choices {
  return nouns.map(({ id, name }) => [id, name]);
}
