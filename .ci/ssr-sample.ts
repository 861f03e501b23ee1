import type { Listed } from '../src/ssr.js';
import type { Practitioner } from '../src/contract/practitioner.js';

const money = { amount: 6000, currency: 'GBP' };
/** The clock at which the sample's times are ahead. */
export const SAMPLE_NOW = Date.parse('2026-01-01T00:00:00Z');

const slot = {
  start: '2026-01-02T10:00:00Z',
  end: '2026-01-02T11:00:00Z',
  local: '2026-01-02T10:00:00+00:00',
  token: 'a',
};

const practitioner: Practitioner = {
  id: 'sample',
  name: 'Sample',
  photo: { url: 'https://sample.example/photo.jpg', width: 16, height: 9 },
  timeZone: 'Europe/London',
  languages: ['en', 'de'],
  specialisms: [{ id: 'a', name: 'A' }],
  credentials: [{ body: 'A' }],
  skills: [],
  places: [{ place: 'incall', locationId: 'a', area: { name: 'A' }, approval: 'instant' }],
  serviceIds: [],
  testimonials: [{ quote: 'A', author: 'A', source: 'A', date: '2026-01-01' }],
  rating: { value: 5, count: 1, source: 'A', date: '2026-01-01' },
  paidPlacement: true,
};
const times = { price: { total: money, lines: [] }, minutes: 60, next: [slot] };

/** Cards that together have every part a written card can have. */
export const EVERYTHING: readonly Listed[] = [
  { practitioner, href: '/', times },
  { practitioner: { ...practitioner, photo: undefined as never }, times: { ...times, next: [] } },
];
