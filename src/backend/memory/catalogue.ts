import type { Business } from '../../contract/business.js';
import type { Money } from '../../contract/money.js';
import type { Address, PlaceOffer } from '../../contract/place.js';
import type { Practitioner } from '../../contract/practitioner.js';
import type { AddOn, Service } from '../../contract/service.js';
import { FORM } from './intake-form.js';

/** A fictional practice in London, as small as the elements allow. Nobody here exists. */
export const BUSINESS: Business = {
  id: 'mara',
  name: 'Mara Lindqvist Massage',
  timeZone: 'Europe/London',
  currency: 'GBP',
  region: 'GB',
  locales: ['en-GB'],
  contact: { phone: '020 7946 0123', email: 'hello@mara.example', url: 'https://mara.example/contact' },
  cancellation: { freeUntilHours: 24, text: 'Later than that, half the price is due.' },
  payment: { when: 'on-the-day', methods: ['card', 'cash'] },
  terms: { id: 'terms', version: '3', url: 'https://mara.example/terms', title: 'Terms' },
  privacyNotice: { id: 'privacy', version: '2', url: 'https://mara.example/privacy', title: 'Privacy notice' },
  bookingPage: 'https://mara.example/book',
};

const pounds = (amount: number): Money => ({ amount: amount * 100, currency: 'GBP' });

const pairing = (id: string, name: string, minutes: number, price: number): AddOn => ({
  ...{ id, kind: 'pairing', name, minutes, price: pounds(price) },
  description: `Your session ends with ${minutes} minutes of ${name.toLowerCase()}.`,
  exclusiveGroup: 'pairing',
});

const extra = (id: string, name: string, minutes: number, price: number, description: string): AddOn => ({
  ...{ id, kind: 'extra', name, minutes, price: pounds(price) },
  description,
});

const HOT_STONES = extra('hot-stones', 'Hot stones', 15, 15, 'Warm, smooth stones, used with oil.');
const RELAXING = pairing('relaxing-30', 'Relaxing', 30, 30);

/** Options as `[minutes, pounds]`; the same price at both places, because a visit's fee is a line of its own. */
function service(
  id: string,
  name: string,
  intensity: NonNullable<Service['intensity']>,
  options: [number, number][],
  more: Partial<Service> & Pick<Service, 'description'>,
): Service {
  return {
    ...{ id, name, intensity, group: 'Massage', techniques: [], areas: [], addOns: [], faq: [] },
    intakeForm: { id: FORM.id, version: FORM.version },
    options: options.map(([minutes, price]) => ({
      id: String(minutes),
      minutes,
      prices: (['incall', 'outcall'] as const).map((place) => ({ place, price: pounds(price) })),
    })),
    ...more,
  };
}

export const SERVICES: readonly Service[] = [
  service(
    'back',
    'Back massage',
    3,
    [
      [45, 65],
      [60, 80],
      [90, 115],
    ],
    {
      description:
        'Upper, middle and lower back, neck and shoulders. Flowing strokes, then slower work on the tight spots.',
      techniques: [{ id: 'kneading', name: 'Kneading', term: 'Petrissage', synonyms: ['rolling', 'squeezing'] }],
      areas: ['Back', 'Neck', 'Shoulders'],
      addOns: [RELAXING, HOT_STONES],
      faq: [
        { question: 'Do I need to undress?', answer: 'To your comfort. You are covered except where Mara is working.' },
        { question: 'Will it hurt?', answer: 'It can be firm. Say so at any time and Mara works more lightly.' },
      ],
      plan: 'Some people come once, others every few weeks. Mara will say what she would do, and you decide.',
      aftercare: 'Take it easy for the rest of the day. Some people feel a little sore until the day after.',
    },
  ),
  service(
    'swedish',
    'Swedish massage',
    2,
    [
      [60, 70],
      [90, 100],
    ],
    {
      description: 'Whole body, light to medium pressure.',
      techniques: [{ id: 'long-strokes', name: 'Long strokes', term: 'Effleurage', synonyms: ['gliding'] }],
      areas: ['Whole body'],
      addOns: [pairing('back-30', 'Back', 30, 35), HOT_STONES],
    },
  ),
  service(
    'deep-tissue',
    'Deep tissue',
    5,
    [
      [60, 85],
      [90, 120],
    ],
    {
      description: 'Slow, firm work on stubborn areas. Stronger than Swedish.',
      techniques: [{ id: 'sustained-pressure', name: 'Slow, steady pressure', synonyms: ['trigger point'] }],
      areas: ['Back', 'Legs', 'Shoulders'],
      addOns: [RELAXING],
    },
  ),
  service(
    'sports',
    'Sports massage',
    4,
    [
      [60, 85],
      [90, 120],
    ],
    {
      description: 'For training and recovery. Firm, with stretching.',
      areas: ['Legs', 'Back'],
    },
  ),
  service('pregnancy', 'Pregnancy massage', 1, [[60, 90]], {
    description: 'Lying on your side, well supported by cushions. From 13 weeks.',
    areas: ['Back', 'Legs'],
    addOns: [RELAXING],
  }),
];

