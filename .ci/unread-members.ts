import type { Plugin } from 'vite';
import { parseAst } from 'vite';

/**
 * Leaves out of the schemas in a script-tag file what nothing in that file reads: members whose name stands nowhere else in
 * it, and schemas that then nobody uses. A backend may send them or not, like any field the contract does not know;
 * members with one possible value stay, because they tell a foreign answer apart.
 */
export function unreadMembers(): Plugin {
  return {
    name: 'knead:unread-members',
    apply: 'build',
    renderChunk: (code) => ({ code: withoutUnread(code), map: null }),
  };
}

/** The code of a bundle without those members and schemas. Exported for its test. */
export function withoutUnread(code: string): string {
  for (let before = ''; before !== code;) {
    before = code;
    code = withoutSpans(code, unusedSchemas(code));
    code = withoutSpans(code, unread(code));
  }
  return code;
}

interface Node {
  type: string;
  start: number;
  end: number;
  callee?: Node;
  object?: Node;
  arguments?: { properties?: Node[] }[];
  key?: Node;
  shorthand?: boolean;
  declarations?: { id: Node; init?: Node | null }[];
  name?: string;
}

/** The members of schemas that nothing reads, each with the comma after it. */
function unread(code: string): Node[] {
  const members: Node[] = [];
  walk(parseAst(code), (node) => {
    if (node.type === 'CallExpression' && /^object(\$\d+)?$/.test(node.callee?.name ?? ''))
      members.push(...(node.arguments?.[0]?.properties ?? []));
  });
  const names = members.map(({ start, end, key, shorthand }) => (shorthand ? { start, end } : { ...key! })) as Node[];
  const read = new Set(withoutSpans(code, names).match(/[A-Za-z_$][\w$]*/g));
  return members
    .filter(
      (member) =>
        !read.has(member.key?.name ?? '') && !/\bliteral(\$\d+)?\(/.test(code.slice(member.start, member.end)),
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
    if (code.split(new RegExp(`(?<![\\w$.])${id!.name!.replaceAll('$', '\\$')}(?![\\w$])`)).length === 2)
      unused.push(node);
  });
  return unused;
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

function walk(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, see);
  } else if (value !== null && typeof value === 'object') {
    if (typeof (value as { type?: unknown }).type === 'string') see(value as Node);
    for (const child of Object.values(value)) walk(child, see);
  }
}
