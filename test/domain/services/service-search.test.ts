import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { londonServices } from '../../../demo/data/services.js';
import { isMeant } from '../../../src/domain/services/service-search.js';

const found = (typed: string): string[] => londonServices.filter((each) => isMeant(each, typed)).map(({ id }) => id);

describe('a search', () => {
  it('takes kneading and petrissage for the same, as gliding and effleurage', () => {
    assert.ok(found('kneading').length > 2);
    assert.deepEqual(found('kneading'), found('petrissage'));
    assert.ok(found('gliding').includes('relaxing'));
    for (const id of found('effleurage')) assert.ok(found('gliding').includes(id), id);
  });

  it('finds by name, group, part of the body, and the beginning of a word', () => {
    assert.ok(found('Deep tissue').includes('deep-tissue'));
    assert.ok(found('firm work').includes('sports'));
    assert.ok(found('hips').includes('myofascial'));
    assert.ok(found('skin roll').includes('myofascial'));
  });

  it('needs every word, in any order, case and accent', () => {
    assert.deepEqual(found('STONE hot massage'), ['hot-stone']);
    assert.deepEqual(found('hót   stône massage'), ['hot-stone']);
    assert.deepEqual(found('stone nothing'), []);
  });

  it('finds everything for nothing', () => {
    assert.equal(found('').length, londonServices.length);
  });
});
