import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import type { Availability, AvailabilityEntry, Slot } from '../../src/contract/availability.js';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { startDemo, type Demo } from '../support/demo.js';
import { fastClock } from '../support/fast-clock.js';
import type { Fault } from '../support/fault-proxy.js';
import { keepLog, takeLog } from '../support/page-log.js';
import { pinClock } from '../support/pinned-clock.js';
import { bookingRows } from '../support/records.js';
import { Visit } from '../support/visit.js';
import { FASTER } from './bad-weather.js';
import * as journey from './journey.js';

let demo: Demo;
let browser: TestBrowser;
let visit: Visit;

before(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
});
after(() => Promise.all([demo.close(), browser.close()]));
beforeEach(() => demo.reset());
afterEach(() => visit.close());

const TIMES = 'GET /v1/availability';
const HEADING = 'When would you like to come?';
const day = journey.londonDay(9);

async function open(faster = 1): Promise<void> {
  visit = await Visit.open(browser, demo.url, {
    before: async (page) => {
      await keepLog(page);
      if (faster > 1) await fastClock(page, faster);
    },
  });
}

/** Changes what the backend says is free on its way to the page. */
function rewriteTimes(change: (slots: Slot[], entry: AvailabilityEntry) => Slot[]): void {
  const rewrite = (body: unknown): unknown => {
    const answer = body as Availability;
    return {
      ...answer,
      entries: answer.entries.map((entry) =>
        'slots' in entry ? { ...entry, slots: change(entry.slots as Slot[], entry) } : entry,
      ),
    };
  };
  demo.proxy.spoil({ kind: 'rewrite', change: rewrite }, TIMES);
}

/** The wall times offered on a day, every one of them unfolded. */
async function offeredOn({ full, long }: journey.Day): Promise<string[]> {
  await visit.find('button', new RegExp(`${full.slice(-4)}, \\d+ times?$`));
  if ((await visit.all('button', new RegExp(`^${full},`))).length === 0) await visit.click('button', /^Next month, /);
  await visit.click('button', new RegExp(`^${full}, \\d+ times$`));
  await visit.find('group', `Times on ${long}`);
  for (let more; (more = (await visit.all('button', /^Show \d+ more/))[0]);) {
    await visit.clickAt(more);
    await visit.gone('button', more.name);
  }
  return (await visit.group(`Times on ${long}`, 'radio')).map(({ name }) => /, (\S+), 60 min/.exec(name)![1]!);
}

describe('which times there are', () => {
  test('Scenario 18: at the therapist’s from 11:00am to 9:00pm, every half hour; on a visit the last one leaves time to travel back', async () => {
    await open();
    await journey.reachTimes(visit);
    const halfHours = Array.from({ length: 21 }, (_, at) => {
      const hour = 11 + Math.floor(at / 2);
      return `${hour > 12 ? hour - 12 : hour}:${at % 2 ? '30' : '00'}${hour < 12 ? 'am' : 'pm'}`;
    });
    assert.equal(halfHours.at(-1), '9:00pm');
    assert.deepEqual(await offeredOn(day), halfHours);
    await visit.close();

    await open();
    await journey.choosePlace(visit, 'W1G');
    await journey.chooseTreatment(visit);
    await journey.passSafetyCheck(visit);
    const visits = await offeredOn(day);
    assert.deepEqual([visits[0], visits.at(-1)], ['11:00am', '8:30pm']);
    await visit.close();

    // She is back from a visit at 1:00pm, which ends at 2:00pm, half an hour and a quarter later.
    await open();
    await journey.choosePlace(visit, 'W1G');
    await journey.chooseTreatment(visit);
    await journey.passSafetyCheck(visit);
    await journey.takeTime(visit, day, '1:00pm');
    const second = visit;
    await open();
    await journey.reachTimes(visit);
    const besides = await offeredOn(day);
    const near = ['11:30am', '12:00pm', '12:30pm', '1:00pm', '1:30pm', '2:00pm', '2:30pm', '3:00pm'];
    assert.deepEqual(
      near.filter((time) => besides.includes(time)),
      ['3:00pm'],
    );
    await second.close();
  });

  test('Scenario 22: a month without times says so and where they go on; the button leads there and focuses that day', async () => {
    await demo.control('clock', { now: '2027-09-10T09:00:00Z' });
    rewriteTimes((slots) => slots.filter(({ local }) => !local.startsWith('2027-10')));
    visit = await Visit.open(browser, demo.url, { before: (page) => pinClock(page, '2027-09-10T09:00:00Z') });
    await journey.reachTimes(visit);
    await visit.find('button', /2027, \d+ times$/);
    await visit.click('button', 'Next month, October 2027');
    await visit.says('No times in October 2027.');
    await visit.says('Next: Monday 1 November');
    assert.equal((await visit.all('button', /October 2027, no times$/)).length, 31);
    await visit.click('button', 'Go to Monday 1 November');
    await visit.focuses('button', /^Monday 1 November 2027, \d+ times$/);
    await visit.find('radio', /^Monday 1 November, 11:00am, 60 min$/);
    assert.equal((await visit.all('button', 'Go to Monday 1 November')).length, 0);
  });

  test('Scenario 23: where nothing can be booked at all, it says so and how to get in touch, and shows no empty month', async () => {
    rewriteTimes(() => []);
    await open();
    await journey.reachTimes(visit);
    await visit.says('There are no times to book online at the moment.');
    for (const link of ['booking page', '020 7946 0123', '020 7946 0112']) {
      assert.ok(await visit.isVisible(await visit.find('link', link)), `${link} is not visible`);
    }
    assert.deepEqual(await visit.all('table'), []);
    assert.deepEqual(await visit.all('radio'), []);
  });
});

