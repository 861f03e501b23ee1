import type { css as cssOfLit, CSSResult } from 'lit';

/** Styles of the list, made by the Lit of whoever loads them: a tag called `css`, by which the build knows styles. */
export function directoryStyles(css: typeof cssOfLit): CSSResult {
  return css`
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
    select {
      appearance: none;
      margin: 0;
      padding: 10px 12px;
      padding-inline-end: 32px;
      border: 1px solid var(--_line-2);
      border-radius: var(--_radius);
      background:
        linear-gradient(45deg, transparent 50%, var(--_ink-2) calc(50% + 1px)) right 20px center / 6px 6px no-repeat,
        linear-gradient(-45deg, transparent 50%, var(--_ink-2) calc(50% + 1px)) right 14px center / 6px 6px no-repeat,
        var(--_paper);
      color: inherit;
      font: inherit;
      font-size: max(16px, 1em);
      text-overflow: ellipsis;
    }
    [dir='rtl'] select {
      background-position:
        left 14px center,
        left 20px center,
        0 0;
    }
    @media (forced-colors: active) {
      select {
        appearance: auto;
      }
    }
    .count {
      font-size: 1.25em;
      font-weight: 620;
      line-height: 1.3;
      letter-spacing: -0.01em;
    }
    .sort {
      display: flex;
      gap: 10px;
      align-items: center;
      justify-self: end;
      min-inline-size: 0;
      max-inline-size: 100%;
    }
    :not(.wide) > .results .sort .small {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    .sort select {
      min-block-size: var(--_control);
      max-inline-size: 100%;
      padding-block: 6px;
    }
    .cards > li {
      display: grid;
      min-inline-size: 0;
    }
    /* The page that came last is drawn at once, in its own height; those before it are remembered in theirs. */
    .cards > li:nth-last-child(-n + 24) > knead-therapist-card {
      content-visibility: visible;
    }
    .ghost::before {
      content: '';
      align-self: start;
      aspect-ratio: 16 / 9;
      border-radius: calc(var(--_radius-shell) - 1px) calc(var(--_radius-shell) - 1px) 0 0;
      background: var(--_sunk);
    }
    .cards.stale {
      opacity: 0.55;
    }
    /* What is not a card is a list of the page's own, which it lays out itself. */
    ::slotted(:not(knead-therapist-card)) {
      grid-column: 1 / -1;
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
}
