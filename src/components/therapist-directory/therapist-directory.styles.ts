import { css } from 'lit';

export const styles = css`
  :host {
    min-inline-size: min(240px, 100%);
  }
  .container {
    container-type: inline-size;
    contain-intrinsic-inline-size: 1100px;
  }
  .layout {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 20px;
    align-items: start;
  }
  .wide .layout {
    grid-template-columns: 272px minmax(0, 1fr);
    gap: 32px;
  }
  .panel {
    border: 1px solid var(--_line);
    border-radius: var(--_radius-shell);
    background: var(--_paper);
  }
  .wide summary {
    display: none;
  }
  summary {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 52px;
    padding-inline: 18px;
    border-radius: var(--_radius-shell);
    font-weight: 600;
    list-style: none;
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::after {
    content: '';
    inline-size: 9px;
    block-size: 9px;
    margin-inline: auto 4px;
    margin-block-start: -5px;
    border: solid var(--_ink-2);
    border-width: 0 2px 2px 0;
    rotate: 45deg;
  }
  details[open] > summary::after {
    margin-block-start: 5px;
    rotate: 225deg;
  }
  .panel-body {
    min-block-size: 44em;
    padding: 6px 18px 22px;
  }
  .wide .panel-body {
    padding-block-start: 22px;
  }
  .panel-title {
    margin-block-end: 20px;
  }
  select {
    font: inherit;
    font-size: max(16px, 1em);
    color: inherit;
    margin: 0;
  }
  .results {
    display: grid;
    gap: 20px;
    min-inline-size: 0;
  }
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    gap: 10px 24px;
    align-items: center;
    justify-content: space-between;
    min-block-size: 52px;
  }
  .count {
    font-size: 1.25em;
    font-weight: 620;
    line-height: 1.3;
    letter-spacing: -0.01em;
  }
  .order {
    color: var(--_ink-2);
    font-size: var(--_small);
  }
  .sort {
    display: flex;
    gap: 10px;
    align-items: center;
  }
  .sort select {
    min-block-size: var(--_control);
    max-inline-size: 100%;
    padding: 6px 12px;
    border: 1px solid var(--_line-2);
    border-radius: var(--_radius);
    background-color: var(--_paper);
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(272px, 100%), 1fr));
    gap: 20px;
  }
  .cards > li {
    display: grid;
    min-inline-size: 0;
  }
  .cards.stale {
    opacity: 0.55;
  }
  .given {
    grid-template-columns: repeat(auto-fill, minmax(min(272px, 100%), 1fr));
  }
  /* What is not a card is a list of the page's own, which it lays out itself. */
  ::slotted(:not(knead-therapist-card)) {
    grid-column: 1 / -1;
  }
  .ghost {
    min-block-size: 32.5em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-shell);
    background: var(--_paper);
  }
  .ghost::before {
    content: '';
    align-self: start;
    aspect-ratio: 16 / 9;
    border-radius: calc(var(--_radius-shell) - 1px) calc(var(--_radius-shell) - 1px) 0 0;
    background: var(--_sunk);
  }
  .paid {
    justify-self: start;
    padding: 3px 9px;
    border: 1px solid var(--_line-2);
    border-radius: calc(var(--_radius) * 0.7);
    font-size: var(--_small);
    line-height: 1.4;
  }
  .after {
    display: grid;
    justify-items: center;
  }
  .after .notice {
    inline-size: 100%;
  }
  .nobody {
    display: grid;
    gap: 14px;
    padding: 24px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-shell);
    background: var(--_paper);
  }
  .nobody > .button {
    justify-self: start;
  }
`;
