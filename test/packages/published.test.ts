import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { adapterNames, parts, scriptTags } from '../../vite.config.js';
import { localeFiles, localeTags } from '../../.ci/locales.js';
import { elementsOf, settable, type Manifest } from '../../.ci/manifest.js';
import { importsOf } from '../package/imports.js';
import { freePort } from '../support/free-port.js';
import { entriesOf } from './entries.js';
import { folderOf, install, pack, type Tarball } from './tarball.js';

const TOOLS = 'test/packages/tools/node_modules/.bin';
/** Where the tarball is installed for what needs no application. */
const HOME = folderOf('import-map');
const INSTALLED = join(HOME, 'node_modules/knead');
/** `npm run start:test`, `npm run conformance` and so on have theirs; a test has the smallest one, which needs nothing. */
const SMALLEST_BACKEND = 'stories/guides/smallest-backend/server.mjs';

let tarball: Tarball;
before(() => {
  tarball = pack();
  install(tarball, 'import-map');
});
after(() => tarball.remove());

describe('the tarball', () => {
  test('holds the script-tag files, the modules with their types, the data for editors, and nothing else', () => {
    const files = new Set(tarball.files);
    const esm = [...files].filter((file) => file.startsWith('dist/esm/'));
    const beside = [
      ...scriptTags.map(({ name }) => `dist/${name}.js`),
      ...parts.map(({ name }) => `dist/parts/${name}.js`),
      ...[...localeTags().flatMap(localeFiles), 'names'].map((name) => `dist/locales/${name}.js`),
      ...adapterNames().map((name) => `dist/adapters/${name}.js`),
      'dist/conformance/knead-conformance.js',
      ...['custom-elements', 'web-types', 'vscode.html-custom-data', 'vscode.css-custom-data'].map(
        (name) => `dist/${name}.json`,
      ),
      ...['dist/ssr.css', 'package.json', 'README.md', 'CHANGELOG.md', 'LICENSE'],
    ];
    assert.deepEqual([...files].filter((file) => !esm.includes(file)).sort(), beside.sort());

    const generated = ['dist/esm/react', 'dist/esm/vue'];
    const modules = new Set(esm.map((file) => file.replace(/(\.d\.ts|\.js)$/, '')));
    for (const module of modules) {
      assert.ok(files.has(`${module}.js`) && files.has(`${module}.d.ts`), `${module} has code and types`);
      if (!generated.includes(module)) assert.ok(existsSync(module.replace(/^dist\/esm/, 'src') + '.ts'), module);
    }
    for (const module of generated) assert.ok(modules.has(module), module);
    const { size, unpackedSize } = tarball;
    process.stdout.write(`# tarball: ${kilobytes(size)} packed, ${kilobytes(unpackedSize)} in ${files.size} files\n`);
  });

  test('names no machine, no registry, no map and no test', () => {
    // Written apart, because the repository must not hold them either.
    const registry = ['registry', 'npmjs'].join('.');
    const machine = [process.cwd(), homedir(), tmpdir(), registry, 'sourceMappingURL', 'node:test', '/node_modules/.'];
    for (const file of tarball.files) {
      const text = readFileSync(join(INSTALLED, file), 'utf8');
      for (const word of machine.filter((each) => each.length > 1)) {
        // A home that is a plain `/root` may be part of a longer word.
        const found = new RegExp(`(?<![\\w-])${word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}(?![\\w-])`).exec(text);
        assert.equal(found, null, `${file} says ${word}`);
      }
    }
  });

  test('says nothing in package.json that is not in it', () => {
    const { exports, ...manifest } = manifestOf();
    for (const { specifier, file, types } of entriesOf(exports, tarball.files)) {
      assert.ok(tarball.files.includes(file), `${specifier} is ${file}`);
      if (types) assert.ok(tarball.files.includes(types), `${specifier} has its types in ${types}`);
    }
    for (const file of [manifest.customElements, manifest['web-types'], ...Object.values(manifest.bin)])
      assert.ok(tarball.files.includes(file), file);
  });

  test('imports only what it depends on', () => {
    const { dependencies, peerDependencies } = manifestOf();
    const modules = tarball.files.filter((file) => /^dist\/esm\/.*(\.js|\.d\.ts)$/.test(file));
    for (const file of modules) {
      for (const { specifier, typeOnly } of importsOf(join(INSTALLED, file))) {
        if (specifier.startsWith('.')) continue;
        const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)![0];
        const allowed = { ...dependencies, ...(typeOnly || file.endsWith('.d.ts') ? peerDependencies : {}) };
        assert.ok(Object.keys(allowed).includes(name), `${file} imports ${specifier}`);
      }
    }
  });
});

