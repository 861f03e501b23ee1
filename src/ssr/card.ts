import type { Slot } from '../contract/availability.js';
import type { Place } from '../contract/place.js';
import type { DayPart } from '../contract/practitioner-search.js';
import {
  areaLine,
  authorLine,
  credentialLine,
  dayName,
  factsLine,
  initials,
  ratingLine,
  TAGS,
  testimonialOf,
  toneOf,
} from '../components/therapist-card/card-facts.js';
import { dateIn, dateOf } from '../domain/time/local-time.js';
import { addDays } from '../domain/time/plain-date.js';
import type { Locale } from '../locales/messages.js';
import { fullLinkFor, linkFor } from './link.js';
import { knownTimes, priceOfListed, type Listed } from './listed.js';
import { attribute, markup, type Markup } from './markup.js';
import { Words } from './words.js';
import { money } from '../ui/controllers/localize.js';

/** What cards are narrowed to, each an attribute of theirs. */
export interface AskedFor {
  service?: string | undefined;
  place?: Place | undefined;
  outwardCode?: string | undefined;
  dayPart?: DayPart | undefined;
  /** The first day, `YYYY-MM-DD`. */
  from?: string | undefined;
}

/** How cards are written. */
export interface CardOptions {
  /** A language of `knead/locales`, or the tag of a registered one; British English by default. */
  locale?: Locale | string | undefined;
  /** The clock in milliseconds: times before it are not shown. By default the server's. */
  now?: number | undefined;
  /** How many times are shown, 0 to 6. */
  times?: number | undefined;
  /** What the list was narrowed to: the cards' own questions are narrowed the same way. */
  asked?: AskedFor | undefined;
  /** Level of the names in the page's outline, 1 to 6. */
  headingLevel?: number | undefined;
}

/** Days whose times are shown; later ones are only named. */
const SOON = 7;

/**
 * A card as HTML: every part of it in the page, in the slot of the element that takes it over where scripts run, which then asks
 * for nothing but times. `knead/ssr.css` gives it the same looks and the same room before. Every text is escaped; an address that is
 * neither `https:` nor on the page's own site is left out.
 */
export function cardHtml(listed: Listed, options: CardOptions = {}): string {
  return cardMarkup(listed, options).toString();
}

/** Cards as a list, `<ul class="knead-cards">`. */
export function cardListHtml(listed: readonly Listed[], options: CardOptions = {}): string {
  const items = listed.map((each) => markup`<li>${cardMarkup(each, options)}</li>\n`);
  return markup`<ul class="knead-cards">\n${items}</ul>`.toString();
}

function cardMarkup(listed: Listed, options: CardOptions): Markup {
  const { locale = 'en-GB', now = Date.now(), times = 3, headingLevel = 3, asked = {} } = options;
  const { practitioner, href = practitioner.url } = listed;
  const { id, name, paidPlacement } = practitioner;
  const words = new Words(locale);
  const link = linkFor(href);
  const heading = Math.min(6, Math.max(1, Math.trunc(headingLevel) || 3));
  const { service, place, outwardCode, dayPart, from } = asked;
  const attributes = {
    practitioner: id,
    href: link,
    dir: words.direction === 'ltr' ? null : words.direction,
    lang: words.locale.tag === 'en-GB' ? null : words.locale.tag,
    'heading-level': heading === 3 ? null : heading,
    times: times === 3 ? null : times,
    ...{ service, place, 'postcode-area': outwardCode, 'day-part': dayPart, from },
  };
  return markup`<knead-therapist-card${Object.entries(attributes).map(([key, value]) => attribute(key, value))}>
${photoMarkup(listed)}
${paidPlacement && markup`<span slot="label" class="knead-part knead-label knead-small">${words.text('paidPlacement')}</span>`}
<h${heading} slot="name" class="knead-part knead-name">${link ? markup`<a href="${link}" dir="auto">${name}</a>` : markup`<span dir="auto">${name}</span>`}</h${heading}>
<p slot="area" class="knead-part knead-area knead-muted">${areaLine(words, practitioner)}</p>
${detailsMarkup(words, listed)}
${offerMarkup(words, listed)}
${times > 0 && timesMarkup(words, listed, { now, count: times })}
${link && markup`<a slot="link" class="knead-part knead-all" href="${link}" aria-label="${words.text('seeAllTimesWith', { name })}">${words.text('seeAllTimes')}</a>`}
</knead-therapist-card>`;
}

