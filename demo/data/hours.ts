import type { WallRange } from '../../src/domain/availability/opening-hours.js';
import type { Weekday } from '../../src/domain/time/plain-date.js';

/**
 * A week in short: `weekly({ '1-5': '09:00-13:00 14:00-18:00', '6': '10:00-16:00' })`, days counted from 1 Monday.
 * Days not named are closed.
 */
export function weekly(days: Record<string, string>): Record<Weekday, WallRange[]> {
  const week: Record<Weekday, WallRange[]> = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };
  for (const [span, text] of Object.entries(days)) {
    const [first = 1, last = first] = span.split('-').map(Number);
    for (let day = first; day <= last; day += 1) {
      week[day as Weekday] = text.split(' ').map((range) => {
        const [from = '', to = ''] = range.split('-');
        return { from, to };
      });
    }
  }
  return week;
}
