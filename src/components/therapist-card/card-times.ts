import { html, type TemplateResult } from 'lit';
import type { Practitioner } from '../../contract/practitioner.js';
import type { OfferedSlot } from '../../domain/slots/slot-index.js';
import { dateOf } from '../../domain/time/local-time.js';
import { addDays, type PlainDate } from '../../domain/time/plain-date.js';
import type { Localize } from '../../ui/controllers/localize.js';
import type { NextTimes } from './next-times.js';

/** What a card's times need. */
export interface CardTimesOptions {
  i18n: Localize;
  practitioner: Practitioner;
  next: NextTimes | 'loading' | 'failed';
  /** How many are waited for. */
  count: number;
  /** The therapist's day. */
  today: PlainDate;
  /** Where a time leads, or undefined where only the page's own listeners can act. */
  link: (slot: OfferedSlot) => string | undefined;
  onSelect: (event: MouseEvent, slot: OfferedSlot) => void;
}

/** The next times as equal buttons, or in the same room what is to be said instead. */
export function cardTimes(options: CardTimesOptions): TemplateResult {
  const { i18n, practitioner, next, count } = options;
  const { name } = practitioner;
  if (next === 'loading') {
    return html`<div class="times" role="group" aria-label=${i18n.text('loadingTimesWith', { name })} aria-busy="true">
      ${Array.from({ length: count }, () => html`<span class="time bare" aria-hidden="true"></span>`)}
    </div>`;
  }
  if (next === 'failed' || next.soon.length === 0) {
    return html`<p class="message small isolate" .textContent=${insteadOfTimes(i18n, practitioner, next)}></p>`;
  }
  return html`<div class="times" role="group" aria-label=${i18n.text('timesWith', { name })}>
    ${next.soon.map((slot) => timeLink(options, slot))}
  </div>`;
}

function insteadOfTimes(i18n: Localize, { places }: Practitioner, next: NextTimes | 'failed'): string {
  if (next === 'failed') return i18n.text('failed');
  const { later } = next;
  if (later) {
    return i18n.text('nextTime', { date: i18n.date(dateOf(later.local), 'long'), time: i18n.time(later.local) });
  }
  return i18n.text(places.every(({ approval }) => approval === 'always-request') ? 'request' : 'noTimes');
}

/** A link where the page has an address for it, so that it can also be opened in a new tab; else a button. */
function timeLink({ i18n, practitioner, today, link, onSelect }: CardTimesOptions, slot: OfferedSlot): TemplateResult {
  const date = dateOf(slot.local);
  const time = i18n.time(slot.local);
  const relative = date === today ? 'day.today' : date === addDays(today, 1) ? 'day.tomorrow' : null;
  const day = relative ? i18n.text(relative) : i18n.date(date, 'short');
  const name = i18n.text('slotWith', { date: i18n.date(date, 'long'), time, name: practitioner.name });
  const onClick = (event: MouseEvent): void => onSelect(event, slot);
  const href = link(slot);
  return href
    ? html`<a
        class="time tabular"
        part="time"
        href=${href}
        aria-label=${name}
        data-day=${day}
        .textContent=${time}
        @click=${onClick}
      ></a>`
    : html`<button
        type="button"
        class="time tabular"
        part="time"
        aria-label=${name}
        data-day=${day}
        .textContent=${time}
        @click=${onClick}
      ></button>`;
}