function photoMarkup({ practitioner: { id, name, photo } }: Listed): Markup {
  const source = fullLinkFor(photo?.url, undefined);
  const tone = `knead-part knead-photo knead-tone-${toneOf(id)}`;
  // The element draws initials itself, in the same place: it has no slot of that name.
  return photo && source
    ? markup`<img slot="photo" class="${tone}" src="${source}" width="${photo.width}" height="${photo.height}" alt="" loading="lazy" decoding="async">`
    : markup`<span slot="initials" class="${tone}" aria-hidden="true">${initials(name)}</span>`;
}

function detailsMarkup(words: Words, { practitioner }: Listed): Markup {
  const line = (text: string): Markup | null =>
    text === '' ? null : markup`<p slot="details" class="knead-part knead-line knead-small knead-muted">${text}</p>`;
  const tags = practitioner.specialisms.slice(0, TAGS);
  const said = testimonialOf(practitioner);
  return markup`${line(ratingLine(words, practitioner))}
${tags.length > 0 && markup`<ul slot="details" class="knead-part knead-tags">${tags.map((tag) => markup`<li class="knead-small knead-isolate">${tag.name}</li>`)}</ul>`}
${line(credentialLine(words, practitioner))}
${said && markup`<div slot="details" class="knead-part knead-small"><q class="knead-line">${said.quote}</q><p class="knead-line knead-muted">${authorLine(words, said)}</p></div>`}`;
}

function offerMarkup(words: Words, listed: Listed): Markup {
  const session = priceOfListed(listed);
  const price = session && { duration: words.duration(session.minutes), price: money(words, session.price) };
  return markup`<p slot="offer" class="knead-part knead-facts"><span class="knead-muted">${factsLine(words, listed.practitioner)}</span> ${price && markup`<span class="knead-price knead-tabular">${words.text('priceFrom', price)}</span>`}</p>`;
}

function timesMarkup(words: Words, listed: Listed, { now, count }: { now: number; count: number }): Markup {
  const { practitioner, href = practitioner.url } = listed;
  const { id, name, places, timeZone } = practitioner;
  const times = knownTimes(listed);
  // Room for those that the element will know.
  if (!times) return markup`<div slot="times" class="knead-part knead-room"></div>`;
  const { first, next = first ? [first] : [] } = times;
  const ahead = next.filter(({ start }) => Date.parse(start) > now);
  const end = addDays(dateIn(timeZone, now), SOON);
  const soon = ahead.filter(({ local }) => local < end).slice(0, count);
  const later = ahead[0];
  if (soon.length === 0) {
    const onRequest = places.every(({ approval }) => approval === 'always-request');
    const line = later
      ? words.text('nextTime', { date: words.date(dateOf(later.local), 'long'), time: words.time(later.local) })
      : words.text(onRequest ? 'request' : 'noTimes');
    return markup`<p slot="times" class="knead-part knead-message knead-small">${line}</p>`;
  }
  const time = ({ start, local }: Slot): Markup => {
    const date = dateOf(local);
    // What is seen is in the name, too: whoever speaks to their browser says what they see.
    const said = words.text('slotWith', { date: dayName(words, date), time: words.time(local), name });
    // A page may be kept for long, so a day is named and never "today".
    const shown = markup`<span class="knead-day">${dayName(words, date)}</span> ${words.time(local)}`;
    const link = linkFor(href, { 'knead-start': start, practitioner: id });
    return link
      ? markup`<a class="knead-time knead-tabular" href="${link}" aria-label="${said}">${shown}</a>`
      : markup`<span class="knead-time knead-tabular">${shown}</span>`;
  };
  return markup`<div slot="times" class="knead-part knead-times" role="group" aria-label="${words.text('timesWith', { name })}">${soon.map(time)}</div>`;
}
