import type { Place, PlaceOffer } from '../../contract/place.js';
import type { AddOn, ServiceOption } from '../../contract/service.js';
import { lowestPrice } from '../../domain/pricing/price.js';
import { totalMinutes, type ChosenService } from '../../domain/services/service-choice.js';
import { money, type Localize } from '../../ui/controllers/localize.js';

/**
 * The least that some durations cost with add-ons and every fee of the place, in words; "from" where it may be more.
 * Empty where the visit is not made.
 */
export function sessionPrice(
  i18n: Localize,
  offer: PlaceOffer,
  outwardCode: string | null,
  options: readonly ServiceOption[],
  addOns: readonly AddOn[] = [],
): string {
  const lowest = lowestPrice({ options }, offer, outwardCode ?? undefined);
  if (!lowest) return '';
  const amount = addOns.reduce((sum, { price }) => sum + price.amount, lowest.amount);
  const price = money(i18n, { ...lowest, amount });
  const mayBeMore = options.length > 1 || (offer.place === 'outcall' && !outwardCode && offer.zones.length > 1);
  return mayBeMore ? i18n.text('price.from', { price }) : price;
}

/** What a choice comes to, in words: how long and how much. */
export function totalOf(
  i18n: Localize,
  chosen: ChosenService,
  price: (options: readonly ServiceOption[], addOns: readonly AddOn[]) => string,
): string {
  const duration = i18n.duration(totalMinutes(chosen));
  return i18n.text('totalOf', { duration, price: price([chosen.option], chosen.addOns) });
}

/** A place without fees, for a page that says nothing of them. */
export function freeOffer(place: Place, outwardCode: string | null): PlaceOffer {
  const zone = { outwardCodes: [outwardCode ?? ''], fee: { amount: 0, currency: '' } };
  return { place, zones: [zone] } as unknown as PlaceOffer;
}
