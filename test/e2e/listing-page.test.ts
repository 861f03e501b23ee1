import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { startDemo, type Demo } from '../support/demo.js';
import { until } from '../support/until.js';
import { Visit } from '../support/visit.js';

let demo: Demo;
let browser: TestBrowser;
let visit: Visit;

before(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
});
after(() => Promise.all([demo.close(), browser.close()]));
beforeEach(() => demo.reset());
afterEach(() => visit.close());

const HEIGHT = 900;
const WIDTHS = [320, 700, 1100];
const EVERYBODY = 41;

/** How a page is come to: with its scripts, without any, or with ours kept from it. */
type Scripts = 'on' | 'off' | 'blocked';

async function open(scripts: Scripts, width = 1100, path = '/directory/'): Promise<Visit> {
  const viewport = { width, height: HEIGHT };
  return Visit.open(browser, demo.url + path, { viewport, before: (page) => prepare(page, scripts) });
}

async function prepare(page: Page, scripts: Scripts): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    const shifts: number[] = [];
    Object.assign(window, { __shifts: shifts });
    // What a visitor moved themselves counts, too: nothing may move at all.
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) shifts.push(entry.value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  if (scripts === 'off') await page.setJavaScriptEnabled(false);
  if (scripts !== 'blocked') return;
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    void (request.url().includes('/knead/knead-cards.js') ? request.abort() : request.continue());
  });
}

/** Where every card is and how large, and how long the page is, once all of it was seen. */
async function layout({ page }: Visit): Promise<{ page: number; cards: [string, number[]][] }> {
  return page.evaluate(async () => {
    for (let y = 0; y <= document.documentElement.scrollHeight; y += innerHeight / 2) {
      scrollTo({ top: y, behavior: 'instant' });
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    }
    scrollTo({ top: 0, behavior: 'instant' });
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return {
      page: document.documentElement.scrollHeight,
      cards: [...document.querySelectorAll('knead-therapist-card')].map((card): [string, number[]] => {
        const { x, y, width, height } = card.getBoundingClientRect();
        return [
          card.getAttribute('practitioner')!,
          [x, y + scrollY, width, height].map((each) => Math.round(each * 100) / 100),
        ];
      }),
    };
  });
}

/** Waits until the cards in sight show times that were asked for. */
async function settled({ page }: Visit): Promise<void> {
  await until(
    () =>
      page.evaluate(() => {
        const inSight = [...document.querySelectorAll('knead-therapist-card')].filter((card) => {
          const { top, bottom } = card.getBoundingClientRect();
          return bottom > 0 && top < innerHeight;
        });
        return inSight.every((card) =>
          card.shadowRoot?.querySelector('.times:not([aria-busy]), .message:not(.written)'),
        );
      }),
    () => 'the cards never showed their times',
  );
}

function structuredData({ page }: Visit): Promise<{ '@type': string; itemListElement: object[] }[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('script[type="application/ld+json"]')].map(
      ({ textContent }) => JSON.parse(textContent) as { '@type': string; itemListElement: object[] },
    ),
  );
}

describe('a listing page that a server wrote', () => {
  for (const scripts of ['off', 'blocked'] as const) {
    test(`can be read and followed with scripts ${scripts}`, async () => {
      visit = await open(scripts);
      assert.equal((await visit.all('article')).length, 0, 'the element runs');
      await visit.find('heading', `${EVERYBODY} therapists`);
      assert.equal((await visit.all('link', 'Amara Okoye')).length, 1);
      const said = await visit.text();
      for (const words of [/Shoreditch E1/, /60 min from £\d+/, /\d{1,2}:\d\d[ap]m/]) assert.match(said, words);
      const time = (await visit.all('link', /, with Amara Okoye$/))[0]!;
      assert.match(time.name, /^\w+ \d+, \d+:\d\d[ap]m, with Amara Okoye$/);
      // By keys, because a click looks with a script whether what it hits stands still.
      await visit.tabTo('link', 'Amara Okoye');
      await Promise.all([visit.page.waitForNavigation(), visit.press('Enter')]);
      await visit.find('heading', 'Amara Okoye');
      assert.equal(new URL(visit.page.url()).pathname, '/directory/amara-okoye/');
    });
  }

  test('can be narrowed without a script, by an address that says it', async () => {
    visit = await open('off');
    await visit.tabTo('textbox', 'Outward code');
    await visit.page.keyboard.type('E8');
    await Promise.all([visit.page.waitForNavigation(), visit.press('Enter')]);
    assert.equal(new URL(visit.page.url()).search, '?outwardCode=E8');
    const [heading] = await visit.all('heading', /^\d+ therapists$/);
    const count = Number.parseInt(heading!.name, 10);
    assert.ok(count > 0 && count < EVERYBODY, heading!.name);
    assert.equal((await visit.all('link', /^See all times with/)).length, count);
    await visit.find('textbox', 'Outward code');
  });

  for (const width of WIDTHS) {
    test(`is as long at ${width} px after the elements took over as before, card for card, and nothing moves`, async (t) => {
      visit = await open('blocked', width);
      const before = await layout(visit);
      await visit.close();
      visit = await open('on', width);
      await visit.page.waitForFunction(() => customElements.get('knead-therapist-card') !== undefined);
      await settled(visit);
      const shifts = await visit.page.evaluate(() => (window as unknown as { __shifts: number[] }).__shifts);
      const now = await layout(visit);
      t.diagnostic(
        `${width} px: ${before.cards.length} cards, page ${before.page} px before and ${now.page} px after, ${shifts.length} layout shifts`,
      );
      assert.equal(before.cards.length, EVERYBODY);
      assert.deepEqual(now.cards, before.cards);
      assert.equal(now.page, before.page);
      assert.deepEqual(shifts, []);
    });
  }

  test('tells search engines whom it lists, under a policy without anything inline', async () => {
    visit = await open('on');
    const data = await structuredData(visit);
    assert.deepEqual(
      data.map((each) => [each['@type'], each.itemListElement.length]),
      [['ItemList', EVERYBODY]],
    );
    await settled(visit);
    assert.deepEqual(await visit.violations(), []);
    assert.deepEqual(visit.watched.errors, []);
  });

  test('shows what it has when the backend is down for visitors and for its server', async () => {
    visit = await open('on');
    await visit.close();
    await demo.proxy.down();
    visit = await open('on');
    await visit.find('link', 'Amara Okoye');
    await visit.find('link', 'See all times with Amara Okoye');
  });
});

describe('the stress page', () => {
  test('makes as many cards as its address says, asking for nothing', async () => {
    visit = await open('on', 1100, '/directory/stress/?n=300');
    await visit.says('300 cards');
    await visit.find('link', /^\w+ \d+ \w+, 10:00am, with Ada Ashdown$/);
    assert.equal((await visit.page.$$('knead-therapist-card')).length, 300);
    assert.deepEqual(demo.proxy.requests, []);
    assert.deepEqual(await visit.violations(), []);
  });

  for (const [asked, made] of [
    ['5000', '2,000'],
    ['-1', '100'],
    ['x', '100'],
    ['0', '0'],
  ]) {
    test(`makes ${made} for ?n=${asked}`, async () => {
      visit = await open('on', 1100, `/directory/stress/?n=${asked}`);
      await visit.says(`${made} cards`);
    });
  }
});
