import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { startDemo, type Demo } from '../support/demo.js';
import { linkIn, mailParts } from '../support/mail-parts.js';
import { bookingRows, outboxMails } from '../support/records.js';
import { Visit } from '../support/visit.js';
import { CLIENT, londonDay } from './journey.js';
import { bookByKeyboard, pressButton, timeByKeyboard } from './keyboard-journey.js';

let demo: Demo;
let kiritimati: TestBrowser;

before(async () => {
  [demo, kiritimati] = await Promise.all([startDemo(), launchBrowser({ timeZone: 'Pacific/Kiritimati' })]);
});
after(() => Promise.all([demo.close(), kiritimati.close()]));

describe('an hour of back massage at the therapist’s, by keyboard alone', () => {
  const day = londonDay(9);
  const later = londonDay(11);

  test('is booked', async () => {
    const visit = await Visit.open(kiritimati, demo.url);
    await bookByKeyboard(visit, day);
    const [row] = await bookingRows(demo.backend);
    for (const words of [row!.reference, `${day.full}, 6:30pm, London time`, '14 Lantern Lane', '£80.00 on the day']) {
      await visit.says(words);
    }
    assert.equal(row?.sessions[0]?.serviceId, 'back');
    assert.equal((await outboxMails(demo.backend)).length, 2);
    await visit.close();
  });

  test('is moved and then cancelled from the link in the mail', async () => {
    const [, toClient] = await clientMails();
    assert.equal(toClient, undefined);
    const visit = await Visit.open(kiritimati, linkIn((await clientMails())[0]!.message));
    await visit.find('heading', 'You’re booked');
    await visit.says(`${day.full}, 6:30pm, London time`);

    await pressButton(visit, 'Move to another time');
    await visit.focuses('heading', 'When would you like to come instead?');
    await timeByKeyboard(visit, later, '6:30pm');
    await pressButton(visit, 'Continue');
    await visit.focuses('heading', 'Move your booking?');
    await pressButton(visit, /^Move to /);
    await visit.says('Your booking has been moved.');
    await visit.says(`${later.full}, 6:30pm, London time`);

    const [moved] = await bookingRows(demo.backend);
    assert.equal(new Date(moved!.sessions[0]!.start).toISOString().slice(0, 10), later.date);
    const { calendar } = mailParts((await clientMails())[1]!.message);
    assert.match(calendar, /^SEQUENCE:1\r?$/m);

    await pressButton(visit, 'Cancel booking');
    await visit.focuses('heading', 'Cancel this booking?');
    await visit.says('Cancelling is free until');
    await pressButton(visit, 'Cancel booking');
    await visit.focuses('heading', 'This booking is cancelled');
    assert.equal((await bookingRows(demo.backend))[0]!.status, 'cancelled');
    assert.match(mailParts((await clientMails())[2]!.message).calendar, /^STATUS:CANCELLED\r?$/m);
    assert.deepEqual(await visit.violations(), []);
    await visit.close();
  });
});

async function clientMails(): Promise<{ message: string }[]> {
  return (await outboxMails(demo.backend)).filter(({ recipient }) => recipient.includes(CLIENT.email));
}
