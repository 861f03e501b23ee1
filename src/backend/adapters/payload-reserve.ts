import type {
  Availability,
  AvailabilityEntry,
  AvailabilityFault,
  AvailabilityQuery,
  Slot,
} from '../../contract/availability.js';
import type { Booking, BookingRequest } from '../../contract/booking.js';
import type { Discovery } from '../../contract/discovery.js';
import type { Hold, HoldReference, HoldRequest, SessionItem } from '../../contract/hold.js';
import type { Catalogue } from '../../contract/service.js';
import { dateIn } from '../../domain/time/local-time.js';
import { addDays, daysBetween, type PlainDate } from '../../domain/time/plain-date.js';
import type { BackendFailure, BookingBackend } from '../booking-backend.js';
import type { Transport } from '../http/transport.js';
import { chosenFrom, loadCatalogue, type Chosen, type Ids, type Loaded } from './payload-reserve/catalogue.js';
import { Days } from './payload-reserve/days.js';
import {
  isDocument,
  isInstant,
  priceOf,
  rawId,
  serviceOf,
  slotsOf,
  type Document,
} from './payload-reserve/documents.js';
import { bookingOf, reservationBody } from './payload-reserve/reservation.js';
import { discoveryOf, readSettings, type Settings } from './payload-reserve/settings.js';
import { Payload, type Sent } from './payload-reserve/payload.js';

/** Times offered instead of one that is gone. */
const ALTERNATIVES = 6;

/**
 * A practice that runs payload-reserve 4 (a plugin of Payload CMS), whose owner lets the public read services and
 * resources and allows guest bookings. Throws `ConfigurationError` for an address without zone and currency.
 */
export default function payloadReserve(address: string, transport: Transport): BookingBackend {
  return new PayloadReserve(readSettings(address, transport), transport);
}

class PayloadReserve implements BookingBackend {
  readonly #kept = new Map<'', Promise<Loaded>>();
  /** Keys of bookings that have left. */
  readonly #sent = new Set<string>();
  /** What the tokens of holds are for. */
  readonly #heldStarts = new Map<string, string>();
  readonly #payload: Payload;
  readonly #days: Days;

  constructor(
    private readonly settings: Settings,
    private readonly transport: Transport,
  ) {
    const payload = (this.#payload = new Payload(transport, settings.api));
    const read = (answer: unknown): Slot[] | undefined => slotsOf(answer, settings.zone);
    this.#days = new Days((query, signal) =>
      payload.send(`/reserve/slots?${query}`, { policy: transport.READ, signal, read }),
    );
  }

  async discovery(): Promise<Discovery> {
    return discoveryOf(this.settings);
  }

  async catalogue({ practitionerId }: { practitionerId?: string }, signal?: AbortSignal): Promise<Catalogue> {
    const { services, practitioners } = await this.#load(signal);
    const chosen = practitioners.filter(({ id }) => practitionerId === undefined || id === practitionerId);
    const given = new Set(chosen.flatMap(({ serviceIds }) => serviceIds));
    return { services: services.filter(({ id }) => given.has(id)), practitioners: chosen };
  }

