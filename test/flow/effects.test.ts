import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BookingBackend } from '../../src/backend/booking-backend.js';
import type { Action } from '../../src/flow/actions.js';
import { findWanted, hold, type EffectContext } from '../../src/flow/effects.js';
import { reduce, start } from '../../src/flow/reducer.js';
import type { FlowState, Preset, SlotState } from '../../src/flow/state.js';
import { facts, hold as aHold, slot } from './facts.js';

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

  it('is looked for from the first instant that screening allows, and at whoever has the skills, in private', async () => {
    let asked: unknown;
    const state = atSlot({ start: slot().start });
    const safety = { ...state.safety!, notBefore: '2026-10-12T08:00:00.000Z', skills: ['pregnancy'] };
    await effectOf(
      {
        availability: (query) => {
          asked = [query.notBefore, query.skills];
          return Promise.resolve({ from: query.from, to: query.to, horizon: query.to, entries: [] });
        },
      },
      (context) => findWanted(context, { ...state, safety }),
    );
    assert.deepEqual(asked, ['2026-10-12T08:00:00.000Z', ['pregnancy']]);
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
