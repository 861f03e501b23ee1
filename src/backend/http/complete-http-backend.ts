import type { CompleteBackend } from '../booking-backend.js';
import type { HoldReference } from '../../contract/hold.js';
import type { ServiceAreaCheck } from '../../contract/service-area.js';
import { Booking } from '../../contract/booking.js';
import { ClientData, Erasure } from '../../contract/client-data.js';
import { Hold } from '../../contract/hold.js';
import { ServiceArea } from '../../contract/service-area.js';
import { json } from './answer.js';
import { orNull } from './booked-http-backend.js';
import { HttpBackend } from './http-backend.js';
import { path } from './http-caller.js';
import { listing } from './listing.js';
import { managing } from './managing.js';

/** All of version 1 over HTTP. Apart from {@link HttpBackend}, so that a page that only books does not load the rest. */
export class CompleteHttpBackend extends listing(managing(HttpBackend)) implements CompleteBackend {
  serviceArea(check: ServiceAreaCheck, signal?: AbortSignal): Promise<ServiceArea> {
    return this.ask('/service-area-checks', check, json(ServiceArea), signal);
  }

  findHold({ id, token }: HoldReference, signal?: AbortSignal): Promise<Hold | null> {
    return orNull(this.open(path`/holds/${id}`, token, json(Hold), signal));
  }

  confirmContact(bookingId: string, manageToken: string, code: string, key: string): Promise<Booking> {
    const call = { body: { code }, key, token: manageToken, answer: json(Booking) };
    return this.write('POST', path`/bookings/${bookingId}/contact-confirmations`, call);
  }

  clientData(bookingId: string, manageToken: string, signal?: AbortSignal): Promise<ClientData> {
    return this.open(path`/bookings/${bookingId}/client-data`, manageToken, json(ClientData), signal);
  }

  erase(bookingId: string, manageToken: string, key: string): Promise<Erasure> {
    const answer = json(Erasure);
    return this.write('POST', path`/bookings/${bookingId}/erasure`, { body: {}, key, token: manageToken, answer });
  }
}
