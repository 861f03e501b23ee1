import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { build } from 'vite';
import { launchBrowser, type LaunchOptions } from '../support/browser.js';
import type * as oracle from './zone-oracle.js';

/** Zones asked about at once, so that no answer takes longer than the browser's driver waits. */
const AT_ONCE = 60;

type Page = { oracle: typeof oracle };

/** The tests of `zone-oracle.ts` in one engine, set to four zones. */
export function zoneCases(engine: NonNullable<LaunchOptions['engine']>): void {
  describe(`wall times against ${engine}’s own Temporal, every zone and every change of clocks from 2020 to 2037`, () => {
    const script = bundled();
    for (const timeZone of ['UTC', 'America/New_York', 'Pacific/Kiritimati', 'Australia/Lord_Howe']) {
      test(`in a browser set to ${timeZone}: days, labels and offsets the same, no slot lost or doubled`, async () => {
        const browser = await launchBrowser({ engine, timeZone });
        try {
          const { page } = await browser.newPage();
          await page.addScriptTag({ content: await script });
          const here = await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
          assert.equal(here, timeZone);
          assert.ok(await page.evaluate(() => (window as unknown as Page).oracle.hasTemporal()), 'no native Temporal');
          const zones = await page.evaluate(() => (window as unknown as Page).oracle.zones());
          const sum: oracle.Comparison = { transitions: 0, slots: 0, differences: [] };
          for (let first = 0; first < zones.length; first += AT_ONCE) {
            const some = zones.slice(first, first + AT_ONCE);
            const found = await page.evaluate((each) => (window as unknown as Page).oracle.compare(each), some);
            sum.transitions += found.transitions;
            sum.slots += found.slots;
            sum.differences.push(...found.differences);
          }
          process.stdout.write(
            `# ${engine} in ${timeZone}: ${zones.length} zones, ${sum.transitions} transitions, ${sum.slots} slots, differences = ${sum.differences.length}\n`,
          );
          assert.deepEqual(sum.differences.slice(0, 10), []);
          assert.ok(zones.length >= 400, `${zones.length} zones`);
          assert.ok(sum.transitions > 3000, `${sum.transitions} transitions`);
        } finally {
          await browser.close();
        }
      });
    }
  });
}

async function bundled(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: 'test/e2e/zone-oracle.ts', formats: ['iife'], name: 'oracle' },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  assert.ok(first && 'output' in first);
  return first.output[0].code;
}
