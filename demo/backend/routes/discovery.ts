import { DISCOVERY_PATH, type Discovery } from '../../../src/contract/discovery.js';
import type { BackendParts } from '../backend.js';
import { AVAILABILITY_DAYS, AVAILABILITY_PRACTITIONERS, HOLD_SECONDS } from '../limits.js';
import { publicAnswer } from '../public-answer.js';
import type { Route } from './route.js';

/** What the backend says of itself. */
export function discoveryOf({ catalogue, publicUrl }: BackendParts): Discovery {
  return {
    api: 'knead-booking',
    version: '1',
    baseUrl: `${publicUrl}/v1`,
    business: catalogue.seed.business,
    capabilities: {
      holds: true,
      batchAvailability: true,
      idempotency: 'replay',
      atomicBooking: true,
      bookingLookup: true,
      addOns: true,
      outcall: true,
      cancel: true,
      reschedule: true,
      calendarFile: true,
      intake: 'screening',
      consents: true,
      payment: 'none',
      courses: false,
      availabilitySummary: true,
      availabilitySearch: true,
      practitionerSearch: true,
      serviceAreaChecks: true,
      intakeWithdrawal: true,
      clientData: true,
      challenge: 'none',
    },
    limits: {
      holdSeconds: HOLD_SECONDS,
      practitioners: AVAILABILITY_PRACTITIONERS,
      days: AVAILABILITY_DAYS,
      horizonDays: catalogue.horizonDays,
    },
  };
}

export const discoveryRoutes: readonly Route[] = [
  { method: 'GET', path: DISCOVERY_PATH, answer: (c, backend) => publicAnswer(c, discoveryOf(backend), 60) },
  { method: 'GET', path: '/v1/business', answer: (c, { catalogue }) => publicAnswer(c, catalogue.seed.business, 60) },
  {
    method: 'GET',
    path: '/health',
    async answer(c, { database }) {
      await database.query('SELECT 1');
      return publicAnswer(c, { status: 'ok', database: database.engine, zoneData: process.versions.tz }, 0);
    },
  },
];
