import type { CardQuery, CardStore } from '../../backend/stores/card-store.js';
import type { AvailabilityEntry } from '../../contract/availability.js';
import { mergeEntries } from '../../domain/slots/merge-entries.js';
import { indexSlots, soonestSlots, type OfferedSlot } from '../../domain/slots/slot-index.js';
import { addDays, type PlainDate } from '../../domain/time/plain-date.js';

/** Days a card calls soon: their times are shown, later ones only named. */
const SOON = 7;

/** What a card says of its practitioner's times. */
export interface NextTimes {
  /** Soon, at most as many as the card shows. */
  soon: readonly OfferedSlot[];
  /** The first one later, where none is soon. */
  later: OfferedSlot | undefined;
}

/** The next times among those given; `now` in milliseconds, `today` the practitioner's day. */
export function nextTimes(entry: AvailabilityEntry, count: number, now: number, today: PlainDate): NextTimes {
  const { slots } = mergeEntries({ from: today, to: today, horizon: today, entries: [entry] }, now);
  const soon = slots.filter(({ local }) => local < addDays(today, SOON));
  return { soon: soonestSlots(indexSlots(soon), count), later: soon.length > 0 ? undefined : slots[0] };
}

/** Loads what {@link nextTimes} needs. Rejects as {@link CardStore.times} does. */
export async function loadTimes(store: CardStore, query: CardQuery, signal: AbortSignal): Promise<AvailabilityEntry> {
  const { next, timeZone, place, price } = await store.times(query, signal);
  return { practitionerId: query.practitionerId, timeZone, place, price, slots: [...next] };
}
