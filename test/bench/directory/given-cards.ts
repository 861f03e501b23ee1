import type { Slot } from '../../../src/contract/availability.js';
import type { CardTimes } from '../../../src/backend/stores/card-times.js';
import type { Practitioner } from '../../../src/contract/practitioner.js';
import { directory } from '../../../demo/data/directory.js';
import { londonServices } from '../../../demo/data/services.js';
import { lowestOffer } from '../../../src/domain/pricing/lowest-offer.js';
import { addDays } from '../../../src/domain/time/plain-date.js';

/** What one card is made of. */
export interface GivenCard {
  practitioner: Practitioner;
  listing: CardTimes;
}

/** What every contestant is given, by property: nothing is loaded. */
export interface Given {
  cards: GivenCard[];
  /** The clock of the page in milliseconds: a Monday morning before the first time. */
  now: number;
}

const TODAY = '2026-11-02';
const PHOTO = { width: 640, height: 360 };
const TIMES = 3;

/** So many therapists of the demo's directory, over and over under other names, with a photo of every second one. */
export function givenCards(count: number, origin: string): Given {
  const seeds = directory(origin).map(({ profile }) => profile);
  const cards = Array.from({ length: count }, (_, index) => givenCard(seeds[index % seeds.length]!, index, origin));
  return { cards, now: Date.parse(`${TODAY}T08:00:00Z`) };
}

function givenCard({ photo: _, ...seed }: Practitioner, index: number, origin: string): GivenCard {
  const id = `${seed.id}-${index}`;
  const practitioner: Practitioner = {
    ...{ ...seed, id, name: `${seed.name} ${index}`, url: `${origin}/book/${id}` },
    // The bench has one photo of its own.
    ...(index % 2 === 0 ? { photo: { url: `${origin}/photo.svg`, ...PHOTO } } : { photo: undefined }),
  };
  const { price, ...session } = lowestOffer(practitioner, londonServices)!;
  const lines = [{ kind: 'service' as const, label: 'A session', amount: price }];
  const next = Array.from({ length: TIMES }, (_, time) => slot(index, time, session.minutes));
  return { practitioner, listing: { ...session, price: { total: price, lines }, timeZone: seed.timeZone, next } };
}

/** Today for some, tomorrow or later for others. */
function slot(index: number, time: number, minutes: number): Slot {
  const day = addDays(TODAY, (index % 4) + (time === TIMES - 1 ? 1 : 0));
  const at = 11 * 60 + (((index * 7) % 14) + time * 2) * 30;
  const clock = [Math.floor(at / 60), at % 60].map((part) => String(part).padStart(2, '0')).join(':');
  // London keeps UTC in November.
  const start = `${day}T${clock}:00Z`;
  const end = new Date(Date.parse(start) + minutes * 60_000).toISOString().replace('.000', '');
  return { start, end, local: `${day}T${clock}:00+00:00`, token: `token-${index}-${time}` };
}
