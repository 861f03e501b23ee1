import * as z from 'zod/mini';
import type { AvailabilitySearch } from '../../contract/availability.js';
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

const digits = z.string().check(z.regex(/^\d{1,9}$/));

const FiltersInUrl = z.object({
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
  const asked = fitting(InUrl, {
    ...Object.fromEntries(search),
    practitioner: [...new Set(search.getAll('practitioner'))],
    addOn: search.getAll('addOn'),
  });
  const { practitioner, service, option, addOn, ...rest } = asked;
  return sensible({ practitionerIds: practitioner, serviceId: service, optionId: option, addOnIds: addOn, ...rest });
}

/** A question that makes sense. Throws `validation` and `range-too-long`. */
export function sensible(asked: AvailabilitySearch): AvailabilitySearch {
  for (const field of ['from', 'to'] as const) if (!isPlainDate(asked[field])) throw invalid(`/${field}`);
  const days = daysBetween(asked.from, asked.to) + 1;
  if (days < 1) throw invalid('/to');
  if (days > MAX_DAYS) throw new ProblemAnswer('range-too-long');
  if (asked.place === 'outcall' && asked.outwardCode === undefined) throw invalid('/outwardCode');
  return asked;
}

/** What a URL asks of a list of practitioners; `maxPrice` in the minor unit of `currency`. */
export function filtersInUrl(search: URLSearchParams, currency: string): PractitionerSearch {
  const { service, stepFree, maxPrice, limit, ...rest } = fitting(FiltersInUrl, Object.fromEntries(search));
  return {
    ...rest,
    ...(service !== undefined && { serviceId: service }),
    ...(stepFree !== undefined && { stepFree: stepFree === 'true' }),
    ...(maxPrice !== undefined && { maxPrice: { amount: Number(maxPrice), currency } }),
    ...(limit !== undefined && { limit: Number(limit) }),
  };
}
