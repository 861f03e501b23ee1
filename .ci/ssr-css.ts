import { styles } from '../src/components/therapist-card/therapist-card.styles.js';
import { cardListHtml } from '../src/ssr.js';
import { base } from '../src/theme/base.js';
import { forcedColors } from '../src/theme/forced-colors.js';
import { tokens } from '../src/theme/tokens.js';
import { EVERYTHING, SAMPLE_NOW } from './ssr-sample.js';

/** A style rule, or a block such as `@media` with rules inside. */
interface Rule {
  prelude: string;
  body: string | Rule[];
}

const HEAD =
  '/* How therapist cards look that a server wrote, until their element takes over. Made from its own styles. */\n';

/** What a list of cards is, and the room a card is given. */
const LIST = `.knead-cards {
  list-style: none;
  margin: 0;
  padding: 0;
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(290px, 100%), 1fr));
  gap: 18px;
}
.knead-cards > li {
  display: grid;
  min-inline-size: 0;
}
knead-therapist-card:not(:defined) {
  display: block;
}
knead-therapist-card .knead-card {
  block-size: 100%;
}
`;

/** What the sample has one of. */
const TONES = [0, 1, 2, 3, 4].map((tone) => `knead-tone-${tone}`);
const HEADINGS = [1, 2, 3, 4, 5, 6].map((level) => `h${level}`);

const words = cardListHtml(EVERYTHING, { now: SAMPLE_NOW });
const classes = new Set([
  ...TONES,
  ...[...words.matchAll(/class="([^"]*)"/g)].flatMap(([, names]) => names!.split(' ')),
]);
const tags = new Set([...HEADINGS, ...[...words.matchAll(/<([a-z]\w*)\b/g)].map(([, tag]) => tag!)]);

/**
 * `ssr.css`: the styles of the card's own shadow root, rewritten for the same card in the page's light DOM. Made and not
 * written, so that a card has one look and one height before its element takes it over and after. Rules that no such card
 * meets are left out.
 */
export function ssrCss(): string {
  const rules = [tokens, base, styles, forcedColors].flatMap((sheet) =>
    parse(sheet.cssText).flatMap((rule) => inPage(rule, sheet === styles)),
  );
  return HEAD + written(rules) + LIST;
}

/** `own`: of the card and not of every element. What a card's host is given goes to the tag, what all are given to what it holds. */
function inPage({ prelude, body }: Rule, own: boolean): Rule[] {
  if (typeof body !== 'string') {
    const inside = body.flatMap((rule) => inPage(rule, own));
    return inside.length > 0 ? [{ prelude, body: inside }] : [];
  }
  const selectors = prelude.split(/,(?![^(]*\))/).flatMap((selector) => selectorInPage(selector.trim(), own));
  const lines = body.split(';').map((line) => line.trim().replace(/\s+/g, ' '));
  // What the element says by a pseudo-element, a page says in words.
  const kept = lines.filter((line) => line !== '' && !line.startsWith('content: attr'));
  return selectors.length > 0 ? [{ prelude: selectors.join(',\n'), body: `${kept.join(';\n')};` }] : [];
}

function selectorInPage(selector: string, own: boolean): string[] {
  if (own && selector === ':host') return ['knead-therapist-card:not(:defined)'];
  const [, condition, after] = /^:host(\([^)]+\))?(.*)$/.exec(selector) ?? [, undefined, ` ${selector}`];
  const inside = after!.replace('.time::before', '.time .day').replace(/\.(?=[a-z])/g, '.knead-');
  if (condition?.includes('hidden') || !meetsCard(inside)) return [];
  return [`knead-therapist-card${condition?.slice(1, -1) ?? ''} .knead-card${inside}`];
}

/** Whether something in a written card can be meant by a selector. */
function meetsCard(selector: string): boolean {
  if (/::slotted|::part|:not|#/.test(selector)) return false;
  const named = selector.replace(/\[[^\]]*\]|::?[\w-]+(\([^)]*\))?/g, '');
  const parts = named.match(/[.]?[a-z][\w-]*/g) ?? [];
  const attributes = /\[|:disabled/.test(selector) && parts.length === 0;
  return !attributes && parts.every((part) => (part.startsWith('.') ? classes.has(part.slice(1)) : tags.has(part)));
}

function written(rules: readonly Rule[], indent = ''): string {
  return rules
    .map(({ prelude, body }) => {
      const inside =
        typeof body === 'string' ? `${body.replace(/^/gm, `${indent}  `)}\n` : written(body, `${indent}  `);
      return `${prelude.replace(/^/gm, indent)} {\n${inside}${indent}}\n`;
    })
    .join('');
}

/** Rules of a stylesheet written as ours are: no strings with braces, and nesting only in blocks that begin with `@`. */
function parse(text: string): Rule[] {
  const rules: Rule[] = [];
  let rest = text.replace(/\/\*[^]*?\*\//g, '').trim();
  while (rest !== '') {
    const open = rest.indexOf('{');
    let end = open + 1;
    for (let depth = 1; depth > 0; end += 1) depth += rest[end] === '{' ? 1 : rest[end] === '}' ? -1 : 0;
    const prelude = rest.slice(0, open).replace(/\s+/g, ' ').trim();
    const inside = rest.slice(open + 1, end - 1).trim();
    rules.push({ prelude, body: prelude.startsWith('@') ? parse(inside) : inside });
    rest = rest.slice(end).trim();
  }
  return rules;
}
