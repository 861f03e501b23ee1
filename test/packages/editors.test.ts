import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { choices, elementsOf, type ElementDeclaration, type Manifest } from '../../.ci/manifest.js';
import { folderOf, install, pack, type Tarball } from './tarball.js';

const INSTALLED = join(folderOf('import-map'), 'node_modules/knead');

let tarball: Tarball;
let elements: ElementDeclaration[];
before(() => {
  tarball = pack();
  install(tarball, 'import-map');
  elements = elementsOf(JSON.parse(readFileSync(join(INSTALLED, 'dist/custom-elements.json'), 'utf8')) as Manifest);
});
after(() => tarball.remove());

describe('VS Code with the data of the installed package', () => {
  test('offers every tag', () => {
    const [tags] = offered('html', ['<kn|']);
    assert.deepEqual(tags!.words.sort(), elements.map(({ tagName }) => tagName).sort());
  });

  test('offers every attribute of an element', () => {
    const found = offered(
      'html',
      elements.map(({ tagName }) => `<${tagName} |`),
    );
    elements.forEach(({ tagName, attributes = [] }, index) => {
      // What every element of HTML may have.
      const words = found[index]!.words.filter((word) => word !== 'data-');
      assert.deepEqual(words.sort(), attributes.map(({ name }) => name).sort(), tagName);
    });
  });

  test('offers the words an attribute may be, and says what it means', () => {
    const all = elements.flatMap(({ tagName, attributes = [] }) => attributes.map((each) => ({ tagName, ...each })));
    const inside = offered(
      'html',
      all.map(({ tagName, name }) => `<${tagName} ${name}="|"`),
    );
    const over = offered(
      'html',
      all.map(({ tagName, name }) => `<${tagName} ${name}|="x">`),
    );
    all.forEach(({ tagName, name, type, description = '' }, index) => {
      assert.deepEqual(inside[index]!.words.sort(), choices(type?.text).sort(), `${tagName} ${name}`);
      const { hover } = over[index]!;
      assert.ok(hover?.startsWith(description.replace(/\s*\n\s*/g, ' ')), `${tagName} ${name}: ${hover}`);
    });
    assert.ok(all.some(({ type }) => choices(type?.text).length > 1));
  });

  test('says of an element what it is, what goes inside and what it tells the page', () => {
    const found = offered(
      'html',
      elements.map(({ tagName }) => `<${tagName}|>`),
    );
    elements.forEach(({ tagName, summary, slots = [], events = [] }, index) => {
      for (const text of [summary!, ...[...slots, ...events].map(({ name }) => name)])
        assert.ok(found[index]!.hover?.includes(text), `${tagName} says nothing of ${text}`);
    });
  });

  test('offers the variables and the parts in a style sheet', () => {
    const variables = new Set(elements.flatMap(({ cssProperties = [] }) => cssProperties.map(({ name }) => name)));
    const parts = new Set(elements.flatMap(({ cssParts = [] }) => cssParts.map(({ name }) => `::part(${name})`)));
    const [inRule, inSelector] = offered('css', ['knead-booking { --kn| }', 'knead-booking::| {}']);
    assert.deepEqual(inRule!.words.sort(), [...variables].sort());
    assert.deepEqual(inSelector!.words.filter((word) => word.startsWith('::part')).sort(), [...parts].sort());
  });
});

/** What the editor's own language service offers, and says, where the cursor stands in each text. */
function offered(
  language: 'html' | 'css',
  texts: readonly string[],
): readonly { words: string[]; hover: string | null }[] {
  const args = ['test/packages/tools/complete.mjs', INSTALLED, language, ...texts];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as {
    words: string[];
    hover: string | null;
  }[];
}
