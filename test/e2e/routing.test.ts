import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { londonSeed } from '../../demo/data/london.js';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { serveChanged, type ChangedSite } from '../support/changed-site.js';
import { startDemo, type Demo } from '../support/demo.js';
import { linkIn } from '../support/mail-parts.js';
import { bookingRows, deliveredAnswers, outboxMails } from '../support/records.js';
import { Visit } from '../support/visit.js';
import { fillInAsNobody, throughDetails } from './every-answer.js';
import * as journey from './journey.js';
import { onTo, ticks } from './screening-journey.js';

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

const TREATMENTS = 'What would you like?';
const TIMES = /^When (would you like to come|should .* come to you)\?$/;

/** Fills in a page of the details as somebody to whom nothing else applies, and shares it. */
async function fillInPage(): Promise<void> {
  await fillInAsNobody(visit, journey.CLIENT);
  for (const box of await visit.all('checkbox', /^I agree that my answers/)) if (!box.checked) await visit.clickAt(box);
}

/** What screening found stands in no address. */
function assertAddressesSayNothing(): void {
  const addresses = [...demo.proxy.requests.map(({ path }) => path), ...visit.watched.requests].join('\n');
  assert.doesNotMatch(
    addresses,
    /pregnan|oncolog|skill|intensity|blood|thinner|clear|under-16|places=|notBefore|asRequest/i,
  );
}

