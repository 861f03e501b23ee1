import { css } from 'lit';

/** Your session: the quiet column of a wide shell, the bar of a narrow one. */
export const sessionStyles = css`
  .side {
    display: none;
  }
  .rows > div {
    display: flex;
    justify-content: space-between;
    gap: 4px 16px;
  }
  .rows dd {
    text-align: end;
  }
  .rows .total {
    font-size: 1.06em;
    font-weight: 600;
  }
  .rows .total dt {
    color: inherit;
  }
  .session-title {
    font-weight: 600;
  }
  .bar {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_sunk);
  }
  .bar summary {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 2px 16px;
    align-items: center;
    padding: 10px 14px;
    min-block-size: var(--_control);
    cursor: pointer;
    list-style: none;
    border-radius: var(--_radius);
  }
  .bar summary::-webkit-details-marker {
    display: none;
  }
  .bar .what {
    text-wrap: balance;
    font-weight: 500;
  }
  .bar .more::after {
    content: ' ▾';
  }
  .bar[open] .more::after {
    content: ' ▴';
  }
  .bar .sum {
    grid-row: 1 / span 2;
    grid-column: 2;
    font-weight: 600;
  }
  /* In large text the sum goes below. */
  @container (inline-size < 14em) {
    .bar summary {
      display: flex;
      flex-wrap: wrap;
    }
  }
  .bar .rows {
    padding: 0 14px 8px;
  }
  .who {
    display: flex;
    gap: 12px;
    align-items: center;
  }
  .avatar {
    flex: none;
    inline-size: 48px;
    block-size: 48px;
    color: var(--_accent-ink);
    font-weight: 650;
    object-fit: cover;
  }

  @container (inline-size >= 48.75em) {
    .with-side .side {
      display: block;
      background: var(--_sunk);
      border-inline-start: 1px solid var(--_line);
      border-start-end-radius: calc(var(--_radius-shell) - 1px);
      border-end-end-radius: calc(var(--_radius-shell) - 1px);
      padding: 32px 28px;
    }
    .side-inner {
      display: grid;
      gap: calc(var(--_space) * 2);
    }
    .with-side .bar {
      display: none;
    }
  }
  /* No shell holds its edges there. */
  :host([preset='plain']) .side {
    border: 1px solid var(--_line);
    border-radius: var(--_radius-shell);
  }
  @media (min-height: 600px) {
    .side-inner {
      position: sticky;
      inset-block-start: 24px;
    }
  }
`;
