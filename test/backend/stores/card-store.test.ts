import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type {
  Availability,
  AvailabilityQuery,
  AvailabilitySummary,
  AvailabilitySummaryEntry,
  AvailabilitySummaryQuery,
} from '../../../src/contract/availability.js';
import type { Discovery } from '../../../src/contract/discovery.js';
import type { PractitionerSearch } from '../../../src/contract/practitioner-search.js';
import type { Practitioner } from '../../../src/contract/practitioner.js';
import type { Catalogue, Service } from '../../../src/contract/service.js';
import { BackendFailure, type ListingBackend } from '../../../src/backend/booking-backend.js';
import { CardStore, type CardQuery } from '../../../src/backend/stores/card-store.js';
import { POUNDS_80, PRICE, availability, entry, slot } from '../answers.js';
import { TestClock, discovery, settle } from '../scripted-network.js';

const FROM = '2026-10-14';
const card = (practitionerId: string, more: Partial<CardQuery> = {}): CardQuery => ({
  practitionerId,
  from: FROM,
  times: 3,
  ...more,
});
const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `p${index}`);

function summary(practitionerId: string, more: Partial<AvailabilitySummaryEntry> = {}): AvailabilitySummaryEntry {
  const first = slot('2026-10-14T11:00');
  return {
    ...{ practitionerId, timeZone: 'Europe/London', place: 'incall', price: PRICE },
    ...{ serviceId: 'back', optionId: '60', minutes: 60 },
    ...{ first, next: [first], freeDays: [FROM] },
    ...more,
  };
}

function practitioner(id: string, more: Partial<Practitioner> = {}): Practitioner {
  return {
    ...{ id, name: id, timeZone: 'Europe/London', languages: ['en'], specialisms: [], credentials: [], skills: [] },
    places: [{ place: 'incall', locationId: 'l', area: { name: 'Here' }, approval: 'instant' }],
    ...{ serviceIds: ['back'], testimonials: [] },
    ...more,
  };
}

function service(id: string, ...options: Service['options']): Service {
  return { ...{ id, name: id, description: '', techniques: [], areas: [], options, addOns: [], faq: [] } };
}

const HOUR = { id: '60', minutes: 60, prices: [{ place: 'incall' as const, price: POUNDS_80 }] };

interface Asked<Query, Answer> {
  query: Query;
  signal: AbortSignal | undefined;
  answer(answer: Answer): Promise<void>;
  fail(): Promise<void>;
}

/** A question that is answered when a test says so. */
function question<Query, Answer>() {
  const asked: Asked<Query, Answer>[] = [];
  const ask = (query: Query, signal?: AbortSignal): Promise<Answer> =>
    new Promise<Answer>((resolve, reject) => {
      const answer = (given: Answer): Promise<void> => (resolve(given), settle());
      const fail = (): Promise<void> => (reject(new BackendFailure('unreachable')), settle());
      asked.push({ query, signal, answer, fail });
    });
  return { asked, ask };
}

const knowing = (more: Partial<Discovery['capabilities']>): Partial<Discovery> => ({
  capabilities: { ...discovery().capabilities, ...more },
});
const ALL = knowing({ availabilitySummary: true, practitionerSearch: true });

class Cards {
  readonly clock = new TestClock();
  readonly #summaries = question<AvailabilitySummaryQuery, AvailabilitySummary>();
  readonly #availabilities = question<AvailabilityQuery, Availability>();
  readonly #searches = question<PractitionerSearch, { practitioners: Practitioner[] }>();
  readonly summaries = this.#summaries.asked;
  readonly availabilities = this.#availabilities.asked;
  readonly searches = this.#searches.asked;
  catalogues = 0;
  readonly store: CardStore;

  constructor(found: Partial<Discovery> = ALL, catalogue: Catalogue = { services: [], practitioners: [] }) {
    const backend: ListingBackend = {
      discovery: () => Promise.resolve(discovery(found)),
      catalogue: () => ((this.catalogues += 1), Promise.resolve(catalogue)),
      availability: this.#availabilities.ask,
      availabilitySummary: this.#summaries.ask,
      practitioners: this.#searches.ask,
    };
    this.store = new CardStore(backend, this.clock);
  }

