import type { Credential, Practitioner, Testimonial } from '../../src/contract/practitioner.js';
import type { PlaceOffer } from '../../src/contract/place.js';
import type { PractitionerRecord } from '../backend/seed.js';
import { furtherName } from './more-names.js';
import { portrait, PORTRAIT } from './portraits.js';
import {
  AREAS,
  HEADLINES,
  LANGUAGES,
  NAMES,
  QUOTES,
  REPERTOIRES,
  SCREENING,
  SPECIALISMS,
  WEEKS,
  type LondonArea,
} from './directory-tables.js';

const APPROVALS = ['instant', 'instant', 'first-visit-request', 'instant', 'always-request'] as const;

/**
 * Fictional London therapists, as varied as the tables allow: the same every time. The first forty have names of their own;
 * `size` is how many there are, forty without it.
 */
export function directory(publicUrl: string, size: number = NAMES.length): PractitionerRecord[] {
  return Array.from({ length: size }, (_, index) =>
    record(NAMES[index] ?? furtherName(index - NAMES.length), index, publicUrl),
  );
}

function record(name: string, index: number, publicUrl: string): PractitionerRecord {
  const area = pick(AREAS, index * 5);
  const places = placesOf(index, area);
  const specialisms = [0, 1, 2].slice(0, 1 + (index % 3)).map((step) => pick(SPECIALISMS, index + step * 4));
  const id = name.toLowerCase().replaceAll('.', '').replaceAll(' ', '-');
  const hasPhoto = index % 6 !== 4;
  const profile: Practitioner = {
    id,
    name,
    headline: pick(HEADLINES, index * 3),
    about: `${name.split(' ')[0]} works in and around ${area.name}. You agree at the start what the session is for, and can change it at any time.`,
    ...(hasPhoto && { photo: { url: `${publicUrl}/photos/${id}.svg`, ...PORTRAIT } }),
    url: `${publicUrl}/book/${id}`,
    timeZone: 'Europe/London',
    languages: [
      'en',
      ...LANGUAGES.filter(
        (_, language) => language === index % 12 || (index % 7 === 3 && language === (index + 5) % 12),
      ),
    ],
    specialisms,
    credentials: credentialsOf(index),
    skills: index % 6 === 1 ? ['pregnancy'] : index % 13 === 4 ? ['pregnancy', 'oncology'] : [],
    pressure: { from: 1 + (index % 3), to: 3 + (index % 3) },
    places,
    serviceIds: repertoireOf(index, places),
    testimonials: testimonialsOf(index, area),
    gender: index % 19 === 7 ? 'non-binary' : pick(['female', 'male', 'female', 'female', 'male'], index),
    ...(index % 17 === 12 && { paidPlacement: true }),
  };
  if (index % 4 === 0) {
    profile.rating = {
      value: (44 + (index % 6)) / 10,
      count: 6 + index * 2,
      source: 'Clients of Lantern Lane Massage',
      date: '2026-09-01',
    };
  }
  const email = `${id}@lanternlane.example`;
  const offersIncall = places.some(({ place }) => place === 'incall');
  const screening = SCREENING[name];
  return {
    profile,
    ...(hasPhoto && { picture: portrait(index) }),
    ...(screening && { screening }),
    schedule: {
      timeZone: 'Europe/London',
      hours: {
        weekly: pick(WEEKS, index * 3 + Math.floor(index / 8)),
        exceptions: { '2026-12-25': [], '2026-12-26': [] },
      },
      hoursEnd: index % 9 === 5 ? 'last-start' : 'last-end',
      granularityMinutes: index % 5 === 2 ? 60 : 30,
      bufferBeforeMinutes: index % 4 === 3 ? 10 : 0,
      bufferAfterMinutes: 15,
      noticeMinutes: pick([120, 240, 720, 1440], index),
      horizonDays: 90,
      ...(index % 8 === 6 && { sessionsADay: 4 }),
      ...(index % 4 === 2 && { packsDays: true }),
    },
    ...(index % 5 === 1 && { visits: { noticeMinutes: 1440, latestStart: '18:00' } }),
    ...(offersIncall && {
      address: { line1: `${3 + index * 2} Example Row`, town: 'London', postcode: `${area.outwardCode} 0XX` },
      arrival: 'Ring the bell by the side door.',
    }),
    email,
    phone: `020 7946 0${200 + (index % 800)}`,
    travelMinutes: [20, 40],
  };
}

function placesOf(index: number, area: LondonArea): PlaceOffer[] {
  const approval = pick(APPROVALS, index);
  const incall: PlaceOffer = {
    place: 'incall',
    locationId: `room-${index + 1}`,
    area: { name: area.name, outwardCode: area.outwardCode },
    directions: `A few minutes’ walk from ${area.station} station.`,
    stepFree: index % 3 !== 1,
    approval,
  };
  const outcall: PlaceOffer = {
    place: 'outcall',
    zones: [
      { outwardCodes: [...area.near], fee: { amount: 1000 + (index % 3) * 500, currency: 'GBP' } },
      { outwardCodes: [...area.far], fee: { amount: 2000 + (index % 2) * 500, currency: 'GBP' } },
    ],
    approval,
    ...(index % 10 === 9 && { confirmedContact: true }),
  };
  return index % 10 === 9 ? [outcall] : index % 3 === 0 ? [incall] : [incall, outcall];
}

function repertoireOf(index: number, places: readonly PlaceOffer[]): string[] {
  // Hot stones need the room's heater.
  const visitsOnly = places.every(({ place }) => place === 'outcall');
  return pick(REPERTOIRES, index + Math.floor(index / 6)).filter((id) => !(visitsOnly && id === 'hot-stone'));
}

function credentialsOf(index: number): Credential[] {
  const diploma: Credential = {
    body: 'North Quay College of Bodywork',
    title: `Level ${3 + (index % 3)} diploma in massage`,
  };
  const membership: Credential = { body: 'Thames Register of Bodywork', number: `TRB ${20500 + index * 37}` };
  if (index % 3 === 2) return [diploma];
  if (index % 3 === 1) return [membership, diploma];
  return [
    { ...membership, checkedBy: 'Lantern Lane Massage', checkedOn: `2026-0${1 + (index % 8)}-1${index % 9}` },
    diploma,
  ];
}

function testimonialsOf(index: number, area: LondonArea): Testimonial[] {
  return Array.from({ length: index % 3 }, (_, step) => ({
    quote: pick(QUOTES, index + step * 2),
    author: pick(['Emily', 'Mark', 'Sunita', 'Joel', 'Hannah', 'Tunde', 'Alix'], index + step * 3),
    area: `${area.name} ${area.outwardCode}`,
    source: 'Left after a booking at Lantern Lane Massage',
    date: `2026-0${1 + ((index + step) % 8)}-2${index % 9}`,
  }));
}

function pick<Item>(items: readonly Item[], index: number): Item {
  return items[index % items.length] as Item;
}
