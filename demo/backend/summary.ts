import type { AvailabilitySummary, AvailabilitySummaryEntry } from '../../src/contract/availability.js';
import type { DayPart } from '../../src/contract/practitioner-search.js';
import type { Place } from '../../src/contract/place.js';
import { lowestOffer } from '../../src/domain/pricing/lowest-offer.js';
import { soonestSlots } from '../../src/domain/slots/slot-index.js';
import type { OfferedSlot } from '../../src/domain/availability/offered-slots.js';
import { partOfDay } from '../../src/domain/time/local-time.js';
import type { Dated } from './answer-cache.js';
import { toSlot, type Days, type Timetable } from './availability.js';
import type { CatalogueData, Offering, Refusal } from './catalogue.js';

/** What a summary is asked for: a session of each practitioner, or by `optionId` the same of all. */
export interface SummaryQuestion extends Days {
  practitionerIds: readonly string[];
  serviceId?: string | undefined;
  optionId?: string | undefined;
  addOnIds: readonly string[];
  place?: Place | undefined;
  outwardCode?: string | undefined;
  dayPart?: DayPart | undefined;
  times: number;
}

/** Answers what cards show: which session, for how much, and when next. */
export class Summaries {
  readonly #catalogue: CatalogueData;
  readonly #timetable: Timetable;

  constructor(catalogue: CatalogueData, timetable: Timetable) {
    this.#catalogue = catalogue;
    this.#timetable = timetable;
  }

  /** One entry per practitioner asked about, in that order, with when time alone would make it another answer. */
  async dated(question: SummaryQuestion): Promise<Dated<AvailabilitySummary>> {
    const { practitionerIds, from, to, dayPart, times } = question;
    const offerings = practitionerIds.map((id) => this.#offering(id, question));
    const given = offerings.flatMap((offering) => ('refusal' in offering ? [] : offering));
    const { free, until } = await this.#timetable.freeUntil(given, { from, to });
    const entries = offerings.map((offering, index): AvailabilitySummary['entries'][number] => {
      const practitionerId = practitionerIds[index] as string;
      if ('refusal' in offering) return { practitionerId, problem: { code: offering.refusal } };
      const slots = (free.get(offering) ?? []).filter(({ local }) => !dayPart || partOfDay(local) === dayPart);
      return { practitionerId, ...sessionOf(offering), ...inShort(slots, times) };
    });
    return { value: { from, to, horizon: this.#timetable.horizon(), entries }, until };
  }

  #offering(practitionerId: string, question: SummaryQuestion): Offering | Pick<Refusal, 'refusal'> {
    const { serviceId, optionId, addOnIds, place, outwardCode } = question;
    if (serviceId !== undefined && optionId !== undefined && place !== undefined) {
      return this.#catalogue.offering({ practitionerId, serviceId, optionId, addOnIds, place, outwardCode });
    }
    const profile = this.#catalogue.practitioner(practitionerId)?.profile;
    if (!profile || (serviceId !== undefined && !this.#catalogue.service(serviceId))) return { refusal: 'not-found' };
    const { services } = this.#catalogue.seed;
    const offer = lowestOffer(profile, services, { serviceId, place, outwardCode });
    if (offer) return this.#catalogue.offering({ practitionerId, addOnIds: [], ...offer });
    const isTooFar = outwardCode !== undefined && lowestOffer(profile, services, { serviceId, place });
    return { refusal: isTooFar ? 'outside-service-area' : 'not-offered' };
  }
}

function sessionOf(offering: Offering): Omit<AvailabilitySummaryEntry, 'practitionerId' | 'freeDays'> {
  const { rules, offer, price, service, option, minutes, outwardCode } = offering;
  return {
    ...{ timeZone: rules.timeZone, place: offer.place, price },
    ...{ serviceId: service.id, optionId: option.id, minutes },
    ...(offer.place === 'outcall' && outwardCode !== undefined && { outwardCode }),
  };
}

function inShort(
  slots: readonly OfferedSlot[],
  times: number,
): Pick<AvailabilitySummaryEntry, 'first' | 'next' | 'freeDays'> {
  const freeDays = [...new Set(slots.map(({ local }) => local.slice(0, 10)))];
  // No more than so many days are looked at for so many times.
  const last = freeDays[times - 1] ?? '9999';
  const near = slots.filter(({ local }) => local.slice(0, 10) <= last).map(toSlot);
  const [first] = slots.slice(0, 1).map(toSlot);
  return { ...(first && { first }), next: times > 0 ? soonestSlots(near, times) : [], freeDays };
}
