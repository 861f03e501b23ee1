import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parts, scriptTags } from '../../../vite.config.js';
import { assertLoneModule } from '../lone-module.js';

/** Words of a part that nothing else needs. */
const onlyThere: Record<string, RegExp> = {
  languages: /is of another version/,
  details: /Sharing these answers/,
  'body-picture': /shoulder-blades/,
  later: /Everything is still here/,
  ending: /Check before you book/,
  returning: /Has anything changed/,
  'broken-form': /is no type of item/,
  directory: /paid placements are labelled/,
  'directory-filters': /Only the first half of a postcode/,
  'booking-dialog': /Your booking is being sent/,
};

/** Parts without words of their own. */
const WORDLESS = ['grouped-times'];

/** Of the listing pages' file; all others are of the flow's. */
const ofCards = ['grouped-times', 'directory', 'directory-filters', 'booking-dialog'];

describe('every part of a script tag', () => {
  it('there is', () =>
    assert.deepEqual(parts.map(({ name }) => name).toSorted(), [...Object.keys(onlyThere), ...WORDLESS].toSorted()));

  for (const { name } of parts) {
    const file = `dist/parts/${name}.js`;
    const code = readFileSync(file, 'utf8');

    it(`${name} is one module that imports nothing, exports one thing and does nothing when it is loaded`, () =>
      assertLoneModule(file, code));

    it(`${name} has no Lit of its own`, () =>
      assert.doesNotMatch(code, /_\$|adoptedStyleSheets|customElements\.define/));

    it(`${name} is asked for by the hash of this very file, and its words are nowhere else`, () => {
      const hash = createHash('sha256').update(code).digest('hex').slice(0, 8);
      const loader = readFileSync(ofCards.includes(name) ? 'dist/knead-cards.js' : 'dist/knead.js', 'utf8');
      assert.ok(loader.includes(`parts/${name}.js?${hash}`), `parts/${name}.js?${hash}`);
      for (const tag of scriptTags)
        if (onlyThere[name])
          assert.doesNotMatch(readFileSync(`dist/${tag.name}.js`, 'utf8'), onlyThere[name], tag.name);
    });
  }
});
