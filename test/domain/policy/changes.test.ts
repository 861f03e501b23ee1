import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BookingStatus } from '../../../src/contract/booking.js';
import { allowedChanges } from '../../../src/domain/policy/changes.js';

const HOUR = 3_600_000;
const begins = Date.parse('2026-10-14T10:00:00Z');
const freeUntil = begins - 24 * HOUR;

describe('what a client may still do', () => {
  const may = (status: BookingStatus, now: number): boolean => {
    const { cancel, reschedule } = allowedChanges({ status, begins, freeUntil }, now);
    assert.equal(cancel, reschedule);
    return cancel;
  };

  it('a booking that stands is free to change until the free period ends, to the millisecond', () => {
    for (const status of ['confirmed', 'awaiting_payment'] as const) {
      assert.deepEqual([may(status, freeUntil - 1), may(status, freeUntil)], [true, false]);
    }
  });

  it('what was only asked for can be taken back until it would begin', () => {
    assert.deepEqual(
      [may('requested', freeUntil), may('requested', begins - 1), may('requested', begins)],
      [true, true, false],
    );
  });

  it('nothing can be done with what is over', () => {
    for (const status of ['cancelled', 'declined', 'completed', 'no_show', 'expired', 'other'] as const) {
      assert.equal(may(status, 0), false, status);
    }
  });
});
