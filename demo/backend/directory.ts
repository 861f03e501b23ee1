import type { PractitionerSearch } from '../../src/contract/practitioner-search.js';
import type { Practitioner } from '../../src/contract/practitioner.js';
import type { PractitionerPage, Service } from '../../src/contract/service.js';
import type { PlaceOffer } from '../../src/contract/place.js';
import { lowestPrice } from '../../src/domain/pricing/price.js';
import { dateIn, partOfDay } from '../../src/domain/time/local-time.js';
import { addDays } from '../../src/domain/time/plain-date.js';
import type { Timetable } from './availability.js';
import type { CatalogueData, Offering } from './catalogue.js';
import { isGentle } from '../../src/domain/intake/limits.js';
import type { Clock } from './clock.js';
import { invalid } from './problems.js';

/** How far "soonest" and a part of the day look ahead. */
const SEARCH_DAYS = 14;
const PAGE = 25;

/** A search whose `notBefore` is in milliseconds. */
type TimedSearch = Omit<PractitionerSearch, 'notBefore'> & { notBefore?: number };

/** A practitioner who fits, with what the order may need. */
interface Found {
  profile: Practitioner;
  /** Minor units. */
  price: number;
  /** Milliseconds; Infinity where nothing is free. */
  soonest: number;
}

/** Filters and sorts practitioners. */
export class Directory {
  readonly #catalogue: CatalogueData;
  readonly #timetable: Timetable;
  readonly #clock: Clock;

  constructor(catalogue: CatalogueData, timetable: Timetable, clock: Clock) {
    this.#catalogue = catalogue;
    this.#timetable = timetable;
    this.#clock = clock;
  }

  /** One page. Throws `validation` for a cursor that leads nowhere. */
  async search(search: TimedSearch): Promise<PractitionerPage> {
    let found = this.#catalogue.seed.practitioners.flatMap(({ profile }) => this.#priced(profile, search));
    if (search.date !== undefined || search.dayPart !== undefined || search.order === 'soonest') {
      found = await this.#timed(found, search);
    }
    const profiles = ordered(found, search.order).map(({ profile }) => profile);
    const after = search.cursor === undefined ? -1 : profiles.findIndex(({ id }) => `after-${id}` === search.cursor);
    if (search.cursor !== undefined && after < 0)
      throw invalid({ pointer: '/cursor', detail: 'There is no such page.' });
    const practitioners = profiles.slice(after + 1, after + 1 + (search.limit ?? PAGE));
    const last = practitioners.at(-1);
    const more = last && last !== profiles.at(-1);
    return { practitioners, total: profiles.length, ...(more && { next: `after-${last.id}` }) };
  }

  /** The practitioner with the least they ask, if every filter but those of time lets them through. */
  #priced(profile: Practitioner, search: TimedSearch): Found[] {
    const { language, specialismIds = [], skills = [], maxPrice } = search;
    const speaks =
      language === undefined || profile.languages.some((tag) => tag.split('-')[0] === language.split('-')[0]);
    const knows = specialismIds.every((id) => profile.specialisms.some((specialism) => specialism.id === id));
    if (!speaks || !knows || !skills.every((skill) => profile.skills.includes(skill))) return [];
    const prices = offersOf(profile, search).flatMap((offer) =>
      this.#services(profile, search).flatMap((service) => lowestPrice(service, offer, areaOf(offer, search)) ?? []),
    );
    const fair = prices.filter(
      ({ amount, currency }) => !maxPrice || (currency === maxPrice.currency && amount <= maxPrice.amount),
    );
    if (fair.length === 0) return [];
    return [{ profile, price: Math.min(...fair.map(({ amount }) => amount)), soonest: Infinity }];
  }

  /** Looks when each is free for their shortest session, and leaves out whom the day or its part does not suit. */
  async #timed(found: readonly Found[], search: TimedSearch): Promise<Found[]> {
    const { date, dayPart, notBefore } = search;
    const today = dateIn(this.#catalogue.seed.business.timeZone, this.#clock.now());
    const offerings = found.map(({ profile }) => this.#shortest(profile, search));
    const free = await this.#timetable.free(offerings.flat(), {
      from: date ?? today,
      to: date ?? addDays(today, SEARCH_DAYS),
      notBefore,
    });
    return found.flatMap((each, index) => {
      const slots = (offerings[index] ?? []).flatMap((offering) => free.get(offering) ?? []);
      const fitting = dayPart ? slots.filter(({ local }) => partOfDay(local) === dayPart) : slots;
      if (fitting.length === 0 && (date !== undefined || dayPart !== undefined)) return [];
      return [{ ...each, soonest: Math.min(Infinity, ...fitting.map(({ start }) => start)) }];
    });
  }

  /** The shortest session of each place they offer and the search allows. */
  #shortest(profile: Practitioner, search: TimedSearch): Offering[] {
    return offersOf(profile, search).flatMap((offer) => {
      const choices = this.#services(profile, search).flatMap((service) =>
        service.options
          .filter(({ prices }) => prices.some(({ place }) => place === offer.place))
          .map((option) => ({ service, option })),
      );
      const [shortest] = choices.sort((a, b) => a.option.minutes - b.option.minutes);
      if (!shortest) return [];
      const offering = this.#catalogue.offering({
        practitionerId: profile.id,
        serviceId: shortest.service.id,
        optionId: shortest.option.id,
        addOnIds: [],
        place: offer.place,
        outwardCode: areaOf(offer, search) ?? (offer.place === 'outcall' ? offer.zones[0]?.outwardCodes[0] : undefined),
      });
      return 'refusal' in offering ? [] : [offering];
    });
  }

  #services(
    profile: Practitioner,
    { serviceId, maxIntensity }: Pick<PractitionerSearch, 'serviceId' | 'maxIntensity'>,
  ): Service[] {
    return this.#catalogue.seed.services.filter(
      (service) =>
        profile.serviceIds.includes(service.id) &&
        (serviceId === undefined || service.id === serviceId) &&
        isGentle(service, maxIntensity),
    );
  }
}

/** The places of a practitioner that a search allows. */
function offersOf(
  profile: Practitioner,
  { place, places, outwardCode, stepFree }: Pick<PractitionerSearch, 'place' | 'places' | 'outwardCode' | 'stepFree'>,
): PlaceOffer[] {
  return profile.places.filter((offer) => {
    if ((place !== undefined && offer.place !== place) || places?.includes(offer.place) === false) return false;
    if (offer.place === 'incall') {
      if (stepFree && !offer.stepFree) return false;
      return outwardCode === undefined || (place === 'incall' && offer.area.outwardCode === outwardCode);
    }
    return (
      !stepFree && (outwardCode === undefined || offer.zones.some((zone) => zone.outwardCodes.includes(outwardCode)))
    );
  });
}

function areaOf(offer: PlaceOffer, { outwardCode }: Pick<PractitionerSearch, 'outwardCode'>): string | undefined {
  return offer.place === 'outcall' ? outwardCode : undefined;
}

/** Ties keep the business's own order. */
function ordered(found: readonly Found[], order: PractitionerSearch['order']): Found[] {
  const by = (key: (each: Found) => number): Found[] => [...found].sort((a, b) => key(a) - key(b) || 0);
  switch (order) {
    case 'price':
      return by(({ price }) => price);
    case 'soonest':
      return by(({ soonest }) => Math.min(soonest, Number.MAX_SAFE_INTEGER));
    case 'rating':
      return by(({ profile }) => -(profile.rating?.value ?? 0));
    case 'name':
      return [...found].sort((a, b) => a.profile.name.localeCompare(b.profile.name, 'en'));
    default:
      return [...found];
  }
}
