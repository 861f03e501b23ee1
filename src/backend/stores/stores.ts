import type { BookingBackend } from '../booking-backend.js';
import { CatalogueStore } from './catalogue-store.js';
import { MonthStore, type MonthQuery } from './month-store.js';

/** What the elements of one backend share. */
export interface Stores {
  readonly catalogue: CatalogueStore;
  /** The months for one choice of service; equal choices share a store. `now` counts where the store is made. */
  months(query: MonthQuery, now?: () => number): MonthStore;
}

/** Choices whose months are kept at the same time; the one that was made longest ago goes first. */
const MOST_CHOICES = 20;

const shared = new WeakMap<BookingBackend, Stores>();

/** The stores of a backend: one set for as long as the backend lives. */
export function storesOf(backend: BookingBackend): Stores {
  let stores = shared.get(backend);
  if (!stores) shared.set(backend, (stores = makeStores(backend)));
  return stores;
}

function makeStores(backend: BookingBackend): Stores {
  const months = new Map<string, MonthStore>();
  return {
    catalogue: new CatalogueStore(backend),
    months(query, now) {
      const { practitionerIds, serviceId, optionId, addOnIds, place, outwardCode } = query;
      const key = JSON.stringify([practitionerIds, serviceId, optionId, addOnIds, place, outwardCode]);
      let store = months.get(key);
      if (!store) {
        months.set(key, (store = new MonthStore(backend, query, now)));
        for (const oldest of [...months.keys()].slice(0, -MOST_CHOICES)) months.delete(oldest);
      }
      return store;
    },
  };
}
