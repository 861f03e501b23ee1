import type { Environment } from '../environment.js';
import { BackendFailure } from '../booking-backend.js';
import { abortError, unlessAborted } from '../once.js';
import type { Call, Miss, Try } from './answer.js';
import { LEAVE, takeRepeat } from './policy.js';
import { watchPagePolicy } from './page-policy.js';

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
    const response = await Promise.race([
      environment.fetch(call.url, init(call, controller.signal, environment)),
      stopped,
    ]);
    disarm();
    disarm = environment.after(Math.min(policy.body, left) - (environment.now() - started), stop);
    return await Promise.race([call.understand(call, response), stopped]);
  } catch (error) {
    if (signal?.aborted) throw abortError(signal);
    const damaged = error instanceof SyntaxError;
    const answered = damaged || error instanceof BackendFailure;
    return {
      failure: answered ? new BackendFailure('broken') : new BackendFailure('unreachable', undefined, { cause: error }),
      retry: !answered,
      lost: answered || !offline || environment.online(),
      after: undefined,
      damaged,
    };
  } finally {
    disarm();
    signal?.removeEventListener('abort', stop);
  }
}

/** Null prototypes: `fetch` would read headers and options that a script on the page added to `Object.prototype`. */
function init(call: Call<unknown>, signal: AbortSignal, environment: Environment): RequestInit {
  const { method, body, key, token, ifRevision, policy, language = environment.language } = call;
  const headers = { __proto__: null } as unknown as Record<string, string>;
  // One of the headers that any page may send, so nothing is asked of the backend before. What is no tag would be asked.
  if (/^[a-z\d-]+$/i.test(language ?? '')) headers['Accept-Language'] = language!;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  // Quoted, because the header is a structured field (draft-ietf-httpapi-idempotency-key-header).
  if (key !== undefined) headers['Idempotency-Key'] = JSON.stringify(key);
  if (ifRevision !== undefined) headers['If-Match'] = `"${ifRevision}"`;
  if (token !== undefined) headers['Authorization'] = `Bearer ${token}`;
  return {
    __proto__: null,
    method,
    headers,
    body,
    signal,
    mode: 'cors',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    // What carries a body or a token goes to the address the page named and nowhere else.
    redirect: method === 'GET' && token === undefined ? 'follow' : 'error',
    cache: call.cache ?? 'no-store',
    keepalive: policy === LEAVE,
  } as RequestInit;
}
