import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  alternativesTo,
  byPartOfDay,
  indexSlots,
  isSameSlot,
  nextDayWithSlots,
  soonestSlots,
  type OfferedSlot,
} from '../../../src/domain/slots/slot-index.js';
import { dateOf, localTimeIn } from '../../../src/domain/time/local-time.js';

const price = { total: { amount: 8000, currency: 'GBP' }, lines: [] };
const START = Date.parse('2026-10-20T00:00:00Z');

function slotAt(start: number, more: Partial<OfferedSlot> = {}): OfferedSlot {
  return {
    start: new Date(start).toISOString(),
    end: new Date(start + 3_600_000).toISOString(),
    local: localTimeIn('Europe/London', start),
    token: String(start),
    practitionerId: 'mara',
    timeZone: 'Europe/London',
    price,
    ...more,
  };
}

/** Starts on quarter hours of a month in which London's clocks go back, in order. */
const offers = fc
  .uniqueArray(fc.record({ quarter: fc.integer({ min: 0, max: 30 * 96 }), preferred: fc.boolean() }), {
    selector: ({ quarter }) => quarter,
    maxLength: 120,
  })
  .map((list) =>
    list
      .sort((a, b) => a.quarter - b.quarter)
      .map(({ quarter, preferred }) => slotAt(START + quarter * 900_000, preferred ? { preferred } : {})),
  );

const starts = (slots: readonly OfferedSlot[]): number[] => slots.map(({ start }) => Date.parse(start));
const isSorted = (values: readonly number[]): boolean =>
  values.every((value, at) => at === 0 || values[at - 1]! <= value);

describe('slots by day', () => {
  test('every slot is there once, on the day its wall clock shows, days and slots in order', () => {
    fc.assert(
      fc.property(offers, (slots) => {
        const index = indexSlots(slots);
        const all = [...index.values()].flat();
        assert.deepEqual(starts(all).sort(), starts(slots).sort());
        assert.deepEqual([...index.keys()], [...index.keys()].sort());
        for (const [day, some] of index) {
          assert.ok(some.length > 0 && isSorted(starts(some)));
          assert.ok(some.every(({ local }) => dateOf(local) === day));
        }
      }),
    );
  });

  test('both instants of a doubled hour are on the same day, the earlier first', () => {
    const twice = [slotAt(Date.parse('2026-10-25T00:30:00Z')), slotAt(Date.parse('2026-10-25T01:30:00Z'))];
    const day = indexSlots(twice).get('2026-10-25')!;
    assert.deepEqual(
      day.map(({ local }) => local),
      ['2026-10-25T01:30:00+01:00', '2026-10-25T01:30:00+00:00'],
    );
    assert.ok(!isSameSlot(day[0]!, day[1]!));
  });

  test('the parts of a day hold all of it, and none is empty', () => {
    fc.assert(
      fc.property(offers, (slots) => {
        for (const day of indexSlots(slots).values()) {
          const parts = byPartOfDay(day);
          assert.deepEqual(
            parts.flatMap((part) => part.slots),
            day,
          );
          assert.ok(parts.every((part) => part.slots.length > 0));
        }
      }),
    );
  });
});

describe('next free', () => {
  test('is the first day with slots that is not before the one asked for', () => {
    fc.assert(
      fc.property(offers, fc.integer({ min: -3, max: 35 }), (slots, days) => {
        const from = new Date(START + days * 86_400_000).toISOString().slice(0, 10);
        const expected = [...new Set(slots.map(({ local }) => dateOf(local)))].filter((day) => day >= from).sort()[0];
        assert.equal(nextDayWithSlots(indexSlots(slots), from), expected);
      }),
    );
  });
});

describe('soonest', () => {
  test('at most as many as asked for, in order, all of them offered, and over two days where there are two', () => {
    fc.assert(
      fc.property(offers, fc.integer({ min: 2, max: 6 }), (slots, count) => {
        const index = indexSlots(slots);
        const soonest = soonestSlots(slots, count);
        assert.ok(soonest.length <= count && (soonest.length > 0 || slots.length === 0));
        assert.ok(isSorted(starts(soonest)));
        assert.ok(soonest.every((slot) => slots.includes(slot)));
        const days = new Set(soonest.map(({ local }) => dateOf(local)));
        if (index.size > 1 && soonest.length > 0) assert.ok(days.size > 1);
        // The first day with times always has one among them.
        if (slots.length > 0) assert.equal([...days][0], [...index.keys()][0]);
      }),
    );
  });

  test('suggestions of one day lie an hour apart, and what the backend prefers goes first', () => {
    const day = Date.parse('2026-10-21T09:00:00Z');
    const slots = [0, 15, 30, 45, 60, 180].map((minutes) => slotAt(day + minutes * 60_000));
    slots[3] = { ...slots[3]!, preferred: true };
    const next = slotAt(day + 86_400_000);
    assert.deepEqual(starts(soonestSlots([...slots, next], 4)), starts([slots[3]!, slots[5]!, next]));
  });
});

describe('alternatives', () => {
  test('never the time that has gone, at most three of its day and one of each of three later days', () => {
    fc.assert(
      fc.property(
        offers.filter((slots) => slots.length > 0),
        fc.nat(),
        (slots, pick) => {
          const gone = slots[pick % slots.length]!;
          const others = alternativesTo(indexSlots(slots), gone);
          const day = dateOf(gone.local);
          assert.ok(others.every((slot) => slots.includes(slot) && !isSameSlot(slot, gone)));
          assert.ok(others.filter(({ local }) => dateOf(local) === day).length <= 3);
          const later = others.map(({ local }) => dateOf(local)).filter((date) => date !== day);
          assert.ok(later.length <= 3 && later.every((date) => date > day));
          assert.equal(new Set(later).size, later.length);
          if (slots.length > 1 && [...indexSlots(slots).keys()].some((date) => date > day))
            assert.ok(others.length > 0);
        },
      ),
    );
  });
});
