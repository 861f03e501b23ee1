import { html, nothing, type TemplateResult } from 'lit';
import { addMonths, monthGrid, monthOf, type PlainDate, type PlainMonth } from '../../domain/time/plain-date.js';
import type { SlotIndex } from '../../domain/slots/slot-index.js';
import type { Localize } from '../../ui/controllers/localize.js';

/** What the month needs. */
export interface MonthTableOptions {
  i18n: Localize;
  month: PlainMonth;
  /** The month's days with times. */
  index: SlotIndex;
  loading: boolean;
  today: PlainDate;
  /** The day whose times are shown. */
  day: PlainDate | null;
  /** The one day in the tab order. */
  cursor: PlainDate;
  canGoBack: boolean;
  canGoOn: boolean;
  onMonth: (step: 1 | -1) => void;
  onDay: (day: PlainDate) => void;
  /** A day has focus, by whatever means it came there. */
  onFocus: (day: PlainDate) => void;
  onKeydown: (event: KeyboardEvent) => void;
  /** Below the month. */
  footer: unknown;
}

/**
 * A month as a real table of buttons: plain tables read well everywhere, and six rows always stand so that nothing jumps.
 * Days without times can be reached and say so, but do nothing.
 */
export function monthTable(options: MonthTableOptions): TemplateResult {
  const { i18n, month, loading, canGoBack, canGoOn, onDay, onFocus, onKeydown } = options;
  const weeks = monthGrid(month, i18n.weekStart);
  const onClick = (event: Event): void => {
    const button = (event.target as Element).closest('button');
    if (button?.dataset['day'] && !button.hasAttribute('aria-disabled')) onDay(button.dataset['day']);
  };
  const onFocusin = ({ target }: Event): void => onFocus((target as HTMLElement).dataset['day']!);
  return html`<div class="month" role="group" aria-label=${i18n.text('otherDay')}>
    <div class="turn">
      ${turn(options, -1, canGoBack)}
      <p class="title" id="month" .textContent=${i18n.date(month, 'month')}></p>
      ${turn(options, 1, canGoOn)}
    </div>
    <table
      aria-labelledby="month"
      aria-describedby="keys"
      aria-busy=${loading ? 'true' : nothing}
      @click=${onClick}
      @keydown=${onKeydown}
      @focusin=${onFocusin}
    >
      <thead>
        <tr>
          ${weeks[0]!.map(
            (date) =>
              html`<th scope="col" class="small">
                <span aria-hidden="true" .textContent=${i18n.date(date, 'weekday')}></span>
                <span class="visually-hidden" .textContent=${i18n.date(date, 'weekdayLong')}></span>
              </th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${weeks.map(
          (week) =>
            html`<tr>
              ${week.map((date) => html`<td>${monthOf(date) === month ? dayButton(options, date) : nothing}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="keys small muted" id="keys" .textContent=${i18n.text('keysHint')}></p>
    ${options.footer}
  </div>`;
}

function turn({ i18n, month, onMonth }: MonthTableOptions, step: 1 | -1, possible: boolean): TemplateResult {
  const target = i18n.date(addMonths(month, step), 'month');
  return html`<button
    type="button"
    class="chevron ${step < 0 ? 'previous' : 'next'}"
    aria-label=${i18n.text(step < 0 ? 'previousMonth' : 'nextMonth', { month: target })}
    aria-disabled=${possible ? nothing : 'true'}
    @click=${() => possible && onMonth(step)}
  ></button>`;
}

function dayButton({ i18n, index, loading, today, day, cursor }: MonthTableOptions, date: PlainDate): TemplateResult {
  const count = index.get(date)?.length ?? 0;
  const chosen = date === day;
  const full = i18n.date(date, 'full');
  const name =
    count > 0
      ? i18n.text('dayWithTimes', { date: full, count })
      : i18n.text(loading ? 'dayLoading' : 'dayWithoutTimes', { date: full });
  return html`<button
    type="button"
    class="day tabular ${count > 0 ? 'open' : ''} ${chosen ? 'chosen' : ''}"
    part="day ${count > 0 ? 'available' : ''} ${chosen ? 'chosen' : ''}"
    data-day=${date}
    tabindex=${date === cursor ? 0 : -1}
    aria-label=${name}
    aria-pressed=${count > 0 ? chosen : nothing}
    aria-current=${date === today ? 'date' : nothing}
    aria-disabled=${count > 0 ? nothing : 'true'}
    data-count=${count > 0 ? count : ''}
    .textContent=${String(Number(date.slice(8)))}
  ></button>`;
}
