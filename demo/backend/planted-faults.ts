import { randomUUID } from 'node:crypto';
import type { Database, Queryable } from './database.js';
import { type RequestOnItsWay, codeOf, eachEntry, posted, rewritten, withHeader, withoutHeaders } from './rewriting.js';
import { TAKEN } from './sessions.js';
import type { Tokens } from './tokens.js';

/**
 * Faults a backend may have, each planted on purpose and each on its own: a kit that does not find one of them proves
 * nothing by finding none. This is the only room that knows of them; the backend around it stays as it is.
 */
export const PLANTED_FAULTS = [
  'no-constraint',
  'key-ignored',
  'key-reused-silently',
  'hold-never-expires',
  'gap-hour-slot',
  'server-error-on-taken',
  'id-only-read',
  'client-price-trusted',
  'cors-missing',
  'retry-after-hidden',
  'token-in-query',
  'summary-disagrees',
  'non-atomic-hold',
  'reschedule-frees-first',
  'wrong-local-offset',
  'no-store-missing',
] as const;
export type PlantedFault = (typeof PLANTED_FAULTS)[number];

/** Whether a text names a fault. */
export function isPlantedFault(name: string): name is PlantedFault {
  return (PLANTED_FAULTS as readonly string[]).includes(name);
}

type Fetch = (request: Request, env?: unknown) => Response | Promise<Response>;

/** The parts of the backend that a fault may reach past its answers. */
interface Parts {
  database: Database;
  tokens: Tokens;
}

type Passing = Parts & RequestOnItsWay;

/** The database as a backend with this fault uses it. */
export async function plantInDatabase(fault: PlantedFault, database: Database): Promise<Database> {
  if (fault !== 'no-constraint') return database;
  await database.query('ALTER TABLE busy_times DROP CONSTRAINT busy_times_never_overlap');
  const blind = (on: Queryable): Queryable => ({
    query: async (sql, parameters) => (sql === TAKEN ? [] : on.query(sql, parameters)),
  });
  return {
    ...database,
    ...blind(database),
    exclusively: (name, work) => database.exclusively(name, (transaction) => work(blind(transaction))),
  };
}

/** The answers of a backend with this fault. */
export function plantInAnswers(fault: PlantedFault, answer: Fetch, parts: Parts): Fetch {
  const plant = PLANTS[fault];
  return (request, env) => {
    const route = `${request.method} ${new URL(request.url).pathname}`;
    return plant({ ...parts, request, route, next: async (passed) => answer(passed, env) });
  };
}

const BOOKING = /^GET \/v1\/bookings\/[\w-]+/;
const TIMES = /^(GET \/v1\/availability(\/summary)?|POST \/v1\/availability-searches)$/;

