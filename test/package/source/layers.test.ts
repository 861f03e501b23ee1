import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { scriptTags } from '../../../vite.config.js';
import { layerOf, registration, wrongArrow } from '../arrows.js';
import { filesUnder, importsOf, loadedBy, parse, type Import } from '../imports.js';

const code = /\.(ts|js|mjs)$/;
const sources = [...filesUnder('src', code), ...filesUnder('demo/backend', code), ...filesUnder('demo/sites', code)];
const entries = ['index', 'define', 'knead', 'cards', 'manage', 'ssr', 'script-tag', 'page-ways'].map(
  (name) => `src/${name}.ts`,
);
const folders = ['contract', 'domain', 'backend', 'flow', 'locales', 'theme', 'ui', 'components', 'ssr', 'conformance'];

describe('imports point down only', () => {
  it('in every file of src, demo/backend and demo/sites', () => {
    const wrong = sources.flatMap((file) => importsOf(file).map(described));
    assert.deepEqual(
      wrong.filter((line) => line !== undefined),
      [],
    );
  });

  it('and the check sees a wrong arrow of every kind', () => {
    const planted: [file: string, line: string][] = [
      ['src/contract/x.ts', `import { a } from '../domain/time/plain-date.js'`],
      ['src/contract/x.ts', `import * as z from 'zod'`],
      ['src/domain/x/x.ts', `import { html } from 'lit'`],
      ['src/domain/x/x.ts', `import * as z from 'zod/mini'`],
      ['src/domain/x/x.ts', `import { service } from '../../contract/service.js'`],
      ['src/domain/slots/x.ts', `import { Temporal } from 'temporal-polyfill'`],
      ['src/domain/x/x.ts', `export * from '../../locales/format.js'`],
      ['src/backend/stores/x.ts', `import { HttpBackend } from '../http/http-backend.js'`],
      ['src/backend/x.ts', `import { reduce } from '../flow/reducer.js'`],
      ['src/flow/reducer.ts', `import type { ReactiveController } from 'lit'`],
      ['src/flow/flow-controller.ts', `import { html } from 'lit'`],
      ['src/flow/flow-controller.ts', `import { connect } from '../backend/connect.js'`],
      ['src/flow/flow-controller.ts', `const a = await import('../backend/http/http-backend.js')`],
      ['src/locales/x.ts', `import { css } from 'lit'`],
      ['src/theme/x.ts', `import { html } from 'lit'`],
      ['src/ui/templates/x.ts', `import type { Slot } from '../../contract/availability.js'`],
      ['src/ui/templates/x.ts', `let a: import('../../domain/time/plain-date.js').PlainDate`],
      ['src/components/a/a.element.ts', `import '../b/b.js'`],
      ['src/components/a/a.element.ts', `import { B } from '../b/b.element.js'`],
      ['src/components/a/a.element.ts', `import './a.js'`],
      ['src/components/a/a.ts', `import { B } from '../b/b.element.js'`],
      ['src/components/a/a.element.ts', `import { reduce } from '../../flow/reducer.js'`],
      ['src/components/booking/booking.element.ts', `import { x } from '../../backend/memory/x.js'`],
      ['src/ssr/x.ts', `import { html } from 'lit'`],
      ['src/ssr/x.ts', `import { Price } from '../contract/money.js'`],
      ['src/ssr/x.ts', `import { KneadTherapistCard } from '../components/therapist-card/therapist-card.element.js'`],
      ['src/ssr/x.ts', `import '../components/therapist-card/therapist-card.js'`],
      ['src/conformance/cases.ts', `import { readFile } from 'node:fs/promises'`],
      ['demo/backend/x.ts', `import { x } from '../../src/components/booking/booking.js'`],
      ['demo/sites/x.js', `import '../../src/knead.js'`],
    ];
    for (const [file, line] of planted) {
      const found = importsOf(file, line);
      assert.equal(found.length, 1, line);
      assert.ok(described(found[0]!), `${file} may not hold: ${line}`);
    }
    const fine: [file: string, line: string][] = [
      ['src/domain/slots/x.ts', `import type { Slot } from '../../contract/availability.js'`],
      ['src/domain/availability/x.ts', `import { Temporal } from 'temporal-polyfill'`],
      ['src/flow/flow-controller.ts', `import type { ReactiveController, ReactiveControllerHost } from 'lit'`],
      ['src/components/a/a.ts', `import '../b/b.js'`],
      ['src/components/booking/booking.element.ts', `import { reduce } from '../../flow/reducer.js'`],
    ];
    for (const [file, line] of fine) assert.equal(described(importsOf(file, line)[0]!), undefined, line);
  });

  it('and no browser file reaches the Temporal polyfill', () => {
    const browser = [...entries.filter((file) => existsSync(file)), ...filesUnder('src/components', /\.ts$/)];
    for (const entry of browser) {
      const { packages } = loadedBy(entry);
      assert.ok(!packages.has('temporal-polyfill'), `${entry} loads it by ${packages.get('temporal-polyfill') ?? ''}`);
    }
  });

  it('and the entry for servers reaches no package and no page', () => {
    const { files, packages } = loadedBy('src/ssr.ts');
    assert.deepEqual([...packages.keys()], []);
    const touching = [...files].filter((file) => mentions(file, 'document') || mentions(file, 'window'));
    assert.deepEqual(touching, []);
  });

  it('and no script tag carries the memory backend', () => {
    for (const entry of scriptTags.map((tag) => tag.entry).filter((file) => existsSync(file))) {
      const { files } = loadedBy(entry);
      assert.deepEqual(
        [...files].filter((file) => file.startsWith('src/backend/memory/')),
        [],
        entry,
      );
    }
  });
});

