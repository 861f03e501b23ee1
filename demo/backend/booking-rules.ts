import type { BookingRequest, Client } from '../../src/contract/booking.js';
import type { Consent } from '../../src/contract/consent.js';
import type { FieldProblem } from '../../src/contract/problem.js';
import { parsePostcode } from '../../src/domain/client/postcode.js';
import type { CatalogueData } from './catalogue.js';
import { invalid, ProblemError } from './problems.js';
import { priceOfSessions, type PlannedSessions } from './sessions.js';

/** Everything about a booking that can be refused before anybody's calendar is looked at. Throws the first problem. */
export function assertBookable(catalogue: CatalogueData, request: BookingRequest, sessions: PlannedSessions): void {
  assertInstants(request);
  assertReachable(request.client, sessions);
  assertScreened(catalogue, request, sessions);
  for (const [index, consent] of request.consents.entries()) assertCurrent(catalogue, consent, `/consents/${index}`);
  const price = priceOfSessions(sessions);
  const { amount, currency } = request.expectedTotal;
  if (amount !== price.total.amount || currency !== price.total.currency)
    throw new ProblemError('price-changed', { price });
}

/** Throws unless a consent names a document that exists, in its current version and wording. */
export function assertCurrent(catalogue: CatalogueData, consent: Consent, pointer: string): void {
  if (!catalogue.knows('document', consent.documentId)) {
    throw invalid({ pointer: `${pointer}/documentId`, detail: 'There is no such document.' });
  }
  const document = catalogue.document(consent.documentId, consent.version);
  if (!document || !catalogue.languages.isWording(document, consent.hash)) throw new ProblemError('consent-outdated');
}

/** The schema sees whether an instant is written as one; whether there is such a day, only the calendar says. */
function assertInstants({ consents, safetyCheck }: BookingRequest): void {
  for (const [index, { at }] of consents.entries()) assertInstant(at, `/consents/${index}/at`);
  if (safetyCheck) assertInstant(safetyCheck.at, '/safetyCheck/at');
}

/** An instant in milliseconds. Throws `validation` for one that never was, or that nobody alive could mean. */
export function assertInstant(text: string, pointer: string): number {
  const instant = Date.parse(text);
  if (!(instant > Date.UTC(1970, 0) && instant < Date.UTC(2200, 0))) {
    throw invalid({ pointer, detail: 'This is no instant of our days.' });
  }
  return instant;
}

/**
 * Throws `validation` where a visit lacks a phone number or an address in the area it was priced for; `pointer` names
 * the field of the postcode.
 */
export function assertReachable(client: Client, sessions: PlannedSessions, pointer = '/client/address/postcode'): void {
  const faults: FieldProblem[] = [];
  if (client.name.trim() === '') faults.push({ pointer: '/client/name', detail: 'This is required.' });
  const visit = sessions.find(({ offering }) => offering.offer.place === 'outcall');
  if (visit) {
    if (!client.phone) faults.push({ pointer: '/client/phone', detail: 'A visit needs a phone number.' });
    if (!client.address) faults.push({ pointer: '/client/address', detail: 'A visit needs an address.' });
    else {
      const postcode = parsePostcode(client.address.postcode);
      if (postcode.kind !== 'full' || postcode.outwardCode !== visit.offering.outwardCode) {
        faults.push({ pointer, detail: 'This is not in the area the price was made for.' });
      }
    }
  }
  if (faults.length > 0) throw invalid(...faults);
}

/** The answers stay on the client's device: what is asked for is the statement that the check of this very form was passed. */
function assertScreened(catalogue: CatalogueData, { safetyCheck }: BookingRequest, sessions: PlannedSessions): void {
  for (const { offering } of sessions) {
    const form = catalogue.formFor(offering.practitioner.profile.id, offering.service.id);
    if (form && (safetyCheck?.formId !== form.id || safetyCheck.version !== form.version)) {
      throw new ProblemError('screening-refused');
    }
  }
}
