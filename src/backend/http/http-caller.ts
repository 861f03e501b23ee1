import type * as z from 'zod/mini';
import type { Environment } from '../environment.js';
import type { Call } from './answer.js';
import { DISCOVERY_PATH, Discovery } from '../../contract/discovery.js';
import { BackendFailure } from '../booking-backend.js';
import { parseAddress } from '../address.js';
import { once, unlessAborted } from '../once.js';
import { page } from '../environment.js';
import { json, understand } from './answer.js';
import { toJson } from './json.js';
import { READ, WRITE, type Policy } from './policy.js';
import { request } from './request.js';

export type Parameters = Record<string, string | number | boolean | readonly string[] | undefined>;

/** What a keyed write carries besides its body. */
export interface Write<Answer> {
  body: unknown;
  key: string;
  answer: Pick<Call<Answer>, 'type' | 'read'>;
  policy?: Policy;
  token?: string;
  /** The revision that the sender has seen; another one is refused. */
  ifRevision?: number | undefined;
}

/** Sends the requests of one backend: finds out by discovery where to, and says what an answer has to be. */
export class HttpCaller {
  readonly #address: URL;
  readonly #environment: Environment;
  readonly #discovery = new Map<'', Promise<Discovery>>();

  /** Throws `ConfigurationError` for an address that is not `https:` (or `http:` on this machine). */
  constructor(address: string | URL, environment?: Partial<Environment>) {
    this.#address = parseAddress(address);
    this.#environment = environment ? { ...page, repeats: [], ...environment } : page;
  }

  discovery(signal?: AbortSignal): Promise<Discovery> {
    return unlessAborted(
      once(this.#discovery, '', () => this.#discover()),
      signal,
    );
  }

  async #discover(): Promise<Discovery> {
    const url = `${this.#address.href.replace(/\/$/, '')}${DISCOVERY_PATH}`;
    const found = await request(
      { method: 'GET', url, policy: READ, cache: 'default', understand, ...json(Discovery) },
      this.#environment,
    );
    // An answer may not send a visitor's details to an origin that the page never named.
    if (new URL(found.baseUrl).origin !== this.#address.origin) {
      console.warn("[knead] The backend's baseUrl has to be on the origin of its address.");
      throw new BackendFailure('broken');
    }
    return found;
  }

  /** Repeating a write is safe only where the backend answers a repeated key with the first answer. */
  async #writePolicy(): Promise<Policy> {
    const { capabilities } = await this.discovery();
    return capabilities.idempotency === 'replay' ? WRITE : { ...WRITE, retries: 0 };
  }

  protected get<Schema extends z.core.$ZodType>(
    schema: Schema,
    path: string,
    parameters: Parameters,
    signal: AbortSignal | undefined,
    cache: RequestCache = 'default',
  ): Promise<z.output<Schema>> {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(parameters)) {
      for (const each of [value ?? []].flat()) search.append(name, String(each));
    }
    return this.call('GET', `${path}?${search}`.replace(/\?$/, ''), { policy: READ, signal, cache, ...json(schema) });
  }

  /** A write that may be repeated by its key. What cannot be undone waits to hear from discovery how that is answered. */
  protected async write<Answer>(
    method: 'POST' | 'PUT',
    path: string,
    { body, answer, policy, ...rest }: Write<Answer>,
  ): Promise<Answer> {
    return this.call(method, path, {
      ...rest,
      body: toJson(body),
      policy: policy ?? (await this.#writePolicy()),
      ...answer,
    });
  }

  /** A question that changes nothing, asked by POST because it may say something about somebody. */
  protected ask<Answer>(
    path: string,
    body: unknown,
    answer: Pick<Call<Answer>, 'type' | 'read'>,
    signal?: AbortSignal,
  ): Promise<Answer> {
    return this.call('POST', path, { body: toJson(body), policy: READ, signal, ...answer });
  }

  /** What a token opens. */
  protected open<Answer>(
    path: string,
    token: string,
    answer: Pick<Call<Answer>, 'type' | 'read'>,
    signal?: AbortSignal,
  ): Promise<Answer> {
    return this.call('GET', path, { token, policy: READ, signal, ...answer });
  }

  protected async call<Answer>(
    method: Call<Answer>['method'],
    path: string,
    call: Omit<Call<Answer>, 'method' | 'url' | 'understand'>,
  ): Promise<Answer> {
    const { baseUrl } = await this.discovery(call.signal);
    return request({ method, url: baseUrl.replace(/\/+$/, '') + path, understand, ...call }, this.#environment);
  }
}

/** A path with its variable parts escaped. */
export function path(parts: TemplateStringsArray, ...values: string[]): string {
  return parts.reduce((whole, part, index) => whole + encodeURIComponent(values[index - 1]!) + part);
}
