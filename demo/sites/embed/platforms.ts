import type { Choices } from './choices.js';
import { accentCss, elementFor, fallbackWords, scriptFor, snippet, written, type Place } from './snippets.js';

/** Something to copy, with the name of the field it goes into. */
export interface Piece {
  name: string;
  code: string;
}

/** How one kind of site takes a snippet. */
export interface Platform {
  name: string;
  /** What has to be known there, in short plain words. */
  rules: readonly string[];
  /** What is copied, in the order it is pasted. */
  pieces(choices: Choices, place: Place): Piece[];
  /** Where the line with the accent goes; without it there is no such place. */
  css?: string;
  /** It writes tag and script line itself, so that nothing can be chosen about how they are written. */
  writesTags?: true;
}

const twoLines = (choices: Choices, place: Place): Piece[] => [{ name: 'HTML', code: snippet(choices, place) }];

const SPEED =
  'Speed plugins (WP Rocket, LiteSpeed Cache, Autoptimize, Perfmatters): exclude the word knead from delayed, combined and minified scripts. Until the script runs, the link shows.';

/** Every kind of site, in the order they are offered. */
export const PLATFORMS: Readonly<Record<Choices['platform'], Platform>> = {
  html: {
    name: 'Plain HTML',
    rules: [
      'Paste both lines where it should show.',
      'On a page with several of them, the script line is needed once.',
      'If a tool delays or combines your scripts, exclude the word knead from it.',
    ],
    pieces: twoLines,
    css: 'your style sheet',
  },
  wordpress: {
    name: 'WordPress block',
    rules: [
      'Add a “Custom HTML” block and paste both lines. In the Classic editor use the “Text” tab, never “Visual”.',
      'Your role must be allowed to write HTML: administrators and editors of a single site are. Authors, contributors and the administrators of one site in a network are not, and WordPress takes the script and the tag away when they save. Use the plugin then.',
      'WordPress.com: only plans with plugins keep scripts. On the others, link to your booking page.',
      'Elementor and other page builders: use their HTML widget, with a role that may.',
      SPEED,
    ],
    pieces: twoLines,
    css: 'Appearance, Customise, Additional CSS (with a block theme: Editor, Styles, Additional CSS)',
  },
  plugin: {
    name: 'WordPress plugin',
    rules: [
      'Install the plugin “Knead booking” and fill in its settings once.',
      'Then paste the shortcode into any page, or add the block “Knead booking”. Roles that may not write HTML can use both.',
      'When it starts is one of the settings, because a page loads the script once.',
      SPEED,
    ],
    pieces: (choices, place) => [
      { name: 'Shortcode', code: shortcode(choices, place) },
      { name: 'Setting “Backend address”', code: place.backend },
      { name: 'Setting “Script address”', code: place.scripts.knead.src },
      { name: 'Setting “Integrity of knead.js”', code: place.scripts.knead.integrity },
      { name: 'Setting “Integrity of knead-cards.js”', code: place.scripts.cards.integrity },
    ],
    css: 'Appearance, Customise, Additional CSS (with a block theme: Editor, Styles, Additional CSS)',
    writesTags: true,
  },
  wix: {
    name: 'Wix',
    rules: [
      'Add, Embed Code, Custom Element; then “Choose Source”, “Server URL”. It needs a premium plan and your own domain.',
      'Fill in the address and the tag name, then add each attribute by its name and value.',
      'Do not use “Embed HTML”: it is a frame of fixed height.',
      'The element shows on the published site. Wix loads the script itself, so it starts with the page, and there is no integrity hash.',
    ],
    pieces: (choices, place) => {
      const { tag, attributes } = elementFor(choices, { own: true });
      return [
        { name: 'Server URL', code: scriptFor(choices, place).src },
        { name: 'Tag name', code: tag },
        ...Object.entries({ backend: place.backend, ...attributes }).map(([name, code]) => ({
          name: `Attribute ${name}`,
          code,
        })),
      ];
    },
    writesTags: true,
  },
  squarespace: {
    name: 'Squarespace',
    rules: [
      'Add a “Code” block, type HTML, “Display source” off, and paste both lines.',
      'Scripts in code blocks need a plan that has them; the cheapest has not. Without it, link to your booking page.',
      'The editor may not run it while you are logged in. Look at the page in a private window.',
    ],
    pieces: twoLines,
    css: 'Website, Website tools, Custom CSS',
  },
  webflow: {
    name: 'Webflow',
    rules: [
      'Add a “Code Embed” element and paste both lines. It takes 50,000 characters; this is far below.',
      'Custom code needs a paid site plan or workspace.',
      'It shows on the published site, also where the page puts it in later.',
    ],
    pieces: twoLines,
    css: 'Site settings, Custom code, Head code, between <style> and </style>',
  },
  shopify: {
    name: 'Shopify',
    rules: [
      'In the theme editor add a “Custom Liquid” section or block and paste both lines. You need the right to edit themes.',
      'Not in the text of a page or product: that takes scripts away.',
      'Shopify reads two braces in a row as its own code. There are none in these lines; keep it so when you change them.',
    ],
    pieces: twoLines,
    css: 'the theme’s settings, Custom CSS',
  },
};

/** Everything to copy for the platform chosen. */
export function piecesFor(choices: Choices, place: Place): Piece[] {
  const { pieces, css } = PLATFORMS[choices.platform];
  const accent = accentCss(choices);
  return [...pieces(choices, place), ...(accent && css ? [{ name: 'CSS', code: accent }] : [])];
}

/** What has to be known for what was chosen. */
export function rulesFor({ platform, kind, accent, load }: Choices): string[] {
  const { rules, css } = PLATFORMS[platform];
  return [
    ...rules,
    ...(kind === 'card' ? [] : (STARTS[load] ?? [])),
    ...(accent
      ? [css ? `The CSS goes into ${css}.` : 'There is no place for the accent: it has its own colour there.']
      : []),
  ];
}

/** What is said of each way to start. */
const STARTS: Partial<Record<Choices['load'], readonly string[]>> = {
  consent: [
    'Nothing is asked of the booking system until the visitor follows the link, or your consent tool runs document.dispatchEvent(new Event("knead-consent")).',
  ],
};

/** What the plugin of `demo/wordpress` reads: the attributes' own names, and the link for where the script does not run. */
function shortcode(choices: Choices, place: Place): string {
  const { kind } = choices;
  const { floating, ...attributes } = elementFor(choices, { own: true }).attributes;
  return `[knead${written({
    kind: kind === 'floating' ? 'button' : kind,
    ...attributes,
    ...(floating && { floating }),
    ...{ text: fallbackWords(choices, place), href: place.bookingPage },
  })}]`;
}
