import type { PractitionerFilters, PractitionerSearch } from '../../src/contract/practitioner-search.js';
import type { Practitioner } from '../../src/contract/practitioner.js';
import type { PractitionerPage } from '../../src/contract/service.js';
import { districtOf, kilometres } from '../../src/domain/practitioners/distance.js';
import { byRank, cursorAfter, readCursor, type Ranked } from '../../src/domain/practitioners/page.js';
import { filtersOf, offerWithin, relaxed } from '../../src/domain/practitioners/practitioner-search.js';
import type { LowestOffer } from '../../src/domain/pricing/lowest-offer.js';
import { dateIn, partOfDay } from '../../src/domain/time/local-time.js';
import { addDays } from '../../src/domain/time/plain-date.js';
import type { Dated } from './answer-cache.js';
import type { Timetable } from './availability.js';
import type { CatalogueData, Offering } from './catalogue.js';
import type { Clock } from './clock.js';
import { invalid } from './problems.js';
import type { Seed } from './seed.js';

/** How far "soonest" and a part of the day look ahead, and how far most need not. */
const SEARCH_DAYS = 14;
const NEAR_DAYS = 2;
const PAGE = 25;
/** A key that comes after all others and is finite, for a cursor. */
const LAST = Number.MAX_SAFE_INTEGER;

/** A search whose `notBefore` is in milliseconds. */
export type TimedSearch = Omit<PractitionerSearch, 'notBefore'> & { notBefore?: number };

/** A practitioner who fits, with what the order may need. */
interface Found {
  profile: Practitioner;
  /** Among all there are. */
  position: number;
  /** The session their card names. */
  offer: LowestOffer;
  /** Milliseconds; Infinity where nothing is free, or nobody asked. */
  soonest: number;
}

/** Filters and sorts practitioners. */
export class Directory {
  readonly #catalogue: CatalogueData;
  readonly #timetable: Timetable;
  readonly #clock: Clock;
  /** How names sort, by position. */
  readonly #names = new WeakMap<Seed, readonly number[]>();

  constructor(catalogue: CatalogueData, timetable: Timetable, clock: Clock) {
    this.#catalogue = catalogue;
    this.#timetable = timetable;
    this.#clock = clock;
  }

  /** One page. Throws `validation` for a cursor that leads nowhere, and for a filter that is not in use here. */
  async search(search: TimedSearch): Promise<PractitionerPage> {
    return (await this.datedSearch(search)).value;
  }

  /** The same, with when time alone would make it another answer. */
  async datedSearch(asked: TimedSearch): Promise<Dated<PractitionerPage>> {
    const { business } = this.#catalogue.seed;
    if (asked.gender !== undefined && !business.genderFilter) {
      throw invalid({ pointer: '/gender', detail: 'Nobody is chosen by this here.' });
    }
    const search = this.#sensible(asked);
    const { order, cursor, limit = PAGE } = search;
    const { value: found, until } = await this.#found(search);
    const after = cursor === undefined ? undefined : readCursor(order, cursor);
    if (after === null) throw invalid({ pointer: '/cursor', detail: 'There is no such page.' });
    const keyOf = this.#keyIn(search);
    const ranked = found.map((each) => ({ ...each, key: keyOf(each) })).sort(byRank);
    const rest = after ? ranked.filter((each) => byRank(each, after) > 0) : ranked;
    const shown = rest.slice(0, limit);
    const last = shown.at(-1);
    const page: PractitionerPage = { practitioners: shown.map(({ profile }) => profile), total: found.length };
    if (order) page.order = order;
    if (last && rest.length > shown.length) page.next = cursorAfter(order, last);
    if (found.length > 0) return { value: page, until };
    const nearest = await this.#relaxations(search);
    return { value: { ...page, relaxations: nearest.value }, until: Math.min(until, nearest.until) };
  }

  /** What the practitioners here can be narrowed by. */
  filters(): PractitionerFilters {
    const { practitioners, services, districts = {} } = this.#catalogue.seed;
    const profiles = practitioners.map(({ profile }) => profile);
    return filtersOf(profiles, services, (code) => districtOf(districts, code)?.name ?? code);
  }

  /** Without an order that has nothing to go by. */
  #sensible(search: TimedSearch): TimedSearch {
    const { order, ...rest } = search;
    const isNowhere = !districtOf(this.#catalogue.seed.districts ?? {}, search.outwardCode);
    return order === 'distance' && isNowhere ? rest : search;
  }

