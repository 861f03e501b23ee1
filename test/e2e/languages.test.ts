import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import deTexts from '../../demo/data/texts/de.js';
import { flatItems } from '../../src/domain/intake/answers.js';
import { massageForm } from '../../demo/data/intake-form.js';
import de from '../../src/locales/de.js';
import enGB from '../../src/locales/en-GB.js';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { serveChanged, type ChangedSite } from '../support/changed-site.js';
import { startDemo, type Demo } from '../support/demo.js';
import { linkIn } from '../support/mail-parts.js';
import { bookingRows, deliveredAnswers, outboxMails } from '../support/records.js';
import { Visit } from '../support/visit.js';
import { LanguageJourney, starting } from './language-journey.js';

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

/** The therapist's page with its form in a language. */
async function openIn(language: string, options?: Parameters<typeof Visit.open>[2]): Promise<void> {
  site = await serveChanged(demo.url, (html) => {
    assert.ok(html.includes(TAG));
    return html.replace(TAG, TAG.replace('>', ` lang="${language}">`));
  });
  visit = await Visit.open(browser, site.url, options);
}

describe('in German', () => {
  test('the safety check is asked in both languages, nothing else about health, and the rest comes later', async () => {
    await openIn('de');
    const journey = new LanguageJourney(visit, { locale: de, texts: deTexts });
    await journey.choosePlace();
    await journey.chooseTreatment();
    await visit.says(de.messages.unchecked);
    const [flags] = massageForm.items.filter(({ section }) => section === 'safety');
    await visit.find('group', starting(`${deTexts[flags!.text as keyof typeof deTexts]} ${flags!.text}`));
    for (const { text } of flags!.options!) {
      const said = deTexts[text as keyof typeof deTexts];
      assert.ok(said, text);
      await visit.find('checkbox', starting(`${said} ${text}`));
    }
    assert.deepEqual(await ownLanguages(), ['en-GB']);

    await journey.passSafetyCheck();
    await journey.takeTime();
    for (const { id, section, type, text } of flatItems(massageForm)) {
      // Whom to call in an emergency is asked in words that everybody else is asked in as well.
      if (section !== 'health' || type === 'group' || id.startsWith('emergency')) continue;
      const said = deTexts[text as keyof typeof deTexts];
      const page = await visit.text();
      assert.ok(!page.includes(text) && !(said && page.includes(said)), id);
    }
    await journey.giveDetails();
    await journey.book();
    const [row] = await bookingRows(demo.backend);
    assert.deepEqual([row?.status, row?.intake_status], ['confirmed', 'awaited']);
    assert.deepEqual(await deliveredAnswers(demo.backend), []);
    assert.ok(!demo.proxy.requests.some(({ path }) => /intake-evaluations|consent-documents/.test(path)));
  });

  test('a stop is said in both', async () => {
    await openIn('de');
    const journey = new LanguageJourney(visit, { locale: de, texts: deTexts });
    await journey.choosePlace();
    await journey.chooseTreatment();
    await nothingApplies(journey);
    await visit.click('checkbox', starting(journey.said('Chest pain, sudden trouble breathing, or coughing up blood')));
    await journey.goOn();
    await visit.focuses('heading', journey.text('stopHeading.emergency'));
    await visit.says(/999[^]*999/);
    await visit.says(de.messages.unchecked);
    assert.deepEqual(await ownLanguages(), ['en-GB']);
  });

  test('the questions that come later are asked in the form’s own words', async () => {
    await openIn('de');
    const journey = new LanguageJourney(visit, { locale: de, texts: deTexts });
    await journey.reachTimes();
    await journey.takeTime();
    await journey.giveDetails();
    await journey.book();
    const [mail] = await outboxMails(demo.backend);
    await visit.close();
    visit = await Visit.open(browser, linkIn(mail!.message), {
      before: (page) =>
        page.evaluateOnNewDocument(() => {
          new MutationObserver(() => document.documentElement.setAttribute('lang', 'de')).observe(document, {
            childList: true,
          });
        }),
    });
    const later = new LanguageJourney(visit, journey.spoken);
    await visit.says(de.messages.unchecked);
    await nothingApplies(later);
    await later.goOn();
    await visit.says('Who is the session for?');
    assert.deepEqual(await ownLanguages(), ['en-GB']);
  });
});

describe('the file of a language', () => {
  test('that is blocked gives way to English, of which the developer is told once', async () => {
    await openIn('de', {
      before: async (page) => {
        const devtools = await page.createCDPSession();
        await devtools.send('Network.enable');
        await devtools.send('Network.setBlockedURLs', { urls: ['*/locales/de*'] });
      },
    });
    await visit.find('heading', enGB.messages.placeHeading);
    await visit.click('radio', starting(enGB.messages['place.incall']));
    await visit.click('button', enGB.messages.continue);
    await visit.focuses('heading', enGB.messages.serviceHeading);
    const hints = visit.watched.console.filter((line) => /\[knead\]/i.test(line) && line.includes('locales/de'));
    assert.equal(hints.length, 1, visit.watched.console.join('\n'));
    assert.match(hints[0]!, /^warn: .*did not load/);
  });

  test('is loaded where a policy trusts one nonce and nothing else', async () => {
    const nonce = 'r4nd0m';
    site = await serveChanged(
      demo.url,
      (html) =>
        html.replace('<script src', `<script nonce="${nonce}" src`).replace(TAG, TAG.replace('>', ' lang="de">')),
      (policy) => policy.replace("script-src 'self'", `script-src 'nonce-${nonce}'`),
    );
    visit = await Visit.open(browser, site.url);
    const journey = new LanguageJourney(visit, { locale: de, texts: deTexts });
    await journey.choosePlace();
    await journey.chooseTreatment();
    await visit.says(de.messages.unchecked);
    assert.deepEqual(await visit.violations(), []);
  });
});

async function nothingApplies(journey: LanguageJourney): Promise<void> {
  await visit.find('checkbox', starting(journey.said('None of these')));
  for (const [role, english] of [
    ['checkbox', 'None of these'],
    ['radio', 'No new injury'],
  ] as const) {
    for (const none of await visit.all(role, starting(journey.said(english)))) await visit.clickAt(none);
  }
}

/** The languages of what is marked as the form's own words. */
function ownLanguages(): Promise<string[]> {
  return visit.page.evaluate(() => {
    const found = new Set<string>();
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots) {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) roots.push(element.shadowRoot);
        if (root !== document && element.localName === 'span' && element.hasAttribute('lang'))
          found.add(element.getAttribute('lang')!);
      }
    }
    return [...found];
  });
}
