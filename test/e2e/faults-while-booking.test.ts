import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { startDemo, type Demo } from '../support/demo.js';
import { fastClock } from '../support/fast-clock.js';
import type { Fault, SeenRequest } from '../support/fault-proxy.js';
import { bookingRows, deliveredAnswers, outboxMails } from '../support/records.js';
import { until } from '../support/until.js';
import { Visit } from '../support/visit.js';
import { FASTER, FAULTS } from './bad-weather.js';
import * as journey from './journey.js';

let demo: Demo;
let browser: TestBrowser;
let visit: Visit;

before(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
});
after(() => Promise.all([demo.close(), browser.close()]));
beforeEach(async () => {
  await demo.reset();
  visit = await Visit.open(browser, demo.url, { before: (page) => fastClock(page, FASTER) });
});
afterEach(() => visit.close());

const day = journey.londonDay(9);
const CHECKING = 'We are checking whether your booking went through';
const BOOK = 'POST /v1/bookings';

/** The attempts to book so far. */
const attempts = (): SeenRequest[] => demo.proxy.requests.filter(({ method, path }) => `${method} ${path}` === BOOK);

/** Whatever happened on the way: one booking, and every attempt was the same request under the same key. */
async function bookedOnce(): Promise<void> {
  await visit.focuses('heading', 'You’re booked');
  const rows = await bookingRows(demo.backend);
  assert.equal(rows.length, 1);
  await visit.says(rows[0]!.reference);
  assert.equal((await outboxMails(demo.backend)).length, 2);
  assert.equal(new Set(attempts().map(({ key }) => key)).size, 1);
  assert.equal(new Set(attempts().map(({ body }) => body)).size, 1);
}

describe('keeping the time fails', () => {
  const faults: Record<string, Fault> = {
    ...FAULTS,
    'an error of the backend': {
      kind: 'answer',
      status: 500,
      type: 'application/problem+json',
      body: '{"type":"about:blank","title":"Internal error","status":500,"code":"internal"}',
    },
  };
  for (const name of ['a connection reset', 'a captive portal’s HTML with status 200', 'an error of the backend']) {
    test(`${name}: the times show again with everything chosen, and Continue works once it is over`, async () => {
      await journey.reachTimes(visit);
      await journey.chooseTime(visit, day, '6:30pm');
      demo.proxy.spoil(faults[name]!, 'POST /v1/holds');
      await journey.goOn(visit);
      await visit.says('We can’t reach the booking system');
      await visit.find('heading', 'When would you like to come?');
      assert.ok((await visit.find('radio', new RegExp(`^${day.long}, 6:30pm,`))).checked);
      await demo.proxy.calm();
      await journey.goOn(visit);
      await visit.focuses('heading', 'Your details');
    });
  }
});

describe('the answer to the booking does not come', () => {
  test('lost once after the booking was made: the same key again, and nobody notices', async () => {
    await journey.reachReview(visit, day, '6:30pm');
    demo.proxy.spoil({ kind: 'lose' }, BOOK, 1);
    await journey.book(visit);
    await bookedOnce();
    assert.equal(attempts().length, 2);
  });

  test('cut in half once after the booking was made: the same key again, and nobody notices', async () => {
    await journey.reachReview(visit, day, '6:30pm');
    demo.proxy.spoil({ kind: 'truncate' }, BOOK, 1);
    await journey.book(visit);
    await bookedOnce();
    assert.equal(attempts().length, 2);
  });

  test('after 5 seconds the page says that it is at work, after 20 that it is checking; then the answer is there', async () => {
    await journey.reachReview(visit, day, '6:30pm');
    demo.proxy.spoil({ kind: 'slow', milliseconds: 30_000 / FASTER }, BOOK, 1);
    await journey.book(visit);
    await visit.says('Still working. Please keep this page open.');
    assert.equal((await visit.all('heading', CHECKING)).length, 0);
    await visit.focuses('heading', CHECKING);
    assert.equal((await visit.all('button', /^Book/)).length, 0, 'nothing to book a second time with');
    await bookedOnce();
  });

  test('after 10 seconds: the page waits for it', async () => {
    await journey.reachReview(visit, day, '6:30pm');
    demo.proxy.spoil(FAULTS['an answer after 10 seconds']!, BOOK);
    await journey.book(visit);
    await visit.says('Still working. Please keep this page open.');
    await bookedOnce();
    assert.equal(attempts().length, 1);
  });

  const faults: Record<string, Fault> = { ...FAULTS, 'Scenario 20: lost after the booking was made': { kind: 'lose' } };
  delete faults['an answer after 10 seconds'];
  for (const [name, fault] of Object.entries(faults)) {
    test(`${name}, for good: an honest screen, and Check again books once, under the same key`, async () => {
      await journey.reachReview(visit, day, '6:30pm');
      demo.proxy.spoil(fault, BOOK);
      await journey.book(visit);
      await visit.focuses('heading', CHECKING);
      await visit.says('Your time cannot be booked twice.');
      await until(
        async () => (await visit.all('button', 'Check again')).some(({ busy }) => !busy),
        () => 'Check again never comes to rest',
      );
      assert.equal((await visit.all('button', /^Book/)).length, 0);
      for (const link of ['020 7946 0112', 'hello@lanternlane.example']) await visit.find('link', link);
      await demo.proxy.calm();
      await visit.click('button', 'Check again');
      await bookedOnce();
    });
  }

  test('nothing listens any more: the same', async () => {
    await journey.reachReview(visit, day, '6:30pm');
    await demo.proxy.down();
    await journey.book(visit);
    await visit.focuses('heading', CHECKING);
    await visit.click('button', 'Check again');
    await visit.says('Still no answer.');
    await demo.proxy.calm();
    await visit.click('button', 'Check again');
    await bookedOnce();
  });
});

