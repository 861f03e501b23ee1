import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { londonDocuments } from '../../demo/data/documents.js';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { startDemo, type Demo } from '../support/demo.js';
import { bookingRows, deliveredAnswers } from '../support/records.js';
import { Visit } from '../support/visit.js';
import { goOn } from './journey.js';
import { booked, nothingApplies, reachConsent } from './later-journey.js';

let demo: Demo;
let browser: TestBrowser;

before(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
});
after(() => Promise.all([demo.close(), browser.close()]));

interface ConsentRow {
  consent: { documentId: string; version: string; hash: string; at: string; locale: string; basis?: string };
  withdrawn: boolean;
}

const consents = (): Promise<ConsentRow[]> =>
  demo.backend.database.query<ConsentRow>(
    'SELECT consent, withdrawn_at IS NOT NULL AS withdrawn FROM intake_consents ORDER BY id',
  );

describe('answers on the page a mail opens', () => {
  test('are given, corrected and withdrawn; what was agreed to is kept, each time it was', async () => {
    const { booking } = await booked(demo);
    const visit = await Visit.open(browser, `${demo.proxy.url}/manage#knead=${booking.id}.${booking.manageToken}`);
    await visit.click('button', 'Answer the questions');
    await nothingApplies(visit);
    await visit.click('checkbox', /^Blood thinners/);
    await reachConsent(visit);
    await visit.click('checkbox', /^I agree that my answers/);
    await visit.click('button', 'Send your answers');
    await visit.gone('button', 'Send your answers');
    await visit.says('Mara Lindqvist has your answers now.');
    const [first] = await deliveredAnswers(demo.backend);
    assert.deepEqual([first?.answers['pressure'], first?.answers['talk-first']], ['firm', ['blood-thinners']]);

    await visit.click('button', 'See your answers');
    await visit.says('Blood thinners, or blood that does not clot well');
    await visit.click('button', 'Correct your answers');
    // What never left the device has to be answered again, the rest stands there.
    await visit.find('checkbox', 'None of these');
    assert.ok((await visit.find('checkbox', /^Blood thinners/)).checked);
    await nothingApplies(visit);
    await reachConsent(visit, async () => {
      for (const light of await visit.all('radio', 'Light')) await visit.clickAt(light);
    });
    await visit.click('button', 'Send your answers');
    await visit.find('link', /^Tick the box to share your answers/);
    await visit.click('checkbox', /^I agree that my answers/);
    await visit.click('button', 'Send your answers');
    await visit.gone('button', 'Send your answers');
    await visit.says('Mara Lindqvist has your answers now.');
    const corrected = await deliveredAnswers(demo.backend);
    assert.equal(corrected.length, 1);
    assert.deepEqual([corrected[0]?.answers['pressure'], corrected[0]?.answers['talk-first']], ['light', ['none']]);
    const { hash } = londonDocuments.find(({ id }) => id === 'health-consent')!;
    const given = await consents();
    assert.deepEqual(
      given.map(({ consent: { documentId, version, hash, locale, basis }, withdrawn }) => ({
        ...{ documentId, version, hash, locale, basis, withdrawn },
      })),
      Array.from({ length: 2 }, () => ({
        ...{ documentId: 'health-consent', version: '1', hash, locale: 'en-GB', basis: undefined, withdrawn: false },
      })),
    );
    assert.ok(given.every(({ consent }) => Math.abs(Date.parse(consent.at) - Date.now()) < 600_000));
    assert.match(hash, /^sha-256:/);
    assert.equal(createHash('sha256').update(londonDocuments[0]!.text).digest('hex'), hash.slice(8));

    await visit.click('button', 'See your answers');
    await visit.click('button', 'Withdraw your answers');
    await visit.says('They are deleted, and Mara Lindqvist can no longer read them. Your booking stands.');
    await visit.click('button', 'Withdraw your answers');
    await visit.says('You have withdrawn your answers');
    assert.deepEqual(await demo.backend.database.query('SELECT 1 FROM intake_answers'), []);
    assert.deepEqual(
      (await consents()).map(({ withdrawn }) => withdrawn),
      [true, true],
    );
    const [row] = await bookingRows(demo.backend);
    assert.deepEqual([row?.status, row?.intake_status], ['confirmed', 'withdrawn']);
    await visit.close();
  });

  test('that never leave the device end it there, and nothing is sent', async () => {
    await demo.reset();
    const { booking } = await booked(demo);
    const visit = await Visit.open(browser, `${demo.proxy.url}/manage#knead=${booking.id}.${booking.manageToken}`);
    await visit.click('button', 'Answer the questions');
    await nothingApplies(visit);
    await visit.click('checkbox', /^Chest pain/);
    const before = demo.proxy.requests.length;
    await goOn(visit);
    await visit.says('If this is happening now, get help today');
    await visit.says('Nothing you answered here has been sent or stored.');
    assert.equal(demo.proxy.requests.length, before);
    await visit.close();
  });
});
