import * as z from 'zod/mini';
import { Place } from '../../../src/contract/place.js';
import { id, list, outwardCode, plainDate } from '../../../src/contract/schema.js';
import { daysBetween, isPlainDate } from '../../../src/domain/time/plain-date.js';
import { AVAILABILITY_DAYS, AVAILABILITY_PRACTITIONERS } from '../limits.js';
import { invalid, ProblemError } from '../problems.js';
import { publicAnswer } from '../public-answer.js';
import { parse } from '../requests.js';
import type { Route } from './route.js';

const Question = z.object({
  practitioner: list(id, AVAILABILITY_PRACTITIONERS).check(z.minLength(1)),
  service: id,
  option: id,
  addOn: list(id, 30),
  place: Place,
  outwardCode: z.optional(outwardCode),
  from: plainDate,
  to: plainDate,
});

export const availabilityRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/availability',
    async answer(c, { timetable }) {
      const asked = parse(Question, {
        ...c.req.query(),
        practitioner: [...new Set(c.req.queries('practitioner'))],
        addOn: c.req.queries('addOn') ?? [],
      });
      for (const field of ['from', 'to'] as const) {
        if (!isPlainDate(asked[field])) throw invalid({ pointer: `/${field}`, detail: 'There is no such day.' });
      }
      const days = daysBetween(asked.from, asked.to) + 1;
      if (days < 1) throw invalid({ pointer: '/to', detail: 'This is before the first day.' });
      if (days > AVAILABILITY_DAYS) throw new ProblemError('range-too-long');
      if (asked.place === 'outcall' && !asked.outwardCode) {
        throw invalid({ pointer: '/outwardCode', detail: 'A visit needs the first half of the postcode.' });
      }
      const answer = await timetable.availability({
        practitionerIds: asked.practitioner,
        serviceId: asked.service,
        optionId: asked.option,
        addOnIds: asked.addOn,
        place: asked.place,
        outwardCode: asked.outwardCode,
        from: asked.from,
        to: asked.to,
      });
      // Always asked again: after a refused booking the visitor must not be shown the same times from a cache.
      return publicAnswer(c, answer, 0);
    },
  },
];