describe('the backend refuses the booking', () => {
  test('for a reason of its own: back at the review, nothing lost, and the next try books', async () => {
    await journey.reachReview(visit, day, '6:30pm');
    const body = '{"type":"about:blank","title":"Not now","status":403,"code":"booking-disabled"}';
    demo.proxy.spoil({ kind: 'answer', status: 403, type: 'application/problem+json', body }, BOOK, 1);
    await journey.book(visit);
    await visit.focuses('heading', 'Check before you book');
    await visit.says('The booking system did not accept this booking.');
    for (const words of [journey.CLIENT.name, journey.CLIENT.email, journey.CLIENT.phone]) await visit.says(words);
    assert.deepEqual(await bookingRows(demo.backend), []);
    await visit.click('button', /^Book and pay/);
    await bookedOnce();
  });

  test('because the price has changed: the review shows the new one, and nothing is booked until it is accepted', async () => {
    await journey.reachReview(visit, day, '6:30pm');
    const dearer = { amount: 8500, currency: 'GBP' };
    const price = { total: dearer, lines: [{ kind: 'service', label: 'Back massage', amount: dearer }] };
    const problem = { type: 'about:blank', title: 'Dearer', status: 409, code: 'price-changed', price };
    demo.proxy.spoil(
      { kind: 'answer', status: 409, type: 'application/problem+json', body: JSON.stringify(problem) },
      BOOK,
      1,
    );
    await journey.book(visit);
    await visit.focuses('heading', 'Check before you book');
    await visit.says('The price has changed to £85.00. Nothing has been booked.');
    assert.deepEqual(await bookingRows(demo.backend), []);
    // The backend itself still asks £80, so what the visitor accepts now is refused once more, by the real rule.
    await visit.click('button', 'Book and pay £85 on the day');
    await visit.says('The price has changed to £80.00. Nothing has been booked.');
    assert.deepEqual(await bookingRows(demo.backend), []);
    await visit.click('button', 'Book and pay £80 on the day');
    await visit.focuses('heading', 'You’re booked');
    assert.equal((await bookingRows(demo.backend)).length, 1);
    assert.equal(
      new Set(attempts().map(({ key }) => key)).size,
      3,
      'another price is another intent, with another key',
    );
  });
});

describe('the answers cannot be delivered after the booking', () => {
  test('the booking stands, the page says so, and Try again delivers them', async () => {
    await journey.reachTimes(visit);
    await journey.takeTime(visit, day, '6:30pm');
    await journey.giveDetails(visit, journey.CLIENT, () =>
      journey.answerQuestions(visit, { 'How you like it': () => visit.click('radio', 'Firm') }),
    );
    demo.proxy.spoil(FAULTS['a captive portal’s HTML with status 200']!, 'PUT ');
    await journey.book(visit);
    await visit.focuses('heading', 'You’re booked');
    await visit.says('Your preferences could not be sent. Your booking stands.');
    assert.deepEqual(await deliveredAnswers(demo.backend), []);
    await demo.proxy.calm();
    await visit.click('button', 'Try again');
    await visit.says('Your preferences have reached Mara Lindqvist.');
    assert.equal((await deliveredAnswers(demo.backend))[0]?.answers['pressure'], 'firm');
  });
});
