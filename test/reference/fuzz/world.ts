import { createBackend, type Backend } from '../../../demo/backend/app.js';
import { openPglite, type Database } from '../../../demo/backend/database.js';
import { UNLIMITED } from '../../../demo/backend/limits.js';
import { londonSeed } from '../../../demo/data/london.js';
import type { Availability } from '../../../src/contract/availability.js';
import type { Booking } from '../../../src/contract/booking.js';
import type { ConsentDocument } from '../../../src/contract/consent.js';
import type { Hold } from '../../../src/contract/hold.js';
import { BACK_60, bookingOf, itemAt } from '../visitor.js';

const URL_BASE = 'https://booking.example';
const NOW = '2026-10-09T08:00:00Z';

/** A request as it is sent. A body is JSON text. */
export interface Sent {
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

/** A good request to an operation. */
export interface GoodRequest {
  ids: Record<string, string>;
  query: Record<string, string>;
  body?: unknown;
  token?: string;
}

/** A backend in this process with one booking and one hold, and a good request to each of its operations. */
export class World {
  #key = 0;
  #good: Record<string, GoodRequest> = {};

  private constructor(
    readonly backend: Backend,
    readonly database: Database,
    /** What the backend logged. */
    readonly log: string[],
  ) {}

  static async open(): Promise<World> {
    const database = await openPglite();
    const log: string[] = [];
    const backend = await createBackend({
      ...{
        database,
        seed: londonSeed(URL_BASE),
        publicUrl: URL_BASE,
        manageKey: 'k'.repeat(43),
        intakeKey: 'i'.repeat(43),
      },
      ...{ outboxIsOpen: false, limits: UNLIMITED, test: true, log: (line) => log.push(line) },
    });
    const world = new World(backend, database, log);
    await world.rebuild();
    return world;
  }

  /** The answer to a request, with a key of its own where it has none. */
  send({ method, path, headers = {}, body }: Sent): Promise<Response> | Response {
    this.#key += 1;
    const request = new Request(URL_BASE + path, {
      method,
      headers: {
        'Idempotency-Key': `a key for one request ${this.#key}`,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body }),
    });
    return this.backend.fetch(request);
  }

  good(operation: string): GoodRequest {
    return this.#good[operation] ?? { ids: {}, query: {} };
  }

  /** How many rows every table has, but for mails and keys, which only come with one of the others. */
  async rows(): Promise<unknown> {
    const tables = [
      'bookings',
      'holds',
      'busy_times',
      'intake_answers',
      'intake_consents',
      'outbox',
      'idempotency_keys',
    ];
    const counts = tables.map((table) => `(SELECT count(*)::int FROM ${table}) AS ${table}`);
    return (await this.database.query(`SELECT ${counts.join(', ')}`))[0];
  }

  /** Undoes one hold or booking, quicker than a new beginning. */
  async forget(id: string): Promise<void> {
    for (const sql of [
      'DELETE FROM bookings WHERE id = $1',
      'DELETE FROM holds WHERE id = $1',
      'DELETE FROM outbox WHERE booking_id = $1',
      `DELETE FROM idempotency_keys WHERE body LIKE '%' || $1 || '%'`,
    ])
      await this.database.query(sql, [id]);
  }

