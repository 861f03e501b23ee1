import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Script } from 'node:vm';
import ts from 'typescript';
import { scriptTags } from '../../../vite.config.js';
import { parse } from '../imports.js';

for (const { name, entry } of scriptTags.filter((tag) => existsSync(tag.entry))) {
  describe(`dist/${name}.js`, () => {
    const file = `dist/${name}.js`;
    const code = existsSync(file) ? readFileSync(file, 'utf8') : '';

    it('is built', () => assert.ok(code.length > 0, `${entry} exists, ${file} does not`));

    it('is one classic script', () => {
      assert.doesNotThrow(() => new Script(code), 'a classic script has neither import nor export');
      const found: string[] = [];
      visit(parse(`${name}.js`, code), (node) => {
        if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
          const [target] = node.arguments;
          // Languages and adapters are loaded from an address known only in the page; a literal would be a chunk.
          if (target && ts.isStringLiteralLike(target)) found.push(target.text);
        }
        if (ts.isMetaProperty(node)) found.push(node.getText());
      });
      assert.deepEqual(found, []);
    });

    it('declares nothing in the page', () => {
      const statements = parse(`${name}.js`, code).statements.filter((statement) => !ts.isEmptyStatement(statement));
      const declaring = statements.filter((statement) => !ts.isExpressionStatement(statement));
      assert.deepEqual(
        declaring.map((statement) => statement.getText().slice(0, 60)),
        [],
      );
    });

    it('never evaluates text', () => {
      const found: string[] = [];
      visit(parse(`${name}.js`, code), (node) => {
        if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return;
        const called = node.expression;
        if (ts.isIdentifier(called) && /^(eval|Function)$/.test(called.text)) found.push(node.getText().slice(0, 60));
        const timer = ts.isIdentifier(called) && /^set(Timeout|Interval)$/.test(called.text);
        if (timer && node.arguments?.[0] && ts.isStringLiteralLike(node.arguments[0]))
          found.push(node.getText().slice(0, 60));
      });
      assert.deepEqual(found, []);
    });

    it("takes a Trusted Types name of its own, and survives the page's refusal", () => {
      const policies = [...code.matchAll(/createPolicy\(\s*["'`]([^"'`]+)/g)].map(([, policy]) => policy);
      // The manage page's file takes another when it loads its sibling, and only then; that of cards has it in a part.
      assert.deepEqual(policies.toSorted(), name === 'knead-manage' ? ['knead-inject', name] : [name]);
      assert.match(code, /try\s*\{\s*return [\w$.]+\.createPolicy\(/);
    });

    it('keeps nothing of Lit for developers', () => {
      assert.doesNotMatch(code, /Lit is in dev mode|Multiple versions of Lit/);
    });

    it('carries no comment, template indentation or source map', () => {
      assert.doesNotMatch(code, /sourceMappingURL/);
      assert.ok(!/\n {4,}</.test(code) && !/\n {4,}[a-z-]+: [^\n]+;\n/.test(code), 'templates were not squeezed');
    });
  });
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}
