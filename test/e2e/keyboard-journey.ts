import assert from 'node:assert/strict';
import { until } from '../support/until.js';
import type { Name, Visit } from '../support/visit.js';
import { begin, CLIENT, readTheReview, type Day } from './journey.js';

/**
 * An hour of back massage at the therapist's at 6:30pm, by keyboard alone, up to the booking: every step is reached and
 * left with Tab, arrows, Space and Enter.
 */
export async function bookByKeyboard(visit: Visit, day: Day): Promise<void> {
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
  await goOn(visit);
  await visit.focuses('heading', 'When would you like to come?');

  await timeByKeyboard(visit, day, '6:30pm');
  await goOn(visit);
  await visit.focuses('heading', 'Your details');

  await type(visit, 'Full name', CLIENT.name);
  await type(visit, 'Email address', CLIENT.email);
  await type(visit, /^Phone number/, '020-7946 0555');
  await pressButton(visit, 'I’d rather answer in person');
  await visit.focuses('heading', 'Check before you book');
  await visit.says(`${day.full}, 6:30pm, London time`);

  await readTheReview(visit);
  await visit.tabTo('button', 'Book and pay £80 on the day');
  await visit.press('Enter');
  await visit.focuses('heading', 'You’re booked');
}

/**
 * The details by keyboard alone until a heading has focus: first Continue with nothing filled in, then every question of
 * every page, with the first thing it offers.
 */
export async function answerByKeyboard(visit: Visit, heading: string): Promise<void> {
  await goOn(visit);
  await visit.focuses('group', 'There is a problem');
  for (let stop = 0; stop < 600; stop += 1) {
    await visit.press('Tab');
    const at = await visit.focused();
    if (!at) continue;
    const { role, name: called, value, checked } = at;
    if (role === 'textbox' && value === '') await visit.page.keyboard.type(TYPED[called] ?? 'Words');
    else if (role === 'radio' && !checked) await visit.press('Space');
    else if (role === 'checkbox' && !checked && /^(None of these|I agree)/.test(called)) await visit.press('Space');
    else if (role === 'button' && called === 'Continue') {
      const before = await visit.text();
      await visit.press('Enter');
      await until(
        async () => (await visit.text()) !== before && (await visit.focused())?.role === 'heading',
        async () => `Continue does not lead on:\n${await visit.text()}`,
      );
      await visit.noticed?.();
      if ((await visit.focused())?.name === heading) return;
    }
  }
  throw new Error('the details do not end');
}

/** What is typed into fields that take only what is right. */
const TYPED: Readonly<Record<string, string>> = {
  'Full name': CLIENT.name,
  'Email address': CLIENT.email,
  'Phone number': CLIENT.phone,
  Postcode: 'W1G 8AB',
};

/** A day of the month and one of its times. The month is one stop; its days are walked with the arrows, into the next month too. */
export async function timeByKeyboard(visit: Visit, day: Day, time: string): Promise<void> {
  await visit.find('button', /^\w+ \d+ \w+ \d{4}, \d+ times?$/);
  await visit.tabTo('button', /^Next month/);
  await visit.press('Tab');
  for (let at = await name(visit); !at.startsWith(day.full); at = await name(visit)) await visit.press('ArrowRight');
  await visit.find('button', new RegExp(`^${day.full}, \\d+ times$`));
  await visit.press('Enter');
  await visit.find('radio', new RegExp(`^${day.long}, `));
  await visit.tabTo('radio', new RegExp(`^${day.long}, `));
  await arrowTo(visit, 'ArrowDown', new RegExp(`^${day.long}, ${time}, 60 min$`));
}

/** Presses a button with the keyboard. */
export async function pressButton(visit: Visit, button: Name): Promise<void> {
  await visit.tabTo('button', button);
  await visit.press('Enter');
}

function goOn(visit: Visit): Promise<void> {
  return pressButton(visit, 'Continue');
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
