import { AvailabilitySearch } from '../../contract/availability.js';
import { Cancellation, Reschedule } from '../../contract/booking-change.js';
import { BookingLookup, BookingRequest } from '../../contract/booking.js';
import { ErasureRequest } from '../../contract/client-data.js';
import { HoldRequest } from '../../contract/hold.js';
import { IntakeDelivery, IntakeEvaluationRequest } from '../../contract/intake.js';
import { PractitionerSearch } from '../../contract/practitioner-search.js';
import { ServiceAreaCheck } from '../../contract/service-area.js';
import type { Bookings } from './bookings.js';
import { BUSINESS, PRACTITIONERS, SERVICES } from './catalogue.js';
import type { Diary } from './diary.js';
import { catalogueOf, found, practitionerFilters, practitionersFor, serviceAreaOf } from './directory.js';
import { CONSENT, FORM } from './intake-form.js';
import type { Intake } from './intake.js';
import { askedForCards, askedInUrl, filtersInUrl, sensible } from './questions.js';
import { bodyOf, type Answered, type Asked } from './requests.js';
import { ProblemAnswer } from './session.js';
import { summaryOf } from './summary.js';

/** What the routes work on. */
export interface Parts {
  diary: Diary;
  bookings: Bookings;
  intake: Intake;
}

/** One endpoint: how it answers a request whose path names `id` and `version`. */
export interface Route {
  /** Without the version; `*` stands for what a path names. */
  path: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** A write that is done once per key. */
  keyed?: true;
  /** May be kept by caches. */
  open?: true;
  answer(parts: Parts, asked: Asked, id: string, version: string): Answered;
}

const ok = (value: unknown, status = 200): Answered => ({ status, body: JSON.stringify(value) });
const gone: Answered = { status: 204, body: null };

function versioned<Noun extends { id: string; version: string }>(noun: Noun, id: string, version: string): Answered {
  if (noun.id !== id) throw new ProblemAnswer('not-found');
  if (noun.version !== version)
    throw new ProblemAnswer(noun === (FORM as unknown) ? 'form-version-retired' : 'not-found');
  return ok(noun);
}

/** Everything below `baseUrl`. */
export const ROUTES: readonly Route[] = [
  { method: 'GET', path: '/business', open: true, answer: () => ok(BUSINESS) },
  {
    method: 'GET',
    path: '/services',
    open: true,
    answer: (_, { search }) => ok(catalogueOf(search.get('practitioner'), search.get('practitioners'))),
  },
  { method: 'GET', path: '/services/*', open: true, answer: (_, __, id) => ok(found(SERVICES, id)) },
  {
    method: 'GET',
    path: '/practitioners',
    open: true,
    answer: ({ diary }, { search }) => ok(practitionersFor(filtersInUrl(search, BUSINESS.currency), diary)),
  },
  { method: 'GET', path: '/practitioner-filters', open: true, answer: () => ok(practitionerFilters()) },
  { method: 'GET', path: '/practitioners/*', open: true, answer: (_, __, id) => ok(found(PRACTITIONERS, id)) },
  {
    method: 'POST',
    path: '/practitioner-searches',
    answer: ({ diary }, asked) => ok(practitionersFor(bodyOf(PractitionerSearch, asked), diary)),
  },
  {
    method: 'POST',
    path: '/service-area-checks',
    answer: (_, asked) => ok(serviceAreaOf(bodyOf(ServiceAreaCheck, asked))),
  },
  {
    method: 'GET',
    path: '/availability',
    open: true,
    answer: ({ diary }, { search }) => ok(diary.availability(askedInUrl(search))),
  },
  {
    method: 'GET',
    path: '/availability/summary',
    open: true,
    answer: ({ diary }, { search }) => ok(summaryOf(askedForCards(search), diary)),
  },
  {
    method: 'POST',
    path: '/availability-searches',
    answer: ({ diary }, asked) => ok(diary.availability(sensible(bodyOf(AvailabilitySearch, asked)))),
  },
  {
    method: 'GET',
    path: '/intake-forms/*/versions/*',
    open: true,
    answer: (_, __, id, version) => versioned(FORM, id, version),
  },
  {
    method: 'GET',
    path: '/consent-documents/*/versions/*',
    open: true,
    answer: (_, __, id, version) => versioned(CONSENT, id, version),
  },
  {
    method: 'POST',
    path: '/intake-evaluations',
    answer: ({ intake }, asked) => ok(intake.evaluate(bodyOf(IntakeEvaluationRequest, asked))),
  },
  {
    method: 'POST',
    path: '/holds',
    keyed: true,
    answer: ({ diary }, asked) => ok(diary.hold(bodyOf(HoldRequest, asked)), 201),
  },
  { method: 'GET', path: '/holds/*', answer: ({ diary }, { token }, id) => ok(diary.openHold(id, token)) },
  {
    method: 'DELETE',
    path: '/holds/*',
    answer({ diary }, { token }, id) {
      diary.release(id, token);
      return gone;
    },
  },
  {
    method: 'POST',
    path: '/bookings',
    keyed: true,
    answer: ({ bookings }, asked) => ok(bookings.book(bodyOf(BookingRequest, asked), asked.key!), 201),
  },
  {
    method: 'POST',
    path: '/booking-lookups',
    answer: ({ bookings }, asked) => ok(bookings.find(bodyOf(BookingLookup, asked).key)),
  },
  { method: 'GET', path: '/bookings/*', answer: ({ bookings }, { token }, id) => ok(bookings.read(id, token)) },
  {
    method: 'GET',
    path: '/bookings/*/calendar.ics',
    answer: ({ bookings }, { token }, id) => ({
      status: 200,
      body: bookings.calendarFile(id, token),
      type: 'text/calendar',
    }),
  },
  {
    method: 'POST',
    path: '/bookings/*/cancel',
    keyed: true,
    answer({ bookings }, asked, id) {
      bookings.open(id, asked.token);
      bodyOf(Cancellation, asked);
      return ok(bookings.cancel(id, asked.token, asked.ifRevision));
    },
  },
  {
    method: 'POST',
    path: '/bookings/*/reschedule',
    keyed: true,
    answer({ bookings }, asked, id) {
      bookings.open(id, asked.token);
      return ok(bookings.reschedule(id, asked.token, bodyOf(Reschedule, asked), asked.ifRevision));
    },
  },
  {
    method: 'PUT',
    path: '/bookings/*/intake',
    keyed: true,
    answer({ bookings, intake }, asked, id) {
      bookings.open(id, asked.token);
      return ok(intake.deliver(id, bodyOf(IntakeDelivery, asked)));
    },
  },
  {
    method: 'GET',
    path: '/bookings/*/intake',
    answer({ bookings, intake }, { token }, id) {
      bookings.open(id, token);
      return ok(intake.read(id));
    },
  },
  {
    method: 'DELETE',
    path: '/bookings/*/intake',
    answer({ bookings, intake }, { token }, id) {
      bookings.open(id, token);
      intake.withdraw(id);
      return gone;
    },
  },
  {
    method: 'GET',
    path: '/bookings/*/client-data',
    answer: ({ bookings }, { token }, id) => ok(bookings.clientData(id, token)),
  },
  {
    method: 'POST',
    path: '/bookings/*/erasure',
    keyed: true,
    answer({ bookings }, asked, id) {
      bookings.open(id, asked.token);
      bodyOf(ErasureRequest, asked);
      return ok(bookings.erase(id, asked.token));
    },
  },
];
