import type { Problem, ProblemCode } from '../../../contract/problem.js';
import type { Environment } from '../../environment.js';
import { isSafe } from '../../address.js';
import { BackendFailure, type FailureKind } from '../../booking-backend.js';
import type { Call, Try } from '../../http/answer.js';
import { parseJson, readBytes, toJson } from '../../http/json.js';
import type { Policy } from '../../http/policy.js';
import { request } from '../../http/request.js';
import { isDocument } from './documents.js';

/** A request to Payload and how to read its answer. */
export interface Sent<Answer> {
  /** Sent as JSON; a request with one is a POST. */
  body?: object;
  policy: Policy;
  signal?: AbortSignal | undefined;
  /** Reads a decoded answer. Throws `broken` for a foreign one. */
  read(answer: unknown): Answer;
  /** An answer in spite of a refusal, by the field that was refused. */
  despite?(field: string): Answer | undefined;
}

/**
 * Sends a request by the transport every backend uses: timeouts, repeats and lost answers are its matter, only the words
 * are Payload's. Rejects with {@link BackendFailure} or an `AbortError`.
 */
export function send<Answer>(url: string, sent: Sent<Answer>, environment: Environment): Promise<Answer> {
  const { body, policy, signal, read, despite } = sent;
  const call: Call<Answer> = {
    method: body ? 'POST' : 'GET',
    url,
    policy,
    signal,
    cache: body ? 'no-store' : 'no-cache',
    ...(body ? { body: toJson(body) } : {}),
    read: (bytes) => read(parseJson(new TextDecoder().decode(bytes))),
    understand: (_, response) => understand(call, response, despite),
  };
  return request(call, environment);
}

async function understand<Answer>(
  call: Call<Answer>,
  response: Response,
  despite: Sent<Answer>['despite'],
): Promise<Try<Answer>> {
  const { status, ok, url } = response;
  const isJson = /^application\/json\b/i.test(response.headers.get('content-type') ?? '');
  if (ok) {
    if (!isJson || (url && !isSafe(new URL(url)))) throw new BackendFailure('broken');
    return { failure: undefined, answer: call.read(await readBytes(response)) };
  }
  const said: unknown = isJson ? await readSaid(response) : undefined;
  const fields = fieldsOf(said);
  const answer = fields.map((field) => despite?.(field)).find((each) => each !== undefined);
  if (answer !== undefined) return { failure: undefined, answer };
  const reason = isDocument(said) ? said['error'] : undefined;
  // Two visitors at once: says nothing about the time, only that the database was busy with it.
  const busy = isDocument(said) && said['retryable'] === true;
  const temporary = busy || status === 408 || (status === 429 && reason !== 'hold_limit_reached') || status >= 500;
  return {
    failure: temporary ? new BackendFailure('unreachable') : refusal(status, reason, fields, isJson),
    retry: busy || (temporary && call.policy.retryOn(status)),
    lost: temporary && !busy && status !== 429,
    after: undefined,
    damaged: false,
  };
}

async function readSaid(response: Response): Promise<unknown> {
  try {
    return parseJson(new TextDecoder().decode(await readBytes(response)));
  } catch {
    // The status alone has to do.
    return undefined;
  }
}

/** The fields a validation error names: `{errors: [{data: {errors: [{path}]}}]}`. Its sentences are for people there. */
function fieldsOf(said: unknown): string[] {
  const inside = (value: unknown): unknown[] =>
    isDocument(value) && Array.isArray(value['errors']) ? (value['errors'] as unknown[]) : [];
  return inside(said)
    .flatMap((error) => inside(isDocument(error) ? error['data'] : undefined))
    .flatMap((fault) => (isDocument(fault) && typeof fault['path'] === 'string' ? [fault['path']] : []));
}

/** Whatever is wrong with the start (booked, held, past, outside the hours), the time cannot be had. */
const LOST_TIME = ['slot_taken', 'outside_schedule', 'invalid_window'];

function refusal(status: number, reason: unknown, fields: readonly string[], isJson: boolean): BackendFailure {
  if (!isJson) return new BackendFailure('broken');
  if (LOST_TIME.includes(String(reason)) || fields.some((field) => /(^|\.)startTime$/.test(field)))
    return failure('taken', 'slot-unavailable', 409);
  if (fields.some((field) => field.startsWith('guest.'))) {
    const errors = fields.map((field) => ({
      pointer: `/${field.replace(/^guest\./, 'client/')}`,
      detail: 'Not accepted',
    }));
    return failure('invalid', 'validation', 422, { errors });
  }
  if (status === 404) return failure('not-found', 'not-found', 404);
  if (status === 429) return failure('refused', 'hold-limit', 429);
  if (status === 401 || status === 403) return failure('refused', 'booking-disabled', 403);
  return failure('refused', 'not-offered', 422);
}

/** A failure in the contract's words. */
export function failure(
  kind: FailureKind,
  code: ProblemCode,
  status: number,
  more: Partial<Problem> = {},
): BackendFailure {
  return new BackendFailure(kind, { type: 'about:blank', title: code, status, code, ...more });
}
