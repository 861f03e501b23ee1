import { join } from 'node:path';
import { Hono, type MiddlewareHandler } from 'hono';
import { AnswerSafe } from './answer-safe.js';
import { AnswerCache } from './answer-cache.js';
import type { Translation } from '../../src/domain/texts/translation.js';
import { Timetable } from './availability.js';
import type { BackendParts } from './backend.js';
import { BookingChanges } from './booking-changes.js';
import { Bookings } from './bookings.js';
import { CatalogueData } from './catalogue.js';
import { AdjustableClock, systemClock } from './clock.js';
import { cors } from './cors.js';
import type { Database } from './database.js';
import { Directory } from './directory.js';
import { Faults } from './faults.js';
import { Holds } from './holds.js';
import { Idempotency } from './idempotency.js';
import { Intake } from './intake.js';
import { IntakeReading } from './intake-reading.js';
import { KeptAnswers } from './kept-answers.js';
import type { Limits } from './limits.js';
import { Outbox, type SentMail } from './outbox.js';
import { plantInAnswers, plantInDatabase, type PlantedFault } from './planted-faults.js';
import { Practice } from './practice.js';
import { PracticeHours } from './practice-hours.js';
import { PracticeScreening } from './practice-screening.js';
import { PracticeLinks } from './practice-links.js';
import { practiceAddress, PrivateLinks } from './private-links.js';
import { ProblemError, problemOf, problemResponse } from './problems.js';
import { SAFE_HEADERS } from './public-answer.js';
import { RateLimit } from './rate-limit.js';
import { Reminders } from './reminders.js';
import { Retention } from './retention.js';
import { assetRoutes } from './routes/assets.js';
import { availabilityRoutes } from './routes/availability.js';
import { bookingRoutes } from './routes/bookings.js';
import { catalogueRoutes } from './routes/catalogue.js';
import { discoveryRoutes } from './routes/discovery.js';
import { holdRoutes } from './routes/holds.js';
import { managingRoutes } from './routes/managing.js';
import { pageRoutes } from './routes/pages.js';
import { photoRoutes } from './routes/photos.js';
import { practiceRoutes } from './routes/practice.js';
import { practitionerRoutes } from './routes/practitioners.js';
import type { Route } from './routes/route.js';
import { testRoutes } from './routes/testing.js';
import type { Seed } from './seed.js';
import { Summaries } from './summary.js';
import { Tokens } from './tokens.js';

export interface BackendOptions {
  /** An open database; whoever opened it closes it. */
  database: Database;
  seed: Seed;
  /** Where the backend is reached, without a slash at its end. */
  publicUrl: string;
  /** The secret that manage and hold tokens are made from. */
  manageKey: string;
  /** The secret that answers are locked away with. */
  intakeKey: string;
  /** Where mails go. Without it they stay in the outbox. */
  smtpUrl?: string | undefined;
  /** Whether the outbox can be read by anybody who reaches the backend. */
  outboxIsOpen: boolean;
  /** How much one address may ask for. */
  limits: Limits;
  /** The folder of built scripts that the backend's own pages load; the repository's own by default. */
  assets?: string | undefined;
  /** Opens `/test/*`. */
  test: boolean;
  /** A fault planted on purpose, to see whether it is found. */
  fault?: PlantedFault | undefined;
  /** One line per request: method, route pattern, status and milliseconds; and one per unexpected fault. */
  log: (line: string) => void;
}

export interface Backend {
  fetch(request: Request, env?: unknown): Response | Promise<Response>;
  /** The link that opens a therapist's practice page. Whoever has it acts for them. */
  practiceLink(practitionerId: string): Promise<string>;
  /** Every mail that was written, oldest first, as it is sent. */
  mails(): Promise<SentMail[]>;
  /** Stops what runs beside the requests. */
  close(): Promise<void>;
}

