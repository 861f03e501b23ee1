/**
 * What only some pages ask of the script: the button with its dialog, anything that opens one, twins of the tags, and the ways of the script
 * tag itself. Script tags load it from a file of its own when a page has one of these.
 */
import type { defineElement } from '../../ui/element/define-element.js';
import { bringDefaults } from '../../ui/page/defaults.js';
import { pushSteps } from '../../ui/page/data-layer.js';
import { openOnClick } from '../../ui/page/openers.js';
import { keepHistory } from '../../ui/page/steps-history.js';
import { whenWanted } from '../../ui/page/starts.js';
import { mountTwins } from '../../ui/page/twins.js';
import { watchPage } from '../../ui/page/watch.js';
import type { BookButtonKit } from './book-button-kit.js';
import { dialogButton } from './dialog-button.js';

const TAG = 'knead-book-button';

let ready: Promise<void> | undefined;

/**
 * Sets the page up, once, by the attributes of the script tag. Without what a button is made of there are none. Resolves when elements may
 * begin.
 */
export default function page(
  script: DOMStringMap,
  define?: typeof defineElement,
  button?: BookButtonKit,
): Promise<void> {
  // Of two scripts on a page the first does it.
  return (ready ??= customElements.get(TAG) ? Promise.resolve() : setUp(script, define, button));
}

function setUp(...[script, define, button]: Parameters<typeof page>): Promise<void> {
  if (define && button) {
    define(TAG, dialogButton(button));
    openOnClick(TAG);
  }
  const defaults = bringDefaults(script, location.search);
  watchPage((root) => {
    mountTwins(root);
    defaults(root);
  });
  keepHistory();
  if (script['layer']) pushSteps(script['layer']);
  return whenWanted(script['load']);
}
