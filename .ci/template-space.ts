import type { Plugin } from 'vite';
import { parseAst } from 'vite';

/**
 * Takes needless space out of `html`, `svg` and `css` templates, which a minifier leaves alone because to it they are
 * strings. Markup keeps one space wherever it had any, since between words and inline elements a space is content;
 * style rules lose their comments and the space that separates nothing.
 */
export function templateSpace(): Plugin {
  return {
    name: 'knead:template-space',
    apply: 'build',
    enforce: 'post',
    transform: {
      filter: { id: /[\\/]src[\\/].+\.ts$/, code: /\b(html|svg|css)`/ },
      handler(code) {
        const edits: { start: number; end: number; text: string }[] = [];
        walk(parseAst(code), (node) => {
          if (node.type !== 'TaggedTemplateExpression' || node.tag?.type !== 'Identifier') return;
          const squeeze =
            node.tag.name === 'css' ? squeezeCss : /^(html|svg)$/.test(node.tag.name ?? '') ? squeezeMarkup : undefined;
          if (!squeeze || !node.quasi?.quasis) return;
          for (const { start, end } of node.quasi.quasis) {
            edits.push({ start, end, text: squeeze(code.slice(start, end)) });
          }
        });
        let result = code;
        for (const { start, end, text } of edits.sort((a, b) => b.start - a.start)) {
          result = result.slice(0, start) + text + result.slice(end);
        }
        return { code: result, map: null };
      },
    },
  };
}

/** Every run of white space as one space. Exported for its test. */
export function squeezeMarkup(text: string): string {
  return /<(pre|textarea)\b/i.test(text) ? text : text.replace(/\s+/g, ' ');
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
    .replace(/;}/g, '}');
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
