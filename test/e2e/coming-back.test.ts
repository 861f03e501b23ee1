import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { startDemo, type Demo } from '../support/demo.js';
import { mailParts } from '../support/mail-parts.js';
import { bookingRows, deliveredAnswers, outboxMails } from '../support/records.js';
import { Visit } from '../support/visit.js';
import * as journey from './journey.js';

let demo: Demo;
let browser: TestBrowser;
let visit: Visit;

before(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
});
after(() => Promise.all([demo.close(), browser.close()]));
afterEach(() => visit.close());

/** The link by which a client books again, in their last mail. */
async function bookAgainLink(): Promise<string> {
  const mails = (await outboxMails(demo.backend)).filter(({ recipient }) => recipient.includes(journey.CLIENT.email));
  const [link] = /https?:\/\/\S+\/book\/\S+#[\w.=-]+/.exec(mailParts(mails.at(-1)!.message).text) ?? [];
  assert.ok(link, 'the mail has no link to book again');
  return link;
}

/** Chooses what was chosen before, answers the red flags, which are asked every time, and takes a time. */
async function chooseAgain(day: journey.Day): Promise<void> {
  await journey.choosePlace(visit);
  await journey.chooseTreatment(visit);
  const [redFlags, talkFirst] = await visit.all('checkbox', 'None of these');
  assert.deepEqual([redFlags?.checked, talkFirst?.checked], [false, true]);
  await visit.clickAt(redFlags!);
  await journey.goOn(visit);
  await visit.focuses('heading', 'When would you like to come?');
  await journey.chooseTime(visit, day, '6:30pm');
  await journey.goOn(visit);
}

describe('a client who comes back by the link in their mail', () => {
  test('Scenario 39: is asked whether anything has changed and nothing else about their health, and types none of it again', async () => {
    visit = await Visit.open(browser, demo.url);
    await journey.reachTimes(visit);
    await journey.takeTime(visit, journey.londonDay(9), '6:30pm');
    await journey.giveDetails(visit, journey.CLIENT, () =>
      journey.answerQuestions(visit, {
        'Your health': () => visit.fill(/^Are there medicines/, 'Something for hay fever'),
        'How you like it': () => visit.click('radio', 'Very firm'),
      }),
    );
    await journey.book(visit);
    await visit.says(/Your preferences have reached/);
    await visit.close();

    const link = await bookAgainLink();
    visit = await Visit.open(browser, link);
    await chooseAgain(journey.londonDay(11));
    await visit.focuses('heading', 'Has anything changed?');
    assert.deepEqual(
      (await visit.all('radio')).map(({ name }) => name),
      ['No, nothing has changed', 'Yes, let me go through them'],
    );
    for (const role of ['textbox', 'checkbox']) assert.deepEqual(await visit.all(role), []);
    await visit.click('radio', 'No, nothing has changed');
    await journey.goOn(visit);
    await visit.focuses('heading', 'Your details');
    // Who is coming, and consent, which is given for each booking: not a question about health.
    await visit.find('checkbox', /^I agree that my answers/);
    assert.equal((await visit.all('checkbox')).length, 1);
    assert.deepEqual(await visit.all('radio'), []);
    for (const [field, typed] of [
      ['Full name', journey.CLIENT.name],
      ['Email address', journey.CLIENT.email],
    ] as const) {
      if ((await visit.find('textbox', field)).value === '') await visit.fill(field, typed);
    }
    await visit.click('checkbox', /^I agree that my answers/);
    await journey.goOn(visit);
    await visit.focuses('heading', 'Check before you book');
    await journey.book(visit);
    await visit.says(/Your preferences have reached/);

    assert.equal((await bookingRows(demo.backend)).length, 2);
    const [first, second] = (await deliveredAnswers(demo.backend)).map(({ answers }) => {
      const { 'hours-ahead': _, ...same } = answers;
      return same;
    });
    assert.deepEqual(second, first);
    assert.equal(second?.['pressure'], 'very-firm');
    // The secret of the link stays in its fragment.
    const [, secret] = /#knead=(.+)$/.exec(link)!;
    assert.ok(!demo.proxy.requests.some(({ path }) => path.includes(secret!.split('.').at(-1)!)));
  });

  test('is asked everything as anybody is where the secret of the link is not the right one', async () => {
    const link = await bookAgainLink();
    visit = await Visit.open(browser, `${link.slice(0, -4)}${link.endsWith('AAAA') ? 'BBBB' : 'AAAA'}`);
    await journey.reachTimes(visit);
    await journey.takeTime(visit, journey.londonDay(12), '6:30pm');
    await visit.find('group', /^Part 1 of /);
    assert.equal((await visit.find('textbox', 'Full name')).value, '');
    assert.deepEqual(await visit.all('heading', 'Has anything changed?'), []);
  });
});
