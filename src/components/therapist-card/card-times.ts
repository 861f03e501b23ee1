import { html, type TemplateResult } from 'lit';
import type { Practitioner } from '../../contract/practitioner.js';
import type { OfferedSlot } from '../../domain/slots/slot-index.js';
import { dateOf } from '../../domain/time/local-time.js';
import { addDays } from '../../domain/time/plain-date.js';
import type { Localize } from '../../ui/controllers/localize.js';
import { dayName } from './card-facts.js';
import type { NextTimes } from './next-times.js';

/** What a card says of times: some, that they are on their way, or why there are none. */
export type ShownTimes = NextTimes | 'loading' | 'failed';

/** What a card's times need. */
export interface CardTimesOptions {
  i18n: Localize;
  name: string;
  /** Unknown where the page wrote the card. */
  practitioner: Practitioner | undefined;
  next: ShownTimes;
  /** How many are waited for. */
  count: number;
  /** Where a time leads, or undefined where only the page's own listeners can act. */
  link: (slot: OfferedSlot) => string | undefined;
}

/** The next times as equal links or buttons, or in the same room what is to be said instead. */
export function cardTimes(options: CardTimesOptions): TemplateResult {
  const { i18n, name, practitioner, next, count } = options;
  if (next === 'loading') {
    return html`<div class="times" role="group" aria-label=${i18n.text('loadingTimesWith', { name })} aria-busy="true">
      ${Array.from({ length: count }, () => html`<span class="time bare" aria-hidden="true"></span>`)}
    </div>`;
  }
  if (next === 'failed' || next.soon.length === 0) {
    return html`<p class="message small isolate" .textContent=${insteadOfTimes(i18n, practitioner, next)}></p>`;
  }
  return html`<div class="times" role="group" aria-label=${i18n.text('timesWith', { name })} aria-describedby="zone">
    ${next.soon.map((slot) => timeLink(options, slot, next.today))}
  </div>`;
}

function insteadOfTimes(i18n: Localize, practitioner: Practitioner | undefined, next: NextTimes | 'failed'): string {
  if (next === 'failed') return i18n.text('failed');
  const { later } = next;
  if (later) {
    return i18n.text('nextTime', { date: i18n.date(dateOf(later.local), 'long'), time: i18n.time(later.local) });
  }
  const asks =
    practitioner?.places.length && practitioner.places.every(({ approval }) => approval === 'always-request');
  return i18n.text(asks ? 'request' : 'noTimes');
}

/** A link where the page has an address for it, so that it can also be opened in a new tab; else a button. */
function timeLink({ i18n, name, link }: CardTimesOptions, slot: OfferedSlot, today: string): TemplateResult {
  const date = dateOf(slot.local);
  const time = i18n.time(slot.local);
  const day =
    date === today
      ? i18n.text('day.today')
      : date === addDays(today, 1)
        ? i18n.text('day.tomorrow')
        : dayName(i18n, date);
  const full = i18n.text('slotWith', { date: i18n.date(date, 'long'), time, name });
  const href = link(slot);
  return href
    ? html`<a
        class="time tabular"
        part="time"
        href=${href}
        aria-label=${full}
        data-day=${day}
        .textContent=${time}
      ></a>`
    : html`<button
        type="button"
        class="time tabular"
        part="time"
        aria-label=${full}
        data-day=${day}
        .textContent=${time}
      ></button>`;
}
