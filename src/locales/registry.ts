import { common } from './en-GB.js';
import type { Locale, Messages } from './messages.js';

/** Part of a language: the words of one element. */
export type MessageSection = Partial<Messages>;

/** British English. Whole once every element that is used has brought its part. */
export const builtIn: Locale = { tag: 'en-GB', direction: 'ltr', messages: { ...common } as unknown as Messages };
/**
 * Languages by their tags in small letters. Under `''` is what stands for one that is not here, where a page can ask for more
 * (`script-tag.ts`).
 */
export const known = new Map<string, Locale>([
  ['en-gb', builtIn],
  ['en', builtIn],
]);

/** Adds an element's own words to the built-in language. */
export function bringMessages(section: MessageSection): void {
  Object.assign(builtIn.messages, section);
}

/** Adds a language, or replaces one. Elements show it from their next render. */
export function registerLocale(locale: Locale): void {
  const tag = locale.tag.toLowerCase();
  const language = tag.split('-')[0]!;
  const sibling = known.get(language);
  known.set(tag, locale);
  // Where the language itself is not known, the region that came first stands for it.
  if (!sibling || sibling.tag === locale.tag) known.set(language, locale);
}

/**
 * Puts texts of the page's own in place of ours, in a language that is known: `overrideMessages('en-GB', { continue: 'Go on' })`.
 * Throws RangeError for a language that was not registered.
 */
export function overrideMessages(tag: string, messages: Partial<Messages>): void {
  const locale = known.get(tag.toLowerCase());
  if (!locale) throw new RangeError(`Register the language ${tag} first.`);
  // What elements bring later still counts where nothing is put in its place.
  const own = Object.assign(Object.create(locale.messages), messages) as Messages;
  registerLocale({ ...locale, messages: own });
}

/** The known language closest to a tag: itself, its language, and British English at last. */
export function closestLocale(tag: string): Locale {
  const wanted = tag.toLowerCase();
  return known.get(wanted) ?? known.get('') ?? known.get(wanted.split('-')[0]!) ?? builtIn;
}
