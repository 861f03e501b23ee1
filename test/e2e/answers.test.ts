import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { startDemo, type Demo } from '../support/demo.js';
import { bookingRows } from '../support/records.js';
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
beforeEach(async () => {
  await demo.reset();
  visit = await Visit.open(browser, demo.url);
});
afterEach(() => visit.close());

const day = journey.londonDay(9);

describe('what is missing or malformed', () => {
  test('every step says what it needs, beside it, and goes nowhere', async () => {
    await journey.begin(visit);
    await journey.goOn(visit);
    await visit.focuses('radio', /^At the therapist’s/);
    await visit.says('Choose where you would like your massage');

    await visit.click('radio', /^At your place/);
    for (const [typed, words] of [
      ['', 'Enter your postcode, or its first half, like E1'],
      ['HELLO', 'That does not look like a postcode. Try something like E1 or E1 6AN.'],
      ['SE', 'Enter the whole first half of your postcode, for example SE1 or SW1A'],
    ] as const) {
      await visit.fill('Your postcode', typed);
      await journey.goOn(visit);
      await visit.focuses('textbox', 'Your postcode');
      await visit.says(words);
      assert.match((await visit.find('textbox', 'Your postcode')).description, new RegExp(words.slice(0, 20)));
    }
    await visit.fill('Your postcode', 'N22');
    await journey.goOn(visit);
    await visit.says('Mara Lindqvist doesn’t visit N22.');
    await visit.click('button', 'Come to Marylebone W1U instead');
    await visit.focuses('heading', 'What would you like?');

    await journey.goOn(visit);
    await visit.says('Choose a treatment');
    await journey.chooseTreatment(visit);

    await visit.find('checkbox', 'None of these');
    await journey.goOn(visit);
    await visit.focuses('group', 'There is a problem');
    assert.equal((await visit.all('link', /Select what applies or “None of these”/)).length, 2);
    await visit.click('link', /^Does any of these apply to you\?/);
    await visit.focuses('checkbox', /^Numbness, weak legs/);
    await journey.passSafetyCheck(visit);

    await journey.goOn(visit);
    await visit.says('Choose a time');
    await visit.find('heading', 'When would you like to come?');
  });

  test('Scenario 38: five wrong fields: a summary in their order takes focus, each link leads to its field, what was typed stays', async () => {
    await journey.choosePlace(visit, 'W1G');
    await journey.chooseTreatment(visit);
    await journey.passSafetyCheck(visit);
    await journey.takeTime(visit, day, '3:00pm');
    const wrong = [
      ['Full name', '', 'Enter your full name'],
      ['Email address', 'ada@', 'Enter an email address like name@example.com'],
      ['Phone number', '12', 'Enter a phone number with at least 7 digits'],
      ['Address line 1', '', 'Enter the first line of your address'],
      ['Postcode', 'E1 6AN', 'This postcode is not in W1G. Go back to change where you would like your massage.'],
    ] as const;
    for (const [field, typed] of wrong) await visit.fill(field, typed);
    await journey.goOn(visit);
    await visit.focuses('group', 'There is a problem');
    const words: string[] = wrong.map(([, , fault]) => fault);
    const links = (await visit.all('link')).map(({ name }) => name).filter((name) => words.includes(name));
    assert.deepEqual(links, words);
    for (const [field, typed, fault] of wrong) {
      await visit.click('link', fault);
      await visit.focuses('textbox', field);
      const at = await visit.focused();
      assert.equal(at?.value, typed);
      assert.match(at.description, new RegExp(fault.slice(0, 30)));
    }
    await visit.fill('Address line 1', '3 Example Street');
    await visit.fill('Postcode', 'w1g8ab');
    await journey.giveDetails(visit);
    await visit.says('3 Example Street, W1G 8AB');
  });
});

