import { cases, type Context } from '../case.js';
import type { Answer } from '../client.js';
import { expect, expectSame } from '../expect.js';
import { names, ORIGIN, readsOf } from '../reads.js';

const ALLOWED = ['content-type', 'authorization', 'idempotency-key', 'if-match', 'if-none-match'];
const EXPOSED = ['etag', 'location', 'link', 'retry-after', 'idempotency-replayed', 'ratelimit', 'ratelimit-policy'];

function preflight({ client, subject }: Context, method: string, path: string, headers: string): Promise<Answer> {
  return client.send('OPTIONS', subject.base + path, {
    headers: { Origin: ORIGIN, 'Access-Control-Request-Method': method, 'Access-Control-Request-Headers': headers },
  });
}

const WRITES = [
  ['POST', '/bookings'],
  ['POST', '/holds'],
  ['DELETE', '/holds/x'],
  ['PUT', '/bookings/x/intake'],
  ['POST', '/bookings/x/cancel'],
] as const;

export const corsCases = cases(
  {
    id: 'cors.preflight',
    clause:
      'Any origin may send what the API needs, its headers in any case of letters, and a preflight is remembered for ten minutes.',
    tags: ['transport'],
    async run(context) {
      for (const [method, path] of WRITES) {
        for (const asked of ['content-type,idempotency-key,authorization', 'Content-Type, Idempotency-Key']) {
          const answer = await preflight(context, method, path, asked);
          expect(
            answer.status >= 200 && answer.status < 300,
            `the preflight of ${method} ${path} is ${answer.status}`,
            answer,
          );
          expectSame(answer.headers.get('access-control-allow-origin'), '*', 'Access-Control-Allow-Origin', answer);
          const allowed = names(answer.headers.get('access-control-allow-headers'));
          expectSame(
            ALLOWED.filter((name) => !allowed.includes(name)),
            [],
            'the headers not allowed',
            answer,
          );
          const methods = names(answer.headers.get('access-control-allow-methods'));
          expect(methods.includes(method.toLowerCase()), `${method} is not allowed`, answer);
          const age = answer.headers.get('access-control-max-age');
          expect(Number(age) >= 600, `Access-Control-Max-Age is ${age}`, answer);
        }
      }
    },
  },
  {
    id: 'cors.exposed',
    clause: 'Pages may read ETag, Location, Link, Retry-After, Idempotency-Replayed, RateLimit and RateLimit-Policy.',
    tags: ['transport'],
    async run(context) {
      const { client, visitor } = context;
      const headers = { Origin: ORIGIN };
      for (const answer of [
        ...(await Promise.all(readsOf(context).map((url) => client.send('GET', url, { headers })))),
        await visitor.api('GET', '/nothing', { headers }),
        await visitor.post('/bookings', {}, { headers }),
      ]) {
        const exposed = names(answer.headers.get('access-control-expose-headers'));
        expectSame(
          EXPOSED.filter((name) => !exposed.includes(name)),
          [],
          'the headers not exposed',
          answer,
        );
      }
    },
  },
  {
    id: 'cors.no-credentials',
    clause: 'Every answer, refusals too, may be read by any origin, and nothing rests on cookies.',
    tags: ['transport'],
    async run(context) {
      const { client, visitor } = context;
      const headers = { Origin: ORIGIN };
      const answers = [
        ...(await Promise.all(readsOf(context).map((url) => client.send('GET', url, { headers })))),
        await visitor.api('GET', '/nothing', { headers }),
        await visitor.api('GET', '/bookings/x', { headers, token: 'x'.repeat(43) }),
        await visitor.post('/bookings', '{', { headers }),
        await visitor.api('PATCH', '/services', { headers }),
      ];
      for (const answer of answers) {
        expectSame(answer.headers.get('access-control-allow-origin'), '*', 'Access-Control-Allow-Origin', answer);
        expectSame(answer.headers.get('access-control-allow-credentials'), null, 'Allow-Credentials', answer);
        expectSame(answer.headers.get('set-cookie'), null, 'Set-Cookie', answer);
      }
    },
  },
);
