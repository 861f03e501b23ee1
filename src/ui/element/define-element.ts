import { html, render } from 'lit';
import { version } from './version.js';
import { warnOnce } from './warn-once.js';

type Stamped = CustomElementConstructor & { kneadVersion?: string };

let drawable: boolean | undefined;
let held: Promise<unknown> | undefined;

/** Lets elements begin only when something is done: the page asked for that. `until` may not reject. */
export function holdElements(until: Promise<unknown>): void {
  held = until;
}

/**
 * Registers a tag once. A second copy of the script is harmless: the first wins, and only a different version is worth
 * a word in the console. Where the page's policy keeps templates from being made, nothing is registered, so that what
 * stands inside the tags goes on to show.
 */
export function defineElement(tag: string, element: CustomElementConstructor): void {
  if (held) void held.then(() => register(tag, element));
  else register(tag, element);
}

function register(tag: string, element: CustomElementConstructor): void {
  const existing = customElements.get(tag) as Stamped | undefined;
  if (!existing) {
    if (!(drawable ??= canDraw.call(element))) return;
    (element as Stamped).kneadVersion = version;
    customElements.define(tag, element);
  } else if (existing !== element && existing.kneadVersion !== version) {
    warnOnce(`version ${existing.kneadVersion} is here already; ${version} is not used.`);
  }
}

/** Whether this script's Lit can make a template: under Trusted Types, not without its policy. A server makes none. */
function canDraw(this: object): boolean {
  try {
    if (globalThis.document) render(html`<p></p>`, document.createDocumentFragment(), { host: this });
    return true;
  } catch {
    warnOnce('add the name of the script to trusted-types.');
    return false;
  }
}
