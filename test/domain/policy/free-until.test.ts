import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freeUntil } from '../../../src/domain/policy/free-until.js';

test('a change is free until so many hours before, in the venue’s own time', () => {
  assert.deepEqual(freeUntil('2026-10-14T10:00:00Z', 'Europe/London', 24), {
    instant: '2026-10-13T10:00:00Z',
    local: '2026-10-13T11:00:00+01:00',
  });
  assert.deepEqual(freeUntil('2026-10-14T11:00:00+01:00', 'Europe/London', 0), {
    instant: '2026-10-14T10:00:00Z',
    local: '2026-10-14T11:00:00+01:00',
  });
});

test('hours are elapsed time, also across a change of clocks', () => {
  assert.equal(freeUntil('2026-10-25T11:00:00Z', 'Europe/London', 24).local, '2026-10-24T12:00:00+01:00');
  assert.equal(freeUntil('2027-03-28T10:00:00Z', 'Europe/London', 24).local, '2027-03-27T10:00:00+00:00');
  assert.equal(freeUntil('2026-10-04T00:00:00Z', 'Australia/Lord_Howe', 24).local, '2026-10-03T10:30:00+10:30');
});

test('a zone or an instant that is none is refused', () => {
  assert.throws(() => freeUntil('2026-10-14T10:00:00Z', 'Moon/Tycho', 24), RangeError);
  assert.throws(() => freeUntil('tomorrow', 'Europe/London', 24), RangeError);
});
