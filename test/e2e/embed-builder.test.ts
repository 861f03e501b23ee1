import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { startDemo, type Demo } from '../support/demo.js';
import { keepLog, takeLog } from '../support/page-log.js';
import { bookingRows } from '../support/records.js';
import { until } from '../support/until.js';
import { Visit } from '../support/visit.js';
import * as journey from './journey.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const MARA = 'Mara Lindqvist';
const SETUP = '#practitioner=mara-lindqvist';
const BACK = `${SETUP}&service=back&option=back-60`;

let demo: Demo;
let browser: TestBrowser;
let visit: Visit;
let host: Server | undefined;

before(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
});
after(() => Promise.all([demo.close(), browser.close()]));
beforeEach(() => demo.reset());
afterEach(async () => {
  await visit.close();
  host?.close();
  host?.closeAllConnections();
  host = undefined;
});

async function open(fragment = '', viewport?: { width: number; height: number }): Promise<void> {
  visit = await Visit.open(browser, `${demo.url}/embed/${fragment}`, {
    before: async (page) => {
      await keepLog(page);
      await page.evaluateOnNewDocument(() => {
        const kept = Object.assign(window, { __moved: 0 });
        new PerformanceObserver((list) => {
          const shifts = list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[];
          for (const { value, hadRecentInput } of shifts) if (!hadRecentInput) kept.__moved += value;
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.browserContext().overridePermissions(demo.url, ['clipboard-read', 'clipboard-sanitized-write']);
    },
    ...(viewport && { viewport }),
  });
  await visit.page.waitForSelector('main[data-ready]');
}

/** Chooses from a list, as its own keys and mouse do. */
async function choose(field: string, words: string): Promise<void> {
  const { page } = visit;
  const { name, value } = await page.evaluate(
    (field, words) => {
      const label = [...document.querySelectorAll('label')].find(({ firstChild }) => firstChild?.nodeValue === field);
      const select = label!.querySelector('select')!;
      return { name: select.name, value: [...select.options].find(({ text }) => text === words)!.value };
    },
    field,
    words,
  );
  await page.select(`[name=${name}]`, value);
}

/** Presses a Copy button and returns what is on the clipboard then. */
async function copied(name: string): Promise<string> {
  await visit.click('button', `Copy ${name}`);
  await visit.says('Copied');
  await visit.page.bringToFront();
  return visit.page.evaluate(() => navigator.clipboard.readText());
}

/** A page of somebody else's, on another origin, with that in its body and a policy. */
async function hostPage(body: string, policy: string): Promise<string> {
  host = createServer((_request, response) => {
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy })
      .end(`<!doctype html><html lang="en-GB"><title>A practice</title><body>\n${body}\n</body></html>`);
  });
  await new Promise<void>((done) => host!.listen(0, '127.0.0.1', done));
  return `http://localhost:${(host.address() as AddressInfo).port}/`;
}

/** Opens somebody else's page with that in it. */
async function paste(lines: string, policy = ''): Promise<void> {
  await visit.close();
  demo.proxy.requests.length = 0;
  visit = await Visit.open(browser, await hostPage(lines, policy));
}

/** An hour of back massage, which the lines say already, from the first question to the row in the database. */
async function books(): Promise<void> {
  await journey.begin(visit);
  await visit.click('radio', /^At the therapist’s/);
  await journey.goOn(visit);
  await visit.focuses('heading', 'A quick safety check');
  await journey.passSafetyCheck(visit);
  await journey.takeTime(visit, journey.londonDay(9), '6:30pm');
  await journey.giveDetails(visit);
  await journey.book(visit);
  await visit.focuses('heading', 'You’re booked');
  const rows = await bookingRows(demo.backend);
  assert.deepEqual(
    rows.map(({ sessions: [session] }) => [session!.serviceId, session!.minutes]),
    [['back', 60]],
  );
  assert.deepEqual(await visit.violations(), [], 'the policy that was copied is enough');
}

describe('the embed builder', () => {
  test('what it copies books on another site, under the policy that it copies', async () => {
    await open();
    await choose('Therapist', MARA);
    await until(
      async () => (await visit.all('option', 'Back massage')).length > 0,
      () => 'there are no treatments',
    );
    await choose('Treatment', 'Back massage');
    await choose('Length', '60 min');
    const lines = await copied('HTML');
    assert.match(lines, /^<script [^\n]*><\/script>\n<knead-booking data-practitioner="mara-lindqvist"[^\n]*>$/);
    await visit.click('DisclosureTriangle', 'Your site has a Content-Security-Policy');
    const policy = (await copied('Directives')).split('\n');
    const trusted = await copied('Trusted Types');
    await paste(lines, ["default-src 'none'", ...policy, "require-trusted-types-for 'script'", trusted].join('; '));
    await books();
  });

  test('its div does the same', async () => {
    await open(BACK);
    await choose('It is written as', 'A div, if your editor removes that tag');
    const lines = await copied('HTML');
    assert.match(lines, /\n<div data-knead="booking" data-practitioner="mara-lindqvist" [^\n]*<\/div>$/);
    await paste(lines);
    await books();
  });

  test('so does the button in the corner, in its dialog', async () => {
    await open(`${BACK}&kind=floating`);
    await paste(await copied('HTML'));
    await visit.click('button', `Book with ${MARA}`);
    await visit.find('dialog');
    await books();
  });

  test('after consent: nothing is asked of anybody until the visitor follows the link', async () => {
    await open(BACK);
    await choose('It starts', 'After the visitor’s consent');
    await paste(await copied('HTML'));
    await visit.page.waitForNetworkIdle();
    assert.deepEqual(demo.proxy.requests, []);
    const { href } = new URL(visit.page.url());
    await visit.click('link', `Book with ${MARA}`);
    await books();
    assert.equal(visit.page.url(), href, 'nobody is led away');
  });

  test('when it is scrolled to: not before', async () => {
    await open(BACK);
    await choose('It starts', 'When it is scrolled to');
    await paste(`${'<p>Far above.</p>\n'.repeat(200)}${await copied('HTML')}`);
    await visit.page.waitForNetworkIdle();
    assert.deepEqual(demo.proxy.requests, []);
    await visit.page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await books();
  });

  test('a script with another content does not run: the link shows', async () => {
    await open(SETUP);
    const lines = await copied('HTML');
    await paste(lines.replace(/sha384-..../, 'sha384-AAAA'));
    const link = await visit.find('link', `Book with ${MARA}`);
    assert.ok(await visit.isVisible(link));
    assert.ok(
      visit.watched.errors.some((line) => line.includes('knead.js')) ||
        visit.watched.console.some((line) => line.includes('integrity')),
    );
  });

  test('the address of the script is for ever: cacheable so long, and gone once the file is another', async () => {
    await open(SETUP);
    const [, src] = /src="([^"]+)"/.exec(await copied('HTML'))!;
    const answer = await fetch(src!);
    assert.equal(answer.headers.get('cache-control'), 'public, max-age=31536000, immutable');
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    assert.equal((await fetch(src!.replace(/\/knead\/[^/]+/, '/knead/0.0.1-000000000000'))).status, 404);
    assert.equal((await fetch(new URL('locales/de.js', src!))).status, 200, 'and what it loads lies beside it');
  });

  test('by keys alone: from the therapist to the clipboard, and the words say so', async () => {
    await open();
    await visit.tabTo('combobox', 'Therapist');
    await visit.page.keyboard.type('Mara');
    await visit.tabTo('combobox', 'Language');
    await visit.page.keyboard.type('Deu');
    await visit.tabTo('combobox', 'What your page shows');
    await visit.page.keyboard.type('A button that');
    await visit.tabTo('radio', 'Plain HTML');
    await visit.press('ArrowRight', 2);
    assert.equal((await visit.focused())?.name, 'WordPress plugin');
    await visit.tabTo('button', 'Copy Shortcode');
    await takeLog(visit.page);
    await visit.press('Enter');
    await until(
      async () => (await takeLog(visit.page)).said.includes('polite: Copied'),
      () => 'nothing is said',
    );
    assert.equal((await visit.focused())?.name, 'Copy Shortcode', 'focus stays');
    await visit.page.bringToFront();
    assert.equal(
      await visit.page.evaluate(() => navigator.clipboard.readText()),
      `[knead kind="button" practitioner="mara-lindqvist" lang="de" text="Termin bei ${MARA} buchen" href="${demo.proxy.url}/book/mara-lindqvist"]`,
    );
  });

  test('what is chosen faster than the backend answers is all kept', async () => {
    await open();
    await visit.page.evaluate(() => {
      for (const [name, value] of [
        ['practitioner', 'mara-lindqvist'],
        ['lang', 'de'],
      ]) {
        const select = document.querySelector<HTMLSelectElement>(`[name=${name}]`)!;
        select.value = value!;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      }
    });
    await visit.page.waitForFunction(() => location.hash.includes('lang=de'));
    assert.match(await visit.page.evaluate(() => location.hash), /practitioner=mara-lindqvist/);
  });

  test('the preview is the real thing, made anew for what changes about it and for nothing else', async () => {
    await open(SETUP);
    await visit.find('heading', 'Where would you like your massage?');
    await visit.click('radio', 'Phone');
    await visit.click('radio', 'Shopify');
    await choose('It starts', 'After the visitor’s consent');
    await visit.page.$eval('#stage > *', (element) => Object.assign(element, { kept: true }));
    await visit.click('checkbox', /^Use it/);
    assert.equal(
      await visit.page.$eval('#stage > *', (element) => getComputedStyle(element).getPropertyValue('--knead-accent')),
      '#2c6a5d',
    );
    assert.ok(await visit.page.$eval('#stage > *', (element) => 'kept' in element), 'a visitor’s steps are not lost');
    await choose('Language', 'Deutsch');
    await visit.find('heading', /Massage/);
    await visit.says('Schritt 1');
    assert.ok(!(await visit.page.$eval('#stage > *', (element) => 'kept' in element)));
    assert.equal(await visit.page.$$eval('#stage > *', ({ length }) => length), 1);
  });

  test('a setup is in the address, for sharing, and nothing else is', async () => {
    await open(SETUP);
    const entries = await visit.page.evaluate(() => history.length);
    await choose('Treatment', 'Swedish massage');
    await choose('Colours', 'Dark');
    await visit.click('radio', 'Wix');
    const { hash } = new URL(visit.page.url());
    assert.equal(hash, `${SETUP}&service=swedish&theme=dark&platform=wix`);
    assert.equal(await visit.page.evaluate(() => history.length), entries);
    await visit.close();

    await open(hash);
    assert.equal((await visit.find('combobox', 'Treatment')).value, 'Swedish massage');
    assert.equal((await visit.find('combobox', 'Colours')).value, 'Dark');
    assert.ok((await visit.find('radio', 'Wix')).checked);
    assert.equal(await copied('Tag name'), 'knead-booking');
    assert.equal(await copied('Attribute service'), 'swedish');
    // Wix writes the script tag itself.
    assert.ok((await visit.find('combobox', 'It starts')).busy);
  });

  test('says that nobody has reviewed the questions, until somebody has', async () => {
    await open(SETUP);
    await visit.says(/Nobody has reviewed the safety questions yet: no reviewer is named in “Before your massage”/);
    await choose('Language', 'Polski');
    await visit.says('Nobody has reviewed the questions in Polish.');
    await visit.close();

    demo.proxy.spoil(
      {
        kind: 'rewrite',
        change: (body) => ({ ...(body as object), reviewedBy: 'A. Clinician', reviewedLanguages: ['pl'] }),
      },
      'GET /v1/intake-forms/',
    );
    await open(`${SETUP}&lang=pl`);
    assert.doesNotMatch(await visit.text(), /Nobody has reviewed/);
  });

  test('a backend that is down: said, and asked again', async () => {
    await demo.proxy.down();
    visit = await Visit.open(browser, `${demo.url}/embed/`);
    await visit.says('The booking system does not answer, so there is nothing to choose from.');
    await demo.proxy.calm();
    await visit.click('button', 'Try again');
    await visit.find('button', 'Copy HTML');
  });

  test('320 px wide nothing is cut off or wider than the page; nothing moves while it loads', async () => {
    for (const width of [320, 1100]) {
      await open(SETUP, { width, height: 900 });
      await visit.find('heading', 'Where would you like your massage?');
      for (const platform of ['Plain HTML', 'WordPress plugin', 'Wix']) {
        await visit.click('radio', platform);
        assert.equal(await visit.page.evaluate(() => document.documentElement.scrollWidth), width, platform);
      }
      const moved = await visit.page.evaluate(async () => {
        // What was painted last is told in the next frame.
        for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
        return (window as unknown as { __moved: number }).__moved;
      });
      assert.ok(moved < 0.001, `${width} px: ${moved}`);
      if (width === 320) await visit.close();
    }
  });

  test('axe finds nothing in light, dark and forced colours', async () => {
    await open(`${SETUP}&accent=%238a3d5b&lang=de`);
    await visit.says('Schritt 1');
    await visit.click('DisclosureTriangle', 'Your site has a Content-Security-Policy');
    const devtools = await visit.page.createCDPSession();
    await visit.page.evaluate(axe);
    const kinds = { light: ['light', 'none'], dark: ['dark', 'none'], 'forced colours': ['dark', 'active'] };
    for (const [name, [scheme, forced]] of Object.entries(kinds)) {
      await devtools.send('Emulation.setEmulatedMedia', {
        features: [
          { name: 'prefers-color-scheme', value: scheme! },
          { name: 'forced-colors', value: forced! },
          // Or a colour would be measured on its way to another.
          { name: 'prefers-reduced-motion', value: 'reduce' },
        ],
      });
      const found = await visit.page.evaluate(async () => {
        const { axe: checker } = globalThis as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        return (await checker.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      });
      assert.deepEqual(found, [], name);
    }
    assert.deepEqual(await visit.violations(), [], 'the page keeps its own policy');
  });
});
