import type { Money } from '../../contract/money.js';
import type { Place } from '../../contract/place.js';
import type { Practitioner } from '../../contract/practitioner.js';
import type { Service } from '../../contract/service.js';
import { optionsAt } from '../services/service-choice.js';
import { lowestPrice } from './price.js';

/** What "60 min from £80" stands for: something that can be booked at that price, every fee included. */
export interface LowestOffer {
  serviceId: string;
  optionId: string;
  place: Place;
  /** For `outcall`, where the visit costs that much. */
  outwardCode?: string;
  minutes: number;
  price: Money;
}

/** What the visitor has chosen already. */
export interface OfferWishes {
  /** Only this treatment. */
  serviceId?: string | null | undefined;
  /** Only there. */
  place?: Place | null | undefined;
  /** Visits only to there, and such a visit before a session elsewhere. Without it a visit is priced where it costs least. */
  outwardCode?: string | null | undefined;
}

/**
 * The cheapest hour a practitioner gives, or where there is no hour the cheapest of the shortest sessions, among what fits
 * the wishes. Undefined if nothing does.
 */
export function lowestOffer(
  practitioner: Pick<Practitioner, 'places' | 'serviceIds'>,
  services: readonly Service[],
  { serviceId, place, outwardCode }: OfferWishes = {},
): LowestOffer | undefined {
  const given = services.filter(({ id }) => practitioner.serviceIds.includes(id) && (!serviceId || id === serviceId));
  const offers = practitioner.places.flatMap((offer) => {
    if (place && offer.place !== place) return [];
    const codes =
      offer.place === 'incall'
        ? [undefined]
        : outwardCode
          ? [outwardCode]
          : offer.zones.flatMap(({ outwardCodes }) => outwardCodes.slice(0, 1));
    return given.flatMap((service) =>
      optionsAt(service, offer.place).flatMap((option) =>
        codes.flatMap((code): LowestOffer[] => {
          const price = lowestPrice({ options: [option] }, offer, code);
          const where = code === undefined ? { place: offer.place } : { place: offer.place, outwardCode: code };
          return price
            ? [{ serviceId: service.id, optionId: option.id, minutes: option.minutes, price, ...where }]
            : [];
        }),
      ),
    );
  });
  const length = ({ minutes }: LowestOffer): number => (minutes === 60 ? 0 : minutes);
  const elsewhere = (offer: LowestOffer): number => Number(!!outwardCode && offer.place === 'incall');
  return offers.sort(
    (a, b) => elsewhere(a) - elsewhere(b) || length(a) - length(b) || a.price.amount - b.price.amount,
  )[0];
}
