/** What a page's server knows when it answers. */
export interface Served {
  /** The origin of the scripts, without a slash at the end. */
  site: string;
  /** Where Knead's backend is. */
  backend: string;
  /** A fresh one for each answer; it takes the place of `nonce=""` in the page. */
  nonce: string;
}

/** A page that somebody could have, in which an embed has a hard time. */
export interface Host {
  /** Its folder here, and its address below `/hosts/`. */
  id: string;
  title: string;
  /** What is hostile about it. */
  hostile: string;
  expected: {
    /** For people. */
    words: string;
    /** What it says instead of booking, where the page forbids that. */
    says?: RegExp;
    /** The one thing a developer is told; nothing unless this is given. */
    hint?: RegExp;
    /** What the page's policy may be violated by; by nothing unless this is given. */
    violates?: RegExp;
    /** An error of the page's own that Knead cannot keep from it. */
    error?: RegExp;
  };
  /** What the page does to itself while somebody books, in the words of the test that watches it. */
  changesItself?: RegExp;
  /** The widget is in a frame of the page. */
  frame?: true;
  /** The page is under a made-up name instead of one that browsers trust. */
  madeUpName?: true;
  /** Why it cannot be tried in an engine. */
  skipped?: Partial<Record<'chromium' | 'firefox' | 'webkit', string>>;
  /** The headers that make it so. */
  headers?(served: Served): Record<string, string>;
}

const BOOKED = { words: 'booked' };

/** A policy without a word for styles: the page has none of its own. */
const strict = ({ site, backend, nonce }: Served): string[] => [
  "default-src 'none'",
  `script-src 'nonce-${nonce}' 'strict-dynamic'`,
  "style-src 'none'",
  `connect-src ${backend}`,
  `img-src ${site} ${backend}`,
  "base-uri 'none'",
  "form-action 'none'",
];

/** Every hostile page, in the order of the list at `/hosts/`. */
export const hosts: readonly Host[] = [
  {
    id: 'css-reset',
    title: 'A reset that means it',
    hostile: 'Every property of every element is reset with !important, and what is inherited is changed.',
    expected: BOOKED,
  },
  {
    id: 'all-unset',
    title: 'Everything unset',
    hostile: '* { all: unset !important }',
    expected: BOOKED,
  },
  {
    id: 'root-62',
    title: 'A root of 62.5 %',
    hostile: 'html { font-size: 62.5% }: a rem is ten pixels.',
    expected: BOOKED,
  },
  {
    id: 'strict-policy',
    title: 'A strict policy',
    hostile: "Content-Security-Policy with nonce and strict-dynamic, style-src 'none', nothing but the backend.",
    expected: BOOKED,
    headers: (served) => ({ 'content-security-policy': strict(served).join('; ') }),
  },
  {
    id: 'polluted-object',
    title: 'Polluted Object.prototype',
    hostile: 'Twelve keys on Object.prototype, setters among them.',
    expected: BOOKED,
  },
];
