import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { parts, scriptTags } from '../../../vite.config.js';
import { parse } from '../imports.js';

describe('every part of a script tag', () => {
  it('there is', () =>
    assert.deepEqual(
      parts.map(({ name }) => name),
      ['details'],
    ));

  for (const { name } of parts) {
    const file = `dist/parts/${name}.js`;
    const code = readFileSync(file, 'utf8');

    it(`${name} is one module that imports nothing, exports one thing and does nothing when it is loaded`, async () => {
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

    it(`${name} has no Lit of its own`, () => assert.doesNotMatch(code, /_\$|adoptedStyleSheets|customElements/));

    it(`${name} is asked for by the hash of this very file, and its words are nowhere else`, () => {
      const hash = createHash('sha256').update(code).digest('hex').slice(0, 8);
      const knead = readFileSync('dist/knead.js', 'utf8');
      assert.ok(knead.includes(`parts/${name}.js?${hash}`), `parts/${name}.js?${hash}`);
      for (const tag of scriptTags)
        assert.doesNotMatch(readFileSync(`dist/${tag.name}.js`, 'utf8'), /Sharing these answers/, tag.name);
    });
  }
});
