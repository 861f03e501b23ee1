import type { css as tag, CSSResult } from 'lit';

/**
 * Styles of a `privateRecord`: everything once more before it is sent, and what was booked, with the tick above it. Made
 * from `css`, for a part has none of its own.
 */
export const bookedStyles = (css: typeof tag): CSSResult => css`
  /* The page's own words, which it hides until there is a booking. */
  ::slotted([slot='booked']) {
    display: block !important;
  }
  .review > div {
    padding-block: 8px;
    border-block-start: 1px solid var(--_line);
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 16px;
    align-items: start;
  }
  .review > div:first-child {
    border-block-start: 0;
  }
  .review > .total {
    border-block-start-color: var(--_line-2);
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
  .lines {
    display: block;
    font-weight: 400;
    color: var(--_ink-2);
    font-size: var(--_small);
  }
  .tick {
    border-radius: 50%;
    background: var(--_accent-soft);
    display: grid;
    place-content: center;
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
