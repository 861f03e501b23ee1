import * as z from 'zod/mini';
import type { Catalogue } from '../../contract/service.js';
import { BookingLookup, BookingRequest } from '../../contract/booking.js';
import { DISCOVERY_PATH, type Discovery } from '../../contract/discovery.js';
import { HoldRequest } from '../../contract/hold.js';
import { IntakeDelivery } from '../../contract/intake.js';
import { BUSINESS, PRACTITIONERS, SERVICES } from './catalogue.js';
import { Diary } from './diary.js';
import { CONSENT, FORM } from './intake-form.js';
import { answer, faultOf, type Scene } from './scenes.js';
import { ProblemAnswer } from './session.js';

/** Where the memory backend pretends to live. */
export const ADDRESS = 'https://memory.example';

/** A request taken apart. `path` is without the version. */
interface Asked {
  method: string;
  path: string;
  search: URLSearchParams;
  token: string | undefined;
  key: string | null;
  body: string;
}

interface Answered {
  status: number;
  body: string | null;
  type?: string;
}

/** A backend in a few maps that speaks the contract through {@link MemoryServer.fetch}. */
export class MemoryServer {
  readonly diary: Diary;
  /** Every request that arrived, as `METHOD /path`, in order. */
  readonly requests: string[] = [];
  readonly #answers = new Map<string, { asked: string; answered: Answered }>();

  /** `faultAt`: requests whose path does not start so are answered as in the scene `default`. */
  constructor(
    private readonly scene: Scene,
    now: () => number,
    private readonly faultAt: string,
  ) {
    this.diary = new Diary(scene, now);
  }

  /** Answers a request as the scene says. Rejects with TypeError where it is the network that fails. */
  async fetch(url: string, init: RequestInit): Promise<Response> {
    const asked = takeApart(url, init);
    const isBooking = asked.method === 'POST' && asked.path === '/bookings';
    if (asked.path.startsWith(this.faultAt)) {
      const fault = faultOf(this.scene);
      if (fault) return fault;
    }
    if (isBooking && this.scene === 'requests-lost') throw new TypeError('Failed to fetch');
    const isFirst = !this.requests.includes('POST /bookings');
    this.requests.push(`${asked.method} ${asked.path}`);
    const { status, body, type = 'application/json' } = this.#answer(asked);
    if (isBooking && (this.scene === 'answers-lost' || (this.scene === 'lost-answer' && isFirst))) {
      throw new TypeError('Failed to fetch');
    }
    return answer(status, body, type);
  }

  #answer(asked: Asked): Answered {
    try {
      return this.#replay(asked);
    } catch (error) {
      if (!(error instanceof ProblemAnswer)) throw error;
      const { problem } = error;
      return { status: problem.status, body: JSON.stringify(problem), type: 'application/problem+json' };
    }
  }

  /** A repeated key gets the first answer again; with another body it is refused. Refusals are not kept. */
  #replay(asked: Asked): Answered {
    const { method, path, key, body } = asked;
    if (!(method === 'PUT' || (method === 'POST' && path !== '/booking-lookups'))) return this.#route(asked);
    if (!key) throw new ProblemAnswer('idempotency-key-missing');
    const scope = `${method} ${path} ${key}`;
    const kept = this.#answers.get(scope);
    if (kept && kept.asked !== body) throw new ProblemAnswer('idempotency-key-reused');
    if (kept) return kept.answered;
    const answered = this.#route(asked);
    this.#answers.set(scope, { asked: body, answered });
    return answered;
  }

  #route({ method, path, search, token, key, body }: Asked): Answered {
    const { diary } = this;
    const [, noun, id = '', part, version] = path.split('/').map(decodeURIComponent);
    switch (`${method} /${noun}${part ? `/*/${part}` : ''}`) {
      case 'GET /.well-known':
        return path === DISCOVERY_PATH ? ok(discovery(this.scene)) : missing();
      case 'GET /business':
        return ok(BUSINESS);
      case 'GET /services':
        return ok(catalogue(search.get('practitioner')));
      case 'GET /availability':
        return ok(diary.availability(search));
      case 'GET /intake-forms/*/versions':
        return id === FORM.id && version === FORM.version ? ok(FORM) : missing();
      case 'GET /consent-documents/*/versions':
        return id === CONSENT.id && version === CONSENT.version ? ok(CONSENT) : missing();
      case 'POST /holds':
        return ok(diary.hold(parse(HoldRequest, body)), 201);
      case 'DELETE /holds':
        diary.release(id, token);
        return { status: 204, body: null };
      case 'POST /bookings':
        return ok(diary.book(parse(BookingRequest, body), key!), 201);
      case 'POST /booking-lookups':
        return ok(diary.find(parse(BookingLookup, body).key));
      case 'GET /bookings':
        return ok(diary.open(id, token));
      case 'GET /bookings/*/calendar.ics':
        return { status: 200, body: diary.calendarFile(id, token), type: 'text/calendar' };
      case 'PUT /bookings/*/intake':
        return ok(diary.deliver(id, token, parse(IntakeDelivery, body)));
      default:
        return missing();
    }
  }
}

function takeApart(url: string, init: RequestInit): Asked {
  const { pathname, searchParams } = new URL(url);
  const headers = new Headers(init.headers);
  return {
    method: init.method ?? 'GET',
    path: pathname.replace(/^\/v1/, ''),
    search: searchParams,
    token: headers.get('authorization')?.replace(/^Bearer /, ''),
    key: headers.get('idempotency-key')?.replace(/^"(.*)"$/, '$1') ?? null,
    body: typeof init.body === 'string' ? init.body : '',
  };
}

function ok(value: unknown, status = 200): Answered {
  return { status, body: JSON.stringify(value) };
}

function missing(): never {
  throw new ProblemAnswer('not-found');
}

function parse<Schema extends z.core.$ZodType>(schema: Schema, body: string): z.output<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw new ProblemAnswer('malformed');
  }
  const parsed = z.safeParse(schema, value);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map(({ path }) => ({
    pointer: path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    detail: 'Does not fit.',
  }));
  throw new ProblemAnswer('validation', { errors: errors.slice(0, 100) });
}

function catalogue(practitionerId: string | null): Catalogue {
  const practitioners = PRACTITIONERS.filter(({ id }) => practitionerId === null || id === practitionerId);
  if (practitioners.length === 0) missing();
  const given = new Set(practitioners.flatMap(({ serviceIds }) => serviceIds));
  return { services: SERVICES.filter(({ id }) => given.has(id)), practitioners };
}

function discovery(scene: Scene): Discovery {
  return {
    api: 'knead-booking',
    version: '1',
    baseUrl: `${ADDRESS}/v1`,
    business: BUSINESS,
    capabilities: {
      holds: scene !== 'no-holds',
      batchAvailability: true,
      idempotency: 'replay',
      atomicBooking: true,
      bookingLookup: true,
      addOns: true,
      outcall: true,
      cancel: false,
      reschedule: false,
      calendarFile: true,
      intake: 'conditional',
      consents: true,
      payment: 'none',
      courses: false,
    },
    limits: { holdSeconds: 900, practitioners: 25, days: 31, horizonDays: 60 },
  };
}
