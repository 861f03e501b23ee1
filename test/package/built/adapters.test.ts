import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { adapterNames } from '../../../vite.config.js';
import { parse } from '../imports.js';

describe('every adapter', () => {
  it('there is', () => assert.deepEqual(adapterNames(), ['payload-reserve']));

  for (const name of adapterNames()) {
    it(`${name} is one module that imports nothing, exports one thing and does nothing when it is loaded`, async () => {
      const file = `dist/adapters/${name}.js`;
      const code = readFileSync(file, 'utf8');
      const { statements } = parse(file, code);
      const found: string[] = [];
      const visit = (node: ts.Node): void => {
        if (ts.isImportDeclaration(node) || ts.isMetaProperty(node)) found.push(node.getText());
        if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
          found.push(node.getText());
        ts.forEachChild(node, visit);
      };
      statements.forEach(visit);
      assert.deepEqual(found, []);
      assert.deepEqual(
        statements.filter((each) => ts.isExpressionStatement(each)).map((each) => each.getText()),
        [],
      );
      const loaded = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as Record<string, unknown>;
      assert.deepEqual(Object.keys(loaded), ['default']);
      assert.equal(typeof loaded['default'], 'function');
    });
  }
});
