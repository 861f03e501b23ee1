import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { localeFiles, localeTags } from '../../../.ci/locales.js';
import { keptNames, messageNames } from '../../../.ci/message-numbers.js';
import * as enGB from '../../../src/locales/en-GB.js';
import type { Locale, MessageKey } from '../../../src/locales/messages.js';
import { parse } from '../imports.js';

const {
  common,
  services,
  calendar,
  intake,
  details,
  card,
  record,
  booked,
  booking,
  ending,
  made,
  manage,
  returning,
  steps,
} = enGB;

/** The parts of the catalogue that each file shows. */
const shown: Record<string, Record<string, unknown>> = {
  knead: { ...common, ...steps, ...services, ...calendar, ...intake, ...record, ...booking },
  'knead-cards': { ...common, ...card },
  'knead-manage': { ...common, ...steps, ...record, ...booked, ...manage },
  'parts/details': details,
  'parts/ending': ending,
  'parts/made': { ...booked, ...made },
  'parts/returning': returning,
};

const names = messageNames();
const kept = keptNames(names);

describe('the words of the built files', () => {
  for (const [file, messages] of Object.entries(shown)) {
    it(`are all in dist/${file}.js, each under its number or its name`, () => {
      const found = messagesOf(`dist/${file}.js`);
      const missing = Object.keys(messages).filter(
        (name) =>
          JSON.stringify(found.get(String(names.indexOf(name))) ?? found.get(name)) !== JSON.stringify(messages[name]),
      );
      assert.deepEqual(missing, []);
    });
  }

  it('have the same number in every file', () => {
    const words = (files: string[]): Map<string, unknown>[] => files.map((file) => messagesOf(`dist/${file}.js`));
    const isPart = (file: string): boolean => file.startsWith('parts/');
    const [first, ...others] = words(Object.keys(shown).filter((file) => !isPart(file)));
    // A part brings words that the file it belongs to does not have.
    for (const part of words(Object.keys(shown).filter(isPart)))
      assert.deepEqual(
        [...part.keys()].filter((key) => first!.has(key)),
        [],
      );
    for (const other of others) {
      const both = [...first!.keys()].filter((key) => other.has(key));
      const everywhere = Object.keys(common).flatMap((name) => (kept.has(name) ? [] : String(names.indexOf(name))));
      assert.ok(everywhere.length > 5 && everywhere.every((number) => both.includes(number)), 'words used everywhere');
      for (const key of both) assert.deepEqual(first!.get(key), other.get(key), key);
    }
  });
});

describe('the files of languages', () => {
  const asked = new Set(
    readdirSync('dist/parts')
      .map((file) => `parts/${file.slice(0, -'.js'.length)}`)
      .concat('knead', 'knead-cards', 'knead-manage')
      .flatMap((file) => [...messagesOf(`dist/${file}.js`).keys()]),
  );

  for (const tag of localeTags()) {
    it(`of ${tag} say each message under the number, or the name, that it has in the script tags and their parts`, async () => {
      const { default: locale } = (await import(`../../../src/locales/${tag}.ts`)) as { default: Locale };
      const said = new Map(localeFiles(tag).flatMap((file) => [...messagesOf(`dist/locales/${file}.js`)]));
      assert.deepEqual(
        [...asked].filter((key) => !said.has(key)),
        [],
      );
      for (const [index, name] of names.entries()) {
        const key = kept.has(name) ? name : String(index);
        assert.deepEqual(said.get(key), locale.messages[name as MessageKey], name);
      }
    });
  }
});

/** What a file says, by number or name: the parts of its catalogue, which are lists with places left out. */
function messagesOf(file: string): Map<string, unknown> {
  const found = new Map<string, unknown>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /^Object\.assign$/.test(node.expression.getText())) {
      const [list, rest] = node.arguments;
      if (list && ts.isArrayLiteralExpression(list) && list.elements.some(ts.isOmittedExpression)) {
        list.elements.forEach((text, index) => ts.isOmittedExpression(text) || found.set(String(index), valueOf(text)));
        if (rest && ts.isObjectLiteralExpression(rest))
          for (const property of rest.properties)
            if (ts.isPropertyAssignment(property))
              found.set((property.name as ts.Identifier | ts.StringLiteral).text, valueOf(property.initializer));
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(file, readFileSync(file, 'utf8')));
  return found;
}

function valueOf(node: ts.Expression): unknown {
  if (ts.isStringLiteralLike(node)) return node.text;
  const plurals = (node as ts.ObjectLiteralExpression).properties as ts.NodeArray<ts.PropertyAssignment>;
  return Object.fromEntries(plurals.map(({ name, initializer }) => [name.getText(), valueOf(initializer)]));
}
