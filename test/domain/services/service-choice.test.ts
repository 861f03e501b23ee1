import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { AddOn, Service, ServiceOption } from '../../../src/contract/service.js';
import {
  defaultChoice,
  optionsAt,
  resolveChoice,
  servicesAt,
  totalMinutes,
  withAddOn,
} from '../../../src/domain/services/service-choice.js';

const pounds = (amount: number): { amount: number; currency: string } => ({ amount: amount * 100, currency: 'GBP' });
const option = (minutes: number, ...places: ('incall' | 'outcall')[]): ServiceOption => ({
  id: `o${minutes}`,
  minutes,
  prices: places.map((place) => ({ place, price: pounds(minutes) })),
});
const addOn = (id: string, exclusiveGroup?: string): AddOn => ({
  id,
  name: id,
  kind: 'extra',
  minutes: 15,
  price: pounds(15),
  ...(exclusiveGroup ? { exclusiveGroup } : {}),
});

function service(options: ServiceOption[], addOns: AddOn[] = []): Service {
  return {
    id: 'back',
    name: 'Back massage',
    description: 'For a back that sits a lot.',
    intensity: 3,
    techniques: [],
    areas: ['back'],
    options,
    addOns,
    faq: [],
  };
}

const back = service(
  [option(90, 'incall'), option(30, 'incall', 'outcall'), option(60, 'incall', 'outcall')],
  [addOn('stones', 'warmth'), addOn('towels', 'warmth'), addOn('scalp')],
);
const atHomeOnly = { ...service([option(60, 'outcall')]), id: 'home' };

describe('what a place offers', () => {
  it('is its durations, shortest first', () => {
    assert.deepEqual(
      optionsAt(back, 'incall').map(({ minutes }) => minutes),
      [30, 60, 90],
    );
    assert.deepEqual(
      optionsAt(back, 'outcall').map(({ minutes }) => minutes),
      [30, 60],
    );
  });

  it('leaves out services without a duration there', () => {
    assert.deepEqual(
      servicesAt([back, atHomeOnly], 'incall').map(({ id }) => id),
      ['back'],
    );
    assert.deepEqual(
      servicesAt([back, atHomeOnly], 'outcall').map(({ id }) => id),
      ['back', 'home'],
    );
    assert.deepEqual(
      servicesAt([back, atHomeOnly], 'incall', 'outcall').map(({ id }) => id),
      ['back', 'home'],
    );
    assert.deepEqual(servicesAt([back, atHomeOnly]), []);
  });
});

describe('a choice', () => {
  it('begins nearest to an hour, with nothing added', () => {
    assert.deepEqual(defaultChoice(back, 'incall'), { serviceId: 'back', optionId: 'o60', addOnIds: [] });
    assert.equal(defaultChoice(atHomeOnly, 'incall'), undefined);
  });

  it('resolves only to what the place offers, without unknown add-ons', () => {
    const choice = { serviceId: 'back', optionId: 'o90', addOnIds: ['scalp', 'gone'] };
    assert.deepEqual(
      resolveChoice([back], choice, 'incall')?.addOns.map(({ id }) => id),
      ['scalp'],
    );
    assert.equal(resolveChoice([back], choice, 'outcall'), undefined);
    assert.equal(resolveChoice([], choice, 'incall'), undefined);
  });

  it('lasts as long as its duration and its add-ons', () => {
    const chosen = resolveChoice(
      [back],
      { serviceId: 'back', optionId: 'o60', addOnIds: ['scalp', 'stones'] },
      'incall',
    )!;
    assert.equal(totalMinutes(chosen), 90);
  });
});

describe('add-ons', () => {
  const plain = { serviceId: 'back', optionId: 'o60', addOnIds: [] };

  it('of one exclusive group replace each other', () => {
    const stones = withAddOn(back, withAddOn(back, plain, 'scalp', true), 'stones', true);
    assert.deepEqual(withAddOn(back, stones, 'towels', true).addOnIds, ['scalp', 'towels']);
  });

  it('taken off leave the others alone', () => {
    const both = withAddOn(back, withAddOn(back, plain, 'stones', true), 'scalp', true);
    assert.deepEqual(withAddOn(back, both, 'scalp', false).addOnIds, ['stones']);
    assert.deepEqual(withAddOn(back, both, 'towels', false).addOnIds, ['stones', 'scalp']);
  });

  it('never hold two of a group, nor one twice, and never change the choice they came from', () => {
    const step = fc.tuple(fc.constantFrom('stones', 'towels', 'scalp'), fc.boolean());
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        let choice: Parameters<typeof withAddOn>[1] = Object.freeze({ ...plain, addOnIds: Object.freeze([]) });
        for (const [id, on] of steps) choice = Object.freeze(withAddOn(back, choice, id, on));
        const { addOnIds } = choice;
        assert.equal(new Set(addOnIds).size, addOnIds.length);
        assert.ok(!(addOnIds.includes('stones') && addOnIds.includes('towels')));
        const last = steps.at(-1);
        if (last) assert.equal(addOnIds.includes(last[0]), last[1]);
      }),
    );
  });
});
