import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { describe, it } from 'node:test';
import { squeezeCss, squeezeMarkup } from '../../../.ci/template-space.js';
import { version } from '../../../src/ui/element/version.js';
import { suites, testFiles } from '../../support/suites.js';
import { scriptTags } from '../../../vite.config.js';
import { registration } from '../arrows.js';
import { filesUnder } from '../imports.js';

interface Manifest {
  version: string;
  sideEffects: string[];
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const tracked = ownFiles('.');

describe('the repository', () => {
  it('shows at its top level only what a reader needs', () => {
    const allowed = [
      ...['src', 'stories', 'demo', 'test', '.ci', '.git', '.gitignore', 'node_modules', 'dist', '.data'],
      ...['package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', 'web-test-runner.config.mjs'],
      ...['README.md', 'LICENSE', 'CHANGELOG.md'],
    ];
    assert.deepEqual(
      readdirSync('.').filter((name) => !allowed.includes(name) && !name.endsWith('.log')),
      [],
    );
  });

  it('names no registry and no machine', () => {
    const registry = new RegExp(['registry', '(npmjs|yarnpkg)'].join('\\.') + '|' + ['deb', 'debian'].join('\\.'));
    const home = /(?<![\w.:/@-])\/(?:home|Users|root|work|mnt)\/\w/;
    const texts = ['.ts', '.js', '.mjs', '.json', '.md', '.mdx', '.html', '.css', '.sql', '.yml', ''];
    const found = tracked
      .filter((file) => texts.includes(extname(file)))
      .flatMap((file) =>
        readFileSync(file, 'utf8')
          .split('\n')
          .flatMap((line, index) =>
            registry.test(line) || home.test(line) ? [`${file}:${index + 1} ${line.trim().slice(0, 120)}`] : [],
          ),
      );
    assert.deepEqual(found, []);
  });

  it('locks packages without the host they came from, and downloads no browser', () => {
    const locks = tracked.filter((file) => basename(file) === 'package-lock.json');
    assert.ok(locks.includes('package-lock.json'));
    for (const file of locks) {
      const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, { resolved?: string }> };
      const hosts = Object.entries(lock.packages).flatMap(([name, { resolved }]) =>
        resolved?.startsWith('http') ? [name] : [],
      );
      assert.deepEqual(hosts, [], file);
      assert.ok(!Object.keys(lock.packages).includes('node_modules/puppeteer'), 'puppeteer downloads a browser');
    }
  });

  it('has a suite for every test file', () => {
    const inSuites = new Set(suites.flatMap((suite) => ('folders' in suite ? testFiles(suite.folders) : [])));
    const orphans = filesUnder('test', /\.test\.\w+$/).filter((file) => !inSuites.has(file));
    assert.deepEqual(orphans, [], 'these would never run');
  });
});

describe('package.json', () => {
  it('has the version the elements report', () => {
    assert.equal(manifest.version, version);
  });

  it('pins every dependency', () => {
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
      ([, range]) => !/^\d/.test(range),
    );
    assert.deepEqual(loose, []);
  });

  it('depends on what the applications have in their lock files that it is installed in without a network', () => {
    for (const app of readdirSync('test/packages/apps')) {
      const folder = `test/packages/apps/${app}`;
      const { dependencies } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as Manifest;
      for (const [name, wanted] of Object.entries(manifest.dependencies))
        assert.equal(
          dependencies[name],
          wanted,
          `${folder}: npm install --omit-lockfile-registry-resolved ${name}@${wanted}`,
        );
    }
  });

  it('has no script without a file behind it', () => {
    for (const [name, command] of Object.entries(manifest.scripts)) {
      for (const [, file] of command.matchAll(/\btsx (\S+\.ts)/g)) {
        assert.ok(existsSync(file!), `npm run ${name} starts ${file}, which does not exist`);
      }
      for (const [, names] of command.matchAll(/support\/run\.ts((?: \w+)*)/g)) {
        for (const suite of names!.trim().split(' ')) {
          assert.ok(
            suite === '' || suite === 'all' || suites.some((known) => known.name === suite),
            `${name}: no suite ${suite}`,
          );
        }
      }
    }
  });

  it('lets bundlers drop everything but registrations and entries', () => {
    // One by one, because what an extended glob means differs between bundlers; and the sources too, because whoever
    // bundles them (our own builds, Storybook) is told by the same list.
    const entries = [...scriptTags.map(({ entry }) => entry), 'src/define.ts'].filter((file) => existsSync(file));
    // What the script tags have in common acts too, and is published in their files alone.
    const common = ['./src/script-tag.ts', './src/page-ways.ts'];
    const acting = [...entries, ...filesUnder('src/components', /\.ts$/).filter(registration)].flatMap((file) => {
      const tag = scriptTags.find(({ entry }) => entry === file);
      return [`./${file}`, tag ? `./dist/${tag.name}.js` : file.replace(/^src(.+)\.ts$/, './dist/esm$1.js')];
    });
    const others = ['./dist/ssr.css', './dist/conformance/knead-conformance.js', ...common, './stories/**'];
    assert.deepEqual([...manifest.sideEffects].sort(), [...acting, ...others].sort());
  });
});

