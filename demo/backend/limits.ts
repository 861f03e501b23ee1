/** What the backend allows, announced in discovery where a client should know. */

/** How long a hold lasts before it is extended. */
export const HOLD_SECONDS = 900;

/** How long a hold can last in all, from when it was made. */
export const HOLD_SECONDS_IN_ALL = 3600;

/** Practitioners one availability call may name. */
export const AVAILABILITY_PRACTITIONERS = 25;

/** Calendar days one availability call may cover, both ends included. */
export const AVAILABILITY_DAYS = 31;

/** Largest request body, in bytes. */
export const BODY_BYTES = 64 * 1024;

/** How long the answer to an idempotency key is kept, in days. */
export const KEY_DAYS = 30;

/** How long an evaluation's proof is good for, in seconds. */
export const PROOF_SECONDS = 7200;

/** How often a client may try the code that was sent to them. */
export const CONTACT_TRIES = 5;

/** How many requests and holds one address may have; null for any number. */
export interface Limits {
  /** Per minute. */
  reads: number | null;
  /** Per minute. */
  writes: number | null;
  /** At once. */
  holds: number | null;
}

/** No limits, as while testing. */
export const UNLIMITED: Limits = { reads: null, writes: null, holds: null };

/** Generous to people, and to a directory's page full of cards; tiring for scripts. */
export const DEFAULT_LIMITS: Limits = { reads: 600, writes: 120, holds: 10 };

/**
 * The limits of an environment: `RATE_LIMIT_READS` and `RATE_LIMIT_WRITES` per minute and address, `HOLD_LIMIT` at once;
 * `off` lifts one. Throws an Error that names a variable which is no number.
 */
export function limitsOf(environment: Readonly<Record<string, string | undefined>>, otherwise: Limits): Limits {
  const read = (name: string, fallback: number | null): number | null => {
    const text = environment[name];
    if (text === undefined || text === '') return fallback;
    if (text === 'off') return null;
    if (!/^[1-9]\d{0,6}$/.test(text)) throw new Error(`${name} must be a whole number from 1 up, or off.`);
    return Number(text);
  };
  return {
    reads: read('RATE_LIMIT_READS', otherwise.reads),
    writes: read('RATE_LIMIT_WRITES', otherwise.writes),
    holds: read('HOLD_LIMIT', otherwise.holds),
  };
}
