import type { Price, PriceLine, Money } from '../../contract/money.js';
import type { PlaceOffer, TravelZone } from '../../contract/place.js';
import type { AddOn, Service, ServiceOption } from '../../contract/service.js';

/**
 * Why a session has no price:
 * - `not-offered`: this option is not given at this place, or two add-ons of one group were chosen;
 * - `outward-code-needed`: a visit's fee depends on where it goes;
 * - `outside-service-area`: no zone reaches that outward code.
 */
export type PriceRefusal = 'not-offered' | 'outward-code-needed' | 'outside-service-area';

/** What is to be priced. */
export interface PricedChoice {
  service: Pick<Service, 'name'>;
  option: Pick<ServiceOption, 'prices'>;
  addOns: readonly Pick<AddOn, 'name' | 'price' | 'exclusiveGroup'>[];
  offer: PlaceOffer;
  /** For `outcall`. */
  outwardCode?: string | undefined;
  /** The words for the line of the travel fee. */
  travelLabel: string;
}

/** What a session costs, in lines whose sum is the total, or why it has no price. A fee of nothing is no line. */
export function priceOf(choice: PricedChoice): Price | { refusal: PriceRefusal } {
  const { service, option, addOns, offer, outwardCode, travelLabel } = choice;
  const base = option.prices.find(({ place }) => place === offer.place)?.price;
  const groups = addOns.flatMap(({ exclusiveGroup }) => exclusiveGroup ?? []);
  if (!base || new Set(groups).size < groups.length) return { refusal: 'not-offered' };
  const lines: PriceLine[] = [
    { kind: 'service', label: service.name, amount: base },
    ...addOns.map(({ name, price }) => ({ kind: 'add-on' as const, label: name, amount: price })),
  ];
  if (offer.place === 'outcall') {
    if (!outwardCode) return { refusal: 'outward-code-needed' };
    const zone = travelZone(offer, outwardCode);
    if (!zone) return { refusal: 'outside-service-area' };
    if (zone.fee.amount > 0) lines.push({ kind: 'travel', label: travelLabel, amount: zone.fee });
  }
  return { total: sum(lines, base.currency), lines };
}

/** The zone that reaches an outward code, if any. In-call has none. */
export function travelZone(offer: PlaceOffer, outwardCode: string): TravelZone | undefined {
  return offer.place === 'outcall' ? offer.zones.find((zone) => zone.outwardCodes.includes(outwardCode)) : undefined;
}

/**
 * The least a service costs at a place with every fee included, for "from £65". Without an outward code the cheapest
 * zone counts. Null where the service is not given there, or the outward code is not reached.
 */
export function lowestPrice(
  service: { options: readonly Pick<ServiceOption, 'prices'>[] },
  offer: PlaceOffer,
  outwardCode?: string,
): Money | null {
  const prices = service.options.flatMap(({ prices }) => prices.filter(({ place }) => place === offer.place));
  const zone = outwardCode === undefined ? undefined : travelZone(offer, outwardCode);
  const zones = offer.place === 'incall' ? [] : outwardCode === undefined ? offer.zones : zone ? [zone] : [];
  const cheapest = prices.map(({ price }) => price).sort((a, b) => a.amount - b.amount)[0];
  if (!cheapest || (offer.place === 'outcall' && zones.length === 0)) return null;
  const fee = zones.length > 0 ? Math.min(...zones.map(({ fee }) => fee.amount)) : 0;
  return { amount: cheapest.amount + fee, currency: cheapest.currency };
}

/** What several sessions cost together. All prices are in one currency. */
export function priceTogether(first: Price, ...others: readonly Price[]): Price {
  const lines = [first, ...others].flatMap((price) => price.lines);
  return { total: sum(lines, first.total.currency), lines };
}

function sum(lines: readonly PriceLine[], currency: string): Money {
  return { amount: lines.reduce((total, { amount }) => total + amount.amount, 0), currency };
}
