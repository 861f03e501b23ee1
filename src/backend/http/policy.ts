import type { Environment } from '../environment.js';

/** How long a call may take and how often it is repeated. All times in milliseconds. */
export interface Policy {
  /** Until the status line, in one try. */
  headers: number;
  /** Until the last byte of the body, in one try. */
  body: number;
  /** Tries after the first. */
  retries: number;
  /** From the first try to the last answer, waiting included: beyond it, people are told rather than kept waiting. */
  total: number;
  /** Answers worth another try. */
  retryOn(status: number): boolean;
  /** How long to wait before try number `attempt` + 2, for a random number from 0 up to 1. */
  delay(attempt: number, random: number): number;
  /** Whether repeats count against the page's budget. */
  budgeted: boolean;
  /** Whether a lost answer leaves something done or undone that matters, so that the failure is `unknown`. */
  matters: boolean;
}

/** Catalogue, availability and everything else that changes nothing. Full jitter spreads a crowd of widgets. */
export const READ: Policy = {
  headers: 8_000,
  body: 20_000,
  retries: 3,
  total: 60_000,
  retryOn: (status) => status === 408 || isBusy(status),
  delay: (attempt, random) => random * grown(300, 4_000, attempt),
  budgeted: true,
  matters: false,
};

/** Keeping a slot. A hold whose answer was lost runs out by itself. */
export const HOLD: Policy = {
  headers: 8_000,
  body: 8_000,
  retries: 2,
  total: 30_000,
  retryOn: isBusy,
  delay: (attempt, random) => equalJitter(grown(300, 4_000, attempt), random),
  budgeted: false,
  matters: false,
};

/** Booking and delivering answers: the same key and the same bytes each time, so a repeat can do nothing twice. */
export const WRITE: Policy = {
  headers: 20_000,
  body: 20_000,
  retries: 4,
  total: 60_000,
  retryOn: (status) => status === 408 || status === 429 || status >= 500,
  delay: (attempt, random) => equalJitter(grown(1_000, 8_000, attempt), random),
  budgeted: false,
  matters: true,
};

/** Giving a hold back, perhaps while the page is being left: there is no later in which to repeat it. */
export const LEAVE: Policy = { ...HOLD, retries: 0 };

/** Most repeats of reads that all backends of a page make in a minute. */
const REPEATS_PER_MINUTE = 10;

/** Takes one repeat from the page's budget; false if it is used up. */
export function takeRepeat(environment: Environment): boolean {
  const now = environment.now();
  const recent = environment.repeats.filter((at) => now - at < 60_000);
  const free = recent.length < REPEATS_PER_MINUTE;
  if (free) recent.push(now);
  environment.repeats.splice(0, environment.repeats.length, ...recent);
  return free;
}

/**
 * How long the server asks to wait: `Retry-After` in seconds or as an HTTP date, from 0 to 120 seconds. Undefined where
 * it says nothing, or where the page may not read it (it must be listed in `Access-Control-Expose-Headers`).
 */
export function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (!value) return undefined;
  const wait = /^-?\d+$/.test(value)
    ? Number(value) * 1_000
    : Date.parse(value) - (Date.parse(headers.get('date') ?? '') || Date.now());
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), 120_000);
}

function grown(first: number, most: number, attempt: number): number {
  return Math.min(most, first * 2 ** attempt);
}

function equalJitter(delay: number, random: number): number {
  return (delay + delay * random) / 2;
}

/** Too much is asked, or what stands before the backend does not reach it. */
function isBusy(status: number): boolean {
  return status === 429 || (status >= 502 && status <= 504);
}
