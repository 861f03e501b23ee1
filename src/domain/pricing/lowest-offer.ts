import type { Money } from '../../contract/money.js';
import type { Place, PlaceOffer } from '../../contract/place.js';
import type { Practitioner } from '../../contract/practitioner.js';
import type { Service } from '../../contract/service.js';
import { travelZone } from './price.js';

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
  let best: LowestOffer | undefined;
  let least: Rank = [Infinity, Infinity, Infinity];
  for (const offer of practitioner.places) {
    if (place && offer.place !== place) continue;
    const zone = cheapestZone(offer, outwardCode);
    if (offer.place === 'outcall' && !zone) continue;
    for (const service of given) {
      for (const { id: optionId, minutes, prices } of service.options) {
        const price = prices.find((one) => one.place === offer.place)?.price;
        if (!price) continue;
        const amount = price.amount + (zone?.fee ?? 0);
        const rank: Rank = [outwardCode && !zone ? 1 : 0, minutes === 60 ? 0 : minutes, amount];
        if (!isLess(rank, least)) continue;
        least = rank;
        const session = { serviceId: service.id, optionId, place: offer.place, minutes };
        best = { ...session, price: { amount, currency: price.currency } };
        if (zone) best.outwardCode = zone.outwardCode;
      }
    }
  }
  return best;
}

/** What counts, first things first: that it is there, how long it is, what it costs. */
type Rank = readonly [elsewhere: number, length: number, amount: number];

function isLess(a: Rank, b: Rank): boolean {
  return a[0] !== b[0] ? a[0] < b[0] : a[1] !== b[1] ? a[1] < b[1] : a[2] < b[2];
}

/** Where a visit costs least: there, or wherever they go. Undefined where they do not. */
function cheapestZone(
  offer: PlaceOffer,
  outwardCode: string | null | undefined,
): { outwardCode: string; fee: number } | undefined {
  if (offer.place === 'incall') return undefined;
  const there = outwardCode ? travelZone(offer, outwardCode) : undefined;
  const zones = outwardCode ? (there ? [there] : []) : offer.zones;
  const reached = zones.flatMap(({ outwardCodes, fee }) => {
    const code = outwardCode || outwardCodes[0];
    return code === undefined ? [] : [{ outwardCode: code, fee: fee.amount }];
  });
  return reached.sort((a, b) => a.fee - b.fee)[0];
}
