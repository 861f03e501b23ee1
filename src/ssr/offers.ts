import type { Money } from '../contract/money.js';
import { lowestOffer } from '../domain/pricing/lowest-offer.js';
import { travelZone } from '../domain/pricing/price.js';
import type { Listed } from './listed.js';
import { postcodes, type Thing } from './thing.js';
import { Words } from './words.js';

/** One offer a treatment: the session a card would name for it, at its price with every fee. Without treatments there is none. */
export function offersOf({ practitioner, services = [] }: Listed, region: string | undefined): Thing[] {
  const words = new Words('en-GB');
  return services.flatMap((service): Thing[] => {
    const offer = lowestOffer(practitioner, services, { serviceId: service.id });
    if (!offer) return [];
    const [zone] = practitioner.places.flatMap((place) => travelZone(place, offer.outwardCode ?? '') ?? []);
    const duration = words.duration(offer.minutes);
    return [
      {
        '@type': 'Offer',
        name: words.text('nameAndLength', { name: service.name, duration }),
        price: decimal(offer.price),
        priceCurrency: offer.price.currency,
        // The fee is that of one zone.
        areaServed: postcodes(zone?.outwardCodes ?? [], region),
        itemOffered: { '@type': 'Service', name: service.name, serviceType: 'Massage' },
      },
    ];
  });
}

/** "75.00": no sign, no grouping, a point, as many digits as the currency has. */
function decimal({ amount, currency }: Money): string {
  const { maximumFractionDigits: digits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  return (amount / 10 ** digits).toFixed(digits);
}
