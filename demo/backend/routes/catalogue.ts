import * as z from 'zod/mini';
import type { Catalogue, PractitionerPage } from '../../../src/contract/service.js';
import { invalid, ProblemError } from '../problems.js';
import { publicAnswer } from '../public-answer.js';
import { parse } from '../requests.js';
import type { Route } from './route.js';

const MAX_AGE = 60;

const PageQuery = z.object({
  limit: z.optional(z.string().check(z.regex(/^[1-9]\d{0,2}$/))),
  cursor: z.optional(z.string().check(z.regex(/^after-[\w-]{1,200}$/))),
});

export const catalogueRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/services',
    answer(c, { catalogue }) {
      const { services, practitioners } = catalogue.seed;
      const id = c.req.query('practitioner');
      const asked = id === undefined ? practitioners : practitioners.filter(({ profile }) => profile.id === id);
      if (asked.length === 0) throw new ProblemError('not-found');
      const given = new Set(asked.flatMap(({ profile }) => profile.serviceIds));
      const answer: Catalogue = {
        services: services.filter((service) => given.has(service.id)),
        practitioners: asked.map(({ profile }) => profile),
      };
      return publicAnswer(c, answer, MAX_AGE);
    },
  },
  {
    method: 'GET',
    path: '/v1/practitioners',
    answer(c, { catalogue }) {
      const { limit = '25', cursor } = parse(PageQuery, c.req.query());
      const profiles = catalogue.seed.practitioners.map(({ profile }) => profile);
      const after = cursor === undefined ? -1 : profiles.findIndex(({ id }) => `after-${id}` === cursor);
      if (cursor !== undefined && after < 0) throw invalid({ pointer: '/cursor', detail: 'There is no such page.' });
      const page = profiles.slice(after + 1, after + 1 + Math.min(Number(limit), 100));
      const last = page.at(-1);
      const answer: PractitionerPage = { practitioners: page };
      if (last && last !== profiles.at(-1)) answer.next = `after-${last.id}`;
      return publicAnswer(c, answer, MAX_AGE);
    },
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
    method: 'GET',
    path: '/v1/intake-forms/:id/versions/:version',
    answer(c, { catalogue }) {
      const { id = '', version = '' } = c.req.param();
      const form = catalogue.form(id, version);
      if (form) return publicAnswer(c, form, MAX_AGE);
      throw new ProblemError(catalogue.knows('form', id) ? 'form-version-retired' : 'not-found');
    },
  },
  {
    method: 'GET',
    path: '/v1/consent-documents/:id/versions/:version',
    answer(c, { catalogue }) {
      const { id = '', version = '' } = c.req.param();
      const document = catalogue.document(id, version);
      if (!document) throw new ProblemError('not-found');
      return publicAnswer(c, document, MAX_AGE);
    },
  },
];
