import type { css as tag, CSSResult } from 'lit';

/** Made from `css`, for a part has none of its own. */
export const bookButtonStyles = (css: typeof tag): CSSResult => css`
  :host {
    display: inline-block;
  }
  /* Beside everything, and above it: within reach of a thumb, clear of what a phone draws at its edges. */
  :host([floating]) {
    position: fixed;
    inset-block-end: calc(16px + env(safe-area-inset-bottom, 0px));
    inset-inline-end: calc(16px + env(safe-area-inset-right, 0px));
    max-inline-size: calc(100% - 32px);
    z-index: 9999;
  }
  :host([floating]) .opener {
    border-radius: 999px;
    border-color: var(--_paper);
    padding-inline: 28px;
  }
  @media print {
    :host([floating]) {
      display: none;
    }
  }
`;
