import type { Plugin } from 'vite';
import { parseAst } from 'vite';
import type { LaterPart } from './later-parts.js';

/**
 * Leaves out of the schemas in a script-tag file what nothing in that file reads: members whose name stands nowhere else in
 * it, and schemas that then nobody uses. A backend may send them or not, like any field the contract does not know;
 * members with one possible value stay, because they tell a foreign answer apart, and so does what a part reads that the
 * file loads later.
 */
export function unreadMembers(parts: readonly LaterPart[] = [], tellsCodes = true): Plugin {
  return {
    name: 'knead:unread-members',
    apply: 'build',
    async renderChunk(code) {
      const loaded = parts.filter(({ name }) => code.includes(`parts/${name}.js`));
      const later = await Promise.all(loaded.map((part) => part.code()));
      return { code: withoutUnread(code, later, tellsCodes), map: null };
    },
  };
}

/**
 * The code of a bundle without those members and schemas; `later` is the code of its parts. A file that tells the page no codes of problems
 * (`tellsCodes` false) reads those that it does not know by name as it reads those of a later version: as another one. Exported for its test.
 */
export function withoutUnread(code: string, later: readonly string[] = [], tellsCodes = true): string {
  for (let before = ''; before !== code;) {
    before = code;
    code = withoutSpans(code, unusedSchemas(code));
    code = withoutSpans(code, unread(code, later));
  }
  return withNamesOnly(code, tellsCodes ? undefined : literalsIn([code, ...later]));
}

function literalsIn(codes: readonly string[]): Set<unknown> {
  const literals = new Set<unknown>();
  const see = ({ type, value }: Node): unknown => {
    if (type === 'Literal') literals.add(value);
    // What is the name of a property is no value that something is compared with.
    if (type === 'Property') walk(value, see);
    return type !== 'Property';
  };
  walk(
    codes.map((each) => parseAst(each)),
    see,
  );
  return literals;
}

interface Node {
  type: string;
  start: number;
  end: number;
  callee?: Node;
  object?: Node;
  arguments?: { properties?: Node[] }[];
  properties?: Node[];
  property?: Node;
  key?: Node;
  shorthand?: boolean;
  declarations?: { id: Node; init?: Node | null }[];
  name?: string;
  value?: unknown;
}

/** The members of schemas that nothing reads, each with the comma after it. */
function unread(code: string, later: readonly string[]): Node[] {
  const members: Node[] = [];
  const read = new Set<string | undefined>();
  walk(
    [code, ...later].map((each) => parseAst(each)),
    (node) => {
      if (node.type === 'CallExpression' && /^object(\$\d+)?$/.test(node.callee?.name ?? ''))
        members.push(...(node.arguments?.[0]?.properties ?? []));
      // `answer.name`, `({ name }) => …`, and `answer['name']` or `'name' in answer`, written out or by a variable.
      if (node.type === 'MemberExpression') read.add(node.property?.name);
      if (node.type === 'ObjectPattern') for (const { key } of node.properties ?? []) read.add(key?.name);
      if (node.type === 'Literal' && typeof node.value === 'string') read.add(node.value);
      return !/^(openEnum|enumeration|literal)$/.test(node.callee?.name ?? '');
    },
  );
  return members
    .filter(
      (member) =>
        // Not what is spread into the schema from another one.
        member.key &&
        !read.has(member.key.name ?? '') &&
        !/\bliteral(\$\d+)?\(/.test(code.slice(member.start, member.end)),
    )
    .map((member) => ({ ...member, end: member.end + (/^\s*,/.exec(code.slice(member.end))?.[0].length ?? 0) }));
}

/** The statements that make a schema which nothing names. */
function unusedSchemas(code: string): Node[] {
  const unused: Node[] = [];
  walk(parseAst(code), (node) => {
    const [{ id, init } = {}, ...others] = node.declarations ?? [];
    if (
      node.type !== 'VariableDeclaration' ||
      others.length > 0 ||
      !/^(object|list|openEnum)(\$\d+)?$/.test(init?.callee?.name ?? '')
    )
      return;
    if (
      code.split(new RegExp(`(?<![\\w$])(?<!(?<!\\.\\.)\\.)${id!.name!.replaceAll('$', '\\$')}(?![\\w$])`)).length === 2
    )
      unused.push(node);
  });
  return unused;
}

/** Where a table is there for its names alone, as that of the problem codes and their statuses: a list of the names, or of those among `wanted`. */
function withNamesOnly(code: string, wanted?: ReadonlySet<unknown>): string {
  const tables = new Map<string, Node>();
  walk(parseAst(code), ({ declarations: [{ id, init } = {}] = [] }) => {
    if (init?.type === 'ObjectExpression' && id?.name) tables.set(id.name, init);
  });
  return code.replace(/Object\.keys\((\w+)\)/g, (call, name: string) => {
    const { properties = [] } = tables.get(name) ?? {};
    return properties.length === 0 || code.split(new RegExp(`\\b${name}\\b`)).length !== 3
      ? call
      : JSON.stringify(
          properties.map(({ key }) => key!.name ?? key!.value).filter((each) => wanted?.has(each) ?? true),
        );
  });
}

/** The code without some of its parts; a part of a part goes with it. */
function withoutSpans(code: string, spans: readonly Node[]): string {
  let result = '';
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    result += code.slice(at, start);
    at = end;
  }
  return result + code.slice(at);
}

/** Goes through a tree, but not into what `see` answers with `false`. */
function walk(value: unknown, see: (node: Node) => unknown): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, see);
  } else if (value !== null && typeof value === 'object') {
    if (typeof (value as { type?: unknown }).type === 'string' && see(value as Node) === false) return;
    for (const child of Object.values(value)) walk(child, see);
  }
}
