import type { css, CSSResult, html, LitElement } from 'lit';
import type { Localize } from '../../ui/controllers/localize.js';

/** What the button takes from the script that loads it, so that the file it comes in has no second Lit. */
export interface BookButtonKit {
  LitElement: typeof LitElement;
  Localize: typeof Localize;
  css: typeof css;
  html: typeof html;
  /** What every element looks like, with buttons. */
  styles: CSSResult[];
}
