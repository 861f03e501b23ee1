import type * as z from 'zod/mini';
import type { BookingBackend, VersionReference } from '../booking-backend.js';
import type { Environment } from '../environment.js';
import type { Call } from './answer.js';
import { Availability, type AvailabilityQuery } from '../../contract/availability.js';
import { Booking, type BookingRequest } from '../../contract/booking.js';
import { ConsentDocument } from '../../contract/consent.js';
import { DISCOVERY_PATH, Discovery } from '../../contract/discovery.js';
import { Hold, type HoldReference, type HoldRequest } from '../../contract/hold.js';
import { type IntakeDelivery, IntakeForm, IntakeReceipt } from '../../contract/intake.js';
import { Catalogue } from '../../contract/service.js';
import { BackendFailure } from '../booking-backend.js';
import { parseAddress } from '../address.js';
import { once, unlessAborted } from '../once.js';
import { page } from '../environment.js';
import { json, understand } from './answer.js';
import { toJson } from './json.js';
import { HOLD, LEAVE, READ, WRITE, type Policy } from './policy.js';
import { request } from './request.js';

type Parameters = Record<string, string | readonly string[] | undefined>;

/** A backend that speaks version 1 of the Knead Booking API over HTTP. */
export class HttpBackend implements BookingBackend {
  readonly #address: URL;
  readonly #environment: Environment;
  readonly #discovery = new Map<'', Promise<Discovery>>();

  /** Throws `ConfigurationError` for an address that is not `https:` (or `http:` on this machine). */
  constructor(address: string | URL, environment?: Partial<Environment>) {
    this.#address = parseAddress(address);
    this.#environment = environment ? { ...page, repeats: [], ...environment } : page;
  }

  discovery(signal?: AbortSignal): Promise<Discovery> {
    return unlessAborted(
      once(this.#discovery, '', () => this.#discover()),
      signal,
    );
  }

  catalogue({ practitionerId }: { practitionerId?: string }, signal?: AbortSignal): Promise<Catalogue> {
    return this.#get(Catalogue, '/services', { practitioner: practitionerId }, signal);
  }

  intakeForm(form: VersionReference, signal?: AbortSignal): Promise<IntakeForm> {
    return this.#get(IntakeForm, path`/intake-forms/${form.id}/versions/${form.version}`, {}, signal);
  }

  consentDocument(document: VersionReference, signal?: AbortSignal): Promise<ConsentDocument> {
    return this.#get(ConsentDocument, path`/consent-documents/${document.id}/versions/${document.version}`, {}, signal);
  }

  availability(query: AvailabilityQuery, signal?: AbortSignal): Promise<Availability> {
    const parameters = {
      practitioner: query.practitionerIds,
      service: query.serviceId,
      option: query.optionId,
      addOn: query.addOnIds,
      place: query.place,
      outwardCode: query.outwardCode,
      from: query.from,
      to: query.to,
    };
    // Asked of the server each time: a time that was just refused must not come back from the browser's cache.
    return this.#get(Availability, '/availability', parameters, signal, 'no-cache');
  }

  hold(hold: HoldRequest, key: string): Promise<Hold> {
    return this.#write('POST', '/holds', hold, key, HOLD, json(Hold));
  }

  async release(hold: HoldReference): Promise<void> {
    try {
      await this.#call('DELETE', path`/holds/${hold.id}`, { token: hold.token, policy: LEAVE, read: () => undefined });
    } catch (error) {
      if (!(error instanceof BackendFailure && error.kind === 'not-found')) throw error;
    }
  }

  async book(booking: BookingRequest, key: string): Promise<Booking> {
    return this.#write('POST', '/bookings', booking, key, await this.#writePolicy(), json(Booking));
  }

  async findBooking(key: string, signal?: AbortSignal): Promise<Booking | null> {
    try {
      return await this.#call('POST', '/booking-lookups', {
        body: toJson({ key }),
        policy: READ,
        signal,
        ...json(Booking),
      });
    } catch (error) {
      if (error instanceof BackendFailure && error.kind === 'not-found') return null;
      throw error;
    }
  }

  booking(id: string, manageToken: string, signal?: AbortSignal): Promise<Booking> {
    return this.#call('GET', path`/bookings/${id}`, { token: manageToken, policy: READ, signal, ...json(Booking) });
  }

  async deliverIntake(
    bookingId: string,
    manageToken: string,
    delivery: IntakeDelivery,
    key: string,
  ): Promise<IntakeReceipt> {
    const answer = json(IntakeReceipt);
    return this.#write(
      'PUT',
      path`/bookings/${bookingId}/intake`,
      delivery,
      key,
      await this.#writePolicy(),
      answer,
      manageToken,
    );
  }

  calendarFile(bookingId: string, manageToken: string, signal?: AbortSignal): Promise<Blob> {
    return this.#call('GET', path`/bookings/${bookingId}/calendar.ics`, {
      token: manageToken,
      policy: READ,
      signal,
      type: /^text\/calendar\b/i,
      read: (bytes) => new Blob([bytes], { __proto__: null, type: 'text/calendar' } as BlobPropertyBag),
    });
  }

  async #discover(): Promise<Discovery> {
    const url = `${this.#address.href.replace(/\/$/, '')}${DISCOVERY_PATH}`;
    const found = await request(
      { method: 'GET', url, policy: READ, cache: 'default', understand, ...json(Discovery) },
      this.#environment,
    );
    // An answer may not send a visitor's details to an origin that the page never named.
    if (new URL(found.baseUrl).origin !== this.#address.origin) {
      console.warn("[knead] The baseUrl in the backend's discovery document has to be on the origin of its address.");
      throw new BackendFailure('broken');
    }
    return found;
  }

  /** Repeating a write is safe only where the backend answers a repeated key with the first answer. */
  async #writePolicy(): Promise<Policy> {
    const { capabilities } = await this.discovery();
    return capabilities.idempotency === 'replay' ? WRITE : { ...WRITE, retries: 0 };
  }

  #get<Schema extends z.core.$ZodType>(
    schema: Schema,
    path: string,
    parameters: Parameters,
    signal: AbortSignal | undefined,
    cache: RequestCache = 'default',
  ): Promise<z.output<Schema>> {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(parameters)) {
      for (const each of value === undefined ? [] : typeof value === 'string' ? [value] : value)
        search.append(name, each);
    }
    return this.#call('GET', `${path}?${search}`.replace(/\?$/, ''), { policy: READ, signal, cache, ...json(schema) });
  }

  #write<Answer>(
    method: 'POST' | 'PUT',
    path: string,
    body: unknown,
    key: string,
    policy: Policy,
    answer: Pick<Call<Answer>, 'type' | 'read'>,
    token?: string,
  ): Promise<Answer> {
    return this.#call(method, path, {
      body: toJson(body),
      key,
      policy,
      ...(token === undefined ? {} : { token }),
      ...answer,
    });
  }

  async #call<Answer>(
    method: Call<Answer>['method'],
    path: string,
    call: Omit<Call<Answer>, 'method' | 'url' | 'understand'>,
  ): Promise<Answer> {
    const { baseUrl } = await this.discovery(call.signal);
    return request({ method, url: baseUrl.replace(/\/+$/, '') + path, understand, ...call }, this.#environment);
  }
}

/** A path with its variable parts escaped. */
function path(parts: TemplateStringsArray, ...values: string[]): string {
  return parts.reduce((whole, part, index) => whole + encodeURIComponent(values[index - 1]!) + part);
}
