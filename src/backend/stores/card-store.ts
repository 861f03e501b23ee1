import type { AvailabilityEntry, AvailabilityFault, AvailabilityQuery } from '../../contract/availability.js';
import type { Environment } from '../environment.js';
import type { BookingBackend, FailureKind } from '../booking-backend.js';
import { BackendFailure } from '../booking-backend.js';
import { page } from '../environment.js';
import { unlessAborted } from '../once.js';

/** The times one card wants to show. */
export type CardQuery = Omit<AvailabilityQuery, 'practitionerIds'> & { practitionerId: string };

interface Waiting {
  promise: Promise<AvailabilityEntry>;
  resolve(entry: AvailabilityEntry): void;
  reject(failure: unknown): void;
}

interface Group {
  query: CardQuery;
  waiting: Map<string, Waiting>;
}

/** Cards that appear within this many milliseconds share a request. */
const COLLECT = 60;
/** Practitioners per request, fewer if the backend says so. */
const MOST_PER_REQUEST = 25;
/** Requests at the same time: a long list must not crowd out the rest of the page. */
const MOST_AT_ONCE = 2;
/** Milliseconds an answer is kept. */
const KEEP = 60_000;

/** The next free times of many cards in few requests. */
export class CardStore {
  readonly #kept = new Map<string, { promise: Promise<AvailabilityEntry>; until: number }>();
  #groups = new Map<string, Group>();
  readonly #batches: (() => Promise<void>)[] = [];
  #running = 0;

  constructor(
    private readonly backend: BookingBackend,
    private readonly time: Pick<Environment, 'now' | 'after'> = page,
  ) {}

  /**
   * The free times of one practitioner. Rejects with {@link BackendFailure} if these could not be found, whatever became
   * of others asked for in the same request, and with an `AbortError` if the signal is aborted.
   */
  times(query: CardQuery, signal?: AbortSignal): Promise<AvailabilityEntry> {
    const group = groupKey(query);
    const key = JSON.stringify([group, query.practitionerId]);
    const kept = this.#kept.get(key);
    if (kept && this.time.now() < kept.until) return unlessAborted(kept.promise, signal);
    const { promise } = this.#enqueue(group, query);
    const entry = { promise, until: Infinity };
    this.#kept.set(key, entry);
    promise.then(
      () => (entry.until = this.time.now() + KEEP),
      () => this.#kept.get(key) === entry && this.#kept.delete(key),
    );
    return unlessAborted(promise, signal);
  }

  /** Forgets all times, for example after a booking. */
  forget(): void {
    this.#kept.clear();
  }

  #enqueue(key: string, query: CardQuery): Waiting {
    if (this.#groups.size === 0) this.time.after(COLLECT, () => this.#send());
    let group = this.#groups.get(key);
    if (!group) this.#groups.set(key, (group = { query, waiting: new Map() }));
    let resolve!: Waiting['resolve'];
    let reject!: Waiting['reject'];
    const promise = new Promise<AvailabilityEntry>((...both) => ([resolve, reject] = both));
    const waiting = { promise, resolve, reject };
    const before = group.waiting.get(query.practitionerId);
    // Asked for twice in one collection, after `forget`: both get the one answer.
    if (before) promise.then(before.resolve, before.reject);
    group.waiting.set(query.practitionerId, waiting);
    return waiting;
  }

  #send(): void {
    const groups = [...this.#groups.values()];
    this.#groups = new Map();
    for (const group of groups) this.#batches.push(() => this.#split(group));
    this.#next();
  }

  #next(): void {
    while (this.#running < MOST_AT_ONCE) {
      const batch = this.#batches.shift();
      if (!batch) return;
      this.#running++;
      void batch().finally(() => {
        this.#running--;
        this.#next();
      });
    }
  }

  /** Puts a group's requests before the others in line, once it is known how many practitioners one may ask about. */
  async #split({ query, waiting }: Group): Promise<void> {
    try {
      const { capabilities, limits } = await this.backend.discovery();
      const size = capabilities.batchAvailability ? Math.max(1, Math.min(MOST_PER_REQUEST, limits.practitioners)) : 1;
      const all = [...waiting];
      for (let at = 0; at < all.length; at += size) {
        this.#batches.push(() => this.#ask(query, new Map(all.slice(at, at + size))));
      }
    } catch (error) {
      for (const { reject } of waiting.values()) reject(error);
    }
  }

  async #ask({ practitionerId: _, ...query }: CardQuery, waiting: Map<string, Waiting>): Promise<void> {
    try {
      const answer = await this.backend.availability({ ...query, practitionerIds: [...waiting.keys()] });
      for (const entry of answer.entries) {
        const one = waiting.get(entry.practitionerId);
        if ('slots' in entry) one?.resolve(entry);
        else one?.reject(failureOf(entry));
      }
      // Settling twice does nothing, so this reaches only those that the answer left out.
      for (const { reject } of waiting.values()) reject(new BackendFailure('broken'));
    } catch (error) {
      for (const { reject } of waiting.values()) reject(error);
    }
  }
}

function groupKey({ serviceId, optionId, addOnIds, place, outwardCode, from, to }: CardQuery): string {
  return JSON.stringify([serviceId, optionId, [...addOnIds].sort(), place, outwardCode, from, to]);
}

function failureOf({ problem }: AvailabilityFault): BackendFailure {
  const kinds: Record<string, FailureKind> = { 'not-found': 'not-found', 'temporarily-unavailable': 'unreachable' };
  return new BackendFailure(Object.hasOwn(kinds, problem.code) ? kinds[problem.code]! : 'refused');
}
