import { css } from 'lit';

/**
 * Forced colours, listed after an element's own styles. The browser repaints backgrounds and text with system colours, so
 * chosen, available, unavailable and focus are told apart by borders, weight and check marks that survive it.
 */
export const forcedColors = css`
  @media (forced-colors: active) {
    :focus-visible {
      outline-color: Highlight;
    }
    .primary,
    .chosen:not(.service) {
      forced-color-adjust: none;
      background: Highlight !important;
      color: HighlightText !important;
      border-color: Highlight !important;
    }
    .chosen:not(.service) * {
      color: HighlightText !important;
    }
    /* A treatment holds choices of its own, which keep the system's colours. */
    .service.chosen {
      border: 2px solid Highlight;
    }
    [aria-disabled='true'],
    :disabled {
      color: GrayText !important;
      border-color: GrayText !important;
    }
  }
`;
