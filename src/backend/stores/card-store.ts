import type {
  Availability,
  AvailabilityEntry,
  AvailabilityFault,
  AvailabilityQuery,
} from '../../contract/availability.js';
import type { Environment } from '../environment.js';
import { BackendFailure, type BookingBackend } from '../booking-backend.js';
import { page } from '../environment.js';
import { unlessAborted } from '../once.js';

/** The times one card wants to show. */
export type CardQuery = Omit<AvailabilityQuery, 'practitionerIds'> & { practitionerId: string };

/** Cards that will share a request, and its answer once it is there. */
interface Batch {
  ids: string[];
  answer: Promise<Availability>;
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
  readonly #kept = new Map<string, { entry: Promise<AvailabilityEntry>; until: number }>();
  /** Batches that still take cards, by what they ask for. */
  readonly #open = new Map<string, Batch>();
  readonly #queue: (() => void)[] = [];
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
    const { practitionerId, serviceId, optionId, addOnIds, place, outwardCode, from, to } = query;
    const group = JSON.stringify([serviceId, optionId, [...addOnIds].sort(), place, outwardCode, from, to]);
    const key = `${group} ${practitionerId}`;
    let kept = this.#kept.get(key);
    if (!kept || this.time.now() >= kept.until) {
      const mine = (kept = { entry: this.#ask(query, group), until: Infinity });
      this.#kept.set(key, mine);
      kept.entry.then(
        () => (mine.until = this.time.now() + KEEP),
        () => this.#kept.get(key) === mine && this.#kept.delete(key),
      );
    }
    return unlessAborted(kept.entry, signal);
  }

  /** Forgets all times, for example after a booking. */
  forget(): void {
    this.#kept.clear();
  }

  async #ask(query: CardQuery, group: string): Promise<AvailabilityEntry> {
    const { capabilities, limits } = await this.backend.discovery();
    const most = capabilities.batchAvailability ? Math.min(MOST_PER_REQUEST, limits.practitioners) : 1;
    let batch = this.#open.get(group);
    if (!batch || batch.ids.length >= most) this.#open.set(group, (batch = this.#batch(query, group)));
    const { practitionerId } = query;
    if (!batch.ids.includes(practitionerId)) batch.ids.push(practitionerId);
    const { entries } = await batch.answer;
    const found = entries.find((entry) => entry.practitionerId === practitionerId);
    if (found && 'slots' in found) return found;
    throw found ? failureOf(found) : new BackendFailure('broken');
  }

  #batch({ practitionerId: _, ...query }: CardQuery, group: string): Batch {
    const ids: string[] = [];
    const collected = new Promise<void>((done) => this.time.after(COLLECT, done));
    const answer = collected.then(() => {
      if (this.#open.get(group) === batch) this.#open.delete(group);
      return this.#inTurn(() => this.backend.availability({ ...query, practitionerIds: ids }));
    });
    const batch = { ids, answer };
    return batch;
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

function failureOf({ problem: { code } }: AvailabilityFault): BackendFailure {
  if (code === 'not-found') return new BackendFailure('not-found');
  return new BackendFailure(code === 'temporarily-unavailable' ? 'unreachable' : 'refused');
}

const shared = new WeakMap<BookingBackend, CardStore>();

/** The one store through which all cards of a page ask a backend for times. */
export function cardsOf(backend: BookingBackend): CardStore {
  let store = shared.get(backend);
  if (!store) shared.set(backend, (store = new CardStore(backend)));
  return store;
}
