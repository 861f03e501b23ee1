import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { districtOf, kilometres } from '../../../src/domain/practitioners/distance.js';
import { londonDistricts } from '../../../demo/data/districts.js';

describe('distances', () => {
  it('are those of the ground', () => {
    // Greenwich to the Eiffel Tower, by any atlas some 340 km.
    const way = kilometres({ latitude: 51.4779, longitude: -0.0015 }, { latitude: 48.8584, longitude: 2.2945 });
    assert.ok(Math.abs(way - 334) < 3, String(way));
    assert.equal(kilometres({ latitude: 51.5, longitude: 0 }, { latitude: 51.5, longitude: 0 }), 0);
    const around = kilometres({ latitude: 0, longitude: 179.5 }, { latitude: 0, longitude: -179.5 });
    assert.ok(Math.abs(around - 111) < 1, 'across the date line');
  });

  it('in London put every district within the orbital motorway', () => {
    for (const [code, district] of Object.entries(londonDistricts)) {
      assert.ok(kilometres(district, londonDistricts['WC2']!) < 25, code);
      assert.ok(district.name.length > 2, code);
    }
  });

  it('know a part of a district by the whole, and no name that an object has by itself', () => {
    assert.equal(districtOf(londonDistricts, 'SW1A')?.name, 'Westminster');
    assert.equal(districtOf(londonDistricts, 'W1U')?.name, 'Marylebone');
    assert.equal(districtOf(londonDistricts, 'ZE3'), undefined);
    assert.equal(districtOf(londonDistricts, 'constructor'), undefined);
    assert.equal(districtOf(londonDistricts, undefined), undefined);
  });
});
