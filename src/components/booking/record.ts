import type { PlaceOffer } from '../../contract/place.js';
import { joined } from '../../locales/format.js';
import type { Localize } from '../../ui/controllers/localize.js';

/** "Marylebone W1". */
export function areaOf(offer: PlaceOffer | undefined): string | undefined {
  return offer?.place === 'incall' ? joined([offer.area.name, offer.area.outwardCode], ' ') : undefined;
}

/** The first area among places. */
export function areaAmong(places: readonly PlaceOffer[] = []): string | undefined {
  return places.map(areaOf).find(Boolean);
}

/** "At the therapist’s" or "At your place, E1". */
export function whereWords(i18n: Localize, outwardCode: string | undefined, offer: PlaceOffer | undefined): string {
  return offer?.place === 'outcall' ? joined([i18n.text('place.outcall'), outwardCode]) : i18n.text('place.incall');
}
