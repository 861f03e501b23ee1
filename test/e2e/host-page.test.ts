import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { serveChanged, type ChangedSite } from '../support/changed-site.js';
import { startDemo, type Demo } from '../support/demo.js';
import { Visit } from '../support/visit.js';
import * as journey from './journey.js';

let demo: Demo;
let browser: TestBrowser;
let visit: Visit;
let site: ChangedSite | undefined;

before(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
});
after(() => Promise.all([demo.close(), browser.close()]));
beforeEach(() => demo.reset());
afterEach(async () => {
  await visit.close();
  await site?.close();
  site = undefined;
});

const TAG = '<knead-booking practitioner="mara-lindqvist">';

/** Opens the therapist's page with another tag in it, and everything else as it is. */
async function openWith(tag: string): Promise<void> {
  site = await serveChanged(demo.url, (html) => {
    assert.ok(html.includes(TAG));
    return html.replace(TAG, tag);
  });
  visit = await Visit.open(browser, site.url);
}

const warnings = (): string[] => visit.watched.console.filter((line) => line.startsWith('warn: Knead: <'));

describe('without the script', () => {
  test('Scenario 35: blocked, what stands inside the tag shows and works', async () => {
    visit = await Visit.open(browser, demo.url, {
      before: async (page) => {
        const devtools = await page.createCDPSession();
        await devtools.send('Network.enable');
        await devtools.send('Network.setBlockedURLs', { urls: ['*/knead.js'] });
      },
    });
    await fallbackWorks();
  });

  test('Scenario 35: JavaScript off, the same', async () => {
    visit = await Visit.open(browser, demo.url, { before: (page) => page.setJavaScriptEnabled(false) });
    await fallbackWorks();
  });

  async function fallbackWorks(): Promise<void> {
    assert.ok(await visit.isVisible(await visit.find('link', '020 7946 0123')));
    const link = await visit.find('link', 'booking page');
    assert.ok(await visit.isVisible(link));
    await visit.tabTo('link', 'booking page');
    await Promise.all([visit.page.waitForNavigation(), visit.press('Enter')]);
    assert.ok(visit.page.url().endsWith('/book/mara-lindqvist'), visit.page.url());
  }
});

describe('with the script', () => {
  for (const width of [320, 412, 768, 1100])
    test(`${width} px wide, nothing on the page moves when the form comes`, async () => {
      visit = await Visit.open(browser, demo.url, {
        viewport: { width, height: 823 },
        before: (page) =>
          page.evaluateOnNewDocument(() => {
            const shifts: number[] = [];
            Object.assign(window, { __shifts: shifts });
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
            }).observe({ type: 'layout-shift', buffered: true });
          }),
      });
      await visit.find('heading', 'Where would you like your massage?');
      await visit.page.waitForNetworkIdle();
      assert.deepEqual(await visit.page.evaluate(() => (window as unknown as { __shifts: number[] }).__shifts), []);
    });
});

describe('a tag written wrongly', () => {
  test('every wrong value is worth one warning that names tag, attribute and expected form; the page books all the same', async () => {
    const wrong: Record<string, RegExp> = {
      place: /"incall" or "outcall"/,
      start: /RFC 3339/,
      intake: /"inline" or "later" or "off"/,
      theme: /"light" or "dark"/,
      preset: /"paper" or "plain" or "compact"/,
      'heading-level': /2 or 3 or 4 or 5/,
      service: /id of/,
    };
    const attributes = Object.keys(wrong).map((name) => `${name}="wrong"`);
    await openWith(`<knead-booking practitioner="mara-lindqvist" ${attributes.join(' ')}>`);
    await journey.reachReview(visit, journey.londonDay(9), '6:30pm');
    await journey.book(visit);
    await visit.focuses('heading', 'You’re booked');
    for (const [name, expected] of Object.entries(wrong)) {
      const about = warnings().filter((line) => line.startsWith(`warn: Knead: <knead-booking> ${name}: expected`));
      assert.equal(about.length, 1, `${name}:\n${warnings().join('\n')}`);
      assert.match(about[0]!, expected);
    }
    assert.equal(warnings().length, Object.keys(wrong).length, warnings().join('\n'));
    assert.deepEqual(
      visit.watched.errors.filter((line) => !line.endsWith('net::ERR_ABORTED')),
      [],
    );
  });

  test('so is a duration that the treatment does not come in', async () => {
    await openWith('<knead-booking practitioner="mara-lindqvist" service="back" option="back-61">');
    await journey.choosePlace(visit);
    await visit.click('radio', /^60 min/);
    await journey.goOn(visit);
    await visit.focuses('heading', 'A quick safety check');
    assert.deepEqual(warnings(), ['warn: Knead: <knead-booking> option: expected the id of something offered here.']);
  });

  for (const [name, tag] of [
    ['practitioner', '<knead-booking practitioner="nobody">'],
    ['backend', '<knead-booking practitioner="mara-lindqvist" backend="ftp://backend.example">'],
  ] as const) {
    test(`${name} that leads nowhere: one warning, and the way round shows`, async () => {
      await openWith(tag);
      await visit.says('This booking form is not set up correctly. Please contact the therapist directly.');
      assert.ok(await visit.isVisible(await visit.find('link', 'booking page')));
      assert.equal(warnings().length, 1, visit.watched.console.join('\n'));
      assert.match(warnings()[0]!, new RegExp(`^warn: Knead: <knead-booking> ${name}: expected `));
    });
  }
});