const PLANTS: Record<PlantedFault, (passing: Passing) => Promise<Response>> = {
  'no-constraint': ({ request, next }) => next(request),

  'key-ignored': ({ request, route, next }) =>
    next(/^POST \/v1\/(holds|bookings)$/.test(route) ? withHeader(request, 'Idempotency-Key', randomUUID()) : request),

  async 'key-reused-silently'({ request, route, next }) {
    const response = await next(request);
    if (route !== 'POST /v1/bookings' || (await codeOf(response)) !== 'idempotency-key-reused') return response;
    const key = (request.headers.get('Idempotency-Key') ?? '').replaceAll('"', '');
    const found = await next(posted(new URL('/v1/booking-lookups', request.url), { key }));
    return new Response(found.body, { status: 201, headers: found.headers });
  },

  async 'hold-never-expires'({ request, route, next, database }) {
    const response = await next(request);
    if (route === 'POST /v1/holds' && response.ok) {
      await database.query("UPDATE holds SET expires_at = '2999-01-01'");
      await database.query("UPDATE busy_times SET expires_at = '2999-01-01' WHERE status = 'held'");
    }
    return response;
  },

  'gap-hour-slot': (passing) =>
    rewritten(passing, TIMES, (answer) =>
      eachEntry(answer, (entry) => {
        const local = '2027-03-28T01:30:00+00:00';
        if (!entry.slots || !(answer.from <= local.slice(0, 10) && local.slice(0, 10) <= answer.to)) return;
        entry.slots.unshift({ start: '2027-03-28T01:30:00Z', end: '2027-03-28T02:30:00Z', local, token: 'gap' });
      }),
    ),

  async 'server-error-on-taken'({ request, next }) {
    const response = await next(request);
    if ((await codeOf(response)) !== 'slot-unavailable') return response;
    const headers = new Headers(response.headers);
    headers.set('Content-Type', 'text/plain');
    return new Response('Internal Server Error', { status: 500, headers });
  },

  'id-only-read'({ request, route, next, tokens }) {
    const id = BOOKING.test(route) ? route.split('/')[3] : undefined;
    return next(id ? withHeader(request, 'Authorization', `Bearer ${tokens.of('booking', id)}`) : request);
  },

  async 'client-price-trusted'({ request, route, next }) {
    const kept = request.clone();
    const response = await next(request);
    if (route !== 'POST /v1/bookings' || (await codeOf(response)) !== 'price-changed') return response;
    const { price } = (await response.json()) as { price: { total: unknown } };
    const body = (await kept.clone().json()) as { expectedTotal: unknown };
    const booked = await next(posted(new URL(request.url), { ...body, expectedTotal: price.total }, kept.headers));
    const booking = (await booked.json()) as { price?: object };
    if (booking.price) booking.price = { ...booking.price, total: body.expectedTotal };
    return new Response(JSON.stringify(booking), booked);
  },

  'cors-missing': async ({ request, next }) => withoutHeaders(await next(request), 'Access-Control-Allow-Origin'),

  async 'retry-after-hidden'({ request, next }) {
    const response = await next(request);
    const exposed = response.headers.get('Access-Control-Expose-Headers');
    if (exposed) response.headers.set('Access-Control-Expose-Headers', exposed.replace(' Retry-After,', ''));
    return response;
  },

  'token-in-query'({ request, next }) {
    const token = new URL(request.url).searchParams.get('token');
    return next(token ? withHeader(request, 'Authorization', `Bearer ${token}`) : request);
  },

  'summary-disagrees': (passing) =>
    rewritten(passing, /^GET \/v1\/availability\/summary$/, (answer) =>
      eachEntry(answer, (entry) => void entry.freeDays?.pop()),
    ),

  async 'non-atomic-hold'({ request, route, next }) {
    const body =
      route === 'POST /v1/holds'
        ? ((await request
            .clone()
            .json()
            .catch(() => null)) as Items | null)
        : null;
    if (!Array.isArray(body?.items) || body.items.length < 2) return next(request);
    for (const item of body.items) {
      const headers = new Headers(request.headers);
      headers.set('Idempotency-Key', randomUUID());
      const response = await next(posted(new URL(request.url), { items: [item] }, headers));
      if (!response.ok) return response;
    }
    return next(request);
  },

  async 'reschedule-frees-first'({ request, route, next, database, tokens }) {
    const [, id = ''] = /^POST \/v1\/bookings\/([\w-]+)\/reschedule$/.exec(route) ?? [];
    if (id && request.headers.get('Authorization') === `Bearer ${tokens.of('booking', id)}`) {
      await database.query('DELETE FROM busy_times WHERE booking_id = $1', [id]);
    }
    return next(request);
  },

  'wrong-local-offset': (passing) =>
    rewritten(passing, TIMES, (answer) =>
      eachEntry(answer, (entry) => {
        for (const slot of [...(entry.slots ?? []), ...(entry.first ? [entry.first] : [])]) {
          slot.local = slot.local.replace(/[+-]\d\d:\d\d$/, (offset) => (offset === '+05:00' ? '+06:00' : '+05:00'));
        }
      }),
    ),

  async 'no-store-missing'({ request, route, next }) {
    const response = await next(request);
    return /\/(bookings|holds)/.test(route) ? withoutHeaders(response, 'Cache-Control') : response;
  },
};

interface Items {
  items?: unknown[];
}
