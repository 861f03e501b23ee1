import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import * as journey from '../e2e/journey.js';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { startFaultProxy, type FaultProxy } from '../support/fault-proxy.js';
import { Visit } from '../support/visit.js';
import { serveHostSite, type HostSite } from './payload-reserve/host-page.js';
import { startPractice, type Practice, type ReservationRow } from './payload-reserve/practice.js';

const SETTINGS = 'zone=Europe/London&currency=GBP&name=Juniper+Vale&area=Marylebone&phone=020+7946+0100';
const BOOK = 'POST /api/reserve/book';

let practice: Practice;
let proxy: FaultProxy;
let site: HostSite;
let browser: TestBrowser;
const visits: Visit[] = [];

before(async () => {
  [practice, proxy, site, browser] = await Promise.all([
    startPractice(),
    startFaultProxy(),
    serveHostSite(),
    launchBrowser({ timeZone: 'America/New_York' }),
  ]);
  proxy.forwardTo(practice.url);
});
after(() => Promise.all([practice.close(), proxy.close(), site.close(), browser.close()]));
beforeEach(async () => {
  await proxy.calm();
  proxy.requests.length = 0;
});
afterEach(async () => {
  for (const visit of visits.splice(0)) await visit.close();
});

async function open(url: string): Promise<Visit> {
  const visit = await Visit.open(browser, url);
  visits.push(visit);
  return visit;
}

const page = (settings = SETTINGS): string => site.page({ backend: `payload-reserve+${proxy.url}/api?${settings}` });

/** The first screen is the treatments: one therapist, one place. */
async function reachTimes(visit: Visit): Promise<void> {
  await visit.find('heading', 'What would you like?');
  await visit.page.evaluate(() => Object.assign(window, { __begun: performance.now() }));
  await visit.click('radio', /^Back massage/);
  await journey.goOn(visit);
  await visit.focuses('heading', 'When would you like to come?');
}

async function giveDetails(visit: Visit, client = journey.CLIENT): Promise<void> {
  await visit.fill('Full name', client.name);
  await visit.fill('Email address', client.email);
  await journey.goOn(visit);
  await visit.focuses('heading', /^Check before you (ask|book)$/);
}

async function ask(visit: Visit, label: RegExp = /^Ask for this time$/): Promise<void> {
  await journey.book(visit, label);
}

/** From now on the page waits ten times shorter. Not before: a month of this backend takes seconds. */
async function hurry(visit: Visit): Promise<void> {
  await visit.page.evaluate(() => {
    const { setTimeout } = window;
    window.setTimeout = ((run: TimerHandler, wait = 0) => setTimeout(run, wait / 10)) as typeof window.setTimeout;
  });
}

async function rowsOf(email: string): Promise<ReservationRow[]> {
  return (await practice.reservations()).filter(({ guest_email }) => guest_email === email);
}

const GRACE = { name: 'Grace Example', email: 'grace@example.com', phone: '' };

