import type * as z from 'zod/mini';
import type { Policy } from './policy.js';
import { Problem } from '../../contract/problem.js';
import { isSafe } from '../address.js';
import { BackendFailure, type FailureKind } from '../booking-backend.js';
import { decode } from './decode.js';
import { parseJson, readBytes } from './json.js';
import { retryAfter } from './policy.js';

/** One call of the contract, with how to read its answer. */
export interface Call<Answer> {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  url: string;
  policy: Policy;
  /** The JSON to send, encoded once: every try sends the same bytes. */
  body?: string | undefined;
  /** Idempotency-Key. */
  key?: string | undefined;
  /** Bearer token. */
  token?: string | undefined;
  /** If-Match: the revision that the sender has seen. */
  ifRevision?: number | undefined;
  signal?: AbortSignal | undefined;
  /** The language that the answer is wanted in, where it is another than that of all others. */
  language?: string | undefined;
  /** How a read uses the browser's cache. What is sent or opened with a token never touches it. */
  cache?: RequestCache;
  /** What a response means for this call: the contract's words, or those of whatever an adapter speaks to. */
  understand(call: Call<Answer>, response: Response): Promise<Try<Answer>>;
  /** What the answer's content type must match; without it the body is not read. */
  type?: RegExp;
  /** Turns the body into the answer. Throws SyntaxError for broken text and {@link BackendFailure} for a foreign one. */
  read(bytes: Uint8Array<ArrayBuffer>): Answer;
}

/** How one try ended. Every property is its own, so that nothing added to `Object.prototype` is mistaken for one. */
export type Try<Answer> = { failure: undefined; answer: Answer } | Miss;

/** A try without an answer, and what may be done about it. */
export interface Miss {
  failure: BackendFailure;
  /** The same request may succeed now. */
  retry: boolean;
  /** The request may have taken effect although nothing says so. */
  lost: boolean;
  /** Milliseconds the server asks to wait. */
  after: number | undefined;
  /** The text of the body was damaged, which is worth one more try. */
  damaged: boolean;
}

const JSON_TYPE = /^application\/([\w.-]+\+)?json\b/i;

/** Reads JSON, whatever it says. */
export const anyJson: Pick<Call<unknown>, 'type' | 'read'> = {
  type: JSON_TYPE,
  read: (bytes) => parseJson(new TextDecoder().decode(bytes)),
};

/** Reads JSON that fits a schema. */
export function json<Schema extends z.core.$ZodType>(schema: Schema): Pick<Call<z.output<Schema>>, 'type' | 'read'> {
  return { type: JSON_TYPE, read: (bytes) => decode(schema, anyJson.read(bytes)) };
}

/** What an HTTP response means for a call. Throws what {@link Call.read} and the connection throw. */
export async function understand<Answer>(call: Call<Answer>, response: Response): Promise<Try<Answer>> {
  const type = response.headers.get('content-type') ?? '';
  if (response.ok) {
    if (response.url && !isSafe(new URL(response.url))) throw new BackendFailure('broken');
    if (!call.type) return { failure: undefined, answer: call.read(new Uint8Array()) };
    if (!call.type.test(type)) throw new BackendFailure('broken');
    return { failure: undefined, answer: call.read(await readBytes(response)) };
  }
  const { status } = response;
  const problem = JSON_TYPE.test(type) ? await readProblem(response) : undefined;
  const running = problem?.code === 'request-in-flight';
  const temporary = status === 408 || (status === 429 && problem?.code !== 'hold-limit') || status >= 500 || running;
  return {
    failure: new BackendFailure(temporary ? 'unreachable' : kindOf(problem), problem),
    retry: running || (temporary && call.policy.retryOn(status)),
    lost: temporary && status !== 429,
    after: status === 429 || status === 503 || running ? retryAfter(response.headers) : undefined,
    damaged: false,
  };
}

async function readProblem(response: Response): Promise<Problem | undefined> {
  try {
    return decode(Problem, parseJson(new TextDecoder().decode(await readBytes(response))));
  } catch {
    // The status alone has to do.
    return undefined;
  }
}

/** An error that is no problem of the contract comes from something else at that address. */
function kindOf(problem: Problem | undefined): FailureKind {
  switch (problem?.code) {
    case undefined:
      return 'broken';
    case 'not-found':
    case 'token-invalid':
      return 'not-found';
    case 'slot-unavailable':
      return 'taken';
    case 'price-changed':
      return 'price-changed';
    case 'validation':
      return 'invalid';
    default:
      return 'refused';
  }
}
