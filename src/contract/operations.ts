import { Availability, AvailabilitySearch, AvailabilitySummary } from './availability.js';
import { Cancellation, ContactConfirmation, Reschedule } from './booking-change.js';
import { Booking, BookingLookup, BookingRequest } from './booking.js';
import { Business } from './business.js';
import { ClientData, Erasure, ErasureRequest } from './client-data.js';
import { ConsentDocument } from './consent.js';
import { DISCOVERY_PATH, Discovery } from './discovery.js';
import { Hold, HoldRequest } from './hold.js';
import {
  IntakeDelivery,
  IntakeEvaluation,
  IntakeEvaluationRequest,
  IntakeForm,
  IntakeReceipt,
  IntakeRecord,
} from './intake.js';
import { operation as on, type Operation } from './operation.js';
import { PractitionerFilters, PractitionerSearch } from './practitioner-search.js';
import { Practitioner } from './practitioner.js';
import { ServiceArea, ServiceAreaCheck } from './service-area.js';
import { Catalogue, PractitionerPage, Service } from './service.js';

const SUMMARY = [
  'practitioner*!',
  'service',
  'option',
  'addOn*',
  'place',
  'outwardCode',
  'dayPart',
  'times',
  'from!',
  'to!',
];
const CHOICE = ['practitioner*!', 'service!', 'option!', 'addOn*', 'place!', 'outwardCode', 'from!', 'to!'];
const FILTERS =
  'practitioner* service place outwardCode language stepFree maxPrice date dayPart order limit cursor'.split(' ');
const BODY = ['malformed', 'too-large', 'unsupported-media-type', 'validation'] as const;
const KEYED = [...BODY, 'idempotency-key-missing', 'idempotency-key-reused', 'request-in-flight'] as const;
const TIMES = ['slot-unavailable', 'not-offered', 'outside-service-area'] as const;

/** What a booking's manage token opens. */
const MANAGED = { token: 'booking', private: true } as const;

