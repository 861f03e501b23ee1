import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from './live.js';

/** What a radio or checkbox with its label needs. */
export interface ChoiceOptions {
  type: 'radio' | 'checkbox';
  name: string;
  value: string;
  checked: boolean;
  label: string | TemplateResult;
  onChange: (checked: boolean) => void;
  /** Ids, in the same root, of texts that describe the choice. */
  describedBy?: string;
  invalid?: boolean;
  /** `pill` sits in a row of short choices, `row` fills the width. */
  shape?: 'row' | 'pill';
}

/** A native radio or checkbox inside its label: the whole label is the target, and arrow keys are the browser's. */
export function choice(options: ChoiceOptions): TemplateResult {
  const { type, name, value, checked, label, onChange, describedBy, invalid, shape = 'row' } = options;
  const state = checked ? 'chosen' : '';
  return html`<label class="choice ${shape} ${state}" part="choice ${state}">
    <input
      type=${type}
      name=${name}
      value=${value}
      .checked=${live(checked)}
      aria-describedby=${describedBy ?? nothing}
      aria-invalid=${invalid ? 'true' : nothing}
      @change=${(event: Event) => onChange((event.target as HTMLInputElement).checked)}
    />
    ${typeof label === 'string' ? html`<span class="choice-label isolate" .textContent=${label}></span>` : label}
  </label>`;
}

/** The word between a list of choices and its exclusive "none of these". */
export function orDivider(word: string): TemplateResult {
  return html`<p class="or small muted"><span .textContent=${word}></span></p>`;
}

/** Styles of {@link choice} and {@link orDivider}. */
export const choiceStyles = css`
  .choices {
    display: grid;
    gap: var(--_space);
  }
  .choice {
    display: flex;
    gap: 14px;
    align-items: flex-start;
    padding: calc(var(--_space) * 1.5) 14px;
    min-block-size: var(--_control);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_paper);
    cursor: pointer;
  }
  .choice:hover {
    border-color: var(--_line-2);
  }
  .choice.chosen {
    border-color: var(--_accent-ink);
    box-shadow: inset 0 0 0 1px var(--_accent-ink);
    background: var(--_accent-soft);
  }
  .choice.pill {
    display: inline-flex;
    align-items: center;
    border-color: var(--_line-2);
    padding: 8px 14px;
  }
  .choice.pill.chosen {
    border-color: var(--_accent-ink);
    background: var(--_paper);
    font-weight: 600;
  }
  .choice:has(:focus-visible) {
    outline: 2px solid var(--_accent-ink);
    outline-offset: 2px;
  }
  .choice input {
    appearance: none;
    flex: none;
    inline-size: 24px;
    block-size: 24px;
    border: 1.5px solid var(--_line-2);
    border-radius: 7px;
    background: var(--_paper);
    display: grid;
    place-content: center;
    outline: none;
    cursor: inherit;
  }
  .choice input[type='radio'] {
    border-radius: 50%;
  }
  .choice input::after {
    content: '';
    inline-size: 12px;
    block-size: 12px;
    background: var(--_on-accent);
    clip-path: polygon(12% 48%, 0 60%, 38% 96%, 100% 18%, 87% 6%, 37% 70%);
    opacity: 0;
  }
  .choice input[type='radio']::after {
    clip-path: none;
    border-radius: 50%;
    inline-size: 10px;
    block-size: 10px;
  }
  .choice input:checked {
    background: var(--_accent);
    border-color: var(--_accent-ink);
  }
  .choice input:checked::after {
    opacity: 1;
  }
  .choice.pill input {
    position: absolute;
    opacity: 0;
    inline-size: 1px;
    block-size: 1px;
  }
  .or {
    display: flex;
    align-items: center;
    gap: 12px;
    margin-block: 2px;
  }
  .or::before,
  .or::after {
    content: '';
    flex: 1;
    border-block-start: 1px solid var(--_line);
  }
  @media (forced-colors: active) {
    .choice input {
      appearance: auto;
    }
    .choice input::after {
      content: none;
    }
  }
`;
