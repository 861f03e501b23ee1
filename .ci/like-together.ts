import type { Plugin } from 'vite';
import { parseAst } from 'vite';

/**
 * Puts parts of a bundle that are alike next to each other, because a compressor does better on like beside like: style
 * sheets where the first of them is made, functions at the end, the latest first but those that show something last. A sheet is made from text
 * and other sheets alone, and a function is there before its own place, so neither notices.
 */
export function likeTogether(): Plugin {
  return {
    name: 'knead:like-together',
    apply: 'build',
    renderChunk: (code) => ({ code: withLikeTogether(code), map: null }),
  };
}

/** The code of a bundle in that order. Exported for its test. */
export function withLikeTogether(code: string): string {
  const { statements, end } = bodyOf(code);
  const text = ({ start, end }: Node): string => `${code.slice(start, end)}\n`;
  const sheets = statements.filter(
    ({ type, declarations = [] }) => type === 'VariableDeclaration' && declarations.every(({ init }) => isSheet(init)),
  );
  const functions = statements.filter(({ type }) => type === 'FunctionDeclaration').map(text);
  const rank = (one: string): number => (one.includes('html`') ? 2 : one.includes('i18n') ? 1 : 0);
  let result = '';
  let at = 0;
  for (const statement of statements) {
    result += code.slice(at, statement.start);
    at = statement.end;
    if (statement === sheets[0]) result += sheets.map(text).join('');
    else if (!sheets.includes(statement) && statement.type !== 'FunctionDeclaration') result += text(statement);
  }
  result += code.slice(at, end);
  return `${result}\n${functions
    .reverse()
    .sort((a, b) => rank(a) - rank(b))
    .join('')}${code.slice(end)}`;
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

/** The statements of a bundle, which stand in one function around it, and where that function's body ends. */
function bodyOf(code: string): { statements: Node[]; end: number } {
  const [wrapper] = (parseAst(code) as unknown as { body: Node[] }).body;
  const block = wrapper?.expression?.callee?.body as Node | undefined;
  if (!block || !Array.isArray(block.body)) throw new Error('the bundle is not one function, called where it stands');
  return { statements: block.body, end: block.end - 1 };
}

function isSheet(init: Node | null | undefined): boolean {
  return init?.type === 'TaggedTemplateExpression' && /^css(\$\d+)?$/.test(init.tag?.name ?? '');
}