describe('CHANGELOG.md', () => {
  // The form of keepachangelog.com: a heading for each version, the newest first, each with its day.
  const headings = readFileSync('CHANGELOG.md', 'utf8').match(/^## .*$/gm) ?? [];
  const versions = headings.map(
    (line) => /^## \[?(?<version>Unreleased|\d+\.\d+\.\d+)\]?(?<day>.*)$/.exec(line)?.groups,
  );

  it('has a heading for every version with its day, and for what is not released yet', () => {
    headings.forEach((line, index) => {
      const { version: named, day = '' } = versions[index] ?? {};
      const isDated = named === 'Unreleased' ? day === '' : /^ (- \d{4}-\d{2}-\d{2}|\(unreleased\))$/.test(day);
      assert.ok(isDated, `"${line}" is neither "## [Unreleased]" nor "## [1.2.3] - 2026-10-14"`);
    });
  });

  it('has one for the version of package.json, above all that are older', () => {
    const numbers = versions.flatMap((each) => (each && each['version'] !== 'Unreleased' ? [each['version']!] : []));
    assert.equal(numbers[0], manifest.version);
    const sorted = numbers.toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }));
    assert.deepEqual(numbers, sorted);
    assert.ok(versions.findIndex((each) => each?.['version'] === 'Unreleased') <= 0, 'Unreleased stands first');
  });
});

describe('the space taken out of templates', () => {
  it('leaves one space between words and inline elements, none beside blocks, and all of a preformatted text', () => {
    assert.equal(squeezeMarkup('\n  <p>\n    a <b>b</b>\n  <i>c</i>  d</p>'), '<p>a <b>b</b> <i>c</i> d</p>');
    assert.equal(squeezeMarkup('<pre>a\n  b</pre>'), '<pre>a\n  b</pre>');
  });

  it('keeps every space of a rule that means something', () => {
    const rules = `
      /* don't mind "me" */
      :host(:focus-visible) .a :hover > b ~ c, d + e { margin: calc(1px + 2px) -3px; content: "a ; b  c"; }
      @media (width >= 30em) and (hover: hover) { .x .y { color: red; } }
      @container knead (inline-size < 20em) { a { b: c; } }`;
    assert.equal(
      squeezeCss(rules).trim(),
      ':host(:focus-visible) .a :hover>b~c,d + e{margin:calc(1px + 2px) -3px;content:"a ; b  c"}' +
        '@media (width>= 30em) and (hover:hover){.x .y{color:red}}@container knead (inline-size < 20em){a{b:c}}',
    );
  });
});

function ownFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name).replaceAll('\\', '/');
    if (['node_modules', 'dist', '.data', '.git'].includes(entry.name) || entry.name.endsWith('.log')) return [];
    return entry.isDirectory() ? ownFiles(path) : entry.isFile() ? [path] : [];
  });
}