  /** How many would fit without one of the filters, most first. */
  async #relaxations(search: TimedSearch): Promise<Dated<NonNullable<PractitionerPage['relaxations']>>> {
    const { order: _, ...filters } = search;
    let until = Infinity;
    const relaxations: { filter: string; total: number }[] = [];
    for (const { filter, search: wider } of relaxed(filters)) {
      const found = await this.#found(wider);
      until = Math.min(until, found.until);
      if (found.value.length > 0) relaxations.push({ filter, total: found.value.length });
    }
    return { value: relaxations.sort((a, b) => b.total - a.total), until };
  }

  /** Who fits, in the business's own order. */
  async #found(search: TimedSearch): Promise<Dated<Found[]>> {
    const { practitioners, services } = this.#catalogue.seed;
    const found = practitioners.flatMap(({ profile }, position): Found[] => {
      const offer = offerWithin(profile, services, search);
      return offer ? [{ profile, position, offer, soonest: Infinity }] : [];
    });
    const isTimed = search.date !== undefined || search.dayPart !== undefined || search.order === 'soonest';
    return isTimed ? this.#timed(found, search) : { value: found, until: Infinity };
  }

  /** Looks when each is free, and leaves out whom the day or its part does not suit. */
  async #timed(found: readonly Found[], search: TimedSearch): Promise<Dated<Found[]>> {
    const { date, dayPart } = search;
    const today = dateIn(this.#catalogue.seed.business.timeZone, this.#clock.now());
    const near = date ?? addDays(today, NEAR_DAYS);
    const soon = await this.#soonest(found, { from: date ?? today, to: near }, search);
    const late = date === undefined ? found.filter((_, index) => soon.value[index] === Infinity) : [];
    const later = await this.#soonest(late, { from: addDays(near, 1), to: addDays(today, SEARCH_DAYS) }, search);
    const lateStarts = new Map(late.map(({ position }, index) => [position, later.value[index]]));
    const timed = found.map((each, index) => ({
      ...each,
      soonest: Math.min(soon.value[index] ?? Infinity, lateStarts.get(each.position) ?? Infinity),
    }));
    const mustHave = date !== undefined || dayPart !== undefined;
    const value = timed.filter(({ soonest }) => !mustHave || soonest < Infinity);
    return { value, until: Math.min(soon.until, later.until) };
  }

  /** The first start of each within some days, in milliseconds; Infinity where there is none. */
  async #soonest(
    found: readonly Found[],
    days: { from: string; to: string },
    { dayPart, notBefore }: TimedSearch,
  ): Promise<Dated<number[]>> {
    if (found.length === 0) return { value: [], until: Infinity };
    const offerings = found.map((each) => this.#offering(each));
    const { free, until } = await this.#timetable.freeUntil(offerings.flat(), { ...days, notBefore });
    const value = offerings.map((own) => {
      const slots = own.flatMap((offering) => free.get(offering) ?? []);
      return slots.find(({ local }) => !dayPart || partOfDay(local) === dayPart)?.start ?? Infinity;
    });
    return { value, until };
  }

  #offering({ profile, offer: { minutes: _, price: __, ...session } }: Found): Offering[] {
    const offering = this.#catalogue.offering({ practitionerId: profile.id, addOnIds: [], ...session });
    return 'refusal' in offering ? [] : [offering];
  }

  /** What an order goes by. */
  #keyIn({ order, outwardCode }: TimedSearch): (found: Found) => Ranked['key'] {
    switch (order) {
      case 'price':
        return ({ offer }) => offer.price.amount;
      case 'soonest':
        return ({ soonest }) => Math.min(soonest, LAST);
      case 'rating':
        return ({ profile }) => -(profile.rating?.value ?? 0);
      case 'name': {
        const names = this.#nameOrder();
        return ({ position }) => names[position] ?? LAST;
      }
      case 'distance':
        return this.#distanceFrom(outwardCode);
      default:
        return ({ profile }) => (profile.paidPlacement ? 0 : 1);
    }
  }

  /** From a district to their rooms, or to where they set out from, in hundreds of metres. */
  #distanceFrom(outwardCode: string | undefined): (found: Found) => number {
    const { districts = {} } = this.#catalogue.seed;
    const from = districtOf(districts, outwardCode);
    return ({ profile: { places } }) => {
      const rooms = places.flatMap((offer) => (offer.place === 'incall' ? (offer.area.outwardCode ?? []) : []));
      const visits = places.flatMap((offer) => (offer.place === 'outcall' ? (offer.zones[0]?.outwardCodes ?? []) : []));
      const to = districtOf(districts, rooms[0] ?? visits[0]);
      return from && to ? Math.round(kilometres(from, to) * 10) : LAST;
    };
  }

  #nameOrder(): readonly number[] {
    const { seed } = this.#catalogue;
    let order = this.#names.get(seed);
    if (!order) {
      const { compare } = new Intl.Collator('en');
      const sorted = seed.practitioners.map(({ profile }, position) => ({ name: profile.name, position }));
      const ranks: number[] = [];
      sorted.sort((a, b) => compare(a.name, b.name)).forEach(({ position }, rank) => (ranks[position] = rank));
      this.#names.set(seed, (order = ranks));
    }
    return order;
  }
}
