import type { CardTimes } from '../../backend/stores/card-times.js';
import type { Practitioner } from '../../contract/practitioner.js';
import type { Service } from '../../contract/service.js';
import type { Localize } from '../../ui/controllers/localize.js';
import { lowestOffer, type OfferWishes } from '../../domain/pricing/lowest-offer.js';

/**
 * "60 min from £75", every fee included: what the named times cost, or where the treatments are given the cheapest one.
 * Empty where nobody knows.
 */
export function priceLine(
  i18n: Pick<Localize, 'text' | 'duration' | 'money'>,
  named: CardTimes | undefined,
  practitioner: Practitioner | undefined,
  services: readonly Service[] | null,
  wishes: OfferWishes,
): string {
  const lowest = named
    ? { minutes: named.minutes, price: named.price.total }
    : practitioner && services && lowestOffer(practitioner, services, wishes);
  return lowest
    ? i18n.text('priceFrom', { duration: i18n.duration(lowest.minutes), price: i18n.money(lowest.price) })
    : '';
}
