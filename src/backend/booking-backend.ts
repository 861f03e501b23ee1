import type {
  Availability,
  AvailabilityQuery,
  AvailabilitySummary,
  AvailabilitySummaryQuery,
} from '../contract/availability.js';
import type { Reschedule } from '../contract/booking-change.js';
import type { Booking, BookingRequest } from '../contract/booking.js';
import type { ClientData, Erasure } from '../contract/client-data.js';
import type { ConsentDocument } from '../contract/consent.js';
import type { Discovery } from '../contract/discovery.js';
import type { Hold, HoldReference, HoldRequest } from '../contract/hold.js';
import type {
  IntakeDelivery,
  IntakeEvaluation,
  IntakeEvaluationRequest,
  IntakeForm,
  IntakeReceipt,
  IntakeRecord,
} from '../contract/intake.js';
import type { PractitionerFilters, PractitionerSearch } from '../contract/practitioner-search.js';
import type { Problem } from '../contract/problem.js';
import type { ServiceArea, ServiceAreaCheck } from '../contract/service-area.js';
import type { Catalogue, PractitionerPage } from '../contract/service.js';

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

  /** By name, because a backend the page made itself may come from another copy of this module. */
  static override [Symbol.hasInstance](value: unknown): value is BackendFailure {
    return value instanceof Error && value.name === 'BackendFailure';
  }
}

/** The failure of what could not be fetched at all. */
export function unreachable(cause: unknown): BackendFailure {
  return new BackendFailure('unreachable', undefined, { cause });
}

/** A form, or what can be trusted of it. */
export type LoadedForm = IntakeForm & {
  /** Only its safety check could be trusted, so that the rest has to be asked later. */
  isPartial?: true;
  /** Where its translation is not checked: the same with the rest in the form's own language, for asking that later. */
  whole?: IntakeForm;
};

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
  intakeForm(form: VersionReference, signal?: AbortSignal): Promise<LoadedForm>;
  consentDocument(document: VersionReference, signal?: AbortSignal): Promise<ConsentDocument>;
  /** With `notBefore` or `skills` it is asked in private (`availabilitySearch`), so that neither is in a URL. */
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

/** What lists of practitioners ask besides. */
export interface DirectoryBackend {
  /** One page of practitioners (`practitionerSearch`). What may say something about a client is asked in private. */
  practitioners(search: PractitionerSearch, signal?: AbortSignal): Promise<PractitionerPage>;
  /** What practitioners can be narrowed by (`practitionerSearch`). */
  practitionerFilters(signal?: AbortSignal): Promise<PractitionerFilters>;
  /** The soonest free times and the free days of each practitioner (`availabilitySummary`). */
  availabilitySummary(query: AvailabilitySummaryQuery, signal?: AbortSignal): Promise<AvailabilitySummary>;
}

/** What cards and lists of them ask. Adapters and pages may leave out what comes after {@link BookingBackend}. */
export type ListingBackend = Pick<BookingBackend, 'discovery' | 'catalogue' | 'availability'> &
  Partial<DirectoryBackend>;

/** What a flow asks besides, where the backend can answer. Adapters and pages may leave it out. */
export interface VisitBackend {
  /** Who comes to a postcode (`serviceAreaChecks`). */
  serviceArea(check: ServiceAreaCheck, signal?: AbortSignal): Promise<ServiceArea>;
  /** What answers lead to (`intake: 'screening'`). The backend keeps none of it. */
  evaluateIntake(request: IntakeEvaluationRequest, signal?: AbortSignal): Promise<IntakeEvaluation>;
  /** The visitor's own hold, or null once it is gone. */
  findHold(hold: HoldReference, signal?: AbortSignal): Promise<Hold | null>;
}

/**
 * What whoever holds a booking's manage token can do. `ifRevision` refuses with `revision-mismatch` where the booking was
 * changed since.
 */
export interface ManageBackend {
  /** Cancels. A booking that is cancelled already is answered as it is. */
  cancel(bookingId: string, manageToken: string, key: string, ifRevision?: number): Promise<Booking>;
  /** Moves the booking to other times, or changes nothing. */
  reschedule(
    bookingId: string,
    manageToken: string,
    request: Reschedule,
    key: string,
    ifRevision?: number,
  ): Promise<Booking>;
  /** The code that was sent to the client; a wrong one is `invalid`. */
  confirmContact(bookingId: string, manageToken: string, code: string, key: string): Promise<Booking>;
  /** The client's own answers, or null where there are none. */
  intake(bookingId: string, manageToken: string, signal?: AbortSignal): Promise<IntakeRecord | null>;
  /** Withdraws the consent: the answers are deleted. Never fails where there are none. */
  withdrawIntake(bookingId: string, manageToken: string): Promise<void>;
  /** Everything kept about the client of this booking (`clientData`). */
  clientData(bookingId: string, manageToken: string, signal?: AbortSignal): Promise<ClientData>;
  /** Has it forgotten, and a booking that lies ahead cancelled. */
  erase(bookingId: string, manageToken: string, key: string): Promise<Erasure>;
}

/** What a whole booking asks. Adapters and pages may leave out what comes after {@link BookingBackend}. */
export type VisitedBackend = BookingBackend &
  Partial<Pick<VisitBackend, 'evaluateIntake'> & Pick<ManageBackend, 'intake'>>;

/** What a managed booking asks. Adapters and pages may leave the changes out. */
export type ManagingBackend = Pick<
  BookingBackend,
  'discovery' | 'catalogue' | 'intakeForm' | 'consentDocument' | 'booking' | 'deliverIntake' | 'calendarFile'
> &
  Partial<ManageBackend & Pick<VisitBackend, 'evaluateIntake'>>;

/** All that version 1 knows. */
export interface CompleteBackend extends BookingBackend, DirectoryBackend, VisitBackend, ManageBackend {}
