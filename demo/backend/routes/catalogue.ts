import type { Catalogue } from '../../../src/contract/service.js';
import { ProblemError } from '../problems.js';
import { publicAnswer } from '../public-answer.js';
import type { Route } from './route.js';

const MAX_AGE = 60;
/** As many as the contract allows in one answer; lists of more are asked for page by page. */
const MOST_PRACTITIONERS = 500;

export const catalogueRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/services',
    answer(c, { catalogue }) {
      const { services, practitioners } = catalogue.seed;
      const { practitioner: id, practitioners: which } = c.req.query();
      const asked = id === undefined ? practitioners : [catalogue.practitioner(id)].flatMap((one) => one ?? []);
      if (asked.length === 0) throw new ProblemError('not-found');
      const given = new Set(asked.flatMap(({ profile }) => profile.serviceIds));
      const answer: Catalogue = {
        services: services.filter((service) => given.has(service.id)),
        practitioners: which === 'none' ? [] : asked.slice(0, MOST_PRACTITIONERS).map(({ profile }) => profile),
      };
      return publicAnswer(c, answer, MAX_AGE);
    },
  },
  {
    method: 'GET',
    path: '/v1/services/:id',
    answer(c, { catalogue }) {
      const service = catalogue.service(c.req.param('id') ?? '');
      if (!service) throw new ProblemError('not-found');
      return publicAnswer(c, service, MAX_AGE);
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
