import type { Plugin } from 'vite';
import { parseAst } from 'vite';
import { changes } from './lit-unused-parts.js';

/**
 * What our own sources must not use, because the script-tag files have Lit without it. Whoever needs a part of Lit again
 * finds out here, and takes its line out of `lit-unused-parts.ts`.
 */
const GONE: [RegExp, string][] = [
  [/\b(shadowRootOptions|noAccessor|hasChanged|useDefault|toAttribute)\b/, 'this option'],
  [/\b(addInitializer|removeController|firstUpdated|shouldUpdate|scheduleUpdate|getUpdateComplete)\b/, 'this member'],
  [/\btype: (Object|Array)\b|\battribute: true\b|\bconverter: \(/, 'this way to declare a property'],
  [/\[\s*(property|state)\([^\]]*\], \w+\.prototype, ["']\w+["'], null\)/, 'properties with code of their own'],
  [/\brequestUpdate\([^)]/, 'arguments of requestUpdate'],
  [/\b(svg|mathml)`/, 'templates of other kinds'],
  [/["']lit\/(async-directive|directive-helpers|static-html|directives\/(?!guard\.js["']))/, 'this directive'],
  [/\bhandleEvent\b/, 'listeners that are not functions'],
  [/import[^;]*\brender\b[^;]*from ["']lit["'](?![^]*\{ host: this \})/, 'render without a host'],
];

/** The same for the markup of `html` templates, where `${}` stands for any expression. */
const GONE_IN_MARKUP: [RegExp, string][] = [
  [/<(math|script|style|title)\b|<!/, 'markup of other kinds'],
  [/<textarea\b[^>]*>\s*\$\{/, 'expressions inside a text area (bind its value)'],
  [/='/, 'attributes in single quotes'],
  [/=\$\{\}\/>/, 'an expression at the very end of a tag'],
  [/<\/?\$\{|<[a-z][^<>]*[^=<>]\$\{\}/, 'expressions in place of a tag or an attribute'],
];

/**
 * Takes out of Lit what our elements never use: other kinds of templates, expressions in comments and in place of
 * attributes, directives that clean up, properties with converters, defaults and accessors of their own. Every place is
 * matched exactly, so another version of Lit fails the build instead of breaking a page. A part that is loaded later has no
 * Lit of its own and must do with what the script tag has.
 */
export function litUnused({ bringsLit = true } = {}): Plugin {
  const done = new Set<string>();
  return {
    name: 'knead:lit-unused',
    apply: 'build',
    buildStart: () => done.clear(),
    transform: {
      filter: { id: [/[\\/](@lit[\\/]reactive-element|lit-html|lit-element)[\\/][\w-]+\.js$/, /[\\/]src[\\/].+\.ts$/] },
      handler(code, id) {
        const path = id.replaceAll('\\', '/');
        const part = Object.keys(changes).find((name) => path.endsWith(`node_modules/${name}`));
        if (!part) {
          const use = path.includes('/src/') ? refusal(code) : undefined;
          if (use) this.error(`the script-tag files have Lit without ${use} (.ci/lit-unused.ts)`);
          return undefined;
        }
        done.add(part);
        return { code: withoutUnused(part, code), map: null };
      },
    },
    generateBundle() {
      for (const part of bringsLit
        ? ['@lit/reactive-element/reactive-element.js', 'lit-html/lit-html.js', 'lit-element/lit-element.js']
        : [])
        if (!done.has(part)) this.error(`expected to find ${part}: has Lit moved it?`);
    },
  };
}

/** What a source uses of Lit that is not there. Exported for its test. */
export function refusal(code: string): string | undefined {
  const markup: string[] = [];
  walk(parseAst(code), ({ tag, quasi }) => {
    if (tag?.name === 'html')
      markup.push(
        quasi!.quasis
          .map(({ value }) => value.raw)
          .join('${}')
          .replace(/="[^"]*"/g, '=""'),
      );
  });
  const found = (patterns: [RegExp, string][], text: string): string[] =>
    patterns.flatMap(([pattern, what]) => (pattern.test(text) ? what : []));
  return [...found(GONE, code), ...markup.flatMap((text) => found(GONE_IN_MARKUP, text))][0];
}

/** A file of Lit without what is not used. Exported for its test. */
export function withoutUnused(part: string, code: string): string {
  return changes[part]!.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`expected once in ${part}, has Lit changed?\n${from}`);
    return text.replace(from, () => to);
  }, code);
}

interface Node {
  type: string;
  tag?: { name?: string };
  quasi?: { quasis: { value: { raw: string } }[] };
}

function walk(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, see);
  } else if (value !== null && typeof value === 'object') {
    if (typeof (value as { type?: unknown }).type === 'string') see(value as Node);
    for (const child of Object.values(value)) walk(child, see);
  }
}
