import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { filesUnder, parse } from '../imports.js';

interface Declaration {
  name: string;
  tagName?: string;
  description?: string;
  summary?: string;
  events?: { name: string; description?: string }[];
  attributes?: { name: string; description?: string }[];
  members?: { name: string; kind: string; description?: string }[];
  cssProperties?: { name: string; description?: string }[];
}

const file = 'dist/custom-elements.json';
const { modules } = JSON.parse(existsSync(file) ? readFileSync(file, 'utf8') : '{"modules":[]}') as {
  modules: { path: string; declarations: Declaration[] }[];
};
const elements = modules.flatMap(({ path, declarations }) =>
  declarations
    .filter(({ tagName }) => tagName !== undefined)
    .map((element) => ({ ...element, folder: path.split('/').at(-2)! })),
);

/** Whose reports cross the shadow root of an element that has them in it, and so are its own to the page. */
const LETS_PASS: Readonly<Record<string, readonly string[]>> = { 'book-button': ['booking'] };

describe('the manifest of the elements', () => {
  it('names every component folder', () => {
    const folders = new Set(filesUnder('src/components', /\.element\.ts$/).map((path) => path.split('/').at(-2)!));
    assert.deepEqual(elements.map(({ folder }) => folder).sort(), [...folders].sort());
    for (const { folder, tagName } of elements) assert.equal(tagName, `knead-${folder}`);
  });

  it('has no element that the entry for all of them leaves out', () => {
    const entry = readFileSync('src/define.ts', 'utf8');
    for (const { folder } of elements) assert.ok(entry.includes(`/${folder}/${folder}.js'`), folder);
  });

  it('documents every element, attribute, property and event with a sentence', () => {
    for (const { tagName, summary, attributes, members, events } of elements) {
      assert.ok(summary, `<${tagName!}> has no @summary`);
      for (const { name, description } of [...(attributes ?? []), ...(members ?? []), ...(events ?? [])]) {
        assert.ok(description, `<${tagName!}> ${name} is not described`);
      }
    }
  });

  it('documents on every element the tokens that all styles read, no more and no fewer', () => {
    const tokens = [...readFileSync('src/theme/tokens.ts', 'utf8').matchAll(/var\((--knead-[\w-]+)/g)].map(
      ([, name]) => name!,
    );
    for (const { tagName, cssProperties = [] } of elements) {
      assert.deepEqual(
        cssProperties.map(({ name }) => name).sort(),
        [...new Set(tokens)].sort(),
        `<${tagName!}> @cssprop`,
      );
      for (const { name, description } of cssProperties)
        assert.ok(description, `<${tagName!}> ${name} is not described`);
    }
  });

  it('knows the events of the contract, no more and no fewer', () => {
    const documented = new Set(elements.flatMap(({ events }) => events?.map(({ name }) => name) ?? []));
    assert.deepEqual([...documented].sort(), contractEvents().sort());
  });

  it('knows the events each element sends, no more and no fewer', () => {
    for (const { folder, tagName, events } of elements) {
      const folders = [folder, ...(LETS_PASS[folder] ?? [])];
      const sent = new Set(
        folders.flatMap((each) => filesUnder(`src/components/${each}`, /\.ts$/).flatMap(eventNamesIn)),
      );
      assert.deepEqual((events ?? []).map(({ name }) => name).sort(), [...sent].sort(), `<${tagName!}> @fires`);
    }
  });
});

describe('importing a class', () => {
  it('registers nothing: a class file never reaches a registration', () => {
    for (const path of filesUnder('src/components', /\.element\.ts$/)) {
      assert.doesNotMatch(
        readFileSync(path, 'utf8'),
        /customElements\s*\.\s*define|defineElement\(|@customElement/,
        path,
      );
    }
  });
});

/** The keys of the typed map in `src/contract/events.ts`. */
function contractEvents(): string[] {
  const names: string[] = [];
  visit(parse('src/contract/events.ts'), (node) => {
    if (ts.isInterfaceDeclaration(node) && node.name.text === 'KneadEvents') {
      for (const member of node.members)
        if (member.name && ts.isStringLiteral(member.name)) names.push(member.name.text);
    }
  });
  return names;
}

/** Names of Knead events a file passes to a call, as in `emit(this, 'knead-…')`. */
function eventNamesIn(path: string): string[] {
  const names: string[] = [];
  const known = contractEvents();
  visit(parse(path), (node) => {
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || node.expression.text !== 'emit') return;
    for (const argument of node.arguments)
      if (ts.isStringLiteral(argument) && known.includes(argument.text)) names.push(argument.text);
  });
  return names;
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}
