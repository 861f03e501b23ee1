import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  daysBetween,
  firstDay,
  isPlainDate,
  lastDay,
  monthGrid,
  monthOf,
  sameDayIn,
  startOfWeek,
  weekdayOf,
  type Weekday,
} from '../../../src/domain/time/plain-date.js';

/** Any date from 1583 to 9000, told by a clock of its own: `Date` in UTC. */
const dates = fc
  .date({ min: new Date('1583-01-01T00:00:00Z'), max: new Date('9000-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const weekdays = fc.integer({ min: 1, max: 7 }) as fc.Arbitrary<Weekday>;

describe('dates', () => {
  test('adding days and taking them away again leads back, and the days between are counted', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -200_000, max: 200_000 }), (date, days) => {
        const there = addDays(date, days);
        assert.equal(addDays(there, -days), date);
        assert.equal(daysBetween(date, there), days);
        assert.equal(there > date, days > 0);
      }),
    );
  });

  test('a string is a date only if the day exists', () => {
    for (const date of ['2024-02-29', '2000-02-29', '2026-12-31']) assert.ok(isPlainDate(date), date);
    for (const no of ['2026-02-29', '1900-02-29', '2026-02-30', '2026-13-01', '2026-00-10', '2026-1-1', '', 'today']) {
      assert.ok(!isPlainDate(no), no);
    }
    fc.assert(fc.property(dates, (date) => isPlainDate(date)));
  });

  test('the day of the week is the one that the calendar of the machine knows', () => {
    fc.assert(
      fc.property(dates, (date) => {
        assert.equal(weekdayOf(date) % 7, new Date(`${date}T12:00:00Z`).getUTCDay());
      }),
    );
  });

  test('a week begins on its first day, at most six days before', () => {
    fc.assert(
      fc.property(dates, weekdays, (date, weekStart) => {
        const start = startOfWeek(date, weekStart);
        assert.equal(weekdayOf(start), weekStart);
        assert.ok(daysBetween(start, date) >= 0 && daysBetween(start, date) < 7);
      }),
    );
  });
});

describe('months', () => {
  test('every day lies between the first and the last of its month', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const month = monthOf(date);
        assert.ok(firstDay(month) <= date && date <= lastDay(month));
        assert.equal(monthOf(addDays(lastDay(month), 1)), addMonths(month, 1));
      }),
    );
  });

  test('months are counted across years, forwards and backwards', () => {
    assert.equal(addMonths('2026-12', 1), '2027-01');
    assert.equal(addMonths('2026-01', -1), '2025-12');
    assert.equal(addMonths('2026-10', -22), '2024-12');
    fc.assert(
      fc.property(dates, fc.integer({ min: -600, max: 600 }), (date, months) => {
        assert.equal(addMonths(addMonths(monthOf(date), months), -months), monthOf(date));
      }),
    );
  });

  test('the same day of a shorter month is its last', () => {
    assert.equal(sameDayIn('2026-02', '2026-01-31'), '2026-02-28');
    assert.equal(sameDayIn('2028-02', '2026-01-30'), '2028-02-29');
    assert.equal(sameDayIn('2026-11', '2026-10-14'), '2026-11-14');
  });

  test('the grid is six whole weeks without a gap, and the whole month is in it', () => {
    fc.assert(
      fc.property(dates, weekdays, (date, weekStart) => {
        const month = monthOf(date);
        const grid = monthGrid(month, weekStart);
        const days = grid.flat();
        assert.equal(grid.length, 6);
        assert.equal(days.length, 42);
        for (const week of grid) assert.equal(weekdayOf(week[0]!), weekStart);
        days.forEach((day, at) => assert.equal(day, addDays(days[0]!, at)));
        assert.ok(days.slice(0, 7).includes(firstDay(month)));
        assert.ok(days.includes(lastDay(month)));
      }),
    );
  });
});
