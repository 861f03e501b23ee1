import { brotliCompressSync, constants } from 'node:zlib';
import type { Plugin } from 'vite';
import { parseAst } from 'vite';

/** How long the pieces of text are by which functions are compared: a compressor looks back for such. */
const PIECE = 5;
/** From how many functions a row is begun, of which the best is kept. */
const BEGINNINGS = 64;

/**
 * Puts the functions of a minified bundle in a row in which each stands beside the one that is most like it, because a compressor does better on
 * like beside like (after {@link likeTogether}, which sorts by what they are for). A function is there before its own place, so none notices.
 */
export function likeFunctions(): Plugin {
  return {
    name: 'knead:like-functions',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const part of Object.values(bundle)) if (part.type === 'chunk') part.code = withLikeFunctions(part.code);
    },
  };
}

/** The code of a bundle in that order. Exported for its test. */
export function withLikeFunctions(code: string): string {
  const { statements, end } = bodyOf(code);
  const functions = statements.filter(({ type }) => type === 'FunctionDeclaration');
  let rest = '';
  let at = 0;
  for (const statement of functions) {
    rest += code.slice(at, statement.start);
    at = statement.end;
  }
  rest += code.slice(at, end);
  // The last of the other statements may have done without its semicolon.
  const before = /[;}]$/.test(rest) ? rest : `${rest};`;
  const texts = functions.map(({ start, end }) => code.slice(start, end));
  const pieces = texts.map(piecesOf);
  const step = Math.max(1, Math.floor(texts.length / BEGINNINGS));
  const orders = texts.flatMap((_, index) => (index % step === 0 ? [rowFrom(index, pieces)] : []));
  const written = orders.map((order) => `${before}${order.map((index) => texts[index]).join('')}${code.slice(end)}`);
  const sized = [code, ...written].map((each) => ({ each, bytes: size(each) }));
  return sized.reduce((best, now) => (now.bytes < best.bytes ? now : best)).each;
}

function piecesOf(text: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - PIECE + 1) }, (_, at) => text.slice(at, at + PIECE)));
}

/** Places in the row: after each function the one of those left that has most in common with it, for its length. */
function rowFrom(first: number, pieces: readonly Set<string>[]): number[] {
  const order = [first];
  const left = new Set(pieces.keys());
  left.delete(first);
  while (left.size > 0) {
    const last = pieces[order.at(-1)!]!;
    let next = -1;
    let most = -1;
    for (const index of left) {
      const other = pieces[index]!;
      let shared = 0;
      for (const piece of last) if (other.has(piece)) shared += 1;
      const likeness = shared / Math.sqrt(other.size || 1);
      if (likeness > most) [most, next] = [likeness, index];
    }
    order.push(next);
    left.delete(next);
  }
  return order;
}

function size(code: string): number {
  const bytes = Buffer.from(code);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params }).length;
}

interface Node {
  type: string;
  start: number;
  end: number;
  body?: Node | Node[];
  expression?: Node;
  argument?: Node;
  callee?: Node;
}

/** The statements of a bundle, which stand in one function around it, and where that function's body ends. */
function bodyOf(code: string): { statements: Node[]; end: number } {
  const [wrapper] = (parseAst(code) as unknown as { body: Node[] }).body;
  const call = wrapper?.expression?.argument ?? wrapper?.expression;
  const block = call?.callee?.body as Node | undefined;
  if (!block || !Array.isArray(block.body)) throw new Error('the bundle is not one function, called where it stands');
  return { statements: block.body, end: block.end - 1 };
}
