import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { Availability, AvailabilityQuery } from '../../../src/contract/availability.js';
import { BackendFailure, type BookingBackend } from '../../../src/backend/booking-backend.js';
import { MonthStore, type MonthState } from '../../../src/backend/stores/month-store.js';
import { mergeEntries } from '../../../src/domain/slots/merge-entries.js';
import { PRICE, QUERY, availability, entry, slot } from '../answers.js';
import { settle } from '../scripted-network.js';

const NOW = Date.parse('2026-10-09T08:00:00Z');

/** A backend whose answers come when a test says so, in any order. */
class ManualBackend {
  readonly asked: { query: AvailabilityQuery; resolve(answer: Availability): void; reject(error: unknown): void }[] =
    [];
  now = NOW;

  store(): MonthStore {
    const backend = {
      availability: (query: AvailabilityQuery) =>
        new Promise<Availability>((resolve, reject) => this.asked.push({ query, resolve, reject })),
    } as Partial<BookingBackend> as BookingBackend;
    const { from: _, to: __, ...query } = QUERY;
    return new MonthStore(backend, query, () => this.now);
  }

  async answer(index: number, ...walls: string[]): Promise<void> {
    this.asked[index]!.resolve(availability(entry('mara', ...walls.map(slot))));
    await settle();
  }

  async fail(index: number): Promise<void> {
    this.asked[index]!.reject(new BackendFailure('unreachable'));
    await settle();
  }
}

function shown(state: MonthState): string {
  return state.status === 'ready' ? state.slots.map(({ local }) => local.slice(5, 16)).join(' ') : state.status;
}

describe('a month', () => {
  it('is asked for once, by its first and last day, and tells when it is there', async () => {
    const backend = new ManualBackend();
    const store = backend.store();
    const told: string[] = [];
    const end = store.subscribe((month) => told.push(month));
    assert.equal(shown(store.month('2026-10')), 'loading');
    assert.equal(shown(store.month('2026-10')), 'loading');
    assert.deepEqual(told, []);
    await backend.answer(0, '2026-10-14T12:00', '2026-10-14T11:00');
    assert.equal(shown(store.month('2026-10')), '10-14T11:00 10-14T12:00');
    assert.deepEqual(told, ['2026-10']);
    assert.equal(backend.asked.length, 1);
    assert.deepEqual(backend.asked[0]!.query, { ...QUERY, from: '2026-10-01', to: '2026-10-31' });
    end();
    store.month('2026-11');
    await backend.answer(1);
    assert.deepEqual(told, ['2026-10']);
  });

  it('shows the newest answer, in whatever order answers come', async () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const backend = new ManualBackend();
      const store = backend.store();
      store.month('2026-10');
      store.forget('2026-10');
      store.month('2026-10');
      for (const index of order) await backend.answer(index, `2026-10-14T1${index}:00`);
      assert.equal(shown(store.month('2026-10')), '10-14T11:00');
    }
  });

  it('that failed says why, and is asked for again when forgotten or refreshed', async () => {
    const backend = new ManualBackend();
    const store = backend.store();
    store.month('2026-10');
    await backend.fail(0);
    const state = store.month('2026-10');
    assert.ok(state.status === 'failed' && state.failure.kind === 'unreachable');
    assert.equal(backend.asked.length, 1, 'looking at a failure does not repeat it');
    store.refresh();
    assert.equal(shown(store.month('2026-10')), 'loading');
    await backend.fail(1);
    store.forget('2026-10');
    assert.equal(shown(store.month('2026-10')), 'loading');
    await backend.answer(2, '2026-10-14T11:00');
    assert.equal(shown(store.month('2026-10')), '10-14T11:00');
  });

  it('older than two minutes is renewed behind what is shown, and kept if that fails', async () => {
    const backend = new ManualBackend();
    const store = backend.store();
    store.month('2026-10');
    await backend.answer(0, '2026-10-14T11:00');
    store.refresh(NOW + 120_000);
    assert.equal(backend.asked.length, 1);
    backend.now = NOW + 120_001;
    store.refresh();
    store.refresh();
    assert.equal(backend.asked.length, 2);
    assert.equal(shown(store.month('2026-10')), '10-14T11:00');
    await backend.fail(1);
    assert.equal(shown(store.month('2026-10')), '10-14T11:00');
    backend.now += 120_001;
    store.refresh();
    await backend.answer(2, '2026-10-14T15:00');
    assert.equal(shown(store.month('2026-10')), '10-14T15:00');
  });

  it('loaded ahead fails unseen, and is asked for when somebody looks', async () => {
    const backend = new ManualBackend();
    const store = backend.store();
    store.prefetch('2026-11');
    store.prefetch('2026-11');
    await backend.fail(0);
    assert.equal(shown(store.month('2026-11')), 'loading');
    assert.equal(backend.asked.length, 2);
  });

  it('is not lost to an older request that fails late', async () => {
    const backend = new ManualBackend();
    const store = backend.store();
    store.prefetch('2026-10');
    store.forget('2026-10');
    store.prefetch('2026-10');
    await backend.answer(1, '2026-10-14T11:00');
    await backend.fail(0);
    assert.equal(shown(store.month('2026-10')), '10-14T11:00');
    assert.equal(backend.asked.length, 2);
  });

  it('beyond the horizon is empty without being asked for', async () => {
    const backend = new ManualBackend();
    const store = backend.store();
    store.month('2026-10');
    await backend.answer(0);
    assert.equal(shown(store.month('2027-01')), '');
    store.prefetch('2027-01');
    assert.equal(backend.asked.length, 1);
    store.month('2026-12');
    assert.equal(backend.asked.length, 2);
  });
});

