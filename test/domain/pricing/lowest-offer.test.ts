import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { PlaceOffer } from '../../../src/contract/place.js';
import type { Service } from '../../../src/contract/service.js';
import { lowestOffer } from '../../../src/domain/pricing/lowest-offer.js';
import { priceOf } from '../../../src/domain/pricing/price.js';

const pounds = (amount: number): { amount: number; currency: string } => ({ amount: amount * 100, currency: 'GBP' });
const service = (id: string, prices: Record<number, number>, places: readonly ('incall' | 'outcall')[]): Service => ({
  ...{ id, name: id, description: '', techniques: [], areas: [], addOns: [], faq: [] },
  options: Object.entries(prices).map(([minutes, price]) => ({
    id: `${id}-${minutes}`,
    minutes: Number(minutes),
    prices: places.map((place) => ({ place, price: pounds(price) })),
  })),
});
const BOTH = ['incall', 'outcall'] as const;
const BACK = service('back', { 30: 40, 60: 80, 90: 110 }, BOTH);
const STONES = service('stones', { 75: 60, 90: 70 }, ['incall']);
const ROOM: PlaceOffer = { place: 'incall', locationId: 'r', area: { name: 'Here' }, approval: 'instant' };
const VISITS: PlaceOffer = {
  place: 'outcall',
  zones: [
    { outwardCodes: ['E1'], fee: pounds(20) },
    { outwardCodes: ['E2', 'E3'], fee: pounds(10) },
  ],
  approval: 'instant',
};
const somebody = (places: PlaceOffer[], serviceIds = ['back', 'stones']) => ({ places, serviceIds });

describe('the session that a card names', () => {
  it('is the cheapest hour, though something shorter or longer costs less', () => {
    const offer = lowestOffer(somebody([ROOM]), [STONES, BACK]);
    assert.deepEqual(offer, {
      serviceId: 'back',
      optionId: 'back-60',
      place: 'incall',
      minutes: 60,
      price: pounds(80),
    });
  });

  it('is the cheapest of the shortest where there is no hour', () => {
    const short = service('short', { 75: 55 }, ['incall']);
    assert.equal(lowestOffer(somebody([ROOM], ['stones', 'short']), [STONES, short])?.optionId, 'short-75');
  });

  it('of a visit is priced for where it costs least, or for where it is wanted', () => {
    const anywhere = lowestOffer(somebody([VISITS]), [BACK]);
    assert.deepEqual([anywhere?.price, anywhere?.outwardCode], [pounds(90), 'E2']);
    const there = lowestOffer(somebody([ROOM, VISITS]), [BACK], { outwardCode: 'E1' });
    assert.deepEqual([there?.price, there?.outwardCode, there?.place], [pounds(100), 'E1', 'outcall']);
  });

  it('is given elsewhere where nobody comes, unless it has to be a visit', () => {
    assert.equal(lowestOffer(somebody([VISITS, ROOM]), [BACK], { outwardCode: 'W1' })?.place, 'incall');
    assert.equal(lowestOffer(somebody([VISITS, ROOM]), [BACK], { outwardCode: 'W1', place: 'outcall' }), undefined);
  });

  it('is of the treatment asked for, and none where nothing fits', () => {
    assert.equal(lowestOffer(somebody([ROOM]), [BACK, STONES], { serviceId: 'stones' })?.minutes, 75);
    assert.equal(lowestOffer(somebody([ROOM], []), [BACK]), undefined);
    assert.equal(lowestOffer(somebody([]), [BACK]), undefined);
    assert.equal(lowestOffer(somebody([VISITS]), [STONES]), undefined);
    assert.equal(lowestOffer(somebody([{ ...VISITS, zones: [] }]), [BACK]), undefined);
  });

  it('costs what the server would ask for it', () => {
    const prices = fc.dictionary(fc.constantFrom('30', '45', '60', '90'), fc.integer({ min: 1, max: 200 }));
    const services = fc.array(fc.tuple(prices, fc.subarray([...BOTH])), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(services, fc.subarray([ROOM, VISITS]), (given, places) => {
        const all = given.map(([options, at], index) => service(`s${index}`, options, at));
        const offer = lowestOffer(
          somebody(
            places,
            all.map(({ id }) => id),
          ),
          all,
        );
        if (!offer) return;
        const chosen = all.find(({ id }) => id === offer.serviceId)!;
        const price = priceOf({
          ...{ service: chosen, option: chosen.options.find(({ id }) => id === offer.optionId)!, addOns: [] },
          ...{ offer: places.find(({ place }) => place === offer.place)!, outwardCode: offer.outwardCode },
          travelLabel: 'Travel',
        });
        assert.deepEqual('total' in price && price.total, offer.price);
      }),
    );
  });
});
