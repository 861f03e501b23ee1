import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  occupiedRange,
  offeredSlots,
  type InstantRange,
  type SlotQuery,
} from '../../../src/domain/availability/offered-slots.js';
import type { WallRange } from '../../../src/domain/availability/opening-hours.js';
import { addDays } from '../../../src/domain/time/plain-date.js';
import { every } from './rules.js';

/** Days around changes of clocks, and far from them, in zones that do it differently. */
const places = fc.constantFrom(
  { timeZone: 'Europe/London', date: '2026-10-25' },
  { timeZone: 'Europe/London', date: '2027-03-28' },
  { timeZone: 'Australia/Lord_Howe', date: '2026-10-04' },
  { timeZone: 'Australia/Lord_Howe', date: '2027-04-04' },
  { timeZone: 'America/New_York', date: '2026-11-01' },
  { timeZone: 'Asia/Kathmandu', date: '2026-11-01' },
  { timeZone: 'Pacific/Kiritimati', date: '2026-12-31' },
  { timeZone: 'Africa/Casablanca', date: '2027-02-07' },
);

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const wallRange: fc.Arbitrary<WallRange> = fc
  .tuple(fc.integer({ min: 0, max: 287 }), fc.integer({ min: 1, max: 288 }))
  .map(([from, length]) => ({ from: clock(from * 5), to: clock(Math.min(from + length, 288) * 5) }));

const queries: fc.Arbitrary<SlotQuery> = fc
  .record({
    place: places,
    ranges: fc.array(wallRange, { minLength: 1, maxLength: 3 }),
    hoursEnd: fc.constantFrom('last-end' as const, 'last-start' as const),
    granularityMinutes: fc.constantFrom(5, 10, 15, 20, 30, 45, 60),
    bufferBeforeMinutes: fc.constantFrom(0, 10, 30),
    bufferAfterMinutes: fc.constantFrom(0, 15, 45),
    noticeMinutes: fc.constantFrom(0, 120, 3000),
    minutes: fc.integer({ min: 5, max: 300 }),
    travelMinutes: fc.constantFrom(0, 25),
    busy: fc.array(fc.tuple(fc.integer({ min: -2000, max: 4000 }), fc.integer({ min: 1, max: 600 })), { maxLength: 8 }),
  })
  .map(({ place, ranges, busy, minutes, travelMinutes, ...rules }) => {
    const midnight = Date.parse(`${place.date}T00:00:00Z`);
    return {
      rules: { timeZone: place.timeZone, hours: every(...ranges), horizonDays: 1000, ...rules },
      minutes,
      travelMinutes,
      from: addDays(place.date, -1),
      to: addDays(place.date, 1),
      now: midnight - 2 * 86_400_000,
      busy: busy.map(([from, length]) => ({ from: midnight + from * 60_000, to: midnight + (from + length) * 60_000 })),
    };
  });

/** What a clock on the wall reads, by another implementation than the one under test. */
interface Reading {
  date: string;
  time: string;
  minutes: number;
  local: string;
}

const readings = new Map<string, Reading>();

function readingAt(instant: number, timeZone: string): Reading {
  const key = `${timeZone} ${instant}`;
  let reading = readings.get(key);
  if (!reading) {
    const wall = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
    reading = {
      date: wall.toPlainDate().toString(),
      time: clock(wall.hour * 60 + wall.minute),
      minutes: wall.hour * 60 + wall.minute,
      local: wall.toString({ timeZoneName: 'never', smallestUnit: 'second' }),
    };
    readings.set(key, reading);
  }
  return reading;
}

const FIVE = 5 * 60_000;

/** Hours and offsets all change at multiples of five minutes, so looking once in five is enough. */
function isOpen(query: SlotQuery, from: number, to: number): boolean {
  for (let at = from; at < to; at += FIVE) {
    const { time } = readingAt(at, query.rules.timeZone);
    if (!query.rules.hours.weekly[1].some((range) => range.from <= time && time < range.to)) return false;
  }
  return true;
}

const overlap = (a: InstantRange, b: InstantRange): boolean => a.from < b.to && b.from < a.to;

describe('whatever the rules and whoever is busy', () => {
  test('no slot lies outside the hours, overlaps what is busy, or has another length than asked for', () => {
    fc.assert(
      fc.property(queries, (query) => {
        const { rules, minutes, travelMinutes, busy } = query;
        for (const { start, end, local } of offeredSlots(query)) {
          assert.equal(end - start, minutes * 60_000);
          assert.ok(start >= query.now + rules.noticeMinutes * 60_000);
          assert.equal(local, readingAt(start, rules.timeZone).local);
          assert.ok(local.slice(0, 10) >= query.from && local.slice(0, 10) <= query.to);
          const occupied = occupiedRange(rules, { start, minutes, travelMinutes });
          assert.ok(!busy.some((range) => overlap(range, occupied)));
          const { time } = readingAt(start, rules.timeZone);
          if (rules.hoursEnd === 'last-end') assert.ok(isOpen(query, start, end));
          else
            assert.ok(
              isOpen(query, start, start + 1) ||
                rules.hours.weekly[1].some(({ to }) => to.replace('24:00', '00:00') === time),
            );
        }
      }),
      { numRuns: 400 },
    );
  });

  test('no slot is missing: every start on the grid that fits is offered, once and in order', () => {
    fc.assert(
      fc.property(queries, (query) => {
        const { rules, minutes, travelMinutes, busy } = query;
        fc.pre(rules.hoursEnd === 'last-end');
        const offered = offeredSlots(query).map(({ start }) => start);
        assert.deepEqual(
          offered,
          [...new Set(offered)].sort((a, b) => a - b),
        );
        const first = Date.parse(`${query.from}T00:00:00Z`) - 86_400_000;
        const expected: number[] = [];
        for (let start = first; start < first + 6 * 86_400_000; start += FIVE) {
          const { date, minutes: reading } = readingAt(start, rules.timeZone);
          if (date < query.from || date > query.to || start < query.now + rules.noticeMinutes * 60_000) continue;
          const onGrid = rules.hours.weekly[1].some(({ from, to }) => {
            const [begin, end] = [minutesOf(from), minutesOf(to)];
            return reading >= begin && reading < end && (reading - begin) % rules.granularityMinutes === 0;
          });
          const open = onGrid && isOpen(query, start, start + minutes * 60_000);
          const occupied = occupiedRange(rules, { start, minutes, travelMinutes });
          if (open && !busy.some((range) => overlap(range, occupied))) expected.push(start);
        }
        assert.deepEqual(offered, expected);
      }),
      { numRuns: 60 },
    );
  });

  test('less is free when more is busy', () => {
    fc.assert(
      fc.property(queries, (query) => {
        const all = new Set(offeredSlots({ ...query, busy: [] }).map(({ start }) => start));
        assert.ok(offeredSlots(query).every(({ start }) => all.has(start)));
      }),
      { numRuns: 100 },
    );
  });
});
