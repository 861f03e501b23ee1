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
  made: /Your preferences have reached/,
  page: /Book a session/,
  returning: /Has anything changed/,
  'broken-form': /is no type of item/,
  directory: /paid placements are labelled/,
  'directory-filters': /Only the first half of a postcode/,
  'booking-dialog': /Your booking is being sent/,
};

/** Parts without words of their own. */
const WORDLESS = ['grouped-times', 'own-words'];

/** Parts that another part loads from beside itself. */
const ofParts: Record<string, string> = { 'own-words': 'details' };

/** Of the listing pages' file; all others are of the flow's. */
const ofCards = ['grouped-times', 'directory', 'directory-filters', 'booking-dialog'];

describe('every part of a script tag', () => {
  it('there is', () =>
    assert.deepEqual(parts.map(({ name }) => name).toSorted(), [...Object.keys(onlyThere), ...WORDLESS].toSorted()));

  for (const { name } of parts) {
    const file = `dist/parts/${name}.js`;
    const code = readFileSync(file, 'utf8');

    it(`${name} is one module that imports nothing, exports one thing and does nothing when it is loaded`, () =>
      assertLoneModule(
        file,
        code,
        parts.filter((each) => ofParts[each.name] === name).map((each) => `import("./${addressOf(each.name)}")`),
      ));

    it(`${name} has no Lit of its own`, () =>
      assert.doesNotMatch(code, /_\$|adoptedStyleSheets|customElements\.define/));

    it(`${name} is asked for by the hash of this very file, and its words are nowhere else`, () => {
      const part = ofParts[name];
      const loader = part ? `parts/${part}` : ofCards.includes(name) ? 'knead-cards' : 'knead';
      const address = `${part ? './' : 'parts/'}${addressOf(name)}`;
      assert.ok(readFileSync(`dist/${loader}.js`, 'utf8').includes(address), address);
      for (const tag of scriptTags)
        if (onlyThere[name])
          assert.doesNotMatch(readFileSync(`dist/${tag.name}.js`, 'utf8'), onlyThere[name], tag.name);
    });
  }
});

/** The file of a part, with the hash of what stands in it. */
function addressOf(name: string): string {
  const hash = createHash('sha256')
    .update(readFileSync(`dist/parts/${name}.js`, 'utf8'))
    .digest('hex');
  return `${name}.js?${hash.slice(0, 8)}`;
}
