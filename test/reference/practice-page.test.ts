import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import type { RunningBackend } from '../../demo/backend/start.js';
import { startTestBackend } from '../support/backend.js';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { Visit } from '../support/visit.js';
import { MORNING } from './subject.js';
import { bookingOf, itemAt, Visitor } from './visitor.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('the practice page in a browser', () => {
  let backend: RunningBackend;
  let browser: TestBrowser;
  let bookingId: string;
  before(async () => {
    [backend, browser] = await Promise.all([startTestBackend(), launchBrowser()]);
    const visitor = new Visitor(backend.url);
    await visitor.send('POST', '/test/clock', { body: { now: MORNING } });
    const slots = await visitor.slots('2026-10-14');
    const made = await visitor.book(bookingOf([itemAt(slots[0])], { asRequest: true }));
    bookingId = made.body.id;
    await visitor.book(
      bookingOf([itemAt(slots[6])], {
        client: { name: 'Somebody with a long name', email: `${'long.'.repeat(11)}address@subdomain.example.com` },
      }),
    );
  });
  after(() => Promise.all([browser?.close(), backend?.close()]));

  async function opened(viewport = { width: 1100, height: 900 }): Promise<Visit> {
    const link = `${await backend.practiceLink('mara-lindqvist')}.${bookingId}`;
    const visit = await Visit.open(browser, link, { viewport });
    await visit.find('heading', 'Mara Lindqvist');
    return visit;
  }

  test('a mail’s link opens it at its booking, and the secret leaves the address', async () => {
    const visit = await opened();
    const { url } = await visit.page.evaluate(() => ({ url: location.href }));
    assert.equal(url, `${backend.url}/practice#${bookingId}`);
    assert.equal(await visit.page.evaluate(() => document.querySelector(':target')?.tagName), 'ARTICLE');
    assert.deepEqual(await visit.violations(), []);
    assert.deepEqual(visit.watched.errors, []);
    await visit.close();
  });

  test('it fits and passes axe, wide and narrow, light and dark, opened up', async () => {
    for (const width of [320, 1100]) {
      const visit = await opened({ width, height: 900 });
      for (const value of ['light', 'dark']) {
        await visit.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
        await visit.page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
        assert.ok(await visit.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width}`);
        await visit.page.evaluate(axe);
        const found = await visit.page.evaluate(async () => {
          const { axe: checker } = globalThis as unknown as {
            axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
          };
          return (await checker.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
        });
        assert.deepEqual(found, [], `${width} ${value}`);
      }
      await visit.close();
    }
  });

  test('by keyboard alone: hours are changed, a time is blocked, a request accepted', async () => {
    const visit = await opened();
    await visit.tabTo('button', 'Accept');
    await Promise.all([visit.page.waitForNavigation(), visit.press('Enter')]);
    await visit.says('Accepted. Your client was told.');
    assert.equal((await visit.all('button', 'Accept')).length, 0);
    await visit.find('heading', /^Coming bookings 2$/);

    await visit.page.evaluate(() => {
      document.querySelectorAll<HTMLInputElement>('[type="datetime-local"]').forEach((input, index) => {
        input.value = `2026-10-16T1${index + 2}:00`;
      });
    });
    await visit.tabTo('button', 'Block this time');
    await Promise.all([visit.page.waitForNavigation(), visit.press('Enter')]);
    await visit.says('Friday 16 October 2026, 12:00 to 13:00');

    await visit.tabTo('DisclosureTriangle', 'Change your hours');
    await visit.press('Enter');
    await visit.tabTo('InputTime', 'Monday from');
    await visit.page.keyboard.type('0930');
    await Promise.all([visit.page.waitForNavigation(), visit.press('Enter')]);
    await visit.says('Your hours are saved.');
    await visit.says('09:30 to 22:00');
    assert.deepEqual(await visit.violations(), []);
    await visit.close();
  });
});