  /** The ids of each request for a summary, in order. */
  get ids(): (readonly string[])[] {
    return this.summaries.map(({ query }) => query.practitionerIds);
  }

  /** What became of a card's times so far: when they are, a failure, or nothing yet. */
  ask(query: CardQuery, signal?: AbortSignal): { is: string } {
    return this.#outcome(this.store.times(query, signal).then(({ next }) => next.map(({ token }) => token).join()));
  }

  /** Likewise a practitioner. */
  name(id: string, signal?: AbortSignal): { is: string } {
    return this.#outcome(this.store.practitioner(id, signal).then(({ name }) => name));
  }

  /** Answers the request for a summary of that number, everybody with the same time. */
  answer(number: number, ...entries: AvailabilitySummary['entries']): Promise<void> {
    const { query, answer } = this.summaries[number]!;
    const all = entries.length > 0 ? entries : query.practitionerIds.map((id) => summary(id));
    return answer({ from: FROM, to: FROM, horizon: FROM, entries: all });
  }

  #outcome(wanted: Promise<string>): { is: string } {
    const outcome = { is: 'waiting' };
    wanted.then(
      (is) => (outcome.is = is),
      (error: { kind?: string; name: string }) => (outcome.is = error.kind ?? error.name),
    );
    return outcome;
  }
}

/** Milliseconds until those are asked for who come soon after others were. */
const SCROLLING = 250;
const ELEVEN = 'token 2026-10-14T11:00';