describe('the times of several practitioners', () => {
  it('are one list by start, with whose they are, their price, and what could not be found', () => {
    const dearer = { ...PRICE, total: { amount: 9000, currency: 'GBP' } };
    const { slots, faults } = mergeEntries(
      availability(
        entry('mara', slot('2026-10-14T12:00'), { ...slot('2026-10-14T10:00'), price: dearer }),
        { practitionerId: 'kasia', problem: { code: 'not-offered' } },
        entry('tobi', slot('2026-10-14T11:00'), slot('2026-10-14T12:00')),
      ),
      NOW,
    );
    assert.deepEqual(
      slots.map(({ practitionerId, local, price }) => `${local.slice(11, 16)} ${practitionerId} ${price.total.amount}`),
      ['10:00 mara 9000', '11:00 tobi 8000', '12:00 mara 8000', '12:00 tobi 8000'],
    );
    assert.deepEqual(faults, [{ practitionerId: 'kasia', problem: { code: 'not-offered' } }]);
  });

  it('leave out, and count, what no clock can show', () => {
    const impossible = { ...slot('2026-11-30T11:00'), start: '2026-12-01T11:00:00Z', end: '2026-12-01T12:00:00Z' };
    const { slots, dropped } = mergeEntries(
      availability(entry('mara', { ...impossible, local: '2026-11-31T11:00:00+00:00' }, slot('2026-11-30T11:00'))),
      NOW,
    );
    assert.deepEqual([slots.map(({ local }) => local.slice(0, 10)), dropped], [['2026-11-30'], 1]);
  });

  it('hold no time that has passed, none twice, and every other one', () => {
    const wall = fc.integer({ min: 0, max: 23 }).map((hour) => `2026-10-09T${String(hour).padStart(2, '0')}:00`);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.array(wall, { maxLength: 30 })), { maxLength: 4 }),
        (entries) => {
          const { slots } = mergeEntries(
            availability(...entries.map(([id, walls]) => entry(id, ...walls.map(slot)))),
            NOW,
          );
          const found = slots.map(({ practitionerId, start }) => `${start} ${practitionerId}`);
          const wanted = new Set(
            entries.flatMap(([id, walls]) =>
              walls.map((each) => `${slot(each).start} ${id}`).filter((text) => Date.parse(text.split(' ')[0]!) > NOW),
            ),
          );
          assert.deepEqual([...found].sort(), [...wanted].sort());
          assert.deepEqual(
            slots.map(({ start }) => start),
            slots.map(({ start }) => start).sort(),
          );
        },
      ),
    );
  });
});
