import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { parseAst } from 'vite';

/**
 * Leaves out of the schemas in a script-tag file what no code of ours reads: a member whose name stands nowhere else in
 * `src/`. A backend may send it or not, like any field the contract does not know; members with one possible value stay,
 * because they tell a foreign answer apart.
 */
export function unreadMembers(): Plugin {
  let read = new Set<string>();
  return {
    name: 'knead:unread-members',
    apply: 'build',
    enforce: 'post',
    buildStart() {
      read = namesIn(join(import.meta.dirname, '../src'));
    },
    transform: {
      filter: { id: /[\\/]src[\\/]contract[\\/][^\\/]+\.ts$/, code: /\bz\.object\(/ },
      handler: (code) => ({ code: withoutUnread(code, read), map: null }),
    },
  };
}

/** Schemas without the members whose names are not among those given. Exported for its test. */
export function withoutUnread(code: string, read: ReadonlySet<string>): string {
  const cuts: Node[] = [];
  walk(parseAst(code), (node) => {
    if (node.type !== 'CallExpression' || node.callee?.property?.name !== 'object') return;
    for (const member of node.arguments?.[0]?.properties ?? []) {
      const isOneValue = code.slice(member.start, member.end).includes('.literal(');
      if (member.key?.name && !read.has(member.key.name) && !isOneValue) cuts.push(member);
    }
  });
  let result = code;
  const within = (inner: Node): boolean => cuts.some(({ start, end }) => start < inner.start && inner.end <= end);
  for (const { start, end } of cuts.filter((cut) => !within(cut)).sort((a, b) => b.start - a.start)) {
    result = result.slice(0, start) + result.slice(end).replace(/^\s*,/, '');
  }
  return result;
}

/** Every word in the code of the folders whose code can be in a bundle; comments and types may only add to them. */
function namesIn(source: string): Set<string> {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
  const bundled = files.filter(
    (file) => /\.ts$/.test(file) && !/^(contract|conformance|locales|backend.memory)\b/.test(file),
  );
  const code = bundled.map((file) =>
    readFileSync(join(source, file), 'utf8').replace(/^import .*$|^ *(\/\*)?\*.*$|\/\/ .*$/gm, ''),
  );
  return new Set(code.join('\n').match(/[A-Za-z_$][\w$]*/g));
}

interface Node {
  type: string;
  start: number;
  end: number;
  callee?: { property?: { name?: string } };
  arguments?: { properties?: Node[] }[];
  key?: { name?: string };
}

function walk(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, see);
  } else if (value !== null && typeof value === 'object') {
    if (typeof (value as { type?: unknown }).type === 'string') see(value as Node);
    for (const child of Object.values(value)) walk(child, see);
  }
}
