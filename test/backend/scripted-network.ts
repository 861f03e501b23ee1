import type { Environment } from '../../src/backend/environment.js';
import type { Discovery } from '../../src/contract/discovery.js';
import { HttpBackend } from '../../src/backend/http/http-backend.js';

export const ADDRESS = 'https://booking.example';

/** Time that passes only when a test says so. */
export class TestClock implements Pick<Environment, 'now' | 'after'> {
  #time = 0;
  #timers: { at: number; callback: () => void }[] = [];

  now = (): number => this.#time;

  after = (milliseconds: number, callback: () => void): (() => void) => {
    const timer = { at: this.#time + milliseconds, callback };
    this.#timers.push(timer);
    return () => (this.#timers = this.#timers.filter((other) => other !== timer));
  };

  /** Milliseconds until each timer that is set, soonest first. */
  get waiting(): number[] {
    return this.#timers.map(({ at }) => at - this.#time).sort((a, b) => a - b);
  }

  /** Lets so many milliseconds pass; everything that falls due on the way happens in order. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.#time + milliseconds;
    await settle();
    for (;;) {
      const next = this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#time = Math.max(this.#time, next.at);
      this.#timers = this.#timers.filter((other) => other !== next);
      next.callback();
      await settle();
    }
    this.#time = end;
    await settle();
  }
}

/** Lets everything happen that waits for nothing but its turn. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 8; turn++) await new Promise((done) => setImmediate(done));
}

/** One request as the backend saw it. */
export interface Seen {
  at: number;
  url: string;
  method: string;
  headers: Record<string, string>;
  body: unknown;
  init: RequestInit;
}

/** An answer, or what to do instead of one. */
export type Reply = Response | ((init: RequestInit) => PromiseLike<Response>);

/** A network in which everything but discovery is answered from a list, its last entry again and again. */
export class ScriptedNetwork {
  readonly clock = new TestClock();
  readonly seen: Seen[] = [];
  online = true;
  random = 0.5;
  readonly environment: Environment;

  constructor(
    readonly replies: Reply[] = [],
    readonly found: Partial<Discovery> = {},
  ) {
    this.environment = {
      now: this.clock.now,
      after: this.clock.after,
      random: () => this.random,
      online: () => this.online,
      repeats: [],
      fetch: (url, init) => {
        if (url.endsWith('/.well-known/knead-booking')) return Promise.resolve(json(discovery(this.found)));
        const { method = 'GET', headers, body } = init;
        this.seen.push({ at: this.clock.now(), url, method, headers: { ...(headers as object) }, body, init });
        const reply = this.replies.length > 1 ? this.replies.shift()! : this.replies[0];
        if (!reply) throw new Error(`Nothing was scripted for ${method} ${url}.`);
        return typeof reply === 'function' ? reply(init) : Promise.resolve(reply.clone());
      },
    };
  }

  backend(): HttpBackend {
    return new HttpBackend(ADDRESS, this.environment);
  }

  /** Milliseconds between one request and the next. */
  get gaps(): number[] {
    return this.seen.slice(1).map(({ at }, index) => at - this.seen[index]!.at);
  }
}

export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(value), { status, headers: { 'Content-Type': 'application/json', ...headers } });
}

export function problem(
  status: number,
  code: string,
  more: object = {},
  headers: Record<string, string> = {},
): Response {
  const body = { type: 'about:blank', title: 'Refused', status, code, ...more };
  return json(body, status, { 'Content-Type': 'application/problem+json', ...headers });
}

/** As a browser fails, whatever the reason. */
export const networkLoss: Reply = () => Promise.reject(new TypeError('Failed to fetch'));

/** Never answers; ends when it is aborted, as `fetch` does. */
export const silence: Reply = (init) =>
  new Promise((_, reject) => init.signal?.addEventListener('abort', () => reject(init.signal!.reason as Error)));

export function discovery(more: Partial<Discovery> = {}): Discovery {
  return {
    api: 'knead-booking',
    version: '1',
    baseUrl: `${ADDRESS}/v1`,
    business: {
      id: 'b',
      name: 'Business',
      timeZone: 'Europe/London',
      currency: 'GBP',
      locales: ['en-GB'],
      contact: {},
      cancellation: { freeUntilHours: 24 },
      payment: { when: 'on-the-day', methods: ['card'] },
    },
    capabilities: {
      holds: true,
      batchAvailability: true,
      idempotency: 'replay',
      atomicBooking: true,
      bookingLookup: true,
      addOns: true,
      outcall: true,
      cancel: false,
      reschedule: false,
      calendarFile: true,
      intake: 'conditional',
      consents: true,
      payment: 'none',
      courses: false,
    },
    limits: { holdSeconds: 900, practitioners: 25, days: 31, horizonDays: 60 },
    ...more,
  };
}
