import type { CompleteBackend } from '../booking-backend.js';
import type { Reschedule } from '../../contract/booking-change.js';
import type { HoldReference } from '../../contract/hold.js';
import type { IntakeEvaluationRequest } from '../../contract/intake.js';
import type { PractitionerSearch } from '../../contract/practitioner-search.js';
import type { ServiceAreaCheck } from '../../contract/service-area.js';
import { AvailabilitySummary, type AvailabilityQuery } from '../../contract/availability.js';
import { Booking } from '../../contract/booking.js';
import { ClientData, Erasure } from '../../contract/client-data.js';
import { Hold } from '../../contract/hold.js';
import { IntakeEvaluation, IntakeRecord } from '../../contract/intake.js';
import { ServiceArea } from '../../contract/service-area.js';
import { PractitionerPage } from '../../contract/service.js';
import { json } from './answer.js';
import { HttpBackend, orNull } from './http-backend.js';
import { path } from './http-caller.js';
import { choiceParameters, isPrivate, searchParameters } from './parameters.js';
import { WRITE } from './policy.js';

/** All of version 1 over HTTP. Apart from {@link HttpBackend}, so that a page that only books does not load the rest. */
export class CompleteHttpBackend extends HttpBackend implements CompleteBackend {
  practitioners(search: PractitionerSearch, signal?: AbortSignal): Promise<PractitionerPage> {
    if (isPrivate(search)) return this.ask('/practitioner-searches', search, json(PractitionerPage), signal);
    return this.get(PractitionerPage, '/practitioners', searchParameters(search), signal);
  }

  availabilitySummary(query: AvailabilityQuery, signal?: AbortSignal): Promise<AvailabilitySummary> {
    return this.get(AvailabilitySummary, '/availability/summary', choiceParameters(query), signal, 'no-cache');
  }

  serviceArea(check: ServiceAreaCheck, signal?: AbortSignal): Promise<ServiceArea> {
    return this.ask('/service-area-checks', check, json(ServiceArea), signal);
  }

  evaluateIntake(request: IntakeEvaluationRequest, signal?: AbortSignal): Promise<IntakeEvaluation> {
    return this.ask('/intake-evaluations', request, json(IntakeEvaluation), signal);
  }

  findHold({ id, token }: HoldReference, signal?: AbortSignal): Promise<Hold | null> {
    return orNull(this.open(path`/holds/${id}`, token, json(Hold), signal));
  }

  cancel(bookingId: string, manageToken: string, key: string, ifRevision?: number): Promise<Booking> {
    return this.#change(bookingId, 'cancel', manageToken, {}, key, ifRevision);
  }

  reschedule(
    bookingId: string,
    manageToken: string,
    request: Reschedule,
    key: string,
    ifRevision?: number,
  ): Promise<Booking> {
    return this.#change(bookingId, 'reschedule', manageToken, request, key, ifRevision);
  }

  confirmContact(bookingId: string, manageToken: string, code: string, key: string): Promise<Booking> {
    return this.#change(bookingId, 'contact-confirmations', manageToken, { code }, key);
  }

  intake(bookingId: string, manageToken: string, signal?: AbortSignal): Promise<IntakeRecord | null> {
    return orNull(this.open(path`/bookings/${bookingId}/intake`, manageToken, json(IntakeRecord), signal));
  }

  async withdrawIntake(bookingId: string, manageToken: string): Promise<void> {
    const call = { token: manageToken, policy: WRITE, read: () => undefined };
    await this.call('DELETE', path`/bookings/${bookingId}/intake`, call);
  }

  clientData(bookingId: string, manageToken: string, signal?: AbortSignal): Promise<ClientData> {
    return this.open(path`/bookings/${bookingId}/client-data`, manageToken, json(ClientData), signal);
  }

  erase(bookingId: string, manageToken: string, key: string): Promise<Erasure> {
    const answer = json(Erasure);
    return this.write('POST', path`/bookings/${bookingId}/erasure`, { body: {}, key, token: manageToken, answer });
  }

  #change(
    bookingId: string,
    change: string,
    token: string,
    body: unknown,
    key: string,
    ifRevision?: number,
  ): Promise<Booking> {
    return this.write('POST', path`/bookings/${bookingId}/${change}`, {
      ...{ body, key, token, ifRevision },
      answer: json(Booking),
    });
  }
}
