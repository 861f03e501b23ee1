import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  dateIn,
  dateOf,
  localTimeIn,
  offsetMinutes,
  offsetOf,
  partOfDay,
  wallTime,
} from '../../../src/domain/time/local-time.js';

const instants = fc
  .integer({ min: Date.UTC(1990, 0), max: Date.UTC(2060, 0) })
  .map((at) => Math.floor(at / 60_000) * 60_000);
/** Half hours, three quarters, a half-hour summer time, the first and the last zone of the day. */
const zones = fc.constantFrom(
  ...['Europe/London', 'America/New_York', 'Asia/Kolkata', 'Asia/Kathmandu', 'Australia/Lord_Howe'],
  ...['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/St_Johns', 'UTC'],
);

describe('wall time', () => {
  test('names the instant it was made from', () => {
    fc.assert(
      fc.property(zones, instants, (zone, at) => {
        assert.equal(Date.parse(localTimeIn(zone, at)), at);
      }),
    );
  });

  test('its offset in minutes is what lies between the wall and UTC', () => {
    fc.assert(
      fc.property(zones, instants, (zone, at) => {
        const local = localTimeIn(zone, at);
        assert.equal(Date.parse(`${local.slice(0, 19)}Z`) - offsetMinutes(local) * 60_000, at);
      }),
    );
    assert.equal(offsetMinutes('2026-10-14T11:00:00+01:00'), 60);
    assert.equal(offsetMinutes('2026-10-14T11:00:00-03:30'), -210);
    assert.equal(offsetMinutes('2026-10-14T11:00:00Z'), 0);
    assert.equal(offsetOf('2026-10-14T11:00:00Z'), '+00:00');
  });

  test('follows the clocks of the venue when they change', () => {
    assert.equal(localTimeIn('Europe/London', Date.parse('2026-10-24T10:00:00Z')), '2026-10-24T11:00:00+01:00');
    assert.equal(localTimeIn('Europe/London', Date.parse('2026-10-25T11:00:00Z')), '2026-10-25T11:00:00+00:00');
    // An hour that happens twice is two instants.
    assert.equal(wallTime('Europe/London', Date.parse('2026-10-25T00:30:00Z')), '2026-10-25T01:30:00');
    assert.equal(wallTime('Europe/London', Date.parse('2026-10-25T01:30:00Z')), '2026-10-25T01:30:00');
  });

  test('the day is the venue’s and not the visitor’s', () => {
    const late = Date.parse('2026-10-09T23:30:00Z');
    assert.equal(dateIn('Europe/London', late), '2026-10-10');
    assert.equal(dateIn('America/New_York', late), '2026-10-09');
    assert.equal(dateOf('2026-10-10T00:30:00+01:00'), '2026-10-10');
  });

  test('an unknown zone is an error, not a guess', () => {
    assert.throws(() => dateIn('Europe/Atlantis', 0), RangeError);
  });

  test('morning ends at noon and afternoon at five', () => {
    const at = (time: string): string => partOfDay(`2026-10-14T${time}:00+01:00`);
    assert.deepEqual(['00:00', '11:59'].map(at), ['morning', 'morning']);
    assert.deepEqual(['12:00', '16:59'].map(at), ['afternoon', 'afternoon']);
    assert.deepEqual(['17:00', '23:59'].map(at), ['evening', 'evening']);
  });
});
