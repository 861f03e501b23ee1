import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { parseAst } from 'vite';

const source = join(import.meta.dirname, '../src');
const catalogue = join(source, 'locales/en-GB.ts');

/**
 * In the script-tag files a message has a number instead of a name, in the catalogue and wherever it is asked for: its
 * position in `src/locales/en-GB.ts`. So the number depends on the sources alone, every file of one version counts alike,
 * and what is loaded later (languages, a page's own texts) can be matched to it by {@link messageNames}. A message keeps
 * its name where some code puts the name together or passes it on, because there nobody can tell that it is one.
 */
export function messageNumbers(): Plugin {
  let numbered: (code: string, isCatalogue: boolean) => string;
  return {
    name: 'knead:message-numbers',
    apply: 'build',
    enforce: 'post',
    buildStart() {
      const names = messageNames();
      numbered = messageNumberer(names, keptNames(names));
    },
    transform: {
      filter: { id: /[\\/]src[\\/].+\.ts$/, code: /\.text\(|\{/ },
      handler: (code, id) => ({ code: numbered(code, /[\\/]src[\\/]locales[\\/]/.test(id)), map: null }),
    },
  };
}

/** The names of all messages by number. Those that {@link namesKept} are known by name all the same. */
export function messageNames(code = readFileSync(catalogue, 'utf8')): string[] {
  const names: string[] = [];
  for (const { declaration } of (parseAst(code, { lang: 'ts' }) as unknown as { body: Node[] }).body) {
    const init = declaration?.declarations?.[0]?.init;
    const words = init?.type === 'TSAsExpression' ? init.expression : init;
    if (words?.type === 'ObjectExpression') names.push(...words.properties!.map(nameOf));
  }
  return names;
}

/** The messages of this version that keep their names. */
export function keptNames(names: readonly string[] = messageNames()): Set<string> {
  return namesKept(names, sources());
}

/** The messages that some of the sources name outside `text('…')`, or may put together in `text(`…${}`)`. */
export function namesKept(names: readonly string[], codes: readonly string[]): Set<string> {
  const known = new Set(names);
  const kept = new Set<string>();
  for (const code of codes) {
    const asked = new Set<Node>();
    walk(parseAst(code, { lang: 'ts' }), (node) => {
      for (const key of keysAsked(node)) {
        asked.add(key);
        if (key.type !== 'TemplateLiteral') continue;
        const start = key.quasis![0]!.value.raw;
        if (!start) throw new Error('a message whose name begins with a variable could be any message');
        for (const name of names) if (name.startsWith(start)) kept.add(name);
      }
      if (node.type === 'Literal' && typeof node.value === 'string' && known.has(node.value) && !asked.has(node))
        kept.add(node.value);
    });
  }
  return kept;
}

/** Makes what puts the numbers in: in a module that asks for messages, or in one that has them. */
export function messageNumberer(
  names: readonly string[],
  kept: ReadonlySet<string>,
): (code: string, isCatalogue: boolean) => string {
  const numbers = new Map(names.flatMap((name, index) => (kept.has(name) ? [] : [[name, index]])));
  const all = new Set(names);
  return (code, isCatalogue) => {
    const edits: { start: number; end: number; text: string }[] = [];
    walk(parseAst(code), (node) => {
      for (const { start, end, value } of keysAsked(node)) {
        const number = numbers.get(value as string);
        if (number !== undefined) edits.push({ start, end, text: String(number) });
      }
      if (!isCatalogue || node.type !== 'ObjectExpression') return;
      const words = node.properties!.filter(({ type }) => type === 'Property');
      if (words.length > 0 && words.every((word) => all.has(nameOf(word))))
        edits.push({ start: node.start, end: node.end, text: listed(node, code) });
    });
    let result = code;
    for (const { start, end, text } of edits.sort((a, b) => b.start - a.start))
      result = result.slice(0, start) + text + result.slice(end);
    return result;
  };

  /** Messages in the catalogue's order as a list, whose places are their numbers; otherwise by number, as properties. */
  function listed({ properties = [] }: Node, code: string): string {
    const rest: string[] = [];
    const list: string[] = [];
    const isInOrder = properties.every(({ type }) => type === 'Property');
    for (const property of properties) {
      const number = property.type === 'Property' ? numbers.get(nameOf(property)) : undefined;
      const words = property.value as Node | undefined;
      const text = words && code.slice(words.start, words.end);
      if (number === undefined) rest.push(code.slice(property.start, property.end));
      else if (isInOrder) list[number] = text!;
      else rest.push(`${number}: ${text}`);
    }
    if (list.length === 0) return `{ ${rest.join(', ')} }`;
    const places = `[${Array.from(list, (text) => text ?? '').join(',')}]`;
    return `/* @__PURE__ */ Object.assign(${places}, { ${rest.join(', ')} })`;
  }
}

interface Node {
  type: string;
  start: number;
  end: number;
  declaration?: Node;
  declarations?: { init?: Node | null }[];
  expression?: Node;
  properties?: Node[];
  key?: Node;
  name?: string;
  value?: unknown;
  callee?: Node;
  property?: Node;
  arguments?: Node[];
  consequent?: Node;
  alternate?: Node;
  quasis?: { value: { raw: string } }[];
}

/** The names of messages, or what makes them, in a call such as `i18n.text(isLate ? 'late' : 'early')`. */
function keysAsked({ type, callee, arguments: [key] = [] }: Node): Node[] {
  return type === 'CallExpression' && callee?.type === 'MemberExpression' && callee.property?.name === 'text' && key
    ? choices(key)
    : [];
}

function choices(node: Node): Node[] {
  if (node.type === 'ConditionalExpression') return [...choices(node.consequent!), ...choices(node.alternate!)];
  if (node.type === 'TSAsExpression') return choices(node.expression!);
  return node.type === 'Literal' || node.type === 'TemplateLiteral' ? [node] : [];
}

function nameOf({ key }: Node): string {
  return key?.name ?? String(key?.value);
}

/** The sources that may ask for messages; the catalogues have them. */
function sources(): string[] {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.ts$/.test(file) && !/^(locales|conformance|backend[\\/](memory|adapters))\b/.test(file))
    .map((file) => readFileSync(join(source, file), 'utf8'));
}

function walk(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, see);
  } else if (value !== null && typeof value === 'object') {
    const { type } = value as { type?: unknown };
    if (type === 'TSLiteralType') return;
    if (typeof type === 'string') see(value as Node);
    for (const child of Object.values(value)) walk(child, see);
  }
}
