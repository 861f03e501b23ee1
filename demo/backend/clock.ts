/** Where the backend gets the time from. Milliseconds since the epoch. */
export interface Clock {
  now(): number;
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => Date.now() };

/** A clock tests can put somewhere else; it runs on from there. */
export class AdjustableClock implements Clock {
  #ahead = 0;

  now(): number {
    return Date.now() + this.#ahead;
  }

  set(now: number): void {
    this.#ahead = now - Date.now();
  }

  advance(seconds: number): void {
    this.#ahead += seconds * 1000;
  }

  reset(): void {
    this.#ahead = 0;
  }
}

/** An instant in milliseconds as RFC 3339 in UTC, without empty fractions. */
export function instantText(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}
