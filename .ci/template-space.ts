import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { parseAst } from 'vite';

/**
 * Takes what is needless out of `html`, `svg` and `css` templates, which a minifier leaves alone because to it they are
 * strings. Markup keeps one space wherever it had any, since between words and inline elements a space is content, but
 * not beside a block, where it never shows; style rules lose their comments and the space that separates nothing, and
 * their private variables their long names.
 */
export function templateSpace(): Plugin {
  const squeeze = templateSqueezer(privateVariables());
  return {
    name: 'knead:template-space',
    apply: 'build',
    enforce: 'post',
    transform: {
      filter: { id: /[\\/]src[\\/].+\.ts$/, code: /\b(html|svg|css)`/ },
      handler: (code) => ({ code: squeeze(code), map: null }),
    },
  };
}

/** The private variables of all styles in an order of their own, so that every build gives them the same short names. */
export function privateVariables(): string[] {
  const source = join(import.meta.dirname, '../src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const names = files.flatMap((file) => readFileSync(join(source, file), 'utf8').match(/--_[\w-]+/g) ?? []);
  return [...new Set(names)].sort();
}

/** Makes what squeezes the templates of modules that are used together, where a private variable has one name in all. */
export function templateSqueezer(variables: readonly string[]): (code: string) => string {
  const squeezeStyles = (rules: string): string =>
    squeezeCss(rules).replace(/--_[\w-]+/g, (name) => `--_${variables.indexOf(name).toString(36)}`);
  return (code) => {
    const edits: { start: number; end: number; text: string }[] = [];
    walk(parseAst(code), (node) => {
      if (node.type !== 'TaggedTemplateExpression' || node.tag?.type !== 'Identifier') return;
      const tag = node.tag.name ?? '';
      const squeeze = tag === 'css' ? squeezeStyles : /^(html|svg)$/.test(tag) ? squeezeMarkup : undefined;
      if (!squeeze || !node.quasi?.quasis) return;
      for (const { start, end } of node.quasi.quasis) edits.push({ start, end, text: squeeze(code.slice(start, end)) });
    });
    let result = code;
    for (const { start, end, text } of edits.sort((a, b) => b.start - a.start)) {
      result = result.slice(0, start) + text + result.slice(end);
    }
    return result;
  };
}

const BLOCK = 'article|aside|dd|div|dl|dt|fieldset|form|h[1-6]|legend|li|ol|p|section|table|tbody|td|th|thead|tr|ul';
const BESIDE_BLOCK = new RegExp(`(</?(?:${BLOCK})(?: [^<>]*)?>) | (?=</?(?:${BLOCK})\\b)`, 'g');

/**
 * Every run of white space as one space or, at the end of a tag and beside that of a block, as none. Exported for its test.
 */
export function squeezeMarkup(text: string): string {
  if (/<(pre|textarea)\b/i.test(text)) return text;
  return text.replace(/\s+/g, ' ').replace(/ >/g, '>').replace(BESIDE_BLOCK, '$1');
}

/**
 * Style rules without comments and needless space. Kept: a space before `:`, `(`, `[`, `.`, `#`, `*` and around `+` and
 * `-`, where it can be a descendant combinator or part of a sum. Exported for its test.
 */
export function squeezeCss(text: string): string {
  return text
    .split(/(\/\*[^]*?\*\/|"[^"\n]*"|'[^'\n]*')/)
    .map((part, index) => (index % 2 === 0 ? squeezeRules(part) : part.startsWith('/*') ? '' : part))
    .join('');
}

function squeezeRules(rules: string): string {
  return rules
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>~]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .replace(/(?<![\w.])0(\.\d)/g, '$1');
}

interface Node {
  type: string;
  start: number;
  end: number;
  tag?: { type: string; name?: string };
  quasi?: { quasis: Node[] };
}

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, visit);
  } else if (value !== null && typeof value === 'object') {
    if (typeof (value as { type?: unknown }).type === 'string') visit(value as Node);
    for (const child of Object.values(value)) walk(child, visit);
  }
}
