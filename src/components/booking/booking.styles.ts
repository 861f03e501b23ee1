import { css } from 'lit';

export const styles = css`
  :host {
    min-inline-size: min(240px, 100%);
  }
  /* The query container is inside, with a size of its own, so that a shrink-to-fit parent does not collapse it. */
  .container {
    container-type: inline-size;
    contain-intrinsic-inline-size: 640px;
  }
  .shell {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    background: var(--_paper);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-shell);
  }
  .main {
    padding: 24px 18px;
    display: grid;
    gap: calc(var(--_space) * 3);
    align-content: start;
  }
  .step {
    color: var(--_ink-2);
    font-size: var(--_small);
  }
  .title {
    font-size: 1.375em;
    font-weight: 620;
    line-height: 1.25;
    letter-spacing: -0.015em;
    text-wrap: balance;
    margin-block: 2px 4px;
  }
  .lede {
    color: var(--_ink-2);
    max-inline-size: 58ch;
    margin-block-start: 2px;
    text-wrap: pretty;
  }
  .actions {
    display: grid;
    gap: var(--_space);
  }
  .actions .primary {
    inline-size: 100%;
  }
  .help {
    color: var(--_ink-2);
    font-size: var(--_small);
    border-block-start: 1px solid var(--_line);
    padding-block-start: 14px;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    align-items: center;
  }
  .help a,
  .inline-links a {
    display: inline-flex;
    align-items: center;
    min-block-size: 24px;
  }

  /* Your session */
  .side {
    display: none;
  }
  .rows {
    display: grid;
  }
  .rows > div {
    display: flex;
    justify-content: space-between;
    gap: 4px 16px;
    padding-block: 8px;
    border-block-start: 1px solid var(--_line);
  }
  .rows dt {
    color: var(--_ink-2);
  }
  .rows dd {
    font-weight: 600;
    text-align: end;
  }
  .rows .total {
    border-block-start-color: var(--_line-2);
    font-size: 1.06em;
    font-weight: 600;
  }
  .rows .total dt {
    color: inherit;
  }
  .session-title {
    font-weight: 600;
  }
  .policy {
    color: var(--_ink-2);
    font-size: var(--_small);
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
    border-radius: 50%;
    display: grid;
    place-content: center;
    background: var(--_accent-soft);
    color: var(--_accent-ink);
    font-weight: 650;
    object-fit: cover;
  }

  /* Place, practitioner */
  .options {
    display: grid;
    gap: 10px;
  }
  .option {
    display: grid;
    gap: 2px;
  }
  .option strong {
    font-weight: 600;
  }

  /* Review, confirmation */
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
  .review .button {
    grid-column: 2;
    grid-row: 1 / span 2;
    align-self: center;
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
    .main {
      padding: 36px;
    }
    .title {
      font-size: 1.625em;
    }
    .actions {
      display: flex;
      align-items: center;
    }
    .actions .primary {
      inline-size: auto;
    }
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
    .review .button {
      grid-column: 3;
      grid-row: 1;
    }
  }
  @container (inline-size >= 780px) {
    .with-side {
      grid-template-columns: minmax(0, 1fr) minmax(240px, 29%);
    }
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
  @media (min-height: 600px) {
    .side-inner {
      position: sticky;
      inset-block-start: 24px;
    }
  }

  :host([preset='plain']) .shell {
    border: 0;
    border-radius: 0;
    background: transparent;
  }
  :host([preset='plain']) .main {
    padding: 0;
  }
  :host([preset='compact']) {
    --_space: 6px;
  }
`;
