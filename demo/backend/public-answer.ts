import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context } from 'hono';
import type { Translation } from '../../src/domain/texts/translation.js';
import { CORS_HEADERS } from './cors.js';
import { answerIn } from './languages.js';

/** What every answer carries. */
export const SAFE_HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

const compressors = {
  br: (text: string) => promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (text: string) => promisify(gzip)(text),
};
type Encoding = keyof typeof compressors;

/** Smaller answers do not become quicker by compressing them. */
const WORTH_COMPRESSING = 1024;

/** A public read as JSON, with what is worked out once for everybody who reads it. */
export class PublicText {
  readonly text: string;
  /** Weak, because the same answer may be encoded in several ways. */
  readonly etag: string;
  readonly #headers = new Map<number, Readonly<Record<string, string>>>();
  readonly #encoded = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>();

  readonly #said = new Map<string, PublicText>();

  /** `text`: what it says where that is no JSON. `language`: which language it is in, where it was translated. */
  constructor(
    value: unknown,
    text = JSON.stringify(value),
    readonly language?: string,
  ) {
    this.text = text;
    this.etag = `W/"${createHash('sha256').update(this.text).digest('base64url').slice(0, 22)}"`;
  }

  /** Everything that goes with it whether or not the reader has it already. `maxAge` is in seconds. */
  headers(maxAge: number): Readonly<Record<string, string>> {
    const known = this.#headers.get(maxAge);
    if (known) return known;
    const headers = {
      ...CORS_HEADERS,
      ...SAFE_HEADERS,
      ETag: this.etag,
      'Cache-Control': maxAge > 0 ? `public, max-age=${maxAge}` : 'public, no-cache',
      Vary: 'Accept-Encoding, Accept-Language',
      ...(this.language !== undefined && { 'Content-Language': this.language }),
    };
    this.#headers.set(maxAge, headers);
    return headers;
  }

  /** The same in another language, worked out once. */
  in(translation: Translation): PublicText {
    const known = this.#said.get(translation.tag);
    if (known) return known;
    const said = new PublicText(answerIn(translation, JSON.parse(this.text)), undefined, translation.tag);
    this.#said.set(translation.tag, said);
    return said;
  }

  encoded(encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
    const known = this.#encoded.get(encoding);
    if (known) return known;
    const encoded = compressors[encoding](this.text);
    this.#encoded.set(encoding, encoded);
    return encoded;
  }
}

/**
 * A public read: with an ETag, 304 where the reader has it already, compressed where that is worth it. `maxAge` is in
 * seconds; 0 makes caches ask each time.
 */
export async function publicAnswer(c: Context, value: unknown, maxAge: number): Promise<Response> {
  const english = value instanceof PublicText ? value : new PublicText(value);
  const translation = c.get('translation') as Translation | undefined;
  const answer = translation ? english.in(translation) : english;
  const { text, etag } = answer;
  const headers = answer.headers(maxAge);
  // Looking at a response's headers again makes the server copy and check each: a fifth of the time of a 304.
  c.set('hasAllHeaders', true);
  const known = c.req.header('If-None-Match');
  if (known === etag || (known && knows(known, etag))) return new Response(null, { status: 304, headers });
  const json = { ...headers, 'Content-Type': 'application/json' };
  const encoding =
    text.length < WORTH_COMPRESSING ? undefined : acceptedEncoding(c.req.header('Accept-Encoding') ?? '');
  if (!encoding) return new Response(text, { headers: json });
  return new Response(await answer.encoded(encoding), { headers: { ...json, 'Content-Encoding': encoding } });
}

/** A private answer: kept by nobody but the reader. */
export function privateAnswer(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers },
  });
}

/** Whether a list of tags names one, or any. */
function knows(list: string, etag: string): boolean {
  const tags = list.split(',').map((tag) => tag.trim());
  return tags.includes(etag) || tags.includes('*');
}

function acceptedEncoding(accepted: string): Encoding | undefined {
  const refused = (name: string): boolean => new RegExp(`\\b${name}\\s*;\\s*q=0(\\.0*)?\\s*(,|$)`).test(accepted);
  return (['br', 'gzip'] as const).find((name) => new RegExp(`\\b${name}\\b`).test(accepted) && !refused(name));
}
