import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import ICAL from 'ical.js';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { startDemo, type Demo } from '../support/demo.js';
import { mailParts } from '../support/mail-parts.js';
import { bookingRows, deliveredAnswers, outboxMails } from '../support/records.js';
import { tracesOf } from '../support/traces.js';
import { until } from '../support/until.js';
import { Visit } from '../support/visit.js';
import * as journey from './journey.js';

let demo: Demo;
let newYork: TestBrowser;
let visit: Visit;

before(async () => {
  [demo, newYork] = await Promise.all([startDemo(), launchBrowser({ timeZone: 'America/New_York' })]);
});
after(() => Promise.all([demo.close(), newYork.close()]));
beforeEach(async () => {
  await demo.reset();
  visit = await Visit.open(newYork, demo.url);
});
afterEach(() => visit.close());

const day = journey.londonDay(9);
const instant = (time: string): number => londonInstant(day.date, time);

describe('an hour of back massage at the therapist’s, by mouse', () => {
  test('the confirmation, the database, both mails and the calendar file say the same', async () => {
    await journey.reachTimes(visit);
    await journey.takeTime(visit, day, '6:30pm');
    await journey.giveDetails(visit, journey.CLIENT, () =>
      journey.answerQuestions(visit, {
        'Where to work': () => visit.click('checkbox', 'Between the shoulder blades'),
        'How you like it': async () => {
          await visit.click('radio', 'Very firm');
          await visit.click('radio', 'Something unscented');
        },
      }),
    );
    for (const words of ['Back massage, 60 min', `${day.full}, 6:30pm, London time`, 'Ada Example', '£80.00']) {
      await visit.says(words);
    }
    await journey.book(visit);
    await visit.focuses('heading', 'You’re booked');

    const [row, ...others] = await bookingRows(demo.backend);
    assert.ok(row);
    assert.equal(others.length, 0);
    assert.equal(row.status, 'confirmed');
    assert.deepEqual(row.client, { name: 'Ada Example', email: 'ada@example.com', phone: row.client.phone });
    assert.deepEqual(
      row.sessions.map(({ start, serviceId, minutes, place }) => [Date.parse(start), serviceId, minutes, place]),
      [[instant('18:30'), 'back', 60, 'incall']],
    );
    assert.deepEqual(row.price.total, { amount: 8000, currency: 'GBP' });
    for (const words of [
      row.reference,
      `${day.full}, 6:30pm, London time`,
      'Back massage, 60 min',
      '14 Lantern Lane',
      '£80.00 on the day',
      'You can ask for a change of pressure, or to stop, at any time.',
    ]) {
      await visit.says(words);
    }
    await visit.says('Your preferences have reached Mara Lindqvist.');
    const [{ answers } = { answers: {} }] = await deliveredAnswers(demo.backend);
    const { pressure, oil, 'work-where': where, session, 'hours-ahead': hours } = answers as Record<string, unknown>;
    assert.deepEqual([pressure, oil, where, session], ['very-firm', 'unscented', ['shoulder-blades'], ['incall']]);
    assert.ok(Number(hours) > 8 * 24 && Number(hours) < 10 * 24, `${String(hours)} hours ahead`);
    assert.ok(!('red-flags' in answers), 'an answer of the safety check has left the device');

    const mails = await outboxMails(demo.backend);
    assert.deepEqual(mails.map(({ recipient }) => recipient).sort(), ['ada@example.com', 'mara@lanternlane.example']);
    for (const { message } of mails) {
      const { text, html, calendar } = mailParts(message);
      assert.ok(text.includes(row.reference) && text.includes('18:30 (Europe/London)'));
      assert.doesNotMatch(
        `${message}${text}${html}${calendar}`,
        /unscented|shoulder-blades|shoulder blades|very.?firm/i,
      );
      const event = new ICAL.Event(ICAL.Component.fromString(calendar).getFirstSubcomponent('vevent')!);
      assert.equal(event.uid, `${row.id}-1@knead-booking`);
      assert.equal(event.component.getFirstProperty('dtstart')?.getParameter('tzid'), 'Europe/London');
      assert.equal(event.startDate.toString(), `${day.date}T18:30:00`);
      assert.equal(event.startDate.toUnixTime() * 1000, instant('18:30'));
      assert.equal(event.endDate.toString(), `${day.date}T19:30:00`);
    }

    const next = await Visit.open(newYork, demo.url);
    await journey.reachTimes(next);
    await journey.chooseTime(next, day, '8:00pm');
    const offered = (await next.all('radio', new RegExp(`^${day.long}, `))).map(({ name }) => name);
    assert.ok(!offered.some((name) => name.includes(', 6:30pm,')), offered.join('\n'));
    await next.close();
  });

  test('the first times cost five requests at most and no preflight; nothing personal is in any address', async () => {
    await journey.reachTimes(visit);
    await visit.find('radio', /60 min$/);
    const seen = demo.proxy.requests.map(({ method, path }) => `${method} ${path}`);
    // What is fetched ahead, for the month after, comes after the times of this one.
    const first = seen.findIndex((line) => line.startsWith('GET /v1/availability'));
    assert.ok(first >= 0 && 1 + first + 1 <= 5, `the script and:\n${seen.join('\n')}`);
    assert.deepEqual(
      seen.filter((line) => line.startsWith('OPTIONS')),
      [],
    );
    const scripts = visit.watched.requests.filter((line) => line.endsWith('.js'));
    assert.deepEqual(scripts, [`GET ${demo.url}/knead/knead.js`]);

    await journey.takeTime(visit, day, '11:00am');
    await visit.fill(/^Anything else/, 'canary-note');
    const client = { name: 'Canary Nameson', email: 'canary@example.com', phone: '020 7946 0999' };
    await journey.giveDetails(visit, client, () =>
      journey.answerQuestions(visit, { 'How you like it': () => visit.click('radio', 'Very firm') }),
    );
    await journey.book(visit);
    await visit.says(/Your preferences have reached/);
    const addresses = [...demo.proxy.requests.map(({ path }) => path), ...visit.watched.requests].join('\n');
    assert.doesNotMatch(addresses, /canary|nameson|7946|firm|pressure|none|W1G/i);
    for (const { key } of demo.proxy.requests) if (key) assert.doesNotMatch(key, /canary|ada/i);
  });

  test('the page stays as it was: no violation of its policy, nothing stored, same address, title and history', async () => {
    const before = await tracesOf(visit.page);
    await journey.reachReview(visit, day, '12:00pm');
    await journey.book(visit);
    await visit.focuses('heading', 'You’re booked');
    await visit.click('button', 'Add to calendar');
    await until(
      () => demo.proxy.requests.some(({ path }) => path.endsWith('/calendar.ics')),
      () => 'the calendar file was not asked for',
    );
    assert.deepEqual(await tracesOf(visit.page), before);
    assert.deepEqual(before.stored, []);
    assert.deepEqual(await visit.page.browserContext().cookies(), []);
    assert.deepEqual(await visit.violations(), []);
    assert.deepEqual(
      visit.watched.console.filter((line) => !line.startsWith('warn: Knead: The intake form')),
      [],
    );
    // Chromium also calls a request aborted whose answer was read to its end.
    assert.deepEqual(
      visit.watched.errors.filter((line) => !line.endsWith('net::ERR_ABORTED')),
      [],
    );
  });

  test('in New York every time is London’s, and the page says so', async () => {
    await journey.reachTimes(visit);
    await visit.says('All times are London time. Your device is set to a different time zone.');
    await journey.takeTime(visit, day, '6:30pm');
    await journey.giveDetails(visit);
    await visit.says(`${day.full}, 6:30pm, London time`);
    assert.doesNotMatch(await visit.text(), /1:30pm|New York/);
  });
});