const SLOW: Fault = { kind: 'slow', milliseconds: 12_000 / FASTER };
const BROKEN: Fault = {
  kind: 'answer',
  status: 500,
  type: 'application/problem+json',
  body: '{"type":"about:blank","title":"Internal error","status":500,"code":"internal"}',
};

/** Up to the times, which do not come: still the same step, with the page's own link and phone number. */
async function reachFailure(spoil: () => void | Promise<void>): Promise<void> {
  await open(FASTER);
  await journey.choosePlace(visit);
  await journey.chooseTreatment(visit);
  await takeLog(visit.page);
  await spoil();
  await journey.passSafetyCheck(visit);
  await visit.find('button', 'Try again');
  await visit.says('We can’t reach the booking system');
  await visit.find('heading', HEADING);
  for (const link of ['booking page', '020 7946 0123']) {
    assert.ok(await visit.isVisible(await visit.find('link', link)), `${link} is not visible`);
  }
}

describe('the times do not come', () => {
  for (const [name, fault] of [
    ['an error of the backend', BROKEN],
    ['12 seconds without an answer', SLOW],
  ] as const) {
    test(`Scenario 24: ${name}: said plainly, with a way round; Try again brings the times and keeps the focus in the month`, async () => {
      await reachFailure(() => demo.proxy.spoil(fault, TIMES));
      await visit.says('Check your connection and try again.');
      if (fault === SLOW) {
        assert.ok((await takeLog(visit.page)).said.includes('polite: Loading times'), 'waiting is said after a second');
      }
      await demo.proxy.calm();
      await visit.tabTo('button', 'Try again');
      await visit.press('Enter');
      await visit.find('radio', /60 min$/);
      await visit.focuses('button', /^\w+ \d+ \w+ \d{4}, /);
      await journey.takeTime(visit, day, '6:30pm');
    });
  }

  test('Scenario 24: offline: said plainly, with a way round; back online the times come by themselves', async () => {
    await reachFailure(() => visit.page.setOfflineMode(true));
    await visit.says('You seem to be offline.');
    await visit.page.setOfflineMode(false);
    await visit.find('radio', /60 min$/);
    assert.doesNotMatch(await visit.text(), /offline/);
    await journey.takeTime(visit, day, '6:30pm');
  });

  test('Scenario 24: a month that keeps failing is not asked for again and again', async () => {
    await open(FASTER);
    await journey.choosePlace(visit);
    await journey.chooseTreatment(visit);
    demo.proxy.spoil(BROKEN, TIMES);
    await journey.passSafetyCheck(visit);
    await visit.find('button', 'Try again');
    const asked = (): number => demo.proxy.requests.filter(({ path }) => path.startsWith('/v1/availability')).length;
    const before = asked();
    // As long as three tries in a row would take.
    const begun = await visit.page.evaluate(() => performance.now());
    await visit.page.waitForFunction((from) => performance.now() - from > 6_000, {}, begun);
    assert.equal(asked(), before);
  });
});

describe('an answer with nonsense in it', () => {
  test('Scenario 25, of times: past ones, doubles and ones that contradict themselves are dropped and logged once, names are text, the rest can be booked', async () => {
    rewriteTimes((slots) => {
      const [first, second] = slots;
      if (!first || !second) return slots;
      const past = {
        ...first,
        start: '2020-01-01T10:00:00Z',
        end: '2020-01-01T11:00:00Z',
        local: '2020-01-01T10:00:00+00:00',
      };
      const otherClock = { ...first, local: second.local };
      return [past, otherClock, ...slots.slice(1).reverse(), second, { ...second, end: second.start }];
    });
    const name = '<img src=x onerror="document.title=1"> <b>Mara</b>';
    demo.proxy.spoil(
      {
        kind: 'rewrite',
        change: (body) =>
          JSON.parse(JSON.stringify(body).replaceAll('"Mara Lindqvist"', JSON.stringify(name))) as unknown,
      },
      'GET /',
    );
    await open();
    const title = await visit.page.title();
    await journey.reachTimes(visit);
    await visit.find('radio', /60 min$/);
    const times = await offeredOn(day);
    assert.equal(times.length, 21);
    assert.equal(new Set(times).size, 21);
    assert.deepEqual(await visit.all('button', /2020/), []);
    assert.doesNotMatch(await visit.text(), /2020/);
    const warnings = visit.watched.console.filter((line) => line.includes('availability: expected each time once'));
    assert.equal(warnings.length, 1, visit.watched.console.join('\n'));

    await journey.takeTime(visit, day, '6:30pm');
    await visit.says('<b>Mara</b>');
    await journey.giveDetails(visit);
    await journey.book(visit);
    await visit.focuses('heading', 'You’re booked');
    assert.equal((await bookingRows(demo.backend)).length, 1);
    assert.equal(await visit.page.title(), title);
    assert.deepEqual(
      visit.watched.errors.filter((line) => !line.endsWith('net::ERR_ABORTED')),
      [],
    );
  });

  test('Scenario 25, of times: in a zone that no browser knows they stand as the backend wrote them', async () => {
    demo.proxy.spoil(
      {
        kind: 'rewrite',
        change: (body) => JSON.parse(JSON.stringify(body).replaceAll('Europe/London', 'Mars/Olympus')) as unknown,
      },
      TIMES,
    );
    await open();
    await journey.reachTimes(visit);
    await journey.chooseTime(visit, day, '6:30pm');
    await visit.says('All times are Olympus time. Your device counts differently there: trust these times.');
    assert.ok((await visit.find('radio', new RegExp(`^${day.long}, 6:30pm,`))).checked);
    assert.deepEqual(
      visit.watched.errors.filter((line) => !line.endsWith('net::ERR_ABORTED')),
      [],
    );
  });
});
