import type { Context } from 'hono';
import * as z from 'zod/mini';
import type { FieldProblem } from '../../src/contract/problem.js';
import { BODY_BYTES } from './limits.js';
import { invalid, ProblemError } from './problems.js';

/** Fields whose keys a client chooses: a pointer ends here, because the key might say something about the client. */
const CLIENT_KEYED = ['answers', 'metadata'];

/**
 * The body of a request, checked against the contract. Unknown fields are dropped, and control characters with them.
 * Throws 415, 413 (cut while it streams in), 400 for broken JSON and 422 with one pointer per fault.
 */
export async function readBody<Schema extends z.ZodMiniType>(c: Context, schema: Schema): Promise<z.infer<Schema>> {
  if (!/^application\/json\s*(;|$)/i.test(c.req.header('Content-Type') ?? '')) {
    throw new ProblemError('unsupported-media-type', {}, { 'Accept-Post': 'application/json' });
  }
  const text = await readText(c.req.raw);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new ProblemError('malformed');
  }
  return parse(schema, body);
}

/** Checks anything against a schema, as {@link readBody} does. */
export function parse<Schema extends z.ZodMiniType>(schema: Schema, value: unknown): z.infer<Schema> {
  // Once more without the controls, because a name may have consisted of nothing else.
  return check(schema, withoutControls(check(schema, value)));
}

function check<Schema extends z.ZodMiniType>(schema: Schema, value: unknown): z.infer<Schema> {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  throw invalid(...result.error.issues.slice(0, 100).map((issue) => faultOf(issue, value)));
}

/** The fields of a form a page of the backend's own sends, without control characters. Throws 415, 413 and 400. */
export async function readForm(c: Context): Promise<URLSearchParams> {
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(c.req.header('Content-Type') ?? '')) {
    throw new ProblemError('unsupported-media-type');
  }
  const fields = new URLSearchParams(await readText(c.req.raw));
  return new URLSearchParams([...fields].map(([name, value]) => [name, value.replace(CONTROLS, '')]));
}

/** The secret of an `Authorization: Bearer` header, or an empty string. */
export function bearer(c: Context): string {
  return /^Bearer ([A-Za-z0-9._~+/=-]{1,500})$/i.exec(c.req.header('Authorization') ?? '')?.[1] ?? '';
}

async function readText(request: Request): Promise<string> {
  const announced = Number(request.headers.get('Content-Length') ?? 0);
  if (announced > BODY_BYTES) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > BODY_BYTES) {
      await reader.cancel();
      throw tooLarge();
    }
    chunks.push(value);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new ProblemError('malformed');
  }
}

// The rest of the body is not read, so the connection cannot be used again.
const tooLarge = (): ProblemError => new ProblemError('too-large', {}, { Connection: 'close' });

function faultOf(issue: z.core.$ZodIssue, body: unknown): FieldProblem {
  const path: PropertyKey[] = [];
  let value: unknown = body;
  for (const key of issue.path) {
    path.push(key);
    value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key];
    if (CLIENT_KEYED.includes(String(key))) break;
  }
  return { pointer: path.map((key) => `/${escaped(key)}`).join(''), detail: detailOf(issue, value) };
}

function detailOf(issue: z.core.$ZodIssue, value: unknown): string {
  if (value === undefined) return 'This is required.';
  switch (issue.code) {
    case 'invalid_type':
      return 'This has the wrong type.';
    case 'too_big':
      return 'This is too long or too large.';
    case 'too_small':
      return 'This is too short or too small.';
    case 'invalid_value':
      return 'This is none of the values known here.';
    default:
      return 'This is not written as expected.';
  }
}

function escaped(key: PropertyKey): string {
  return String(key).replaceAll('~', '~0').replaceAll('/', '~1');
}

/**
 * Bidirectional controls could make a name read as another; the database takes no NUL and swallows a byte order mark;
 * halves of characters are no text.
 */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;

function withoutControls(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(CONTROLS, '');
  if (Array.isArray(value)) return value.map(withoutControls);
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, field]) => [key.replace(CONTROLS, ''), withoutControls(field)]),
    );
  }
  return value;
}