describe('through <knead-booking>, on a page of another origin, at a practice on payload-reserve', () => {
  test('a visitor asks for an hour, and what the backend cannot do is not shown', async () => {
    const day = journey.londonDay(5);
    const visit = await open(page());
    await visit.says('Step 1 of 4');
    assert.doesNotMatch(await visit.text(), /·/, 'something is set apart that is not there');
    await reachTimes(visit);
    await journey.takeTime(visit, day, '10:15am');
    await visit.says(/Kept for you for another \d+ min/);
    await giveDetails(visit);
    for (const words of ['Back massage, 60 min', `${day.full}, 10:15am, London time`, '£62.50', 'Juniper Vale']) {
      await visit.says(words);
    }
    assert.doesNotMatch(await visit.text(), /Safety check|Preferences|By \./);
    await ask(visit);

    await visit.focuses('heading', 'Request sent');
    const [row, ...others] = await rowsOf(journey.CLIENT.email);
    assert.ok(row);
    assert.equal(others.length, 0);
    assert.equal(row.status, 'pending');
    assert.equal(row.guest_name, journey.CLIENT.name);
    assert.equal(row.service_id, practice.ids.back);
    assert.match(new Date(row.start_time).toISOString(), new RegExp(`^${day.date}T`));
    for (const words of [
      String(row.id),
      `${day.full}, 10:15am, London time`,
      'Juniper Vale will answer you',
      'get in touch with Juniper Vale',
      'Marylebone. Juniper Vale will send you the full address',
    ]) {
      await visit.says(words);
    }
    assert.ok((await visit.all('link', /7946 0100/)).length > 0, 'no way to reach the practice');
    assert.doesNotMatch(await visit.text(), /by email|in your email|confirmation email|calendar/i);
    assert.deepEqual(await visit.all('button', 'Add to calendar'), []);

    assert.deepEqual(await visit.violations(), []);
    assert.deepEqual([...visit.watched.errors, ...visit.watched.console], []);
    assert.deepEqual(
      visit.watched.requests.filter((line) => line.endsWith('.js')),
      [`GET ${site.url}/knead/knead.js`, `GET ${site.url}/knead/adapters/payload-reserve.js`],
    );
    // All but the page's own address, in which this test tells the site what to show.
    for (const line of visit.watched.requests.slice(1)) assert.doesNotMatch(line, /ada@|Ada|example\.com|zone=|7946/);

    const next = await open(page());
    await reachTimes(next);
    await journey.chooseTime(next, day, '9:00am');
    const offered = (await next.all('radio', new RegExp(`^${day.long}, `))).map(({ name }) => name);
    assert.ok(!offered.some((name) => /, (9:30|10:15|11:00)am,/.test(name)), offered.join('\n'));
  });

  test('of two visitors at one time the second is told at once, and finds another', async () => {
    const day = journey.londonDay(6);
    const [first, second] = await Promise.all([open(page()), open(page())]);
    for (const visit of [first, second]) {
      await reachTimes(visit);
      await journey.chooseTime(visit, day, '2:00pm');
    }
    await journey.goOn(first);
    await first.focuses('heading', 'Your details');
    await journey.goOn(second);
    await second.says('That time has just been taken');
    await second.click('radio', new RegExp(`^${day.long}, 3:00pm,`));
    await journey.goOn(second);
    await second.focuses('heading', 'Your details');
    await giveDetails(second, GRACE);
    await ask(second);
    await second.focuses('heading', 'Request sent');
    const [row] = await rowsOf(GRACE.email);
    assert.match(row?.start_time ?? '', new RegExp(`^${day.date}T15:00`));
  });

  test('where holds are switched off the second loses the time when booking, and nothing that was typed', async () => {
    const day = journey.londonDay(7);
    const client = { name: 'Edsger Example', email: 'edsger@example.com', phone: '' };
    const [first, second] = await Promise.all([open(page(`${SETTINGS}&hold=0`)), open(page(`${SETTINGS}&hold=0`))]);
    for (const visit of [first, second]) {
      await reachTimes(visit);
      await journey.takeTime(visit, day, '2:00pm');
      await giveDetails(visit, visit === first ? GRACE : client);
    }
    await ask(first);
    await first.focuses('heading', 'Request sent');
    await ask(second);
    await second.says('That time has just been taken');
    await second.click('radio', new RegExp(`^${day.long}, 3:00pm,`));
    await journey.goOn(second);
    await second.focuses('heading', 'Your details');
    assert.equal((await second.find('textbox', 'Full name')).value, client.name);
    await journey.goOn(second);
    await second.focuses('heading', 'Check before you ask');
    await second.says(client.email);
    await ask(second);
    await second.focuses('heading', 'Request sent');
    assert.equal((await rowsOf(client.email)).length, 1);
  });

  test('a lost answer is settled under the same key, and nobody notices', async () => {
    const client = { name: 'Barbara Example', email: 'barbara@example.com', phone: '' };
    const visit = await open(page());
    await reachTimes(visit);
    await journey.takeTime(visit, journey.londonDay(8), '11:00am');
    await giveDetails(visit, client);
    proxy.spoil({ kind: 'lose' }, BOOK, 1);
    await ask(visit);
    await visit.focuses('heading', 'Request sent');
    assert.equal((await rowsOf(client.email)).length, 1);
    assert.equal(proxy.requests.filter(({ method, path }) => `${method} ${path}` === BOOK).length, 2);
  });

  test('an outcome that stays unknown is said, and found out on request', async () => {
    const client = { name: 'Karen Example', email: 'karen@example.com', phone: '' };
    const visit = await open(page());
    await reachTimes(visit);
    await journey.takeTime(visit, journey.londonDay(9), '11:00am');
    await giveDetails(visit, client);
    proxy.spoil({ kind: 'lose' }, BOOK);
    await hurry(visit);
    await ask(visit);
    await visit.focuses('heading', 'We are checking whether your booking went through');
    await visit.find('button', 'Check again');
    await proxy.calm();
    await visit.click('button', 'Check again');
    await visit.focuses('heading', 'Request sent');
    assert.equal((await rowsOf(client.email)).length, 1);
  });
});

describe('a practice that confirms at once', () => {
  test('is booked at, and says so', async () => {
    const atOnce = await startPractice('confirmed');
    try {
      const address = `payload-reserve+${atOnce.url}/api?${SETTINGS}&approval=instant`;
      const visit = await open(site.page({ backend: address }));
      await reachTimes(visit);
      await journey.takeTime(visit, journey.londonDay(5), '10:15am');
      await giveDetails(visit);
      await ask(visit, /^Book and pay £62\.50 on the day$/);
      await visit.focuses('heading', 'You’re booked');
      assert.deepEqual(
        (await atOnce.reservations()).map(({ status }) => status),
        ['confirmed'],
      );
    } finally {
      await atOnce.close();
    }
  });
});

describe('the file of the adapter', () => {
  test('that cannot be had leaves the page’s own link, and one hint for the developer', async () => {
    const bare = await serveHostSite({ withAdapters: false });
    try {
      const visit = await open(bare.page({ backend: `payload-reserve+${proxy.url}/api?${SETTINGS}` }));
      await visit.find('link', 'Call 020 7946 0100');
      await visit.click('button', 'Try again');
      await visit.find('button', 'Try again');
      const hints = visit.watched.console.filter((line) => line.includes('[knead]'));
      assert.equal(hints.length, 1, hints.join('\n'));
      assert.match(hints[0]!, /\/knead\/adapters\/payload-reserve\.js did not load.*script-src/);
    } finally {
      await bare.close();
    }
  });

  test('is looked for where data-base says', async () => {
    const bare = await serveHostSite({ withAdapters: false });
    try {
      const backend = `payload-reserve+${proxy.url}/api?${SETTINGS}`;
      const visit = await open(bare.page({ backend, base: `${site.url}/knead`, scripts: site.url }));
      await visit.find('radio', /^Back massage/);
      assert.ok(visit.watched.requests.includes(`GET ${site.url}/knead/adapters/payload-reserve.js`));
    } finally {
      await bare.close();
    }
  });

  test('is told a missing zone before anybody sees a wrong time', async () => {
    const visit = await open(site.page({ backend: `payload-reserve+${proxy.url}/api?currency=GBP` }));
    await visit.find('link', 'Call 020 7946 0100');
    assert.ok(
      visit.watched.console.some((line) => line.includes('?zone=Europe/London&currency=GBP')),
      visit.watched.console.join('\n'),
    );
    assert.deepEqual(proxy.requests, []);
  });
});
