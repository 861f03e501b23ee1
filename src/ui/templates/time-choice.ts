import { css, html, type TemplateResult } from 'lit';
import { live } from './live.js';

/** What a radio that looks like a button with a time needs. */
export interface TimeChoiceOptions {
  name: string;
  value: string;
  /** Of several radios of one `name`, one at most. */
  checked: boolean;
  /** The time as shown, "6:30pm". */
  time: string;
  /** Shown below the time: makes the radio a suggestion with a check mark. */
  detail?: string | undefined;
  /** Spoken: everything the place on the page tells a sighted reader. Must contain the time (WCAG 2.5.3). */
  fullName: string;
  onChange: () => void;
}

/** A native radio under a time: the input covers the whole button, so that touch screen readers find all of it. */
export function timeChoice(options: TimeChoiceOptions): TemplateResult {
  const { name, value, checked, time, detail, fullName, onChange } = options;
  const state = checked ? 'chosen' : '';
  return html`<label class="time-choice tabular ${detail ? 'suggestion' : ''} ${state}" part="time ${state}">
    <input
      type="radio"
      name=${name}
      value=${value}
      .checked=${live(checked)}
      aria-label=${fullName}
      @change=${onChange}
    />
    <span class="clock" .textContent=${time}></span>
    ${detail && html`<span class="small" .textContent=${detail}></span>`}
  </label>`;
}

/** Styles of {@link timeChoice}. */
export const timeChoiceStyles = css`
  .time-choice {
    position: relative;
    display: grid;
    place-content: center;
    min-block-size: var(--_control);
    padding: 4px 2px;
    border: 1px solid var(--_line-2);
    border-radius: var(--_radius);
    background: var(--_paper);
    line-height: 1.25;
    text-align: center;
  }
  .time-choice:hover {
    border-color: var(--_accent-ink);
    background: var(--_accent-soft);
  }
  .time-choice input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    opacity: 0;
    cursor: pointer;
  }
  .time-choice:has(:focus-visible) {
    outline: 2px solid var(--_accent-ink);
    outline-offset: 2px;
  }
  .clock {
    font-weight: 600;
  }
  .time-choice.chosen {
    background: var(--_accent);
    border-color: var(--_accent-ink);
    color: var(--_on-accent);
  }
  .time-choice.suggestion {
    place-content: start;
    gap: 4px;
    padding: calc(var(--_space) * 1.5) 14px;
    line-height: 1.5;
    text-align: start;
  }
  .suggestion .small {
    color: var(--_ink-2);
    line-height: 1.4;
  }
  .time-choice.suggestion.chosen {
    border-color: var(--_accent-ink);
    box-shadow: inset 0 0 0 1px var(--_accent-ink);
    background: var(--_accent-soft);
    color: inherit;
  }
  .suggestion.chosen::after {
    content: '';
    position: absolute;
    inset-block-start: 8px;
    inset-inline-end: 8px;
    inline-size: 14px;
    block-size: 14px;
    background: var(--_accent-ink);
    clip-path: polygon(12% 48%, 0 60%, 38% 96%, 100% 18%, 87% 6%, 37% 70%);
  }
  @media (forced-colors: active) {
    .suggestion.chosen::after {
      background: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