const incall = (name: string, outwardCode: string, more: Partial<PlaceOffer> = {}): PlaceOffer =>
  ({
    ...{ place: 'incall', locationId: outwardCode, area: { name, outwardCode }, approval: 'instant', stepFree: false },
    ...more,
  }) as PlaceOffer;

const outcall = (outwardCodes: string[], fee: number, approval: PlaceOffer['approval'] = 'instant'): PlaceOffer => ({
  place: 'outcall',
  zones: [{ outwardCodes, fee: pounds(fee) }],
  approval,
});

const tags = (...names: string[]): Practitioner['specialisms'] =>
  names.map((name) => ({ id: name.toLowerCase().replaceAll(' ', '-'), name }));

const common = {
  timeZone: 'Europe/London',
  languages: ['en-GB'],
  credentials: [],
  skills: [],
  testimonials: [],
} satisfies Partial<Practitioner>;

export const PRACTITIONERS: readonly Practitioner[] = [
  {
    ...common,
    id: 'mara',
    name: 'Mara L.',
    headline: 'Unhurried massage in Marylebone',
    about: 'Mara has worked from a quiet first-floor room since 2014, and visits clients nearby.',
    url: 'https://mara.example/',
    specialisms: tags('Back and shoulders', 'Deep tissue', 'Swedish'),
    credentials: [
      {
        body: 'Example Register of Massage',
        title: 'Full member',
        number: '104233',
        checkedBy: 'Example Directory',
        checkedOn: '2026-03-02',
      },
      { body: 'Example School of Massage', title: 'Diploma in massage' },
    ],
    pressure: { from: 2, to: 5 },
    places: [
      incall('Marylebone', 'W1', { directions: 'Four minutes from Baker Street station.' }),
      outcall(['W1', 'NW1', 'W2'], 10),
    ],
    serviceIds: ['back', 'swedish', 'deep-tissue', 'sports'],
    testimonials: [
      {
        quote: 'Calm, on time, and she listens.',
        author: 'Ines',
        area: 'Camden',
        source: 'Client form',
        date: '2026-07-18',
      },
    ],
    rating: { value: 4.9, count: 87, source: 'Client form', date: '2026-10-01' },
  },
  {
    ...common,
    id: 'tobi',
    name: 'Tobi O.',
    specialisms: tags('Sports', 'Trigger point', 'Desk work'),
    places: [incall('Shoreditch studio', 'E1', { stepFree: true })],
    serviceIds: ['sports', 'deep-tissue', 'back'],
  },
  {
    ...common,
    id: 'kasia',
    name: 'Kasia R.',
    languages: ['en-GB', 'pl'],
    specialisms: tags('Pregnancy', 'Holistic'),
    skills: ['pregnancy'],
    places: [
      incall('Kensington', 'W8', { approval: 'always-request' }),
      outcall(['W8', 'SW5', 'SW7'], 15, 'always-request'),
    ],
    serviceIds: ['pregnancy', 'swedish'],
  },
  {
    ...common,
    id: 'deniz',
    name: 'Deniz A.',
    languages: ['en-GB', 'tr'],
    specialisms: tags('Swedish', 'Hot stone'),
    places: [outcall(['E8', 'E9', 'N1'], 12, 'first-visit-request')],
    serviceIds: ['swedish', 'back'],
  },
];

/** Where in-call clients go. Told only to who holds the manage token. */
export const IN_CALL_ADDRESS: Address = {
  line1: '1 Example Mews',
  line2: 'First floor',
  town: 'London',
  postcode: 'W1A 0AX',
  access: 'Ring the middle bell.',
};
