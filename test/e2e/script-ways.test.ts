import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { serveChanged, type ChangedSite } from '../support/changed-site.js';
import { startDemo, type Demo } from '../support/demo.js';
import { litApp } from '../support/lit-app.js';
import { Visit } from '../support/visit.js';
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

const TAG = '<knead-booking practitioner="mara-lindqvist">';
const FIRST = 'Where would you like your massage?';

/** Opens the therapist's page with another beginning of the tag, or of what stands in its place, and more attributes at the script tag. */
async function open({
  tag = TAG,
  script = '',
  end = '</knead-booking>',
  path = '/',
  scripts = {},
  html = (page: string) => page,
}): Promise<void> {
  const change = (page: string): string => {
    assert.ok(page.includes(TAG));
    return html(
      page.replace(TAG, tag).replace('</knead-booking>', end).replace('<script src=', `<script ${script} src=`),
    );
  };
  site = await serveChanged(demo.url, change, undefined, undefined, scripts);
  visit = await Visit.open(browser, site.url + path);
}

/** Nothing is in the console but what a test expects of it, and no policy was violated. */
async function isQuiet(known = /names no reviewer/): Promise<void> {
  assert.deepEqual(await visit.violations(), []);
  assert.deepEqual(
    visit.watched.console.filter((line) => /^(warn|error)/.test(line) && !known.test(line)),
    [],
  );
}

const asked = (): number => demo.proxy.requests.filter(({ path }) => path.includes('/v1/')).length;

describe('the button', () => {
  test('opens the flow in a dialog with focus on its heading, keeps what was begun, and gives focus back', async () => {
    await open({
      tag: '<knead-book-button practitioner="mara-lindqvist" reference="from-button">Book with Mara',
      end: '</knead-book-button>',
      html: (page) => page.replace(/<p class="fallback">[\s\S]*?<\/p>/, ''),
    });
    const body = await visit.page.evaluate(() => document.body.outerHTML);
    await visit.find('button', 'Book with Mara');
    assert.equal(asked(), 0, 'nothing is asked before it is wanted');
    const top = await visit.page.evaluate(() => scrollY);
    await visit.tabTo('button', 'Book with Mara');
    await visit.press('Enter');
    await visit.focuses('heading', FIRST);
    await visit.find('dialog', 'Book a session');
    assert.equal(await visit.page.evaluate(() => scrollY), top);
    await journey.choosePlace(visit);
    await visit.press('Escape');
    await visit.gone('dialog', 'Book a session');
    await visit.focuses('button', 'Book with Mara');
    assert.equal(await visit.page.evaluate(() => document.body.outerHTML), body);
    await visit.press('Enter');
    await visit.focuses('heading', 'What would you like?');
    await journey.chooseTreatment(visit);
    await journey.passSafetyCheck(visit);
    await journey.takeTime(visit, journey.londonDay(6), '6:30pm');
    await journey.giveDetails(visit);
    await visit.page.evaluate(() => {
      document.addEventListener('knead-booking-confirmed', (event) => {
        const { target, detail } = event as HTMLElementEventMap['knead-booking-confirmed'];
        Object.assign(window, { __told: [(target as Element).localName, detail.reference] });
      });
    });
    // An answer under way keeps the dialog open, and says so.
    demo.proxy.spoil({ kind: 'slow', milliseconds: 1500 }, 'POST /v1/bookings', 1);
    await journey.book(visit);
    await visit.focuses('heading', 'Booking…');
    await visit.press('Escape');
    await visit.says('Your booking is being sent. This takes a moment.');
    await visit.focuses('heading', 'You’re booked');
    assert.deepEqual(await visit.page.evaluate(() => (window as unknown as { __told: unknown }).__told), [
      'knead-book-button',
      'from-button',
    ]);
    await visit.press('Escape');
    await visit.focuses('button', 'Book with Mara');
    await visit.press('Enter');
    await visit.focuses('heading', FIRST);
    await isQuiet();
  });

  test('floats at the lower corner within reach', async () => {
    await open({
      tag: '<knead-book-button floating practitioner="mara-lindqvist">',
      end: '</knead-book-button>',
      html: (page) => page.replace(/<p class="fallback">[\s\S]*?<\/p>/, ''),
    });
    const { x, y, width, height } = await visit.box(await visit.find('button', 'Book a session'));
    const size = await visit.page.evaluate(() => [innerWidth, innerHeight, document.documentElement.scrollWidth]);
    assert.ok(height >= 44 && width >= 44);
    assert.ok(x + width <= size[0]! && x + width > size[0]! - 80, `${x} ${width}`);
    assert.equal(size[2], size[0], 'nothing sticks out');
    assert.ok(y > 0);
  });

  test('is any element of the page that says so, and a link stays a link', async () => {
    await open({
      html: (page) =>
        page.replace(
          '<a class="go" href="#book">Choose a time</a>',
          `<span backend="${demo.proxy.url}"><a class="go" href="#book" data-knead-open="" data-practitioner="mara-lindqvist" data-place="incall">Choose a time</a></span>`,
        ),
      // The nearest backend counts, not that of the script tag, where nobody is.
      script: 'data-backend="https://nobody.invalid"',
      tag: '<p>',
      end: '</p>',
    });
    const body = await visit.page.evaluate(() => document.body.outerHTML);
    await visit.tabTo('link', 'Choose a time');
    await visit.press('Enter');
    await visit.focuses('heading', 'What would you like?');
    assert.equal(new URL(visit.page.url()).hash, '');
    await visit.press('Escape');
    await visit.focuses('link', 'Choose a time');
    await visit.page.waitForFunction((before) => document.body.outerHTML === before, {}, body);
    await isQuiet();
  });
});

