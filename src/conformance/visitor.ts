import type { AvailabilityEntry, Slot } from '../contract/availability.js';
import type { BookingRequest } from '../contract/booking.js';
import type { SessionItem } from '../contract/hold.js';
import type { Money } from '../contract/money.js';
import type { Answer, Client, Wanted } from './client.js';
import { Availability } from '../contract/availability.js';
import { Booking } from '../contract/booking.js';
import { Hold } from '../contract/hold.js';
import { expect, NotHere, read, Unmet } from './expect.js';
import { availabilityUrl, choiceOf, intakeFormOf, type Choice, type Subject } from './subject.js';

/** A slot with what it was offered for. */
export interface Offered {
  slot: Slot;
  choice: Choice;
  /** What it costs. */
  total: Money;
}

/** Somebody who does not exist, booking and cancelling. Remembers what to give back. */
export class Visitor {
  #holds: { id: string; token: string }[] = [];
  #bookings: { id: string; token: string }[] = [];

  constructor(
    private readonly client: Client,
    readonly subject: Subject,
  ) {}

  /** Sends a request below `baseUrl`. */
  api(method: string, path: string, wanted: Wanted = {}): Promise<Answer> {
    return this.client.send(method, this.subject.base + path, wanted);
  }

  /** A write with a key of its own. */
  post(path: string, body: unknown, wanted: Wanted = {}): Promise<Answer> {
    return this.api('POST', path, { key: crypto.randomUUID(), body, ...wanted });
  }

  /** The free times of a choice, by default in the whole window. Throws `Unmet` where the entry is a problem. */
  async entry(choice: Choice, range: { from: string; to: string } = this.subject.window): Promise<AvailabilityEntry> {
    const answer = await this.client.send('GET', availabilityUrl(this.subject.base, choice, range));
    const [entry] = read(answer, Availability).entries;
    if (entry && 'slots' in entry) return entry;
    throw new Unmet('there is no entry with slots for a practitioner who offers this', answer);
  }

  /** Slots on different days, in their order: enough room that one cannot be in another's way. */
  async offers(count: number, choice: Choice = choiceOf(this.subject)): Promise<Offered[]> {
    const { slots, price } = await this.entry(choice);
    const days = new Map<string, Slot[]>();
    for (const slot of slots) {
      const day = slot.local.slice(0, 10);
      days.set(day, [...(days.get(day) ?? []), slot]);
    }
    // From the middle of a day, so that its neighbours are on offer too.
    const chosen = [...days.values()].map((day) => day[Math.floor(day.length / 2)]!);
    if (chosen.length < count) throw new NotHere(`needs free times on ${count} days, and there are ${chosen.length}`);
    return chosen.slice(0, count).map((slot) => ({ slot, choice, total: (slot.price ?? price).total }));
  }

  /** One slot. */
  async offer(choice?: Choice): Promise<Offered> {
    return (await this.offers(1, choice))[0]!;
  }

  /** Whether a slot is offered now. */
  async isOffered({ slot, choice }: Offered): Promise<boolean> {
    const day = slot.local.slice(0, 10);
    return (await this.entry(choice, { from: day, to: day })).slots.some(({ start }) => start === slot.start);
  }

  /** The whole request for sessions at these slots, as an honest client sends it. */
  request(offered: readonly Offered[], fields: Partial<BookingRequest> = {}): BookingRequest {
    const { subject } = this;
    const form = intakeFormOf(subject, offered[0]!.choice);
    const at = instant(subject.now());
    const visited = offered.find(({ choice }) => choice.place === 'outcall')?.choice.outwardCode;
    return {
      items: offered.map(itemOf),
      client: {
        name: 'Kit Example',
        email: `knead-conformance+${crypto.randomUUID().slice(0, 8)}@example.invalid`,
        ...(visited !== undefined && {
          phone: '+44 20 7946 0100',
          address: { line1: '1 Example Mews', town: 'Exampleton', postcode: `${visited} 0AA` },
        }),
      },
      ...(form && { safetyCheck: { formId: form.id, version: form.version, passed: true, at } }),
      intake: 'off',
      consents: [],
      expectedTotal: sumOf(offered),
      locale: subject.discovery.business.locales[0] ?? 'en',
      ...fields,
    };
  }

  /** Asks for a hold. */
  async hold(items: readonly SessionItem[], hold?: Hold, wanted: Wanted = {}): Promise<Answer> {
    const body = { items, ...(hold && { hold: { id: hold.id, token: hold.token } }) };
    const answer = await this.post('/holds', body, wanted);
    if (answer.status < 300) note(this.#holds, answer.body, 'token');
    return answer;
  }

  /** A hold that must be given. */
  async held(...offered: readonly Offered[]): Promise<Hold> {
    return read(await this.hold(offered.map(itemOf)), Hold, 201);
  }

  release(id: string, token?: string): Promise<Answer> {
    return this.api('DELETE', `/holds/${encodeURIComponent(id)}`, token === undefined ? {} : { token });
  }

  /** Asks for a booking. */
  async book(request: unknown, wanted: Wanted = {}): Promise<Answer> {
    const answer = await this.post('/bookings', request, wanted);
    if (answer.status < 300) note(this.#bookings, answer.body, 'manageToken');
    return answer;
  }

  /** A booking that must be made. */
  async booked(offered: readonly Offered[], fields: Partial<BookingRequest> = {}): Promise<Booked> {
    return bookedBy(await this.book(this.request(offered, fields)));
  }

  /** Gives back whatever the case left behind. */
  async cleanUp(): Promise<void> {
    const [holds, bookings] = [this.#holds, this.#bookings];
    [this.#holds, this.#bookings] = [[], []];
    for (const { id, token } of holds) await this.release(id, token);
    if (!this.subject.discovery.capabilities.cancel) return;
    for (const { id, token } of bookings) await this.post(`/bookings/${id}/cancel`, {}, { token });
  }
}

/** A booking with its secret. */
export type Booked = Booking & { manageToken: string };

/** The booking an answer makes, with its manage token. */
export function bookedBy(answer: Answer): Booked {
  const booking = read(answer, Booking, 201);
  const { manageToken } = booking;
  expect(manageToken !== undefined, 'the answer to a booking holds no manageToken', answer);
  return { ...booking, manageToken };
}

/** A session at a slot. */
export function itemOf({ slot, choice }: Offered): SessionItem {
  return { ...choice, addOnIds: [...choice.addOnIds], start: slot.start, slotToken: slot.token };
}

/** What several sessions cost together. */
export function sumOf(offered: readonly Offered[]): Money {
  return {
    amount: offered.reduce((sum, { total }) => sum + total.amount, 0),
    currency: offered[0]!.total.currency,
  };
}

/** An instant in milliseconds as RFC 3339, to the second. */
export function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
}

function note(list: { id: string; token: string }[], body: unknown, name: string): void {
  const { id, [name]: token } = (body ?? {}) as Record<string, unknown>;
  if (typeof id === 'string' && typeof token === 'string') list.push({ id, token });
}
