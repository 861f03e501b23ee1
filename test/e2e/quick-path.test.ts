import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { serveChanged, type ChangedSite } from '../support/changed-site.js';
import { startDemo, type Demo } from '../support/demo.js';
import { keepLog, takeLog } from '../support/page-log.js';
import { bookingRows } from '../support/records.js';
import { until } from '../support/until.js';
import { Visit, type Name } from '../support/visit.js';
import { answerInPerson, CLIENT, goOn, readTheReview } from './journey.js';
import { pressButton } from './keyboard-journey.js';

let demo: Demo;
let browser: TestBrowser;
let site: ChangedSite;
let visit: Visit;

const TAG = '<knead-booking practitioner="mara-lindqvist">';
const PRESET = '<knead-booking practitioner="mara-lindqvist" service="back" option="back-60" place="incall">';

before(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
  site = await serveChanged(demo.url, (html) => {
    assert.ok(html.includes(TAG));
    return html.replace(TAG, PRESET);
  });
});
after(async () => {
  await site.close();
  await Promise.all([demo.close(), browser.close()]);
});
beforeEach(async () => {
  await demo.reset();
  visit = await Visit.open(browser, site.url, {
    before: async (page) => {
      await keepLog(page);
      await page.evaluateOnNewDocument(countDoings);
    },
  });
  await visit.find('heading', 'A quick safety check');
  await visit.page.evaluate(() => Object.assign(window, { __begun: performance.now() }));
  await visit.find('checkbox', 'None of these');
});
afterEach(() => visit.close());

const STEPS = ['A quick safety check', 'When would you like to come?', 'Your details', 'Check before you book'];

describe('treatment, length and place chosen by the page', () => {
  test('Scenario 1: a soonest time is booked with 8 activations and 3 typed fields', async () => {
    for (const none of await visit.all('checkbox', 'None of these')) await visit.clickAt(none);
    await goOn(visit);
    await visit.focuses('heading', 'When would you like to come?');
    const { name: time } = await visit.find('radio', /, 60 min/);
    await visit.click('radio', time);
    await goOn(visit);
    await visit.focuses('heading', 'Your details');
    for (const [field, text] of fields) await visit.fill(field, text);
    await answerInPerson(visit);
    await visit.focuses('heading', 'Check before you book');
    await readTheReview(visit);
    await visit.click('button', 'Book and pay £80 on the day');
    await visit.focuses('heading', 'You’re booked');

    const { activations, typed } = await visit.page.evaluate(() => {
      const { __doings: doings } = window as unknown as Doings;
      return { activations: doings.activations, typed: doings.typed.length };
    });
    process.stdout.write(`# path length, quick path: ${activations} activations, ${typed} typed fields\n`);
    assert.ok(activations > 0 && activations <= 8, `${activations} activations`);
    assert.equal(typed, 3);

    const [row] = await bookingRows(demo.backend);
    assert.deepEqual(
      row?.sessions.map(({ serviceId, minutes, place }) => [serviceId, minutes, place]),
      [['back', 60, 'incall']],
    );
    await visit.says(row!.reference);
    const [, day, clock] = /^(.+), (\S+), 60 min/.exec(time)!;
    await visit.says(new RegExp(`${day} \\d{4}, ${clock}, London time`));
    await visit.click('button', 'Add to calendar');
    await until(
      () => demo.proxy.requests.some(({ path }) => path.endsWith('/calendar.ics')),
      () => 'the calendar file was not asked for',
    );
  });

  test('Scenario 2: by keyboard a soonest time takes at most 6 keys, nothing holds the focus, each heading is read once', async () => {
    let keys = 0;
    visit.noticed = () => Promise.resolve(void (keys += 1));
    await tabsThrough('A quick safety check');
    for (let list = 0; list < 2; list += 1) {
      await visit.tabTo('checkbox', 'None of these');
      await visit.press('Space');
      await visit.press('Tab');
    }
    await pressButton(visit, 'Continue');
    await visit.focuses('heading', 'When would you like to come?');

    await visit.find('radio', /, 60 min/);
    keys = 0;
    await visit.press('Tab');
    const first = (await visit.focused())!;
    assert.deepEqual([first.role, first.checked], ['radio', false], 'reaching a time does not choose it');
    await visit.press('ArrowDown');
    const { name: time, checked } = (await visit.focused())!;
    assert.ok(checked && time !== first.name);
    await visit.press('Enter');
    process.stdout.write(`# path length, soonest time on the real backend: ${keys} keys\n`);
    assert.ok(keys <= 6, `${keys} keys`);
    await visit.focuses('heading', 'Your details');

    await visit.find('button', 'I’d rather answer in person');
    await tabsThrough('Your details');
    for (const [field, text] of fields) {
      await visit.tabTo('textbox', field);
      await visit.page.keyboard.type(text);
    }
    await pressButton(visit, 'I’d rather answer in person');
    await visit.focuses('heading', 'Check before you book');
    await tabsThrough('Check before you book');
    await readTheReview(visit);
    await pressButton(visit, 'Book and pay £80 on the day');
    await visit.focuses('heading', 'You’re booked');

    const headings = [...STEPS.slice(1), 'Booking…', 'You’re booked'];
    const { said, read } = await takeLog(visit.page);
    assert.deepEqual(read, headings);
    assert.ok(said.includes('polite: 4 soonest times shown'), said.join('\n'));
    for (const heading of headings) assert.ok(!said.some((words) => words.includes(heading)), said.join('\n'));
    assert.equal((await bookingRows(demo.backend)).length, 1);
  });

  test('Scenario 2: Tab leads through the times and out of them, and changes nothing on its way', async () => {
    for (const none of await visit.all('checkbox', 'None of these')) await visit.clickAt(none);
    await goOn(visit);
    await visit.focuses('heading', 'When would you like to come?');
    await visit.find('radio', /, 60 min/);
    await tabsThrough('When would you like to come?');
    assert.deepEqual(
      (await visit.all('radio')).filter(({ checked }) => checked),
      [],
    );
  });
});

