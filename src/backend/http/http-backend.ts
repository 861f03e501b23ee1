import type { BookingBackend, VersionReference } from '../booking-backend.js';
import type { BookingRequest } from '../../contract/booking.js';
import type { HoldReference, HoldRequest } from '../../contract/hold.js';
import type { IntakeDelivery } from '../../contract/intake.js';
import { Availability, type AvailabilityQuery } from '../../contract/availability.js';
import { Booking } from '../../contract/booking.js';
import { ConsentDocument } from '../../contract/consent.js';
import { Hold } from '../../contract/hold.js';
import { IntakeForm, IntakeReceipt } from '../../contract/intake.js';
import { Catalogue } from '../../contract/service.js';
import { BackendFailure } from '../booking-backend.js';
import { json } from './answer.js';
import { HttpCaller, path } from './http-caller.js';
import { choiceParameters, laterOnly } from './parameters.js';
import { HOLD, LEAVE } from './policy.js';

/** A backend that speaks version 1 of the Knead Booking API over HTTP: what booking takes. */
export class HttpBackend extends HttpCaller implements BookingBackend {
  catalogue({ practitionerId }: { practitionerId?: string }, signal?: AbortSignal): Promise<Catalogue> {
    return this.get(Catalogue, '/services', { practitioner: practitionerId }, signal);
  }

  intakeForm(form: VersionReference, signal?: AbortSignal): Promise<IntakeForm> {
    return this.get(IntakeForm, path`/intake-forms/${form.id}/versions/${form.version}`, {}, signal);
  }

  consentDocument(document: VersionReference, signal?: AbortSignal): Promise<ConsentDocument> {
    return this.get(ConsentDocument, path`/consent-documents/${document.id}/versions/${document.version}`, {}, signal);
  }

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

  booking(id: string, manageToken: string, signal?: AbortSignal): Promise<Booking> {
    return this.open(path`/bookings/${id}`, manageToken, json(Booking), signal);
  }

  deliverIntake(bookingId: string, manageToken: string, delivery: IntakeDelivery, key: string): Promise<IntakeReceipt> {
    const answer = json(IntakeReceipt);
    return this.write('PUT', path`/bookings/${bookingId}/intake`, { body: delivery, key, token: manageToken, answer });
  }

  calendarFile(bookingId: string, manageToken: string, signal?: AbortSignal): Promise<Blob> {
    const answer = {
      type: /^text\/calendar\b/i,
      read: (bytes: Uint8Array<ArrayBuffer>) =>
        new Blob([bytes], { __proto__: null, type: 'text/calendar' } as BlobPropertyBag),
    };
    return this.open(path`/bookings/${bookingId}/calendar.ics`, manageToken, answer, signal);
  }
}

/** Null where there is no such thing. */
export async function orNull<Answer>(outcome: Promise<Answer>): Promise<Answer | null> {
  try {
    return await outcome;
  } catch (error) {
    if (error instanceof BackendFailure && error.kind === 'not-found') return null;
    throw error;
  }
}
