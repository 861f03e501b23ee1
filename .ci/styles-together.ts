import type { Plugin } from 'vite';
import { parseAst } from 'vite';

/**
 * Puts the style sheets of a bundle next to each other: a compressor does better on like beside like. A sheet is made from
 * text and other sheets alone, so each may be made as early as the first.
 */
export function stylesTogether(): Plugin {
  return {
    name: 'knead:styles-together',
    apply: 'build',
    renderChunk: (code) => ({ code: withStylesTogether(code), map: null }),
  };
}

/** The code with every top-level `var name = css` statement moved up to the first of them. Exported for its test. */
export function withStylesTogether(code: string): string {
  const sheets: Node[] = [];
  visit(parseAst(code) as unknown as Node, (node) => {
    if (node.type === 'VariableDeclaration' && node.declarations?.every(({ init }) => isSheet(init))) sheets.push(node);
  });
  const [first] = sheets;
  if (!first) return code;
  const moved = sheets.map(({ start, end }) => `${code.slice(start, end)}\n`).join('');
  let result = code;
  for (const { start, end } of sheets.reverse()) result = result.slice(0, start) + result.slice(end);
  return result.slice(0, first.start) + moved + result.slice(first.start);
}

interface Node {
  type: string;
  start: number;
  end: number;
  declarations?: { init?: Node | null }[];
  tag?: Node;
  name?: string;
  body?: Node | Node[];
  expression?: Node;
  callee?: Node;
}

function isSheet(init: Node | null | undefined): boolean {
  return init?.type === 'TaggedTemplateExpression' && /^css(\$\d+)?$/.test(init.tag?.name ?? '');
}

/** Sees the statements of the bundle, whether they stand in the file or in the function around it, and none deeper. */
function visit(program: Node, see: (node: Node) => void): void {
  for (const statement of [program.body ?? []].flat()) {
    see(statement);
    const body = statement.expression?.callee?.body as Node | undefined;
    for (const inner of [body?.body ?? []].flat()) see(inner);
  }
}
