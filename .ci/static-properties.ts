import type { Plugin } from 'vite';
import { parseAst } from 'vite';

/**
 * Turns what the compiler makes of `@property` and `@state` into `static properties`, which Lit takes just as well: one
 * object per class instead of one call per property, and neither the decorators nor the compiler's helper for them. What
 * does not look exactly as the compiler writes it stays as it is.
 */
export function staticProperties(): Plugin {
  return {
    name: 'knead:static-properties',
    apply: 'build',
    enforce: 'post',
    transform: {
      filter: { id: /[\\/]src[\\/].+\.ts$/, code: /\bdecorate\b/i },
      handler: (code) => ({ code: withStaticProperties(code), map: null }),
    },
  };
}

/** The code with one assignment of `properties` per class. Exported for its test. */
export function withStaticProperties(code: string): string {
  const classes = new Map<string, string[]>();
  const gone: Node[] = [];
  const { body } = parseAst(code) as unknown as { body: Node[] };
  for (const statement of body) {
    const found = decorated(statement, code);
    if (!found) continue;
    const options = found.kind === 'state' ? '{ state: true }' : (found.options ?? '{}');
    classes.set(found.owner, [...(classes.get(found.owner) ?? []), `    ${found.name}: ${options},\n`]);
    gone.push(statement);
  }
  // The compiler's helper, where nothing else needs it.
  const helper = body.find(({ declarations }) => declarations?.[0]?.id?.name === '__decorate');
  if (helper && code.split('__decorate(').length - 1 === gone.length) gone.unshift(helper);
  let result = code;
  for (const { start, end } of gone.sort((a, b) => b.start - a.start)) {
    result = result.slice(0, start) + result.slice(end).replace(/^\n/, '');
  }
  return result + [...classes].map(([owner, lines]) => `${owner}.properties = {\n${lines.join('')}};\n`).join('');
}

interface Node {
  type: string;
  start: number;
  end: number;
  expression?: Node;
  callee?: Node;
  arguments?: Node[];
  elements?: Node[];
  declarations?: { id?: Node }[];
  object?: Node;
  name?: string;
  value?: unknown;
}

/** A statement such as `__decorate([property({ … })], Owner.prototype, 'name', void 0);`. */
function decorated(
  { type, expression: call }: Node,
  code: string,
): { owner: string; name: string; kind: string; options: string | undefined } | undefined {
  if (type !== 'ExpressionStatement' || call?.type !== 'CallExpression') return undefined;
  if (!/decorate$/.test(call.callee?.name ?? '')) return undefined;
  const [decorators, prototype, name] = call.arguments ?? [];
  const [decorator, ...others] = decorators?.elements ?? [];
  const kind = decorator?.callee?.name;
  const owner = prototype?.object?.name;
  if (others.length > 0 || !owner || (kind !== 'property' && kind !== 'state')) return undefined;
  if (typeof name?.value !== 'string') return undefined;
  const [options] = decorator?.arguments ?? [];
  return { owner, name: name.value, kind, options: options && code.slice(options.start, options.end) };
}
