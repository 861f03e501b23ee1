import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { startDemo, type Demo } from '../support/demo.js';
import { pinClock } from '../support/pinned-clock.js';
import { until } from '../support/until.js';
import { Visit } from '../support/visit.js';
import { dialogOpens } from './directory-journey.js';
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

const HOUR = 3_600_000;
/** Half past nine in London, when the therapist’s day is over and the next begins at 11:00. */
const EVENING = '2027-06-07T20:30:00Z';
/** An offered time: `Friday 27 November, 11:00am, 60 min`. */
const TIME = /^(\w+ \d+ \w+), (\d+:\d\d[ap]m), /;

/** Ticks a new injury of 12 to 24 hours ago in a safety check that shows, and nothing else. Returns when. */
async function injuredYesterday(): Promise<number> {
  await visit.click('checkbox', 'A sore lower back');
  for (const none of await visit.all('checkbox', 'None of these')) await visit.clickAt(none);
  await visit.click('radio', '12 to 24 hours ago');
  const answered = Date.now();
  await journey.goOn(visit);
  await visit.focuses('heading', /^When (would you like to come|should .* come to you)\?$/);
  return answered;
}

/** The instant of the chosen time, as it is asked to be kept. */
async function keptInstant(): Promise<number> {
  const asked = demo.proxy.requests.length;
  await journey.goOn(visit);
  await visit.focuses('heading', 'Your details');
  const hold = demo.proxy.requests.slice(asked).find(({ path, method }) => method === 'POST' && path === '/v1/holds');
  const { items } = JSON.parse(hold!.body) as { items: { start: string }[] };
  return Date.parse(items[0]!.start);
}

/** No address says from when on times were wanted: they ask for whole months, as everybody does, or for the day of a card. */
function assertAddressesSayNothing(): void {
  const from = demo.proxy.requests.flatMap(({ path }) => /[?&]from=([^&]*)/.exec(path)?.[1] ?? []);
  assert.deepEqual(
    from.filter((date) => !date.endsWith('-01') && date > journey.londonDay(1).date),
    [],
  );
  assert.doesNotMatch(demo.proxy.requests.map(({ path }) => path).join('\n'), /notBefore|defer|injury/i);
}

describe('an injury that is too fresh', () => {
  test('Scenario 6: of 20 hours ago: no time before 72 hours after it, the text says why, and the first is offered', async () => {
    visit = await Visit.open(browser, demo.url);
    await journey.choosePlace(visit);
    await journey.chooseTreatment(visit);
    const onset = (await injuredYesterday()) - 20 * HOUR;
    await visit.says(/Massage usually waits until the first/);
    const first = await visit.find('radio', TIME);
    const tooSoon = [0, 1].map(journey.londonDay);
    for (const { long } of tooSoon) assert.deepEqual(await visit.all('radio', new RegExp(`^${long}, `)), []);
    // The month shows those days as well, and none of them has a time.
    for (const { full } of tooSoon) {
      for (const { name } of await visit.all('button', new RegExp(`^${full}`))) assert.match(name, /no times/);
    }
    await visit.clickAt(first);
    const start = await keptInstant();
    assert.ok(start >= onset + 72 * HOUR, `${new Date(start).toISOString()} is too soon`);
    // As early as the longest that "12 to 24 hours ago" may leave to wait allows, and the therapist's hours.
    assert.ok(start <= onset + 20 * HOUR + 60 * HOUR + 14 * HOUR, `${new Date(start).toISOString()} is not the first`);
    assertAddressesSayNothing();
  });

  test('Scenario 7: a time from a directory’s card, tomorrow at 11:00, before that is dropped and said so, the nearest allowed ones are offered, nothing is typed again', async () => {
    await demo.control('clock', { now: EVENING });
    visit = await Visit.open(browser, `${demo.url}/directory/`, { before: (page) => pinClock(page, EVENING) });
    const tomorrow = 'Tuesday 8 June, 11:00am, with Mara Lindqvist';
    await visit.click('link', tomorrow);
    await dialogOpens(visit, 'Mara Lindqvist');
    await injuredYesterday();

    await visit.says('The time you chose does not fit this choice. Please choose another one.');
    await visit.says(/Massage usually waits until the first/);
    const offered = await until(
      async () => {
        const found = await visit.all('radio', TIME);
        return found.length > 0 && found;
      },
      async () => `no times are offered:\n${await visit.text()}`,
    );
    assert.deepEqual(
      offered.filter(({ checked, name }) => checked || /^(Monday 7|Tuesday 8|Wednesday 9) June/.test(name)),
      [],
    );
    await visit.clickAt(offered[0]!);
    const start = await keptInstant();
    const wait = start - Date.parse(EVENING);
    assert.ok(wait >= 60 * HOUR, `${new Date(start).toISOString()} is too soon`);
    assert.ok(wait <= (60 + 14) * HOUR, `${new Date(start).toISOString()} is not the nearest`);
    // Back at the check, what was answered still stands.
    for (const heading of ['When would you like to come?', 'A quick safety check']) {
      await visit.click('button', 'Back');
      await visit.focuses('heading', heading);
    }
    assert.ok((await visit.find('checkbox', 'A sore lower back')).checked);
    assert.ok((await visit.find('radio', '12 to 24 hours ago')).checked);
    for (const none of await visit.all('checkbox', 'None of these')) assert.ok(none.checked);
    assert.doesNotMatch(demo.proxy.requests.map(({ path }) => path).join('\n'), /notBefore|defer|injury/i);
  });

  test('a strain of today moves the first time three days on', async () => {
    visit = await Visit.open(browser, demo.url);
    await journey.choosePlace(visit);
    await journey.chooseTreatment(visit);
    await visit.find('checkbox', 'None of these');
    for (const none of await visit.all('checkbox', 'None of these')) await visit.clickAt(none);
    await visit.click('checkbox', 'A sore lower back');
    await visit.click('radio', 'In the last 12 hours');
    const answered = Date.now();
    await journey.goOn(visit);
    await visit.focuses('heading', 'When would you like to come?');
    await visit.says(/Massage usually waits until the first/);
    await visit.says(/imes start on /);
    const first = await visit.find('radio', /60 min$/);
    const [, number] = /^\w+ (\d+) \w+/.exec(first.name)!;
    const earliest = new Date(answered + 72 * HOUR);
    const days = [0, 1]
      .map((more) => new Date(earliest.getTime() + more * 86_400_000))
      .map((at) => new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', day: 'numeric' }).format(at));
    assert.ok(days.includes(number!), `${first.name} is not 72 hours on`);
  });
});
