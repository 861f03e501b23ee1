import type { BookingBackend } from '../booking-backend.js';
import type { BookingRequest } from '../../contract/booking.js';
import type { HoldReference, HoldRequest } from '../../contract/hold.js';
import { Availability, type AvailabilityQuery } from '../../contract/availability.js';
import { Booking } from '../../contract/booking.js';
import { Hold } from '../../contract/hold.js';
import { BackendFailure } from '../booking-backend.js';
import { json } from './answer.js';
import { BookedHttpBackend, orNull } from './booked-http-backend.js';
import { path } from './http-caller.js';
import { choiceParameters, laterOnly } from './parameters.js';
import { HOLD, LEAVE } from './policy.js';

/** A backend that speaks version 1 of the Knead Booking API over HTTP: what booking takes. */
export class HttpBackend extends BookedHttpBackend implements BookingBackend {
  async availability(query: AvailabilityQuery, signal?: AbortSignal): Promise<Availability> {
    const { notBefore, skills } = query;
    if (notBefore !== undefined || skills?.length) {
      const { capabilities } = await this.discovery(signal);
      if (capabilities.availabilitySearch) return this.ask('/availability-searches', query, json(Availability), signal);
    }
    // Asked of the server each time: a time that was just refused must not come back from the browser's cache.
    const found = await this.get(Availability, '/availability', choiceParameters(query), signal, 'no-cache');
    return notBefore === undefined ? found : laterOnly(found, notBefore);
  }

  hold(hold: HoldRequest, key: string): Promise<Hold> {
    return this.write('POST', '/holds', { body: hold, key, policy: HOLD, answer: json(Hold) });
  }

  async release(hold: HoldReference): Promise<void> {
    try {
      await this.call('DELETE', path`/holds/${hold.id}`, { token: hold.token, policy: LEAVE, read: () => undefined });
    } catch (error) {
      if (!(error instanceof BackendFailure && error.kind === 'not-found')) throw error;
    }
  }

  book(booking: BookingRequest, key: string): Promise<Booking> {
    return this.write('POST', '/bookings', { body: booking, key, answer: json(Booking) });
  }

  findBooking(key: string, signal?: AbortSignal): Promise<Booking | null> {
    return orNull(this.ask('/booking-lookups', { key }, json(Booking), signal));
  }
}
