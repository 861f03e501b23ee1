import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { Service } from '../../../src/contract/service.js';
import { usableServices } from '../../../src/domain/services/usable-services.js';

const price = { amount: 8000, currency: 'GBP' };
const option = { id: '60', minutes: 60, prices: [{ place: 'incall' as const, price }] };
const addOn = { id: 'stones', kind: 'extra' as const, name: 'Stones', minutes: 15, price };
const back: Service = {
  ...{ id: 'back', name: 'Back', description: '', techniques: [], areas: [], faq: [] },
  options: [option],
  addOns: [addOn],
};
const used = (...given: unknown[]): ReturnType<typeof usableServices> => usableServices(given as Service[]);

describe('services that a page gave', () => {
  it('are used as they are where nothing is wrong', () => {
    assert.deepEqual(used(back), { services: [back], left: 0 });
  });

  for (const [words, bad] of Object.entries({
    'of nothing': null,
    'of text': 'back',
    'without a name': { ...back, name: '' },
    'without an id': { ...back, id: undefined },
    'without a duration': { ...back, options: [] },
    'without durations': { ...back, options: undefined },
    'whose id was there before': { ...back, name: 'Again' },
  })) {
    it(`are left out: one ${words}`, () => {
      assert.deepEqual(used(back, bad).services, [back]);
      assert.equal(used(back, bad).left, 1);
    });
  }

  for (const [words, bad] of Object.entries({
    'no length': { ...option, id: 'x', minutes: 0 },
    'a length that is no number': { ...option, id: 'x', minutes: NaN },
    'an id that was there before': { ...option, minutes: 90 },
  })) {
    it(`lose a duration with ${words}`, () => {
      assert.deepEqual(used({ ...back, options: [option, bad] }), { services: [back], left: 1 });
    });
  }

  for (const [words, amount] of Object.entries({ NaN, negative: -1, endless: Infinity, 'in parts': 0.5, text: '80' })) {
    it(`lose a price that is ${words}, and a duration that has no other`, () => {
      const bad = { place: 'outcall', price: { amount, currency: 'GBP' } };
      const second = { ...option, prices: [...option.prices, bad] };
      assert.deepEqual(used({ ...back, options: [second] }), { services: [back], left: 1 });
      const { services, left } = used({ ...back, options: [option, { ...option, id: 'x', prices: [bad] }] });
      assert.deepEqual([services, left], [[back], 2]);
      assert.deepEqual(used({ ...back, addOns: [addOn, { ...addOn, id: 'x', price: bad.price }] }), {
        services: [back],
        left: 1,
      });
    });
  }

  it('may leave out the lists they do not need', () => {
    const { techniques: _, areas, faq, addOns, ...bare } = back;
    assert.deepEqual(used(bare), { services: [{ ...back, addOns: [] }], left: 0 });
    assert.ok(areas && faq && addOns);
  });

  it('whatever they are, have something to show and never throw', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.anything(), fc.record({ id: fc.string(), name: fc.string(), options: fc.array(fc.anything()) })),
        ),
        (given) => {
          for (const { name, options } of used(...given).services) {
            assert.ok(name);
            assert.ok(options.every(({ minutes, prices }) => minutes > 0 && prices.length > 0));
          }
        },
      ),
    );
  });
});
