import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { startDemo, type Demo } from '../support/demo.js';
import { fastClock } from '../support/fast-clock.js';
import { bookingRows } from '../support/records.js';
import { until } from '../support/until.js';
import { Visit } from '../support/visit.js';
import * as journey from './journey.js';

/** A quarter of an hour passes in half a minute. */
const FASTER = 30;

let demo: Demo;
let browser: TestBrowser;
let visit: Visit;

before(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
});
after(() => Promise.all([demo.close(), browser.close()]));
beforeEach(() => demo.reset());
afterEach(() => visit.close());

const day = journey.londonDay(9);

/** Writes down all that is said aloud from now on, with its urgency. */
async function listen(): Promise<() => Promise<string[]>> {
  await visit.page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const region of document.querySelector('knead-booking')!.shadowRoot!.querySelectorAll('[aria-live]')) {
      new MutationObserver(() => {
        if (region.textContent) heard.push(`${region.getAttribute('aria-live')}: ${region.textContent.trim()}`);
      }).observe(region, { childList: true, characterData: true, subtree: true });
    }
  });
  return () => visit.page.evaluate(() => (window as unknown as { heard: string[] }).heard);
}

describe('a time that is kept', () => {
  test('Scenario 21: its minutes are seen, 5, 2 and 1 are said, one key keeps it longer, and once it has run out it is booked if it is free', async () => {
    visit = await Visit.open(browser, demo.url, { before: (page) => fastClock(page, FASTER) });
    await journey.reachTimes(visit);
    await journey.takeTime(visit, day, '6:30pm');
    const heard = await listen();
    await visit.says('Kept for you for another 15 min');
    await visit.says('Kept for you for another 14 min');
    // What the visitor's quarter of an hour is to the page, it has to be to the backend.
    await demo.control('clock', { advanceSeconds: 13.5 * 60 });
    for (const minutes of [9, 4]) await visit.says(`Kept for you for another ${minutes} min`);
    await visit.says('Kept for you for another 1 min');
    const warnings = [5, 2].map((minutes) => `polite: Kept for you for another ${minutes} min`);
    const lastMinute = 'polite: Kept for you for another 1 min';
    assert.deepEqual(await heard(), [...warnings, lastMinute]);

    await visit.tabTo('button', 'Keep it longer');
    await visit.press('Enter');
    await visit.says('Kept for you for another 15 min');
    assert.deepEqual((await heard()).slice(3), ['polite: Kept for you for another 15 min']);

    await journey.giveDetails(visit);
    await visit.says(/Kept for you for another \d+ min/);
    await demo.control('clock', { advanceSeconds: 16 * 60 });
    await until(
      async () => (await heard()).some((words) => words.startsWith('assertive: ')),
      async () => `nothing was said at once:\n${(await heard()).join('\n')}`,
      60_000,
    );
    assert.deepEqual((await heard()).slice(4), [
      ...warnings,
      lastMinute,
      'assertive: We no longer keep this time for you, but you can still book it if it is free.',
    ]);
    await journey.book(visit);
    await visit.focuses('heading', 'You’re booked');
    assert.equal((await bookingRows(demo.backend)).length, 1);
  });

  test('stays the visitor’s while they look back at the times, marked as theirs, and another one takes its place', async () => {
    visit = await Visit.open(browser, demo.url);
    await journey.reachTimes(visit);
    await journey.takeTime(visit, day, '6:30pm');
    const others = await Visit.open(browser, demo.url);
    await visit.click('button', 'Back');
    await visit.focuses('heading', 'When would you like to come?');
    // As after two minutes: the backend names this time to nobody any more, and so neither to who has it.
    await visit.page.evaluate(() =>
      document.querySelector('knead-booking')!.shadowRoot!.querySelector('knead-slot-calendar')!.refresh(),
    );
    const own = await visit.find('radio', new RegExp(`^${day.long}, 6:30pm, 60 min, kept for you$`));
    assert.ok(own.checked);
    await journey.reachTimes(others);
    await journey.showDay(others, day);
    const isOffered = async (time: string): Promise<boolean> => {
      while ((await others.all('button', /^Show \d+ more/)).length > 0) await others.click('button', /^Show \d+ more/);
      return (await others.all('radio', new RegExp(`^${day.long}, ${time}`))).length > 0;
    };
    assert.equal(await isOffered('6:30pm'), false);

    await journey.goOn(visit);
    await visit.focuses('heading', 'Your details');
    await visit.click('button', 'Back');
    await journey.takeTime(visit, day, '5:00pm');
    await visit.focuses('heading', 'Your details');
    await others.page.evaluate(() =>
      document.querySelector('knead-booking')!.shadowRoot!.querySelector('knead-slot-calendar')!.refresh(),
    );
    await until(
      () => isOffered('6:30pm'),
      () => 'the first time was not given back',
    );
    assert.equal(await isOffered('5:00pm'), false);
    await others.close();
  });
});
