import type { Discovery } from '../../contract/discovery.js';
import type { Practitioner } from '../../contract/practitioner.js';
import type { Catalogue } from '../../contract/service.js';
import type { Environment } from '../environment.js';
import { BackendFailure, type ListingBackend } from '../booking-backend.js';
import { page } from '../environment.js';
import { once, unlessAborted } from '../once.js';
import { Batches, type Batch } from './batches.js';
import { summedTimes, type CardQuery, type CardTimes } from './card-times.js';

export type { CardQuery, CardTimes } from './card-times.js';

/** Practitioners per request, fewer if the backend says so. */
const MOST_PER_REQUEST = 25;
/** Most characters of an id (see the contract): a longer one would fail those it is asked for with. */
const LONGEST_ID = 200;

/**
 * What the therapist cards of a page ask of one backend, in few requests: cards that appear together share one, cards gone
 * before it is sent are not asked for, and answers are kept for a minute. Methods reject with {@link BackendFailure} if the
 * one practitioner's answer could not be had, whatever became of others asked for in the same request (`refused` where they
 * offer nothing that was asked for), and with an `AbortError` if the signal is aborted.
 */
export class CardStore {
  readonly #batches: Batches;
  readonly #discovery = new Map<'', Promise<Discovery>>();
  readonly #catalogue = new Map<'', Promise<Catalogue>>();

  constructor(
    private readonly backend: ListingBackend,
    time: Pick<Environment, 'now' | 'after'> = page,
  ) {
    this.#batches = new Batches(time);
  }

  /** The next times of one practitioner. */
  async times(query: CardQuery, signal?: AbortSignal): Promise<CardTimes> {
    const { capabilities, limits } = await this.#facts(query.practitionerId, signal);
    const { backend } = this;
    const most = capabilities.batchAvailability ? Math.min(MOST_PER_REQUEST, limits.practitioners) : 1;
    const catalogue = (of?: AbortSignal): Promise<Catalogue> => this.catalogue(of);
    const source = { backend, batches: this.#batches, most, days: limits.days, catalogue };
    return capabilities.availabilitySummary && backend.availabilitySummary
      ? summedTimes(source, query, signal)
      : (await groupedTimes())(source, query, signal);
  }

  /** One practitioner. */
  async practitioner(id: string, signal?: AbortSignal): Promise<Practitioner> {
    const { capabilities } = await this.#facts(id, signal);
    const batch: Batch<Practitioner> = {
      name: 'practitioner',
      most: MOST_PER_REQUEST,
      load: async (ids, whole) => {
        const { backend } = this;
        const search = { practitionerIds: [...ids], limit: ids.length };
        const { practitioners } =
          capabilities.practitionerSearch && backend.practitioners
            ? await backend.practitioners(search, whole)
            : await this.catalogue(whole);
        return (one) => {
          const found = practitioners.find((practitioner) => practitioner.id === one);
          if (!found) throw new BackendFailure('not-found');
          return found;
        };
      },
    };
    return this.#batches.get(batch, id, signal);
  }

  /** Services with all practitioners, loaded once: for backends without `practitionerSearch`. */
  catalogue(signal?: AbortSignal): Promise<Catalogue> {
    return unlessAborted(
      once(this.#catalogue, '', () => this.backend.catalogue({})),
      signal,
    );
  }

  /** Forgets everything but what the backend is, for example after a booking. */
  forget(): void {
    this.#batches.forget();
    this.#catalogue.clear();
  }

  #facts(practitionerId: string, signal: AbortSignal | undefined): Promise<Discovery> {
    if (!practitionerId || practitionerId.length > LONGEST_ID) return Promise.reject(new BackendFailure('not-found'));
    return unlessAborted(
      once(this.#discovery, '', () => this.backend.discovery()),
      signal,
    );
  }
}

/** Loaded on demand: most backends have a summary. */
async function groupedTimes(): Promise<typeof summedTimes> {
  const part = await import('./grouped-times.js').catch((cause: unknown) => {
    throw new BackendFailure('unreachable', undefined, { cause });
  });
  return part.default;
}

const shared = new WeakMap<ListingBackend, CardStore>();

/** The one store through which all cards of a page ask a backend. */
export function cardsOf(backend: ListingBackend): CardStore {
  let store = shared.get(backend);
  if (!store) shared.set(backend, (store = new CardStore(backend)));
  return store;
}
