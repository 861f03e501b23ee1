import { BackendFailure, type BookingBackend } from '../../backend/booking-backend.js';
import { connect, storesFor } from '../../backend/connect.js';
import type { MonthStore } from '../../backend/stores/month-store.js';
import type { Place } from '../../contract/place.js';
import { defaultChoice } from '../../domain/services/service-choice.js';
import { warnBadInput } from '../../ui/element/warn-once.js';

/** An element that wants times, and what for, as far as the page says. */
export interface WantsTimes extends Element {
  backend: string | BookingBackend | null;
  practitioner: string | null;
  service: string | null;
  option: string | null;
  addOns: readonly string[];
  place: Place;
  postcodeArea: string | null;
}

/** Where times come from. */
export interface FoundMonths {
  months: MonthStore;
  /** Names of practitioners by id, where the visitor has to tell several apart. */
  names: PractitionerNames;
}

/** Names by id. */
export type PractitionerNames = Readonly<Record<string, string>>;

/** Most practitioners asked about at once: what every backend takes. */
const MOST = 25;

/**
 * The months for what is wanted. Without a practitioner those of all who give the treatment, without an option those of
 * the duration nearest to an hour; only then is the catalogue asked. Null where nothing names a backend, which the developer is told. Rejects with
 * {@link BackendFailure}, `not-found` if the treatment is not given at the place.
 */
export async function wantedMonths(
  element: WantsTimes,
  now: () => number,
  signal: AbortSignal,
): Promise<FoundMonths | null> {
  const { backend: source, practitioner, service: serviceId, addOns, place, postcodeArea } = element;
  let { option } = element;
  const backend = await connect(source, element);
  if (!backend) warnBadInput(element, 'backend', 'the address of a backend, here or on an element around it');
  if (!backend || !serviceId) return null;
  const stores = await storesFor(backend);
  let practitionerIds = practitioner ? [practitioner] : [];
  let names = {};
  if (!practitioner || !option) {
    const { services, practitioners } = await stores.catalogue.catalogue(practitioner ?? undefined, signal);
    const service = services.find(({ id }) => id === serviceId);
    option ||= (service && defaultChoice(service, place)?.optionId) ?? null;
    if (!practitioner) {
      const givers = practitioners.filter(({ serviceIds }) => serviceIds.includes(serviceId)).slice(0, MOST);
      practitionerIds = givers.map(({ id }) => id);
      if (givers.length > 1) names = Object.fromEntries(givers.map(({ id, name }) => [id, name]));
    }
  }
  if (!practitionerIds[0] || !option) throw new BackendFailure('not-found');
  const where = postcodeArea ? { place, outwardCode: postcodeArea } : { place };
  const query = { practitionerIds, serviceId, optionId: option, addOnIds: addOns, ...where };
  return { months: stores.months(query, now), names };
}
