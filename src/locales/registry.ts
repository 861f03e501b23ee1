import enGB from './en-GB.js';
import type { Locale } from './messages.js';

const builtIn: Locale = enGB;
const known = new Map<string, Locale>([['en-gb', builtIn]]);

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
