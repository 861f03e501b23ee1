import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { startDemo, type Demo } from '../support/demo.js';
import { until } from '../support/until.js';
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

const TIME = /^(\w+ \d+ \w+), (\d+:\d\d[ap]m), with (.+)$/;

/** The cards' times as soon as every card has some, or says that it has none. */
function times(cards: number): Promise<string[]> {
  return until(
    async () => {
      const found = (await visit.all('link', TIME)).map(({ name }) => name);
      const therapists = new Set(found.map((name) => TIME.exec(name)![3]));
      return therapists.size === cards ? found : undefined;
    },
    async () => `not every card shows times:\n${await visit.text()}`,
  );
}

describe('the directory', () => {
  test('every card shows its next times, for few requests and without a preflight', async () => {
    visit = await Visit.open(browser, `${demo.url}/directory/`);
    const cards = (await visit.all('article')).length || 9;
    assert.equal(cards, 9);
    await times(cards);
    const seen = demo.proxy.requests.map(({ method, path }) => `${method} ${path}`);
    assert.ok(seen.length <= 6, seen.join('\n'));
    assert.ok(
      seen.every((line) => line.startsWith('GET ')),
      seen.join('\n'),
    );
    assert.deepEqual(await visit.violations(), []);
  });

  test('a time tapped on a card is still chosen when the therapist’s own page asks for one', async () => {
    visit = await Visit.open(browser, `${demo.url}/directory/`);
    const [, day, time, name] = TIME.exec((await times(9)).at(-1)!)!;
    await Promise.all([visit.page.waitForNavigation(), visit.click('link', `${day}, ${time}, with ${name}`)]);
    await until(
      async () => (await visit.all('button', 'Continue')).length > 0,
      async () => visit.text(),
    );
    if ((await visit.all('heading', 'Where would you like your massage?')).length > 0) {
      await visit.click('radio', /^At the therapist’s/);
      await journey.goOn(visit);
    }
    await visit.find('heading', 'What would you like?');
    await visit.click('radio', /massage|tissue|point|release/i);
    await visit.find('radio', /^\d+ min/);
    await journey.goOn(visit);
    await visit.focuses('heading', 'A quick safety check');
    await journey.passSafetyCheck(visit);
    await until(
      async () => (await visit.all('radio', new RegExp(`^${day}, ${time},`))).some(({ checked }) => checked),
      async () => `${day}, ${time} is not chosen:\n${await visit.text()}`,
    );
  });

  test('a backend that is down leaves every card with its name and link', async () => {
    await demo.proxy.down();
    visit = await Visit.open(browser, `${demo.url}/directory/`);
    for (const name of ['Amara Okoye', 'Ines Caldeira']) {
      await until(
        async () => {
          const links = await visit.all('link', name);
          return (await Promise.all(links.map((link) => visit.isVisible(link)))).some(Boolean);
        },
        () => `${name} cannot be reached`,
      );
    }
  });
});
