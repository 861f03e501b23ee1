import { kses } from './kses.js';

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
  /** What the page's server makes of what its author wrote. */
  writes?(html: string): string;
  /** The headers that make it so. */
  headers?(served: Served): Record<string, string>;
}

const BOOKED = { words: 'booked' };

/** What the widget says where no answer comes from the backend. */
const UNREACHABLE = /We can’t reach the booking system.*Book with Mara on her booking page/;

/** Directives of a page without a style of its own, as strict as a careful site would set them. */
const strict = ({ site, backend, nonce }: Served): Record<string, string> => ({
  'default-src': "'none'",
  'script-src': `'nonce-${nonce}' 'strict-dynamic'`,
  'style-src': "'none'",
  'connect-src': backend,
  'img-src': `${site} ${backend}`,
  'base-uri': "'none'",
  'form-action': "'none'",
});

/** The header that makes a policy, from some of the strict page's directives and some others. */
function policy(served: Served, others: Record<string, string> = {}): Record<string, string> {
  const directives = Object.entries({ ...strict(served), ...others });
  return { 'content-security-policy': directives.map((each) => each.join(' ')).join('; ') };
}

/** Every hostile page, in the order of the list at `/hosts/`. */
export const hosts: readonly Host[] = [
  {
    id: 'css-reset',
    title: 'A reset that means it',
    hostile: 'Every property of every element is reset with !important, and what is inherited is changed.',
    expected: BOOKED,
  },
  { id: 'all-unset', title: 'Everything unset', hostile: '* { all: unset !important }', expected: BOOKED },
  {
    id: 'root-62',
    title: 'A root of 62.5 %',
    hostile: 'html { font-size: 62.5% }: a rem is ten pixels.',
    expected: BOOKED,
  },
  {
    id: 'bootstrap',
    title: 'Bootstrap',
    hostile: 'Bootstrap 5 with its script; flex and grid around.',
    expected: BOOKED,
  },
  {
    id: 'tailwind',
    title: 'Tailwind',
    hostile: "Tailwind's preflight: borders, lists, controls reset.",
    expected: BOOKED,
  },
  { id: 'right-to-left', title: 'From right to left', hostile: 'The page runs from right to left.', expected: BOOKED },
  {
    id: 'clipping-ancestor',
    title: 'Clipped',
    hostile: 'An ancestor of a fixed height hides what does not fit.',
    expected: {
      words: 'booked; the developer is told which element cuts it off',
      hint: /<knead-booking> is clipped by <div class="box">/,
    },
  },
  {
    id: 'clipped-button',
    title: 'A clipped button',
    hostile: 'What opens the form stands where little room is shown, turned and with a stacking order of its own.',
    expected: BOOKED,
  },
  {
    id: 'stripped-tags',
    title: 'Stripped tags',
    hostile: 'What writes the page keeps no tag and no attribute that it does not know, as WordPress does.',
    expected: BOOKED,
    writes: kses,
  },
  {
    id: 'zone',
    title: 'zone.js',
    hostile: 'Promise, timers, events and fetch are patched by zone.js.',
    expected: BOOKED,
    // Its notes on who listens to what.
    changesItself: /__zone_symbol__/,
  },
  {
    id: 'polluted-object',
    title: 'Polluted Object.prototype',
    hostile: 'Thirteen keys on Object.prototype, setters among them.',
    expected: BOOKED,
  },
  {
    id: 'prototype-js',
    title: 'A library of 2008',
    hostile: 'toJSON on arrays, strings, numbers and dates, and methods on the prototypes.',
    expected: BOOKED,
  },
  {
    id: 'patched-fetch',
    title: 'Patched fetch',
    hostile: 'fetch reads every body first and returns something that can only `then`.',
    expected: BOOKED,
  },
  { id: 'patched-promise', title: 'Patched Promise', hostile: 'Promise is a class of the page.', expected: BOOKED },
  {
    id: 'patched-date',
    title: 'Patched Date',
    hostile: 'Date stands still in September 2001.',
    expected: {
      words: 'says that no times are left, with the link: they all lie beyond what can be booked on that day',
      says: /There are no times to book online at the moment\..*Book with Mara on her booking page/,
    },
  },
  {
    id: 'no-random-uuid',
    title: 'An older browser',
    hostile: 'crypto.randomUUID and other things of late are missing.',
    expected: BOOKED,
  },
  {
    id: 'frozen-prototypes',
    title: 'Frozen prototypes',
    hostile: 'The prototypes of what is built in are frozen.',
    expected: BOOKED,
  },
  {
    id: 'clobbered-document',
    title: 'A clobbered document',
    hostile:
      'Images and forms are named as properties of the document, currentScript among them, and carry our attributes.',
    expected: BOOKED,
  },
  { id: 'base-elsewhere', title: 'Base elsewhere', hostile: '<base href> leads to another origin.', expected: BOOKED },
  {
    id: 'sandboxed-frame',
    title: 'Sandboxed frame',
    hostile: 'A frame without an origin, storage or the submission of forms.',
    expected: BOOKED,
    frame: true,
  },
  {
    id: 'strict-policy',
    title: 'A strict policy',
    hostile: "Nonce and strict-dynamic, style-src 'none', one backend.",
    expected: BOOKED,
    headers: policy,
  },
  {
    id: 'trusted-types',
    title: 'Trusted Types',
    hostile: 'The strict policy with Trusted Types; ours is named.',
    expected: BOOKED,
    headers: (served) => policy(served, { 'require-trusted-types-for': "'script'", 'trusted-types': 'knead' }),
  },
  {
    id: 'no-trusted-types',
    title: 'Trusted Types without ours',
    hostile: 'Trusted Types are required, and only the page’s own policy is named.',
    expected: {
      words: 'What stands inside the tag shows; the developer is told to name the policy',
      says: /Book with Mara on her booking page$/,
      hint: /trusted-types/,
      violates: /trusted-types/,
    },
    headers: (served) => policy(served, { 'require-trusted-types-for': "'script'", 'trusted-types': 'another' }),
  },
  {
    id: 'policy-without-backend',
    title: 'A policy without the backend',
    hostile: "connect-src 'none'",
    expected: {
      words: 'says that the backend cannot be reached, with the link; the developer is told which line is missing',
      says: UNREACHABLE,
      hint: /blocks the backend\. Add http.* to its connect-src/,
      violates: /^connect-src/,
    },
    headers: (served) => policy(served, { 'connect-src': "'none'" }),
  },
  {
    id: 'policy-without-languages',
    title: 'A policy without languages',
    hostile: 'A German page whose script-src names knead.js and its parts, but no language.',
    expected: {
      words: 'booked in English; the developer is told which file is missing',
      hint: /locales\/.*did not load/,
      violates: /^script-src(-elem)? .*locales\//,
    },
    headers: (served) => policy(served, { 'script-src': `${served.site}/knead/knead.js ${served.site}/knead/parts/` }),
  },
  {
    id: 'policy-without-parts',
    title: 'A policy for one file',
    hostile: 'script-src names knead.js alone.',
    expected: {
      words: 'says, once a time is chosen, that the rest cannot be loaded; the developer is told which file is missing',
      says: UNREACHABLE,
      hint: /did not load/,
      violates: /^script-src(-elem)? .*(parts|locales)\//,
    },
    headers: (served) => policy(served, { 'script-src': `${served.site}/knead/knead.js` }),
  },
  {
    id: 'require-corp',
    title: 'Cross-origin isolated',
    hostile: 'Cross-Origin-Embedder-Policy: require-corp',
    expected: BOOKED,
    headers: () => ({
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-opener-policy': 'same-origin',
    }),
  },
  {
    id: 'no-storage',
    title: 'No storage',
    hostile: 'Storage, cookies, caches and locks throw when they are looked at.',
    expected: BOOKED,
  },
  {
    id: 'plain-http',
    title: 'Plain http',
    hostile: 'Not encrypted and not localhost: no secure context.',
    expected: BOOKED,
    madeUpName: true,
  },
  {
    id: 'translated',
    title: 'Translated',
    hostile: 'A translator wraps every text, in shadow roots too and again after each change.',
    expected: BOOKED,
  },
  {
    id: 'second-lit',
    title: 'A second Lit',
    hostile: 'Another app with a Lit of its own runs first.',
    expected: BOOKED,
  },
  {
    id: 'other-version-first',
    title: 'An older Knead first',
    hostile: 'Two versions of Knead; the other one is first.',
    expected: {
      words: 'booked with the first; the developer is told once',
      hint: /0\.0\.9 is here already/,
    },
  },
  {
    id: 'other-version-second',
    title: 'An older Knead second',
    hostile: 'Two versions of Knead; the other one is second.',
    expected: { words: 'booked with the first; the developer is told once', hint: /0\.0\.9 is not used/ },
  },
  {
    id: 'delayed-script',
    title: 'A delayed script',
    hostile: 'An optimiser rewrites the type of scripts and runs them at the first input.',
    expected: BOOKED,
    changesItself: /^page: (new|gone): script/,
  },
  {
    id: 'content-blocker',
    title: 'A content blocker',
    hostile: 'Rules hide what is named like an advert; addresses, ids and class names meet the real lists in the test.',
    expected: BOOKED,
  },
  {
    id: 'blocked-backend',
    title: 'A blocked backend',
    hostile: 'No request gets through.',
    expected: { words: 'says that the backend cannot be reached, with the link', says: UNREACHABLE },
  },
  {
    id: 'service-worker',
    title: 'A service worker',
    hostile: 'It keeps every answer for ever and gives that first.',
    expected: BOOKED,
  },
  {
    id: 'moved-about',
    title: 'Moved about',
    hostile: 'jQuery puts the element elsewhere, before and while somebody books.',
    expected: BOOKED,
  },
  {
    id: 'back-and-forth',
    title: 'Back and forth',
    hostile: 'The visitor leaves in the middle and comes back.',
    expected: BOOKED,
    changesItself: /^page: history\.length/,
  },
  {
    id: 'single-page',
    title: 'One page for all',
    hostile: 'A router inserts the element late, takes it away in the middle and shows it again.',
    expected: BOOKED,
    changesItself: /^page: (history\.length|location|title|new|gone)/,
  },
];
