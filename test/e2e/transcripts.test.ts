import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { startDemo, type Demo } from '../support/demo.js';
import { keepLog, takeLog, type PageLog } from '../support/page-log.js';
import { pinClock } from '../support/pinned-clock.js';
import { Visit } from '../support/visit.js';
import * as journey from './journey.js';
import { bookByKeyboard } from './keyboard-journey.js';

let demo: Demo;
let browser: TestBrowser;
let visit: Visit;

before(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
});
beforeEach(async () => {
  await demo.reset();
  await demo.control('clock', { now: NOW });
});
after(() => Promise.all([demo.close(), browser.close()]));
afterEach(() => visit.close());

/** Visitor and backend agree on it, so that months are the same whenever this runs. */
const NOW = '2027-06-07T09:00:00Z';
const JUNE: journey.Day = { date: '2027-06-16', long: 'Wednesday 16 June', full: 'Wednesday 16 June 2027' };

async function open(viewport?: { width: number; height: number }): Promise<void> {
  visit = await Visit.open(browser, demo.url, {
    ...(viewport ? { viewport } : {}),
    before: async (page) => {
      await keepLog(page);
      await pinClock(page, NOW);
    },
  });
}

/** Compares with the file that is checked in; with `WRITE_TRANSCRIPTS=1` writes it instead, to be read before it is. */
async function isTranscript(name: string, lines: readonly string[]): Promise<void> {
  const file = new URL(`transcripts/${name}.txt`, import.meta.url);
  const text = `${lines.join('\n')}\n`;
  if (process.env['WRITE_TRANSCRIPTS']) await writeFile(file, text);
  assert.deepEqual(text.split('\n'), (await readFile(file, 'utf8')).split('\n'));
}

/** Runs in the page, which keeps its own log. */
function hasSaidTotal(): boolean {
  return (window as unknown as { __log: PageLog }).__log.said.some((words) => words.startsWith('polite: Total '));
}

/** Dates and references differ from run to run, or would if the clock were not held. */
function withoutDates(text: string): string {
  const month = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
  return text
    .replaceAll(new RegExp(`(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \\d+ ${month}( \\d{4})?`, 'g'), '‹date›')
    .replaceAll(new RegExp(`${month} \\d{4}`, 'g'), '‹month›')
    .replaceAll(/\b[A-Z]{2,4}-?[0-9A-Z]{5,8}\b/g, '‹reference›');
}

describe('what a screen reader is given', () => {
  test('of a whole booking by keyboard: everything that takes focus and everything that is said, in order', async () => {
    await open();
    const steps: string[][] = [[]];
    let before = '';
    visit.noticed = async () => {
      const at = await visit.focused();
      if (!at) return;
      const { role, name, checked, description } = at;
      const told = [role, `"${name}"`, description && `(${description})`, checked && 'checked']
        .filter(Boolean)
        .join(' ');
      if (told === before) return;
      before = told;
      if (role === 'heading') steps.push([]);
      const step = steps.at(-1)!;
      step.push(withoutDates(told));
      // The total is said a moment after the choice: somebody who listens waits for it.
      if (name === 'Continue' && step[0] === 'heading "What would you like?"')
        await visit.page.waitForFunction(hasSaidTotal);
    };
    await bookByKeyboard(visit, JUNE);
    // What is said comes when its answer has come, whatever key was pressed meanwhile: it stands below the keys of its step.
    let step = steps[0]!;
    for (const heard of (await takeLog(visit.page)).heard) {
      const heading = /^heading: (.*)$/.exec(heard)?.[1];
      if (heading) step = steps.find(([first]) => first?.startsWith(`heading "${heading}"`)) ?? step;
      // Only a slow machine waits for so long that it is said.
      else if (!heard.includes('Loading')) step.push(`    said ${withoutDates(heard)}`);
    }
    // Whether the moment between the last button and the confirmation can be looked at depends on the machine.
    const lasting = steps.filter(([first]) => first !== 'heading "Booking…"');
    const lines = lasting.flatMap((each) => [...each, '']).slice(0, -1);
    assert.ok(lines.some((line) => line.startsWith('    said ')));
    await isTranscript('keyboard-booking', lines);
  });

  for (const [name, width, narrow] of [
    ['time-step', 390, false],
    ['time-step-narrow', 260, true],
  ] as const) {
    test(`Scenario 28: the accessibility tree of the time step at ${width} pixels: every day by its full date and count, months by buttons`, async () => {
      await open({ width, height: 800 });
      await journey.reachTimes(visit);
      await visit.find('radio', /60 min$/);
      if (narrow) await visit.click('button', 'Next 7 days');
      await visit.click('button', /^Wednesday 16 June 2027, \d+ times$/);
      await visit.click('radio', /^Wednesday 16 June, 11:00am, /);
      const lines = await visit.tree('knead-booking', 'knead-slot-calendar');
      await isTranscript(name, lines);
    });
  }
});