describe('the floors keep to themselves', () => {
  it('flow never touches the page', () => {
    const touching = filesUnder('src/flow', /\.ts$/).filter((file) => mentions(file, 'document'));
    assert.deepEqual(touching, []);
  });

  it('src holds its floors and the entries, and entries stay under 40 lines', () => {
    for (const entry of readdirSync('src', { withFileTypes: true })) {
      if (entry.isDirectory()) assert.ok(folders.includes(entry.name), `src/${entry.name} is no floor of the house`);
      else assert.ok(entries.includes(`src/${entry.name}`), `src/${entry.name} is no entry`);
    }
    for (const entry of entries.filter((file) => existsSync(file))) {
      const lines = readFileSync(entry, 'utf8').trimEnd().split('\n').length;
      assert.ok(lines < 40, `${entry} has ${lines} lines: move logic to a floor`);
    }
  });

  it('every room has a name', () => {
    const heaps = ['src', 'demo', 'stories', 'test']
      .flatMap((folder) => filesUnder(folder, /./))
      .filter((path) =>
        path.split('/').some((part) =>
          // Trusted Types is what browsers call that policy.
          /(^|-)(utils?|helpers?|types?|common|misc|shared)(\.|$)/.test(part.replace('trusted-types', '')),
        ),
      );
    assert.deepEqual(heaps, []);
  });

  it('a component folder holds a class and a registration file of its own name', () => {
    if (!existsSync('src/components')) return;
    for (const name of readdirSync('src/components')) {
      for (const file of [`${name}.element.ts`, `${name}.ts`]) {
        assert.ok(existsSync(`src/components/${name}/${file}`), `src/components/${name}/${file} is missing`);
      }
    }
  });

  it('only registration files and entries act when imported', () => {
    for (const file of sources.filter(
      (path) => path.startsWith('src/') && !entries.includes(path) && !registration(path),
    )) {
      for (const found of importsOf(file)) {
        assert.ok(found.names.length > 0, `${file} imports ${found.specifier} for a side effect`);
        assert.ok(
          !found.names.includes('customElement'),
          `${file} registers its class: that is for the file beside it`,
        );
      }
      const calls = topLevelCalls(file).filter((call) =>
        /customElements|\bdefine\w*\(|addEventListener|document\.|window\./.test(call),
      );
      assert.deepEqual(calls, [], `${file} acts on import`);
    }
  });
});

function described(found: Import): string | undefined {
  const reason = wrongArrow(found);
  return reason && `${found.file} (${basename(layerOf(found.file))}) imports ${found.specifier}: ${reason}`;
}

/** Whether a name of the page is used in a file, other than as a property or in a comment. */
function mentions(file: string, name: string): boolean {
  let found = false;
  const visit = (node: ts.Node): void => {
    if (
      ts.isIdentifier(node) &&
      node.text === name &&
      !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node)
    ) {
      found = true;
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(file));
  return found;
}

/** The statements of a module that do something when it is loaded. */
function topLevelCalls(file: string): string[] {
  return parse(file)
    .statements.filter((statement) => ts.isExpressionStatement(statement) || ts.isIfStatement(statement))
    .map((statement) => statement.getText());
}
