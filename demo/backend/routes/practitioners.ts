import * as z from 'zod/mini';
import type { Translation } from '../../../src/domain/texts/translation.js';
import { DayPart, PractitionerOrder, PractitionerSearch } from '../../../src/contract/practitioner-search.js';
import { id, languageTag, list, outwardCode, plainDate } from '../../../src/contract/schema.js';
import { Place } from '../../../src/contract/place.js';
import { ServiceAreaCheck, type ServiceArea } from '../../../src/contract/service-area.js';
import { parsePostcode } from '../../../src/domain/client/postcode.js';
import { travelZone } from '../../../src/domain/pricing/price.js';
import { isPlainDate } from '../../../src/domain/time/plain-date.js';
import { assertInstant } from '../booking-rules.js';
import { travelMinutesOf } from '../catalogue.js';
import { AVAILABILITY_PRACTITIONERS } from '../limits.js';
import { invalid, ProblemError } from '../problems.js';
import { privateAnswer, publicAnswer } from '../public-answer.js';
import { parse, readBody } from '../requests.js';
import type { Route } from './route.js';

const MAX_AGE = 60;

/** Numbers in a URL are digits. */
const digits = z.string().check(z.regex(/^\d{1,9}$/));

/** What a list may be asked for in a URL: nothing that says something about somebody. */
const PageQuery = z.object({
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
  limit: z.optional(digits),
  cursor: z.optional(id),
});

function assertDay(date: string | undefined): void {
  if (date !== undefined && !isPlainDate(date)) throw invalid({ pointer: '/date', detail: 'There is no such day.' });
}

export const practitionerRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/practitioners',
    async answer(c, { answers, catalogue, directory }) {
      const ids = c.req.queries('practitioner');
      const { practitioner, service, stepFree, maxPrice, limit, ...rest } = parse(PageQuery, {
        ...c.req.query(),
        practitioner: ids && [...new Set(ids)],
      });
      assertDay(rest.date);
      const { currency } = catalogue.seed.business;
      const search = parse(PractitionerSearch, {
        ...rest,
        ...(practitioner && { practitionerIds: practitioner }),
        ...(service !== undefined && { serviceId: service }),
        ...(stepFree !== undefined && { stepFree: stepFree === 'true' }),
        ...(limit !== undefined && { limit: Number(limit) }),
      });
      const most = maxPrice === undefined ? {} : { maxPrice: { amount: Number(maxPrice), currency } };
      const { notBefore: _, ...asked } = search;
      // What depends on free times is asked again each time.
      const timed = asked.date !== undefined || asked.dayPart !== undefined || asked.order === 'soonest';
      const page = await answers.read(c, () => directory.datedSearch({ ...asked, ...most }));
      return publicAnswer(c, page, timed ? 0 : MAX_AGE);
    },
  },
  {
    method: 'POST',
    path: '/v1/practitioner-searches',
    async answer(c, { directory }) {
      const { notBefore, ...asked } = await readBody(c, PractitionerSearch);
      assertDay(asked.date);
      const soonest = notBefore === undefined ? {} : { notBefore: assertInstant(notBefore, '/notBefore') };
      const page = await directory.search({ ...asked, ...soonest });
      const translation = c.get('translation') as Translation | undefined;
      if (!translation) return privateAnswer(page);
      return privateAnswer(translation.of(page), 200, { 'Content-Language': translation.tag });
    },
  },
  {
    method: 'GET',
    path: '/v1/practitioner-filters',
    answer: async (c, { answers, directory }) =>
      publicAnswer(c, await answers.read(c, async () => ({ value: directory.filters(), until: Infinity })), MAX_AGE),
  },
  {
    method: 'GET',
    path: '/v1/practitioners/:id',
    answer(c, { catalogue }) {
      const practitioner = catalogue.practitioner(c.req.param('id') ?? '');
      if (!practitioner) throw new ProblemError('not-found');
      return publicAnswer(c, practitioner.profile, MAX_AGE);
    },
  },
  {
    method: 'POST',
    path: '/v1/service-area-checks',
    async answer(c, { catalogue }) {
      const { practitionerIds, postcode } = await readBody(c, ServiceAreaCheck);
      if (practitionerIds.length > AVAILABILITY_PRACTITIONERS) {
        throw invalid({ pointer: '/practitionerIds', detail: 'These are too many at once.' });
      }
      const read = parsePostcode(postcode);
      if (read.kind !== 'full' && read.kind !== 'outward') {
        throw invalid({ pointer: '/postcode', detail: 'This is no postcode.' });
      }
      const { outwardCode: code } = read;
      const entries = practitionerIds.map((practitionerId): ServiceArea['entries'][number] => {
        const practitioner = catalogue.practitioner(practitionerId);
        const offer = practitioner?.profile.places.find(({ place }) => place === 'outcall');
        const zone = offer && travelZone(offer, code);
        if (!practitioner || !zone) return { practitionerId, covered: false };
        return {
          practitionerId,
          covered: true,
          fee: zone.fee,
          travelMinutes: travelMinutesOf(practitioner, offer, code),
        };
      });
      return privateAnswer({ outwardCode: code, entries } satisfies ServiceArea);
    },
  },
];
