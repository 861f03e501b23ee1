import { css, html, nothing, type TemplateResult } from 'lit';
import { joined } from '../../locales/format.js';
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
    <dd class="isolate tabular">${typeof value === 'string' ? words(value) : value}</dd>
    ${action && html`<dd class="action">${action}</dd>`}
  </div>`;
}

/** A value that may have a line below it. */
export function valueWithLine(value: string, line: string | undefined): TemplateResult {
  return html`${words(value)} ${line && html`<span class="lines isolate" .textContent=${line}></span>`}`;
}

/** Rows with what a visitor typed: session recorders are told to leave them out. */
export function privateRecord(classes: string, rows: unknown): TemplateResult {
  return html`<dl
    class="${classes} rr-mask"
    data-sentry-mask
    data-hj-suppress
    data-dd-privacy="mask"
    data-clarity-mask="true"
  >
    ${rows}
  </dl>`;
}

function words(text: string): TemplateResult {
  return html`<span .textContent=${text}></span>`;
}

/** An address as people write it, in its parts. */
interface AddressParts {
  line1: string;
  line2?: string | undefined;
  town?: string | undefined;
  postcode: string;
}

/** An address in one line. */
export function addressLine({ line1, line2, town, postcode }: AddressParts): string {
  return joined([line1, line2, town, postcode]);
}

/** Until when changes are free, or that they no longer are. `now` in milliseconds. */
export function freeWords(i18n: Localize, { instant, local }: { instant: string; local: string }, now: number): string {
  return Date.parse(instant) > now
    ? i18n.text('freeUntil', { when: i18n.when(local, 'full') })
    : i18n.text('policyPast');
}

/**
 * Styles of {@link row} and {@link privateRecord}: what was chosen and what was booked, as rows of label and value, the tick
 * above it, and until when a time is kept.
 */
export const recordStyles = css`
  dt {
    color: var(--_ink-2);
  }
  dd {
    font-weight: 600;
  }
  .rows > div,
  .review > div {
    padding-block: 8px;
    border-block-start: 1px solid var(--_line);
  }
  .review > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 16px;
    align-items: start;
  }
  .review > div:first-child {
    border-block-start: 0;
  }
  .review dt {
    font-size: var(--_small);
  }
  .review dd {
    grid-column: 1;
  }
  .review .action {
    grid-column: 2;
    grid-row: 1 / span 2;
    align-self: center;
  }
  .review .button {
    min-inline-size: 44px;
    justify-content: end;
  }
  div.total {
    border-block-start-color: var(--_line-2);
  }
  .lines {
    display: block;
    font-weight: 400;
    color: var(--_ink-2);
    font-size: var(--_small);
  }
  .tick,
  .avatar {
    border-radius: 50%;
    background: var(--_accent-soft);
    display: grid;
    place-content: center;
  }
  .tick {
    inline-size: 52px;
    block-size: 52px;
    margin-block-end: 16px;
  }
  .tick::after {
    content: '';
    inline-size: 22px;
    block-size: 12px;
    border: solid var(--_accent-ink);
    border-width: 0 0 3px 3px;
    rotate: -45deg;
    translate: 0 -3px;
  }
  .facts {
    display: grid;
    gap: 10px;
  }
  .facts > div {
    display: grid;
    gap: 0 16px;
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

  /* In ems, because what fits depends on how large the text is. */
  @container (inline-size < 14em) {
    .review .action {
      grid-area: auto / 1;
    }
  }
  @container (inline-size >= 35em) {
    .facts > div {
      grid-template-columns: 120px 1fr;
    }
    .review > div {
      grid-template-columns: 120px minmax(0, 1fr) auto;
      align-items: center;
    }
    .review dt,
    .review dd {
      grid-column: auto;
      font-size: 1em;
    }
    .review .action {
      grid-column: 3;
      grid-row: 1;
    }
  }
`;
