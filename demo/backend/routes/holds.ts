import type { Context } from 'hono';
import { HoldRequest, type HoldReference } from '../../../src/contract/hold.js';
import { privateAnswer } from '../public-answer.js';
import { ProblemError } from '../problems.js';
import { addressOf } from '../rate-limit.js';
import { bearer, readBody } from '../requests.js';
import { keyed } from './keyed.js';
import type { Route } from './route.js';

/** The hold a request names, or null for a name no hold can have. */
function named(c: Context): HoldReference | null {
  const id = c.req.param('id') ?? '';
  return /^[\w-]{1,64}$/.test(id) ? { id, token: bearer(c) } : null;
}

export const holdRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/v1/holds',
    answer: (c, backend) =>
      keyed(c, backend, 'hold', () => readBody(c, HoldRequest), {
        work: (tx, request) =>
          backend.holds.take(tx, request, { address: addressOf(c), holds: backend.rateLimit.limits.holds }),
        reveal: (body) => backend.holds.reveal(body),
      }),
  },
  {
    method: 'GET',
    path: '/v1/holds/:id',
    async answer(c, { holds }) {
      const reference = named(c);
      if (!reference) throw new ProblemError('not-found');
      return privateAnswer(await holds.read(reference));
    },
  },
  {
    method: 'DELETE',
    path: '/v1/holds/:id',
    async answer(c, { holds }) {
      const reference = named(c);
      if (reference) await holds.releaseWith(reference);
      return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } });
    },
  },
];
