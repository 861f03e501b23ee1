import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BackendFailure, type BookingBackend } from '../../src/backend/booking-backend.js';
import type { BookingRequest } from '../../src/contract/booking.js';
import type { Action } from '../../src/flow/actions.js';
import { check, type Submitted } from '../../src/flow/effects.js';
import { booking, facts } from './facts.js';

/** What checking on a lost answer leads to, at a backend that cannot look bookings up and refuses a repeated key. */
async function checked(book: BookingBackend['book']): Promise<Action[]> {
  const actions: Action[] = [];
  const given = facts();
  const capabilities = { ...given.capabilities, bookingLookup: false, idempotency: 'detect' as const };
  const state = { facts: { ...given, capabilities }, key: 'the-key-of-this-intent' } as Submitted;
  const context = {
    backend: { book } as BookingBackend,
    dispatch: (action: Action) => void actions.push(action),
    state: () => state,
    failed: () => assert.fail('the page was told of a failure that may be none'),
  };
  await check(context, state, {} as BookingRequest);
  return actions;
}

describe('asking again after a lost answer, where a repeated key is refused', () => {
  it('sends the same once more, and is settled by a booking', async () => {
    const keys: string[] = [];
    const actions = await checked(async (_, key) => {
      keys.push(key);
      return booking('requested');
    });
    assert.deepEqual(keys, ['the-key-of-this-intent']);
    assert.deepEqual(actions, [{ type: 'booked', booking: booking('requested') }]);
  });

  for (const kind of ['refused', 'taken', 'unknown'] as const) {
    it(`is not settled by "${kind}", which may be said of the repeat alone`, async () => {
      const actions = await checked(() => Promise.reject(new BackendFailure(kind)));
      assert.deepEqual(actions, [{ type: 'check-failed' }]);
    });
  }
});