  async availability(query: AvailabilityQuery, signal?: AbortSignal): Promise<Availability> {
    const { practitionerIds } = query;
    const today = dateIn(this.settings.zone, Date.now());
    const horizon = addDays(today, this.settings.horizonDays);
    const [from, to] = [query.from > today ? query.from : today, query.to < horizon ? query.to : horizon];
    const dates = Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) => addDays(from, index));
    const entryOf = async (practitionerId: string): Promise<AvailabilityEntry | AvailabilityFault> => {
      try {
        const chosen = chosenFrom(this.#payload, await this.#load(signal), { ...query, practitionerId });
        const slots = await this.#times(dates, chosen.ids, signal);
        const { timeZone } = chosen.practitioner;
        return { practitionerId, timeZone, place: 'incall', price: priceOf(chosen.service), slots };
      } catch (error) {
        // Alone, a failure is the answer; among others it must not cost them theirs.
        if (practitionerIds.length === 1 || !this.#isFailure(error)) throw error;
        const code = error.kind === 'not-found' ? error.kind : 'temporarily-unavailable';
        return { practitionerId, problem: { code } };
      }
    };
    return { from: query.from, to: query.to, horizon, entries: await Promise.all(practitionerIds.map(entryOf)) };
  }

  async hold({ items, hold }: HoldRequest, _key: string): Promise<Hold> {
    const item = this.#only(items);
    if (hold) {
      // It cannot be made longer there, only given up and taken again, between which somebody else may take it.
      if (this.#heldStarts.get(hold.token) === item.start) throw this.#payload.failure('refused', 'not-offered', 422);
      await this.release(hold);
    }
    const { service, ids } = chosenFrom(this.#payload, await this.#load(), item);
    return this.#unlessTaken(item, ids, '/reserve/hold', {
      body: { ...ids, startTime: item.start },
      policy: this.transport.HOLD,
      read: (answer) => {
        const { token, expiresAt } = isDocument(answer) ? answer : {};
        if (typeof token !== 'string' || token.length < 16 || !isInstant(expiresAt)) return undefined;
        // From the length of a hold and not from `expiresAt`: the visitor's clock may be wrong.
        const secondsLeft = this.settings.holdMinutes * 60;
        this.#heldStarts.set(token, item.start);
        return { id: token, token, expiresAt, secondsLeft, extendable: false, price: priceOf(service) };
      },
    });
  }

  async release({ token }: HoldReference): Promise<void> {
    await this.#payload.send('/reserve/hold/release', {
      body: { token },
      policy: this.transport.LEAVE,
      read: () => true,
    });
  }

  async book(request: BookingRequest, key: string): Promise<Booking> {
    const item = this.#only(request.items);
    const chosen = chosenFrom(this.#payload, await this.#load(), item);
    if (!this.#sent.has(key)) await this.#checkPrice(chosen, request);
    this.#sent.add(key);
    const booking = (document?: Document): Booking =>
      bookingOf(document, { ...chosen, start: item.start, key }, this.settings, Date.now());
    return this.#unlessTaken(item, chosen.ids, '/reserve/book', {
      body: reservationBody(request, chosen.ids, key),
      policy: this.transport.WRITE,
      read: (answer) => {
        return isDocument(answer) && rawId(answer) !== undefined ? booking(answer) : undefined;
      },
      // Nobody else knows this key, so the reservation that has it is ours, made by a try whose answer was lost.
      despite: (field) => (field === 'idempotencyKey' ? booking() : undefined),
    });
  }

  // What the capabilities deny; no element asks for it.
  intakeForm = (): Promise<never> => Promise.reject(this.#payload.failure('not-found', 'not-found', 404));
  consentDocument = this.intakeForm;
  findBooking = this.intakeForm;
  booking = this.intakeForm;
  deliverIntake = this.intakeForm;
  calendarFile = this.intakeForm;

  #load(signal?: AbortSignal): Promise<Loaded> {
    const { once, unlessAborted } = this.transport;
    const loading = once(this.#kept, '', () => loadCatalogue(this.#payload, this.settings));
    return unlessAborted(loading, signal);
  }

  #times(dates: readonly PlainDate[], ids: Ids, signal?: AbortSignal): Promise<Slot[]> {
    return this.#days.of(dates, { resource: String(ids.resource), service: String(ids.service) }, signal);
  }

  /** The server keeps no price with a reservation, so what the client saw is compared just before it is sent. */
  async #checkPrice({ ids }: Chosen, { expectedTotal }: BookingRequest): Promise<void> {
    const service = await this.#payload.send(`/services/${encodeURIComponent(ids.service)}?depth=0`, {
      policy: this.transport.READ,
      read: (answer) => (isDocument(answer) ? (serviceOf(answer, this.settings) ?? null) : undefined),
    });
    if (!service) throw this.#payload.failure('refused', 'not-offered', 422);
    const price = priceOf(service);
    if (price.total.amount === expectedTotal.amount && price.total.currency === expectedTotal.currency) return;
    this.#kept.clear();
    throw this.#payload.failure('price-changed', 'price-changed', 409, { price });
  }

  /** Sends, and where the time turns out to be gone, names others near it. */
  async #unlessTaken<Answer>(item: SessionItem, ids: Ids, path: string, sent: Sent<Answer>): Promise<Answer> {
    try {
      return await this.#payload.send(path, sent);
    } catch (error) {
      if (!this.#isFailure(error) || error.kind !== 'taken') throw error;
      const wanted = Date.parse(item.start);
      const date = dateIn(this.settings.zone, wanted);
      const away = ({ start }: Slot): number => Math.abs(Date.parse(start) - wanted);
      const free = await this.#times([date, addDays(date, 1)], ids).catch(() => []);
      const alternatives = free
        .filter(({ start }) => Date.parse(start) > Date.now())
        .sort((a, b) => away(a) - away(b))
        .slice(0, ALTERNATIVES)
        .sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
      throw this.#payload.failure('taken', 'slot-unavailable', 409, { alternatives });
    }
  }

  /** One session without add-ons is all it can book. */
  #only([item, ...more]: readonly SessionItem[]): SessionItem {
    if (!item || more.length > 0 || item.addOnIds.length > 0)
      throw this.#payload.failure('refused', 'not-offered', 422);
    return item;
  }

  #isFailure(error: unknown): error is BackendFailure {
    return error instanceof this.transport.BackendFailure;
  }
}