describe('the twin', () => {
  test('books as the tag does, and keeps what stands in it', async () => {
    await open({
      tag: '<div data-knead="booking" data-practitioner="mara-lindqvist" data-reference="twin">',
      end: '</div>',
    });
    await journey.reachReview(visit, journey.londonDay(7), '6:30pm');
    await journey.book(visit);
    await visit.focuses('heading', 'You’re booked');
    await isQuiet();
    assert.match(await visit.page.$eval('knead-booking', (element) => element.innerHTML), /020 7946 0123/);
  });

  for (const [name, markup] of [
    ['a tag', '<knead-booking practitioner="mara-lindqvist"></knead-booking>'],
    ['a twin', '<div data-knead="booking" data-practitioner="mara-lindqvist"></div>'],
  ] as const)
    test(`Scenario 36: ${name} that comes late is there within a second, and leaves nothing behind`, async () => {
      await open({ tag: '<p>', end: '</p>' });
      if (name === 'a twin') {
        // What watches for twins comes with the first, and stays with the page.
        await visit.page.evaluate(async () => {
          const first = document.createElement('div');
          first.dataset['knead'] = 'booking';
          document.body.append(first);
          while (!first.firstElementChild) await new Promise(requestAnimationFrame);
          first.remove();
        });
        await visit.page.waitForNetworkIdle();
      }
      await visit.page.evaluate(() => {
        const kept = { listeners: 0, timers: new Set<number>() };
        for (const target of [window, document, document.body]) {
          const { addEventListener: add, removeEventListener: remove } = target;
          target.addEventListener = function (this: EventTarget, ...given: Parameters<typeof add>) {
            kept.listeners += 1;
            add.apply(target, given);
          };
          target.removeEventListener = function (this: EventTarget, ...given: Parameters<typeof remove>) {
            kept.listeners -= 1;
            remove.apply(target, given);
          };
        }
        const { setTimeout: set, clearTimeout: clear, setInterval: every, clearInterval: never } = window;
        Object.assign(window, {
          __kept: kept,
          setTimeout(run: () => void, wait: number) {
            const id: number = set(() => {
              kept.timers.delete(id);
              run();
            }, wait);
            kept.timers.add(id);
            return id;
          },
          clearTimeout(id: number) {
            kept.timers.delete(id);
            clear(id);
          },
          setInterval(run: () => void, wait: number) {
            const id: number = every(run, wait);
            kept.timers.add(id);
            return id;
          },
          clearInterval(id: number) {
            kept.timers.delete(id);
            never(id);
          },
        });
      });
      const took = await visit.page.evaluate(async (html) => {
        const place = document.createElement('section');
        place.id = 'late';
        document.querySelector('main')!.append(place);
        const began = performance.now();
        place.innerHTML = html;
        while (!place.querySelector('knead-booking')?.shadowRoot) await new Promise(requestAnimationFrame);
        return performance.now() - began;
      }, markup);
      assert.ok(took < 1000, `${took} ms`);
      // Where it is moved about, it goes on where it was.
      await journey.choosePlace(visit);
      await visit.page.evaluate(() => {
        const late = document.querySelector('#late')!;
        document.querySelector('main')!.prepend(late);
      });
      await visit.find('heading', 'What would you like?');
      await journey.chooseTreatment(visit);
      await journey.passSafetyCheck(visit);
      await journey.takeTime(visit, journey.londonDay(8), '6:30pm');
      await visit.page.evaluate(() => document.querySelector('#late')!.remove());
      const left = await visit.page.waitForFunction(() => {
        const { listeners, timers } = (window as unknown as { __kept: { listeners: number; timers: Set<number> } })
          .__kept;
        return listeners <= 0 && timers.size === 0 ? `${listeners} ${timers.size}` : false;
      });
      assert.ok(await left.jsonValue());
      await visit.page.waitForNetworkIdle();
      const holds = demo.proxy.requests.filter(({ method, path }) => method === 'DELETE' && path.includes('/holds/'));
      assert.equal(holds.length, 1, 'the time was given back');
      await isQuiet();
    });
});

