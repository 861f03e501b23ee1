import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { offeredSlots } from '../../../src/domain/availability/offered-slots.js';
import { dayIn } from '../../../src/domain/availability/zone-offsets.js';
import { hoursOf, locals, MARA, NOW } from './rules.js';

const from = '2026-10-14';
const at = (time: string): number => Date.parse(`2026-10-14T${time}:00+01:00`);

describe('what a practitioner wants besides hours', () => {
  it('a latest start ends the day before its hours do', () => {
    assert.equal(hoursOf(locals({ rules: { ...MARA, latestStart: '18:30' }, from })).at(-1), '18:30');
    assert.equal(hoursOf(locals({ rules: MARA, from })).at(-1), '21:00');
  });

  it('a day is full once so many sessions begin on it, and only that day', () => {
    const rules = { ...MARA, sessionsADay: 2 };
    const busy = [at('12:00'), at('20:00')].map((start) => ({ from: start, to: start + 3_600_000 }));
    const begun = busy.map((range) => range.from);
    const days = new Set(locals({ rules, from, to: '2026-10-15', busy, begun }).map((local) => local.slice(0, 10)));
    assert.deepEqual([...days], ['2026-10-15']);
    assert.ok(locals({ rules, from, busy, begun: begun.slice(1) }).length > 0);
  });

  it('nothing is offered sooner than asked for, whatever the notice', () => {
    assert.equal(hoursOf(locals({ rules: MARA, from, notBefore: at('15:10') }))[0], '15:30');
    assert.equal(
      hoursOf(locals({ rules: { ...MARA, noticeMinutes: 60 }, from, now: at('15:10'), notBefore: NOW }))[0],
      '16:30',
    );
  });

  it('times that leave no hole beside another session are preferred', () => {
    const query = { rules: { ...MARA, packsDays: true }, minutes: 60, travelMinutes: 0, now: NOW, from, to: from };
    const busy = [{ from: at('14:00'), to: at('15:15') }];
    const preferred = offeredSlots({ ...query, busy }).filter((slot) => slot.preferred);
    assert.deepEqual(hoursOf(preferred.map(({ local }) => local)), ['13:00', '15:30']);
    assert.ok(offeredSlots({ ...query, busy: [] }).every((slot) => slot.preferred === undefined));
    assert.ok(offeredSlots({ ...query, rules: MARA, busy }).every((slot) => slot.preferred === undefined));
  });

  it('a day is as long as the clocks make it', () => {
    const hours = (day: string): number => {
      const { from: first, to } = dayIn('Europe/London', Date.parse(`${day}T12:00:00Z`));
      return (to - first) / 3_600_000;
    };
    assert.deepEqual(['2026-10-14', '2026-10-25', '2027-03-28'].map(hours), [24, 25, 23]);
  });
});
