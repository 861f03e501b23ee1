import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import arTexts from '../../demo/data/texts/ar.js';
import deTexts from '../../demo/data/texts/de.js';
import ar from '../../src/locales/ar.js';
import de from '../../src/locales/de.js';
import { fill } from '../../src/locales/messages.js';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { serveChanged, type ChangedSite } from '../support/changed-site.js';
import { startDemo, type Demo } from '../support/demo.js';
import { bookingRows } from '../support/records.js';
import { Visit } from '../support/visit.js';
import { LanguageJourney } from './language-journey.js';
import { misfits } from './misfits.js';

let arabic: Demo;
let german: Demo;
let browser: TestBrowser;
let visit: Visit;
let site: ChangedSite;

before(async () => {
  [arabic, german, browser] = await Promise.all([startDemo(), startDemo(), launchBrowser()]);
});
after(() => Promise.all([arabic.close(), german.close(), browser.close()]));
afterEach(async () => {
  await visit.close();
  await site.close();
});

const TAG = /<knead-booking practitioner="mara-lindqvist">[^]*<\/knead-booking>/;

/** Each booking form with a backend and a language of its own, one below the other, on a page in English. */
async function open(width: number): Promise<void> {
  const widget = (demo: Demo, lang: string): string =>
    `<div lang="${lang}"><knead-booking practitioner="mara-lindqvist" backend="${demo.proxy.url}"></knead-booking></div>`;
  site = await serveChanged(
    arabic.url,
    (html) => {
      assert.match(html, TAG);
      return html.replace(TAG, widget(arabic, 'ar') + widget(german, 'de'));
    },
    (policy) => policy.replace('connect-src', `connect-src ${german.proxy.url}`),
  );
  visit = await Visit.open(browser, site.url, { viewport: { width, height: 800 } });
}

describe('two languages on one page', () => {
  test('Scenario 31: an Arabic and a German form are used to a booking, each on its own backend; one reads from the right, its arrow keys follow sight, and neither says a word of the other', async () => {
    await open(1100);
    const inArabic = new LanguageJourney(visit, { locale: ar, texts: arTexts });
    const inGerman = new LanguageJourney(visit, { locale: de, texts: deTexts });
    // Step by step, now here, now there.
    await inArabic.choosePlace();
    await inGerman.choosePlace();
    await inArabic.chooseTreatment();
    await inGerman.chooseTreatment();
    await inGerman.passSafetyCheck();
    await inArabic.passSafetyCheck();
    await inArabic.times();

    const counted = [0, 1, 2, 3, 11, 100].map((count) => fill(ar, 'soonestCount', { count }).replace(/\d+/, '#'));
    assert.equal(new Set(counted).size, 6, 'six plural forms');
    assert.equal(await directionOf('ar'), 'rtl');
    assert.equal(await directionOf('de'), 'ltr');
    await turnsThatWay(inArabic, 'ArrowLeft', 'left');
    await turnsThatWay(inGerman, 'ArrowRight', 'right');

    await inArabic.takeTime();
    await inGerman.takeTime(1);
    await inGerman.giveDetails('german@example.com');
    await inArabic.giveDetails('arabic@example.com');
    await inArabic.book();
    await inGerman.book();

    for (const [demo, tag, other] of [
      [arabic, 'ar', 'german@example.com'],
      [german, 'de', 'arabic@example.com'],
    ] as const) {
      const rows = await bookingRows(demo.backend);
      assert.equal(rows.length, 1);
      assert.notEqual(rows[0]!.client_email, other);
      const asked = demo.proxy.requests.filter(({ method }) => method !== 'OPTIONS');
      // The form is asked for in its own words as well.
      const others = asked.filter(({ headers }) => headers['accept-language'] !== tag);
      assert.deepEqual(
        [...new Set(others.map(({ path }) => path.replace(/\/versions.*/, '')))],
        ['/v1/intake-forms/massage'],
      );
      const sent = asked.find(({ method, path }) => method === 'POST' && path === '/v1/bookings');
      assert.equal((JSON.parse(sent!.body) as { locale: string }).locale, tag);
    }
    const arabicText = await textOf('ar');
    assert.doesNotMatch(arabicText, /[äöüß]|Buchung|Termin/);
    assert.doesNotMatch(await textOf('de'), /[؀-ۿ]/);
    assert.deepEqual(visit.watched.errors, []);
    assert.deepEqual(await visit.violations(), []);
  });

  test('German and Arabic words wrap at 320 pixels: nothing is cut off and nothing scrolls sideways', async () => {
    await open(320);
    const misfitting: string[] = [];
    const fits = async (screen: string): Promise<void> => {
      const { faults } = await visit.page.evaluate(misfits);
      misfitting.push(...faults.map((fault) => `${screen}: ${fault}`));
    };
    for (const journey of [
      new LanguageJourney(visit, { locale: de, texts: deTexts }),
      new LanguageJourney(visit, { locale: ar, texts: arTexts }),
    ]) {
      const { tag } = journey.spoken.locale;
      await fits(`${tag} place`);
      await journey.choosePlace();
      await fits(`${tag} treatments`);
      await journey.chooseTreatment();
      await fits(`${tag} safety check`);
      await journey.passSafetyCheck();
      await journey.times();
      await fits(`${tag} times`);
      await journey.takeTime();
      await fits(`${tag} details`);
      await journey.giveDetails();
      await fits(`${tag} review`);
      await journey.book();
      await fits(`${tag} confirmation`);
    }
    assert.deepEqual(misfitting, []);
  });
});

