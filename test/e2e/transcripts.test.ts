import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { startDemo, type Demo } from '../support/demo.js';
import { keepLog, takeLog, type PageLog } from '../support/page-log.js';
import { pinClock } from '../support/pinned-clock.js';
import { Visit } from '../support/visit.js';
import * as journey from './journey.js';
import { answerByKeyboard, bookByKeyboard } from './keyboard-journey.js';
import { isTranscript, writtenDown } from './transcript.js';

let demo: Demo;
let browser: TestBrowser;
let visit: Visit;

before(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
});
beforeEach(async () => {
  await demo.reset();
  await demo.control('clock', { now: NOW });
});
after(() => Promise.all([demo.close(), browser.close()]));
afterEach(() => visit.close());

/** Visitor and backend agree on it, so that months are the same whenever this runs. */
const NOW = '2027-06-07T09:00:00Z';
const JUNE: journey.Day = { date: '2027-06-16', long: 'Wednesday 16 June', full: 'Wednesday 16 June 2027' };

async function open(viewport?: { width: number; height: number }): Promise<void> {
  visit = await Visit.open(browser, demo.url, {
    ...(viewport ? { viewport } : {}),
    before: async (page) => {
      await keepLog(page);
      await pinClock(page, NOW);
    },
  });
}

/** Runs in the page, which keeps its own log. */
function hasSaidTotal(): boolean {
  return (window as unknown as { __log: PageLog }).__log.said.some((words) => words.startsWith('polite: Total '));
}

describe('what a screen reader is given', () => {
  test('of a whole booking by keyboard: everything that takes focus and everything that is said, in order', async () => {
    await open();
    const lines = await writtenDown(
      visit,
      () => bookByKeyboard(visit, JUNE),
      // The total is said a moment after the choice: somebody who listens waits for it.
      async (told, [step]) => {
        if (told === 'button "Continue"' && step === 'heading "What would you like?"')
          await visit.page.waitForFunction(hasSaidTotal);
      },
    );
    assert.ok(lines.some((line) => line.startsWith('    said ')));
    await isTranscript('keyboard-booking', lines);
  });

  test('of the whole form by keyboard, mistakes included: everything that takes focus and everything that is said, in order', async () => {
    await open();
    await journey.choosePlace(visit, 'W1G');
    await visit.click('radio', /^Swedish massage/);
    await visit.click('radio', /^60 min/);
    await visit.click('checkbox', /^Add Hot stones/);
    await journey.goOn(visit);
    await visit.focuses('heading', 'A quick safety check');
    await visit.click('checkbox', 'A sore lower back');
    await journey.passSafetyCheck(visit);
    await journey.takeTime(visit, JUNE, '3:00pm');
    await takeLog(visit.page);
    const lines = await writtenDown(visit, () => answerByKeyboard(visit, 'Check before you book'));
    // Whatever takes focus has a name.
    assert.deepEqual(
      lines.filter((line) => / ""/.test(line)),
      [],
    );
    await isTranscript('keyboard-form', lines);
  });

  for (const [name, width, narrow] of [
    ['time-step', 390, false],
    ['time-step-narrow', 260, true],
  ] as const) {
    test(`Scenario 28: the accessibility tree of the time step at ${width} pixels: every day by its full date and count, months by buttons`, async () => {
      await open({ width, height: 800 });
      await journey.reachTimes(visit);
      await visit.find('radio', /60 min$/);
      if (narrow) await visit.click('button', 'Next 7 days');
      await visit.click('button', /^Wednesday 16 June 2027, \d+ times$/);
      await visit.click('radio', /^Wednesday 16 June, 11:00am, /);
      const lines = await visit.tree('knead-booking', 'knead-slot-calendar');
      await isTranscript(name, lines);
    });
  }
});
