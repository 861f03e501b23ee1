import type { Money } from '../../contract/money.js';
import type { Place } from '../../contract/place.js';
import type { Practitioner } from '../../contract/practitioner.js';
import type { Service } from '../../contract/service.js';
import { lowestPrice } from '../../domain/pricing/price.js';
import { optionsAt } from '../../domain/services/service-choice.js';

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

/**
 * The cheapest hour a practitioner gives, or where there is no hour the cheapest of the shortest sessions. With `serviceId`
 * only of that treatment. Undefined if nothing is offered.
 */
export function lowestOffer(
  practitioner: Pick<Practitioner, 'places' | 'serviceIds'>,
  services: readonly Service[],
  serviceId?: string | null,
): LowestOffer | undefined {
  const given = services.filter(({ id }) => practitioner.serviceIds.includes(id) && (!serviceId || id === serviceId));
  const offers = practitioner.places.flatMap((offer) => {
    const codes =
      offer.place === 'outcall' ? offer.zones.flatMap(({ outwardCodes }) => outwardCodes.slice(0, 1)) : [undefined];
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
  const rank = ({ minutes }: LowestOffer): number => (minutes === 60 ? 0 : minutes);
  return offers.sort((a, b) => rank(a) - rank(b) || a.price.amount - b.price.amount)[0];
}
