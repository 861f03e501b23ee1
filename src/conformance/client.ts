/** What went out, as a report shows it. */
export interface Sent {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string | null;
}

/** What came back, as a report shows it; `body` is cut after {@link SHOWN} characters. */
export interface Got {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** An answer with its body read. `body` is the JSON of it, or undefined where it is none. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  body: unknown;
  sent: Sent;
  got: Got;
}

/** What a request is made of besides method and address. */
export interface Wanted {
  /** Sent as JSON; a string is sent as it is. */
  body?: unknown;
  headers?: Record<string, string>;
  /** Idempotency-Key. */
  key?: string;
  /** Bearer token. */
  token?: string;
  /** Answers that ask to wait (429, 503) are handed over as they are. */
  impatient?: boolean;
}

/** How the kit reaches a backend. `fetch` may answer in process. */
export interface Network {
  fetch(url: string, init: RequestInit): PromiseLike<Response>;
  /** Waits so many milliseconds. */
  wait(milliseconds: number): Promise<void>;
}

/** The connection broke, or no answer came. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';

  constructor(
    readonly sent: Sent,
    options?: ErrorOptions,
  ) {
    super('there was no answer', options);
  }
}

const SHOWN = 2_000;
/** Longest a backend may ask the kit to wait, in seconds, and how often. */
const PATIENCE = { seconds: 120, times: 4 };

/** Sends requests, remembers the last one with its answer, and waits where a backend asks for it. */
export class Client {
  /** The last exchange, for the report of a failure. */
  last: { sent: Sent; got: Got | null } | null = null;
  /** Requests sent so far. */
  count = 0;

  constructor(private readonly network: Network) {}

  /** Throws {@link NoAnswer} where the connection breaks. */
  async send(method: string, url: string, wanted: Wanted = {}): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      const answer = await this.#once(method, url, wanted);
      const seconds = patienceOf(answer);
      if (wanted.impatient || seconds === undefined || attempt >= PATIENCE.times) return answer;
      await this.network.wait(seconds * 1_000);
    }
  }

  async #once(method: string, url: string, { body, headers, key, token }: Wanted): Promise<Answer> {
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const sent: Sent = {
      method,
      url,
      headers: {
        ...(text !== undefined && { 'Content-Type': 'application/json' }),
        ...(key !== undefined && { 'Idempotency-Key': key }),
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        ...headers,
      },
      body: text ?? null,
    };
    this.last = { sent, got: null };
    this.count += 1;
    let response: Response;
    let read: string;
    try {
      const init = { method, headers: sent.headers, redirect: 'manual' as const };
      response = await this.network.fetch(url, text === undefined ? init : { ...init, body: text });
      read = await response.text();
    } catch (error) {
      throw new NoAnswer(shown(sent), { cause: error });
    }
    const got = { status: response.status, headers: Object.fromEntries(response.headers), body: read.slice(0, SHOWN) };
    this.last = { sent: shown(sent), got };
    return { status: response.status, headers: response.headers, text: read, body: parsed(read), ...this.last, got };
  }
}

function shown(sent: Sent): Sent {
  return { ...sent, body: sent.body?.slice(0, SHOWN) ?? null };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Seconds an answer asks to wait before the same request may be sent again, or undefined if it does not. */
function patienceOf({ status, headers, body }: Answer): number | undefined {
  const code = (body as { code?: unknown } | undefined)?.code;
  if ((status !== 429 && status !== 503) || code === 'hold-limit') return undefined;
  const value = headers.get('retry-after')?.trim() ?? '';
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1_000;
  if (Number.isNaN(seconds)) return undefined;
  return Math.min(Math.max(seconds, 0), PATIENCE.seconds);
}
