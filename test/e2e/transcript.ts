import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { takeLog } from '../support/page-log.js';
import type { Visit } from '../support/visit.js';

/**
 * Writes down what a visitor with a screen reader meets on a way: whatever takes focus, in order, and what is said, below
 * the step it is said in. `onNotice` may wait for what somebody who listens would wait for.
 */
export async function writtenDown(
  visit: Visit,
  way: () => Promise<void>,
  onNotice: (told: string, step: readonly string[]) => Promise<void> = () => Promise.resolve(),
): Promise<string[]> {
  const steps: string[][] = [[]];
  let before = '';
  let within: readonly string[] = [];
  visit.noticed = async () => {
    const at = await visit.focused();
    if (!at) return;
    const { role, name, checked, description } = at;
    const told = [role, `"${name}"`, description && `(${description})`, checked && 'checked'].filter(Boolean).join(' ');
    const groups = await visit.groupsAround(at);
    if (`${groups.join()} ${told}` === before) return;
    before = `${groups.join()} ${told}`;
    if (role === 'heading') steps.push([]);
    const step = steps.at(-1)!;
    const entered = groups.findIndex((group, depth) => group !== within[depth]);
    if (entered >= 0) step.push(...groups.slice(entered).map((group) => `  in group "${withoutDates(group)}"`));
    within = groups;
    step.push(withoutDates(told));
    await onNotice(told, step);
  };
  await way();
  visit.noticed = undefined;
  // What is said comes when its answer has come, whatever key was pressed meanwhile: it stands below the keys of its step.
  let step = steps[0]!;
  for (const heard of (await takeLog(visit.page)).heard) {
    const heading = /^heading: (.*)$/.exec(heard)?.[1];
    if (heading) step = steps.find((lines) => lines.some((line) => line.startsWith(`heading "${heading}"`))) ?? step;
    // Only a slow machine waits for so long that it is said.
    else if (!heard.includes('Loading')) step.push(`    said ${withoutDates(heard)}`);
  }
  // Whether the moment between the last button and the confirmation can be looked at depends on the machine.
  const lasting = steps.filter(([first]) => first !== 'heading "Booking…"');
  return lasting.flatMap((each) => [...each, '']).slice(0, -1);
}

/** Compares with the file that is checked in; with `WRITE_TRANSCRIPTS=1` writes it instead, to be read before it is. */
export async function isTranscript(name: string, lines: readonly string[]): Promise<void> {
  const file = new URL(`transcripts/${name}.txt`, import.meta.url);
  const text = `${lines.join('\n')}\n`;
  if (process.env['WRITE_TRANSCRIPTS']) await writeFile(file, text);
  assert.deepEqual(text.split('\n'), (await readFile(file, 'utf8')).split('\n'));
}

/** Dates and references differ from run to run, or would if the clock were not held. */
function withoutDates(text: string): string {
  const month = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
  return text
    .replaceAll(new RegExp(`(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \\d+ ${month}( \\d{4})?`, 'g'), '‹date›')
    .replaceAll(new RegExp(`${month} \\d{4}`, 'g'), '‹month›')
    .replaceAll(/\b[A-Z]{2,4}-?[0-9A-Z]{5,8}\b/g, '‹reference›');
}
