import { html, nothing, type TemplateResult } from 'lit';
import { addMonths, monthGrid, monthOf, type PlainDate } from '../../domain/time/plain-date.js';
import type { Localize } from '../../ui/controllers/localize.js';
import type { CalendarView } from './calendar-view.js';

/** What the month needs. */
export interface MonthTableOptions {
  i18n: Localize;
  view: CalendarView;
  /** Too narrow for seven columns: the seven days of a week one below the other. */
  narrow: boolean;
  today: PlainDate;
  /** What became of the date that was typed. */
  found: string;
  onTurn: (step: 1 | -1) => void;
  onDay: (day: PlainDate) => void;
  /** A day has focus, by whatever means it came there. */
  onFocus: (day: PlainDate) => void;
  onKeydown: (event: KeyboardEvent) => void;
  /** A date was typed, or part of one. */
  onSeek: (date: string) => void;
  /** Below the month. */
  footer: unknown;
}

/**
 * A month as a real table of buttons: plain tables read well everywhere, and six rows always stand so that nothing jumps.
 * Days without times can be reached and say so, but do nothing.
 */
export function monthTable(options: MonthTableOptions): TemplateResult {
  const { i18n, view, narrow, onDay, onFocus, onKeydown } = options;
  const { month, cursor } = view;
  const [first, last] = view.range;
  const loading = view.current.status === 'loading';
  const weeks = monthGrid(month, i18n.weekStart);
  const shown = narrow ? weeks.filter((week) => week.includes(cursor)) : weeks;
  const onClick = (event: Event): void => {
    const button = (event.target as Element).closest('button');
    if (button?.dataset['day'] && !button.hasAttribute('aria-disabled')) onDay(button.dataset['day']);
  };
  const onFocusin = ({ target }: Event): void => onFocus((target as HTMLElement).dataset['day']!);
  return html`<div class="month" role="group" aria-label=${i18n.text('otherDay')}>
    ${typedDate(options)}
    <div class="turn">
      ${turn(options, -1, narrow ? shown[0]![0]! > first : view.canGoBack)}
      <p class="title" id="month" .textContent=${i18n.date(month, 'month')}></p>
      ${turn(options, 1, narrow ? shown[0]![6]! < last : view.canGoOn)}
    </div>
    <table
      class=${narrow ? 'narrow' : ''}
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
        ${shown.map(
          (week) =>
            html`<tr>
              ${week.map(
                (date) =>
                  html`<td>${narrow || monthOf(date) === month ? dayButton(options, date, loading) : nothing}</td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="keys small muted" id="keys" .textContent=${i18n.text('keysHint')}></p>
    ${options.footer}
  </div>`;
}

/** The second way to a day: typed, because a month to walk through must not be the only one. */
function typedDate({ i18n, view, found, onSeek }: MonthTableOptions): TemplateResult {
  const [min, max] = view.range;
  const label = i18n.text('goToDate');
  return html`<details>
    <summary class="small" .textContent=${label}></summary>
    <input
      type="date"
      aria-label=${label}
      min=${min}
      max=${max}
      @change=${({ target }: Event) => onSeek((target as HTMLInputElement).value)}
    />
    <p class="small" .textContent=${found}></p>
  </details>`;
}

function turn({ i18n, view, narrow, onTurn }: MonthTableOptions, step: 1 | -1, possible: boolean): TemplateResult {
  const back = step < 0;
  return html`<button
    type="button"
    class="chevron ${back ? 'previous' : 'next'}"
    aria-label=${
      narrow
        ? i18n.text(back ? 'previousDays' : 'nextDays')
        : i18n.text(back ? 'previousMonth' : 'nextMonth', { month: i18n.date(addMonths(view.month, step), 'month') })
    }
    aria-disabled=${possible ? nothing : 'true'}
    tabindex=${possible ? nothing : -1}
    @click=${() => possible && onTurn(step)}
  ></button>`;
}

function dayButton(
  { i18n, view, narrow, today }: MonthTableOptions,
  date: PlainDate,
  loading: boolean,
): TemplateResult {
  const count = view.slotsOn(date).length;
  const chosen = date === view.day;
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
    tabindex=${date === view.cursor ? 0 : -1}
    aria-label=${name}
    aria-pressed=${count > 0 ? chosen : nothing}
    aria-current=${date === today ? 'date' : nothing}
    aria-disabled=${count > 0 ? nothing : 'true'}
    data-count=${count > 0 ? count : ''}
    .textContent=${i18n.date(date, narrow ? 'long' : 'day')}
  ></button>`;
}
