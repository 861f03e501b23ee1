import { readFileSync } from 'node:fs';
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

const CARD = 'knead-therapist-card';
const PART = ':is(.knead-part, .knead-part *)';

/** What stands around a part in the element and not in the page: `src/ssr/room.css` says how a page does without it. */
const AROUND = /^(article|\.(body|photo|name|label|foot|failed|waiting|written|bare))\b/;

const words = cardListHtml(EVERYTHING, { now: SAMPLE_NOW });
const tones = [0, 1, 2, 3, 4].map((tone) => `knead-tone-${tone}`);
const classes = new Set(
  [...words.matchAll(/class="([^"]*)"/g)].flatMap(([, names]) => names!.split(' ')).concat(tones),
);
const tags = new Set(
  [...words.matchAll(/<([a-z]\w*)\b/g)].map(([, tag]) => tag!).concat('h1 h2 h3 h4 h5 h6'.split(' ')),
);

/**
 * `ssr.css`: what the card's own styles say of its parts, rewritten for the same parts in the page, and the room they are in
 * until the element is there. Made and not written, so that a part looks the same in the page and in the element. Rules that no
 * such card meets are left out.
 */
export function ssrCss(): string {
  const rules = [tokens, base, styles, forcedColors].flatMap((sheet) =>
    parse(sheet.cssText).flatMap((rule) => inPage(rule, sheet === styles)),
  );
  return written(rules) + readFileSync(`${import.meta.dirname}/../src/ssr/room.css`, 'utf8');
}

/** `own`: of the card and not of every element. */
function inPage({ prelude, body }: Rule, own: boolean): Rule[] {
  if (typeof body !== 'string') {
    const inside = body.flatMap((rule) => inPage(rule, own));
    return inside.length > 0 ? [{ prelude, body: inside }] : [];
  }
  const selectors = prelude.split(/,(?![^(]*\))/).flatMap((selector) => selectorInPage(selector.trim(), own));
  const lines = body.split(';').map((line) => line.trim().replace(/\s+/g, ' '));
  // What the element says by a pseudo-element, a page says in words.
  // And a card's width is asked of the item around it, because here the card has an edge of its own.
  const kept = lines.filter((line) => line !== '' && !/^(content: attr|container-type)/.test(line));
  return selectors.length > 0 ? [{ prelude: selectors.join(',\n'), body: `${kept.join(';\n')};` }] : [];
}

function selectorInPage(selector: string, own: boolean): string[] {
  const [host, condition, after] = /^:host(?:\(([^)]+)\))?(.*)$/.exec(selector) ?? [];
  // Where the element is, it says so itself.
  if (host) return after ? [] : [`${CARD}${condition ?? ''}${own ? ':not(:defined)' : ''}`];
  if (own && AROUND.test(selector)) return [];
  const named = selector.replace('.time::before', '.time .day').replace(/\.(?=[a-z])/g, '.knead-');
  if (!meetsCard(named)) return [];
  const [, first, rest] = /^([^\s:>]*)(.*)$/.exec(named)!;
  return [`${first!}${PART}${rest!}`];
}

/** Whether something in a written card can be meant by a selector. */
function meetsCard(selector: string): boolean {
  if (/::slotted|::part|:not|:empty|:disabled|#|\[/.test(selector)) return false;
  const parts = selector.replace(/::?[\w-]+(\([^)]*\))?/g, '').match(/[.]?[a-z][\w-]*/g) ?? [];
  return parts.every((part) => (part.startsWith('.') ? classes.has(part.slice(1)) : tags.has(part)));
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
