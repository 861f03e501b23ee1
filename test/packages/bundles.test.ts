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
    const placeOf = (program: string): string => `${bundler}/${program.replaceAll(' ', '-')}`;

    before(async () => {
      const entries = Object.entries(PROGRAMS).map(([program, { code }]) => {
        const place = join(folder, placeOf(program));
        mkdirSync(place, { recursive: true });
        writeFileSync(join(place, 'program.js'), code);
        writeFileSync(
          join(place, 'index.html'),
          '<!doctype html><html lang="en"><title></title><link rel="icon" href="data:,"><script type="module" src="built/entry.js"></script>',
        );
        return join(place, 'program.js');
      });
      await bundle(bundler, entries);
    });

    for (const [program, { registers }] of Object.entries(PROGRAMS)) {
      test(`${program}: registers ${registers.length === 0 ? 'nothing' : registers.join(', ')}`, async () => {
        bytes[program] = readFileSync(join(folder, placeOf(program), 'built/entry.js')).length;
        const { page, errors, console } = await browser.newPage();
        await page.goto(`${site.url}/${placeOf(program)}/`);
        const found = await page.evaluate((all) => all.filter((tag) => customElements.get(tag) !== undefined), tags);
        assert.deepEqual(found.sort(), [...registers].sort());
        if (registers.length === 0) assert.notEqual(await page.title(), '', 'it did run');
        assert.deepEqual([...errors, ...console], []);
        await page.browserContext().close();
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

/** Bundles programs for production, each by itself into a folder `built` beside it. */
async function bundle(bundler: (typeof BUNDLERS)[number], entries: readonly string[]): Promise<void> {
  if (bundler !== 'vite') {
    execFileSync(process.execPath, ['test/packages/tools/bundle.mjs', bundler, ...entries], { stdio: 'inherit' });
    return;
  }
  for (const entry of entries)
    await build({
      configFile: false,
      root: folder,
      logLevel: 'warn',
      publicDir: false,
      build: {
        outDir: join(entry, '../built'),
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