describe('ways of the script tag', () => {
  test('data-load="view": nothing is asked before the element is near', async () => {
    await open({
      script: 'data-load="view"',
      html: (page) =>
        // Far below what shows; the site's policy takes no style element.
        page.replace('<section id="book"', `${'<br />'.repeat(300)}<section id="book"`),
    });
    await visit.find('link', 'booking page');
    await visit.page.waitForNetworkIdle();
    assert.equal(asked(), 0);
    assert.equal(await visit.page.$eval('knead-booking', (element) => element.shadowRoot === null), true);
    await visit.page.evaluate(() => document.querySelector('knead-booking')!.scrollIntoView());
    await visit.find('heading', FIRST);
    assert.ok(asked() > 0);
  });

  for (const [name, agree] of [
    ['the page says so', () => visit.page.evaluate(() => document.dispatchEvent(new Event('knead-consent')))],
    ['the visitor presses what asks', () => visit.click('button', 'Show the booking form')],
  ] as const)
    test(`data-load="consent": nothing is asked until ${name}`, async () => {
      await open({
        script: 'data-load="consent"',
        tag: `${TAG}<button type="button" data-knead-consent="">Show the booking form</button>`,
      });
      await visit.find('button', 'Show the booking form');
      await visit.page.waitForNetworkIdle();
      assert.equal(demo.proxy.requests.length, 0);
      await agree();
      await visit.find('heading', FIRST);
      await isQuiet();
    });

  test('data-prefill="address" takes what is to be booked from the address, and nobody’s name', async () => {
    await open({
      script: 'data-prefill="address"',
      tag: '<knead-booking practitioner="mara-lindqvist" reference="own">',
      path: '/?knead-place=incall&knead-service=back&knead-option=back-60&knead-reference=foreign&knead-name=Ada&service=swedish',
    });
    await visit.find('heading', 'A quick safety check');
    const attributes = await visit.page.$eval('knead-booking', (element) =>
      Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
    );
    assert.deepEqual(attributes, {
      practitioner: 'mara-lindqvist',
      reference: 'own',
      place: 'incall',
      service: 'back',
      option: 'back-60',
    });
  });

  test('without it the address says nothing', async () => {
    await open({ path: '/?knead-place=incall&knead-service=back&knead-option=back-60' });
    await visit.find('heading', FIRST);
  });

  test('data-layer pushes names and steps, and nothing else', async () => {
    await open({ script: 'data-layer="dataLayer"' });
    await journey.reachReview(visit, journey.londonDay(9), '6:30pm');
    await journey.book(visit);
    await visit.focuses('heading', 'You’re booked');
    const pushed = await visit.page.evaluate(() => (window as unknown as { dataLayer: unknown[] }).dataLayer);
    const steps = ['service', 'safety', 'slot', 'details', 'review', 'submitting', 'confirmed'];
    assert.deepEqual(
      pushed.filter((each) => 'step' in (each as object)),
      steps.map((step) => ({ event: 'knead-step-changed', step })),
    );
    assert.deepEqual(
      pushed.filter((each) => !('step' in (each as object))),
      [{ event: 'knead-booking-request' }, { event: 'knead-booking-confirmed' }],
    );
  });

  test('without it no list is made', async () => {
    await open({});
    await journey.choosePlace(visit);
    assert.equal(await visit.page.evaluate(() => 'dataLayer' in window), false);
  });

  test('data-theme is the look of every element that has none of its own', async () => {
    await open({
      script: 'data-theme="dark"',
      html: (page) =>
        page.replace(
          '</main>',
          '<knead-booking id="second" theme="light" practitioner="mara-lindqvist"></knead-booking></main>',
        ),
    });
    await visit.find('heading', FIRST);
    const themes = await visit.page.$$eval('knead-booking', (all) => all.map((each) => each.getAttribute('theme')));
    assert.deepEqual(themes, ['dark', 'light']);
  });
});

