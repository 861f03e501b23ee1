import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { serveChanged } from '../support/changed-site.js';
import { startDemo, type Demo } from '../support/demo.js';
import { keepLog, takeLog } from '../support/page-log.js';
import { bookingRows } from '../support/records.js';
import { until } from '../support/until.js';
import { Visit } from '../support/visit.js';
import { dialogOpens, timesOf } from './directory-journey.js';
import * as journey from './journey.js';
import { pressButton } from './keyboard-journey.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const EVERYBODY = 41;
const MARA = 'Mara Lindqvist';
const BOOK = /^Book and pay £\d+ on the day$/;

let demo: Demo;
let browser: TestBrowser;
let visit: Visit;

before(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
});
after(() => Promise.all([demo.close(), browser.close()]));
beforeEach(() => demo.reset());
afterEach(() => visit.close());

async function open(url = demo.url): Promise<void> {
  visit = await Visit.open(browser, `${url}/directory/`, { before: keepLog });
  await visit.find('combobox', 'Specialism');
}

describe('a directory of forty therapists', () => {
  test('a time tapped on a card is booked in the dialog: the row in the database begins then', async () => {
    await open();
    const [, second] = await timesOf(visit, MARA);
    await visit.click('link', second!.name);
    await dialogOpens(visit, MARA);
    await journey.passSafetyCheck(visit);
    await until(
      async () =>
        (await visit.all('radio', new RegExp(`^${second!.day}, ${second!.time},`))).some(({ checked }) => checked),
      async () => `${second!.name} is not chosen:\n${await visit.text()}`,
    );
    await journey.goOn(visit);
    await visit.focuses('heading', 'Your details');
    await journey.giveDetails(visit);
    await journey.book(visit, BOOK);
    await visit.focuses('heading', 'You’re booked');

    const rows = await bookingRows(demo.backend);
    assert.equal(rows.length, 1);
    const start = new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone: 'Europe/London', weekday: 'long', day: 'numeric', month: 'long' },
      ...{ hour: 'numeric', minute: '2-digit', hourCycle: 'h12' },
    }).format(new Date(rows[0]!.sessions[0]!.start));
    const plain = (words: string): string =>
      words
        .toLowerCase()
        .replace(/ at|[,\s]+/g, ' ')
        .replace(/ ([ap]m)/, '$1')
        .replace(/ +/g, ' ');
    assert.equal(plain(start), plain(`${second!.day}, ${second!.time}`));
    assert.deepEqual(await visit.violations(), []);

    // Back in the list, that time is not offered again.
    await visit.click('button', 'Close');
    await visit.gone('dialog', `Book with ${MARA}`);
    await until(
      async () => (await visit.all('link', second!.name)).length === 0,
      () => `${second!.name} is still offered`,
    );
  });

  test('by keys alone: from a filter to a booking, and focus is back where it was', async () => {
    await open();
    await visit.tabTo('combobox', 'Area or postcode');
    await visit.page.keyboard.type('W1U');
    await visit.tabTo('radio', 'Either');
    await visit.press('ArrowDown');
    assert.equal((await visit.focused())?.name, 'At the therapist’s');
    await visit.tabTo('button', 'Show therapists');
    await visit.press('Enter');
    await visit.find('heading', '1 therapist');
    assert.equal((await visit.focused())?.name, 'Show therapists');

    const [first] = await timesOf(visit, MARA);
    await visit.tabTo('link', first!.name);
    await visit.press('Enter');
    await dialogOpens(visit, MARA);
    for (let list = 0; list < 2; list += 1) {
      await visit.tabTo('checkbox', 'None of these');
      await visit.press('Space');
      await visit.press('Tab');
    }
    await pressButton(visit, 'Continue');
    await visit.focuses('heading', 'When would you like to come?');
    await until(
      async () =>
        (await visit.all('radio', new RegExp(`^${first!.day}, ${first!.time},`))).some(({ checked }) => checked),
      async () => `${first!.name} is not chosen:\n${await visit.text()}`,
    );
    await pressButton(visit, 'Continue');
    await visit.focuses('heading', 'Your details');
    for (const [field, text] of [
      ['Full name', journey.CLIENT.name],
      ['Email address', journey.CLIENT.email],
      [/^Phone number/, journey.CLIENT.phone],
    ] as const) {
      await visit.tabTo('textbox', field);
      await visit.page.keyboard.type(text);
    }
    await pressButton(visit, 'I’d rather answer in person');
    await visit.focuses('heading', 'Check before you book');
    await journey.readTheReview(visit);
    await pressButton(visit, BOOK);
    await visit.focuses('heading', 'You’re booked');
    assert.equal((await bookingRows(demo.backend)).length, 1);

    await visit.press('Escape');
    await visit.gone('dialog', `Book with ${MARA}`);
    const at = await visit.focused();
    assert.ok(at?.name.endsWith(`with ${MARA}`) || at?.name === MARA, `focus is on ${JSON.stringify(at)}`);
  });

  test('a page takes a time at `document`: nothing of ours opens, and it is told who and when and no more', async () => {
    await open();
    const [first] = await timesOf(visit, MARA);
    await visit.page.evaluate(() => {
      document.addEventListener('knead-slot-select', (event) => {
        Object.assign(window, {
          taken: [...((window as { taken?: object[] }).taken ?? []), (event as CustomEvent<object>).detail],
        });
        event.preventDefault();
      });
    });
    await visit.click('link', first!.name);
    const taken = await until(
      () => visit.page.evaluate(() => (window as { taken?: Record<string, string>[] }).taken),
      () => 'the page hears of no time',
    );
    assert.equal(taken.length, 1, 'said once');
    assert.deepEqual(Object.keys(taken[0]!).sort(), ['practitionerId', 'start', 'timeZone']);
    assert.equal(taken[0]!['practitionerId'], 'mara-lindqvist');
    assert.deepEqual(await visit.all('dialog'), []);
    assert.equal(new URL(visit.page.url()).pathname, '/directory/');
    assert.ok(!visit.watched.requests.some((line) => line.endsWith('/knead/knead.js')), 'the flow was loaded');
  });

  test('the link of a time, opened in a new tab, is in the flow at that time', async () => {
    await open();
    const [first] = await timesOf(visit, MARA);
    const href = await visit.page.evaluate((name) => {
      const cards = [...document.querySelectorAll('knead-therapist-card')];
      const links = cards.flatMap((card) => [...(card.shadowRoot?.querySelectorAll('a') ?? [])]);
      return links.find((link) => link.ariaLabel === name)!.href;
    }, first!.name);
    assert.match(href, /#knead-start=[^&]+&practitioner=mara-lindqvist$/);
    await visit.close();
    visit = await Visit.open(browser, href);
    await journey.choosePlace(visit);
    await journey.chooseTreatment(visit);
    await journey.passSafetyCheck(visit);
    await until(
      async () =>
        (await visit.all('radio', new RegExp(`^${first!.day}, ${first!.time},`))).some(({ checked }) => checked),
      async () => `${first!.name} is not chosen:\n${await visit.text()}`,
    );
    assert.equal(visit.page.url(), href, 'the address is read, never written');
  });

  test('Scenario 33: narrowed by a specialism and E8: the page’s address says E8 and nothing else, the count is said, focus stays', async () => {
    await open();
    await takeLog(visit.page);
    await visit.tabTo('combobox', 'Specialism');
    await visit.page.keyboard.type('Parents');
    assert.equal((await visit.focused())?.value, 'Parents with their hands full');
    await visit.click('combobox', 'Area or postcode');
    await visit.page.keyboard.type('E8');
    await visit.click('button', 'Show therapists');
    const said = await until(
      async () => (await takeLog(visit.page)).said.find((words) => /^polite: \d+ therapists? match/.test(words)),
      async () => `no count is said:\n${await visit.text()}`,
    );
    const [count] = /\d+/.exec(said)!;
    assert.ok(Number(count) > 0 && Number(count) < EVERYBODY, said);
    await visit.find('heading', new RegExp(`^${count} therapists?$`));
    assert.equal((await visit.focused())?.name, 'Show therapists', 'focus stays');

    assert.equal(new URL(visit.page.url()).search, '?outwardCode=E8');
    const addresses = [...visit.watched.requests, ...demo.proxy.requests.map(({ path }) => path), ...demo.log];
    assert.deepEqual(
      addresses.filter((line) => /new-parents|specialism/i.test(line)),
      [],
    );
    const search = demo.proxy.requests.find(
      ({ method, path }) => method === 'POST' && path === '/v1/practitioner-searches',
    );
    assert.deepEqual((JSON.parse(search!.body) as { specialismIds: string[] }).specialismIds, ['new-parents']);
  });

  test('Scenario 40: a testimonial without a source or a date is not shown, and the page’s author is warned', async () => {
    const site = await serveChanged(demo.url, (html) =>
      // Not written by the server: the element gets what the backend says.
      html.replace(
        /<ul class="knead-cards">[\s\S]*<\/ul>/,
        '<knead-therapist-card practitioner="ben-hallworth"></knead-therapist-card>',
      ),
    );
    try {
      const quote = 'It was wonderful, says nobody in particular.';
      const unsourced = { quote, author: 'Nobody' };
      demo.proxy.spoil(
        {
          kind: 'rewrite',
          change: (body) => {
            const page = body as { practitioners: { testimonials: object[] }[] };
            for (const each of page.practitioners) {
              each.testimonials = [unsourced, { ...unsourced, source: 'A wall' }, ...each.testimonials];
            }
            return page;
          },
        },
        'GET /v1/practitioners',
      );
      await open(site.url);
      await visit.find('link', 'Ben Hallworth');
      await visit.says('Left after a booking at Lantern Lane Massage');
      assert.doesNotMatch(await visit.text(), new RegExp(quote));
      const warnings = visit.watched.console.filter((line) => /^warn: .*testimonials/.test(line));
      assert.equal(warnings.length, 1, visit.watched.console.join('\n'));
      assert.doesNotMatch(warnings[0]!, /wonderful|Nobody/, 'without a value');
    } finally {
      await site.close();
    }
  });

  test('axe finds nothing in light, dark and forced colours', async () => {
    await open();
    await timesOf(visit, MARA);
    assert.equal((await visit.all('article')).length, EVERYBODY);
    const devtools = await visit.page.createCDPSession();
    await visit.page.evaluate(axe);
    const kinds = { light: ['light', 'none'], dark: ['dark', 'none'], 'forced colours': ['dark', 'active'] };
    for (const [name, [scheme, forced]] of Object.entries(kinds)) {
      await devtools.send('Emulation.setEmulatedMedia', {
        features: [
          { name: 'prefers-color-scheme', value: scheme! },
          { name: 'forced-colors', value: forced! },
          // Or a colour would be measured on its way to another.
          { name: 'prefers-reduced-motion', value: 'reduce' },
        ],
      });
      const found = await visit.page.evaluate(async () => {
        const { axe: checker } = globalThis as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        return (await checker.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      });
      assert.deepEqual(found, [], name);
    }
  });

  test('a backend that is down leaves every card with its name and link', async () => {
    visit = await Visit.open(browser, `${demo.url}/directory/`);
    await visit.close();
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