describe('to and fro', () => {
  test('Back through every step and forward again: every answer is still there', async () => {
    await journey.reachTimes(visit);
    await journey.takeTime(visit, day, '6:30pm');
    await journey.giveDetails(visit, journey.CLIENT, () =>
      journey.answerQuestions(visit, { 'How you like it': () => visit.click('radio', 'Quiet') }),
    );
    const back = async (heading: string): Promise<void> => {
      await visit.click('button', 'Back');
      await visit.focuses('heading', heading);
    };
    await back('Your details');
    // From the review to the last page, and from there page by page.
    assert.ok((await visit.find('checkbox', /^I agree that my answers/)).checked);
    await back('What do you like?');
    await back('How you like it');
    assert.ok((await visit.find('radio', 'Quiet')).checked);
    for (const page of ['Where to work', 'Your health', 'Who is coming', 'About you']) await back(page);
    assert.equal((await visit.find('textbox', 'Full name')).value, journey.CLIENT.name);
    await visit.fill('Full name', 'Ada Changed');
    await back('When would you like to come?');
    assert.ok((await visit.find('radio', new RegExp(`^${day.long}, 6:30pm,`))).checked);
    await back('A quick safety check');
    assert.deepEqual(
      (await visit.all('checkbox', 'None of these')).map(({ checked }) => checked),
      [true, true],
    );
    await back('What would you like?');
    assert.ok((await visit.find('radio', /^60 min/)).checked);
    await back('Where would you like your massage?');
    assert.ok((await visit.find('radio', /^At the therapist’s/)).checked);
    assert.equal((await visit.all('button', 'Back')).length, 0);

    // Nothing was changed, so nothing is asked again that is already answered.
    await journey.goOn(visit);
    await visit.focuses('heading', 'When would you like to come?');
    assert.ok((await visit.find('radio', new RegExp(`^${day.long}, 6:30pm,`))).checked);
    await journey.goOn(visit);
    await visit.focuses('heading', 'Your details');
    assert.equal((await visit.find('textbox', 'Full name')).value, 'Ada Changed');
    await journey.answerInPerson(visit);
    await visit.focuses('heading', 'Check before you book');
    await visit.says('Ada Changed');
  });

  test('a time that a longer session does not fit into any more is given up, and the page says so', async () => {
    // The last session ends at 22:00.
    await journey.reachReview(visit, day, '9:00pm');
    await visit.click('button', 'Change Treatment');
    await visit.focuses('heading', 'What would you like?');
    await visit.click('radio', /^90 min/);
    await journey.goOn(visit);
    await visit.focuses('heading', 'When would you like to come?');
    await visit.says('The time you chose does not fit this choice. Please choose another one.');
    await journey.goOn(visit);
    await visit.says('Choose a time');
  });

  test('Change from the review comes back to the review, with the new price and the rest untouched', async () => {
    await journey.reachReview(visit, day, '6:30pm');
    await visit.click('button', 'Change Treatment');
    await visit.focuses('heading', 'What would you like?');
    await visit.click('radio', /^90 min/);
    await journey.goOn(visit);
    await visit.focuses('heading', 'When would you like to come?');
    // The time is free for the longer session too, so it is still the one chosen.
    const kept = await visit.find('radio', new RegExp(`^${day.long}, 6:30pm, 1 hr 30 min`));
    await until(
      async () => (await visit.all('radio', kept.name)).some(({ checked }) => checked),
      () => 'the time is no longer chosen',
    );
    await journey.goOn(visit);
    await visit.focuses('heading', 'Your details');
    assert.equal((await visit.find('textbox', 'Full name')).value, journey.CLIENT.name);
    await journey.answerInPerson(visit);
    await visit.focuses('heading', 'Check before you book');
    for (const words of ['Back massage, 1 hr 30 min', '6:30pm, London time', '£115.00', journey.CLIENT.email])
      await visit.says(words);

    await visit.click('button', 'Change Name');
    await visit.focuses('heading', 'Your details');
    await visit.fill('Full name', 'Ada Changed');
    await journey.answerInPerson(visit);
    await visit.focuses('heading', 'Check before you book');
    await visit.says('Ada Changed');

    await journey.book(visit, /^Book and pay £115 on the day$/);
    await visit.focuses('heading', 'You’re booked');
    const [row] = await bookingRows(demo.backend);
    assert.equal(row?.client.name, 'Ada Changed');
    assert.equal(row?.sessions[0]?.minutes, 90);
  });
});