describe('linters of packages', () => {
  test('publint finds nothing, not even to suggest', () => {
    const said = execFileSync(`${TOOLS}/publint`, ['run', tarball.path, '--strict', '--level', 'suggestion'], {
      encoding: 'utf8',
    });
    assert.match(said, /All good!/);
  });

  test('arethetypeswrong finds nothing in any entry with types', () => {
    const entries = entriesOf(manifestOf().exports, tarball.files);
    const typed = entries.filter(({ file, types }) => types || file.endsWith('.json'));
    // A style sheet is no module, and the script tag's files are classic scripts: they are loaded by their addresses.
    const others = entries.filter((entry) => !typed.includes(entry)).map(({ file }) => file);
    assert.deepEqual(
      others.filter((file) => !/^dist\/(ssr\.css|knead(-\w+)?\.js|(parts|locales|adapters)\/[\w-]+\.js)$/.test(file)),
      [],
    );
    // esm-only: there is no CommonJS to be resolved, and resolution as before Node 12 knows no exports map.
    const args = [
      '--profile',
      'esm-only',
      '--format',
      'json',
      '--entrypoints',
      ...typed.map(({ specifier }) => specifier),
    ];
    const answer = JSON.parse(
      execFileSync(`${TOOLS}/attw`, [tarball.path, ...args], { encoding: 'utf8', maxBuffer: 1e8 }),
    ) as { problems: object; analysis: { entrypoints: object } };
    const checked = Object.keys(answer.analysis.entrypoints);
    assert.deepEqual(checked.sort(), typed.map(({ specifier }) => specifier).sort());
    process.stdout.write(`# arethetypeswrong: ${checked.length} entries, publint: no suggestion\n`);
  });
});

