import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { adapterNames } from '../../../vite.config.js';
import { assertLoneModule } from '../lone-module.js';

describe('every adapter', () => {
  it('there is', () => assert.deepEqual(adapterNames(), ['payload-reserve']));

  for (const name of adapterNames()) {
    it(`${name} is one module that imports nothing, exports one thing and does nothing when it is loaded`, () => {
      const file = `dist/adapters/${name}.js`;
      return assertLoneModule(file, readFileSync(file, 'utf8'));
    });
  }
});
