import { ProblemError } from '../problems.js';
import { publicAnswer, PublicText } from '../public-answer.js';
import type { Route } from './route.js';

/** Seconds a reader may use a picture without asking. */
const MAX_AGE = 3600;

/** Pictures of the practitioners who have one here. */
export const photoRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/photos/:file',
    async answer(c, { catalogue }) {
      const [, id = ''] = /^([\w-]+)\.svg$/.exec(c.req.param('file') ?? '') ?? [];
      const picture = catalogue.practitioner(id)?.picture;
      if (picture === undefined) throw new ProblemError('not-found');
      const response = await publicAnswer(c, new PublicText(null, picture), MAX_AGE);
      if (response.status === 200) response.headers.set('Content-Type', 'image/svg+xml');
      // Cards on other people's pages show it; opened by itself, it may do nothing but be seen.
      response.headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
      response.headers.set('Content-Security-Policy', "default-src 'none'; sandbox");
      return response;
    },
  },
];
