import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { offeredSlots } from '../../../src/domain/availability/offered-slots.js';
import { every, hoursOf, locals, MARA, NOW } from './rules.js';

describe('changes of clocks', () => {
  const night = { ...MARA, hours: every({ from: '00:00', to: '04:00' }) };

  test('London, 25 October 2026: the hour that comes twice gives two slots each', () => {
    assert.deepEqual(locals({ rules: night, from: '2026-10-25' }), [
      '2026-10-25T00:00:00+01:00',
      '2026-10-25T00:30:00+01:00',
      '2026-10-25T01:00:00+01:00',
      '2026-10-25T01:30:00+01:00',
      '2026-10-25T01:00:00+00:00',
      '2026-10-25T01:30:00+00:00',
      '2026-10-25T02:00:00+00:00',
      '2026-10-25T02:30:00+00:00',
      '2026-10-25T03:00:00+00:00',
    ]);
  });

  test('London, 28 March 2027: the hour that is skipped gives none', () => {
    assert.deepEqual(hoursOf(locals({ rules: night, from: '2027-03-28' })), [
      '00:00',
      '00:30',
      '02:00',
      '02:30',
      '03:00',
    ]);
  });

  test('an hour’s session across the change ends an hour later', () => {
    const slot = offeredSlots({
      rules: night,
      minutes: 60,
      travelMinutes: 0,
      now: NOW,
      busy: [],
      from: '2027-03-28',
      to: '2027-03-28',
    })[1];
    assert.deepEqual(
      [slot?.local, new Date(slot?.end ?? 0).toISOString()],
      ['2027-03-28T00:30:00+00:00', '2027-03-28T01:30:00.000Z'],
    );
  });

  test('Lord Howe changes by half an hour', () => {
    const rules = { ...night, timeZone: 'Australia/Lord_Howe' };
    assert.deepEqual(locals({ rules, from: '2027-04-04', minutes: 30 }).slice(2, 7), [
      '2027-04-04T01:00:00+11:00',
      '2027-04-04T01:30:00+11:00',
      '2027-04-04T01:30:00+10:30',
      '2027-04-04T02:00:00+10:30',
      '2027-04-04T02:30:00+10:30',
    ]);
    assert.deepEqual(hoursOf(locals({ rules, from: '2026-10-04', minutes: 30 })).slice(3, 6), [
      '01:30',
      '02:30',
      '03:00',
    ]);
  });

  test('hours that begin in the skipped hour begin when it is over', () => {
    const rules = { ...MARA, hours: every({ from: '01:15', to: '04:00' }) };
    assert.deepEqual(hoursOf(locals({ rules, from: '2027-03-28' })), ['02:15', '02:45']);
  });
});
