import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BackendFailure, type BookingBackend } from '../../src/backend/booking-backend.js';
import type { BookingRequest } from '../../src/contract/booking.js';
import type { Action } from '../../src/flow/actions.js';
import { check, findWanted, hold, type EffectContext, type Submitted } from '../../src/flow/effects.js';
import { reduce, start } from '../../src/flow/reducer.js';
import type { FlowState, OutcomeUnknownState, Preset, SlotState } from '../../src/flow/state.js';
import { booking, facts, hold as aHold, slot } from './facts.js';

/** A flow at its time step. */
function atSlot(preset: Preset = {}): SlotState {
  const safety = { worst: undefined, rules: [], deferHours: 0, skills: [] };
  const actions: Action[] = [
    { type: 'place-chosen', where: { place: 'incall' } },
    { type: 'service-chosen', service: { serviceId: 'back', optionId: 'back-60', addOnIds: [] } },
    {
      type: 'safety-answered',
      intake: start(facts()).draft.intake,
      screening: safety,
      formId: 'massage',
      version: '1',
      at: '2026-10-09T08:00:00Z',
    },
  ];
  const state = actions.reduce<FlowState>(reduce, start(facts({ preset })));
  assert.ok(state.step === 'slot');
  return state;
}

/** Runs an effect against a backend of which only what it needs exists, and hands out what was dispatched. */
async function effectOf(
  backend: Partial<BookingBackend>,
  run: (context: EffectContext) => Promise<void>,
  state: FlowState | null = null,
): Promise<{ actions: Action[]; codes: string[] }> {
  const actions: Action[] = [];
  const codes: string[] = [];
  await run({
    backend: backend as BookingBackend,
    dispatch: (action) => actions.push(action),
    state,
    failed: (code) => codes.push(code),
  });
  return { actions, codes };
}

describe('a time tapped on another page', () => {
  it('is looked for on the venue’s own day and taken as found', async () => {
    // 23:30 in UTC is already the next day at the venue.
    const wanted = { ...slot(), start: '2026-10-13T23:30:00Z', local: '2026-10-14T00:30:00+01:00' };
    let asked = '';
    const { actions } = await effectOf(
      {
        availability: (query) => {
          asked = query.from;
          const { practitionerId, timeZone, price } = wanted;
          const entry = { practitionerId, timeZone, price, place: 'incall' as const, slots: [wanted] };
          return Promise.resolve({ from: query.from, to: query.to, horizon: query.to, entries: [entry] });
        },
      },
      (context) => findWanted(context, atSlot({ start: wanted.start })),
    );
    assert.equal(asked, '2026-10-14');
    assert.deepEqual(
      actions.map(({ type }) => type),
      ['slot-found'],
    );
  });

  it('that is gone is said to be lost', async () => {
    const { actions } = await effectOf(
      { availability: ({ from, to }) => Promise.resolve({ from, to, horizon: to, entries: [] }) },
      (context) => findWanted(context, atSlot({ start: slot().start })),
    );
    assert.deepEqual(actions, [{ type: 'slot-lost' }]);
  });
});

describe('a hold', () => {
  it('that arrives after the visitor went elsewhere is given back', async () => {
    const released: string[] = [];
    await effectOf(
      {
        hold: () => Promise.resolve(aHold('late')),
        release: ({ id }) => {
          released.push(id);
          return Promise.resolve();
        },
      },
      (context) => hold(context, atSlot(), slot()),
      start(facts()),
    );
    assert.deepEqual(released, ['late']);
  });

  it('lets a bug through instead of calling it bad weather', async () => {
    const broken = { hold: () => Promise.reject(new TypeError('a bug')) };
    await assert.rejects(
      effectOf(broken, (context) => hold(context, atSlot(), slot())),
      /a bug/,
    );
  });
});

describe('an unknown outcome', () => {
  const request = {} as Parameters<typeof check>[2];
  const unknown = {
    ...atSlot(),
    step: 'outcome-unknown',
    key: 'the-key',
    slot: slot(),
  } as unknown as OutcomeUnknownState;

  it('is looked up by its key first', async () => {
    const { actions } = await effectOf({ findBooking: () => Promise.resolve(booking()) }, (context) =>
      check(context, unknown, request),
    );
    assert.equal(actions[0]?.type, 'booked');
  });

  it('is sent again under the same key where nothing is found', async () => {
    const keys: string[] = [];
    await effectOf(
      {
        findBooking: () => Promise.resolve(null),
        book: (_request, key) => {
          keys.push(key);
          return Promise.resolve(booking());
        },
      },
      (context) => check(context, unknown, request),
    );
    assert.deepEqual(keys, ['the-key']);
  });

  it('is never sent again to a backend that would book twice', async () => {
    const careless = {
      ...unknown,
      facts: { ...unknown.facts, capabilities: { ...unknown.facts.capabilities, idempotency: 'none' as const } },
    };
    const { actions } = await effectOf({ findBooking: () => Promise.resolve(null) }, (context) =>
      check(context, careless, request),
    );
    assert.deepEqual(actions, [{ type: 'check-failed' }]);
  });

  it('stays unknown while the backend cannot be reached', async () => {
    const { actions, codes } = await effectOf(
      { findBooking: () => Promise.reject(new BackendFailure('unreachable')) },
      (context) => check(context, unknown, request),
      unknown,
    );
    assert.deepEqual(actions, [{ type: 'check-failed' }]);
    assert.deepEqual(codes, ['unreachable']);
  });
});

/** What checking on a lost answer leads to, at a backend that cannot look bookings up and refuses a repeated key. */
async function checked(book: BookingBackend['book']): Promise<Action[]> {
  const actions: Action[] = [];
  const given = facts();
  const capabilities = { ...given.capabilities, bookingLookup: false, idempotency: 'detect' as const };
  const state = { facts: { ...given, capabilities }, key: 'the-key-of-this-intent' } as Submitted;
  const context = {
    backend: { book } as BookingBackend,
    dispatch: (action: Action) => void actions.push(action),
    state,
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