describe('what many cards ask', () => {
  it('is asked together once 60 ms have passed, for a month', async () => {
    const cards = new Cards();
    const first = cards.ask(card('mara'));
    await cards.clock.advance(59);
    const second = cards.ask(card('tobi'));
    assert.deepEqual(cards.ids, []);
    await cards.clock.advance(1);
    assert.deepEqual(
      cards.summaries.map(({ query }) => query),
      [{ practitionerIds: ['mara', 'tobi'], from: FROM, to: '2026-11-13', times: 3 }],
    );
    await cards.answer(0);
    assert.deepEqual([first.is, second.is], [ELEVEN, ELEVEN]);
  });

  it('is one request for two cards of one practitioner', async () => {
    const cards = new Cards();
    const outcomes = [cards.ask(card('mara')), cards.ask(card('mara'))];
    await cards.clock.advance(60);
    const late = cards.ask(card('mara'));
    await cards.clock.advance(60);
    assert.deepEqual(cards.ids, [['mara']]);
    await cards.answer(0);
    assert.deepEqual(
      [...outcomes, late].map(({ is }) => is),
      [ELEVEN, ELEVEN, ELEVEN],
    );
  });

  it('is asked for 25 at a time, two requests at once', async () => {
    const cards = new Cards();
    const outcomes = names(60).map((id) => cards.ask(card(id)));
    await cards.clock.advance(60);
    assert.deepEqual(
      cards.ids.map(({ length }) => length),
      [25, 25],
    );
    await cards.summaries[1]!.fail();
    assert.deepEqual(
      cards.ids.map(({ length }) => length),
      [25, 25, 10],
    );
    await cards.answer(0);
    await cards.answer(2);
    assert.equal(outcomes.filter(({ is }) => is === 'unreachable').length, 25);
    assert.equal(outcomes.filter(({ is }) => is === ELEVEN).length, 35);
    names(60).forEach((id) => cards.ask(card(id, { serviceId: 'sports' })));
    await cards.clock.advance(60);
    assert.equal(cards.ids.length, 5, 'two more, now that all are back');
  });

  it('is asked for seldom while a page scrolls for two seconds, and soon after it has stood still', async () => {
    const cards = new Cards();
    for (let at = 0; at < 2_000; at += 20) {
      cards.ask(card(`p${at}`));
      await cards.clock.advance(20);
      if (cards.summaries.length > 0) await cards.answer(cards.summaries.length - 1);
    }
    await cards.clock.advance(1_000);
    const asked = cards.ids.length;
    assert.ok(asked <= 10, `${asked} requests`);
    assert.equal(cards.ids.flat().length, 100, 'nobody is forgotten');
    cards.ask(card('still'));
    await cards.clock.advance(60);
    assert.deepEqual(cards.ids[asked], ['still']);
  });

  it('waits for no scrolling where something else was asked before: who they are, or other wishes', async () => {
    const cards = new Cards();
    cards.name('mara');
    await cards.clock.advance(60);
    await cards.searches[0]!.answer({ practitioners: [practitioner('mara')] });
    cards.ask(card('mara'));
    await cards.clock.advance(60);
    cards.ask(card('mara', { place: 'incall' }));
    await cards.clock.advance(60);
    assert.deepEqual([cards.searches.length, cards.ids], [1, [['mara'], ['mara']]]);
  });

  it('is asked as the backend can take it', async () => {
    const limits = { ...discovery().limits, practitioners: 2, days: 7 };
    const few = new Cards({ ...ALL, limits });
    names(3).forEach((id) => few.ask(card(id)));
    await few.clock.advance(60);
    assert.deepEqual(few.ids, [['p0', 'p1'], ['p2']]);
    assert.equal(few.summaries[0]!.query.to, '2026-10-20');

    const single = new Cards(knowing({ availabilitySummary: true, batchAvailability: false }));
    names(2).forEach((id) => single.ask(card(id)));
    await single.clock.advance(60);
    assert.deepEqual(single.ids, [['p0'], ['p1']]);
  });

  it('goes separate ways for different wishes', async () => {
    const cards = new Cards();
    cards.ask(card('mara', { place: 'outcall', outwardCode: 'E1' }));
    cards.ask(card('tobi', { serviceId: 'sports', dayPart: 'evening', place: undefined }));
    await cards.clock.advance(60);
    const span = { from: FROM, to: '2026-11-13', times: 3 };
    assert.deepEqual(
      cards.summaries.map(({ query }) => query),
      [
        { practitionerIds: ['mara'], place: 'outcall', outwardCode: 'E1', ...span },
        { practitionerIds: ['tobi'], serviceId: 'sports', dayPart: 'evening', ...span },
      ],
    );
  });

  it('fails one by one, whatever the answer lacks or has too much', async () => {
    const cards = new Cards();
    const ids = ['mara', 'kasia', 'forgotten', 'nobody', 'idle', 'tobi'];
    const outcomes = ids.map((id) => cards.ask(card(id)));
    await cards.clock.advance(60);
    const fault = (practitionerId: string, code: string): AvailabilitySummary['entries'][number] => ({
      ...{ practitionerId, problem: { code } },
    });
    await cards.answer(
      0,
      summary('stranger'),
      summary('tobi'),
      summary('tobi', { next: [] }),
      fault('kasia', 'temporarily-unavailable'),
      fault('nobody', 'not-found'),
      fault('idle', 'not-offered'),
      summary('mara'),
    );
    assert.deepEqual(
      outcomes.map(({ is }) => is),
      [ELEVEN, 'unreachable', 'broken', 'not-found', 'refused', ELEVEN],
    );
  });

  it('is never asked with an id that cannot be one', async () => {
    const cards = new Cards();
    const outcomes = [cards.ask(card('')), cards.ask(card('x'.repeat(201))), cards.name('x'.repeat(201))];
    await cards.clock.advance(60);
    assert.deepEqual([cards.ids, cards.searches], [[], []]);
    assert.deepEqual(
      outcomes.map(({ is }) => is),
      ['not-found', 'not-found', 'not-found'],
    );
  });

  it('is kept for a minute; failures are not', async () => {
    const cards = new Cards();
    cards.ask(card('mara'));
    await cards.clock.advance(60);
    await cards.answer(0);
    await cards.clock.advance(59_000);
    const again = cards.ask(card('mara'));
    await settle();
    assert.equal(again.is, ELEVEN);
    await cards.clock.advance(2_000);
    const later = cards.ask(card('mara'));
    await cards.clock.advance(60);
    assert.equal(cards.ids.length, 2);
    await cards.summaries[1]!.fail();
    assert.equal(later.is, 'unreachable');
    cards.ask(card('mara'));
    await cards.clock.advance(SCROLLING);
    assert.equal(cards.ids.length, 3);
  });

  it('sets one timer for all of them', async () => {
    const cards = new Cards();
    names(300).forEach((id) => {
      cards.ask(card(id));
      cards.name(id);
    });
    await settle();
    assert.deepEqual(cards.clock.waiting, [60]);
    await cards.clock.advance(60);
    assert.deepEqual(cards.clock.waiting, []);
  });

  it('is asked anew once it was forgotten, but not twice while it is collected', async () => {
    const cards = new Cards();
    const before = cards.ask(card('mara'));
    await settle();
    cards.store.forget();
    const after = cards.ask(card('mara'));
    await cards.clock.advance(60);
    assert.deepEqual(cards.ids, [['mara']]);
    cards.store.forget();
    const anew = cards.ask(card('mara'));
    await cards.clock.advance(SCROLLING);
    await cards.answer(0);
    assert.deepEqual([before.is, after.is, anew.is], [ELEVEN, ELEVEN, 'waiting']);
    await cards.answer(1);
    cards.ask(card('mara'));
    await cards.clock.advance(60);
    assert.equal(cards.ids.length, 2);
  });
});

