import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import ICAL from 'ical.js';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { startDemo, type Demo } from '../support/demo.js';
import { mailParts } from '../support/mail-parts.js';
import { pinClock } from '../support/pinned-clock.js';
import { bookingRows, outboxMails } from '../support/records.js';
import { Visit } from '../support/visit.js';
import * as journey from './journey.js';

let demo: Demo;
let newYork: TestBrowser;
let visit: Visit;

before(async () => {
  [demo, newYork] = await Promise.all([startDemo(), launchBrowser({ timeZone: 'America/New_York' })]);
});
after(() => Promise.all([demo.close(), newYork.close()]));
beforeEach(() => demo.reset());
afterEach(() => visit.close());

/** Opens the page at an instant that visitor and backend agree on. */
async function openAt(now: string): Promise<void> {
  await demo.control('clock', { now });
  visit = await Visit.open(newYork, demo.url, { before: (page) => pinClock(page, now) });
}

/** A day by its name, for instance `2026-10-24`. */
function dayOf(date: string): journey.Day {
  const words = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' });
  const long = words.format(Date.parse(date)).replace(',', '');
  return { date, long, full: `${long} ${date.slice(0, 4)}` };
}

/** The instants that are booked. */
const starts = async (): Promise<string[]> =>
  (await bookingRows(demo.backend)).map(({ sessions }) => new Date(sessions[0]!.start).toISOString());

/** Half hours from 11:00am to 9:00pm. */
const HALF_HOURS = Array.from({ length: 21 }, (_, at) => {
  const hour = 11 + Math.floor(at / 2);
  return `${hour > 12 ? hour - 12 : hour}:${at % 2 ? '30' : '00'}${hour < 12 ? 'am' : 'pm'}`;
});

describe('somebody in New York books in London', () => {
  test('Scenario 26: only London times are shown, one notice says so, and the calendar file names London’s instant', async () => {
    await openAt('2027-06-07T09:00:00Z');
    await journey.reachTimes(visit);
    await visit.says('All times are London time. Your device is set to a different time zone.');
    const notices = (await visit.text()).split('\n').filter((line) => line.includes('different time zone'));
    assert.equal(notices.length, 1);
    const day = dayOf('2027-06-16');
    await journey.takeTime(visit, day, '6:30pm');
    await journey.giveDetails(visit);
    await visit.says(`${day.full}, 6:30pm, London time`);
    await journey.book(visit);
    await visit.focuses('heading', 'You’re booked');
    await visit.says(`${day.full}, 6:30pm, London time`);
    assert.doesNotMatch(await visit.text(), /1:30pm|New York/);

    const [row] = await bookingRows(demo.backend);
    assert.equal(new Date(row!.sessions[0]!.start).toISOString(), '2027-06-16T17:30:00.000Z');
    const { calendar } = mailParts((await outboxMails(demo.backend))[0]!.message);
    const event = new ICAL.Event(ICAL.Component.fromString(calendar).getFirstSubcomponent('vevent')!);
    assert.equal(event.component.getFirstProperty('dtstart')?.getParameter('tzid'), 'Europe/London');
    assert.equal(event.startDate.toString(), '2027-06-16T18:30:00');
    assert.equal(new Date(event.startDate.toUnixTime() * 1000).toISOString(), '2027-06-16T17:30:00.000Z');
  });

  for (const [change, now, days] of [
    ['go back', '2026-10-21T09:00:00Z', { '2026-10-24': '10:00', '2026-10-25': '11:00', '2026-10-26': '11:00' }],
    ['go forward', '2027-03-24T09:00:00Z', { '2027-03-27': '11:00', '2027-03-28': '10:00', '2027-03-29': '10:00' }],
  ] as const) {
    test(`Scenario 27: where London’s clocks ${change}, 11:00am is seen and booked on each of three days, and no time is missing or double`, async () => {
      for (const [at, [date, utc]] of Object.entries(days).entries()) {
        if (at > 0) await visit.close();
        await openAt(now);
        await journey.reachTimes(visit);
        const day = dayOf(date);
        // Around the change the clock is named: 11:00am GMT.
        await journey.chooseTime(visit, day, '11:00am( [A-Z]+)?');
        for (let more; (more = (await visit.all('button', /^Show \d+ more/))[0]);) {
          await visit.clickAt(more);
          await visit.gone('button', more.name);
        }
        const times = await visit.group(`Times on ${day.long}`, 'radio');
        assert.deepEqual(
          times.map(({ name }) => /, (\d+:\d\d[ap]m)( [A-Z]+)?, 60 min$/.exec(name)?.[1]),
          HALF_HOURS,
        );
        await journey.goOn(visit);
        await visit.focuses('heading', 'Your details');
        await journey.giveDetails(visit);
        await visit.says(`${day.full}, 11:00am`);
        await journey.book(visit);
        await visit.focuses('heading', 'You’re booked');
        assert.ok((await starts()).includes(`${date}T${utc}:00.000Z`), (await starts()).join(', '));
      }
      assert.equal(new Set(await starts()).size, 3);
    });
  }
});
