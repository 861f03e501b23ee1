import * as z from 'zod/mini';
import { id, instant, languageTag, line, link, list, localTime, minutes, openEnum, text, timeZone } from './schema.js';
import { Consent } from './consent.js';
import { Course } from './course.js';
import { HoldReference, SessionItem } from './hold.js';
import { IntakeProof, SafetyAttestation } from './intake.js';
import { Money, Price } from './money.js';
import { Address, Place, Venue } from './place.js';

/** Who is treated. */
export const Client = z.object({
  name: line,
  email: z.string().check(z.maxLength(320), z.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/)),
  /** As typed; any human format. Required for `outcall`. */
  phone: z.optional(z.string().check(z.minLength(5), z.maxLength(40))),
  /** Required for `outcall`. */
  address: z.optional(Address),
});
export type Client = z.infer<typeof Client>;

/** `POST /v1/bookings`. */
export const BookingRequest = z.object({
  items: list(SessionItem, 10),
  hold: z.optional(HoldReference),
  client: Client,
  /** Absent only where the service names no form. */
  safetyCheck: z.optional(SafetyAttestation),
  /** How the other answers travel: with this booking, by a later link, in person, or not at all. */
  intake: z.enum(['inline', 'later', 'in-person', 'off']),
  /** What `POST /v1/intake-evaluations` answered about the answers that will follow. */
  intakeProof: z.optional(IntakeProof),
  consents: list(Consent, 20),
  /** What the client was shown. A different price is refused with `price-changed`, and nothing is booked. */
  expectedTotal: Money,
  /** Ask the therapist first, without saying why. */
  asRequest: z.optional(z.boolean()),
  /** Mails to the client, and what they lay in a calendar, do not say what was booked in subject, sender or title. */
  discreet: z.optional(z.boolean()),
  locale: languageTag,
  notes: z.optional(z.string().check(z.maxLength(1000))),
  /** The host page's own reference, passed through. */
  reference: z.optional(line),
  metadata: z.optional(z.record(id, z.string().check(z.maxLength(500)))),
  challengeId: z.optional(id),
  /** Where a payment page may send the client back to. Reserved: version 1 takes no payment. */
  returnUrl: z.optional(link),
});
export type BookingRequest = z.infer<typeof BookingRequest>;

export const BookingStatus = openEnum([
  'requested',
  'awaiting_payment',
  'confirmed',
  'cancelled',
  'declined',
  'completed',
  'no_show',
  'expired',
]);
export type BookingStatus = z.infer<typeof BookingStatus>;

/** One booked session. */
export const BookedSession = z.object({
  practitionerId: id,
  practitionerName: line,
  serviceId: id,
  serviceName: line,
  optionId: id,
  addOns: list(z.object({ id, name: line }), 30),
  minutes,
  start: instant,
  end: instant,
  local: localTime,
  timeZone,
  place: Place,
  venue: Venue,
});
export type BookedSession = z.infer<typeof BookedSession>;

/** What exists after confirm. Answered only to whoever holds the manage token, and never cached. */
export const Booking = z.object({
  id,
  /** Short and sayable, for people. */
  reference: line,
  status: BookingStatus,
  sessions: list(BookedSession, 10),
  price: Price,
  payment: z.object({
    status: openEnum(['unpaid', 'paid', 'refunded']),
    when: openEnum(['on-the-day', 'online']),
    /** Reserved: where to pay online, and until when the time is kept for it. */
    url: z.optional(link),
    expiresAt: z.optional(instant),
  }),
  /** Changes and cancellation are free until this instant. */
  freeUntil: z.object({ instant, local: localTime }),
  /** What the client can still do by themselves, just now. */
  allowed: z.optional(z.object({ cancel: z.boolean(), reschedule: z.boolean() })),
  intake: z.object({
    status: openEnum(['none', 'awaited', 'received', 'withdrawn']),
    /** The form whose answers belong to this booking. */
    form: z.optional(z.object({ id, version: id })),
  }),
  /** `awaited`: the booking stays a request until the client enters the code that was sent to them. */
  contact: z.optional(z.object({ status: openEnum(['awaited', 'confirmed']) })),
  aftercare: z.optional(text),
  /** Bearer secret that alone opens this booking. Only in the answer to the booking itself. */
  manageToken: z.optional(z.string().check(z.minLength(16), z.maxLength(500))),
  /** Rises with every change. Also the entity tag that `If-Match` is compared with. */
  revision: z.int(),
  createdAt: instant,
  /** Absent where nothing has changed since. */
  updatedAt: z.optional(instant),
  cancelledAt: z.optional(instant),
  /** Reserved. */
  course: z.optional(Course),
});
export type Booking = z.infer<typeof Booking>;

/** `POST /v1/booking-lookups`: finds the booking made under a key whose answer was lost. */
export const BookingLookup = z.object({ key: z.string().check(z.minLength(16), z.maxLength(200)) });
export type BookingLookup = z.infer<typeof BookingLookup>;
