import { html, nothing, type TemplateResult } from 'lit';
import { failure, failureOf } from '../../ui/templates/failure.js';
import { fieldError } from '../../ui/templates/field-error.js';
import { skeleton } from '../../ui/templates/skeleton.js';
import type { Calendar } from './calendar.js';
import { dayTimes, emptyMonth } from './day-times.js';
import { monthTable } from './month-table.js';
import { soonest } from './slot-radios.js';

/** The soonest times, the month, and beside or below it the times of its day, or why there are none. */
export function calendarPanel(calendar: Calendar): TemplateResult {
  const { i18n, host, names, tallest } = calendar;
  const { error } = host;
  return html`${error ? fieldError('error', i18n.text('errorPrefix'), error) : nothing} ${soonest(calendar)}
    <div class="when">
      ${monthTable(calendar)}
      <div class="times ${Object.keys(names)[0] ? 'named' : ''}">${tallest.render()}${times(calendar)}</div>
    </div>`;
}

/** Why there are no times, with Try again; it goes away when pressed, and the month takes its place. */
export function calendarFailure(
  { i18n, times, view, grid }: Calendar,
  error: unknown,
  again: () => unknown = () => times.forget(view.month),
): TemplateResult {
  const onRetry = (): void => {
    again();
    grid.focus();
  };
  return failure({ i18n, kind: failureOf(error), onRetry });
}

function times(calendar: Calendar): TemplateResult {
  const { day, current } = calendar.view;
  if (current.status === 'failed') return calendarFailure(calendar, current.failure);
  if (current.status === 'loading') return skeleton(4, 'line');
  return day ? dayTimes(calendar, day) : emptyMonth(calendar);
}
