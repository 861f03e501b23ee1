import { version } from './version.js';
import { warnOnce } from './warn-once.js';

type Stamped = CustomElementConstructor & { kneadVersion?: string };

/**
 * Registers a tag once. A second copy of the script is harmless: the first wins, and only a different version is worth
 * a word in the console.
 */
export function defineElement(tag: string, element: CustomElementConstructor): void {
  const existing = customElements.get(tag) as Stamped | undefined;
  if (!existing) {
    (element as Stamped).kneadVersion = version;
    customElements.define(tag, element);
  } else if (existing !== element && existing.kneadVersion !== version) {
    warnOnce(
      `<${tag}> is already defined by Knead ${existing.kneadVersion ?? 'of another origin'}; version ${version} is not used.`,
    );
  }
}
