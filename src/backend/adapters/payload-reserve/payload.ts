import type { Problem, ProblemCode } from '../../../contract/problem.js';
import type { BackendFailure, FailureKind } from '../../booking-backend.js';
import type { Call, Try } from '../../http/answer.js';
import type { Policy } from '../../http/policy.js';
import type { Transport } from '../../http/transport.js';
import { isDocument } from './documents.js';

/** A request to Payload and how to read its answer. */
export interface Sent<Answer> {
  /** Sent as JSON; a request with one is a POST. */
  body?: object;
  policy: Policy;
  signal?: AbortSignal | undefined;
  /** Reads a decoded answer; undefined for a foreign one. */
  read(answer: unknown): Answer | undefined;
  /** An answer in spite of a refusal, by the field that was refused. */
  despite?(field: string): Answer | undefined;
}

/** Whatever is wrong with the start (booked, held, past, outside the hours), the time cannot be had. */
const LOST_TIME = ['slot_taken', 'outside_schedule', 'invalid_window'];

/** Payload's REST API by the transport of every backend: timeouts, repeats and lost answers are its matter. */
export class Payload {
  constructor(
    readonly transport: Transport,
    private readonly api: string,
  ) {}

  /** Sends a request. Rejects with `BackendFailure`, or with an `AbortError` as soon as the signal is aborted. */
  send<Answer>(path: string, sent: Sent<Answer>): Promise<Answer> {
    const { BackendFailure, page, parseJson, request, toJson } = this.transport;
    const { body, policy, signal } = sent;
    return request<Answer>(
      {
        method: body ? 'POST' : 'GET',
        url: this.api + path,
        policy,
        signal,
        cache: body ? 'no-store' : 'no-cache',
        ...(body ? { body: toJson(body) } : {}),
        read(bytes) {
          const answer = sent.read(parseJson(new TextDecoder().decode(bytes)));
          if (answer === undefined) throw new BackendFailure('broken');
          return answer;
        },
        understand: (call, response) => this.#understand(call, response, sent),
      },
      page,
    );
  }

  /** A failure in the contract's words. */
  failure(kind: FailureKind, code: ProblemCode, status: number, more?: Partial<Problem>): BackendFailure {
    return new this.transport.BackendFailure(kind, { type: 'about:blank', title: code, status, code, ...more });
  }

  async #understand<Answer>(call: Call<Answer>, response: Response, sent: Sent<Answer>): Promise<Try<Answer>> {
    const { BackendFailure, isSafe, readBytes } = this.transport;
    const { status, ok, url } = response;
    const isJson = /^application\/json\b/i.test(response.headers.get('content-type') ?? '');
    if (ok) {
      if (!isJson || (url && !isSafe(new URL(url)))) throw new BackendFailure('broken');
      return { failure: undefined, answer: call.read(await readBytes(response)) };
    }
    const said: unknown = isJson ? await this.#read(response) : undefined;
    const fields = fieldsOf(said);
    const answer = fields.map((field) => sent.despite?.(field)).find((each) => each !== undefined);
    if (answer !== undefined) return { failure: undefined, answer };
    const reason = isDocument(said) ? said['error'] : undefined;
    // Two visitors at once: says nothing about the time, only that the database was busy with it.
    const busy = isDocument(said) && said['retryable'] === true;
    const temporary = busy || status === 408 || (status === 429 && reason !== 'hold_limit_reached') || status >= 500;
    return {
      failure: temporary ? new BackendFailure('unreachable') : this.#refusal(status, reason, fields, isJson),
      retry: busy || (temporary && call.policy.retryOn(status)),
      lost: temporary && !busy && status !== 429,
      after: undefined,
      damaged: false,
    };
  }

  async #read(response: Response): Promise<unknown> {
    try {
      return this.transport.parseJson(new TextDecoder().decode(await this.transport.readBytes(response)));
    } catch {
      // The status alone has to do.
      return undefined;
    }
  }

  #refusal(status: number, reason: unknown, fields: readonly string[], isJson: boolean): BackendFailure {
    if (!isJson) return new this.transport.BackendFailure('broken');
    if (LOST_TIME.includes(String(reason)) || fields.some((field) => /(^|\.)startTime$/.test(field)))
      return this.failure('taken', 'slot-unavailable', 409);
    const guest = fields.filter((field) => field.startsWith('guest.'));
    if (guest.length > 0) {
      const errors = guest.map((field) => ({ pointer: `/client/${field.slice(6)}`, detail: 'Not accepted' }));
      return this.failure('invalid', 'validation', 422, { errors });
    }
    if (status === 404) return this.failure('not-found', 'not-found', 404);
    if (status === 429) return this.failure('refused', 'hold-limit', 429);
    if (status === 401 || status === 403) return this.failure('refused', 'booking-disabled', 403);
    return this.failure('refused', 'not-offered', 422);
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
