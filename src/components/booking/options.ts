import { html, nothing, type TemplateResult } from 'lit';
import { choice } from '../../ui/templates/choice.js';
import { fieldError } from '../../ui/templates/field-error.js';
import type { Localize } from '../../ui/controllers/localize.js';

/** One of a few choices of a step, with a quiet line below its name. */
export interface Option {
  value: string;
  name: string;
  detail: string;
}

/** What the choices of a step need. */
export interface OptionsOptions {
  i18n: Localize;
  /** Name of the radios; the error's id is made from it. */
  name: string;
  legend: string;
  options: readonly Option[];
  chosen: string | null;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** The choices of a step as radios. */
export function optionList({ i18n, name, legend, options, chosen, error, onChange }: OptionsOptions): TemplateResult {
  const errorId = `${name}-error`;
  return html`<fieldset aria-describedby=${error ? errorId : nothing}>
    <legend class="visually-hidden" .textContent=${legend}></legend>
    ${error && fieldError(errorId, i18n.text('errorPrefix'), error)}
    <div class="options">
      ${options.map((option) =>
        choice({
          type: 'radio',
          name,
          value: option.value,
          checked: option.value === chosen,
          label: html`<span class="option">
            <strong class="isolate" .textContent=${option.name}></strong>
            <span class="muted small isolate" .textContent=${option.detail}></span>
          </span>`,
          onChange: () => onChange(option.value),
        }),
      )}
    </div>
  </fieldset>`;
}
