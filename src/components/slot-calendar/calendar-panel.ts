import { html, type TemplateResult } from 'lit';
import { isSameSlot, nextDayWithSlots, type OfferedSlot } from '../../domain/slots/slot-index.js';
import type { PartOfDay } from '../../domain/time/local-time.js';
import { addDays, type PlainDate } from '../../domain/time/plain-date.js';
import { skeleton } from '../../ui/templates/skeleton.js';
import { dayTimes, emptyMonth, type TallestDay } from './day-times.js';
import { monthTable, type MonthTableOptions } from './month-table.js';
import { slotRadio, zoneNotice, type SlotRadios } from './slot-radios.js';

/** What the month with its times needs. */
export interface CalendarPanelOptions extends Omit<MonthTableOptions, 'i18n' | 'today' | 'footer'> {
  radios: SlotRadios;
  tallest: TallestDay;
  /** Parts of the day of which every time is shown. */
  expanded: ReadonlySet<PartOfDay>;
  /** From an empty month, or from a day, to a day that has times. */
  onGo: (day: PlainDate) => void;
  onExpand: (part: PartOfDay, first: OfferedSlot) => void;
  renderFailure: (error: unknown) => TemplateResult;
}

/** The month and beside or below it the times of its day, or why there are none. */
export function calendarPanel(options: CalendarPanelOptions): TemplateResult {
  const { radios, tallest } = options;
  const { i18n, today, names } = radios;
  return html`<div class="when">
    ${monthTable({ ...options, i18n, today, footer: zoneNotice(radios) })}
    <div class="times ${Object.keys(names)[0] ? 'named' : ''}">${tallest.render()}${times(options)}</div>
  </div>`;
}

function times({ view, radios, expanded, onGo, onExpand, renderFailure }: CalendarPanelOptions): TemplateResult {
  const { i18n, value, daySlots } = radios;
  const { day, current, month } = view;
  if (current.status === 'failed') return renderFailure(current.failure);
  if (current.status === 'loading') return skeleton(4, 'line');
  if (!day) return emptyMonth({ i18n, month, next: view.nearestElsewhere(), onGo });
  return dayTimes({
    ...{ i18n, day, slots: daySlots, expanded, onExpand, onGo },
    next: nextDayWithSlots(current.index, addDays(day, 1)),
    isChosen: (slot) => value !== null && isSameSlot(value, slot),
    renderSlot: (slot) => slotRadio(radios, slot, false),
  });
}