  /** Everything back to the beginning. */
  async rebuild(): Promise<void> {
    await this.#json('POST', '/test/reset');
    await this.#json('POST', '/test/clock', { now: NOW });
    const days = { from: '2026-10-14', to: '2026-10-15' };
    const query = { practitioner: 'mara-lindqvist', service: 'back', option: 'back-60', place: 'incall', ...days };
    const times = await this.#json<Availability>('GET', `/v1/availability?${new URLSearchParams(query)}`);
    const slots = times.entries.flatMap((entry) => ('slots' in entry ? entry.slots : []));
    const total = { expectedTotal: { amount: 8000, currency: 'GBP' } };
    const booking = await this.#json<Booking>(
      'POST',
      '/v1/bookings',
      bookingOf([itemAt(slots[0])], { intake: 'inline' }),
    );
    const hold = await this.#json<Hold>('POST', '/v1/holds', { items: [itemAt(slots[6])] });
    const terms = await this.#json<ConsentDocument>('GET', '/v1/consent-documents/terms/versions/1');
    const health = await this.#json<ConsentDocument>('GET', '/v1/consent-documents/health-consent/versions/1');
    const consentTo = ({ id, version, hash }: ConsentDocument): object => ({
      ...{ documentId: id, version, hash, at: NOW, locale: 'en-GB' },
    });
    const form = { formId: 'massage', version: '2' };
    const answers = { pressure: 'firm', 'work-where': ['neck'] };
    const { proof } = await this.#json<{ proof: string }>('POST', '/v1/intake-evaluations', { ...form, answers });
    const address = { line1: '3 Canal Row', line2: 'B', town: 'London', postcode: 'W9 1AA', access: 'Third bell' };
    const { practitionerId, ...choice } = BACK_60;
    const managed = { ids: { id: booking.id }, query: {}, token: booking.manageToken ?? '' };
    const plain = { ids: {}, query: {} };
    const versioned = (id: string, version: string): GoodRequest => ({ ids: { id, version }, query: {} });
    this.#good = {
      listPractitioners: {
        ids: {},
        query: { practitioner: 'mara-lindqvist', service: 'back', place: 'incall', limit: '3', order: 'name' },
      },
      readPractitionerFilters: plain,
      readPractitioner: { ids: { id: 'mara-lindqvist' }, query: {} },
      searchPractitioners: {
        ...plain,
        body: {
          ...{ practitionerIds: [practitionerId], skills: ['pregnancy'], specialismIds: ['desk-work'], pressure: 3 },
          ...{ gender: 'female', maxPrice: { amount: 9000, currency: 'GBP' }, order: 'distance', limit: 1 },
        },
      },
      listServices: { ids: {}, query: { practitioner: 'mara-lindqvist' } },
      readService: { ids: { id: 'back' }, query: {} },
      listAvailability: { ids: {}, query },
      summariseAvailability: { ids: {}, query: { ...query, times: '3', dayPart: 'morning' } },
      searchAvailability: {
        ...plain,
        body: { ...choice, practitionerIds: [practitionerId], ...days, notBefore: NOW, skills: [] },
      },
      checkServiceArea: { ...plain, body: { practitionerIds: [practitionerId], postcode: 'W9 1AA' } },
      hold: { ...plain, body: { items: [itemAt(slots[12])] } },
      readHold: { ids: { id: hold.id }, query: {}, token: hold.token },
      releaseHold: { ids: { id: 'hold_unknown' }, query: {}, token: hold.token },
      book: {
        ...plain,
        body: bookingOf([itemAt(slots[3])], {
          client: { name: 'Ada Example', email: 'ada@example.com', phone: '020 7946 0999', address },
          ...{ notes: 'a note', reference: 'ours', metadata: { campaign: 'autumn' }, asRequest: false },
          ...{ intake: 'inline', intakeProof: proof, consents: [consentTo(terms) as never], ...total },
        }),
      },
      findBooking: { ...plain, body: { key: 'a key that nobody ever used' } },
      readBooking: managed,
      cancel: { ...managed, body: {} },
      reschedule: { ...managed, body: { items: [itemAt(slots[15])], ...total } },
      confirmContact: { ...managed, body: { code: '000000' } },
      readCalendarFile: managed,
      readIntakeForm: versioned('massage', '2'),
      readConsentDocument: versioned('terms', '1'),
      evaluateIntake: { ...plain, body: { ...form, answers } },
      deliverIntake: { ...managed, body: { ...form, answers, consent: consentTo(health), answeredAt: NOW } },
      readIntake: managed,
      withdrawIntake: managed,
      exportClientData: managed,
      eraseClient: { ...managed, body: {} },
    };
  }

  async close(): Promise<void> {
    await this.backend.close();
    await this.database.close();
  }

  async #json<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await this.send({ method, path, ...(body !== undefined && { body: JSON.stringify(body) }) });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Answer;
  }
}
