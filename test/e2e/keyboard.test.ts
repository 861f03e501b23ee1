import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { startDemo, type Demo } from '../support/demo.js';
import { bookingRows, outboxMails } from '../support/records.js';
import { Visit } from '../support/visit.js';
import { begin, londonDay, readTheReview } from './journey.js';

let demo: Demo;
let kiritimati: TestBrowser;

before(async () => {
  [demo, kiritimati] = await Promise.all([startDemo(), launchBrowser({ timeZone: 'Pacific/Kiritimati' })]);
});
after(() => Promise.all([demo.close(), kiritimati.close()]));

describe('an hour of back massage at the therapist’s, by keyboard alone', () => {
  test('every step is reached and left with Tab, arrows, Space and Enter', async () => {
    const day = londonDay(9);
    const visit = await Visit.open(kiritimati, demo.url);
    await begin(visit);

    await visit.tabTo('radio', /^At the therapist’s/);
    await visit.press('Space');
    await goOn(visit);
    await visit.focuses('heading', 'What would you like?');

    await visit.tabTo('radio', /^Back massage/);
    await visit.press('Space');
    await visit.tabTo('radio', /^(45|60|90) min/);
    await arrowTo(visit, 'ArrowRight', /^60 min/);
    await goOn(visit);
    await visit.focuses('heading', 'A quick safety check');

    await visit.find('checkbox', 'None of these');
    for (let list = 0; list < 2; list += 1) {
      await visit.tabTo('checkbox', 'None of these');
      await visit.press('Space');
      await visit.press('Tab');
    }
    await visit.tabTo('radio', 'No');
    await visit.press('Space');
    await goOn(visit);
    await visit.focuses('heading', 'When would you like to come?');

    await visit.find('button', /^\w+ \d+ \w+ \d{4}, \d+ times?$/);
    await visit.tabTo('button', /^Next month/);
    await visit.press('Tab');
    // The month is one stop; its days are walked with the arrows, into the next month too.
    for (let at = await name(visit); !at.startsWith(day.full); at = await name(visit)) await visit.press('ArrowRight');
    await visit.find('button', new RegExp(`^${day.full}, \\d+ times$`));
    await visit.press('Enter');
    await visit.find('radio', new RegExp(`^${day.long}, `));
    await visit.tabTo('radio', new RegExp(`^${day.long}, `));
    await arrowTo(visit, 'ArrowDown', new RegExp(`^${day.long}, 6:30pm, 60 min$`));
    await visit.says('All times are London time. Your device is set to a different time zone.');
    await goOn(visit);
    await visit.focuses('heading', 'Your details');

    await type(visit, 'Full name', 'Ada Example');
    await type(visit, 'Email address', 'ada@example.com');
    await type(visit, /^Phone number/, '020-7946 0555');
    await goOn(visit);
    await visit.focuses('heading', 'Check before you book');
    await visit.says(`${day.full}, 6:30pm, London time`);

    await readTheReview(visit);
    await visit.tabTo('button', 'Book and pay £80 on the day');
    await visit.press('Enter');
    await visit.focuses('heading', 'You’re booked');

    const [row] = await bookingRows(demo.backend);
    for (const words of [row!.reference, `${day.full}, 6:30pm, London time`, '14 Lantern Lane', '£80.00 on the day']) {
      await visit.says(words);
    }
    assert.equal(row?.sessions[0]?.serviceId, 'back');
    assert.equal((await outboxMails(demo.backend)).length, 2);
    await visit.close();
  });
});

async function goOn(visit: Visit): Promise<void> {
  await visit.tabTo('button', 'Continue');
  await visit.press('Enter');
}

async function type(visit: Visit, field: string | RegExp, text: string): Promise<void> {
  await visit.tabTo('textbox', field);
  await visit.page.keyboard.type(text);
}

async function name(visit: Visit): Promise<string> {
  return (await visit.focused())?.name ?? '';
}

async function arrowTo(visit: Visit, arrow: 'ArrowRight' | 'ArrowDown', wanted: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let at = await visit.focused(); at && !wanted.test(at.name); at = await visit.focused()) {
    if (passed.length > 40) throw new Error(`the arrows did not reach ${String(wanted)} but: ${passed.join(', ')}`);
    passed.push(at.name);
    await visit.press(arrow);
  }
  const at = await visit.focused();
  assert.ok(at && wanted.test(at.name) && at.checked, `${at?.name ?? 'nothing'} is not chosen`);
}
