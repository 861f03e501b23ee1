import { BackendFailure, type BookingBackend } from '../../backend/booking-backend.js';
import { storesFor } from '../../backend/connect.js';
import type { MonthStore } from '../../backend/stores/month-store.js';
import type { Place } from '../../contract/place.js';
import { defaultChoice } from '../../domain/services/service-choice.js';

/** What times are wanted for, as far as the page says. */
export interface WantedTimes {
  practitioner: string | null;
  service: string;
  option: string | null;
  addOns: readonly string[];
  place: Place;
  postcodeArea: string | null;
}

/**
 * The months for what is wanted. Without a practitioner those of the first who gives the treatment, without an option those
 * of the duration nearest to an hour; only then is the catalogue asked. Rejects with {@link BackendFailure}, `not-found` if
 * the treatment is not given at the place.
 */
export async function wantedMonths(
  backend: BookingBackend,
  wanted: WantedTimes,
  now: () => number,
  signal: AbortSignal,
): Promise<MonthStore> {
  const { service: serviceId, addOns, place, postcodeArea } = wanted;
  const stores = await storesFor(backend);
  let { practitioner, option } = wanted;
  if (!practitioner || !option) {
    const { services, practitioners } = await stores.catalogue.catalogue(practitioner ?? undefined, signal);
    const service = services.find(({ id }) => id === serviceId);
    option ||= (service && defaultChoice(service, place)?.optionId) ?? null;
    practitioner ||= practitioners.find(({ serviceIds }) => serviceIds.includes(serviceId))?.id ?? null;
  }
  if (!practitioner || !option) throw new BackendFailure('not-found');
  const where = postcodeArea ? { place, outwardCode: postcodeArea } : { place };
  return stores.months(
    { practitionerIds: [practitioner], serviceId, optionId: option, addOnIds: addOns, ...where },
    now,
  );
}
