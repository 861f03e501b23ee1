import type { Slot } from '../contract/availability.js';
import {
  areaLine,
  credentialLine,
  factsLine,
  initials,
  ratingLine,
  TAGS,
  toneOf,
} from '../components/therapist-card/card-facts.js';
import { dateIn, dateOf } from '../domain/time/local-time.js';
import { addDays } from '../domain/time/plain-date.js';
import type { Locale } from '../locales/messages.js';
import { fullLinkFor, linkFor } from './link.js';
import { priceOfListed, type Listed, type ListedTimes } from './listed.js';
import { attribute, markup, type Markup } from './markup.js';
import { Words } from './words.js';

/** How cards are written. */
export interface CardOptions {
  /** A language of `knead/locales`, or the tag of a registered one; British English by default. */
  locale?: Locale | string | undefined;
  /** The clock in milliseconds: times before it are not shown. By default the server's. */
  now?: number | undefined;
  /** How many times are shown, 0 to 6. */
  times?: number | undefined;
  /** Level of the names in the page's outline, 1 to 6. */
  headingLevel?: number | undefined;
}

/** Days whose times are shown; later ones are only named. */
const SOON = 7;

/**
 * A card as HTML, inside the element that takes it over where scripts run: the same words, in the room the element will
 * need. `knead/ssr.css` gives it its looks. Every text is escaped; an address that is neither `https:` nor on the page's own
 * site is left out.
 */
export function cardHtml(listed: Listed, options: CardOptions = {}): string {
  return cardMarkup(listed, options).toString();
}

/** Cards as a list, `<ul class="knead-cards">`. */
export function cardListHtml(listed: readonly Listed[], options: CardOptions = {}): string {
  const items = listed.map((each) => markup`<li>${cardMarkup(each, options)}</li>\n`);
  return markup`<ul class="knead-cards">\n${items}</ul>`.toString();
}

function cardMarkup(
  listed: Listed,
  { locale = 'en-GB', now = Date.now(), times = 3, headingLevel = 3 }: CardOptions,
): Markup {
  const { practitioner, href = practitioner.url } = listed;
  const { id, name, specialisms } = practitioner;
  const words = new Words(locale);
  const session = priceOfListed(listed);
  const price = session && { duration: words.duration(session.minutes), price: words.money(session.price) };
  const link = linkFor(href);
  const heading = Math.min(6, Math.max(1, Math.trunc(headingLevel) || 3));
  const text = (className: string, line: string): Markup | null =>
    line === '' ? null : markup`<p class="${className}">${line}</p>`;
  return markup`<knead-therapist-card${attribute('practitioner', id)}${attribute('href', link)}${attribute('heading-level', heading === 3 ? null : heading)}${attribute('times', times === 3 ? null : times)}>
<div class="knead-card" dir="${words.direction}"><article>
${photoMarkup(listed)}
<div class="knead-body">
<h${heading} class="knead-name knead-isolate">${link ? markup`<a href="${link}">${name}</a>` : name}</h${heading}>
${text('knead-area knead-muted knead-isolate', areaLine(words, practitioner))}
${text('knead-small knead-muted knead-isolate', ratingLine(words, practitioner))}
${
  specialisms.length > 0
    ? markup`<ul class="knead-tags">${specialisms.slice(0, TAGS).map((tag) => markup`<li class="knead-small knead-isolate">${tag.name}</li>`)}</ul>`
    : null
}
${text('knead-small knead-muted knead-isolate', credentialLine(words, practitioner))}
<p class="knead-facts"><span class="knead-muted">${factsLine(words, practitioner)}</span> ${price && markup`<span class="knead-price knead-tabular">${words.text('priceFrom', price)}</span>`}</p>
${listed.times && times > 0 ? timesMarkup(words, listed, listed.times, { now, count: times }) : null}
${link && markup`<a class="knead-all" href="${link}" aria-label="${words.text('seeAllTimesWith', { name })}">${words.text('seeAllTimes')}</a>`}
</div>
</article></div>
</knead-therapist-card>`;
}

function photoMarkup({ practitioner: { id, name, photo } }: Listed): Markup {
  const source = fullLinkFor(photo?.url, undefined);
  const inside =
    photo && source
      ? markup`<img src="${source}" width="${photo.width}" height="${photo.height}" alt="" loading="lazy" decoding="async">`
      : markup`<span aria-hidden="true">${initials(name)}</span>`;
  return markup`<div class="knead-photo knead-tone-${toneOf(id)}">${inside}</div>`;
}

function timesMarkup(
  words: Words,
  { practitioner, href = practitioner.url }: Listed,
  { first, next = first ? [first] : [] }: ListedTimes,
  { now, count }: { now: number; count: number },
): Markup {
  const { id, name, places, timeZone } = practitioner;
  const ahead = next.filter(({ start }) => Date.parse(start) > now);
  const soon = ahead.filter(({ local }) => local < addDays(dateIn(timeZone, now), SOON)).slice(0, count);
  const later = ahead[0];
  if (soon.length === 0) {
    const onRequest = places.every(({ approval }) => approval === 'always-request');
    const line = later
      ? words.text('nextTime', { date: words.date(dateOf(later.local), 'long'), time: words.time(later.local) })
      : words.text(onRequest ? 'request' : 'noTimes');
    return markup`<p class="knead-message knead-small knead-isolate">${line}</p>`;
  }
  const time = ({ start, local }: Slot): Markup => {
    const date = dateOf(local);
    const said = words.text('slotWith', { date: words.date(date, 'long'), time: words.time(local), name });
    // A page may be kept for long, so a day is named and never "today".
    const shown = markup`<span class="knead-day">${words.date(date, 'short')}</span> ${words.time(local)}`;
    const link = linkFor(href, { 'knead-start': start, practitioner: id });
    return link
      ? markup`<a class="knead-time knead-tabular" href="${link}" aria-label="${said}">${shown}</a>`
      : markup`<span class="knead-time knead-tabular">${shown}</span>`;
  };
  return markup`<div class="knead-times" role="group" aria-label="${words.text('timesWith', { name })}">${soon.map(time)}</div>`;
}
