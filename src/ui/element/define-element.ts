import { version } from './version.js';
import { warnOnce } from './warn-once.js';

type Stamped = CustomElementConstructor & { kneadVersion?: string };

let held: Promise<unknown> | undefined;

/** Lets elements begin only when something is done, if ever: the page asked for that. `until` may not reject. */
export function holdElements(until: Promise<unknown>): void {
  held = Promise.all([held, until]);
}

/**
 * Registers a tag once. A second copy of the script is harmless: the first wins, and only a different version is worth
 * a word in the console.
 */
export function defineElement(tag: string, element: CustomElementConstructor): void {
  if (held) void held.then(() => register(tag, element));
  else register(tag, element);
}

function register(tag: string, element: CustomElementConstructor): void {
  const existing = customElements.get(tag) as Stamped | undefined;
  if (!existing) {
    (element as Stamped).kneadVersion = version;
    customElements.define(tag, element);
  } else if (existing !== element && existing.kneadVersion !== version) {
    warnOnce(`version ${existing.kneadVersion} is here already; ${version} is not used.`);
  }
}
