import type { css as cssOfLit, CSSResult } from 'lit';

/** Styles of the filters, made by the Lit of whoever loads them: a tag called `css`, by which the build knows styles. */
export function filterStyles(css: typeof cssOfLit): CSSResult {
  return css`
    .filters {
      display: grid;
      gap: 28px;
    }
    .filter-group {
      display: grid;
      gap: 16px;
    }
    .filter-group + .filter-group {
      padding-block-start: 24px;
      border-block-start: 1px solid var(--_line);
    }
    .filter-group > legend {
      float: inline-start;
      inline-size: 100%;
      font-size: 1.0625em;
      font-weight: 620;
      letter-spacing: -0.01em;
    }
    .filter {
      display: grid;
      gap: 6px;
    }
    .filter label,
    .pills legend {
      font-weight: 500;
    }
    .filters select {
      inline-size: 100%;
      min-block-size: calc(var(--_control) + 4px);
    }
    .filter input {
      inline-size: 100%;
      min-block-size: calc(var(--_control) + 4px);
      padding: 10px 14px;
      border: 1px solid var(--_line-2);
      border-radius: var(--_radius);
      background-color: var(--_paper);
    }
    .faulty input {
      border-color: var(--_stop);
      box-shadow: inset 0 0 0 1px var(--_stop);
    }
    .fault {
      color: var(--_stop);
      font-weight: 600;
    }
    .pills legend {
      padding-block-end: 6px;
    }
    .pill-row {
      display: grid;
      border: 1px solid var(--_line-2);
      border-radius: var(--_radius);
    }
    .pill,
    .tick {
      display: flex;
      gap: 12px;
      align-items: center;
      min-block-size: 46px;
      padding: 8px 14px;
      cursor: pointer;
    }
    .pill + .pill {
      border-block-start: 1px solid var(--_line);
    }
    .pill:has(:checked) {
      background: var(--_accent-soft);
      font-weight: 600;
    }
    .pill:first-child {
      border-radius: calc(var(--_radius) - 1px) calc(var(--_radius) - 1px) 0 0;
    }
    .pill:last-child {
      border-radius: 0 0 calc(var(--_radius) - 1px) calc(var(--_radius) - 1px);
    }
    .tick {
      padding-inline: 0;
    }
    .pill input,
    .tick input {
      flex: none;
      inline-size: 22px;
      block-size: 22px;
      accent-color: var(--_accent);
    }
    .filter-actions {
      display: grid;
      gap: 4px;
      padding-block-start: 4px;
    }
    .filter-actions .link {
      justify-self: start;
    }
    .filter-result {
      min-block-size: 1.5em;
    }
    .relaxations {
      display: flex;
      flex-wrap: wrap;
      gap: var(--_space);
    }
    @container (inline-size >= 34em) {
      :not(.wide) > .panel .filters {
        grid-template-columns: 1fr 1fr;
        gap: 32px 28px;
      }
      :not(.wide) > .panel .filter-group {
        align-content: start;
        padding-block-start: 0;
        border-block-start: 0;
      }
      :not(.wide) > .panel .filter-actions {
        grid-column: 1 / -1;
        display: flex;
        flex-wrap: wrap;
        gap: 8px 20px;
        align-items: center;
      }
    }
  `;
}
