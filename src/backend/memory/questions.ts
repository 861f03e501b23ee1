import * as z from 'zod/mini';
import type { AvailabilitySearch, AvailabilitySummaryQuery } from '../../contract/availability.js';
import { DayPart, PractitionerOrder, type PractitionerSearch } from '../../contract/practitioner-search.js';
import { id, languageTag, list, outwardCode, plainDate } from '../../contract/schema.js';
import { Place } from '../../contract/place.js';
import { daysBetween, isPlainDate } from '../../domain/time/plain-date.js';
import { ProblemAnswer } from './session.js';
import { fitting, invalid } from './requests.js';

/** A question about availability, under the names it has in a URL. */
const InUrl = z.object({
  practitioner: list(id, 25).check(z.minLength(1)),
  service: id,
  option: id,
  addOn: list(id, 30),
  place: Place,
  outwardCode: z.optional(outwardCode),
  from: plainDate,
  to: plainDate,
});

/** What cards ask: nothing of the session has to be chosen yet. */
const CardsInUrl = z.object({
  ...InUrl.shape,
  service: z.optional(id),
  option: z.optional(id),
  place: z.optional(Place),
  dayPart: z.optional(DayPart),
  times: z.optional(z.string().check(z.regex(/^[0-6]$/))),
});

const digits = z.string().check(z.regex(/^\d{1,9}$/));

const FiltersInUrl = z.object({
  practitioner: z.optional(list(id, 100)),
  service: z.optional(id),
  place: z.optional(Place),
  outwardCode: z.optional(outwardCode),
  language: z.optional(languageTag),
  stepFree: z.optional(z.enum(['true', 'false'])),
  maxPrice: z.optional(digits),
  date: z.optional(plainDate),
  dayPart: z.optional(DayPart),
  order: z.optional(PractitionerOrder),
  limit: z.optional(digits.check(z.regex(/^0*([1-9]\d?|100)$/))),
  cursor: z.optional(id),
});

/** Most days one question may cover. */
export const MAX_DAYS = 31;

/** What a URL asks of availability. Throws `validation` and `range-too-long`. */
export function askedInUrl(search: URLSearchParams): AvailabilitySearch {
  const { practitioner, service, option, addOn, ...rest } = fitting(InUrl, listed(search));
  return sensible({ practitionerIds: practitioner, serviceId: service, optionId: option, addOnIds: addOn, ...rest });
}

/** What a URL asks for cards. Throws `validation` and `range-too-long`. */
export function askedForCards(search: URLSearchParams): AvailabilitySummaryQuery {
  const { practitioner, service, option, addOn, times, ...rest } = fitting(CardsInUrl, listed(search));
  if (option === undefined && addOn.length > 0) throw invalid('/option');
  if (option !== undefined && service === undefined) throw invalid('/service');
  if (option !== undefined && rest.place === undefined) throw invalid('/place');
  if (option !== undefined) assertReachable(rest);
  const asked = { practitionerIds: practitioner, serviceId: service, optionId: option, addOnIds: addOn, ...rest };
  return assertDays({ ...asked, times: Number(times ?? 1) });
}

/** A URL's parameters, those that may come often as lists. */
function listed(search: URLSearchParams): Record<string, unknown> {
  const practitioner = [...new Set(search.getAll('practitioner'))];
  return { ...Object.fromEntries(search), practitioner, addOn: search.getAll('addOn') };
}

/** A question that makes sense. Throws `validation` and `range-too-long`. */
export function sensible(asked: AvailabilitySearch): AvailabilitySearch {
  assertReachable(asked);
  return assertDays(asked);
}

function assertReachable({
  place,
  outwardCode,
}: {
  place?: Place | undefined;
  outwardCode?: string | undefined;
}): void {
  if (place === 'outcall' && outwardCode === undefined) throw invalid('/outwardCode');
}

function assertDays<Asked extends { from: string; to: string }>(asked: Asked): Asked {
  for (const field of ['from', 'to'] as const) if (!isPlainDate(asked[field])) throw invalid(`/${field}`);
  const days = daysBetween(asked.from, asked.to) + 1;
  if (days < 1) throw invalid('/to');
  if (days > MAX_DAYS) throw new ProblemAnswer('range-too-long');
  return asked;
}

/** What a URL asks of a list of practitioners; `maxPrice` in the minor unit of `currency`. */
export function filtersInUrl(search: URLSearchParams, currency: string): PractitionerSearch {
  const { practitioner, service, stepFree, maxPrice, limit, ...rest } = fitting(FiltersInUrl, {
    ...Object.fromEntries(search),
    practitioner: search.has('practitioner') ? [...new Set(search.getAll('practitioner'))] : undefined,
  });
  return {
    ...rest,
    ...(practitioner && { practitionerIds: practitioner }),
    ...(service !== undefined && { serviceId: service }),
    ...(stepFree !== undefined && { stepFree: stepFree === 'true' }),
    ...(maxPrice !== undefined && { maxPrice: { amount: Number(maxPrice), currency } }),
    ...(limit !== undefined && { limit: Number(limit) }),
  };
}
