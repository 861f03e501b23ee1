import * as z from 'zod/mini';
import { ProblemAnswer } from './session.js';

/** A request taken apart. `path` is without the version. */
export interface Asked {
  method: string;
  path: string;
  search: URLSearchParams;
  token: string | undefined;
  key: string | null;
  /** The revision of an If-Match, or null without one. */
  ifRevision: number | null;
  type: string;
  body: string;
}

/** An answer before it is put into a Response. */
export interface Answered {
  status: number;
  body: string | null;
  type?: string;
  headers?: Readonly<Record<string, string>>;
}

/** Largest body, in bytes. */
const BODY_BYTES = 64 * 1024;

/** Bidirectional and other control characters, and halves of characters: no part of a name. */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu;

/** Takes a request apart. */
export function takeApart(url: string, init: RequestInit): Asked {
  const { pathname, searchParams } = new URL(url);
  const headers = new Headers(init.headers);
  const tag = headers.get('if-match');
  return {
    method: init.method ?? 'GET',
    path: pathname.replace(/^\/v1(?=\/|$)/, ''),
    search: searchParams,
    token: /^Bearer ([^\s]+)$/i.exec(headers.get('authorization') ?? '')?.[1],
    key: headers.get('idempotency-key')?.replace(/^"(.*)"$/, '$1') ?? null,
    ifRevision: tag === null ? null : Number(/^"(\d{1,9})"$/.exec(tag)?.[1] ?? -1),
    type: headers.get('content-type') ?? '',
    body: typeof init.body === 'string' ? init.body : '',
  };
}

/** The body of a request, checked against the contract. Throws {@link ProblemAnswer} for what is none. */
export function bodyOf<Schema extends z.core.$ZodType>(schema: Schema, { type, body }: Asked): z.output<Schema> {
  if (!/^application\/json\s*(;|$)/i.test(type)) throw new ProblemAnswer('unsupported-media-type');
  if (new TextEncoder().encode(body).length > BODY_BYTES) throw new ProblemAnswer('too-large');
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw new ProblemAnswer('malformed');
  }
  return fitting(schema, value);
}

/** A value that fits a schema, without control characters. Throws `validation` with a pointer for each fault. */
export function fitting<Schema extends z.core.$ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  // Once more without the controls, because a name may have consisted of nothing else.
  return check(schema, withoutControls(check(schema, value)));
}

/** A refusal of one field. */
export function invalid(pointer: string, detail = 'Does not fit.'): ProblemAnswer {
  return new ProblemAnswer('validation', { errors: [{ pointer, detail }] });
}

function check<Schema extends z.core.$ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = z.safeParse(schema, value);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map(({ path }) => ({
    pointer: pointerOf(path),
    detail: 'Does not fit.',
  }));
  throw new ProblemAnswer('validation', { errors: errors.slice(0, 100) });
}

/** Ends where a client chooses the keys: a key might say something about them. */
function pointerOf(path: readonly PropertyKey[]): string {
  const chosen = path.findIndex((key) => key === 'answers' || key === 'metadata');
  const known = chosen < 0 ? path : path.slice(0, chosen + 1);
  return known.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function withoutControls(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(CONTROLS, '');
  if (Array.isArray(value)) return value.map(withoutControls);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, withoutControls(field)]));
}
