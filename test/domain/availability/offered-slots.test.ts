import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { offeredSlotAt, offeredSlots, type InstantRange } from '../../../src/domain/availability/offered-slots.js';
import { every, hoursOf, locals, MARA, NOW } from './rules.js';

describe('offered slots', () => {
  test('a session must have ended when the hours end, or only have begun, as the rules say', () => {
    const ended = hoursOf(locals({ rules: MARA, from: '2026-10-14' }));
    assert.deepEqual([ended.at(0), ended.at(-1), ended.length], ['11:00', '21:00', 21]);
    const begun = hoursOf(locals({ rules: { ...MARA, hoursEnd: 'last-start' }, from: '2026-10-14' }));
    assert.deepEqual([begun.at(0), begun.at(-1), begun.length], ['11:00', '22:00', 23]);
  });

  test('starts are counted from the beginning of each range of hours', () => {
    const rules = { ...MARA, hours: every({ from: '09:10', to: '11:00' }, { from: '14:05', to: '15:30' }) };
    assert.deepEqual(hoursOf(locals({ rules, from: '2026-10-14' })), ['09:10', '09:40', '14:05']);
  });

  test('hours up to midnight and from midnight on are one evening', () => {
    const rules = { ...MARA, hours: every({ from: '22:00', to: '24:00' }, { from: '00:00', to: '01:00' }) };
    assert.deepEqual(hoursOf(locals({ rules, from: '2026-10-14', minutes: 90 })), ['22:00', '22:30', '23:00', '23:30']);
    const late = { ...rules, hours: every({ from: '22:00', to: '24:00' }), hoursEnd: 'last-start' as const };
    assert.deepEqual(hoursOf(locals({ rules: late, from: '2026-10-14' })), [
      '00:00',
      '22:00',
      '22:30',
      '23:00',
      '23:30',
    ]);
  });

  test('an exception replaces a day’s hours', () => {
    const hours = { ...MARA.hours, exceptions: { '2026-10-14': [], '2026-10-15': [{ from: '13:00', to: '14:00' }] } };
    const rules = { ...MARA, hours };
    assert.deepEqual(locals({ rules, from: '2026-10-14' }), []);
    assert.deepEqual(hoursOf(locals({ rules, from: '2026-10-15' })), ['13:00']);
  });

  test('buffers and travel keep a distance from what is busy, and may lie outside the hours', () => {
    const rules = { ...MARA, bufferBeforeMinutes: 10, bufferAfterMinutes: 20 };
    const busy = [{ from: Date.parse('2026-10-14T14:00:00Z'), to: Date.parse('2026-10-14T15:00:00Z') }];
    const near = hoursOf(locals({ rules, from: '2026-10-14', busy }));
    assert.deepEqual(near.slice(0, 9), [
      '11:00',
      '11:30',
      '12:00',
      '12:30',
      '13:00',
      '13:30',
      '16:30',
      '17:00',
      '17:30',
    ]);
    const far = hoursOf(locals({ rules, from: '2026-10-14', busy, travelMinutes: 30 }));
    assert.deepEqual(far.slice(0, 6), ['11:00', '11:30', '12:00', '12:30', '13:00', '17:00']);
    assert.equal(far.at(-1), '21:00');
  });

  test('ranges that touch do not overlap', () => {
    const at = (time: string): number => Date.parse(`2026-10-14T${time}:00Z`);
    const busy = [
      { from: at('10:00'), to: at('11:00') },
      { from: at('12:00'), to: at('21:00') },
    ];
    assert.deepEqual(hoursOf(locals({ rules: MARA, from: '2026-10-14', busy })), ['12:00']);
  });

  test('nothing begins within the notice or after the horizon', () => {
    const rules = { ...MARA, noticeMinutes: 90, horizonDays: 2 };
    const now = Date.parse('2026-10-14T10:15:00Z');
    assert.equal(locals({ rules, from: '2026-10-14', now })[0], '2026-10-14T13:00:00+01:00');
    assert.deepEqual(locals({ rules, from: '2026-10-13', now }), []);
    assert.equal(locals({ rules, from: '2026-10-16', now }).length, 21);
    assert.deepEqual(locals({ rules, from: '2026-10-17', now }), []);
  });

  test('a slot is found by its start, whoever is busy being passed over', () => {
    const query = { rules: MARA, minutes: 60, travelMinutes: 0, now: NOW, busy: [] };
    assert.equal(offeredSlotAt(query, Date.parse('2026-10-14T10:30:00Z'))?.local, '2026-10-14T11:30:00+01:00');
    assert.equal(offeredSlotAt(query, Date.parse('2026-10-14T10:31:00Z')), null);
    assert.equal(offeredSlotAt(query, Date.parse('0001-01-01T00:00:00Z')), null);
    assert.equal(offeredSlotAt(query, Date.parse('9999-12-31T12:00:00Z')), null);
  });
});

test('the work grows with the days asked about, not with days times busy times', () => {
  const busy = (count: number): InstantRange[] =>
    Array.from({ length: count }, (_, index) => ({ from: NOW + index * 3_600_000, to: NOW + index * 3_600_000 + 1 }));
  const time = (count: number): number => {
    const ranges = busy(count);
    const begin = performance.now();
    for (let round = 0; round < 20; round += 1) {
      offeredSlots({
        rules: MARA,
        minutes: 60,
        travelMinutes: 0,
        now: NOW,
        busy: ranges,
        from: '2026-10-01',
        to: '2026-10-31',
      });
    }
    return performance.now() - begin;
  };
  time(100);
  const few = time(100);
  // A hundred times as many busy times: quadratic work would take thousands of times as long.
  assert.ok(time(10_000) / few < 150);
});
