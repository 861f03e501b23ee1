import { css, html, nothing, type TemplateResult } from 'lit';
import type { Localize } from '../controllers/localize.js';

/** What a row may have besides its label and value. */
export interface RowOptions {
  /** A button that changes the value. */
  action?: unknown;
  classes?: string;
}

/** One row of what was chosen or booked; nothing where there is no value. */
export function row(
  label: string,
  value: string | TemplateResult | undefined,
  { action, classes = '' }: RowOptions = {},
): TemplateResult | typeof nothing {
  if (!value) return nothing;
  return html`<div class=${classes}>
    <dt .textContent=${label}></dt>
    <dd class="tabular">${typeof value === 'string' ? words(value) : value}</dd>
    ${action && html`<dd class="action">${action}</dd>`}
  </div>`;
}

/** In its own direction: a name that ends in a full stop keeps it at its end, whatever language is around it. */
function words(text: string): TemplateResult {
  return html`<bdi .textContent=${text}></bdi>`;
}

/** Until when changes are free, or that they no longer are. `now` in milliseconds. */
export function freeWords(i18n: Localize, { instant, local }: { instant: string; local: string }, now: number): string {
  return Date.parse(instant) > now
    ? i18n.text('freeUntil', { when: i18n.when(local, 'full') })
    : i18n.text('policyPast');
}

/** Styles of {@link row}: what was chosen so far, as rows of label and value, and until when a time is kept. */
export const recordStyles = css`
  dt {
    color: var(--_ink-2);
  }
  dd {
    font-weight: 600;
  }
  .rows > div {
    padding-block: 8px;
    border-block-start: 1px solid var(--_line);
  }
  div.total {
    border-block-start-color: var(--_line-2);
  }
  .avatar {
    border-radius: 50%;
    background: var(--_accent-soft);
    display: grid;
    place-content: center;
  }
  .hold {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 12px;
    margin-block: calc(var(--_space) * -1.5) calc(var(--_space) * -1);
  }
  .hold .button {
    font-size: inherit;
  }
  .stack {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
`;
