import type { CardTimes } from '../../backend/stores/card-times.js';
import type { Practitioner } from '../../contract/practitioner.js';
import type { Service } from '../../contract/service.js';
import { money, type Localize } from '../../ui/controllers/localize.js';
import { remembered } from './card-facts.js';
import { lowestOffer, type OfferWishes } from '../../domain/pricing/lowest-offer.js';

/**
 * "60 min from £75", every fee included: what the named times cost, or where the treatments are given the cheapest one.
 * Empty where nobody knows.
 */
export function priceLine(
  i18n: Pick<Localize, 'locale' | 'text' | 'duration'>,
  named: CardTimes | undefined,
  practitioner: Practitioner | undefined,
  services: readonly Service[] | null | undefined,
  wishes: OfferWishes,
): string {
  const lowest = named
    ? { minutes: named.minutes, price: named.price.total }
    : practitioner && services && lowestOffer(practitioner, services, wishes);
  if (!lowest) return '';
  const { minutes, price } = lowest;
  return remembered(`${i18n.locale.tag} ${minutes} ${price.amount} ${price.currency}`, () =>
    i18n.text('priceFrom', { duration: i18n.duration(minutes), price: money(i18n, price) }),
  );
}
