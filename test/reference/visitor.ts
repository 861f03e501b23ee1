import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Availability, AvailabilityEntry, Slot } from '../../src/contract/availability.js';
import type { Booking, BookingRequest } from '../../src/contract/booking.js';
import type { Hold, SessionItem } from '../../src/contract/hold.js';
import type { Place } from '../../src/contract/place.js';
import { Problem } from '../../src/contract/problem.js';

/** An answer with its body read. */
export interface Answer<Body = unknown> {
  status: number;
  headers: Headers;
  text: string;
  body: Body;
}

/** The answer to a write: what was asked for, or the problem. */
export type Refusable<Body> = Body & Omit<Problem, 'status'>;

/** What availability is asked about. */
export interface Choice {
  practitionerId: string;
  serviceId: string;
  optionId: string;
  addOnIds: string[];
  place: Place;
  outwardCode?: string;
}

/** What the tests book unless they say otherwise: an hour for the back, at Mara's. */
export const BACK_60: Choice = {
  practitionerId: 'mara-lindqvist',
  serviceId: 'back',
  optionId: 'back-60',
  addOnIds: [],
  place: 'incall',
};

/** Somebody with a browser: every request goes over real HTTP. */
export class Visitor {
  constructor(readonly url: string) {}

  async send<Body = Problem>(
    method: string,
    path: string,
    init: { body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Answer<Body>> {
    const json = init.body !== undefined && typeof init.body !== 'string';
    const response = await fetch(this.url + path, {
      method,
      headers: { ...(init.body !== undefined && { 'Content-Type': 'application/json' }), ...init.headers },
      ...(init.body !== undefined && { body: json ? JSON.stringify(init.body) : (init.body as string) }),
    });
    const text = await response.text();
    const type = response.headers.get('Content-Type') ?? '';
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: (type.includes('json') ? JSON.parse(text) : text) as Body,
    };
  }

  get<Body = Problem>(path: string, headers: Record<string, string> = {}): Promise<Answer<Body>> {
    return this.send('GET', path, { headers });
  }

  post<Body = Problem>(path: string, body: unknown, key: string = randomUUID()): Promise<Answer<Body>> {
    return this.send('POST', path, { body, headers: { 'Idempotency-Key': key } });
  }

  /** The availability of one practitioner for a choice, or the problem its entry names. */
  async entry(choice: Partial<Choice>, from: string, to = from): Promise<AvailabilityEntry> {
    const { practitionerId, serviceId, optionId, addOnIds, place, outwardCode } = {
      ...BACK_60,
      outwardCode: undefined,
      ...choice,
    };
    const query = new URLSearchParams({
      practitioner: practitionerId,
      service: serviceId,
      option: optionId,
      place,
      from,
      to,
    });
    for (const addOn of addOnIds) query.append('addOn', addOn);
    if (outwardCode) query.set('outwardCode', outwardCode);
    const answer = await this.get<Availability>(`/v1/availability?${query}`);
    return answer.body.entries[0] as AvailabilityEntry;
  }

  async slots(date: string, choice: Partial<Choice> = {}): Promise<Slot[]> {
    return (await this.entry(choice, date)).slots;
  }

  hold(items: SessionItem[], hold?: Hold): Promise<Answer<Refusable<Hold>>> {
    return this.post('/v1/holds', { items, ...(hold && { hold: { id: hold.id, token: hold.token } }) });
  }

  book(request: BookingRequest, key?: string): Promise<Answer<Refusable<Booking>>> {
    return this.post('/v1/bookings', request, key);
  }

  /** Moves the backend's clock. */
  async advance(seconds: number): Promise<void> {
    await this.send('POST', '/test/clock', { body: { advanceSeconds: seconds } });
  }
}

/** A session beginning with a slot. */
export function itemAt(slot: Slot | undefined, choice: Partial<SessionItem> = {}): SessionItem {
  if (!slot) throw new Error('no such slot is offered');
  return { ...BACK_60, start: slot.start, slotToken: slot.token, ...choice };
}

/** A whole booking of sessions, by one fictional client, at the price of the default choice. */
export function bookingOf(items: SessionItem[], fields: Partial<BookingRequest> = {}): BookingRequest {
  return {
    items,
    client: { name: 'Ada Example', email: 'ada@example.com' },
    safetyCheck: { formId: 'massage', version: '2', passed: true, at: '2026-10-09T08:00:00Z' },
    intake: 'off',
    consents: [],
    expectedTotal: { amount: 8000, currency: 'GBP' },
    locale: 'en-GB',
    ...fields,
  };
}

/** Fails unless an answer is this problem, written as the contract says and readable by any origin. */
export function assertProblem(answer: Answer<unknown>, status: number, code: string, name: string): void {
  assert.deepEqual([answer.status, (answer.body as { code?: string }).code], [status, code], name);
  assert.equal(answer.headers.get('Content-Type'), 'application/problem+json', name);
  assert.equal(answer.headers.get('Access-Control-Allow-Origin'), '*', name);
  assert.ok(Problem.parse(answer.body), name);
}
