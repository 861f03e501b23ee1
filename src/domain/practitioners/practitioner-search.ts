import type { PlaceOffer } from '../../contract/place.js';
import type { PractitionerFilters, PractitionerSearch } from '../../contract/practitioner-search.js';
import type { Practitioner } from '../../contract/practitioner.js';
import type { Service } from '../../contract/service.js';
import { isGentle } from '../intake/limits.js';
import { lowestOffer, type LowestOffer } from '../pricing/lowest-offer.js';
import { travelZone } from '../pricing/price.js';

/**
 * The session that a practitioner's card names within a search: what price, time and order of a list go by. Undefined where
 * a filter leaves the practitioner out; `date` and `dayPart` are left to whoever knows free times.
 */
export function offerWithin(
  practitioner: Practitioner,
  services: readonly Service[],
  search: Omit<PractitionerSearch, 'notBefore'>,
): LowestOffer | undefined {
  if (!isWanted(practitioner, search)) return undefined;
  const { serviceId, outwardCode, maxIntensity, maxPrice } = search;
  const places = practitioner.places.filter((offer) => isOpen(offer, search));
  const gentle = services.filter((service) => isGentle(service, maxIntensity));
  const offer = lowestOffer({ places, serviceIds: practitioner.serviceIds }, gentle, { serviceId, outwardCode });
  if (!offer || !maxPrice) return offer;
  const { currency, amount } = offer.price;
  return currency === maxPrice.currency && amount <= maxPrice.amount ? offer : undefined;
}

/** Who they are and what they know, whatever they offer. */
function isWanted(practitioner: Practitioner, search: Omit<PractitionerSearch, 'notBefore'>): boolean {
  const { practitionerIds, language, specialismIds = [], skills = [], pressure, gender } = search;
  const { languages, specialisms } = practitioner;
  return (
    (!practitionerIds || practitionerIds.includes(practitioner.id)) &&
    (gender === undefined || practitioner.gender === gender) &&
    (language === undefined || languages.some((tag) => primary(tag) === primary(language))) &&
    specialismIds.every((id) => specialisms.some((specialism) => specialism.id === id)) &&
    skills.every((skill) => practitioner.skills.includes(skill)) &&
    (pressure === undefined || isWithin(practitioner.pressure, pressure))
  );
}

function primary(tag: string): string {
  return tag.toLowerCase().split('-')[0]!;
}

function isWithin(offered: Practitioner['pressure'], pressure: number): boolean {
  return offered !== undefined && offered.from <= pressure && pressure <= offered.to;
}

/** Whether a search allows a place. */
function isOpen(offer: PlaceOffer, search: Omit<PractitionerSearch, 'notBefore'>): boolean {
  const { place, places, outwardCode, stepFree, order } = search;
  if ((place !== undefined && offer.place !== place) || places?.includes(offer.place) === false) return false;
  if (offer.place === 'outcall') return !stepFree && (outwardCode === undefined || !!travelZone(offer, outwardCode));
  if (stepFree && !offer.stepFree) return false;
  // Rooms by distance are near somewhere, and not only there.
  return outwardCode === undefined || (place === 'incall' && (order === 'distance' || isThere(offer, outwardCode)));
}

function isThere(offer: PlaceOffer, outwardCode: string): boolean {
  return offer.place === 'incall' && offer.area.outwardCode === outwardCode;
}

/** What a visitor can give up. What screening asks for, and a page's own choice of practitioners, nobody can. */
const GIVEN_UP = [
  'serviceId',
  'place',
  'outwardCode',
  'language',
  'stepFree',
  'maxPrice',
  'date',
  'dayPart',
  'specialismIds',
  'pressure',
  'gender',
] as const satisfies readonly (keyof PractitionerSearch)[];

/** The same search without one of its filters, for each that a visitor could give up, by name. */
export function relaxed<Search extends object>(search: Search): { filter: string; search: Search }[] {
  return GIVEN_UP.filter((filter) => isSet((search as Record<string, unknown>)[filter])).map((filter) => ({
    filter,
    search: Object.fromEntries(Object.entries(search).filter(([name]) => name !== filter)) as Search,
  }));
}

function isSet(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
}

/** What practitioners can be narrowed by: only what somebody offers, in the order it is come across; languages sorted. */
export function filtersOf(
  practitioners: readonly Practitioner[],
  services: readonly Service[],
  nameOf: (outwardCode: string) => string = (outwardCode) => outwardCode,
): PractitionerFilters {
  const given = new Set(practitioners.flatMap(({ serviceIds }) => serviceIds));
  const specialisms = new Map<string, PractitionerFilters['specialisms'][number]>();
  const areas = new Map<string, PractitionerFilters['areas'][number]>();
  const languages = new Set<string>();
  for (const practitioner of practitioners) {
    for (const specialism of practitioner.specialisms) specialisms.set(specialism.id, specialism);
    for (const language of practitioner.languages) languages.add(language);
    for (const offer of practitioner.places) {
      if (offer.place === 'incall') areas.set(offer.area.outwardCode ?? offer.area.name, offer.area);
      else {
        for (const outwardCode of offer.zones.flatMap(({ outwardCodes }) => outwardCodes)) {
          if (!areas.has(outwardCode)) areas.set(outwardCode, { name: nameOf(outwardCode), outwardCode });
        }
      }
    }
  }
  return {
    services: services.filter(({ id }) => given.has(id)).map(({ id, name }) => ({ id, name })),
    specialisms: [...specialisms.values()],
    areas: [...areas.values()],
    languages: [...languages].sort(),
  };
}
