import type { Credential, Practitioner, Rating, Testimonial } from '../../contract/practitioner.js';
import { formatNumber, joined, languageName, type DateStyle } from '../../locales/format.js';
import type { Localize } from '../../ui/controllers/localize.js';

/** The words of a card: an element's, or a server's. */
export type CardWords = Pick<Localize, 'locale' | 'text' | 'date'>;

/** What was written already: the cards of a list say much the same, and writing it takes longer than all else of a card. */
const written = new Map<string, string>();
/** So that the memory of a server or of a page that is never left has an end. */
const MOST_WRITTEN = 2_000;

/** Writes something, or remembers what it was; `key` names the language too. */
export function remembered(key: string, write: () => string): string {
  let words = written.get(key);
  if (words === undefined) {
    if (written.size >= MOST_WRITTEN) written.clear();
    written.set(key, (words = write()));
  }
  return words;
}

/** A date as the cards of a list say it, see {@link remembered}. */
export function dateWords(i18n: CardWords, date: string, style: DateStyle): string {
  return remembered(`${i18n.locale.tag} ${style} ${date}`, () => i18n.date(date, style));
}

/** Outward codes named before "+2". */
const CODES = 3;
/** Two-tone fields a photo's place can have. */
const TONES = 5;
/** Specialisms shown. */
export const TAGS = 3;

/** "Marylebone W1 · visits W1, NW1, W2". */
export function areaLine(i18n: CardWords, { places = [] }: Practitioner): string {
  const parts = places.map((offer) => {
    if (offer.place === 'incall') return joined([offer.area.name, offer.area.outwardCode], ' ');
    const codes = offer.zones.flatMap(({ outwardCodes }) => outwardCodes);
    const more = codes.length > CODES ? ` +${codes.length - CODES}` : '';
    return i18n.text('visits', { areas: `${codes.slice(0, CODES).join(', ')}${more}` });
  });
  return parts.join(' · ');
}

/** Where sessions happen, and the languages where there is more than one: "At the therapist’s, step-free · English, Polish". */
export function factsLine(i18n: CardWords, { places = [], languages = [] }: Practitioner): string {
  const kinds = new Set(places.map(({ place }) => place));
  const [only] = kinds;
  const where = kinds.size > 1 ? i18n.text('bothPlaces') : only && i18n.text(`place.${only}`);
  const stepFree = places.some((offer) => offer.place === 'incall' && offer.stepFree) && i18n.text('stepFree');
  const { tag } = i18n.locale;
  const spoken =
    languages.length > 1
      ? [...new Set(languages.map((one) => remembered(`${tag} ${one}`, () => languageName(tag, one))))]
      : [];
  return joined([joined([where, stepFree]), spoken.length > 1 && spoken.join(', ')], ' · ');
}

/**
 * "Example Register of Massage 104233, checked 2 March 2026 by Example Directory", or that nobody checked; of several one
 * that was checked. Empty where there is none.
 */
export function credentialLine(i18n: CardWords, { credentials = [] }: Practitioner): string {
  const shown: Credential | undefined = credentials.find(({ checkedBy }) => checkedBy) ?? credentials[0];
  if (!shown) return '';
  const { body, number, checkedBy, checkedOn } = shown;
  const credential = joined([body, number], ' ');
  if (!checkedBy) return i18n.text('selfDeclared', { credential });
  if (!checkedOn) return i18n.text('checkedWithoutDate', { credential, checkedBy });
  return i18n.text('checked', { credential, checkedBy, date: dateWords(i18n, checkedOn, 'plain') });
}

/** Whether a rating or a testimonial may be shown: it says from where and from when it is (DMCC Act 2024). */
export function isSourced({ source, date }: Partial<Rating | Testimonial>): boolean {
  return Boolean(source && date);
}

/** "4.9 out of 5, 87 reviews, Client form, 1 October 2026". Empty where there is no rating that may be shown. */
export function ratingLine(i18n: CardWords, { rating }: Practitioner): string {
  if (!rating || !isSourced(rating)) return '';
  const { tag } = i18n.locale;
  const value = remembered(`${tag} ${rating.value}`, () => formatNumber(tag, rating.value));
  return i18n.text('rating', { ...rating, value, date: dateWords(i18n, rating.date, 'plain') });
}

/** The first testimonial that may be shown. */
export function testimonialOf({ testimonials = [] }: Practitioner): Testimonial | undefined {
  return testimonials.find(isSourced);
}

/** "Ines, Camden, Client form, 18 July 2026". */
export function authorLine(i18n: CardWords, { author, area, source, date }: Testimonial): string {
  return joined([author, area, source, dateWords(i18n, date, 'plain')]);
}

/** "Sat 21": which month is plain this week, and the room is small. */
export function dayName(i18n: CardWords, date: string): string {
  return joined([dateWords(i18n, date, 'weekday'), dateWords(i18n, date, 'day')], ' ');
}

/** The first letters of the first and last word of a name: "ML". */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  return letters.map((word) => [...word][0]!.toLocaleUpperCase()).join('');
}

/** Which of the two-tone fields somebody has: the same wherever and whenever their card is shown. */
export function toneOf(id: string): number {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.codePointAt(0)!) % 9973;
  return sum % TONES;
}
