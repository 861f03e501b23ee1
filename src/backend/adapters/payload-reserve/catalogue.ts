import type { SessionItem } from '../../../contract/hold.js';
import type { Practitioner } from '../../../contract/practitioner.js';
import type { Catalogue, Service } from '../../../contract/service.js';
import { BackendFailure } from '../../booking-backend.js';
import { practitionerOf, rawId, serviceOf, type Document } from './documents.js';
import type { Settings } from './settings.js';
import { failure } from './transport.js';

/** The ids of a service and of who gives it as the database has them: some refuse a number sent as text. */
export interface Ids {
  service: string | number;
  resource: string | number;
}

/** The catalogue with the ids of its members as the database has them. */
export interface Loaded extends Catalogue {
  ids: ReadonlyMap<Service | Practitioner, string | number>;
}

/** What one session is about. */
export interface Chosen {
  service: Service;
  practitioner: Practitioner;
  ids: Ids;
}

/** Reads both collections. `list` asks for one of them; rejects as it does, and tells the developer where it is closed. */
export async function loadCatalogue(
  list: (collection: 'services' | 'resources') => Promise<Document[]>,
  settings: Settings,
): Promise<Loaded> {
  const ids = new Map<Service | Practitioner, string | number>();
  const kept = async <Item extends Service | Practitioner>(
    collection: 'services' | 'resources',
    read: (document: Document, settings: Settings) => Item | undefined,
  ): Promise<Item[]> =>
    (await list(collection)).flatMap((document) => {
      const item = read(document, settings);
      if (item) ids.set(item, rawId(document)!);
      return item ?? [];
    });
  try {
    const [services, staff] = await Promise.all([kept('services', serviceOf), kept('resources', practitionerOf)]);
    const bookable = new Set(services.map(({ id }) => id));
    for (const each of staff) each.serviceIds = each.serviceIds.filter((id) => bookable.has(id));
    return { services, practitioners: staff.filter(({ serviceIds }) => serviceIds.length > 0), ids };
  } catch (error) {
    if (error instanceof BackendFailure && error.kind === 'refused')
      console.warn('[knead] payload-reserve has to let the public read its collections "services" and "resources".');
    throw error;
  }
}

/** What a choice is about. Throws `not-found` where it is not offered (any more). */
export function chosenFrom(
  { services, practitioners, ids }: Loaded,
  { serviceId, practitionerId, place }: Pick<SessionItem, 'serviceId' | 'practitionerId' | 'place'>,
): Chosen {
  const practitioner = practitioners.find(({ id }) => id === practitionerId);
  const service = services.find(({ id }) => id === serviceId && practitioner?.serviceIds.includes(id));
  if (!service || !practitioner || place !== 'incall') throw failure('not-found', 'not-found', 404);
  return { service, practitioner, ids: { service: ids.get(service)!, resource: ids.get(practitioner)! } };
}
