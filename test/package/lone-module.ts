import assert from 'node:assert/strict';
import ts from 'typescript';
import { parse } from './imports.js';

/**
 * Fails unless a built file is one module that imports nothing, exports one function and does nothing when it is loaded. What it
 * may load once it runs stands in `loads`.
 */
export async function assertLoneModule(file: string, code: string, loads: readonly string[] = []): Promise<void> {
  const { statements } = parse(file, code);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isMetaProperty(node)) found.push(node.getText());
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) found.push(node.getText());
    ts.forEachChild(node, visit);
  };
  statements.forEach(visit);
  assert.deepEqual(found, loads);
  assert.deepEqual(
    statements.filter((each) => ts.isExpressionStatement(each)).map((each) => each.getText()),
    [],
  );
  const loaded = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as Record<string, unknown>;
  assert.deepEqual(Object.keys(loaded), ['default']);
  assert.equal(typeof loaded['default'], 'function');
}
