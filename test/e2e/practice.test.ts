import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { startDemo, type Demo } from '../support/demo.js';
import { linkIn, mailParts } from '../support/mail-parts.js';
import { bookingRows, outboxMails } from '../support/records.js';
import { Visit } from '../support/visit.js';
import {
  answerInPerson,
  book,
  chooseTreatment,
  choosePlace,
  CLIENT,
  giveDetails,
  goOn,
  londonDay,
  takeTime,
} from './journey.js';

let demo: Demo;
let browser: TestBrowser;

before(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
});
after(() => Promise.all([demo.close(), browser.close()]));

async function mailsTo(recipient: string): Promise<{ subject: string; message: string }[]> {
  return (await outboxMails(demo.backend)).filter((mail) => mail.recipient.includes(recipient));
}

describe('a request', () => {
  const day = londonDay(8);

  test('is accepted by the therapist from the link in their mail, and the client is told', async () => {
    const visit = await Visit.open(browser, demo.url);
    await choosePlace(visit);
    await chooseTreatment(visit);
    await visit.click('checkbox', /^Blood thinners/);
    await visit.clickAt((await visit.all('checkbox', 'None of these'))[0]!);
    await goOn(visit);
    await visit.focuses('heading', 'When would you like to come?');
    await takeTime(visit, day, '6:30pm');
    await visit.fill('Full name', CLIENT.name);
    await visit.fill('Email address', CLIENT.email);
    await visit.fill(/^Phone number/, CLIENT.phone);
    await answerInPerson(visit);
    await visit.focuses('heading', 'Check before you ask');
    await book(visit, /^Ask for this time$/);
    await visit.focuses('heading', 'Request sent');
    assert.equal((await bookingRows(demo.backend))[0]!.status, 'requested');
    await visit.close();

    const [asked] = (await outboxMails(demo.backend)).filter(({ recipient }) => !recipient.includes(CLIENT.email));
    for (const mail of await outboxMails(demo.backend)) {
      assert.doesNotMatch(mailParts(mail.message).text, /blood/i, 'why it is a request stands in no mail');
    }
    const practice = await Visit.open(browser, linkIn(asked!.message));
    await practice.says(CLIENT.name);
    assert.equal((await bookingRows(demo.backend))[0]!.status, 'requested', 'opening a link changes nothing');
    await practice.click('button', 'Accept');
    await practice.says('Accepted. Your client was told.');
    assert.equal((await bookingRows(demo.backend))[0]!.status, 'confirmed');
    await practice.close();

    const accepted = (await mailsTo(CLIENT.email)).at(-1)!;
    assert.match(mailParts(accepted.message).text, /accepted your request. You are booked/);
    const { text, calendar } = mailParts(accepted.message);
    assert.match(text, new RegExp(day.full));
    assert.match(calendar, /^STATUS:CONFIRMED\r?$/m);
  });
});

describe('a link that opens nothing', () => {
  test('is answered alike, whether the token is wrong or missing or the booking unknown', async () => {
    const visit = await Visit.open(browser, demo.url);
    await choosePlace(visit);
    await chooseTreatment(visit);
    for (const none of await visit.all('checkbox', 'None of these')) await visit.clickAt(none);
    await goOn(visit);
    await takeTime(visit, londonDay(10), '6:30pm');
    await giveDetails(visit);
    await book(visit);
    await visit.focuses('heading', 'You’re booked');
    await visit.close();

    const right = new URL(linkIn((await mailsTo(CLIENT.email)).at(-1)!.message));
    const [id = '', token = ''] = right.hash.replace('#knead=', '').split(/\.(?=[^.]+$)/);
    const wrong = `${token.slice(0, -4)}${token.endsWith('AAAA') ? 'BBBB' : 'AAAA'}`;
    const asked: [id: string, token: string | null][] = [
      [id, wrong],
      [id, null],
      [`${id.slice(0, -4)}zzzz`, token],
    ];
    const answers = await Promise.all(
      asked.map(async ([booking, secret]) => {
        const headers: Record<string, string> = secret ? { Authorization: `Bearer ${secret}` } : {};
        const response = await fetch(`${demo.backend.url}/v1/bookings/${booking}`, { headers });
        return { status: response.status, text: await response.text() };
      }),
    );
    assert.equal(answers[0]!.status, 404);
    assert.deepEqual(answers[1], answers[0]);
    assert.deepEqual(answers[2], answers[0]);
    assert.equal(
      (await fetch(`${demo.backend.url}/v1/bookings/${id}`, { headers: { Authorization: `Bearer ${token}` } })).status,
      200,
    );

    const said: string[] = [];
    for (const fragment of [`#knead=${id}.${wrong}`, `#knead=${id}`, `#knead=${id.slice(0, -4)}zzzz.${token}`, '']) {
      const opened = await Visit.open(browser, `${right.origin}${right.pathname}${fragment}`);
      await opened.find('heading', 'We can’t open this booking');
      said.push(await opened.text());
      await opened.close();
    }
    assert.equal(new Set(said).size, 1, said.join('\n—\n'));
  });
});
