import { css, html, LitElement } from 'lit';
import { base } from '../../theme/base.js';
import { forcedColors } from '../../theme/forced-colors.js';
import { tokens } from '../../theme/tokens.js';
import { Localize } from '../../ui/controllers/localize.js';
import { buttonStyles } from '../../ui/templates/button.js';
import type { BookButtonKit } from './book-button-kit.js';

/** What a book button is made of. */
export const bookButtonKit: BookButtonKit = {
  LitElement,
  Localize,
  css,
  html,
  styles: [tokens, base, buttonStyles, forcedColors],
};
