import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { massageForm } from '../../demo/data/intake-form.js';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { serveChanged, type ChangedSite } from '../support/changed-site.js';
import { startDemo, type Demo } from '../support/demo.js';
import { mailParts } from '../support/mail-parts.js';
import { bookingRows, outboxMails } from '../support/records.js';
import { tracesOf } from '../support/traces.js';
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

const NUMBNESS = /back or leg pain with numbness/;
const BOTH = 'Select what applies or “None of these”';
const sent = (): number => demo.proxy.requests.length + visit.watched.requests.length;

describe('the safety check', () => {
  test('Scenario 4: numbness ends it: no button to book, no request, nothing stored; "None of these" resumes with everything chosen', async () => {
    visit = await Visit.open(browser, demo.url);
    await journey.choosePlace(visit, 'W1G');
    await journey.chooseTreatment(visit);
    const [before, requests] = [await tracesOf(visit.page), sent()];
    await visit.click('checkbox', 'A sore lower back');
    await visit.click('radio', 'No new injury');
    await visit.click('checkbox', NUMBNESS);
    await visit.clickAt((await visit.all('checkbox', 'None of these'))[1]!);
    await journey.goOn(visit);
    await visit.focuses('heading', 'If this is happening now, get help today');
    await visit.says('Go to A&E or call 999 now.');
    assert.deepEqual(
      (await visit.all('button')).map(({ name }) => name),
      ['Change my answer'],
    );
    for (const human of ['020 7946 0112', 'hello@lanternlane.example']) await visit.find('link', human);

    await visit.click('button', 'Change my answer');
    await visit.focuses('heading', 'A quick safety check');
    assert.ok((await visit.find('checkbox', NUMBNESS)).checked);
    assert.ok((await visit.find('checkbox', 'A sore lower back')).checked);
    await visit.clickAt((await visit.all('checkbox', 'None of these'))[0]!);
    assert.equal(sent(), requests, 'something was sent');
    assert.deepEqual(await tracesOf(visit.page), before);
    assert.deepEqual(before.stored, []);
    assert.deepEqual(await visit.page.browserContext().cookies(), []);

    await journey.goOn(visit);
    await visit.focuses('heading', 'When should Mara Lindqvist come to you?');
    for (const kept of ['Back massage', '60 min', 'At your place, W1G']) await visit.says(kept);
    assert.deepEqual(await bookingRows(demo.backend), []);
  });

  test('Scenario 5: what applies and "None of these" untick each other, in every list that has both', async () => {
    visit = await Visit.open(browser, demo.url);
    await journey.choosePlace(visit);
    await journey.chooseTreatment(visit);
    for (const [list, something] of [
      ['Do you have any of these?', NUMBNESS],
      ['Does any of these apply to you?', /^Blood thinners/],
    ] as const) {
      const ticked = async (): Promise<boolean[]> => {
        const boxes = await visit.group(list, 'checkbox');
        return [something, 'None of these'].map((name) => boxes.find((box) => box.name.match(name))!.checked);
      };
      const none = async (): Promise<void> => {
        const [box] = (await visit.group(list, 'checkbox')).slice(-1);
        await visit.clickAt(box!);
      };
      await none();
      assert.deepEqual(await ticked(), [false, true]);
      await visit.click('checkbox', something);
      assert.deepEqual(await ticked(), [true, false]);
      await none();
      assert.deepEqual(await ticked(), [false, true]);
    }
  });

  test('Scenario 5: where both arrive all the same, the page asks which of the two it is, and the backend refuses them', async () => {
    const tag = `<knead-intake-form form-id="massage" form-version="${massageForm.version}" sections="safety"></knead-intake-form>`;
    site = await serveChanged(demo.url, (html) => html.replace(/<knead-booking[\s\S]*<\/knead-booking>/, tag));
    visit = await Visit.open(browser, site.url, {
      before: (page) =>
        page.evaluateOnNewDocument(() => {
          addEventListener('DOMContentLoaded', () =>
            Object.assign(document.querySelector('knead-intake-form')!, {
              value: { answers: { 'red-flags': ['both-legs', 'none'], 'talk-first': ['cancer', 'none'] } },
            }),
          );
        }),
    });
    await visit.find('group', 'Do you have any of these?');
    await journey.goOn(visit);
    await visit.focuses('group', 'There is a problem');
    assert.equal((await visit.all('link', new RegExp(`${BOTH}$`))).length, 2);
    assert.equal((await visit.all('heading', /get help/)).length, 0);
    await visit.click('link', /^Does any of these apply/);
    await visit.focuses('checkbox', /^Numbness, weak legs/);
    assert.match((await visit.find('group', 'Does any of these apply to you?')).description, new RegExp(BOTH));

    const answer = await fetch(`${demo.backend.url}/v1/intake-evaluations`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'both-arrive-all-the-same' },
      body: JSON.stringify({
        formId: massageForm.id,
        version: massageForm.version,
        answers: { 'talk-first': ['cancer', 'none'] },
      }),
    });
    const { errors } = (await answer.json()) as { errors: { pointer: string }[] };
    assert.equal(answer.status, 422);
    assert.deepEqual(
      errors.map(({ pointer }) => pointer),
      ['/answers/talk-first'],
    );
  });

  test('what wants a word first becomes a request, and its reason never leaves the device', async () => {
    visit = await Visit.open(browser, demo.url);
    await journey.choosePlace(visit);
    await journey.chooseTreatment(visit);
    await visit.find('checkbox', 'None of these');
    await visit.clickAt((await visit.all('checkbox', 'None of these'))[0]!);
    await visit.click('checkbox', /^Blood thinners/);
    await journey.goOn(visit);
    await visit.focuses('heading', 'When would you like to come?');
    await journey.takeTime(visit, journey.londonDay(9), '6:30pm');
    await visit.fill('Full name', journey.CLIENT.name);
    await visit.fill('Email address', journey.CLIENT.email);
    await journey.answerInPerson(visit);
    await visit.focuses('heading', 'Check before you ask');
    await journey.book(visit, /^Ask for this time$/);
    await visit.focuses('heading', 'Request sent');
    assert.equal((await bookingRows(demo.backend))[0]?.status, 'requested');
    const sent = demo.proxy.requests.map(({ path, body }) => `${path} ${body}`).join('\n');
    const mails = (await outboxMails(demo.backend)).map(({ message }) => JSON.stringify(mailParts(message))).join('\n');
    assert.doesNotMatch(`${sent}\n${mails}`, /thinner|talk-first|red-flags|new-injury/i);
  });
});
