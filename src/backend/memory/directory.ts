import type { PractitionerSearch } from '../../contract/practitioner-search.js';
import type { PlaceOffer } from '../../contract/place.js';
import type { Practitioner } from '../../contract/practitioner.js';
import type { ServiceArea, ServiceAreaCheck } from '../../contract/service-area.js';
import type { Catalogue, PractitionerPage, Service } from '../../contract/service.js';
import { parsePostcode } from '../../domain/client/postcode.js';
import { isGentle } from '../../domain/intake/limits.js';
import { lowestPrice, travelZone } from '../../domain/pricing/price.js';
import { dateIn, partOfDay } from '../../domain/time/local-time.js';
import { addDays } from '../../domain/time/plain-date.js';
import { PRACTITIONERS, SERVICES } from './catalogue.js';
import type { Diary } from './diary.js';
import { invalid } from './requests.js';
import { ProblemAnswer } from './session.js';
import { ZONE } from './times.js';

const PAGE = 25;
const SEARCH_DAYS = 14;
/** The way to any visit. */
const TRAVEL_MINUTES = 25;

/** Services with who gives them, of one practitioner or of all. */
export function catalogueOf(practitionerId: string | null): Catalogue {
  const practitioners = PRACTITIONERS.filter(({ id }) => practitionerId === null || id === practitionerId);
  if (practitioners.length === 0) throw new ProblemAnswer('not-found');
  const given = new Set(practitioners.flatMap(({ serviceIds }) => serviceIds));
  return { services: SERVICES.filter(({ id }) => given.has(id)), practitioners };
}

/** One practitioner or service. */
export function found<Noun extends { id: string }>(nouns: readonly Noun[], id: string): Noun {
  const noun = nouns.find((one) => one.id === id);
  if (!noun) throw new ProblemAnswer('not-found');
  return noun;
}

/** A page of those who fit, in the order asked for. */
export function practitionersFor(search: PractitionerSearch, diary: Diary): PractitionerPage {
  const fitting = PRACTITIONERS.filter((one) => fits(one, search)).filter((one) => hasTime(one, search, diary));
  const key = (one: Practitioner): number =>
    search.order === 'price'
      ? priceOf(one, search)
      : search.order === 'soonest'
        ? soonest(one, search, diary)
        : search.order === 'rating'
          ? -(one.rating?.value ?? 0)
          : 0;
  const sorted = fitting
    .map((one) => ({ one, key: key(one) }))
    .sort((a, b) => (search.order === 'name' ? a.one.name.localeCompare(b.one.name, 'en') : a.key - b.key))
    .map(({ one }) => one);
  const after = search.cursor === undefined ? -1 : sorted.findIndex(({ id }) => `after-${id}` === search.cursor);
  if (search.cursor !== undefined && after < 0) throw invalid('/cursor', 'There is no such page.');
  const practitioners = sorted.slice(after + 1, after + 1 + (search.limit ?? PAGE));
  const last = practitioners.at(-1);
  return { practitioners, total: sorted.length, ...(last && last !== sorted.at(-1) && { next: `after-${last.id}` }) };
}

/** Who comes to a postcode. */
export function serviceAreaOf({ practitionerIds, postcode }: ServiceAreaCheck): ServiceArea {
  const read = parsePostcode(postcode);
  if (read.kind !== 'full' && read.kind !== 'outward') throw invalid('/postcode', 'This is no postcode.');
  const { outwardCode } = read;
  const entries = practitionerIds.map((practitionerId): ServiceArea['entries'][number] => {
    const offers = PRACTITIONERS.find(({ id }) => id === practitionerId)?.places ?? [];
    const zone = offers.flatMap((offer) => travelZone(offer, outwardCode) ?? [])[0];
    if (!zone) return { practitionerId, covered: false };
    return { practitionerId, covered: true, fee: zone.fee, travelMinutes: TRAVEL_MINUTES };
  });
  return { outwardCode, entries };
}

function fits(one: Practitioner, search: PractitionerSearch): boolean {
  const { serviceId, language, specialismIds = [], skills = [], maxPrice } = search;
  const speaks = language === undefined || one.languages.some((tag) => tag.split('-')[0] === language.split('-')[0]);
  return (
    speaks &&
    (serviceId === undefined || one.serviceIds.includes(serviceId)) &&
    specialismIds.every((id) => one.specialisms.some((specialism) => specialism.id === id)) &&
    skills.every((skill) => one.skills.includes(skill)) &&
    priceOf(one, search) <= (maxPrice?.amount ?? Number.MAX_SAFE_INTEGER)
  );
}

/** The least they ask for what the search allows; Infinity where it allows nothing. */
function priceOf(one: Practitioner, search: PractitionerSearch): number {
  const services = servicesOf(one, search);
  const prices = one.places
    .filter((offer) => isAllowed(offer, search))
    .flatMap((offer) => {
      const area = offer.place === 'outcall' ? search.outwardCode : undefined;
      return services.flatMap((service) => lowestPrice(service, offer, area)?.amount ?? []);
    });
  return Math.min(Infinity, ...prices);
}

function servicesOf({ serviceIds }: Practitioner, { serviceId, maxIntensity }: PractitionerSearch): Service[] {
  const given = SERVICES.filter(({ id }) => serviceIds.includes(id) && (serviceId ?? id) === id);
  return given.filter((service) => isGentle(service, maxIntensity));
}

function isAllowed(offer: PlaceOffer, { place, places, outwardCode, stepFree }: PractitionerSearch): boolean {
  if ((place !== undefined && offer.place !== place) || places?.includes(offer.place) === false) return false;
  if (offer.place === 'outcall') return !stepFree && (outwardCode === undefined || !!travelZone(offer, outwardCode));
  if (stepFree && !offer.stepFree) return false;
  return outwardCode === undefined || (place === 'incall' && offer.area.outwardCode === outwardCode);
}

function hasTime(one: Practitioner, search: PractitionerSearch, diary: Diary): boolean {
  if (search.date === undefined && search.dayPart === undefined) return true;
  return soonest(one, search, diary) < Number.MAX_SAFE_INTEGER;
}

/** When their first service that the search allows may begin, in milliseconds. */
function soonest(one: Practitioner, search: PractitionerSearch, diary: Diary): number {
  const { date, dayPart, notBefore } = search;
  const [service] = servicesOf(one, search);
  const offer = one.places.find((place) => isAllowed(place, search));
  if (!service || !offer) return Number.MAX_SAFE_INTEGER;
  const today = dateIn(ZONE, diary.now());
  const zone = offer.place === 'outcall' ? (search.outwardCode ?? offer.zones[0]?.outwardCodes[0]) : undefined;
  const { entries } = diary.availability({
    ...{ practitionerIds: [one.id], serviceId: service.id, optionId: service.options[0]!.id, addOnIds: [] },
    ...{ place: offer.place, from: date ?? today, to: date ?? addDays(today, SEARCH_DAYS) },
    ...(zone !== undefined && { outwardCode: zone }),
    ...(notBefore !== undefined && { notBefore }),
  });
  const slots = entries.flatMap((entry) => ('slots' in entry ? entry.slots : []));
  const first = slots.find(({ local }) => dayPart === undefined || partOfDay(local) === dayPart);
  return first ? Date.parse(first.start) : Number.MAX_SAFE_INTEGER;
}
