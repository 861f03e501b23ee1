import type { Context, MiddlewareHandler } from 'hono';
import type { Clock } from './clock.js';
import type { Limits } from './limits.js';
import { problemOf, problemResponse } from './problems.js';

/** Limits are counted by the minute. */
const WINDOW = 60_000;
/** Addresses remembered before the ones that are over are forgotten. */
const MANY = 10_000;

interface Count {
  /** Requests of this window. */
  used: number;
  /** When it ends, in milliseconds. */
  ends: number;
}

/**
 * Refuses what comes too often from one address, and says how much is left (draft-ietf-httpapi-ratelimit-headers). Counted
 * in memory, so each instance allows as much.
 */
export class RateLimit {
  readonly #clock: Clock;
  readonly #counts = new Map<string, Count>();
  limits: Limits;

  constructor(clock: Clock, limits: Limits) {
    this.#clock = clock;
    this.limits = limits;
  }

  readonly middleware: MiddlewareHandler = async (c, next) => {
    const kind = c.req.method === 'GET' || c.req.method === 'HEAD' ? 'reads' : 'writes';
    const most = this.limits[kind];
    if (most === null) return next();
    const now = this.#clock.now();
    const count = this.#count(`${kind} ${addressOf(c)}`, now);
    const wait = Math.ceil((count.ends - now) / 1000);
    const policy = { 'RateLimit-Policy': `"${kind}";q=${most};w=${WINDOW / 1000}` };
    if (count.used >= most) {
      c.res = problemResponse(problemOf('rate-limited'), {
        ...policy,
        RateLimit: `"${kind}";r=0;t=${wait}`,
        'Retry-After': String(wait),
      });
      return undefined;
    }
    count.used += 1;
    await next();
    for (const [name, value] of Object.entries(policy)) c.res.headers.set(name, value);
    c.res.headers.set('RateLimit', `"${kind}";r=${most - count.used};t=${wait}`);
    return undefined;
  };

  /** Forgets everybody. */
  clear(): void {
    this.#counts.clear();
  }

  #count(who: string, now: number): Count {
    if (this.#counts.size > MANY) {
      for (const [other, { ends }] of this.#counts) if (ends <= now) this.#counts.delete(other);
    }
    const known = this.#counts.get(who);
    if (known && known.ends > now) return known;
    const fresh = { used: 0, ends: now + WINDOW };
    this.#counts.set(who, fresh);
    return fresh;
  }
}

/** The address a request came from, or an empty text where it came without a network. */
export function addressOf(c: Context): string {
  const env = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined;
  return env?.incoming?.socket?.remoteAddress ?? '';
}
