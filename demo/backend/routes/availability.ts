import type { Context } from 'hono';
import * as z from 'zod/mini';
import { AvailabilitySearch } from '../../../src/contract/availability.js';
import { DayPart } from '../../../src/contract/practitioner-search.js';
import { list, id } from '../../../src/contract/schema.js';
import { daysBetween, isPlainDate } from '../../../src/domain/time/plain-date.js';
import type { AvailabilityQuestion, Days } from '../availability.js';
import { assertInstant } from '../booking-rules.js';
import { AVAILABILITY_DAYS, AVAILABILITY_PRACTITIONERS } from '../limits.js';
import { invalid, ProblemError } from '../problems.js';
import { privateAnswer, publicAnswer } from '../public-answer.js';
import { parse, readBody } from '../requests.js';
import type { SummaryQuestion } from '../summary.js';
import type { Route } from './route.js';

/** The same question under the names it has in a URL. */
const Question = z.object({
  practitioner: list(id, AVAILABILITY_PRACTITIONERS).check(z.minLength(1)),
  service: id,
  option: id,
  addOn: list(id, 30),
  place: AvailabilitySearch.shape.place,
  outwardCode: AvailabilitySearch.shape.outwardCode,
  from: AvailabilitySearch.shape.from,
  to: AvailabilitySearch.shape.to,
});

/** What cards ask: nothing of the session has to be chosen yet. */
const SummaryInUrl = z.object({
  ...Question.shape,
  service: z.optional(id),
  option: z.optional(id),
  place: z.optional(AvailabilitySearch.shape.place),
  dayPart: z.optional(DayPart),
  times: z.optional(z.string().check(z.regex(/^[0-6]$/))),
});

/** A URL's parameters, those that may come often as lists. */
function inUrl(c: Context): Record<string, unknown> {
  const practitioner = [...new Set(c.req.queries('practitioner'))];
  return { ...c.req.query(), practitioner, addOn: c.req.queries('addOn') ?? [] };
}

function askedInUrl(c: Context): AvailabilityQuestion {
  const { practitioner, service, option, addOn, ...rest } = parse(Question, inUrl(c));
  return checked({ practitionerIds: practitioner, serviceId: service, optionId: option, addOnIds: addOn, ...rest });
}

function askedForCards(c: Context): SummaryQuestion {
  const { practitioner, service, option, addOn, times, ...rest } = parse(SummaryInUrl, inUrl(c));
  const { place, outwardCode } = rest;
  if (option === undefined && addOn.length > 0) throw missing('/option');
  if (option !== undefined && service === undefined) throw missing('/service');
  if (option !== undefined && place === undefined) throw missing('/place');
  if (option !== undefined) assertReachable(place, outwardCode);
  const asked = { practitionerIds: practitioner, serviceId: service, optionId: option, addOnIds: addOn, ...rest };
  return assertDays({ ...asked, times: Number(times ?? 1) });
}

const missing = (pointer: string): ProblemError => invalid({ pointer, detail: 'This is required.' });

async function askedInPrivate(c: Context): Promise<AvailabilityQuestion> {
  const { notBefore, practitionerIds, ...rest } = await readBody(c, AvailabilitySearch);
  const ids = [...new Set(practitionerIds)];
  if (ids.length > AVAILABILITY_PRACTITIONERS) {
    throw invalid({ pointer: '/practitionerIds', detail: 'These are too many at once.' });
  }
  const soonest = notBefore === undefined ? undefined : assertInstant(notBefore, '/notBefore');
  return checked({ ...rest, practitionerIds: ids, notBefore: soonest });
}

/** A question that makes sense. Throws `validation` and `range-too-long`. */
function checked(asked: AvailabilityQuestion): AvailabilityQuestion {
  assertReachable(asked.place, asked.outwardCode);
  return assertDays(asked);
}

function assertReachable(place: AvailabilityQuestion['place'] | undefined, outwardCode: string | undefined): void {
  if (place === 'outcall' && !outwardCode) {
    throw invalid({ pointer: '/outwardCode', detail: 'A visit needs the first half of the postcode.' });
  }
}

function assertDays<Asked extends Days>(asked: Asked): Asked {
  for (const field of ['from', 'to'] as const) {
    if (!isPlainDate(asked[field])) throw invalid({ pointer: `/${field}`, detail: 'There is no such day.' });
  }
  const days = daysBetween(asked.from, asked.to) + 1;
  if (days < 1) throw invalid({ pointer: '/to', detail: 'This is before the first day.' });
  if (days > AVAILABILITY_DAYS) throw new ProblemError('range-too-long');
  return asked;
}

// Always asked again: after a refused booking the visitor must not be shown the same times from a cache.
const MAX_AGE = 0;

export const availabilityRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/availability',
    answer: async (c, { answers, timetable }) =>
      publicAnswer(c, await answers.read(c, () => timetable.datedAvailability(askedInUrl(c))), MAX_AGE),
  },
  {
    method: 'GET',
    path: '/v1/availability/summary',
    answer: async (c, { answers, summaries }) =>
      publicAnswer(c, await answers.read(c, () => summaries.dated(askedForCards(c))), MAX_AGE),
  },
  {
    method: 'POST',
    path: '/v1/availability-searches',
    answer: async (c, { timetable }) => privateAnswer(await timetable.availability(await askedInPrivate(c))),
  },
];
