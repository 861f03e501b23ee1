import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { build } from 'vite';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { serveFolder, type ServedFolder } from './served-folder.js';
import { folderOf, install, pack, type Tarball } from './tarball.js';

const tags = readdirSync('src/components').map((folder) => `knead-${folder}`);

/** What somebody may write, and which elements it registers. */
const PROGRAMS: Record<string, { code: string; registers: readonly string[] }> = {
  version: { code: `import { version } from 'knead'; document.title = version;`, registers: [] },
  'a class': {
    code: `import { KneadSlotCalendar } from 'knead'; document.title = KneadSlotCalendar.name;`,
    registers: [],
  },
  'all classes': { code: `import * as knead from 'knead'; document.title = Object.keys(knead).join();`, registers: [] },
  'nothing of it': { code: `import 'knead'; document.title = 'knead';`, registers: [] },
  'an element': { code: `import 'knead/components/slot-calendar';`, registers: ['knead-slot-calendar'] },
  'an element and those it is made of': {
    code: `import 'knead/components/booking';`,
    registers: ['knead-booking', 'knead-intake-form', 'knead-service-picker', 'knead-slot-calendar'],
  },
  'all elements': { code: `import 'knead/define';`, registers: tags },
};
const BUNDLERS = ['vite', 'esbuild', 'webpack'] as const;

let tarball: Tarball;
let folder: string;
let site: ServedFolder;
let browser: TestBrowser;

before(async () => {
  tarball = pack();
  install(tarball, 'import-map');
  // Inside the application, so that `knead` is found as it would be.
  mkdirSync(join(folderOf('import-map'), 'dist'), { recursive: true });
  folder = mkdtempSync(join(folderOf('import-map'), 'dist/bundles-'));
  [site, browser] = await Promise.all([serveFolder(folder), launchBrowser()]);
});
after(async () => {
  await Promise.all([site.close(), browser.close()]);
  rmSync(folder, { recursive: true });
  tarball.remove();
});

for (const bundler of BUNDLERS) {
  describe(`bundled by ${bundler}`, () => {
    const bytes: Record<string, number> = {};

    for (const [program, { code, registers }] of Object.entries(PROGRAMS)) {
      test(`${program}: registers ${registers.length === 0 ? 'nothing' : registers.join(', ')}`, async () => {
        const place = join(folder, bundler, program.replaceAll(' ', '-'));
        mkdirSync(place, { recursive: true });
        const entry = join(place, 'program.js');
        writeFileSync(entry, code);
        writeFileSync(
          join(place, 'index.html'),
          '<!doctype html><html lang="en"><title></title><link rel="icon" href="data:,"><script type="module" src="built/entry.js"></script>',
        );
        await bundle(bundler, entry, join(place, 'built'));
        bytes[program] = readFileSync(join(place, 'built/entry.js')).length;

        const watched = await browser.newPage();
        await watched.page.goto(`${site.url}/${bundler}/${program.replaceAll(' ', '-')}/`);
        const found = await watched.page.evaluate(
          (all) => all.filter((tag) => customElements.get(tag) !== undefined),
          tags,
        );
        assert.deepEqual(found.sort(), [...registers].sort());
        if (registers.length === 0) assert.notEqual(await watched.page.title(), '', 'it did run');
        assert.deepEqual([...watched.errors, ...watched.console], []);
        await watched.page.browserContext().close();
      });
    }

    test('what is not used is left out', () => {
      const told = Object.entries(bytes).map(([program, size]) => `${program} ${size}`);
      process.stdout.write(`# ${bundler}, bytes of the first file: ${told.join(', ')}\n`);
      assert.ok(bytes['nothing of it']! < 500, 'an import without a name');
      assert.ok(bytes['version']! < 500, 'a constant');
      assert.ok(bytes['a class']! < bytes['all classes']! / 2, 'one class of many');
      assert.ok(bytes['an element']! < bytes['all elements']! / 2, 'one element of many');
    });
  });
}

async function bundle(bundler: (typeof BUNDLERS)[number], entry: string, outDir: string): Promise<void> {
  if (bundler !== 'vite') {
    execFileSync(process.execPath, ['test/packages/tools/bundle.mjs', bundler, entry, outDir], { stdio: 'inherit' });
    return;
  }
  await build({
    configFile: false,
    root: folder,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: false,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { entry },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
}
