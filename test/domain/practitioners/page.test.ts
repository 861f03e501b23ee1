import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { byRank, cursorAfter, readCursor } from '../../../src/domain/practitioners/page.js';

describe('the pages of a list', () => {
  it('name everybody once, whatever the order goes by and whoever leaves in between', () => {
    const key = fc.oneof(fc.integer({ min: -50, max: 50 }), fc.constantFrom(-4.8, -4.75, Number.MAX_SAFE_INTEGER));
    fc.assert(
      fc.property(fc.array(key, { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), (keys, limit) => {
        let list = keys.map((each, position) => ({ key: each, position })).sort(byRank);
        const wanted = list.map(({ position }) => position);
        const seen: number[] = [];
        for (let cursor: string | undefined = ''; cursor !== undefined;) {
          const after = cursor ? readCursor('price', cursor)! : null;
          const page: typeof list = list.filter((each) => !after || byRank(each, after) > 0).slice(0, limit);
          seen.push(...page.map(({ position }) => position));
          const last = page.at(-1);
          cursor = last && cursorAfter('price', last);
          // Whoever ended the page is gone when the next one is asked for.
          list = list.filter((each) => each !== last);
        }
        assert.deepEqual(seen, wanted);
      }),
    );
  });

  it('begin nowhere for a cursor of another order, or for none at all', () => {
    const cursor = cursorAfter('price', { key: 80, position: 3 });
    assert.deepEqual(readCursor('price', cursor), { key: 80, position: 3 });
    assert.equal(readCursor('name', cursor), null);
    assert.equal(readCursor(undefined, cursor), null);
    for (const wrong of ['', 'own', 'own~', 'own~x~1', 'own~1~', 'own~1~-1', 'own~1~1~1', 'own~1e9~1']) {
      assert.equal(readCursor(undefined, wrong), null, wrong);
    }
    assert.deepEqual(readCursor(undefined, 'own~1~7'), { key: 1, position: 7 });
  });
});
