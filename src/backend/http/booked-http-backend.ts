import type { LoadedForm, VersionReference } from '../booking-backend.js';
import type { IntakeDelivery, IntakeEvaluationRequest } from '../../contract/intake.js';
import { Booking } from '../../contract/booking.js';
import { ConsentDocument } from '../../contract/consent.js';
import { IntakeEvaluation, IntakeReceipt, IntakeRecord } from '../../contract/intake.js';
import { Catalogue } from '../../contract/service.js';
import { BackendFailure } from '../booking-backend.js';
import { anyJson, json } from './answer.js';
import { HttpCaller, path } from './http-caller.js';
import { READ } from './policy.js';
import { readForm } from './read-form.js';

/** What making a booking and managing one both ask over HTTP. */
export class BookedHttpBackend extends HttpCaller {
  catalogue({ practitionerId }: { practitionerId?: string }, signal?: AbortSignal): Promise<Catalogue> {
    return this.get(Catalogue, '/services', { practitioner: practitionerId }, signal);
  }

  async intakeForm({ id, version }: VersionReference, signal?: AbortSignal): Promise<LoadedForm> {
    const ask = (language?: string): Promise<unknown> => {
      const call = { policy: READ, signal, cache: 'default' as const, language, ...anyJson };
      return this.call('GET', path`/intake-forms/${id}/versions/${version}`, call);
    };
    return readForm(await ask(), ask);
  }

  consentDocument(document: VersionReference, signal?: AbortSignal): Promise<ConsentDocument> {
    return this.get(ConsentDocument, path`/consent-documents/${document.id}/versions/${document.version}`, {}, signal);
  }

  booking(id: string, manageToken: string, signal?: AbortSignal): Promise<Booking> {
    return this.open(path`/bookings/${id}`, manageToken, json(Booking), signal);
  }

  deliverIntake(bookingId: string, manageToken: string, delivery: IntakeDelivery, key: string): Promise<IntakeReceipt> {
    const answer = json(IntakeReceipt);
    return this.write('PUT', path`/bookings/${bookingId}/intake`, { body: delivery, key, token: manageToken, answer });
  }

  evaluateIntake(request: IntakeEvaluationRequest, signal?: AbortSignal): Promise<IntakeEvaluation> {
    return this.ask('/intake-evaluations', request, json(IntakeEvaluation), signal);
  }

  intake(bookingId: string, manageToken: string, signal?: AbortSignal): Promise<IntakeRecord | null> {
    return orNull(this.open(path`/bookings/${bookingId}/intake`, manageToken, json(IntakeRecord), signal));
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
