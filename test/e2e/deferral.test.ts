import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { startDemo, type Demo } from '../support/demo.js';
import { Visit } from '../support/visit.js';
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

  test('Scenario 7: a time from a card before that is dropped and said so, the nearest allowed ones are offered, nothing is typed again', async () => {
    visit = await Visit.open(browser, `${demo.url}/directory/`);
    // As the server wrote it: the link leads to the therapist's own page.
    const times = await visit.page.$$eval('.knead-time', (links) =>
      links.map((link) => ({ name: link.ariaLabel!, href: (link as HTMLAnchorElement).href })),
    );
    const soon = [0, 1].map((ahead) => `${journey.londonDay(ahead).long}, `);
    const chosen = times.find(({ name }) => soon.some((day) => name.startsWith(day)));
    assert.ok(chosen, `no card has a time today or tomorrow: ${times.map(({ name }) => name).join('\n')}`);
    const [, day, time] = TIME.exec(chosen.name)!;
    await visit.page.goto(chosen.href);
    await visit.find('button', 'Continue');
    if ((await visit.all('heading', 'Where would you like your massage?')).length > 0) {
      await visit.click('radio', /^At the therapist’s/);
      await journey.goOn(visit);
    }
    await visit.find('heading', 'What would you like?');
    await visit.click('radio', /^(Swedish|Back|Relaxing|Full body) massage/);
    await visit.click('radio', /^60 min/);
    await journey.goOn(visit);
    await visit.focuses('heading', 'A quick safety check');
    const answered = await injuredYesterday();

    await visit.says('The time you chose does not fit this choice. Please choose another one.');
    await visit.says(/Massage usually waits until the first/);
    const offered = await visit.all('radio', TIME);
    assert.ok(offered.length > 0);
    assert.deepEqual(
      offered.filter(({ checked, name: each }) => checked || each.startsWith(`${day}, ${time},`)),
      [],
    );
    await visit.clickAt(offered[0]!);
    const start = await keptInstant();
    assert.ok(start >= answered + 60 * HOUR, `${new Date(start).toISOString()} is too soon`);
    // Back at the treatment, what was chosen still stands.
    for (const heading of ['When would you like to come?', 'A quick safety check', 'What would you like?']) {
      await visit.click('button', 'Back');
      await visit.focuses('heading', heading);
    }
    assert.ok((await visit.find('radio', /^60 min/)).checked);
    assertAddressesSayNothing();
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
