import { css } from 'lit';

/**
 * An element without a surface of its own lies on the page's. It gets one with `preset="paper"`, and with `theme`: colours of
 * its own need a surface of its own.
 */
export const surface = css`
  :host([preset='paper']),
  :host([theme]) {
    /* Beside a month of seven days hardly any, or days would be too small to tap. */
    padding: clamp(3px, 14% - 36px, 16px);
    border-radius: var(--_radius-shell);
    background: var(--_paper);
  }
`;
