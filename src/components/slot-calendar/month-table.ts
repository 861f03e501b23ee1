import { html, nothing, type TemplateResult } from 'lit';
import { addMonths, monthGrid, monthOf, type PlainDate } from '../../domain/time/plain-date.js';
import { weekStart } from '../../locales/format.js';
import { unlessSame } from '../../ui/templates/unless-same.js';
import type { Calendar } from './calendar.js';
import { zoneNotice } from './slot-radios.js';

/**
 * A month as a real table of buttons: plain tables read well everywhere, and six rows always stand so that nothing jumps.
 * Days without times can be reached and say so, but do nothing.
 */
export function monthTable(calendar: Calendar): TemplateResult {
  const { i18n, view, narrow, grid } = calendar;
  const { month, cursor } = view;
  const [first, last] = view.range;
  const loading = view.current.status === 'loading';
  const weeks = monthGrid(month, weekStart(i18n.locale.tag));
  const shown = narrow ? weeks.filter((week) => week.includes(cursor)) : weeks;
  const onClick = ({ target }: Event): void => {
    const day = (target as Element).closest<HTMLElement>('[aria-pressed]')?.dataset['day'];
    if (day) calendar.showDay(day);
  };
  // A day may have focus without ever having been the one that keys start from: by a press, or a screen reader.
  const onKeydown = (event: KeyboardEvent): void => {
    const button = event.target as HTMLElement;
    if (view.reach(button.dataset['day']!)) grid.reach(button);
    grid.onKeydown(event);
  };
  return html`<div class="month" role="group" aria-label=${i18n.text('otherDay')}>
    ${typedDate(calendar)}
    <div class="turn">
      ${turn(calendar, -1, narrow ? shown[0]![0]! > first : view.canGoBack)}
      <p class="title" id="month" .textContent=${i18n.date(month, 'month')}></p>
      ${turn(calendar, 1, narrow ? shown[0]![6]! < last : view.canGoOn)}
    </div>
    <table
      class=${narrow ? 'narrow' : ''}
      aria-labelledby="month"
      aria-describedby="keys"
      aria-busy=${loading ? 'true' : nothing}
      @click=${onClick}
      @keydown=${onKeydown}
    >
      <thead>
        <tr>
          ${unlessSame(i18n.locale.tag, () =>
            weeks[0]!.map(
              (date) =>
                html`<th scope="col" class="small">
                  <span aria-hidden="true" .textContent=${i18n.date(date, 'weekday')}></span>
                  <span class="visually-hidden" .textContent=${i18n.date(date, 'weekdayLong')}></span>
                </th>`,
            ),
          )}
        </tr>
      </thead>
      <tbody>
        ${shown.map(
          (week) =>
            html`<tr>
              ${week.map(
                (date) =>
                  html`<td>${narrow || monthOf(date) === month ? dayButton(calendar, date, loading) : nothing}</td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="keys small muted" id="keys" .textContent=${i18n.text('keysHint')}></p>
    ${zoneNotice(calendar)}
  </div>`;
}

/**
 * The second way to a day: typed, because a month to walk through must not be the only one. It becomes a date field when
 * somebody opens it: browsers take as long to make one as for a third of all else here.
 */
function typedDate(calendar: Calendar): TemplateResult {
  const { i18n, view, found } = calendar;
  const [min, max] = view.range;
  const label = i18n.text('goToDate');
  const onClick = ({ target }: Event): void => {
    ((target as Element).nextElementSibling as HTMLInputElement).type = 'date';
  };
  return html`<details>
    <summary class="small" .textContent=${label} @click=${onClick}></summary>
    <input
      aria-label=${label}
      min=${min}
      max=${max}
      @change=${({ target }: Event) => calendar.seek((target as HTMLInputElement).value)}
    />
    <p class="small" .textContent=${found}></p>
  </details>`;
}

function turn(calendar: Calendar, step: 1 | -1, possible: boolean): TemplateResult {
  const { i18n, view, narrow } = calendar;
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
    @click=${() => possible && calendar.turn(step)}
  ></button>`;
}

function dayButton({ i18n, view, narrow, today }: Calendar, date: PlainDate, loading: boolean): unknown {
  const count = view.slotsOn(date).length;
  const chosen = date === view.day;
  const current = date === today;
  // A tap changes two of the days; naming all others again would take longer than all else it does.
  return unlessSame([i18n.locale.tag, date, count, chosen, current, loading, narrow].join(), () => {
    const full = i18n.date(date, 'full');
    const name = count
      ? i18n.text('dayWithTimes', { date: full, count })
      : i18n.text(loading ? 'dayLoading' : 'dayWithoutTimes', { date: full });
    const look = `day ${count ? 'available' : ''} ${chosen ? 'chosen' : ''}`;
    return html`<button
      type="button"
      class="tabular ${look}"
      part=${look}
      tabindex="-1"
      data-day=${date}
      aria-label=${name}
      aria-pressed=${count ? chosen : nothing}
      aria-current=${current ? 'date' : nothing}
      aria-disabled=${count ? nothing : 'true'}
      data-count=${count || ''}
      .textContent=${i18n.date(date, narrow ? 'long' : 'day')}
    ></button>`;
  });
}
