import { css } from 'lit';

export const styles = css`
  fieldset {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  /* No grid: in one, WebKit leaves a legend as wide as it was when the page gets narrower. */
  .group {
    display: block;
  }
  .group > legend {
    padding-block-end: var(--_space);
    font-weight: 600;
  }
  .found {
    min-block-size: 2lh;
    padding-block-start: 4px;
  }
  .services {
    display: grid;
    gap: calc(var(--_space) * 1.25);
  }
  .service {
    border: 1px solid var(--_line-2);
    border-radius: var(--_radius-group);
    background: var(--_paper);
    padding: 0 18px;
  }
  .service:hover {
    border-color: var(--_accent-ink);
  }
  .service.chosen {
    border-color: var(--_accent-ink);
    box-shadow: inset 0 0 0 1px var(--_accent-ink);
    background: var(--_accent-soft);
  }
  .service:has(.head input:focus-visible) {
    outline: 2px solid var(--_accent-ink);
    outline-offset: 2px;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 16px;
    padding-block: calc(var(--_space) * 2);
    cursor: pointer;
    position: relative;
  }
  .head input {
    position: absolute;
    opacity: 0;
    inline-size: 1px;
    block-size: 1px;
  }
  .name,
  .from {
    font-weight: 600;
  }
  /* The price goes below it where both are not to be had beside each other. */
  .name {
    flex: 1 6em;
    max-inline-size: 100%;
  }
  .about {
    flex-basis: 100%;
    /* No largest size: with one it would not begin a line of its own. */
    padding-inline-end: max(0px, 100% - 58ch);
    color: var(--_ink-2);
    font-size: max(14px, 0.94em);
  }
  .about > * {
    display: block;
  }
  .service:has(.head :disabled) {
    border-color: var(--_line);
    background: var(--_sunk);
  }
  .head:has(:disabled) {
    color: var(--_ink-2);
    cursor: default;
  }
  .pills {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    padding-block-end: calc(var(--_space) * 2);
  }
  .add-ons {
    border-block-start: 1px solid var(--_line);
    padding-block-start: 14px;
  }
  /* In the flow of its box, below the line and not on it. */
  .service legend {
    float: inline-start;
  }
  .service fieldset {
    gap: var(--_space);
  }
  .add-ons + .add-ons {
    border: 0;
    padding: 0;
  }
  .sum {
    padding-block-end: 16px;
    font-weight: 600;
  }
  details {
    border-block-start: 1px solid var(--_line);
    font-size: max(14px, 0.94em);
  }
  summary,
  details p {
    padding-block: 10px;
  }
  summary {
    cursor: pointer;
  }
  .pill {
    text-wrap: balance;
  }
  .pill .price {
    color: var(--_ink-2);
    margin-inline-start: 8px;
    white-space: nowrap;
  }
  @container (inline-size < 480px) {
    .service {
      padding-inline: 16px;
    }
  }
`;
