import { html, type TemplateResult } from 'lit';
import { isSameSlot, type OfferedSlot } from '../../domain/slots/slot-index.js';
import type { PartOfDay } from '../../domain/time/local-time.js';
import type { PlainDate } from '../../domain/time/plain-date.js';
import { skeleton } from '../../ui/templates/skeleton.js';
import type { CalendarView } from './calendar-view.js';
import { dayTimes, emptyMonth, type TallestDays } from './day-times.js';
import { monthTable } from './month-table.js';
import { slotRadio, zoneNotice, type SlotRadios } from './slot-radios.js';

/** What the month with its times needs. */
export interface CalendarPanelOptions {
  view: CalendarView;
  radios: SlotRadios;
  tallest: TallestDays;
  /** Parts of the day of which every time is shown. */
  expanded: ReadonlySet<PartOfDay>;
  onKeydown: (event: KeyboardEvent) => void;
  onMonth: (step: 1 | -1) => void;
  onDay: (day: PlainDate) => void;
  onFocus: (day: PlainDate) => void;
  /** From an empty month to a day that has times. */
  onGo: (day: PlainDate) => void;
  onExpand: (part: PartOfDay, first: OfferedSlot) => void;
  renderFailure: (error: unknown) => TemplateResult;
}

/** The month and beside or below it the times of its day, or why there are none. */
export function calendarPanel(options: CalendarPanelOptions): TemplateResult {
  const { view, radios, tallest, onKeydown, onMonth, onDay, onFocus } = options;
  const { month, day, cursor, current, canGoBack, canGoOn } = view;
  return html`<div class="when">
    ${monthTable({
      ...{ i18n: radios.i18n, today: radios.today, month, day, cursor, canGoBack, canGoOn },
      ...{ index: current.index, loading: current.status === 'loading', footer: zoneNotice(radios) },
      ...{ onKeydown, onMonth, onDay, onFocus },
    })}
    <div class="times">${tallest.render()}${times(options)}</div>
  </div>`;
}

function times({ view, radios, expanded, onGo, onExpand, renderFailure }: CalendarPanelOptions): TemplateResult {
  const { i18n, value, daySlots } = radios;
  const { day, current, month } = view;
  if (current.status === 'failed') return renderFailure(current.failure);
  if (current.status === 'loading') return skeleton(4, 'line');
  if (!day) return emptyMonth({ i18n, month, next: view.nearestElsewhere(), onGo });
  return dayTimes({
    ...{ i18n, day, slots: daySlots, expanded, onExpand },
    isChosen: (slot) => value !== null && isSameSlot(value, slot),
    renderSlot: (slot) => slotRadio(radios, slot, false),
  });
}