describe('a card that has gone', () => {
  it('is not asked for, if it went before the rest was sent', async () => {
    const cards = new Cards();
    const controller = new AbortController();
    const gone = cards.ask(card('kasia'), controller.signal);
    cards.ask(card('mara'));
    await cards.clock.advance(30);
    controller.abort();
    await cards.clock.advance(30);
    assert.deepEqual(cards.ids, [['mara']]);
    assert.equal(gone.is, 'AbortError');

    const all = new Cards();
    const together = new AbortController();
    names(30).forEach((id) => all.ask(card(id), together.signal));
    await settle();
    together.abort();
    await all.clock.advance(60);
    assert.deepEqual(all.ids, []);
  });

  it('is not asked for either while others are waited for', async () => {
    const cards = new Cards();
    const controller = new AbortController();
    names(50).forEach((id) => cards.ask(card(id)));
    cards.ask(card('gone'), controller.signal);
    cards.ask(card('stays'));
    await cards.clock.advance(60);
    controller.abort();
    await cards.answer(0);
    assert.deepEqual(cards.ids[2], ['stays']);
  });

  it('is asked for if it comes back in time', async () => {
    const cards = new Cards();
    const controller = new AbortController();
    cards.ask(card('mara'), controller.signal);
    await cards.clock.advance(20);
    controller.abort();
    const back = cards.ask(card('mara'));
    await cards.clock.advance(40);
    await cards.answer(0);
    assert.deepEqual([cards.ids, back.is], [[['mara']], ELEVEN]);
  });

  it('ends only its own wait', async () => {
    const cards = new Cards();
    const controller = new AbortController();
    const gone = cards.ask(card('mara'), controller.signal);
    const stays = cards.ask(card('tobi'));
    await cards.clock.advance(60);
    controller.abort();
    await settle();
    assert.deepEqual([gone.is, cards.summaries[0]!.signal!.aborted], ['AbortError', false]);
    await cards.answer(0);
    assert.equal(stays.is, ELEVEN);
    const again = cards.ask(card('mara'));
    await settle();
    assert.equal(again.is, ELEVEN, 'its answer came with the rest');
  });

  it('ends a request that nobody waits for, and lets the next one go', async () => {
    const cards = new Cards();
    const controller = new AbortController();
    names(50).forEach((id) => cards.ask(card(id), controller.signal));
    cards.ask(card('next'));
    await cards.clock.advance(60);
    controller.abort();
    await settle();
    assert.deepEqual(
      cards.summaries.map(({ signal }) => signal!.aborted),
      [true, true, false],
    );
    assert.deepEqual(cards.ids[2], ['next']);
    const back = cards.ask(card('p0'));
    await cards.clock.advance(SCROLLING);
    assert.deepEqual(cards.ids[3], ['p0']);
    await cards.answer(3);
    assert.equal(back.is, ELEVEN);
  });
});