const fields: readonly [Name, string][] = [
  ['Full name', CLIENT.name],
  ['Email address', CLIENT.email],
  [/^Phone number/, CLIENT.phone],
];

/** From wherever focus is, Tab comes out of the form again, and the same step shows, with the same things chosen. */
async function tabsThrough(step: string): Promise<void> {
  const chosen = async (): Promise<unknown> => [
    (await visit.all('radio')).filter(({ checked }) => checked),
    (await visit.all('checkbox')).filter(({ checked }) => checked),
  ];
  const before = await chosen();
  const isInside = (): Promise<boolean> =>
    visit.page.evaluate(() => document.activeElement?.localName === 'knead-booking');
  for (let tab = 0; !(await isInside()); tab += 1) {
    assert.ok(tab < 10, 'Tab does not lead into the form');
    await visit.press('Tab');
  }
  for (let tab = 0; await isInside(); tab += 1) {
    assert.ok(tab < 140, `focus is still inside, on ${JSON.stringify(await visit.focused())}`);
    await visit.press('Tab');
  }
  assert.ok((await visit.all('heading', step))[0], `${step} does not show any more`);
  assert.deepEqual(await chosen(), before);
}

interface Doings {
  __doings: { activations: number; typed: EventTarget[] };
}

/** Runs in the page: a press on anything but a text field is an activation, a text field that was typed in counts as one. */
function countDoings(): void {
  const doings: Doings['__doings'] = { activations: 0, typed: [] };
  Object.assign(window, { __doings: doings });
  // A method, because the name that tsx gives to a function is a call of its own, which the page does not know.
  const tools = {
    isText(target: EventTarget | undefined): boolean {
      return target instanceof HTMLElement && target.matches('input:not([type=radio], [type=checkbox]), textarea');
    },
  };
  addEventListener(
    'pointerdown',
    (event) => {
      if (event.isTrusted && !tools.isText(event.composedPath()[0])) doings.activations += 1;
    },
    true,
  );
  addEventListener(
    'input',
    (event) => {
      const [target] = event.composedPath();
      if (tools.isText(target) && !doings.typed.includes(target!)) doings.typed.push(target!);
    },
    true,
  );
}
