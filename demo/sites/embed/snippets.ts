import type { Choices } from './choices.js';

/** A script tag's file: where it is for good, and what it must hash to (Subresource Integrity). */
export interface ScriptFile {
  src: string;
  integrity: string;
}

/** What a snippet needs besides the choices. */
export interface Place {
  /** The two files that a page may load, both under an address that always answers the same bytes. */
  scripts: { knead: ScriptFile; cards: ScriptFile };
  /** Address of the backend. */
  backend: string;
  /** The therapist's name, as the backend has it. */
  name: string;
  /** Where one can book without the script. */
  bookingPage: string;
}

/** An element as it stands in a page: its tag, and attributes in the order they are written. */
export interface Markup {
  tag: string;
  attributes: Readonly<Record<string, string>>;
}

const TAGS: Readonly<Record<Choices['kind'], string>> = {
  booking: 'knead-booking',
  button: 'knead-book-button',
  floating: 'knead-book-button',
  card: 'knead-therapist-card',
};

/** The link inside the tag, which shows wherever the script does not run. `%` is the therapist's name. */
const FALLBACK: Readonly<Record<string, string>> = {
  en: 'Book with %',
  de: 'Termin bei % buchen',
  es: 'Reservar con %',
  fr: 'Réserver avec %',
  pl: 'Umów wizytę: %',
  ro: 'Programează-te la %',
  ar: 'احجز مع %',
};
/** Attributes that style sheets read off the tag, and so by no other spelling. */
const LOOKS = ['theme', 'preset', 'floating'];

/**
 * The element that choices mean. Its attributes have their `data-` spelling, which more editors keep; `own` are those that
 * the element itself is known by, for editors that set attributes one by one.
 */
export function elementFor(choices: Choices, { own = false } = {}): Markup {
  const { kind, markup, practitioner, service, option, place, lang, theme, preset } = choices;
  const tag = TAGS[kind];
  const isDiv = markup === 'div' && !own;
  const named: Record<string, string> = {
    ...{ practitioner, service, place, theme },
    option: kind === 'card' || !service ? '' : option,
    preset: kind === 'booking' ? preset : '',
    floating: kind === 'floating' ? 'true' : '',
  };
  const isPlain = (name: string): boolean => own || (!isDiv && LOOKS.includes(name));
  const attributes = Object.entries(named)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => [isPlain(name) ? name : `data-${name}`, value]);
  return {
    tag: isDiv ? 'div' : tag,
    attributes: {
      ...(isDiv && { 'data-knead': tag.slice('knead-'.length) }),
      ...(Object.fromEntries(attributes) as Record<string, string>),
      ...(lang && { lang }),
    },
  };
}

/** The words of the link inside the tag, in the language chosen. */
export function fallbackWords({ lang }: Choices, { name }: Pick<Place, 'name'>): string {
  const words = FALLBACK[lang.split('-')[0]!] ?? FALLBACK['en']!;
  return words.replace('%', () => name);
}

/** The script that draws what was chosen: a page that only lists therapists needs no more than the cards. */
export function scriptFor({ kind }: Choices, { scripts }: Pick<Place, 'scripts'>): ScriptFile {
  return kind === 'card' ? scripts.cards : scripts.knead;
}

/**
 * The two lines to paste. They are written so that editors and speed tools leave them alone: a classic script, every
 * attribute with a value in quotes, explicit end tags, no code, no blank line, no brace, and inside the tag a link that works
 * without any of it.
 */
export function snippet(choices: Choices, place: Place): string {
  const { src, integrity } = scriptFor(choices, place);
  const script = {
    ...{
      src,
      integrity,
      crossorigin: 'anonymous',
      defer: 'defer',
      'data-cfasync': 'false',
      'data-backend': place.backend,
    },
    // Cards ask when they are seen, and not before.
    ...(choices.load && choices.kind !== 'card' && { 'data-load': choices.load }),
  };
  const { tag, attributes } = elementFor(choices);
  // Where consent is waited for, who follows the link gives it.
  const consent = choices.load === 'consent' && choices.kind !== 'card' && { 'data-knead-consent': 'true' };
  const link = `<a${written({ href: place.bookingPage, ...consent })}>${escaped(fallbackWords(choices, place))}</a>`;
  return `<script${written(script)}></script>\n<${tag}${written(attributes)}>${link}</${tag}>`;
}

/** The one line of CSS that carries the accent, or `''` where none was chosen. The elements inherit it from the page. */
export function accentCss({ accent }: Choices): string {
  return accent && `:root { --knead-accent: ${accent}; }`;
}

/** What a page's Content-Security-Policy has to allow, a line for each directive. Nothing is needed in `style-src`. */
export function policyLines(choices: Choices, place: Place): string[] {
  const { src } = scriptFor(choices, place);
  const { origin } = new URL(place.backend);
  // The folder: languages and later steps are files beside the script.
  return [`script-src ${new URL('.', src).href}`, `connect-src ${origin}`, `img-src ${origin}`];
}

/** The policy's name where a page asks for Trusted Types: that of the file. */
export function trustedTypes(choices: Choices): string {
  return choices.kind === 'card' ? 'trusted-types knead-cards knead' : 'trusted-types knead';
}

/** Attributes as HTML: a space before each, every value in quotes. */
export function written(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
}

/** Text for HTML in one line. Braces too: some shops' templates read two of them as code. */
export function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[&<>"'{}[\]]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
