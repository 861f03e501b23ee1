import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { serveChanged, type ChangedSite } from '../support/changed-site.js';
import { startDemo, type Demo } from '../support/demo.js';
import { bookingRows, deliveredAnswers } from '../support/records.js';
import { until } from '../support/until.js';
import { Visit } from '../support/visit.js';
import { fillInAsNobody, throughDetails } from './every-answer.js';
import * as journey from './journey.js';

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

const REVIEW = 'Check before you book';
const PROBLEM = 'There is a problem';
const AGREES = /^I agree that my answers/;

/** Opens a page and goes to its details, for an hour of Swedish massage at the therapist's. */
async function reachDetails(url: string): Promise<void> {
  visit = await Visit.open(browser, url);
  await journey.reachTimes(visit);
  await journey.takeTime(visit, journey.londonDay(9), '6:30pm');
}

const fillInPage = (): Promise<void> => fillInAsNobody(visit, journey.CLIENT);

/** Goes on from page to page until something shows. */
async function goOnTo(role: string, name: RegExp | string): Promise<void> {
  for (let page = 0; (await visit.all(role, name)).length === 0; page += 1) {
    assert.ok(page < 12, `no ${role} ${String(name)} in the details`);
    await fillInPage();
    const before = await visit.text();
    await journey.goOn(visit);
    await until(
      async () => (await visit.text()) !== before && (await visit.focused())?.role === 'heading',
      async () => `nothing comes after:\n${await visit.text()}`,
    );
  }
}

const intakeCalls = (): string[] =>
  demo.proxy.requests
    .map(({ method, path }) => `${method} ${path}`)
    .filter((line) => /^POST .*intake-evaluations|^PUT .*\/intake$/.test(line));

describe('what is shared with the therapist', () => {
  test('Scenario 10: allergic to nuts, and almond oil: it says so at once and does not go on until the oil is another one', async () => {
    await reachDetails(demo.url);
    await goOnTo('checkbox', 'Nuts');
    await visit.click('checkbox', 'Nuts');
    const CONFLICT = 'Almond oil is made from nuts. Please choose another oil, or bring your own.';
    await goOnTo('group', 'Oil or lotion?');
    assert.ok(!(await visit.text()).includes(CONFLICT));
    await visit.click('radio', /^Almond oil/);
    await visit.says(CONFLICT);
    await journey.goOn(visit);
    await visit.focuses('group', PROBLEM);
    const [link] = (await visit.all('link', /oil/i)).slice(-1);
    await visit.clickAt(link!);
    await until(
      async () =>
        (await visit.focused())?.role === 'radio' && (await visit.group('Oil or lotion?', 'radio')).length > 0,
      async () => `focus is on ${JSON.stringify(await visit.focused())}`,
    );
    await visit.click('radio', /my own/i);
    await throughDetails(visit, REVIEW, async () => {
      await fillInPage();
      for (const box of await visit.all('checkbox', AGREES)) if (!box.checked) await visit.clickAt(box);
    });
    await journey.book(visit);
    await visit.says(/Your preferences have reached/);
    const [{ answers } = { answers: {} }] = await deliveredAnswers(demo.backend);
    const { allergies, oil } = answers as Record<string, unknown>;
    assert.deepEqual([allergies, oil], [['nuts'], 'own']);
  });

  test('Scenario 12: the box is unticked: the summary leads to it; "answer in person" books, and no answer is sent', async () => {
    await reachDetails(demo.url);
    await goOnTo('checkbox', AGREES);
    assert.ok(!(await visit.find('checkbox', AGREES)).checked, 'consent is given, not taken');
    await journey.goOn(visit);
    await visit.focuses('group', PROBLEM);
    const [link, ...others] = await visit.all('link', /^Tick the box/);
    assert.equal(others.length, 0);
    await visit.clickAt(link!);
    await visit.focuses('checkbox', AGREES);
    assert.match((await visit.focused())!.description, /Tick the box/);
    assert.deepEqual(intakeCalls(), []);

    await visit.click('button', 'I’d rather answer in person');
    await visit.focuses('heading', REVIEW);
    await journey.book(visit);
    await visit.focuses('heading', 'You’re booked');
    assert.deepEqual(intakeCalls(), []);
    assert.deepEqual(await deliveredAnswers(demo.backend), []);
    const booking = demo.proxy.requests.find(({ method, path }) => `${method} ${path}` === 'POST /v1/bookings')!;
    assert.equal((JSON.parse(booking.body) as { intake: string }).intake, 'in-person');
    assert.doesNotMatch(booking.body, /allergies|answers|proof/i);
    assert.equal((await bookingRows(demo.backend)).length, 1);
  });

  test('Scenario 13: on the basis of care there is a notice and nothing to tick, and the payload says so', async () => {
    site = await serveChanged(demo.url, (html) =>
      html.replace('<knead-booking ', '<knead-booking health-basis="care" '),
    );
    await reachDetails(site.url);
    let wasTold = false;
    const NOTICE = /needs them to care for you safely and keeps them confidential/;
    await throughDetails(visit, REVIEW, async () => {
      await fillInPage();
      assert.deepEqual(await visit.all('checkbox', /I agree/), []);
      if (NOTICE.test(await visit.text())) wasTold = true;
    });
    assert.ok(wasTold, 'nobody was told');
    await journey.book(visit);
    await visit.says(/Your preferences have reached/);
    const delivery = demo.proxy.requests.find(({ method, path }) => method === 'PUT' && path.endsWith('/intake'))!;
    const { consent } = JSON.parse(delivery.body) as { consent: { basis: string; documentId: string } };
    assert.deepEqual([consent.basis, consent.documentId], ['care', 'health-notice']);
    assert.equal((await deliveredAnswers(demo.backend)).length, 1);
  });
});
