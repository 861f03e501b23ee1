import { html, nothing, type TemplateResult } from 'lit';
import { byPartOfDay, type OfferedSlot, type PartOfDaySlots, type SlotIndex } from '../../domain/slots/slot-index.js';
import type { PartOfDay } from '../../domain/time/local-time.js';
import type { PlainDate, PlainMonth } from '../../domain/time/plain-date.js';
import type { Localize } from '../../ui/controllers/localize.js';
import { button } from '../../ui/templates/button.js';
import { notice } from '../../ui/templates/notice.js';

/** Times shown of one part of a day before "Show 4 more". */
const SHOWN = 8;

/** What a day's times need. */
export interface DayTimesOptions {
  i18n: Localize;
  day: PlainDate;
  slots: readonly OfferedSlot[];
  /** Parts of the day of which every time is shown. One with the chosen time always is, if it would be hidden. */
  expanded: ReadonlySet<PartOfDay>;
  isChosen: (slot: OfferedSlot) => boolean;
  renderSlot: (slot: OfferedSlot) => TemplateResult;
  onExpand: (part: PartOfDay, first: OfferedSlot) => void;
  /** The month's next day with times. */
  next: PlainDate | undefined;
  onGo: (day: PlainDate) => void;
}

/** A day's times as radios in a fieldset per part of the day. */
export function dayTimes({
  i18n,
  day,
  slots,
  expanded,
  isChosen,
  renderSlot,
  onExpand,
  next,
  onGo,
}: DayTimesOptions): TemplateResult {
  const date = i18n.date(day, 'long');
  const renderPart = ({ part, slots }: PartOfDaySlots): TemplateResult => {
    const shown = expanded.has(part) || slots.findIndex(isChosen) >= SHOWN ? slots : slots.slice(0, SHOWN);
    const rest = slots.length - shown.length;
    return html`<fieldset class="part">
      <legend class="small muted" .textContent=${i18n.text(part)}></legend>
      <div class="clocks">${shown.map(renderSlot)}</div>
      ${
        rest > 0
          ? button({
              kind: 'link',
              label: i18n.text(`more.${part}`, { count: rest }),
              onClick: () => onExpand(part, slots[SHOWN]!),
            })
          : nothing
      }
    </fieldset>`;
  };
  return html`<fieldset class="day-times" aria-label=${i18n.text('timesOn', { date })}>
    <legend class="title" .textContent=${date}></legend>
    ${byPartOfDay(slots).map(renderPart)}
    ${
      next
        ? button({
            kind: 'link',
            label: i18n.text('goTo', { date: i18n.date(next, 'long') }),
            onClick: () => onGo(next),
          })
        : nothing
    }
  </fieldset>`;
}

/** What is said where a month has no times. */
export interface EmptyMonthOptions {
  i18n: Localize;
  month: PlainMonth;
  /** The nearest day with times elsewhere; undefined if there is none, or not known yet. */
  next: PlainDate | undefined;
  onGo: (day: PlainDate) => void;
}

/** The month stays on show; this says where times go on. */
export function emptyMonth({ i18n, month, next, onGo }: EmptyMonthOptions): TemplateResult {
  const date = next && i18n.date(next, 'long');
  return notice({
    kind: 'info',
    heading: i18n.text('emptyMonth', { month: i18n.date(month, 'month') }),
    text: date && i18n.text('nextIs', { date }),
    actions: next && button({ label: i18n.text('goTo', { date: date! }), onClick: () => onGo(next) }),
  });
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
