import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from './live.js';
import { fieldError, fieldErrorStyles } from './field-error.js';

export { fieldError };

/** What a text field needs. */
export interface FieldOptions {
  /** Unique in the root; the error and hint ids are made from it. */
  id: string;
  label: string;
  value: string;
  onInput: (value: string) => void;
  hint?: string | undefined;
  error?: string | undefined;
  /** Spoken before an error, "Error:". */
  errorPrefix: string;
  type?: 'text' | 'email' | 'tel' | 'date' | 'number';
  /** A token of WHATWG's autofill list, for example `postal-code`; `off` for health answers. */
  autocomplete?: string;
  inputMode?: 'text' | 'email' | 'tel' | 'numeric';
  required?: boolean;
  maxLength?: number;
  /** A textarea with so many rows. */
  rows?: number;
  /** Width in characters, for answers of a known length such as a postcode. */
  size?: number;
}

/** A labelled native input with hint and error in the same root, where ids still reach. */
export function field(options: FieldOptions): TemplateResult {
  const {
    id,
    label,
    value,
    hint,
    error,
    errorPrefix,
    type = 'text',
    autocomplete,
    inputMode,
    required,
    maxLength,
    rows,
    size,
  } = options;
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const onInput = (event: Event): void => options.onInput((event.target as HTMLInputElement).value);
  return html`<div class="field ${error ? 'faulty' : ''}">
    <label for=${id} .textContent=${label}></label>
    ${hint && html`<p class="small muted" id="${id}-hint" .textContent=${hint}></p>`}
    ${error && fieldError(`${id}-error`, errorPrefix, error)}
    ${
      rows
        ? html`<textarea
            id=${id}
            name=${id}
            rows=${rows}
            autocomplete=${autocomplete ?? nothing}
            maxlength=${maxLength ?? nothing}
            aria-describedby=${describedBy || nothing}
            aria-invalid=${error ? 'true' : nothing}
            .value=${live(value)}
            @input=${onInput}
          ></textarea>`
        : html`<input
            id=${id}
            name=${id}
            type=${type}
            size=${size ?? nothing}
            inputmode=${inputMode ?? nothing}
            aria-required=${required ? 'true' : nothing}
            autocomplete=${autocomplete ?? nothing}
            maxlength=${maxLength ?? nothing}
            aria-describedby=${describedBy || nothing}
            aria-invalid=${error ? 'true' : nothing}
            .value=${live(value)}
            @input=${onInput}
          />`
    }
  </div>`;
}

/** Styles of {@link field}. */
export const fieldStyles = css`
  .fields {
    display: grid;
    gap: calc(var(--_space) * 2.5);
  }
  .field {
    display: grid;
    gap: 4px;
  }
  .field label,
  .legend {
    font-weight: 600;
  }
  .field input,
  .field textarea {
    inline-size: 100%;
    min-block-size: calc(var(--_control) + 4px);
    padding: 10px 14px;
    border: 1px solid var(--_line-2);
    border-radius: var(--_radius);
    background: var(--_paper);
  }
  .field input[size] {
    inline-size: auto;
    max-inline-size: 100%;
  }
  .field textarea {
    resize: vertical;
  }
  .faulty input,
  .faulty textarea {
    border-color: var(--_stop);
    box-shadow: inset 0 0 0 1px var(--_stop);
  }
  ${fieldErrorStyles}
`;
