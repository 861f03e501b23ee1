import type * as z from 'zod/mini';
import type { FailureKind } from '../booking-backend.js';
import type { Environment } from '../environment.js';
import { Problem } from '../../contract/problem.js';
import { BackendFailure } from '../booking-backend.js';
import { isSafe } from '../address.js';
import { abortError, unlessAborted } from '../once.js';
import { decode } from './decode.js';
import { TooLong, parseJson, readBytes } from './json.js';
import { LEAVE, type Policy, retryAfter, takeRepeat } from './policy.js';
import { watchPagePolicy } from './page-policy.js';

/** One call of the contract, with how to read its answer. */
export interface Call<Answer> {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  url: string;
  policy: Policy;
  /** The JSON to send, encoded once: every try sends the same bytes. */
  body?: string;
  /** Idempotency-Key. */
  key?: string;
  /** Bearer token. */
  token?: string;
  signal?: AbortSignal | undefined;
  /** What the answer's content type must match; without it the body is not read. */
  type?: RegExp;
  /** Turns the body into the answer. Throws SyntaxError for broken text and {@link BackendFailure} for a foreign one. */
  read(bytes: Uint8Array<ArrayBuffer>): Answer;
}

/** How one try ended. Every property is its own, so that nothing added to `Object.prototype` is mistaken for one. */
type Try<Answer> = { failure: undefined; answer: Answer } | Miss;

interface Miss {
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

/** Reads JSON that fits a schema. */
export function json<Schema extends z.core.$ZodType>(schema: Schema): Pick<Call<z.output<Schema>>, 'type' | 'read'> {
  return { type: JSON_TYPE, read: (bytes) => decode(schema, parseJson(new TextDecoder().decode(bytes))) };
}

/**
 * The one way a request leaves. Repeats as the call's policy says, always with the same key and bytes. Rejects with
 * {@link BackendFailure}, or with an `AbortError` as soon as the signal is aborted.
 */
export async function request<Answer>(wanted: Call<Answer>, environment: Environment): Promise<Answer> {
  // @ts-expect-error TypeScript has no null-prototype literal.
  const call: Call<Answer> = { __proto__: null, ...wanted };
  const { policy, signal } = call;
  const started = environment.now();
  const page = watchPagePolicy(new URL(call.url).origin);
  let lost = false;
  let damaged = false;
  try {
    for (let attempt = 0; ; attempt++) {
      const left = started + policy.total - environment.now();
      const outcome = await tryOnce(call, environment, left);
      if (!outcome.failure) return outcome.answer;
      const before = lost;
      lost ||= outcome.lost;
      const wait = outcome.after ?? policy.delay(attempt, environment.random());
      if (
        !(outcome.retry || (outcome.damaged && !damaged)) ||
        attempt >= policy.retries ||
        environment.now() + wait >= started + policy.total ||
        (policy.budgeted && !takeRepeat(environment))
      ) {
        throw policy.matters && lost && !isDecided(outcome) ? new BackendFailure('unknown') : outcome.failure;
      }
      damaged ||= outcome.damaged;
      await pause(wait, environment, signal);
      // The browser reports a refusal by the page's own policy only after the fetch has failed.
      if (page.blocked) throw new BackendFailure(policy.matters && before ? 'unknown' : 'unreachable');
    }
  } finally {
    page.stop();
  }
}

async function pause(milliseconds: number, environment: Environment, signal: AbortSignal | undefined): Promise<void> {
  let cancel!: () => void;
  const over = new Promise<void>((resolve) => (cancel = environment.after(milliseconds, resolve)));
  try {
    await unlessAborted(over, signal);
  } finally {
    cancel();
  }
}

/** A refusal in the contract's own words settles the matter, whatever became of earlier tries: the key is the same. */
function isDecided(miss: Miss): boolean {
  return miss.failure.problem !== undefined && !miss.retry && !miss.lost;
}

async function tryOnce<Answer>(call: Call<Answer>, environment: Environment, left: number): Promise<Try<Answer>> {
  const { policy, signal } = call;
  if (signal?.aborted) throw abortError(signal);
  const controller = new AbortController();
  const started = environment.now();
  const offline = !environment.online();
  let stop!: () => void;
  // Raced rather than trusted to `fetch`: a page's wrapper around it may lose the signal.
  const stopped = new Promise<never>((_, reject) => {
    stop = () => {
      reject(new Error('stopped'));
      controller.abort();
    };
  });
  stopped.catch(() => undefined);
  signal?.addEventListener('abort', stop);
  let disarm = environment.after(Math.min(policy.headers, left), stop);
  try {
    const response = await Promise.race([environment.fetch(call.url, init(call, controller.signal)), stopped]);
    disarm();
    disarm = environment.after(Math.min(policy.body, left) - (environment.now() - started), stop);
    return await Promise.race([understand(call, response), stopped]);
  } catch (error) {
    if (signal?.aborted) throw abortError(signal);
    const damaged = error instanceof SyntaxError;
    if (damaged || error instanceof TooLong || error instanceof BackendFailure) {
      return { failure: new BackendFailure('broken'), retry: false, lost: true, after: undefined, damaged };
    }
    const failure = new BackendFailure('unreachable', undefined, { cause: error });
    return { failure, retry: true, lost: !(offline && !environment.online()), after: undefined, damaged: false };
  } finally {
    disarm();
    signal?.removeEventListener('abort', stop);
  }
}

/** Null prototypes: `fetch` would read headers and options that a script on the page added to `Object.prototype`. */
function init(call: Call<unknown>, signal: AbortSignal): RequestInit {
  const { method, body, key, token, policy } = call;
  const headers = { __proto__: null } as unknown as Record<string, string>;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  // Quoted, because the header is a structured field (draft-ietf-httpapi-idempotency-key-header).
  if (key !== undefined) headers['Idempotency-Key'] = JSON.stringify(key);
  if (token !== undefined) headers['Authorization'] = `Bearer ${token}`;
  const options: Record<string, unknown> = {
    __proto__: null,
    method,
    headers,
    signal,
    mode: 'cors',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    // What carries a body or a token goes to the address the page named and nowhere else.
    redirect: method === 'GET' && token === undefined ? 'follow' : 'error',
    cache: token === undefined ? 'default' : 'no-store',
    keepalive: policy === LEAVE,
  };
  if (body !== undefined) options['body'] = body;
  return options;
}

async function understand<Answer>(call: Call<Answer>, response: Response): Promise<Try<Answer>> {
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
