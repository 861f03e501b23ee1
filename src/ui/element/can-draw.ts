import { html, render } from 'lit';
import { holdElements } from './define-element.js';
import { warnOnce } from './warn-once.js';

/** Never comes. */
export const never = new Promise<never>(() => undefined);

/**
 * Where the page's policy keeps this script's Lit from making templates (Trusted Types, which do not name it), no element begins, so that what
 * stands inside the tags goes on to show, and the developer is told.
 */
export function holdUnlessDrawable(this: object): void {
  try {
    render(html`<p></p>`, document.createDocumentFragment(), { host: this });
  } catch {
    warnOnce('its name is missing in trusted-types.');
    holdElements(never);
  }
}