/** The way an element with a language is laid out, as it is painted. */
function directionOf(lang: string): Promise<string> {
  return visit.page.evaluate((language) => {
    const { shadowRoot } = document.querySelector(`[lang="${language}"] knead-booking`)!;
    return getComputedStyle(shadowRoot!.querySelector('#step-heading')!).direction;
  }, lang);
}

function textOf(lang: string): Promise<string> {
  return visit.page.evaluate(
    (language) => document.querySelector<HTMLElement>(`[lang="${language}"] knead-booking`)!.shadowRoot!.textContent,
    lang,
  );
}

/** The arrow that points to the next day leads to it, and the button for the next month lies on that side. */
async function turnsThatWay(
  journey: LanguageJourney,
  key: 'ArrowLeft' | 'ArrowRight',
  side: 'left' | 'right',
): Promise<void> {
  const { locale } = journey.spoken;
  const day = (date: string): RegExp => {
    const full = new Intl.DateTimeFormat(locale.tag, {
      ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
      ...{ timeZone: 'UTC', calendar: 'gregory' },
    } as Intl.DateTimeFormatOptions).format(new Date(date));
    return new RegExp(`^${full}`);
  };
  const dates = await visit.page.evaluate((language) => {
    const calendar = document
      .querySelector(`[lang="${language}"] knead-booking`)!
      .shadowRoot!.querySelector('knead-slot-calendar')!;
    return [...calendar.shadowRoot!.querySelectorAll<HTMLElement>('button.available')].map(
      (each) => each.dataset['day']!,
    );
  }, locale.tag);
  const [first, second] = dates;
  await visit.click('button', day(first!));
  await visit.focuses('button', day(first!));
  await visit.press(key);
  const next = new Date(Date.parse(first!) + 86_400_000).toISOString().slice(0, 10);
  await visit.focuses('button', day(next));
  if (next === second) {
    const [one, two] = [
      await visit.box(await visit.find('button', day(first!))),
      await visit.box(await visit.find('button', day(next))),
    ];
    if (one.y === two.y) assert.equal(two.x < one.x ? 'left' : 'right', side);
  }
  const chevron = async (name: 'nextMonth' | 'previousMonth'): Promise<number> => {
    const [before = ''] = String(locale.messages[name]).split('{month}');
    return (await visit.box(await visit.find('button', new RegExp(`^${before}`)))).x;
  };
  const [forward, back] = [await chevron('nextMonth'), await chevron('previousMonth')];
  assert.equal(forward < back ? 'left' : 'right', side);
}
