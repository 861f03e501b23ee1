import assert from 'node:assert/strict';
import { after, beforeEach, before, describe, test } from 'node:test';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { startDemo, type Demo } from '../support/demo.js';
import { bookingRows } from '../support/records.js';
import { until } from '../support/until.js';
import { Visit } from '../support/visit.js';
import * as journey from './journey.js';

let demo: Demo;
let browser: TestBrowser;

before(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
});
after(() => Promise.all([demo.close(), browser.close()]));
beforeEach(() => demo.reset());

const day = journey.londonDay(9);
const BEA = { name: 'Bea Second', email: 'bea@example.com', phone: '020 7946 0202' };

/** Back at the times, told plainly, with six other times to choose from. */
async function isOfferedOthers(visit: Visit): Promise<void> {
  await visit.says('That time has just been taken');
  await visit.says('Everything else is still here. Please choose another time.');
  await visit.says('Other times close to it');
  const offered = await visit.all('radio', /60 min$/);
  assert.ok(offered.length >= 6, `${offered.length} other times`);
  assert.deepEqual(
    offered.filter(({ name, checked }) => checked || name.startsWith(`${day.long}, 6:30pm,`)),
    [],
  );
}

describe('two tabs, one time', () => {
  test('taken while the second looks at it: told on Continue, and the next choice is one click away', async () => {
    const [first, second] = await Promise.all([Visit.open(browser, demo.url), Visit.open(browser, demo.url)]);
    await journey.reachTimes(first);
    await journey.reachTimes(second);
    await journey.chooseTime(second, day, '6:30pm');
    await journey.takeTime(first, day, '6:30pm');
    await journey.goOn(second);
    await isOfferedOthers(second);
    await second.click('radio', /60 min$/);
    await journey.goOn(second);
    await second.focuses('heading', 'Your details');
    await Promise.all([first.close(), second.close()]);
  });

  test('Scenario 19: taken while the second reads the review: one is booked, the other keeps every answer and books another time', async () => {
    const second = await Visit.open(browser, demo.url);
    await journey.reachTimes(second);
    await journey.takeTime(second, day, '6:30pm');
    await second.fill(/^Anything else/, 'Ring twice');
    await journey.giveDetails(second, BEA, () =>
      journey.answerQuestions(second, {
        'Where to work': () => second.click('checkbox', 'Neck'),
        'How you like it': () => second.click('radio', 'Very firm'),
      }),
    );
    // Longer than the time is kept.
    await demo.control('clock', { advanceSeconds: 1_000 });

    const first = await Visit.open(browser, demo.url);
    await journey.reachReview(first, day, '6:30pm');
    await journey.book(first);
    await first.focuses('heading', 'You’re booked');

    await journey.book(second);
    await second.focuses('heading', 'When would you like to come?');
    await isOfferedOthers(second);
    assert.equal((await bookingRows(demo.backend)).length, 1);

    await second.click('radio', /60 min$/);
    await journey.goOn(second);
    await second.focuses('heading', 'Your details');
    // Every page still holds what was said on it, back to who is coming.
    await second.find('checkbox', /^I agree that my answers/);
    for (const page of [
      'What do you like?',
      'How you like it',
      'Where to work',
      'Your health',
      'Who is coming',
      'About you',
    ]) {
      await second.click('button', 'Back');
      await second.focuses('heading', page);
      if (page === 'How you like it') assert.ok((await second.find('radio', 'Very firm')).checked);
      if (page === 'Where to work') assert.ok((await second.find('checkbox', 'Neck')).checked);
    }
    const typed = await Promise.all(
      ['Full name', 'Email address', /^Phone number/, /^Anything else/].map(
        async (name) => (await second.find('textbox', name)).value,
      ),
    );
    assert.deepEqual(typed, [BEA.name, BEA.email, BEA.phone, 'Ring twice']);
    await journey.goOn(second);
    await second.click('button', /^Book and pay £80/);
    await second.focuses('heading', 'You’re booked');
    const rows = await bookingRows(demo.backend);
    assert.deepEqual(rows.map(({ client }) => client.name).sort(), [journey.CLIENT.name, BEA.name]);
    assert.equal(new Set(rows.map(({ sessions }) => sessions[0]?.start)).size, 2);
    await Promise.all([first.close(), second.close()]);
  });

  test('a page that is left gives its time back', async () => {
    const first = await Visit.open(browser, demo.url);
    await journey.reachTimes(first);
    await journey.takeTime(first, day, '6:30pm');
    await first.page.goto('about:blank');
    await until(
      () => demo.proxy.requests.some(({ method }) => method === 'DELETE'),
      () => 'the time was not given back',
    );
    const second = await Visit.open(browser, demo.url);
    await journey.reachTimes(second);
    await journey.takeTime(second, day, '6:30pm');
    await Promise.all([first.close(), second.close()]);
  });
});
