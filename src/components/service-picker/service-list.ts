import { html, type TemplateResult } from 'lit';
import type { Localize } from '../../ui/controllers/localize.js';
import { field } from '../../ui/templates/field.js';

/** Cards under the headings of their groups; without headings where there is one group only. */
export function inGroups(cards: readonly (readonly [group: string, card: TemplateResult])[]): TemplateResult[] {
  const groups = new Map<string, TemplateResult[]>();
  for (const [group, card] of cards) groups.set(group, [...(groups.get(group) ?? []), card]);
  return [...groups].map(([group, members]) => {
    const list = html`<div class="services">${members}</div>`;
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
