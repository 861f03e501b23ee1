import type { Booking } from '../../src/contract/booking.js';
import type { Practitioner } from '../../src/contract/practitioner.js';
import type { Service } from '../../src/contract/service.js';
import type { OfferedSlot } from '../../src/domain/slots/slot-index.js';
import type { Facts, Preset, HeldTime } from '../../src/flow/state.js';

const pounds = (amount: number): { amount: number; currency: string } => ({ amount: amount * 100, currency: 'GBP' });

const back: Service = {
  id: 'back',
  name: 'Back massage',
  description: 'Slow work on the back.',
  intensity: 3,
  techniques: [],
  areas: [],
  options: [45, 60].map((minutes) => ({
    id: `back-${minutes}`,
    minutes,
    prices: [
      { place: 'incall', price: pounds(minutes) },
      { place: 'outcall', price: pounds(minutes + 20) },
    ],
  })),
  addOns: [{ id: 'stones', kind: 'extra', name: 'Hot stones', minutes: 15, price: pounds(15) }],
  intakeForm: { id: 'massage', version: '1' },
  faq: [],
};

const rest: Service = {
  ...back,
  id: 'rest',
  name: 'Rest',
  options: [{ id: 'rest-60', minutes: 60, prices: [{ place: 'incall', price: pounds(50) }] }],
  addOns: [],
};

/** A practitioner for flows: two places, both services. */
export function practitioner(change: Partial<Practitioner> = {}): Practitioner {
  return {
    id: 'mara',
    name: 'Mara',
    timeZone: 'Europe/London',
    languages: ['en'],
    specialisms: [],
    credentials: [],
    skills: [],
    places: [
      { place: 'incall', locationId: 'studio', area: { name: 'Marylebone', outwardCode: 'W1U' }, approval: 'instant' },
      { place: 'outcall', zones: [{ outwardCodes: ['E1', 'W1U'], fee: pounds(15) }], approval: 'instant' },
    ],
    serviceIds: ['back', 'rest'],
    testimonials: [],
    ...change,
  };
}

/** What a flow begins with. */
export function facts(change: { preset?: Preset; practitioners?: Practitioner[]; services?: Service[] } = {}): Facts {
  return {
    business: {
      id: 'practice',
      name: 'Practice',
      timeZone: 'Europe/London',
      currency: 'GBP',
      locales: ['en-GB'],
      contact: { phone: '020 7946 0000' },
      cancellation: { freeUntilHours: 24 },
      payment: { when: 'on-the-day', methods: ['cash'] },
    },
    capabilities: {
      holds: true,
      batchAvailability: true,
      idempotency: 'replay',
      atomicBooking: true,
      bookingLookup: true,
      addOns: true,
      outcall: true,
      cancel: false,
      reschedule: false,
      calendarFile: true,
      intake: 'fields',
      consents: true,
      payment: 'none',
      courses: false,
    },
    services: change.services ?? [back, rest],
    practitioners: change.practitioners ?? [practitioner()],
    preset: change.preset ?? {},
  };
}

/** A free time on 14 October 2026 at an hour of the day in London. */
export function slot(hour = 11): OfferedSlot {
  const two = (value: number): string => String(value).padStart(2, '0');
  return {
    practitionerId: 'mara',
    timeZone: 'Europe/London',
    start: `2026-10-14T${two(hour - 1)}:00:00Z`,
    end: `2026-10-14T${two(hour)}:00:00Z`,
    local: `2026-10-14T${two(hour)}:00:00+01:00`,
    token: `token-${hour}`,
    price: { total: pounds(60), lines: [{ kind: 'service', label: 'Back massage', amount: pounds(60) }] },
  };
}

export function hold(id = 'hold-1', of = slot(), minutesLeft = 15): HeldTime {
  return {
    id,
    slot: of,
    minutesLeft,
    token: 'a-secret-of-enough-letters',
    expiresAt: '2026-10-09T08:15:00Z',
    secondsLeft: 900,
    extendable: true,
    price: slot().price,
  };
}

export function booking(status: Booking['status'] = 'confirmed'): Booking {
  return {
    id: 'booking-1',
    reference: 'KN-TEST',
    status,
    sessions: [],
    price: slot().price,
    payment: { status: 'unpaid', when: 'on-the-day' },
    freeUntil: { instant: '2026-10-13T10:00:00Z', local: '2026-10-13T11:00:00+01:00' },
    intake: { status: 'none' },
    revision: 1,
    createdAt: '2026-10-09T08:00:00Z',
  };
}
