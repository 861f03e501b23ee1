import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { Visitor } from '../reference/visitor.js';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { startDemo, type Demo } from '../support/demo.js';
import { linkIn, mailParts } from '../support/mail-parts.js';
import { bookingRows, deliveredAnswers, outboxMails } from '../support/records.js';
import { Visit } from '../support/visit.js';
import { goOn } from './journey.js';
import { booked, nothingApplies, reachConsent, STONES } from './later-journey.js';

let demo: Demo;
let browser: TestBrowser;
let visit: Visit;

before(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
});
after(() => Promise.all([demo.close(), browser.close()]));
beforeEach(() => demo.reset());
afterEach(() => visit.close());

describe('questions that are answered later', () => {
  test('are asked on the backend’s own page, by the link in the mail; what is sent comes with consent and proof', async () => {
    const { booking, mail } = await booked(demo);
    const link = linkIn(mail);
    assert.equal(link, `${demo.proxy.url}/intake#knead=${booking.id}.${booking.manageToken}`);
    visit = await Visit.open(browser, link);
    await visit.says('No other website’s programs run on it');
    await visit.says('For your session with Mara Lindqvist on');
    await nothingApplies(visit);
    await reachConsent(visit);
    await visit.click('button', 'Send to Mara Lindqvist');
    await visit.find('link', /^Tick the box to share your answers/);
    assert.deepEqual(await deliveredAnswers(demo.backend), []);
    await visit.click('checkbox', /^I agree that my answers/);
    await visit.click('button', 'Send to Mara Lindqvist');
    await visit.focuses('heading', 'Your answers are with Mara Lindqvist');
    const [kept] = await deliveredAnswers(demo.backend);
    assert.equal(kept?.answers['pressure'], 'firm');
    assert.ok(!('red-flags' in kept.answers) && !('new-injury' in kept.answers));
    const [row] = await bookingRows(demo.backend);
    assert.deepEqual([row?.intake_status, row?.status], ['received', 'confirmed']);
    const asked = demo.proxy.requests.map(({ method, path }) => `${method} ${path}`);
    const order = ['POST /v1/intake-evaluations', `PUT /v1/bookings/${booking.id}/intake`];
    assert.deepEqual(
      asked.filter((each) => order.includes(each)),
      order,
    );
    assert.ok(!demo.log.some((line) => line.includes(booking.id) || line.includes('firm')));

    // Once more: what was sent stands there, but for what never left the device.
    await visit.page.reload();
    await visit.says('What you send now takes their place.');
    assert.ok((await visit.all('checkbox', 'None of these')).some(({ checked }) => !checked));
    await nothingApplies(visit);
    await reachConsent(visit, async () => {
      for (const firm of await visit.all('radio', 'Firm')) assert.ok(firm.checked);
    });
  });

  test('end on the device where the safety check says stop: nothing is sent, and the booking stands', async () => {
    const { mail } = await booked(demo);
    visit = await Visit.open(browser, linkIn(mail));
    await nothingApplies(visit);
    await visit.click('checkbox', /^Chest pain/);
    const before = demo.proxy.requests.length;
    await goOn(visit);
    await visit.focuses('heading', 'If this is happening now, get help today');
    await visit.says('Nothing you answered here has been sent or stored.');
    await visit.says('Your booking stands for now, and Mara Lindqvist does not know of this.');
    assert.equal(demo.proxy.requests.length, before);
    assert.equal((await bookingRows(demo.backend))[0]?.status, 'confirmed');
    await visit.click('button', 'Change my answer');
    await nothingApplies(visit);
    await reachConsent(visit);
  });

  test('that say stop after the booking are marked for the therapist, and the booking stands', async () => {
    const { booking, mail } = await booked(demo, STONES);
    visit = await Visit.open(browser, linkIn(mail));
    await nothingApplies(visit);
    await reachConsent(visit, async () => {
      const [, , no] = await visit.group('Do you feel heat on your skin as you always have?', 'radio').catch(() => []);
      if (no) await visit.clickAt(no);
    });
    await visit.click('checkbox', /^I agree that my answers/);
    await visit.click('button', 'Send to Mara Lindqvist');
    await visit.focuses('heading', 'Please get this checked before you come');
    await visit.says('Mara Lindqvist can see that you should talk first. Your booking stands for now.');
    const [row] = await demo.backend.database.query('SELECT status, attention FROM bookings');
    assert.deepEqual(row, { status: 'confirmed', attention: 'stop' });
    await visit.page.goto(await demo.backend.practiceLink('mara-lindqvist'));
    await visit.says('Answers that came after the booking say that it should not go ahead as it is.');
    assert.ok(booking.id);
  });

  test('come without a tick on the basis of care: a notice says why they are needed, and that is what is kept', async () => {
    const { mail } = await booked(demo);
    visit = await Visit.open(browser, linkIn(mail));
    await visit.find('checkbox', 'None of these');
    await visit.page.evaluate(() => document.querySelector('knead-intake-form')!.setAttribute('health-basis', 'care'));
    await nothingApplies(visit);
    await reachConsent(visit);
    await visit.says('who needs them to care for you safely and keeps them confidential');
    assert.deepEqual(await visit.all('checkbox', /^I agree/), []);
    await visit.click('button', 'Send to Mara Lindqvist');
    await visit.focuses('heading', 'Your answers are with Mara Lindqvist');
    assert.deepEqual(
      await demo.backend.database.query(
        `SELECT consent->>'basis' AS basis, consent->>'documentId' AS id FROM intake_consents`,
      ),
      [{ basis: 'care', id: 'health-notice' }],
    );
  });

  test('stay on the page where they could not be sent', async () => {
    const { booking, mail } = await booked(demo);
    visit = await Visit.open(browser, linkIn(mail));
    await nothingApplies(visit);
    await reachConsent(visit);
    await visit.click('checkbox', /^I agree that my answers/);
    demo.proxy.spoil(
      { kind: 'answer', status: 403, type: 'text/html', body: 'no' },
      `PUT /v1/bookings/${booking.id}/intake`,
    );
    await visit.click('button', 'Send to Mara Lindqvist');
    await visit.says('They could not be sent. Everything is still here. Please try again.');
    await demo.proxy.calm();
    await visit.click('button', 'Send to Mara Lindqvist');
    await visit.focuses('heading', 'Your answers are with Mara Lindqvist');
  });

  test('cannot be opened by a link that opens nothing, nor are they asked of a booking that is off', async () => {
    const { booking, mail } = await booked(demo);
    const link = linkIn(mail);
    for (const wrong of [
      link.split('#')[0]!,
      link.slice(0, -3),
      `${link.split('#')[0]}#knead=bk_none.${'x'.repeat(43)}`,
    ]) {
      visit = await Visit.open(browser, wrong);
      await visit.says('We can’t open these questions');
      await visit.find('link', '020 7946 0112');
      await visit.close();
    }
    await new Visitor(demo.backend.url).send('POST', `/v1/bookings/${booking.id}/cancel`, {
      body: {},
      headers: { Authorization: `Bearer ${booking.manageToken}`, 'Idempotency-Key': 'a'.repeat(32) },
    });
    visit = await Visit.open(browser, link);
    await visit.says('This booking does not stand any more, so there is nothing to answer.');
    const last = (await outboxMails(demo.backend)).filter(({ recipient }) => recipient.includes('ada@')).at(-1)!;
    assert.doesNotMatch(mailParts(last.message).text, /\/intake#|\/book\//);
  });
});
