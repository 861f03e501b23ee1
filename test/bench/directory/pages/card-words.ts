import type { Practitioner } from '../../../../src/contract/practitioner.js';
import type { Slot } from '../../../../src/contract/availability.js';
import type { Given, GivenCard } from '../given-cards.js';

/** One of the next times as a card shows it. */
export interface TimeWords {
  day: string;
  time: string;
  name: string;
  href: string;
}

/** All that a card says, in English, the way a page that knows its own data would write it. */
export interface CardWords {
  name: string;
  href: string;
  photo: string | undefined;
  label: string;
  initials: string;
  tone: number;
  area: string;
  rating: string;
  tags: readonly string[];
  credential: string;
  quote: string;
  author: string;
  facts: string;
  price: string;
  group: string;
  times: readonly TimeWords[];
  all: string;
}

const pounds = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'GBP',
  trailingZeroDisplay: 'stripIfInteger',
});
const languageNames = new Intl.DisplayNames('en-GB', { type: 'language' });
const languages = new Map<string, string>();
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAY = 86_400_000;

export function wordsOf({ practitioner, listing: { minutes, price, next } }: GivenCard, { now }: Given): CardWords {
  const { id, name, url = '', photo, paidPlacement, rating, specialisms } = practitioner;
  const [said] = practitioner.testimonials;
  const today = new Date(now).toISOString().slice(0, 10);
  const tomorrow = new Date(now + DAY).toISOString().slice(0, 10);
  const length =
    minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} hr${minutes % 60 ? ` ${minutes % 60} min` : ''}`;
  return {
    ...{
      name,
      href: url,
      photo: photo?.url,
      label: paidPlacement ? 'Paid placement' : '',
      initials: initials(name),
      tone: tone(id),
    },
    area: area(practitioner),
    rating: rating
      ? `${rating.value} out of 5, ${rating.count} reviews, ${rating.source}, ${plainDate(rating.date!)}`
      : '',
    tags: specialisms.slice(0, 3).map((tag) => tag.name),
    credential: credential(practitioner),
    quote: said?.quote ?? '',
    author: said ? `${said.author}, ${said.area ?? ''}, ${said.source}, ${plainDate(said.date)}` : '',
    facts: facts(practitioner),
    price: `${length} from ${pounds.format(price.total.amount / 100)}`,
    group: `Next times with ${name}`,
    times: next.map((slot) => time(slot, { today, tomorrow, practitioner })),
    all: `See all times with ${name}`,
  };
}

function time(
  { start, local }: Slot,
  { today, tomorrow, practitioner }: { today: string; tomorrow: string; practitioner: Practitioner },
): TimeWords {
  const date = local.slice(0, 10);
  const at = new Date(date);
  const [weekday, month] = [WEEKDAYS[at.getUTCDay()]!, MONTHS[at.getUTCMonth()]!];
  const hour = Number(local.slice(11, 13));
  const clock = `${hour % 12 || 12}${local.slice(13, 16)}${hour < 12 ? 'am' : 'pm'}`;
  const short = `${weekday.slice(0, 3)} ${at.getUTCDate()}`;
  return {
    day: date === today ? 'Today' : date === tomorrow ? 'Tomorrow' : short,
    time: clock,
    name: `${weekday} ${at.getUTCDate()} ${month}, ${clock}, with ${practitioner.name}`,
    href: `${practitioner.url ?? ''}#knead-start=${encodeURIComponent(start)}&practitioner=${practitioner.id}`,
  };
}

function area({ places }: Practitioner): string {
  return places
    .map((offer) => {
      if (offer.place === 'incall') return `${offer.area.name} ${offer.area.outwardCode}`;
      const codes = offer.zones.flatMap(({ outwardCodes }) => outwardCodes);
      return `visits ${codes.slice(0, 3).join(', ')}${codes.length > 3 ? ` +${codes.length - 3}` : ''}`;
    })
    .join(' · ');
}

function credential({ credentials }: Practitioner): string {
  const { body, number, checkedBy, checkedOn } = credentials.find((each) => each.checkedBy) ?? credentials[0]!;
  const what = number ? `${body} ${number}` : body;
  return checkedBy ? `${what}, checked ${plainDate(checkedOn!)} by ${checkedBy}` : `${what}, self-declared`;
}

function facts({ places, languages: spoken }: Practitioner): string {
  const where = places.length > 1 ? 'At the therapist’s or yours' : WHERE[places[0]!.place];
  const isStepFree = places.some((offer) => offer.place === 'incall' && offer.stepFree);
  const tongues = spoken.length > 1 ? ` · ${spoken.map(languageName).join(', ')}` : '';
  return `${where}${isStepFree ? ', step-free' : ''}${tongues}`;
}

const WHERE: Readonly<Record<string, string>> = { incall: 'At the therapist’s', outcall: 'At your place' };

function languageName(tag: string): string {
  let name = languages.get(tag);
  if (name === undefined) languages.set(tag, (name = languageNames.of(tag) ?? tag));
  return name;
}

function plainDate(date: string): string {
  const at = new Date(date);
  return `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]!} ${at.getUTCFullYear()}`;
}

function initials(name: string): string {
  const words = name.split(' ');
  return `${words[0]![0]!}${words.at(-1)![0]!}`;
}

function tone(id: string): number {
  let sum = 0;
  for (let at = 0; at < id.length; at += 1) sum = (sum * 31 + id.charCodeAt(at)) % 9973;
  return sum % 5;
}
