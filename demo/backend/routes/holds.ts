import { HoldRequest } from '../../../src/contract/hold.js';
import { bearer, readBody } from '../requests.js';
import { keyed } from './keyed.js';
import type { Route } from './route.js';

export const holdRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/v1/holds',
    answer: (c, backend) =>
      keyed(c, backend, 'hold', () => readBody(c, HoldRequest), {
        work: (tx, request) => backend.holds.take(tx, request),
        reveal: (body) => backend.holds.reveal(body),
      }),
  },
  {
    method: 'DELETE',
    path: '/v1/holds/:id',
    async answer(c, { holds }) {
      const id = c.req.param('id') ?? '';
      if (/^[\w-]{1,64}$/.test(id)) await holds.releaseWith({ id, token: bearer(c) });
      return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } });
    },
  },
];
