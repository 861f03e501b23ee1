import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import type { CDPSession } from 'puppeteer-core';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { serveChanged, type ChangedSite } from '../support/changed-site.js';
import { startDemo, type Demo } from '../support/demo.js';
import { bookingRows, deliveredAnswers } from '../support/records.js';
import { until } from '../support/until.js';
import { Visit } from '../support/visit.js';
import * as journey from './journey.js';

/** What the form has beyond the safety check comes in a file beside the script. */
const PART = /\/knead\/parts\/details\.js\?/;
const FAILED = 'Check your connection and try again. Nothing you have typed is lost.';

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

const day = journey.londonDay(9);
const asked = (): string[] => visit.watched.requests.filter((line) => PART.test(line));
const hints = (): string[] => visit.watched.console.filter((line) => line.includes('did not load'));

const veryFirm = (there: Visit): Promise<void> =>
  journey.answerQuestions(there, { 'How you like it': () => there.click('radio', 'Very firm') });

describe('what the details take', () => {
  test('come once a time is chosen, and once only; until then nothing is fetched for them', async () => {
    visit = await Visit.open(browser, demo.url);
    await journey.reachTimes(visit);
    await visit.find('radio', /60 min$/);
    assert.deepEqual(asked(), []);
    await journey.chooseTime(visit, day, '6:30pm');
    await until(
      () => asked().length > 0,
      () => 'nothing is fetched ahead of the details',
    );
    await journey.goOn(visit);
    await visit.focuses('heading', 'Your details');
    await journey.giveDetails(visit, journey.CLIENT, veryFirm);
    await visit.says('Shared with Mara Lindqvist after you book');
    await visit.click('button', 'Change Preferences');
    await visit.focuses('heading', 'Your details');
    await visit.find('heading', 'Who is coming');
    for (const page of ['Your health', 'Where to work', 'How you like it']) {
      await journey.goOn(visit);
      await visit.focuses('heading', page);
    }
    assert.ok((await visit.find('radio', 'Very firm')).checked);
    for (const page of ['What do you like?', 'Sharing these answers', 'Check before you book']) {
      await journey.goOn(visit);
      await visit.focuses('heading', page);
    }
    await journey.book(visit);
    await visit.says('Your preferences have reached Mara Lindqvist.');
    assert.equal(asked().length, 1, asked().join('\n'));
    assert.deepEqual(hints(), []);
  });

  test('refused by the policy of the page: it says so with a way on, and tells the developer once', async () => {
    site = await serveChanged(demo.url, (html) =>
      html.replace(
        '<meta charset="utf-8" />',
        `$&<meta http-equiv="Content-Security-Policy" content="script-src ${site!.url}/knead/knead.js">`,
      ),
    );
    visit = await Visit.open(browser, site.url);
    await journey.reachTimes(visit);
    await journey.takeTime(visit, day, '6:30pm');
    await visit.says(FAILED);
    await visit.find('button', 'Try again');
    // A human is within reach wherever the page cannot go on.
    await visit.find('link', /^020 /);
    assert.deepEqual(await bookingRows(demo.backend), []);
    assert.equal(hints().length, 1, visit.watched.console.join('\n'));
    assert.match(hints()[0]!, /parts\/(details|ending|made)\.js.*script-src/);
    assert.ok((await visit.violations()).every((line) => /parts\/(details|ending|made|body-picture)\.js/.test(line)));
  });

  test('not reached at first: one press tries again, and everything chosen is still there', async () => {
    let devtools: CDPSession | undefined;
    visit = await Visit.open(browser, demo.url, {
      before: async (page) => {
        devtools = await page.createCDPSession();
        await devtools.send('Network.enable');
        await devtools.send('Network.setBlockedURLs', { urls: ['*/parts/*'] });
      },
    });
    await journey.reachTimes(visit);
    await journey.takeTime(visit, day, '6:30pm');
    await visit.says(FAILED);
    await devtools!.send('Network.setBlockedURLs', { urls: [] });
    await visit.click('button', 'Try again');
    await journey.giveDetails(visit, journey.CLIENT, veryFirm);
    await journey.book(visit);
    await visit.says('Your preferences have reached Mara Lindqvist.');
    assert.equal((await deliveredAnswers(demo.backend))[0]?.answers['pressure'], 'very-firm');
    assert.equal(hints().length, 1, hints().join('\n'));
  });
});
