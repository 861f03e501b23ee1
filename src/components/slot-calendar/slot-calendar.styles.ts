import { css } from 'lit';

export const styles = css`
  .calendar {
    container-type: inline-size;
    display: grid;
    gap: calc(var(--_space) * 3);
  }
  .title {
    font-weight: 600;
  }
  .zone {
    margin-inline-start: 6px;
    font-weight: 400;
  }
  .field-error {
    margin-block-end: calc(var(--_space) * -1);
  }
  .suggestions {
    display: grid;
    /* Two beside each other, fewer where a time in large text needs the width. */
    grid-template-columns: repeat(auto-fill, minmax(min(100%, max(5.5em, var(--_share, 50%) - 10px)), 1fr));
    gap: 10px;
    margin-block-start: 10px;
  }
  /* Two lines of detail fit, so that waiting for the times and having them is the same height. */
  .suggestion {
    min-block-size: calc(1.5em + 2.8 * var(--_small) + 30px);
  }
  .evenings {
    display: flex;
    gap: var(--_space);
    align-items: center;
    inline-size: fit-content;
    min-block-size: var(--_control);
  }
  .evenings input {
    flex: none;
    inline-size: 1em;
    block-size: 1em;
  }
  p.suggestion {
    grid-column: 1 / -1;
  }
  .bare {
    border-color: var(--_line);
    background: var(--_sunk);
    pointer-events: none;
  }
  .when {
    display: grid;
    gap: calc(var(--_space) * 3);
    align-items: start;
  }
  .month {
    display: grid;
    gap: var(--_space);
    min-inline-size: 0;
  }
  summary {
    inline-size: fit-content;
    padding-block: 10px;
    color: var(--_accent-ink);
    cursor: pointer;
  }
  details input {
    min-block-size: var(--_control);
    padding: 6px 10px;
    border: 1px solid var(--_line-2);
    border-radius: var(--_radius);
    background: var(--_paper);
  }
  .turn {
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: center;
    text-align: center;
  }
  .chevron {
    display: grid;
    place-content: center;
    inline-size: var(--_control);
    block-size: var(--_control);
    padding: 0;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: transparent;
    cursor: pointer;
  }
  .chevron::before {
    content: '';
    inline-size: 9px;
    block-size: 9px;
    border: solid;
    border-width: 2px 2px 0 0;
    rotate: 45deg;
  }
  .previous:not(:dir(rtl))::before,
  .next:dir(rtl)::before {
    rotate: -135deg;
  }
  .chevron:hover {
    background: var(--_sunk);
  }
  .chevron[aria-disabled='true'] {
    color: var(--_line-2);
    background: transparent;
    cursor: default;
  }
  table {
    inline-size: 100%;
    table-layout: fixed;
    border-collapse: collapse;
    text-align: center;
  }
  .month th {
    position: relative;
    padding: 0 0 6px;
    /* In large text a day's name stays on one line of a seventh of the month. */
    font-size: min(var(--_small), 6cqi);
    font-weight: 500;
    color: var(--_ink-2);
  }
  td {
    block-size: calc(var(--_control) + 4px);
    padding: 1px 0;
  }
  .day {
    display: grid;
    align-content: center;
    inline-size: 100%;
    min-block-size: max(44px, var(--_control) + 2px);
    padding: 2px 0;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: transparent;
    color: var(--_ink-2);
    /* Two digits of large text keep apart from those beside them. */
    font-size: min(1em, 9cqi);
    line-height: 1.2;
    cursor: default;
    /* A tap answers at once. */
    transition: none;
  }
  .day.available {
    color: var(--_ink);
    font-weight: 600;
    cursor: pointer;
  }
  .day.available:not(.chosen):hover {
    background: var(--_accent-soft);
  }
  /* Not text: the name says the count in words, and voice control hears the number of the day. */
  .day::after {
    content: attr(data-count);
    min-block-size: 1.2em;
    font-size: var(--_small);
    font-weight: 500;
    line-height: 1.1;
    color: var(--_accent-ink);
  }
  .day[aria-current] {
    border-color: var(--_line-2);
  }
  .day.chosen {
    background: var(--_accent);
    border-color: var(--_accent-ink);
    color: var(--_on-accent);
  }
  .day.chosen::after {
    color: inherit;
  }
  table:not(:has(:focus-visible)) + .keys {
    display: none;
  }
  /* Seven days one below the other, the same height every week. */
  .narrow thead {
    display: none;
  }
  .narrow td {
    display: block;
    block-size: auto;
  }
  .narrow .day {
    grid-template-columns: 1fr auto;
    gap: 6px;
    padding-inline: 10px;
    font-size: 1em;
    text-align: start;
  }
  .times {
    display: grid;
    align-items: start;
  }
  .times > * {
    grid-area: 1 / 1;
  }
  /* Below the month nothing is kept free: a day's times begin where they began, and end where they end. */
  .day-times.stand-in {
    display: none;
    visibility: hidden;
  }
  /* No grid: in one, WebKit leaves a legend as wide as it was when the page gets narrower. */
  .day-times > * + * + * {
    margin-block-start: 18px;
  }
  .day-times > .link {
    display: flex;
    inline-size: fit-content;
  }
  /* Who gives it stands below the time, smaller. */
  .named .clock {
    font-size: var(--_small);
    white-space: pre-line;
  }
  .named .clock::first-line {
    font-size: calc(var(--_small) * 16 / 14);
  }
  .named .clocks > * {
    min-block-size: 3.6em;
  }
  .day-times .title {
    padding-block: 10px;
  }
  .part .small {
    padding-block-end: 6px;
  }
  .clocks {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(5.25em, 1fr));
    gap: var(--_space);
  }
  .part .link {
    margin-block-start: 6px;
  }
  @container (inline-size >= 35em) {
    .suggestions {
      --_share: 25%;
    }
    .suggestions:has(> :nth-child(5)) {
      --_share: 33%;
    }
    .when {
      grid-template-columns: minmax(0, 1fr) minmax(0, 0.76fr);
      gap: calc(var(--_space) * 5);
    }
    /* Beside the times there is room to keep for it. */
    table:not(:has(:focus-visible)) + .keys {
      display: block;
      visibility: hidden;
    }
    .times {
      min-block-size: 39.5em;
    }
    .day-times.stand-in {
      display: block;
    }
  }
`;
