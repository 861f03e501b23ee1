import type { SessionItem } from '../../../contract/hold.js';
import type { Practitioner } from '../../../contract/practitioner.js';
import type { Catalogue, Service } from '../../../contract/service.js';
import { documentsOf, practitionerOf, rawId, serviceOf, type Document } from './documents.js';
import type { Payload } from './payload.js';
import type { Settings } from './settings.js';

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

/** Reads both collections. Rejects with `BackendFailure`, and tells the developer where they are closed to the public. */
export async function loadCatalogue(payload: Payload, settings: Settings): Promise<Loaded> {
  const { BackendFailure, READ: policy } = payload.transport;
  const ids = new Map<Service | Practitioner, string | number>();
  const kept = async <Item extends Service | Practitioner>(
    collection: string,
    read: (document: Document, settings: Settings) => Item | undefined,
  ): Promise<Item[]> =>
    (await payload.send(`/${collection}?depth=0&limit=500&sort=createdAt`, { policy, read: documentsOf })).flatMap(
      (document) => {
        const item = read(document, settings);
        if (item) ids.set(item, rawId(document)!);
        return item ?? [];
      },
    );
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
  payload: Payload,
  { services, practitioners, ids }: Loaded,
  { serviceId, practitionerId, place }: Pick<SessionItem, 'serviceId' | 'practitionerId' | 'place'>,
): Chosen {
  const practitioner = practitioners.find(({ id }) => id === practitionerId);
  const service = services.find(({ id }) => id === serviceId && practitioner?.serviceIds.includes(id));
  if (!service || !practitioner || place !== 'incall') throw payload.failure('not-found', 'not-found', 404);
  return { service, practitioner, ids: { service: ids.get(service)!, resource: ids.get(practitioner)! } };
}
