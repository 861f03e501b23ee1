import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Availability, AvailabilityQuery } from '../../../src/contract/availability.js';
import type { Discovery } from '../../../src/contract/discovery.js';
import { BackendFailure, type BookingBackend } from '../../../src/backend/booking-backend.js';
import { CardStore, type CardQuery } from '../../../src/backend/stores/card-store.js';
import { QUERY, availability, entry, slot } from '../answers.js';
import { TestClock, discovery, settle } from '../scripted-network.js';

const { practitionerIds: _, ...choice } = QUERY;
const card = (practitionerId: string, more: Partial<CardQuery> = {}): CardQuery => ({
  ...choice,
  practitionerId,
  ...more,
});
const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `p${index}`);

interface Asked {
  ids: readonly string[];
  query: AvailabilityQuery;
  answer(answer?: Availability): Promise<void>;
  fail(): Promise<void>;
}

class Cards {
  readonly clock = new TestClock();
  readonly asked: Asked[] = [];
  readonly store: CardStore;

  constructor(found: Partial<Discovery> = {}) {
    const backend = {
      discovery: () => Promise.resolve(discovery(found)),
      availability: (query: AvailabilityQuery) =>
        new Promise<Availability>((resolve, reject) => {
          const ids = query.practitionerIds;
          const all = availability(...ids.map((id) => entry(id, slot('2026-10-14T11:00'))));
          const answer = (given = all): Promise<void> => (resolve(given), settle());
          const fail = (): Promise<void> => (reject(new BackendFailure('unreachable')), settle());
          this.asked.push({ ids, query, answer, fail });
        }),
    } as Partial<BookingBackend> as BookingBackend;
    this.store = new CardStore(backend, this.clock);
  }

  /** What became of a card's times so far: the practitioner, a failure, or nothing yet. */
  ask(query: CardQuery, signal?: AbortSignal): { is: string } {
    const outcome = { is: 'waiting' };
    this.store.times(query, signal).then(
      ({ practitionerId }) => (outcome.is = practitionerId),
      (error: { kind?: string; name: string }) => (outcome.is = error.kind ?? error.name),
    );
    return outcome;
  }
}

describe('the times of many cards', () => {
  it('are asked for together once 60 ms have passed', async () => {
    const cards = new Cards();
    const first = cards.ask(card('mara'));
    await cards.clock.advance(59);
    const second = cards.ask(card('tobi'));
    assert.equal(cards.asked.length, 0);
    await cards.clock.advance(1);
    assert.deepEqual(
      cards.asked.map(({ ids }) => ids),
      [['mara', 'tobi']],
    );
    await cards.asked[0]!.answer();
    assert.deepEqual([first.is, second.is], ['mara', 'tobi']);
  });

  it('are asked for 25 at a time, two requests at once', async () => {
    const cards = new Cards();
    const outcomes = names(60).map((id) => cards.ask(card(id)));
    await cards.clock.advance(60);
    assert.deepEqual(
      cards.asked.map(({ ids }) => ids.length),
      [25, 25],
    );
    await cards.asked[1]!.fail();
    assert.deepEqual(
      cards.asked.map(({ ids }) => ids.length),
      [25, 25, 10],
    );
    await cards.asked[0]!.answer();
    await cards.asked[2]!.answer();
    const lost = outcomes.filter(({ is }) => is === 'unreachable').length;
    assert.equal(lost, 25);
    names(60).forEach((id) => cards.ask(card(id, { serviceId: 'sports' })));
    await cards.clock.advance(60);
    assert.equal(cards.asked.length, 5, 'two more, now that all are back');
    assert.deepEqual(
      outcomes.filter(({ is }) => is === 'waiting'),
      [],
    );
  });

  it('are asked for as the backend can take them', async () => {
    const few = new Cards({ limits: { ...discovery().limits, practitioners: 2 } });
    names(3).forEach((id) => few.ask(card(id)));
    await few.clock.advance(60);
    assert.deepEqual(
      few.asked.map(({ ids }) => ids.length),
      [2, 1],
    );

    const single = new Cards({ capabilities: { ...discovery().capabilities, batchAvailability: false } });
    names(2).forEach((id) => single.ask(card(id)));
    await single.clock.advance(60);
    assert.deepEqual(
      single.asked.map(({ ids }) => ids.length),
      [1, 1],
    );
  });

  it('of different services go separate ways', async () => {
    const cards = new Cards();
    cards.ask(card('mara'));
    cards.ask(card('tobi', { serviceId: 'sports' }));
    await cards.clock.advance(60);
    assert.deepEqual(
      cards.asked.map(({ query }) => query.serviceId),
      ['back', 'sports'],
    );
  });

  it('fail one by one', async () => {
    const cards = new Cards();
    const outcomes = ['mara', 'kasia', 'forgotten', 'tobi'].map((id) => cards.ask(card(id)));
    await cards.clock.advance(60);
    const fault = { practitionerId: 'kasia', problem: { code: 'temporarily-unavailable' } };
    await cards.asked[0]!.answer(availability(entry('mara'), fault, entry('tobi')));
    assert.deepEqual(
      outcomes.map(({ is }) => is),
      ['mara', 'unreachable', 'broken', 'tobi'],
    );
  });

  it('are kept for a minute; failures are not', async () => {
    const cards = new Cards();
    cards.ask(card('mara'));
    await cards.clock.advance(60);
    await cards.asked[0]!.answer();
    await cards.clock.advance(59_000);
    const again = cards.ask(card('mara'));
    await settle();
    assert.equal(again.is, 'mara');
    await cards.clock.advance(2_000);
    const later = cards.ask(card('mara'));
    await cards.clock.advance(60);
    assert.equal(cards.asked.length, 2);
    await cards.asked[1]!.fail();
    assert.equal(later.is, 'unreachable');
    cards.ask(card('mara'));
    await cards.clock.advance(60);
    assert.equal(cards.asked.length, 3);
  });

  it("of one card twice are one request, and leaving ends only one's own wait", async () => {
    const cards = new Cards();
    const controller = new AbortController();
    const gone = cards.ask(card('mara'), controller.signal);
    const stays = cards.ask(card('mara'));
    await cards.clock.advance(60);
    const late = cards.ask(card('mara'));
    await cards.clock.advance(60);
    controller.abort();
    await cards.asked[0]!.answer();
    assert.deepEqual([gone.is, stays.is, late.is, cards.asked.length], ['AbortError', 'mara', 'mara', 1]);
  });

  it('asked for anew while they are being collected go with the same request', async () => {
    const cards = new Cards();
    const before = cards.ask(card('mara'));
    await settle();
    cards.store.forget();
    const after = cards.ask(card('mara'));
    await cards.clock.advance(60);
    assert.deepEqual(
      cards.asked.map(({ ids }) => ids),
      [['mara']],
    );
    await cards.asked[0]!.answer();
    assert.deepEqual([before.is, after.is], ['mara', 'mara']);
  });
});