describe('history="steps"', () => {
  test('the browser’s Back leads a step back at the same address, and past the whole flow once it is booked', async () => {
    await open({ tag: '<knead-booking practitioner="mara-lindqvist" history="steps">', path: '/?from=here' });
    await journey.begin(visit);
    const before = await visit.page.evaluate(() => [history.length, location.href, document.title] as const);
    await journey.choosePlace(visit);
    await journey.chooseTreatment(visit);
    await visit.page.goBack();
    await visit.focuses('heading', 'What would you like?');
    await journey.goOn(visit);
    await visit.focuses('heading', 'A quick safety check');
    await visit.click('button', 'Back');
    await visit.focuses('heading', 'What would you like?');
    await visit.page.goBack();
    await visit.focuses('heading', FIRST);
    await journey.goOn(visit);
    await visit.focuses('heading', 'What would you like?');
    await journey.goOn(visit);
    await visit.focuses('heading', 'A quick safety check');
    await journey.passSafetyCheck(visit);
    await journey.takeTime(visit, journey.londonDay(10), '6:30pm');
    await journey.giveDetails(visit);
    await journey.book(visit);
    await visit.focuses('heading', 'You’re booked');
    await visit.page.waitForFunction(() => !(history.state as { knead?: number } | null)?.knead);
    const now = await visit.page.evaluate(() => [location.href, document.title] as const);
    assert.deepEqual(now, before.slice(1));
    await isQuiet();
  });

  test('without it nothing is added', async () => {
    await open({});
    await journey.begin(visit);
    const length = await visit.page.evaluate(() => history.length);
    await journey.choosePlace(visit);
    await journey.chooseTreatment(visit);
    assert.equal(await visit.page.evaluate(() => history.length), length);
  });
});

describe('the page’s own last words', () => {
  test('show above what was booked, and not before', async () => {
    await open({ tag: `${TAG}<p slot="booked" hidden>See you soon. Bring nothing but time.</p>` });
    await journey.reachReview(visit, journey.londonDay(11), '6:30pm');
    assert.equal(await visit.page.$eval('[slot="booked"]', (words) => words.getClientRects().length), 0);
    await journey.book(visit);
    await visit.focuses('heading', 'You’re booked');
    await visit.says('See you soon. Bring nothing but time.');
    assert.equal(await visit.page.$eval('[slot="booked"]', (words) => words.getClientRects().length), 1);
  });
});

describe('the script twice', () => {
  test('Scenario 34: beside another app with a Lit of its own, there is no error and one registration, and all work', async () => {
    await open({
      scripts: { '/opening-hours.js': await litApp() },
      html: (page) =>
        page
          .replace('<script', '<script src="/opening-hours.js" defer></script><script')
          .replace('</head>', '<script src="/knead/knead.js?again" defer crossorigin="anonymous"></script></head>')
          .replace('<section', '<opening-hours></opening-hours><section')
          .replace('</main>', '<knead-book-button practitioner="mara-lindqvist">Open</knead-book-button></main>'),
    });
    await visit.find('heading', FIRST);
    await visit.click('button', 'Open from 11 to 22, asked 0 times');
    await visit.find('button', 'Open from 11 to 22, asked 1 times');
    await visit.click('button', 'Open');
    await visit.find('dialog', 'Book a session');
    assert.equal(
      await visit.page.$$eval('knead-book-button', (all) => all[0]!.shadowRoot!.querySelectorAll('dialog').length),
      1,
    );
    await visit.press('Escape');
    await journey.reachReview(visit, journey.londonDay(12), '6:30pm');
    await journey.book(visit);
    await visit.focuses('heading', 'You’re booked');
    await visit.click('button', 'Open from 11 to 22, asked 1 times');
    await visit.find('button', 'Open from 11 to 22, asked 2 times');
    assert.deepEqual(visit.watched.errors, []);
    // Lit speaks in its development build only, and only the other app has that one: ours adds nothing to what it says.
    const ofLit = visit.watched.console.filter((line) => line.includes('lit.dev/msg'));
    assert.equal(ofLit.length, 1, ofLit.join('\n'));
    assert.match(ofLit[0]!, /^warn: Lit is in dev mode/);
    await isQuiet(/names no reviewer|Lit is in dev mode/);
  });
});
