/** What can be chosen in the embed builder, and how a setup stands in the page's address so that it can be shared. */

/** Languages that Knead speaks, by their own names. */
export const LANGUAGES: Readonly<Record<string, string>> = {
  'en-GB': 'English (UK)',
  'en-US': 'English (US)',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  pl: 'Polski',
  ro: 'Română',
  ar: 'العربية',
};

const VALUES = {
  /** The flow in the page, a button that opens it, the same fixed to a corner, or a card that leads to it. */
  kind: ['booking', 'button', 'floating', 'card'],
  /** Knead's own tag, or its twin for editors that remove tags they do not know. */
  markup: ['tag', 'div'],
  place: ['', 'incall', 'outcall'],
  lang: ['', ...Object.keys(LANGUAGES)],
  /** `''` follows the page. */
  theme: ['', 'light', 'dark'],
  /** `''` is paper, the look without one. */
  preset: ['', 'plain', 'compact'],
  /** When it starts: `''` with the page, else as `data-load` has it. */
  load: ['', 'view', 'consent'],
  platform: ['html', 'wordpress', 'plugin', 'wix', 'squarespace', 'webflow', 'shopify'],
} as const;

/** A choice that is one of a few values. */
export type Closed = keyof typeof VALUES;
/** A choice that comes from the backend, an id; `''` leaves it to the visitor. */
export type Id = 'practitioner' | 'service' | 'option';
/** Everything that is chosen. Nothing in it is about a person but the therapist. */
export type Choices = { [Name in Closed]: (typeof VALUES)[Name][number] } & Record<Id, string> & {
    /** `#rrggbb`, or `''` for Knead's own. */
    accent: string;
  };

const DEFAULTS: Choices = {
  ...{ kind: 'booking', markup: 'tag', practitioner: '', service: '', option: '', place: '', lang: '' },
  ...{ theme: '', preset: '', accent: '', load: '', platform: 'html' },
};
/** An id is whatever a backend likes, but it stands in markup, in a shortcode and in an address. */
const ID = /^[^\s"'<>&{}[\]]{1,200}$/;
const ACCENT = /^#[0-9a-f]{6}$/;

/** The choices that a fragment such as `#practitioner=mara-lindqvist&lang=de` says; whatever else it says counts for nothing. */
export function choicesIn(fragment: string): Choices {
  const said = new URLSearchParams(fragment.replace(/^#/, ''));
  const choices = Object.entries(DEFAULTS).map(([name, otherwise]) => {
    const value = said.get(name) ?? otherwise;
    return [name, isValue(name, value) ? value : otherwise];
  });
  return Object.fromEntries(choices) as Choices;
}

/** The fragment of some choices, without what nobody chose. */
export function fragmentOf(choices: Choices): string {
  const chosen = Object.entries(choices).filter(([name, value]) => value !== DEFAULTS[name as keyof Choices]);
  return `#${new URLSearchParams(chosen).toString()}`;
}

function isValue(name: string, value: string): boolean {
  if (name === 'accent') return value === '' || ACCENT.test(value);
  const values: readonly string[] | undefined = Object.hasOwn(VALUES, name) ? VALUES[name as Closed] : undefined;
  return values ? values.includes(value) : value === '' || ID.test(value);
}
