import {
  addDays,
  addMonths,
  firstDay,
  lastDay,
  monthOf,
  sameDayIn,
  startOfWeek,
} from '../../domain/time/plain-date.js';
import type { PlainDate, Weekday } from '../../domain/time/plain-date.js';
import type { GridMove } from '../../ui/controllers/roving-grid.js';

/**
 * The day a key leads to: arrows by day and week, Page by month, with Shift by year, Home and End within the week and the
 * month, with Ctrl to the month's first and last of `open`, its days with times in order.
 */
export function moveDay(date: PlainDate, move: GridMove, weekStart: Weekday, open: readonly PlainDate[]): PlainDate {
  const month = monthOf(date);
  if ('by' in move) {
    const { by, step } = move;
    if (by === 'cell' || by === 'row') return addDays(date, by === 'cell' ? step : 7 * step);
    return sameDayIn(addMonths(month, by === 'page' ? step : 12 * step), date);
  }
  const week = startOfWeek(date, weekStart);
  switch (move.to) {
    case 'row-start':
      return later(week, firstDay(month));
    case 'row-end':
      return earlier(addDays(week, 6), lastDay(month));
    case 'first':
      return open[0] ?? date;
    case 'last':
      return open.at(-1) ?? date;
  }
}

/** The later of two dates. */
export function later(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b;
}

/** The earlier of two dates. */
export function earlier(a: PlainDate, b: PlainDate): PlainDate {
  return a < b ? a : b;
}