describe('an hour of back massage at the visitor’s place', () => {
  test('the fee is in every price from the postcode on, and the booking holds the address', async () => {
    await journey.choosePlace(visit, ' w1g-8ab ');
    const [back] = await visit.all('radio', /^Back massage/);
    assert.match(back!.name, /from £80\b/);
    await visit.click('radio', /^Back massage/);
    await visit.find('radio', /^60 min ?£95/);
    await journey.chooseTreatment(visit);
    assert.match(await visit.text(), /£95\.00/);
    await journey.passSafetyCheck(visit);
    await visit.find('heading', 'When should Mara Lindqvist come to you?');
    await journey.takeTime(visit, day, '3:00pm');
    assert.match(await visit.text(), /£95\.00/);
    await visit.fill('Address line 1', '3 Example Street');
    await visit.fill('Postcode', ' w1g-8ab ');
    await journey.giveDetails(visit);
    for (const words of ['3 Example Street, W1G 8AB', '£95.00']) await visit.says(words);
    await visit.says(/Travel to you £15/);
    assert.doesNotMatch(await visit.text(), /£80\.00/);
    await journey.book(visit, /^Book and pay £95 on the day$/);
    await visit.focuses('heading', 'You’re booked');
    await visit.says('£95.00 on the day');
    await visit.says(/3 Example Street, W1G 8AB/);

    const [row] = await bookingRows(demo.backend);
    assert.equal(row?.price.total.amount, 9500);
    assert.equal(row?.sessions[0]?.place, 'outcall');
    assert.equal(row?.client.address?.postcode, 'W1G 8AB');
    const addresses = demo.proxy.requests.map(({ path }) => path).join('\n');
    assert.doesNotMatch(addresses, /8AB|Example/i);
    assert.match(addresses, /outwardCode=W1G\b/);
    const [mail] = await outboxMails(demo.backend);
    assert.match(mailParts(mail!.message).text, /Total: £95\.00/);
  });
});

/** The instant of a wall time in London, worked out from the offset that London has then. */
function londonInstant(date: string, time: string): number {
  const utc = Date.parse(`${date}T${time}:00Z`);
  const hour = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    hour: '2-digit',
    hourCycle: 'h23',
  }).format(utc);
  return utc - (Number(hour) - Number(time.slice(0, 2))) * 3_600_000;
}
