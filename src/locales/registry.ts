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
  known.set(locale.tag.toLowerCase(), locale);
}

/** The known language closest to a tag: itself, its language without region, a sibling region, then British English. */
export function closestLocale(tag: string): Locale {
  const wanted = tag.toLowerCase();
  const language = wanted.split('-')[0]!;
  const sibling = [...known].find(([key]) => key.startsWith(`${language}-`));
  return known.get(wanted) ?? known.get('') ?? known.get(language) ?? sibling?.[1] ?? builtIn;
}
