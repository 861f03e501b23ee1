import type { Availability, AvailabilityQuery, AvailabilitySummaryQuery } from '../../contract/availability.js';
import type { PractitionerSearch } from '../../contract/practitioner-search.js';
import type { Parameters } from './http-caller.js';

/** What availability is asked about, under the names it has in a URL. Leaves out what must not be in one. */
export function choiceParameters(query: AvailabilityQuery): Parameters {
  return {
    practitioner: query.practitionerIds,
    service: query.serviceId,
    option: query.optionId,
    addOn: query.addOnIds,
    place: query.place,
    outwardCode: query.outwardCode,
    from: query.from,
    to: query.to,
  };
}

/** What a summary is asked about, likewise. */
export function summaryParameters(query: AvailabilitySummaryQuery): Parameters {
  const { practitionerIds, serviceId, optionId, addOnIds, times, ...rest } = query;
  return {
    practitioner: practitionerIds,
    service: serviceId,
    option: optionId,
    addOn: addOnIds,
    times,
    ...rest,
  };
}

/** Whether a search says something about somebody, so that it may not be a URL. */
export function isPrivate(search: PractitionerSearch): boolean {
  const { specialismIds, pressure, gender, skills, places, maxIntensity, notBefore } = search;
  return [specialismIds?.length, pressure, gender, skills?.length, places, maxIntensity, notBefore].some(Boolean);
}

/** A search that is not private, under the names it has in a URL. */
export function searchParameters(search: PractitionerSearch): Parameters {
  const {
    practitionerIds,
    serviceId,
    place,
    outwardCode,
    language,
    stepFree,
    maxPrice,
    date,
    dayPart,
    order,
    limit,
    cursor,
  } = search;
  return {
    practitioner: practitionerIds,
    service: serviceId,
    ...{ place, outwardCode, language, date, dayPart, order, cursor, stepFree },
    maxPrice: maxPrice?.amount,
    limit,
  };
}

/** An answer without the slots before an instant, for a backend that cannot be asked for it in private. */
export function laterOnly(found: Availability, notBefore: string): Availability {
  const soonest = Date.parse(notBefore);
  const entries = found.entries.map((entry) =>
    'slots' in entry ? { ...entry, slots: entry.slots.filter(({ start }) => Date.parse(start) >= soonest) } : entry,
  );
  return { ...found, entries };
}
