import { html, type TemplateResult } from 'lit';
import type { Localize } from '../../ui/controllers/localize.js';
import { field } from '../../ui/templates/field.js';

/** Cards under the headings of their groups; without headings where there is one group only. */
export function inGroups(cards: readonly (readonly [group: string, card: TemplateResult])[]): TemplateResult[] {
  const groups = new Set(cards.map(([group]) => group));
  return [...groups].map((group) => {
    const list = html`<div class="services">${cards.flatMap((card) => (card[0] === group ? card[1] : []))}</div>`;
    return group && groups.size > 1
      ? html`<fieldset class="group">
          <legend class="isolate" .textContent=${group}></legend>
          ${list}
        </fieldset>`
      : list;
  });
}

/** Where a treatment is searched for, and how many were found. */
export function search(
  i18n: Localize,
  value: string,
  found: string,
  onInput: (typed: string) => void,
): TemplateResult[] {
  return [
    field({ id: 'search', label: i18n.text('search'), value, errorPrefix: '', autocomplete: 'off', onInput }),
    html`<p class="found small muted" .textContent=${found}></p>`,
  ];
}
