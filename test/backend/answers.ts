import type { Availability, AvailabilityEntry, AvailabilityQuery, Slot } from '../../src/contract/availability.js';
import type { Booking, BookingRequest } from '../../src/contract/booking.js';
import type { Hold, HoldRequest, SessionItem } from '../../src/contract/hold.js';
import type { Money, Price } from '../../src/contract/money.js';

/** Smallest answers and requests that fit the contract. */
export const POUNDS_80: Money = { amount: 8000, currency: 'GBP' };
export const PRICE: Price = {
  total: POUNDS_80,
  lines: [{ kind: 'service', label: 'Back massage', amount: POUNDS_80 }],
};

export const QUERY: AvailabilityQuery = {
  practitionerIds: ['mara'],
  serviceId: 'back',
  optionId: '60',
  addOnIds: [],
  place: 'incall',
  from: '2026-10-01',
  to: '2026-10-31',
};

/** A slot of an hour at a London wall time in summer, `2026-10-14T11:00`. */
export function slot(wall: string): Slot {
  const start = Date.parse(`${wall}:00+01:00`);
  const iso = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z');
  return { start: iso(start), end: iso(start + 3_600_000), local: `${wall}:00+01:00`, token: `token ${wall}` };
}

export function entry(practitionerId: string, ...slots: Slot[]): AvailabilityEntry {
  return { practitionerId, timeZone: 'Europe/London', place: 'incall', price: PRICE, slots };
}

export function availability(...entries: Availability['entries']): Availability {
  return { from: QUERY.from, to: QUERY.to, horizon: '2026-12-31', entries };
}

export const ITEM: SessionItem = {
  practitionerId: 'mara',
  serviceId: 'back',
  optionId: '60',
  addOnIds: [],
  place: 'incall',
  start: '2026-10-14T10:00:00Z',
  slotToken: 'token',
};

export const HOLD_REQUEST: HoldRequest = { items: [ITEM] };

export const HOLD: Hold = {
  id: 'h1',
  token: 'hold-token-0123456789',
  expiresAt: '2026-10-09T08:15:00Z',
  secondsLeft: 900,
  extendable: true,
  price: PRICE,
};

export const BOOKING_REQUEST: BookingRequest = {
  items: [ITEM],
  client: { name: 'Ada Example', email: 'ada@client.example' },
  safetyCheck: { formId: 'before-massage', version: '1', passed: true, at: '2026-10-09T08:00:00Z' },
  intake: 'in-person',
  consents: [],
  expectedTotal: POUNDS_80,
  locale: 'en-GB',
};

export const BOOKING: Booking = {
  id: 'b1',
  reference: 'KN-1001',
  status: 'confirmed',
  sessions: [
    {
      practitionerId: 'mara',
      practitionerName: 'Mara L.',
      serviceId: 'back',
      serviceName: 'Back massage',
      optionId: '60',
      addOns: [],
      minutes: 60,
      start: '2026-10-14T10:00:00Z',
      end: '2026-10-14T11:00:00Z',
      local: '2026-10-14T11:00:00+01:00',
      timeZone: 'Europe/London',
      place: 'incall',
      venue: { place: 'incall' },
    },
  ],
  price: PRICE,
  payment: { status: 'unpaid', when: 'on-the-day' },
  freeUntil: { instant: '2026-10-13T10:00:00Z', local: '2026-10-13T11:00:00+01:00' },
  intake: { status: 'none' },
  manageToken: 'manage-token-0123456789',
  revision: 1,
  createdAt: '2026-10-09T08:00:00Z',
};

export const KEY = '7f9c24e5-1c6b-4d0a-9b1e-0f3a5d7c9e11';
