import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context } from 'hono';

const compressors = {
  br: (text: string) => promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (text: string) => promisify(gzip)(text),
};

/** Smaller answers do not become quicker by compressing them. */
const WORTH_COMPRESSING = 1024;

/**
 * A public read as JSON: with an ETag, 304 where the reader has it already, compressed where that is worth it. `maxAge`
 * is in seconds; 0 makes caches ask each time.
 */
export async function publicAnswer(c: Context, value: unknown, maxAge: number): Promise<Response> {
  const text = JSON.stringify(value);
  // Weak, because the same answer may be encoded in several ways.
  const etag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  const headers: Record<string, string> = {
    ETag: etag,
    'Cache-Control': maxAge > 0 ? `public, max-age=${maxAge}` : 'public, no-cache',
    Vary: 'Accept-Encoding',
  };
  const known = (c.req.header('If-None-Match') ?? '').split(',').map((tag) => tag.trim());
  if (known.includes(etag) || known.includes('*')) return new Response(null, { status: 304, headers });
  headers['Content-Type'] = 'application/json';
  const encoding =
    text.length < WORTH_COMPRESSING ? undefined : acceptedEncoding(c.req.header('Accept-Encoding') ?? '');
  if (!encoding) return new Response(text, { headers });
  return new Response(await compressors[encoding](text), { headers: { ...headers, 'Content-Encoding': encoding } });
}

/** A private answer: kept by nobody but the reader. */
export function privateAnswer(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers },
  });
}

function acceptedEncoding(accepted: string): keyof typeof compressors | undefined {
  const refused = (name: string): boolean => new RegExp(`\\b${name}\\s*;\\s*q=0(\\.0*)?\\s*(,|$)`).test(accepted);
  return (['br', 'gzip'] as const).find((name) => new RegExp(`\\b${name}\\b`).test(accepted) && !refused(name));
}
