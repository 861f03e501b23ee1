import type { Slot } from '../../../contract/availability.js';
import type { PlainDate } from '../../../domain/time/plain-date.js';

/** Requests for days under way at the same time: each costs the server's database a dozen queries. */
const MOST_AT_ONCE = 4;

/** The free times of many days where the server answers one day at a time. */
export class Days {
  readonly #queue: (() => void)[] = [];
  #running = 0;

  /** `day` asks for one day. */
  constructor(private readonly day: (query: URLSearchParams, signal: AbortSignal) => Promise<Slot[]>) {}

  /** The times of some days in order. One day that fails ends the rest, which nobody would look at. */
  async of(dates: readonly PlainDate[], query: Record<string, string>, signal?: AbortSignal): Promise<Slot[]> {
    const stop = new AbortController();
    const abort = (): void => stop.abort();
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort);
    try {
      const asked = dates.map((date) =>
        this.#inTurn(() => this.day(new URLSearchParams({ ...query, date }), stop.signal)),
      );
      return (await Promise.all(asked)).flat();
    } finally {
      abort();
      signal?.removeEventListener('abort', abort);
    }
  }

  async #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    if (this.#running < MOST_AT_ONCE) this.#running++;
    else await new Promise<void>((next) => this.#queue.push(next));
    try {
      return await work();
    } finally {
      // The turn is passed on, or given back.
      const next = this.#queue.shift();
      if (next) next();
      else this.#running--;
    }
  }
}