/** Everything version 1 knows. `openapi.json` is made from it, and the reference backend is tested against it. */
export const OPERATIONS: readonly Operation[] = [
  on('discover', `GET ${DISCOVERY_PATH}`, 'What the backend is and can do', { answer: Discovery }),
  on('readBusiness', 'GET /business', 'Who runs the backend', { answer: Business }),
  on('listPractitioners', 'GET /practitioners', 'A page of practitioners', {
    query: FILTERS,
    answer: PractitionerPage,
    problems: ['validation'],
  }),
  on('readPractitionerFilters', 'GET /practitioner-filters', 'What practitioners can be narrowed by', {
    answer: PractitionerFilters,
  }),
  on('readPractitioner', 'GET /practitioners/{id}', 'One practitioner', {
    answer: Practitioner,
    problems: ['not-found'],
  }),
  on('searchPractitioners', 'POST /practitioner-searches', 'A page of practitioners, asked in private', {
    body: PractitionerSearch,
    answer: PractitionerPage,
    private: true,
    problems: BODY,
  }),
  on('listServices', 'GET /services', 'Services with who gives them', {
    query: ['practitioner', 'practitioners'],
    answer: Catalogue,
    problems: ['not-found'],
  }),
  on('readService', 'GET /services/{id}', 'One service', { answer: Service, problems: ['not-found'] }),
  on('listAvailability', 'GET /availability', 'Free times', {
    query: CHOICE,
    answer: Availability,
    problems: ['validation', 'range-too-long'],
  }),
  on('summariseAvailability', 'GET /availability/summary', 'Soonest times and free days', {
    query: SUMMARY,
    answer: AvailabilitySummary,
    problems: ['validation', 'range-too-long'],
  }),
  on('searchAvailability', 'POST /availability-searches', 'Free times, asked in private', {
    body: AvailabilitySearch,
    answer: Availability,
    private: true,
    problems: [...BODY, 'range-too-long'],
  }),
  on('checkServiceArea', 'POST /service-area-checks', 'Who comes to a postcode', {
    body: ServiceAreaCheck,
    answer: ServiceArea,
    private: true,
    problems: BODY,
  }),
  on('hold', 'POST /holds', 'Keep times for a visitor, all or none', {
    body: HoldRequest,
    answer: Hold,
    status: 201,
    keyed: true,
    private: true,
    problems: [...KEYED, ...TIMES, 'hold-limit', 'challenge-required'],
  }),
  on('readHold', 'GET /holds/{id}', 'A hold, to its owner', {
    answer: Hold,
    token: 'hold',
    private: true,
    problems: ['not-found'],
  }),
  on('releaseHold', 'DELETE /holds/{id}', 'Give a hold back', { status: 204, token: 'hold', private: true }),
  on('book', 'POST /bookings', 'Book', {
    body: BookingRequest,
    answer: Booking,
    status: 201,
    keyed: true,
    private: true,
    problems: [
      ...KEYED,
      ...TIMES,
      'hold-consumed',
      'price-changed',
      'screening-refused',
      'consent-outdated',
      'booking-disabled',
      'challenge-required',
    ],
  }),
  on('findBooking', 'POST /booking-lookups', 'The booking made under a key', {
    body: BookingLookup,
    answer: Booking,
    private: true,
    problems: [...BODY, 'not-found'],
  }),
  on('readBooking', 'GET /bookings/{id}', 'A booking', { ...MANAGED, answer: Booking, problems: ['not-found'] }),
  on('cancel', 'POST /bookings/{id}/cancel', 'Cancel a booking', {
    ...MANAGED,
    body: Cancellation,
    answer: Booking,
    keyed: true,
    problems: [...KEYED, 'not-found', 'cancellation-window-passed', 'revision-mismatch'],
  }),
  on('reschedule', 'POST /bookings/{id}/reschedule', 'Move a booking', {
    ...MANAGED,
    body: Reschedule,
    answer: Booking,
    keyed: true,
    problems: [
      ...KEYED,
      ...TIMES,
      'not-found',
      'hold-consumed',
      'price-changed',
      'already-cancelled',
      'reschedule-not-allowed',
      'revision-mismatch',
      'challenge-required',
    ],
  }),
  on('confirmContact', 'POST /bookings/{id}/contact-confirmations', 'Enter the code that was sent to the client', {
    ...MANAGED,
    body: ContactConfirmation,
    answer: Booking,
    keyed: true,
    problems: [...KEYED, 'not-found'],
  }),
  on('readCalendarFile', 'GET /bookings/{id}/calendar.ics', 'A booking as an iCalendar file', {
    ...MANAGED,
    problems: ['not-found'],
  }),
  on('readIntakeForm', 'GET /intake-forms/{id}/versions/{version}', 'A form with its screening rules', {
    answer: IntakeForm,
    problems: ['not-found', 'form-version-retired'],
  }),
  on('evaluateIntake', 'POST /intake-evaluations', 'What answers lead to; keeps nothing', {
    body: IntakeEvaluationRequest,
    answer: IntakeEvaluation,
    private: true,
    problems: [...BODY, 'screening-refused', 'form-version-retired'],
  }),
  on('deliverIntake', 'PUT /bookings/{id}/intake', 'Deliver answers', {
    ...MANAGED,
    body: IntakeDelivery,
    answer: IntakeReceipt,
    keyed: true,
    problems: [...KEYED, 'not-found', 'screening-refused', 'consent-outdated', 'form-version-retired'],
  }),
  on('readIntake', 'GET /bookings/{id}/intake', 'The client’s own answers', {
    ...MANAGED,
    answer: IntakeRecord,
    problems: ['not-found'],
  }),
  on('withdrawIntake', 'DELETE /bookings/{id}/intake', 'Withdraw the consent; the answers are deleted', {
    ...MANAGED,
    status: 204,
    problems: ['not-found'],
  }),
  on('readConsentDocument', 'GET /consent-documents/{id}/versions/{version}', 'A text to agree to', {
    answer: ConsentDocument,
    problems: ['not-found'],
  }),
  on('exportClientData', 'GET /bookings/{id}/client-data', 'Everything kept about the client', {
    ...MANAGED,
    answer: ClientData,
    problems: ['not-found'],
  }),
  on('eraseClient', 'POST /bookings/{id}/erasure', 'Forget the client', {
    ...MANAGED,
    body: ErasureRequest,
    answer: Erasure,
    keyed: true,
    problems: [...KEYED, 'not-found', 'cancellation-window-passed'],
  }),
];