/** Puts a backend together: the parts, and one Hono application in front of them. */
export async function createBackend(options: BackendOptions): Promise<Backend> {
  const { publicUrl, outboxIsOpen, fault } = options;
  const database = fault ? await plantInDatabase(fault, options.database) : options.database;
  const testClock = new AdjustableClock();
  const clock = options.test ? testClock : systemClock;
  const catalogue = new CatalogueData(options.seed);
  const tokens = new Tokens(options.manageKey);
  const practiceLinks = new PracticeLinks(database, clock, tokens);
  const links = new PrivateLinks(publicUrl, tokens, practiceLinks);
  const outbox = new Outbox({ database, catalogue, clock, links }, options.smtpUrl);
  const reminders = new Reminders(database, clock, outbox);
  const retention = new Retention(database, clock);
  const kept = new KeptAnswers(new AnswerSafe(options.intakeKey));
  const answers = new AnswerCache(database, clock);
  const timetable = new Timetable(database, catalogue, clock);
  const backend: BackendParts = {
    catalogue,
    database,
    clock,
    timetable,
    summaries: new Summaries(catalogue, timetable),
    answers,
    directory: new Directory(catalogue, timetable, clock),
    holds: new Holds(database, catalogue, clock, tokens),
    bookings: new Bookings(catalogue, clock, tokens, outbox),
    changes: new BookingChanges(catalogue, clock, tokens, outbox),
    intake: new Intake(catalogue, clock, tokens, kept),
    intakeReading: new IntakeReading(database, catalogue, clock, kept),
    idempotency: new Idempotency(database, clock),
    outbox,
    reminders,
    retention,
    practice: new Practice(database, clock, outbox),
    practiceHours: new PracticeHours(database, catalogue, clock, answers),
    practiceScreening: new PracticeScreening(database, catalogue, clock, answers),
    practiceLinks,
    rateLimit: new RateLimit(clock, options.limits),
    publicUrl,
    assets: options.assets ?? join(import.meta.dirname, '../../dist'),
    outboxIsOpen,
  };
  await kept.open(database, catalogue);
  await backend.idempotency.prune();
  await Promise.all([backend.practiceHours.load(), backend.practiceScreening.load()]);
  await practiceLinks.makeMissing(catalogue.seed.practitioners.map(({ profile }) => profile.id));
  outbox.deliver();
  await Promise.all([reminders.sweep(), retention.sweep()]);

  const api = [
    ...[...discoveryRoutes, ...catalogueRoutes, ...practitionerRoutes, ...availabilityRoutes],
    ...[...holdRoutes, ...bookingRoutes, ...managingRoutes],
  ];
  const faults = new Faults();
  const app = new Hono<Carried>();
  app.use(requestLog(options.log));
  app.use('/.well-known/*', cors).use('/v1/*', cors).use('/health', cors);
  if (options.test) app.use('/test/*', cors).use(faults.middleware);
  const language: MiddlewareHandler<Carried> = async (c, next) => {
    c.set('translation', catalogue.languages.wanted(c.req.header('Accept-Language')));
    await next();
  };
  app.use('/.well-known/*', language).use('/v1/*', language);
  app.use('/v1/*', backend.rateLimit.middleware).use('/practice/*', backend.rateLimit.middleware);
  app.use('/v1/*', async (_, next) => {
    await Promise.all([backend.practiceHours.follow(), backend.practiceScreening.follow()]);
    await next();
  });
  addRoutes(
    app,
    [
      ...api,
      ...pageRoutes,
      ...practiceRoutes,
      ...assetRoutes,
      ...photoRoutes,
      ...(options.test ? testRoutes(testClock, faults, options.limits) : []),
    ],
    backend,
  );
  app.notFound(() => problemResponse(problemOf('not-found')));
  app.onError((error, c) => {
    if (error instanceof ProblemError) return problemResponse(error.problem, error.headers);
    // The message may repeat what a client sent, so it is not logged.
    options.log(
      `${c.req.method} ${c.get('route') ?? '*'} ${error.name} ${String((error as { code?: unknown }).code ?? '')}`.trim(),
    );
    return problemResponse(problemOf('internal'));
  });
  const answer: Backend['fetch'] = (request, env) => app.fetch(request, env as object);
  return {
    fetch: fault ? plantInAnswers(fault, answer, { database, tokens }) : answer,
    practiceLink: async (id) => practiceAddress(publicUrl, id, await practiceLinks.secretOf(id)),
    mails: () => outbox.all(),
    async close() {
      await Promise.all([reminders.close(), retention.close()]);
      await outbox.close();
    },
  };
}

/** What a request carries through: the pattern of the route that answered, whether the answer has all its headers, its language. */
interface Carried {
  Variables: { route?: string; hasAllHeaders?: boolean; translation?: Translation | undefined };
}

/** Adds the routes, and for each of their paths an answer to every other method. */
function addRoutes(app: Hono<Carried>, routes: readonly Route[], backend: BackendParts): void {
  for (const { method, path, answer } of routes) {
    app.on(method, path, (c) => {
      c.set('route', path);
      return answer(c, backend);
    });
  }
  for (const path of new Set(routes.map((route) => route.path))) {
    const methods = routes
      .filter((route) => route.path === path)
      .flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : method));
    app.all(path, (c) => {
      c.set('route', path);
      return problemResponse(problemOf('method-not-allowed'), { Allow: methods.join(', ') });
    });
  }
}

/** The URL itself is never logged: somebody may have put into it what does not belong there. */
function requestLog(log: (line: string) => void): MiddlewareHandler<Carried> {
  return async (c, next) => {
    const begin = performance.now();
    await next();
    if (!c.get('hasAllHeaders'))
      for (const [name, value] of Object.entries(SAFE_HEADERS)) c.res.headers.set(name, value);
    log(`${c.req.method} ${c.get('route') ?? '*'} ${c.res.status} ${Math.round(performance.now() - begin)}ms`);
  };
}
