import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PractitionerSearch } from '../../../src/contract/practitioner-search.js';
import type { Practitioner } from '../../../src/contract/practitioner.js';
import { PRACTITIONERS, SERVICES } from '../../../src/backend/memory/catalogue.js';
import { filtersOf, offerWithin, relaxed } from '../../../src/domain/practitioners/practitioner-search.js';

const [MARA, TOBI, KASIA, DENIZ] = PRACTITIONERS as [Practitioner, Practitioner, Practitioner, Practitioner];
const fits = (one: Practitioner, search: Omit<PractitionerSearch, 'notBefore'>): boolean =>
  offerWithin(one, SERVICES, search) !== undefined;

describe('who fits a search', () => {
  for (const [what, one, search, is] of [
    ['a language, whatever its region', KASIA, { language: 'PL-pl' }, true],
    ['a language nobody speaks', KASIA, { language: 'fr' }, false],
    ['all specialisms', MARA, { specialismIds: ['deep-tissue', 'swedish'] }, true],
    ['one specialism too many', MARA, { specialismIds: ['deep-tissue', 'sports'] }, false],
    ['a pressure within theirs', MARA, { pressure: 5 }, true],
    ['a pressure outside theirs', MARA, { pressure: 1 }, false],
    ['a pressure of somebody who names none', TOBI, { pressure: 3 }, false],
    ['a gender that is named', { ...TOBI, gender: 'male' as const }, { gender: 'male' }, true],
    ['a gender that is not', TOBI, { gender: 'male' }, false],
    ['a page that lists them', TOBI, { practitionerIds: ['mara', 'tobi'] }, true],
    ['a page that lists nobody', TOBI, { practitionerIds: [] }, false],
    ['rooms without steps', TOBI, { stepFree: true }, true],
    ['rooms with steps', MARA, { stepFree: true }, false],
    ['visits there', DENIZ, { outwardCode: 'E9' }, true],
    ['visits elsewhere', DENIZ, { outwardCode: 'W1' }, false],
    ['rooms there', TOBI, { place: 'incall', outwardCode: 'E1' }, true],
    ['rooms elsewhere', TOBI, { place: 'incall', outwardCode: 'E2' }, false],
    ['rooms elsewhere, by distance', TOBI, { place: 'incall', outwardCode: 'E2', order: 'distance' }, true],
    ['visits elsewhere, by distance', DENIZ, { outwardCode: 'W1', order: 'distance' }, false],
    ['a price', MARA, { maxPrice: { amount: 7000, currency: 'GBP' } }, true],
    ['a price below', MARA, { maxPrice: { amount: 6999, currency: 'GBP' } }, false],
    ['a price of other money', MARA, { maxPrice: { amount: 9_000_000, currency: 'EUR' } }, false],
    ['gentle services only', TOBI, { maxIntensity: 2 }, false],
    ['places that screening leaves open', TOBI, { places: ['outcall'] }, false],
  ] as const) {
    it(`${is ? 'does' : 'does not'}: ${what}`, () => {
      assert.equal(fits(one, search as unknown as PractitionerSearch), is);
    });
  }
});

describe('what a visitor can give up', () => {
  it('is each filter they set by themselves, and nothing that screening asks for', () => {
    const search: PractitionerSearch = {
      ...{ practitionerIds: ['mara'], language: 'en', stepFree: true, specialismIds: ['sports'], pressure: 3 },
      ...{ skills: ['pregnancy'], places: ['incall'], maxIntensity: 2, notBefore: '2026-10-14T10:00:00Z' },
      ...{ order: 'price', limit: 5 },
    };
    const wider = relaxed(search);
    assert.deepEqual(
      wider.map(({ filter }) => filter),
      ['language', 'stepFree', 'specialismIds', 'pressure'],
    );
    const { language: _, ...rest } = search;
    assert.deepEqual(wider[0]!.search, rest);
    assert.deepEqual(relaxed({ stepFree: false, specialismIds: [] }), []);
  });
});

describe('what a list can be narrowed by', () => {
  it('is what somebody offers', () => {
    const filters = filtersOf([TOBI, DENIZ], SERVICES, (code) => (code === 'E8' ? 'Hackney' : code));
    assert.deepEqual(
      filters.services.map(({ id }) => id),
      ['back', 'swedish', 'deep-tissue', 'sports'],
    );
    assert.deepEqual(filters.areas, [
      { name: 'Shoreditch studio', outwardCode: 'E1' },
      { name: 'Hackney', outwardCode: 'E8' },
      { name: 'E9', outwardCode: 'E9' },
      { name: 'N1', outwardCode: 'N1' },
    ]);
    assert.deepEqual(filters.languages, ['en-GB', 'tr']);
  });
});
