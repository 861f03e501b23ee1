import type { Demo } from '../support/demo.js';
import type { TestBrowser } from '../support/browser.js';
import { linkIn } from '../support/mail-parts.js';
import { askWitness, bringWitness, type Heard } from '../support/page-witness.js';
import { outboxMails } from '../support/records.js';
import { until } from '../support/until.js';
import { Visit } from '../support/visit.js';
import { watchWire, type WireWitness } from '../support/wire-witness.js';
import { HEALTH } from './canary-search.js';
import { CHOICES, CONTACT, EMAIL, POSTCODE, words } from './canary-words.js';
import { EveryAnswer, throughDetails } from './every-answer.js';
import * as journey from './journey.js';

/** A visitor with the canaries, and everything that hears or sees the page. */
export interface CanaryVisit {
  visit: Visit;
  wire: WireWitness;
  answers: EveryAnswer;
}

/** Opens a page with every witness there is. `before` prepares it further. */
export async function openWithWitnesses(
  browser: TestBrowser,
  url: string,
  before?: (page: Visit['page']) => Promise<unknown>,
): Promise<CanaryVisit> {
  let wire: WireWitness | undefined;
  const visit = await Visit.open(browser, url, {
    before: async (page) => {
      wire = await watchWire(page);
      await bringWitness(page);
      await before?.(page);
    },
  });
  return { visit, wire: wire!, answers: new EveryAnswer(visit, CHOICES, words) };
}

/** From the first screen to the review: every question answered, every field filled in, an emergency ticked and taken back. */
export async function fillInEverything({ visit, answers }: CanaryVisit): Promise<void> {
  await journey.choosePlace(visit, POSTCODE.toLowerCase());
  await visit.click('radio', /^Swedish massage/);
  await visit.click('radio', /^60 min/);
  await visit.click('checkbox', /^Add Hot stones/);
  await visit.click('checkbox', /^Add Essential oils/);
  await journey.goOn(visit);
  await visit.focuses('heading', 'A quick safety check');
  await answers.here();
  await visit.click('checkbox', /^New, getting worse.*both legs/);
  await journey.goOn(visit);
  await visit.click('button', 'Change my answer');
  await visit.focuses('heading', 'A quick safety check');
  await visit.clickAt((await visit.all('checkbox', 'None of these'))[0]!);
  await journey.goOn(visit);
  await visit.focuses('heading', /^When should .* come to you\?$/);
  await journey.chooseTime(visit, journey.londonDay(1), '3:00pm');
  await journey.goOn(visit);
  await visit.focuses('heading', 'Your details');
  await throughDetails(visit, 'Check before you ask', () => fillInPage(visit, answers));
}

async function fillInPage(visit: Visit, answers: EveryAnswer): Promise<void> {
  const [agreement] = await visit.all('checkbox', /^I agree that my answers/);
  if (agreement && !agreement.checked) await visit.clickAt(agreement);
  await answers.here();
  for (const [field, typed] of CONTACT) {
    const [found] = await visit.all('textbox', field);
    if (found && found.value !== typed) await visit.fill(found.name, typed);
  }
}

/** Back from the review to change an answer, and to the review again. */
export async function changeAnAnswer({ visit }: CanaryVisit): Promise<void> {
  await visit.click('button', 'Change Preferences');
  await throughDetails(visit, 'Check before you ask', async () => {
    if ((await visit.all('textbox', /^Are there medicines/)).length === 0) return;
    await visit.fill(/^Are there medicines/, `${HEALTH} changed`);
  });
}

/** Asks for the time: its answer is lost until the page asks again, and so is the first delivery of the answers. */
export async function askForTheTime({ visit }: CanaryVisit, { proxy }: Demo): Promise<void> {
  await journey.readTheReview(visit);
  proxy.spoil({ kind: 'lose' }, 'POST /v1/bookings');
  await visit.click('button', 'Ask for this time');
  await visit.focuses('heading', 'We are checking whether your booking went through');
  await until(
    async () => (await visit.all('button', 'Check again')).some(({ busy }) => !busy),
    () => 'Check again never comes to rest',
  );
  await proxy.calm();
  proxy.spoil({ kind: 'answer', status: 500, type: 'text/html', body: '<h1>Error</h1>' }, 'PUT /v1/bookings');
  await visit.click('button', 'Check again');
  await visit.focuses('heading', 'Request sent');
  await visit.says('Your preferences could not be sent. Your booking stands.');
  await proxy.calm();
  await visit.click('button', 'Try again');
  await visit.says(/Your preferences have reached/);
}

/** The link of the client’s mail: sees the answers, corrects one, and reads them again. */
export async function correctAnAnswer(browser: TestBrowser, demo: Demo): Promise<CanaryVisit> {
  const mail = (await outboxMails(demo.backend)).find(({ recipient }) => recipient.includes(EMAIL));
  const managed = await openWithWitnesses(browser, linkIn(mail!.message));
  const { visit } = managed;
  await visit.click('button', 'See your answers');
  await visit.says(`${HEALTH} changed`);
  await visit.click('button', 'Correct your answers');
  await visit.find('group', 'Do you have any of these?');
  while ((await visit.all('button', 'See your answers')).length === 0) {
    // What never left the device is asked again.
    await managed.answers.here(['red-flags', 'new-injury', 'pregnancy-signs']);
    if ((await visit.all('textbox', /^Are there medicines/)).length > 0)
      await visit.fill(/^Are there medicines/, `${HEALTH} corrected`);
    for (const agreement of await visit.all('checkbox', /^I agree that my answers/)) await visit.clickAt(agreement);
    const before = await visit.text();
    await visit.click('button', /^(Continue|Send your answers)$/);
    await until(
      async () => (await visit.text()) !== before && (await visit.focused())?.role === 'heading',
      async () => `nothing comes after:\n${await visit.text()}`,
    );
  }
  await visit.click('button', 'See your answers');
  await visit.says(`${HEALTH} corrected`);
  return managed;
}

/** The link of the client’s mail to the backend’s own page: answers everything there, where no other site’s scripts run. */
export async function answerOnHostedPage(browser: TestBrowser, demo: Demo): Promise<CanaryVisit> {
  const mail = (await outboxMails(demo.backend)).find(({ recipient }) => recipient.includes(EMAIL));
  const hosted = await openWithWitnesses(browser, linkIn(mail!.message));
  const { visit, answers } = hosted;
  await visit.find('group', 'Do you have any of these?');
  const sent = /^Your answers are with/;
  while ((await visit.all('heading', sent)).length === 0) {
    await answers.here();
    for (const agreement of await visit.all('checkbox', /^I agree that my answers/)) await visit.clickAt(agreement);
    const before = await visit.text();
    await visit.click('button', /^(Continue|Send to .*)$/);
    await until(
      async () => (await visit.text()) !== before && (await visit.focused())?.role === 'heading',
      async () => `nothing comes after:\n${await visit.text()}`,
    );
  }
  return hosted;
}

/** Ends a visit and hands over what was heard of it. */
export async function heardIn({ visit, wire }: CanaryVisit): Promise<Heard> {
  const heard = await askWitness(visit.page);
  const { history, cookies } = await wire.left();
  const { console: said, errors } = visit.watched;
  await visit.close();
  const add = (place: string, lines: readonly string[]): void => void (heard[place] ??= []).push(...lines);
  add('history', [...history, ...wire.addresses]);
  add('cookies', cookies);
  add('console', [...said, ...wire.log]);
  add('error messages', errors);
  return heard;
}
