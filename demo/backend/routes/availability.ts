import type { Context } from 'hono';
import * as z from 'zod/mini';
import { AvailabilitySearch } from '../../../src/contract/availability.js';
import { list, id } from '../../../src/contract/schema.js';
import { daysBetween, isPlainDate } from '../../../src/domain/time/plain-date.js';
import type { AvailabilityQuestion } from '../availability.js';
import { assertInstant } from '../booking-rules.js';
import { AVAILABILITY_DAYS, AVAILABILITY_PRACTITIONERS } from '../limits.js';
import { invalid, ProblemError } from '../problems.js';
import { privateAnswer, publicAnswer } from '../public-answer.js';
import { parse, readBody } from '../requests.js';
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

function askedInUrl(c: Context): AvailabilityQuestion {
  const { practitioner, service, option, addOn, ...rest } = parse(Question, {
    ...c.req.query(),
    practitioner: [...new Set(c.req.queries('practitioner'))],
    addOn: c.req.queries('addOn') ?? [],
  });
  return checked({ practitionerIds: practitioner, serviceId: service, optionId: option, addOnIds: addOn, ...rest });
}

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
  for (const field of ['from', 'to'] as const) {
    if (!isPlainDate(asked[field])) throw invalid({ pointer: `/${field}`, detail: 'There is no such day.' });
  }
  const days = daysBetween(asked.from, asked.to) + 1;
  if (days < 1) throw invalid({ pointer: '/to', detail: 'This is before the first day.' });
  if (days > AVAILABILITY_DAYS) throw new ProblemError('range-too-long');
  if (asked.place === 'outcall' && !asked.outwardCode) {
    throw invalid({ pointer: '/outwardCode', detail: 'A visit needs the first half of the postcode.' });
  }
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
    answer: async (c, { answers, timetable }) =>
      publicAnswer(c, await answers.read(c, () => timetable.datedSummary(askedInUrl(c))), MAX_AGE),
  },
  {
    method: 'POST',
    path: '/v1/availability-searches',
    answer: async (c, { timetable }) => privateAnswer(await timetable.availability(await askedInPrivate(c))),
  },
];
