import { html, nothing, type TemplateResult } from 'lit';
import {
  byPartOfDay,
  isSameSlot,
  nextDayWithSlots,
  type PartOfDaySlots,
  type SlotIndex,
} from '../../domain/slots/slot-index.js';
import type { PartOfDay } from '../../domain/time/local-time.js';
import { addDays, type PlainDate } from '../../domain/time/plain-date.js';
import { button } from '../../ui/templates/button.js';
import { notice } from '../../ui/templates/notice.js';
import type { Calendar } from './calendar.js';
import { slotRadio } from './slot-radios.js';

/** Times shown of one part of a day before "Show 4 more". */
const SHOWN = 8;

/** A day's times as radios in a fieldset per part of the day. */
export function dayTimes(calendar: Calendar, day: PlainDate): TemplateResult {
  const { i18n, view, host, expanded } = calendar;
  const date = i18n.date(day, 'long');
  const renderPart = ({ part, slots }: PartOfDaySlots): TemplateResult => {
    // One with the chosen time is, if it would be hidden.
    const whole = expanded.has(day + part) || slots.findIndex((slot) => isSameSlot(slot, host.value)) >= SHOWN;
    const count = whole ? 0 : slots.length - SHOWN;
    const onClick = ({ target }: Event): void => {
      const clocks = (target as Element).previousElementSibling!;
      expanded.add(day + part);
      host.requestUpdate();
      void host.updateComplete.then(() => clocks.querySelectorAll('input')[SHOWN]?.focus());
    };
    return html`<fieldset class="part">
      <legend class="small muted" .textContent=${i18n.text(part)}></legend>
      <div class="clocks">
        ${slots.slice(0, whole ? undefined : SHOWN).map((slot) => slotRadio(calendar, slot, false))}
      </div>
      ${count > 0 ? button({ kind: 'link', label: i18n.text(`more.${part}`, { count }), onClick }) : nothing}
    </fieldset>`;
  };
  return html`<fieldset class="day-times" aria-label=${i18n.text('timesOn', { date })}>
    <legend class="title" .textContent=${date}></legend>
    ${byPartOfDay(calendar.daySlots).map(renderPart)}
    ${goTo(calendar, nextDayWithSlots(view.current.index, addDays(day, 1)), 'link')}
  </fieldset>`;
}

/** The month stays on show; this says where times go on. */
export function emptyMonth(calendar: Calendar): TemplateResult {
  const { i18n, view } = calendar;
  const next = view.nearestElsewhere();
  return notice({
    kind: 'info',
    heading: i18n.text('emptyMonth', { month: i18n.date(view.month, 'month') }),
    text: next && i18n.text('nextIs', { date: i18n.date(next, 'long') }),
    actions: goTo(calendar, next),
  });
}

function goTo(calendar: Calendar, day: PlainDate | undefined, kind?: 'link'): unknown {
  const { i18n } = calendar;
  return (
    day &&
    button({
      kind,
      label: i18n.text('goTo', { date: i18n.date(day, 'long') }),
      onClick: () => calendar.goTo(day),
    })
  );
}

/**
 * An invisible stand-in in the same grid cell as the day's times, with as many of each part of the day as any day seen so
 * far has: where the times stand beside the month, choosing another day then never changes the height.
 */
export class TallestDay {
  readonly #most: Partial<Record<PartOfDay, number>> = {};
  readonly #seen = new WeakSet<SlotIndex>();

  /** Takes a month's days into account, once. */
  add(index: SlotIndex): void {
    if (this.#seen.has(index)) return;
    this.#seen.add(index);
    for (const day of index.values()) {
      for (const { part, slots } of byPartOfDay(day)) {
        this.#most[part] = Math.max(this.#most[part] ?? 0, slots.length);
      }
    }
  }

  render(): TemplateResult {
    return html`<div class="day-times stand-in" aria-hidden="true">
      <div class="title">0</div>
      ${Object.values(this.#most).map(
        (count) =>
          html`<div class="part">
            <div class="small">0</div>
            <div class="clocks">
              ${Array.from({ length: Math.min(count, SHOWN) }, () => html`<span class="time-choice"></span>`)}
            </div>
            ${count > SHOWN ? html`<span class="button link">0</span>` : nothing}
          </div>`,
      )}
      <span class="button link">0</span>
    </div>`;
  }
}
