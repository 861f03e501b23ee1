import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { startDemo, type Demo } from '../support/demo.js';
import { fastClock } from '../support/fast-clock.js';
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
beforeEach(() => demo.reset());
afterEach(() => visit.close());

const open = async (): Promise<void> => {
  visit = await Visit.open(browser, demo.url, { before: (page) => fastClock(page, FASTER) });
};

/** Said calmly, with a way on and a way round. */
async function failsCalmly(): Promise<void> {
  await visit.says('We can’t reach the booking system');
  await visit.says(/Nothing you have typed is lost\./);
  for (const link of ['booking page', '020 7946 0123']) {
    assert.ok(await visit.isVisible(await visit.find('link', link)), `${link} is not visible`);
  }
  assert.equal((await visit.all('button', 'Continue')).length, 0);
}

async function worksAgain(): Promise<void> {
  await demo.proxy.calm();
  await visit.click('button', 'Try again');
  await journey.reachTimes(visit);
  await visit.find('radio', /60 min$/);
  assert.equal(
    (await visit.all('link', 'booking page')).length,
    0,
    'what stands in for the form is gone with its cause',
  );
}

describe('the form cannot load', () => {
  test('nothing listens at the backend’s address', async () => {
    await demo.proxy.down();
    await open();
    await failsCalmly();
    await worksAgain();
  });

  for (const [name, fault] of Object.entries(FAULTS)) {
    test(name, async () => {
      demo.proxy.spoil(fault);
      await open();
      await failsCalmly();
      await worksAgain();
    });
  }

  test('in one answer only: nobody notices', async () => {
    demo.proxy.spoil(FAULTS['a connection reset']!, 'GET /.well-known', 1);
    demo.proxy.spoil(FAULTS['a gateway’s HTML with status 502']!, 'GET /v1/services', 1);
    demo.proxy.spoil(FAULTS['half a body']!, 'GET /v1/intake-forms', 1);
    demo.proxy.spoil(FAULTS['broken JSON']!, 'GET /v1/availability', 1);
    await open();
    await journey.reachTimes(visit);
    await visit.find('radio', /60 min$/);
    assert.doesNotMatch(await visit.text(), /can’t reach/);
  });

  test('a backend that names a time to wait is asked no sooner', async () => {
    demo.proxy.spoil(FAULTS['status 503 with Retry-After']!, 'GET /.well-known', 2);
    await open();
    await visit.find('heading', 'Where would you like your massage?');
    const at = demo.proxy.requests.filter(({ path }) => path.startsWith('/.well-known')).map((request) => request.at);
    assert.equal(at.length, 3);
    for (const wait of [at[1]! - at[0]!, at[2]! - at[1]!]) assert.ok(wait >= 2_000 / FASTER, `${wait} ms`);
  });
});

describe('the questions of the safety check cannot load', () => {
  for (const name of ['a connection reset', 'a foreign schema']) {
    test(name, async () => {
      demo.proxy.spoil(FAULTS[name]!, 'GET /v1/intake-forms');
      await open();
      await journey.choosePlace(visit);
      await journey.chooseTreatment(visit);
      await visit.says('We can’t reach the booking system');
      assert.equal((await visit.all('button', 'Continue')).length, 0);
      await demo.proxy.calm();
      await visit.click('button', 'Try again');
      await journey.passSafetyCheck(visit);
      assert.match(await visit.text(), /Back massage/);
    });
  }
});

describe('the times cannot load', () => {
  for (const name of [
    'a gateway’s HTML with status 502',
    'a foreign schema',
    'half a body',
    'status 503 with Retry-After',
  ]) {
    test(name, async () => {
      await open();
      await journey.choosePlace(visit);
      await journey.chooseTreatment(visit);
      demo.proxy.spoil(FAULTS[name]!, 'GET /v1/availability');
      await journey.passSafetyCheck(visit);
      await visit.find('button', 'Try again');
      assert.match(await visit.text(), /The times did not load|We can’t reach the booking system/);
      await demo.proxy.calm();
      await visit.click('button', 'Try again');
      const day = journey.londonDay(9);
      await journey.takeTime(visit, day, '6:30pm');
      assert.match(await visit.text(), /Back massage/);
    });
  }
});
