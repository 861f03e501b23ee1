import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { choices, elementsOf, propertyOf, settable, type Manifest } from '../../../.ci/manifest.js';
import { filesUnder, parse } from '../imports.js';

const manifest = read<Manifest>('custom-elements.json');
const elements = elementsOf(manifest);
const tags = elements.map(({ tagName }) => tagName);

describe('the manifest', () => {
  it('names, for each element, the module that registers it and the class with its tag in the types of the DOM', () => {
    for (const { tagName, name, path } of elements) {
      const registration = path.replace('.element.js', '.js');
      const defined = manifest.modules.flatMap((module) =>
        module.exports.flatMap((each) =>
          each.kind === 'custom-element-definition' && each.name === tagName ? [module.path] : [],
        ),
      );
      assert.deepEqual(defined, [registration]);
      const types = readFileSync(registration.replace('.js', '.d.ts'), 'utf8');
      assert.match(types, new RegExp(`interface HTMLElementTagNameMap \\{[^}]*'${tagName}': ${name};`));
    }
  });

  it('says the type of every attribute, property and event, and calls no choice of words by a name', () => {
    for (const { tagName, events = [], attributes = [], ...element } of elements) {
      for (const { name, type } of [...events, ...attributes, ...settable(element)])
        assert.ok(type?.text, `<${tagName}> ${name} has no type`);
      for (const { name, type } of events) assert.match(type!.text, /^CustomEvent<.+>$/s, `<${tagName}> ${name}`);
      const place = attributes.find(({ name }) => name === 'place');
      if (place) assert.deepEqual(choices(place.type?.text), ['incall', 'outcall'], tagName);
    }
  });
});

describe('the variables of the manifest', () => {
  it('are those that the styles read, each said of every element with a sentence', () => {
    const read = filesUnder('src', /\.ts$/).flatMap(
      (file) => readFileSync(file, 'utf8').match(/(?<=var\(\s*)--knead-[\w-]+/g) ?? [],
    );
    assert.ok(new Set(read).size >= 5);
    for (const { tagName, cssProperties = [] } of elements) {
      assert.deepEqual(names(cssProperties), [...new Set(read)].sort(), tagName);
      for (const { name, description } of cssProperties) assert.ok(description, `<${tagName}> ${name}`);
    }
  });
});

describe('the data for JetBrains editors', () => {
  const { version, contributions } = read<{
    version: string;
    contributions: { html: { elements: WebType[] } };
  }>('web-types.json');

  it('is of this version', () =>
    assert.equal(version, (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version));

  it('names what the manifest names, no more and no fewer', () => {
    assert.deepEqual(
      contributions.html.elements.map(({ name, attributes, slots, css, js }) => ({
        name,
        attributes: names(attributes),
        slots: names(slots),
        properties: names(js.properties),
        events: names(js.events),
        variables: names(css.properties),
        parts: names(css.parts),
      })),
      elements.map((element) => ({
        name: element.tagName,
        attributes: names(element.attributes),
        slots: names(element.slots),
        properties: names(settable(element)),
        events: names(element.events),
        variables: names(element.cssProperties),
        parts: names(element.cssParts),
      })),
    );
  });
});

describe('the typings for React and Vue', () => {
  const inPascalCase = (name: string): string =>
    name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

  it('of React name every property, every attribute under its own name, and every event after "on"', () => {
    const { interfaces, known } = interfacesOf('react', 'IntrinsicElements');
    assert.deepEqual(known, tags);
    for (const element of elements) {
      const own = [...names(settable(element)), ...names(element.attributes)];
      const events = names(element.events).map((name) => `on${name}`);
      assert.deepEqual(interfaces.get(`${element.name}Props`), [...new Set([...own, ...events])].sort());
    }
  });

  it('of Vue name every property and attribute in camel case, as templates are checked, and every event', () => {
    const { interfaces, known } = interfacesOf('vue', 'GlobalComponents');
    assert.deepEqual(known, tags);
    for (const element of elements) {
      const events = names(element.events).map((name) => `on${inPascalCase(name)}`);
      // Of an attribute with a property, that; otherwise as Vue's compiler knows it.
      const attributes = (element.attributes ?? []).map(
        (each) => propertyOf(each, element) ?? each.name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
      );
      const own = [...names(settable(element)), ...attributes];
      assert.deepEqual(interfaces.get(`${element.name}Props`), [...new Set([...own, ...events])].sort());
    }
  });
});

interface WebType {
  name: string;
  attributes: Named[];
  slots: Named[];
  css: { properties: Named[]; parts: Named[] };
  js: { properties: Named[]; events: Named[] };
}

interface Named {
  name: string;
}

function read<Content>(file: string): Content {
  return JSON.parse(readFileSync(`dist/${file}`, 'utf8')) as Content;
}

function names(all: readonly Named[] = []): string[] {
  return all.map(({ name }) => name).sort();
}

/** The members of every interface of a file of typings, and those of the one that it adds to its framework. */
function interfacesOf(framework: string, added: string): { interfaces: Map<string, string[]>; known: string[] } {
  const file = `dist/esm/${framework}.d.ts`;
  const interfaces = new Map<string, string[]>();
  const visit = (node: ts.Node): void => {
    if (ts.isInterfaceDeclaration(node)) {
      const members = node.members.flatMap(({ name }) =>
        name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? [name.text] : [],
      );
      interfaces.set(node.name.text, members.sort());
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(file, readFileSync(file, 'utf8')));
  return { interfaces, known: interfaces.get(added) ?? [] };
}
