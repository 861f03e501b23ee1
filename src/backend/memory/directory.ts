import type { PractitionerFilters, PractitionerSearch } from '../../contract/practitioner-search.js';
import type { Practitioner } from '../../contract/practitioner.js';
import type { ServiceArea, ServiceAreaCheck } from '../../contract/service-area.js';
import type { Catalogue, PractitionerPage } from '../../contract/service.js';
import { parsePostcode } from '../../domain/client/postcode.js';
import { districtOf, kilometres, type District } from '../../domain/practitioners/distance.js';
import { byRank, cursorAfter, readCursor } from '../../domain/practitioners/page.js';
import { filtersOf, offerWithin, relaxed } from '../../domain/practitioners/practitioner-search.js';
import type { LowestOffer } from '../../domain/pricing/lowest-offer.js';
import { travelZone } from '../../domain/pricing/price.js';
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
/** Comes after all others. */
const LAST = Number.MAX_SAFE_INTEGER;

const district = (name: string, latitude: number, longitude: number): District => ({ name, latitude, longitude });
/** The middles of the districts that somebody here works in. */
const DISTRICTS: Readonly<Record<string, District>> = {
  E1: district('Whitechapel', 51.517, -0.06),
  E8: district('Hackney', 51.545, -0.063),
  E9: district('Homerton', 51.545, -0.043),
  N1: district('Islington', 51.537, -0.099),
  NW1: district('Camden', 51.534, -0.144),
  SW5: district('Earl’s Court', 51.49, -0.189),
  SW7: district('South Kensington', 51.495, -0.175),
  W1: district('West End', 51.516, -0.147),
  W2: district('Paddington', 51.515, -0.18),
  W8: district('Kensington', 51.501, -0.193),
};

/** Services with who gives them, of one practitioner or of all; `which` is `none` for services alone. */
export function catalogueOf(practitionerId: string | null, which: string | null): Catalogue {
  const practitioners = PRACTITIONERS.filter(({ id }) => practitionerId === null || id === practitionerId);
  if (practitioners.length === 0) throw new ProblemAnswer('not-found');
  const given = new Set(practitioners.flatMap(({ serviceIds }) => serviceIds));
  const services = SERVICES.filter(({ id }) => given.has(id));
  return { services, practitioners: which === 'none' ? [] : practitioners };
}

/** One practitioner or service. */
export function found<Noun extends { id: string }>(nouns: readonly Noun[], id: string): Noun {
  const noun = nouns.find((one) => one.id === id);
  if (!noun) throw new ProblemAnswer('not-found');
  return noun;
}

/** A page of those who fit, in the order asked for. */
export function practitionersFor(asked: PractitionerSearch, diary: Diary): PractitionerPage {
  if (asked.gender !== undefined) throw invalid('/gender', 'Nobody is chosen by this here.');
  const { order: wanted, ...filters } = asked;
  const isNowhere = wanted === 'distance' && !districtOf(DISTRICTS, asked.outwardCode);
  const search: PractitionerSearch = isNowhere ? filters : asked;
  const { order, cursor, limit = PAGE } = search;
  const found = findAll(search, diary);
  const after = cursor === undefined ? undefined : readCursor(order, cursor);
  if (after === null) throw invalid('/cursor', 'There is no such page.');
  const ranked = found.map((each) => ({ ...each, key: keyOf(each, search) })).sort(byRank);
  const rest = after ? ranked.filter((each) => byRank(each, after) > 0) : ranked;
  const shown = rest.slice(0, limit);
  const last = shown.at(-1);
  return {
    practitioners: shown.map(({ one }) => one),
    total: found.length,
    ...(order && { order }),
    ...(last && rest.length > shown.length && { next: cursorAfter(order, last) }),
    ...(found.length === 0 && { relaxations: relaxationsOf(filters, diary) }),
  };
}

/** What the practitioners here can be narrowed by. */
export function practitionerFilters(): PractitionerFilters {
  return filtersOf(PRACTITIONERS, SERVICES, (code) => districtOf(DISTRICTS, code)?.name ?? code);
}

/** Somebody who fits, with the session their card names. */
interface Found {
  one: Practitioner;
  position: number;
  offer: LowestOffer;
  /** When they are free first, in milliseconds; LAST where they are not, or nobody asked. */
  soonest: number;
}

function findAll(search: PractitionerSearch, diary: Diary): Found[] {
  const isTimed = search.date !== undefined || search.dayPart !== undefined;
  return PRACTITIONERS.flatMap((one, position): Found[] => {
    const offer = offerWithin(one, SERVICES, search);
    if (!offer) return [];
    const soonest = isTimed || search.order === 'soonest' ? firstFree(one, offer, search, diary) : LAST;
    return isTimed && soonest === LAST ? [] : [{ one, position, offer, soonest }];
  });
}

function relaxationsOf(filters: PractitionerSearch, diary: Diary): NonNullable<PractitionerPage['relaxations']> {
  return relaxed(filters)
    .map(({ filter, search }) => ({ filter, total: findAll(search, diary).length }))
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total);
}

/** What an order goes by. */
function keyOf({ one, offer, soonest }: Found, { order, outwardCode }: PractitionerSearch): number {
  switch (order) {
    case 'price':
      return offer.price.amount;
    case 'soonest':
      return soonest;
    case 'rating':
      return -(one.rating?.value ?? 0);
    case 'name':
      return PRACTITIONERS.filter(({ name }) => name.localeCompare(one.name, 'en') < 0).length;
    case 'distance':
      return distance(one, outwardCode);
    default:
      return one.paidPlacement ? 0 : 1;
  }
}

/** From a district to somebody's rooms, or to where they set out from, in hundreds of metres. */
function distance({ places: [offer] }: Practitioner, outwardCode: string | undefined): number {
  const code = offer?.place === 'incall' ? offer.area.outwardCode : offer?.zones[0]?.outwardCodes[0];
  const [from, to] = [districtOf(DISTRICTS, outwardCode), districtOf(DISTRICTS, code)];
  return from && to ? Math.round(kilometres(from, to) * 10) : LAST;
}

/** When the session may begin that their card names. */
function firstFree(one: Practitioner, offer: LowestOffer, search: PractitionerSearch, diary: Diary): number {
  const { date, dayPart, notBefore } = search;
  const { minutes: _, price: __, ...session } = offer;
  const today = dateIn(ZONE, diary.now());
  const { entries } = diary.availability({
    ...{ practitionerIds: [one.id], addOnIds: [], ...session },
    ...{ from: date ?? today, to: date ?? addDays(today, SEARCH_DAYS) },
    ...(notBefore !== undefined && { notBefore }),
  });
  const slots = entries.flatMap((entry) => ('slots' in entry ? entry.slots : []));
  const first = slots.find(({ local }) => dayPart === undefined || partOfDay(local) === dayPart);
  return first ? Date.parse(first.start) : LAST;
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
