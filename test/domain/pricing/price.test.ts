import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { Price } from '../../../src/contract/money.js';
import type { PlaceOffer } from '../../../src/contract/place.js';
import {
  lowestPrice,
  priceOf,
  priceTogether,
  travelZone,
  type PricedChoice,
} from '../../../src/domain/pricing/price.js';

const gbp = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'GBP' });

const incall: PlaceOffer = { place: 'incall', locationId: 'room', area: { name: 'Marylebone' }, approval: 'instant' };
const outcall: PlaceOffer = {
  place: 'outcall',
  zones: [
    { outwardCodes: ['W1', 'W2'], fee: gbp(1500) },
    { outwardCodes: ['NW1'], fee: gbp(2500) },
    { outwardCodes: ['W1U'], fee: gbp(0) },
  ],
  approval: 'instant',
};
const back60 = {
  id: 'back-60',
  minutes: 60,
  prices: [
    { place: 'incall' as const, price: gbp(8000) },
    { place: 'outcall' as const, price: gbp(9000) },
  ],
};
const stones = { id: 'stones', kind: 'extra' as const, name: 'Hot stones', minutes: 15, price: gbp(1500) };
const relaxing = {
  id: 'relaxing',
  kind: 'pairing' as const,
  name: 'Relaxing',
  minutes: 30,
  price: gbp(3000),
  exclusiveGroup: 'pairing',
};

const choice = (fields: Partial<PricedChoice> = {}): PricedChoice => ({
  service: { name: 'Back massage' },
  option: back60,
  addOns: [],
  offer: incall,
  travelLabel: 'Travel',
  ...fields,
});

describe('the price of a session', () => {
  test('has a line for the service, each add-on and the way there', () => {
    assert.deepEqual(priceOf(choice({ addOns: [relaxing, stones], offer: outcall, outwardCode: 'NW1' })), {
      total: gbp(16_000),
      lines: [
        { kind: 'service', label: 'Back massage', amount: gbp(9000) },
        { kind: 'add-on', label: 'Relaxing', amount: gbp(3000) },
        { kind: 'add-on', label: 'Hot stones', amount: gbp(1500) },
        { kind: 'travel', label: 'Travel', amount: gbp(2500) },
      ],
    });
  });

  test('is refused where it has none', () => {
    assert.deepEqual(priceOf(choice({ offer: outcall })), { refusal: 'outward-code-needed' });
    assert.deepEqual(priceOf(choice({ offer: outcall, outwardCode: 'E1' })), { refusal: 'outside-service-area' });
    assert.deepEqual(priceOf(choice({ option: { prices: [] } })), { refusal: 'not-offered' });
    assert.deepEqual(priceOf(choice({ addOns: [relaxing, { ...relaxing, name: 'Full body' }] })), {
      refusal: 'not-offered',
    });
  });

  test('says nothing of travel that costs nothing, and in-call never asks where from', () => {
    const free = priceOf(choice({ offer: outcall, outwardCode: 'W1U' }));
    assert.deepEqual('lines' in free && free.lines.map(({ kind }) => kind), ['service']);
    assert.deepEqual(priceOf(choice({ outwardCode: 'E1' })), priceOf(choice()));
    assert.equal(travelZone(incall, 'W1'), undefined);
  });

  test('is always the sum of its lines, and a price of the contract', () => {
    const amount = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(amount, fc.array(amount, { maxLength: 10 }), amount, (base, extras, fee) => {
        const price = priceOf(
          choice({
            option: { prices: [{ place: 'outcall', price: gbp(base) }] },
            addOns: extras.map((extra, index) => ({ name: `Extra ${index}`, price: gbp(extra) })),
            offer: { place: 'outcall', zones: [{ outwardCodes: ['W1'], fee: gbp(fee) }], approval: 'instant' },
            outwardCode: 'W1',
          }),
        );
        const { total, lines } = Price.parse(price);
        assert.equal(
          total.amount,
          lines.reduce((sum, line) => sum + line.amount.amount, 0),
        );
        assert.equal(total.amount, base + fee + extras.reduce((sum, extra) => sum + extra, 0));
        assert.deepEqual(priceTogether({ total, lines }, { total, lines }).total, gbp(total.amount * 2));
      }),
    );
  });
});

describe('the lowest price', () => {
  const service = {
    options: [back60, { ...back60, id: 'back-45', prices: [{ place: 'outcall' as const, price: gbp(7000) }] }],
  };

  test('includes every fee of the place', () => {
    assert.deepEqual(lowestPrice(service, incall), gbp(8000));
    assert.deepEqual(lowestPrice(service, outcall, 'NW1'), gbp(9500));
    assert.deepEqual(lowestPrice(service, outcall), gbp(7000), 'the nearest zone is free');
  });

  test('is null where the service is not given or the visit not made', () => {
    assert.equal(lowestPrice({ options: [] }, incall), null);
    assert.equal(lowestPrice(service, outcall, 'E1'), null);
    assert.equal(lowestPrice(service, { ...outcall, zones: [] }), null);
  });

  test('is never above the price of anything that can be chosen', () => {
    for (const offer of [incall, outcall]) {
      for (const outwardCode of ['W1', 'NW1', 'W1U']) {
        const lowest = lowestPrice(service, offer, outwardCode);
        const prices = service.options.map((option) => priceOf(choice({ option, offer, outwardCode })));
        const totals = prices.flatMap((price) => ('total' in price ? price.total.amount : []));
        assert.equal(lowest?.amount, Math.min(...totals));
      }
    }
  });
});
