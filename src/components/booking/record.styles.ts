import { css } from 'lit';

/** What was chosen and what was booked, as rows of label and value. */
export const recordStyles = css`
  .review > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 16px;
    padding-block: 8px;
    border-block-start: 1px solid var(--_line);
    align-items: start;
  }
  .review > div:first-child {
    border-block-start: 0;
  }
  .review dt {
    color: var(--_ink-2);
    font-size: var(--_small);
  }
  .review dd {
    font-weight: 600;
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
  .review .total {
    border-block-start-color: var(--_line-2);
  }
  .review .lines {
    display: block;
    font-weight: 400;
    color: var(--_ink-2);
    font-size: var(--_small);
  }
  .tick {
    inline-size: 52px;
    block-size: 52px;
    border-radius: 50%;
    background: var(--_accent-soft);
    display: grid;
    place-content: center;
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
  .facts dt {
    color: var(--_ink-2);
  }
  .facts dd {
    font-weight: 600;
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
  .tick {
    margin-block-end: 16px;
  }
  .stack {
    display: grid;
    gap: calc(var(--_space) * 2);
  }

  @container (inline-size >= 560px) {
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
