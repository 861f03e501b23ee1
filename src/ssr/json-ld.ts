import { fullLinkFor } from './link.js';
import type { Listed } from './listed.js';
import { offersOf } from './offers.js';
import { postcodes, type Thing } from './thing.js';

/** What structured data is written for. */
export interface JsonLdOptions {
  /** Address of the page it will stand in; links on the same site are told in full from it. */
  page: string;
  /** What the page calls the list. */
  name?: string | undefined;
  /** ISO 3166-1 alpha-2 of the areas, as in the backend's `Business.region`. */
  region?: string | undefined;
}

/** 1 Monday to 7 Sunday. */
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/**
 * One `<script type="application/ld+json">` that tells search engines who is listed: names, areas, what is offered at which
 * price, and where to book. It says nothing that the page does not show: no ratings, no medical types, and no address
 * but the public area. Opt-in, one for a page.
 */
export function listJsonLd(listed: readonly Listed[], options: JsonLdOptions): string {
  return script({
    '@type': 'ItemList',
    name: options.name,
    url: fullLinkFor(options.page, options.page),
    numberOfItems: listed.length,
    itemListElement: listed.map((each, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      item: therapist(each, options),
    })),
  });
}

/** The same for the page of one therapist. */
export function therapistJsonLd(listed: Listed, options: JsonLdOptions): string {
  return script(therapist(listed, options));
}

/** Who has rooms is a business that can be visited; who only visits is a person. */
function therapist(listed: Listed, { page, region }: JsonLdOptions): Thing {
  const { name, headline, photo, url, languages, places } = listed.practitioner;
  const rooms = places.find((offer) => offer.place === 'incall');
  const link = fullLinkFor(listed.href ?? url, page);
  const shared = {
    name,
    description: headline,
    url: link,
    image: fullLinkFor(photo?.url, page),
    knowsLanguage: languages,
    makesOffer: offersOf(listed, region),
    potentialAction: link && {
      '@type': 'ReserveAction',
      target: {
        '@type': 'EntryPoint',
        urlTemplate: link,
        actionPlatform: ['https://schema.org/DesktopWebPlatform', 'https://schema.org/MobileWebPlatform'],
      },
    },
  };
  if (!rooms) return { '@type': 'Person', ...shared };
  const { area } = rooms;
  return {
    '@type': 'HealthAndBeautyBusiness',
    ...shared,
    address: {
      '@type': 'PostalAddress',
      addressLocality: area.name,
      postalCode: area.outwardCode,
      addressCountry: region,
    },
    areaServed: postcodes(
      places
        .flatMap((offer) => (offer.place === 'outcall' ? offer.zones : []))
        .flatMap(({ outwardCodes }) => outwardCodes),
      region,
    ),
    openingHoursSpecification: listed.hours?.map(({ days, opens, closes }) => ({
      '@type': 'OpeningHoursSpecification',
      dayOfWeek: days.map((day) => `https://schema.org/${DAYS[day - 1]!}`),
      opens,
      closes,
    })),
  };
}

/** JSON in which no text can end the script or open a comment in it. */
function script(thing: Thing): string {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...thing }, (_, value: unknown) =>
    Array.isArray(value) && value.length === 0 ? undefined : value,
  );
  return `<script type="application/ld+json">${json.replaceAll('<', '\\u003c')}</script>`;
}