describe('on a server', () => {
  test('every module is imported without a DOM, and the npm entry registers nothing', () => {
    const files = entriesOf(manifestOf().exports, tarball.files).flatMap(({ specifier, types }) =>
      types ? [specifier.replace(/^\./, 'knead')] : [],
    );
    const program = `
      await import('knead');
      await import('knead/ssr');
      if (globalThis.customElements?.get('knead-booking')) throw new Error('knead registers');
      for (const name of ${JSON.stringify(files)}) await import(name);
      if (!globalThis.customElements.get('knead-booking')) throw new Error('knead/define does not register');
      if (globalThis.document || globalThis.window) throw new Error('there is a DOM');
      console.log((await import('knead/ssr')).cardListHtml([]).length);`;
    assert.match(inNode(program), /^\d+\n$/);
    assert.ok(files.length > 50, `${files.length} modules`);
  });

  test('what is listed under sideEffects is there, and of the modules only what is listed registers or leaves a global', () => {
    const { sideEffects } = manifestOf();
    const published = sideEffects.filter((file) => file.startsWith('./dist/')).map((file) => file.slice(2));
    for (const file of published) assert.ok(tarball.files.includes(file), file);
    const modules = tarball.files.filter((file) => /^dist\/esm\/.*\.js$/.test(file));
    const silent = modules.filter((file) => !published.includes(file));
    const tags = customElementTags();
    const program = (imported: readonly string[]): string => `
      await import('lit');
      await import('zod/mini');
      const before = new Set(Object.getOwnPropertyNames(globalThis));
      for (const file of ${JSON.stringify(imported)}) await import('./node_modules/knead/' + file);
      const globals = Object.getOwnPropertyNames(globalThis).filter((name) => !before.has(name));
      console.log(JSON.stringify({ globals, tags: ${JSON.stringify(tags)}.filter((tag) => customElements.get(tag)) }));`;
    assert.deepEqual(JSON.parse(inNode(program(silent))), { globals: [], tags: [] });
    assert.ok(silent.length > 100, `${silent.length} modules`);
    for (const file of modules.filter((each) => published.includes(each))) {
      const { globals, tags: registered } = JSON.parse(inNode(program([file]))) as {
        globals: string[];
        tags: string[];
      };
      assert.deepEqual(globals, [], file);
      assert.ok(registered.length > 0, `${file} is listed, and registers nothing`);
    }
  });

  test('every element is in the manifest with all that it observes', () => {
    const program = `
      await import('knead/define');
      const all = {};
      for (const tag of ${JSON.stringify(customElementTags())}) {
        const { observedAttributes, elementProperties } = customElements.get(tag);
        const properties = [...elementProperties].filter(([, { state }]) => !state).map(([name]) => name);
        all[tag] = { attributes: observedAttributes, properties };
      }
      console.log(JSON.stringify(all));`;
    const real = JSON.parse(inNode(program)) as Record<string, { attributes: string[]; properties: string[] }>;
    const manifest = JSON.parse(readFileSync(join(INSTALLED, 'dist/custom-elements.json'), 'utf8')) as Manifest;
    const elements = elementsOf(manifest);
    assert.deepEqual(
      elements.map(({ tagName }) => tagName),
      Object.keys(real).sort(),
    );
    for (const { tagName, attributes = [], ...element } of elements) {
      const observed = real[tagName]!;
      const told = [...attributes, ...settable(element)].map(({ name }) => name);
      // What every element of HTML has is not ours to tell.
      const untold = [...observed.attributes, ...observed.properties].filter(
        (name) => !['lang', ...told].includes(name),
      );
      assert.deepEqual(untold, [], `<${tagName}>`);
      const unheard = attributes.filter(({ name, fieldName }) => fieldName && !observed.attributes.includes(name));
      assert.deepEqual(unheard, [], `<${tagName}>`);
    }
  });
});

test('knead-conformance runs from the installed package', async (t) => {
  const port = await freePort();
  const backend = spawn(process.execPath, [SMALLEST_BACKEND], {
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.after(() => backend.kill());
  await once(backend.stdout, 'data');
  const kit = spawn(join(HOME, 'node_modules/.bin/knead-conformance'), [`http://localhost:${port}`, '--json'], {
    cwd: tmpdir(),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  kit.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(kit, 'close')) as [number];
  assert.equal(code, 0);
  const { cases } = JSON.parse(said) as { cases: { status: string }[] };
  const passed = cases.filter(({ status }) => status === 'passed').length;
  assert.ok(passed >= 75, `${passed} cases passed`);
});

interface PackageManifest {
  exports: Record<string, string | { types: string; default: string }>;
  bin: Record<string, string>;
  customElements: string;
  'web-types': string;
  sideEffects: string[];
  dependencies: Record<string, string>;
  peerDependencies: Record<string, string>;
}

function manifestOf(): PackageManifest {
  return JSON.parse(readFileSync(join(INSTALLED, 'package.json'), 'utf8')) as PackageManifest;
}

/** A tag for every folder of components. */
function customElementTags(): string[] {
  return readdirSync('src/components').map((folder) => `knead-${folder}`);
}

/** What a program says that runs where the tarball is installed. */
function inNode(program: string): string {
  return execFileSync(process.execPath, ['--input-type=module', '--eval', program], { cwd: HOME, encoding: 'utf8' });
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(0)} kB`;
}
