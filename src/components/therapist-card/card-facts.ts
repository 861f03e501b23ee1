import type { Credential, Practitioner } from '../../contract/practitioner.js';
import { languageName } from '../../locales/format.js';
import type { Localize } from '../../ui/controllers/localize.js';

/** Outward codes named before "+2". */
const CODES = 3;
/** Credentials shown, one a line, checked ones first. */
const CREDENTIALS = 1;
/** Two-tone fields a photo's place can have. */
const TONES = 5;

/** "Marylebone W1 · visits W1, NW1, W2". */
export function areaLine(i18n: Localize, { places }: Practitioner): string {
  const parts = places.map((offer) => {
    if (offer.place === 'incall') return [offer.area.name, offer.area.outwardCode].filter(Boolean).join(' ');
    const codes = offer.zones.flatMap(({ outwardCodes }) => outwardCodes);
    const more = codes.length > CODES ? ` +${codes.length - CODES}` : '';
    return i18n.text('visits', { areas: `${codes.slice(0, CODES).join(', ')}${more}` });
  });
  return parts.join(' · ');
}

/** Where sessions happen, and the languages where there is more than one: "At the therapist’s, step-free · English, Polish". */
export function factsLine(i18n: Localize, { places, languages }: Practitioner): string {
  const kinds = new Set(places.map(({ place }) => place));
  const [only] = kinds;
  const where = kinds.size > 1 ? i18n.text('bothPlaces') : only ? i18n.text(`place.${only}`) : '';
  const stepFree = places.some((offer) => offer.place === 'incall' && offer.stepFree) ? i18n.text('stepFree') : '';
  const spoken = [...new Set(languages.map((language) => languageName(i18n.locale.tag, language)))];
  const parts = [[where, stepFree].filter(Boolean).join(', '), spoken.length > 1 ? spoken.join(', ') : ''];
  return parts.filter(Boolean).join(' · ');
}

/** "Example Register of Massage 104233, checked 2 March 2026 by Example Directory", or that nobody checked. */
export function credentialLines(i18n: Localize, { credentials }: Practitioner): string[] {
  const line = ({ body, number, checkedBy, checkedOn }: Credential): string => {
    const credential = [body, number].filter(Boolean).join(' ');
    if (!checkedBy) return i18n.text('selfDeclared', { credential });
    if (!checkedOn) return i18n.text('checkedWithoutDate', { credential, checkedBy });
    return i18n.text('checked', { credential, checkedBy, date: i18n.date(checkedOn, 'plain') });
  };
  const checked = credentials.filter(({ checkedBy }) => checkedBy);
  const others = credentials.filter(({ checkedBy }) => !checkedBy);
  return [...checked, ...others].slice(0, CREDENTIALS).map(line);
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
