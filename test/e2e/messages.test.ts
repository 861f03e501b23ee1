import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { serveChanged, type ChangedSite } from '../support/changed-site.js';
import { startDemo, type Demo } from '../support/demo.js';
import { bookingRows } from '../support/records.js';
import { Visit } from '../support/visit.js';
import { londonDay, reachReview } from './journey.js';

let demo: Demo;
let browser: TestBrowser;
/** The therapist's page on a site without a policy: the demo's own lets no foreign frame in. */
let site: ChangedSite;

before(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
  site = await serveChanged(
    demo.url,
    (html) => html,
    () => '',
  );
});
after(() => Promise.all([site.close(), demo.close(), browser.close()]));

/** Shapes that embeds of this kind obey, and some that none does. */
const MESSAGES: readonly unknown[] = [
  { originator: 'CAL', method: 'bookingSuccessful', arg: {} },
  { originator: 'knead', type: 'knead-booking-confirmed', detail: { bookingId: 'bk_forged' } },
  { type: 'booked', booking: { id: 'bk_forged', status: 'confirmed' } },
  { type: 'change', step: 'confirmed' },
  { event: 'calendly.event_scheduled' },
  { type: 'setHeight', height: 1 },
  { backend: 'https://attacker.example', practitioner: 'somebody-else' },
  { __proto__: { type: 'submit' }, type: 'submit' },
  JSON.stringify({ action: 'navigate', url: 'https://attacker.example' }),
  '<img src=x onerror=alert(1)>',
  'x'.repeat(100_000),
  null,
  [],
  17,
];

describe('messages between windows', () => {
  test('from a foreign frame move nothing, and none is ever sent', async () => {
    const visit = await Visit.open(browser, site.url, {
      before: async (page) => {
        await page.evaluateOnNewDocument(() => {
          const sent: unknown[] = [];
          Object.assign(window, { __sent: sent });
          // The frame of the attacker runs this as well and may send what it likes.
          if (window !== window.top) return;
          const original = window.postMessage.bind(window);
          window.postMessage = (...given: unknown[]) => {
            sent.push(given[0]);
            (original as (...all: unknown[]) => void)(...given);
          };
        });
      },
    });
    await reachReview(visit, londonDay(12), '6:30pm');
    assert.deepEqual(await visit.page.evaluate(() => (window as unknown as { __sent: unknown[] }).__sent), []);

    const said = await visit.text();
    const arrived = await visit.page.evaluate(async (messages) => {
      const frame = document.createElement('iframe');
      // A document of an origin of its own, foreign to the page.
      frame.setAttribute('sandbox', 'allow-scripts');
      let count = 0;
      const all = new Promise<void>((resolve) =>
        addEventListener('message', ({ origin }) => {
          if (origin === 'null') count += 1;
          if (count === messages.length) resolve();
        }),
      );
      frame.srcdoc = `<script>for (const message of ${JSON.stringify(messages).replaceAll('<', '\\u003c')}) parent.postMessage(message, '*')</script>`;
      document.body.append(frame);
      await all;
      await new Promise(requestAnimationFrame);
      frame.remove();
      return count;
    }, MESSAGES);
    assert.equal(arrived, MESSAGES.length);
    assert.equal(await visit.text(), said);
    await visit.find('heading', 'Check before you book');
    assert.deepEqual(await bookingRows(demo.backend), []);
    assert.deepEqual(visit.watched.errors, []);
    await visit.close();
  });
});
