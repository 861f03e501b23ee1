import type { Booking } from '../../contract/booking.js';
import { DISCOVERY_PATH, type Discovery } from '../../contract/discovery.js';
import { Bookings } from './bookings.js';
import { BUSINESS } from './catalogue.js';
import { Diary } from './diary.js';
import { madeBooking, type MadeBooking } from './made-booking.js';
import { Intake } from './intake.js';
import { MAX_DAYS } from './questions.js';
import { takeApart, type Answered, type Asked } from './requests.js';
import { ROUTES, type Parts, type Route } from './routes.js';
import { answer, faultOf, type Scene } from './scenes.js';
import { ProblemAnswer } from './session.js';
import type { OwnRules } from './times.js';

/** Where the memory backend pretends to live. */
export const ADDRESS = 'https://memory.example';

const DISCOVER: Route = {
  method: 'GET',
  path: DISCOVERY_PATH,
  open: true,
  answer: ({ diary }) => ({ status: 200, body: JSON.stringify(discovery(diary.scene)) }),
};

/** A backend in a few maps that speaks the contract through {@link MemoryServer.fetch}. */
export class MemoryServer {
  readonly diary: Diary;
  /** Every request that arrived, as `METHOD /path`, in order. */
  readonly requests: string[] = [];
  readonly #parts: Parts;
  readonly #answers = new Map<string, { asked: string; answered: Answered }>();

  /** `faultAt`: requests whose path does not start so are answered as in the scene `default`. */
  constructor(
    private readonly scene: Scene,
    now: () => number,
    private readonly faultAt: string,
    rules: OwnRules = {},
  ) {
    this.diary = new Diary(scene, now, rules);
    const intake = new Intake(this.diary);
    this.#parts = { diary: this.diary, intake, bookings: new Bookings(this.diary, intake) };
  }

  /** Answers a request as the scene says. Rejects with TypeError where it is the network that fails. */
  async fetch(url: string, init: RequestInit): Promise<Response> {
    const asked = takeApart(url, init);
    const isBooking = asked.method === 'POST' && /^\/bookings(\/[^/]+\/(cancel|reschedule))?$/.test(asked.path);
    if (asked.path.startsWith(this.faultAt)) {
      const fault = faultOf(this.scene);
      if (fault) return fault;
    }
    if (isBooking && this.scene === 'requests-lost') throw new TypeError('Failed to fetch');
    const line = `${asked.method} ${asked.path}`;
    const isFirst = !this.requests.includes(line);
    this.requests.push(line);
    const { status, body, type = 'application/json', headers } = this.#answer(asked);
    if (isBooking && (this.scene === 'answers-lost' || (this.scene === 'lost-answer' && isFirst))) {
      throw new TypeError('Failed to fetch');
    }
    return answer(status, body, type, headers);
  }

  /** A booking that was made before the scene begins. */
  made(wish: MadeBooking = {}): Booking {
    return madeBooking(this.#parts, wish);
  }

  #answer(asked: Asked): Answered {
    try {
      const { route, names } = routeOf(asked);
      const answered = this.#once(route, asked, names);
      const cache = route.open ? 'public, max-age=60' : 'no-store';
      return { ...answered, headers: { 'Cache-Control': cache, ...answered.headers } };
    } catch (error) {
      if (!(error instanceof ProblemAnswer)) throw error;
      const { problem, headers } = error;
      return {
        status: problem.status,
        body: JSON.stringify(problem),
        type: 'application/problem+json',
        headers: { 'Cache-Control': 'no-store', ...headers },
      };
    }
  }

  /** A repeated key gets the first answer again; with another body it is refused. Refusals are not kept. */
  #once(route: Route, asked: Asked, [id = '', version = '']: readonly string[]): Answered {
    if (!route.keyed) return route.answer(this.#parts, asked, id, version);
    // Whoever may not open a booking is told nothing else about it.
    if (id !== '') this.#parts.bookings.open(id, asked.token);
    const { method, path, key, body } = asked;
    if (!key || key.length < 16 || key.length > 200) throw new ProblemAnswer('idempotency-key-missing');
    const scope = `${method} ${path} ${key}`;
    const kept = this.#answers.get(scope);
    if (kept && kept.asked !== body) throw new ProblemAnswer('idempotency-key-reused');
    if (kept) return { ...kept.answered, headers: { 'Idempotency-Replayed': 'true' } };
    const answered = route.answer(this.#parts, asked, id, version);
    this.#answers.set(scope, { asked: body, answered });
    return answered;
  }
}

/** The route of a request and what its path names. Throws `not-found` and `method-not-allowed`. */
function routeOf({ method, path }: Asked): { route: Route; names: readonly string[] } {
  const matching = [DISCOVER, ...ROUTES].flatMap((route) => {
    const names = namesIn(route.path, path);
    return names ? [{ route, names }] : [];
  });
  const found = matching.find(({ route }) => route.method === method);
  if (found) return found;
  if (matching.length === 0) throw new ProblemAnswer('not-found');
  const allowed = matching.map(({ route }) => route.method).join(', ');
  throw new ProblemAnswer('method-not-allowed', {}, { Allow: allowed });
}

/** What stands where a pattern has `*`, or null where the path is another one. */
function namesIn(pattern: string, path: string): string[] | null {
  const [wanted, parts] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== parts.length || wanted.some((part, index) => part !== '*' && part !== parts[index]))
    return null;
  try {
    return parts.filter((_, index) => wanted[index] === '*').map(decodeURIComponent);
  } catch {
    return null;
  }
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
      cancel: scene !== 'no-changes',
      reschedule: scene !== 'no-changes',
      calendarFile: scene !== 'no-changes',
      intake: scene === 'no-changes' ? 'none' : 'screening',
      consents: true,
      payment: 'none',
      courses: false,
      availabilitySummary: true,
      availabilitySearch: true,
      practitionerSearch: true,
      serviceAreaChecks: true,
      intakeWithdrawal: true,
      clientData: true,
      challenge: 'none',
    },
    limits: { holdSeconds: 900, practitioners: 25, days: MAX_DAYS, horizonDays: 60 },
  };
}
