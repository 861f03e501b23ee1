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
    .chosen,
    :checked + .time {
      forced-color-adjust: none;
      background: Highlight !important;
      color: HighlightText !important;
      border-color: Highlight !important;
    }
    .chosen * {
      color: HighlightText !important;
    }
    [aria-disabled='true'],
    :disabled {
      color: GrayText !important;
      border-color: GrayText !important;
    }
  }
`;
