import type { Availability, AvailabilityQuery } from '../contract/availability.js';
import type { Booking, BookingRequest } from '../contract/booking.js';
import type { ConsentDocument } from '../contract/consent.js';
import type { Discovery } from '../contract/discovery.js';
import type { Hold, HoldReference, HoldRequest } from '../contract/hold.js';
import type { IntakeDelivery, IntakeForm, IntakeReceipt } from '../contract/intake.js';
import type { Problem } from '../contract/problem.js';
import type { Catalogue } from '../contract/service.js';

/**
 * The ways a backend can fail, as far as anybody has to act differently:
 * - `unreachable`: no usable answer after all retries (offline, refused by CORS or CSP, timeout, 429, 5xx);
 * - `broken`: it answered something that is not the contract (HTML, broken JSON, a foreign schema);
 * - `not-found`: no such thing, or no right to it;
 * - `taken`: the time is gone, `problem.alternatives` may name others;
 * - `price-changed`: `problem.price` is what it costs now, nothing was booked;
 * - `invalid`: `problem.errors` names the fields;
 * - `refused`: any other problem, see `problem.code`;
 * - `unknown`: a booking or a delivery has left and its answer was lost, so it may have happened. A lost hold is
 *   `unreachable`: asking again with the same key settles it.
 */
export type FailureKind =
  'unreachable' | 'broken' | 'not-found' | 'taken' | 'price-changed' | 'invalid' | 'refused' | 'unknown';

/** The one error a backend throws, besides an `AbortError` for an aborted read. Its message never holds what was typed. */
export class BackendFailure extends Error {
  override readonly name = 'BackendFailure';

  constructor(
    readonly kind: FailureKind,
    readonly problem?: Problem,
    options?: ErrorOptions,
  ) {
    super(problem ? `${kind}: ${problem.code}` : kind, options);
  }
}

/** Names a versioned form or document. */
export interface VersionReference {
  id: string;
  version: string;
}

/**
 * The port: everything Knead asks of a booking system. Reads take an `AbortSignal`; writes do not, because aborting a
 * request does not undo it. Every method rejects with {@link BackendFailure}, or with an `AbortError` where a signal was
 * aborted. A `key` is the Idempotency-Key of one intent: the same key and request may be sent any number of times.
 */
export interface BookingBackend {
  /** What the backend says of itself. */
  discovery(signal?: AbortSignal): Promise<Discovery>;
  /** Services and practitioners, of one practitioner or of all. */
  catalogue(query: { practitionerId?: string }, signal?: AbortSignal): Promise<Catalogue>;
  intakeForm(form: VersionReference, signal?: AbortSignal): Promise<IntakeForm>;
  consentDocument(document: VersionReference, signal?: AbortSignal): Promise<ConsentDocument>;
  availability(query: AvailabilityQuery, signal?: AbortSignal): Promise<Availability>;
  /** Keeps times for this visitor. With `request.hold`, keeps the same times for longer. */
  hold(request: HoldRequest, key: string): Promise<Hold>;
  /** Gives a hold back; works while the page is being left. Never fails for a hold that is already gone. */
  release(hold: HoldReference): Promise<void>;
  /** Books. May run for a minute with retries; rejects with `unknown` if the outcome could not be learnt. */
  book(request: BookingRequest, key: string): Promise<Booking>;
  /** The booking made under a key, or null if there is none. */
  findBooking(key: string, signal?: AbortSignal): Promise<Booking | null>;
  booking(id: string, manageToken: string, signal?: AbortSignal): Promise<Booking>;
  deliverIntake(bookingId: string, manageToken: string, delivery: IntakeDelivery, key: string): Promise<IntakeReceipt>;
  /** The booking as an iCalendar file. */
  calendarFile(bookingId: string, manageToken: string, signal?: AbortSignal): Promise<Blob>;
}
