import { common } from './en-GB.js';
import type { Locale, Messages } from './messages.js';

/** Part of a language: the words of one element. */
export type MessageSection = Partial<Messages>;

// Whole once every element that is used has brought its part.
const builtIn: Locale = { tag: 'en-GB', direction: 'ltr', messages: { ...common } as unknown as Messages };
const known = new Map<string, Locale>([['en-gb', builtIn]]);

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
  const sibling = (): Locale | undefined => {
    for (const [key, locale] of known) if (key.split('-')[0] === language) return locale;
    return undefined;
  };
  return known.get(wanted) ?? known.get(language) ?? sibling() ?? builtIn;
}
