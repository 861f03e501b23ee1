// What is offered, and when it is free.
import { invalid, notFound, Refusal } from './refusal.mjs';

export const PORT = Number(process.env.PORT ?? 4750);
export const HERE = `http://localhost:${PORT}`;
export const DAY = 86_400_000;
export const FREE_UNTIL_HOURS = 24;
const HORIZON_DAYS = 60;
const STARTS = ['10:00', '11:30', '13:00', '14:30', '16:00'];
const price = { amount: 6000, currency: 'GBP' };

// All of it may be read by anybody, so no private address stands here.
export const business = {
  id: 'north-quay',
  name: 'North Quay Massage',
  timeZone: 'Etc/UTC',
  currency: 'GBP',
  locales: ['en-GB'],
  contact: { phone: '020 7946 0199' },
  cancellation: { freeUntilHours: FREE_UNTIL_HOURS },
  payment: { when: 'on-the-day', methods: ['card'] },
};
export const incall = { place: 'incall', locationId: 'quay', area: { name: 'North Quay' }, approval: 'instant' };
export const practitioner = {
  ...{ id: 'ines-example', name: 'Ines Example', timeZone: 'Etc/UTC', languages: ['en'], places: [incall] },
  ...{ specialisms: [], credentials: [], skills: [], serviceIds: ['back'], testimonials: [] },
};
export const service = {
  ...{ id: 'back', name: 'Back massage', description: 'Back, neck and shoulders.', addOns: [] },
  options: [{ id: 'back-60', minutes: 60, prices: [{ place: 'incall', price }] }],
  ...{ techniques: [], areas: [], faq: [] },
};
// Each `true` is a promise that the conformance kit holds you to. Begin with few.
const capabilities = {
  ...{ holds: false, batchAvailability: true, idempotency: 'replay', atomicBooking: true, bookingLookup: false },
  ...{ addOns: false, outcall: false, cancel: false, reschedule: false, calendarFile: false },
  ...{ intake: 'none', consents: false, payment: 'none', courses: false },
};
export const discovery = {
  ...{ api: 'knead-booking', version: '1', baseUrl: `${HERE}/v1`, business, capabilities },
  limits: { holdSeconds: 0, practitioners: 25, days: 31, horizonDays: HORIZON_DAYS },
};

/** The starts that are booked. In a database, a constraint takes its place. */
export const taken = new Set();

export const iso = (time) => new Date(time).toISOString().replace('.000Z', 'Z');
/** The wall time with its offset. Here the wall is in UTC; elsewhere your zone library gives both. */
export const local = (time) => iso(time).replace('Z', '+00:00');
const isDay = (day) => /^\d{4}-\d\d-\d\d$/.test(day ?? '') && iso(Date.parse(day) || 0).startsWith(day);
const today = () => Date.parse(iso(Date.now()).slice(0, 10));
export const cost = (count) => ({
  total: { ...price, amount: price.amount * count },
  lines: Array.from({ length: count }, () => ({ kind: 'service', label: service.name, amount: price })),
});

/** The starts of one day, taken or not: never in the past, never after the horizon. */
export function startsOn(day) {
  if (day < today() || day > today() + HORIZON_DAYS * DAY) return [];
  return STARTS.map((at) => Date.parse(`${iso(day).slice(0, 10)}T${at}Z`)).filter((start) => start > Date.now());
}
export const slot = (start) => ({
  start: iso(start),
  end: iso(start + 3_600_000),
  local: local(start),
  token: `s.${start}`,
});

export function availability(query) {
  const missing = ['practitioner', 'service', 'option', 'place', 'from', 'to'].filter((name) => !query.get(name));
  if (missing.length > 0) throw invalid(...missing.map((name) => `/${name}`));
  const [from, to] = [query.get('from'), query.get('to')];
  if (!isDay(from)) throw invalid('/from');
  if (!isDay(to) || to < from) throw invalid('/to');
  if (query.get('place') !== 'incall' && query.get('place') !== 'outcall') throw invalid('/place');
  const days = (Date.parse(to) - Date.parse(from)) / DAY + 1;
  if (days > 31) throw new Refusal(400, 'range-too-long');
  const fits = query.get('service') === 'back' && query.get('option') === 'back-60' && !query.has('addOn');
  const entries = [...new Set(query.getAll('practitioner'))].map((practitionerId) => {
    if (practitionerId !== practitioner.id) return { practitionerId, problem: { code: 'not-found' } };
    if (!fits || query.get('place') !== 'incall') return { practitionerId, problem: { code: 'not-offered' } };
    const starts = Array.from({ length: days }, (_, day) => startsOn(Date.parse(from) + day * DAY)).flat();
    const slots = starts.filter((start) => !taken.has(start)).map(slot);
    return { practitionerId, timeZone: 'Etc/UTC', place: 'incall', price: cost(1), slots };
  });
  return { from, to, horizon: iso(today() + HORIZON_DAYS * DAY).slice(0, 10), entries };
}

/** Pages of practitioners; the list of one needs no cursor. */
export function practitioners(query) {
  if (query.has('cursor')) throw invalid('/cursor');
  if (query.has('limit') && !/^[1-9]\d{0,5}$/.test(query.get('limit'))) throw invalid('/limit');
  return { practitioners: [practitioner], total: 1 };
}

export function catalogue(query) {
  const id = query.get('practitioner');
  if (id !== null && id !== practitioner.id) throw notFound();
  return { services: [service], practitioners: [practitioner] };
}