describe('cards of a backend without a summary', () => {
  const visits: Practitioner['places'] = [
    {
      place: 'outcall',
      zones: [{ outwardCodes: ['E1', 'E2'], fee: { amount: 500, currency: 'GBP' } }],
      approval: 'instant',
    },
  ];
  const VISIT = { id: '60', minutes: 60, prices: [{ place: 'outcall' as const, price: POUNDS_80 }] };
  const catalogue: Catalogue = {
    services: [service('back', HOUR), service('visit', VISIT)],
    practitioners: [
      ...['mara', 'tobi'].map((id) => practitioner(id)),
      practitioner('ola', { places: visits, serviceIds: ['visit'] }),
      practitioner('idle', { serviceIds: [] }),
    ],
  };
  const without = (): Cards => new Cards({}, catalogue);
  // What is loaded on demand comes in the order it was asked for.
  const loaded = async (): Promise<void> => {
    await settle();
    await import('../../../src/backend/stores/grouped-times.js');
  };

  it('share a request where they stand for the same session', async () => {
    const cards = without();
    const outcomes = ['mara', 'ola', 'tobi', 'idle', 'nobody'].map((id) => cards.ask(card(id, { outwardCode: 'E2' })));
    await loaded();
    await cards.clock.advance(60);
    assert.equal(cards.catalogues, 1);
    const span = { addOnIds: [], from: FROM, to: '2026-10-20' };
    assert.deepEqual(
      cards.availabilities.map(({ query }) => query),
      [
        { practitionerIds: ['mara', 'tobi'], serviceId: 'back', optionId: '60', place: 'incall', ...span },
        { practitionerIds: ['ola'], serviceId: 'visit', optionId: '60', place: 'outcall', outwardCode: 'E2', ...span },
      ],
    );
    const twelve = slot('2026-10-15T12:00');
    await cards.availabilities[0]!.answer(
      availability(entry('mara', slot('2026-10-14T11:00'), twelve), entry('tobi', twelve)),
    );
    assert.deepEqual(
      outcomes.map(({ is }) => is),
      [`${ELEVEN},${twelve.token}`, 'waiting', twelve.token, 'refused', 'not-found'],
    );
  });

  it('ask for the rest of the month only where the first week has nothing', async () => {
    const cards = without();
    const wanted = { dayPart: 'evening' } as const;
    const [mara, tobi] = ['mara', 'tobi'].map((id) => cards.ask(card(id, wanted)));
    await loaded();
    await cards.clock.advance(60);
    const evening = slot('2026-10-15T18:00');
    await cards.availabilities[0]!.answer(
      availability(entry('mara', evening), entry('tobi', slot('2026-10-14T11:00'))),
    );
    assert.equal(mara!.is, evening.token);
    await cards.clock.advance(60);
    const { query, answer } = cards.availabilities[1]!;
    assert.deepEqual([query.practitionerIds, query.from, query.to], [['tobi'], '2026-10-21', '2026-11-13']);
    await answer(availability(entry('tobi')));
    assert.equal(tobi!.is, '', 'no time at all is an answer too');
  });
});

describe('the practitioners of many cards', () => {
  it('are asked for together', async () => {
    const cards = new Cards();
    const outcomes = ['mara', 'gone', 'tobi', 'mara'].map((id) => cards.name(id));
    await cards.clock.advance(60);
    assert.deepEqual(
      cards.searches.map(({ query }) => query),
      [{ practitionerIds: ['mara', 'gone', 'tobi'], limit: 3 }],
    );
    await cards.searches[0]!.answer({ practitioners: ['tobi', 'stranger', 'mara'].map((id) => practitioner(id)) });
    assert.deepEqual(
      outcomes.map(({ is }) => is),
      ['mara', 'not-found', 'tobi', 'mara'],
    );
  });

  it('share their turns with the times', async () => {
    const cards = new Cards();
    names(30).forEach((id) => {
      cards.name(id);
      cards.ask(card(id));
    });
    await cards.clock.advance(60);
    assert.equal(cards.searches.length + cards.summaries.length, 2);
  });

  it('come from the catalogue where there is no search', async () => {
    const cards = new Cards(knowing({}), { services: [], practitioners: [practitioner('mara')] });
    const outcomes = ['mara', 'gone'].map((id) => cards.name(id));
    await cards.clock.advance(60);
    assert.deepEqual([outcomes.map(({ is }) => is), cards.catalogues], [['mara', 'not-found'], 1]);
  });
});