describe('answers that change what can be booked', () => {
  test('Scenario 8: blood thinners: a request, firm treatments are not offered and it says why, the therapist sees the rule', async () => {
    visit = await Visit.open(browser, demo.url);
    await journey.choosePlace(visit);
    await visit.click('radio', /^Deep tissue/);
    await visit.click('radio', /^60 min/);
    await journey.goOn(visit);
    await visit.focuses('heading', 'A quick safety check');
    await ticks(visit, [/^Blood thinners/]);
    // What was chosen is too firm now, so it is asked again, with the reason.
    await visit.focuses('heading', TREATMENTS);
    await visit.says(/Deep, firm work is left out\./);
    const deep = await visit.find('radio', /^Deep tissue/);
    assert.ok(deep.busy && !deep.checked, JSON.stringify(deep));
    assert.match(`${deep.name} ${deep.description}`, /gentler/);
    for (const gentle of ['Back massage', 'Swedish massage']) {
      assert.ok(!(await visit.find('radio', new RegExp(`^${gentle}`))).busy, gentle);
    }
    await visit.click('radio', /^Back massage/);
    await visit.click('radio', /^60 min/);
    await onTo(visit, TIMES);
    await journey.takeTime(visit, journey.londonDay(9), '6:30pm');
    await throughDetails(visit, 'Check before you ask', fillInPage);
    await journey.book(visit, /^Ask for this time$/);
    await visit.focuses('heading', 'Request sent');
    assert.doesNotMatch(await visit.text(), /You’re booked/);
    await visit.says(/Your preferences have reached/);
    assert.equal((await bookingRows(demo.backend))[0]!.status, 'requested');
    assertAddressesSayNothing();

    const [mail] = (await outboxMails(demo.backend)).filter(
      ({ recipient }) => !recipient.includes(journey.CLIENT.email),
    );
    const practice = await Visit.open(browser, linkIn(mail!.message));
    await practice.click('button', /^Read their answers/);
    await practice.says('Rule clear-thinners');
    await practice.close();
  });

  test('Scenario 9: pregnant for 20 weeks, a therapist not trained for it: those who are are offered, and not a word of risk', async () => {
    site = await serveChanged(demo.url, (html) =>
      html.replace(/<knead-booking practitioner="[^"]*"/, '<knead-booking'),
    );
    const { practitioners } = londonSeed(demo.url);
    const untrained = practitioners.find(({ profile }) => !profile.skills.includes('pregnancy'))!.profile.name;
    const trained = practitioners.filter(({ profile }) => profile.skills.includes('pregnancy'));
    visit = await Visit.open(browser, site.url);
    await visit.click('radio', new RegExp(`^${untrained}`));
    await journey.goOn(visit);
    await placeIfAsked();
    await treatment();
    await ticks(
      visit,
      [/^Pregnant/],
      ['How far along are you?', '13 weeks or more'],
      ['Do you have any of these now?', 'None of these'],
    );
    await visit.says('You are shown therapists trained in massage around pregnancy and birth.');
    const offered = (await visit.all('radio')).map(({ name }) => name);
    assert.equal(offered.length, trained.length, offered.join('\n'));
    for (const { profile } of trained)
      assert.ok(
        offered.some((name) => name.startsWith(profile.name)),
        profile.name,
      );
    assert.doesNotMatch(await visit.text(), /risk|danger|unsafe|refus|not allowed|cannot|sorry|harm/i);
    await visit.click('radio', new RegExp(`^${trained[0]!.profile.name}`));
    await journey.goOn(visit);
    await visit.focuses('heading', /^(Where|What) would you like/);
    await placeIfAsked();
    await visit.focuses('heading', TREATMENTS);
    await onTo(visit, TIMES);
    await visit.find('radio', /60 min/);
    assertAddressesSayNothing();
  });

  test('Scenario 9: where the page is one therapist’s own, it leads to a human, and not a word of risk', async () => {
    const { profile } = londonSeed(demo.url).practitioners.find(({ profile: { skills } }) => skills.length === 0)!;
    visit = await Visit.open(browser, `${demo.url}/directory/${profile.id}/`);
    await placeIfAsked();
    await treatment();
    await ticks(
      visit,
      [/^Pregnant/],
      ['How far along are you?', '13 weeks or more'],
      ['Do you have any of these now?', 'None of these'],
    );
    await visit.focuses('heading', 'Let’s arrange this together');
    for (const human of ['020 7946 0112', 'hello@lanternlane.example']) await visit.find('link', human);
    assert.doesNotMatch(await visit.text(), /risk|danger|unsafe|refus|not allowed|cannot|sorry|harm/i);
    assertAddressesSayNothing();
  });

  test('Scenario 11: under 16: at the therapist’s only, and a parent or guardian is named, agrees and consents', async () => {
    visit = await Visit.open(browser, demo.url);
    await journey.choosePlace(visit, 'W1G');
    await journey.chooseTreatment(visit);
    await ticks(visit, [/^Under 18/], ['How old is the person who comes?', 'Under 16']);
    await visit.focuses('heading', 'Where would you like your massage?');
    await visit.says(/Sessions are at the therapist’s place\./);
    assert.deepEqual(await visit.all('radio', /^At your place/), []);
    await visit.click('radio', /^At the therapist’s/);
    await onTo(visit, TIMES);
    await journey.takeTime(visit, journey.londonDay(9), '6:30pm');
    const guardian = 'Parent Example';
    const agrees = 'I am the parent or guardian. I agree to the session and stay in the room.';
    let wasAsked = false;
    await throughDetails(visit, 'Check before you book', async () => {
      await fillInPage();
      if ((await visit.all('textbox', 'Name of a parent or guardian')).length === 0) return;
      wasAsked = true;
      await journey.goOn(visit);
      await visit.focuses('group', 'There is a problem');
      await visit.fill('Name of a parent or guardian', guardian);
      await visit.fill('Their phone number', '020 7946 0888');
      await visit.click('checkbox', agrees);
    });
    assert.ok(wasAsked, 'no guardian was asked for');
    await journey.book(visit);
    await visit.says(/Your preferences have reached/);
    const [row] = await bookingRows(demo.backend);
    assert.equal(row?.sessions[0]?.place, 'incall');
    const [{ answers } = { answers: {} }] = await deliveredAnswers(demo.backend);
    assert.deepEqual(
      [answers['age-band' as never], answers['guardian-name' as never], answers['guardian-agrees' as never]],
      ['under-16', guardian, true],
    );
    assertAddressesSayNothing();
  });
});

async function placeIfAsked(): Promise<void> {
  await visit.find('button', 'Continue');
  if ((await visit.all('heading', 'Where would you like your massage?')).length === 0) return;
  await visit.click('radio', /^At the therapist’s/);
  await journey.goOn(visit);
}

async function treatment(): Promise<void> {
  await visit.find('heading', TREATMENTS);
  await visit.click('radio', /^Swedish massage/);
  await visit.click('radio', /^60 min/);
  await journey.goOn(visit);
  await visit.focuses('heading', 'A quick safety check');
}
