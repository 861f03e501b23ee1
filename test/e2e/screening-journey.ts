import { until } from '../support/until.js';
import type { Visit } from '../support/visit.js';
import * as journey from './journey.js';

/** Ticks these in the second list of a safety check that shows, answers what that brings up, and goes on. */
export async function ticks(
  visit: Visit,
  boxes: readonly RegExp[],
  ...answers: readonly [question: string, answer: string][]
): Promise<void> {
  await visit.find('group', 'Do you have any of these?');
  await visit.clickAt((await visit.all('checkbox', 'None of these'))[0]!);
  for (const none of await visit.all('radio', 'No new injury')) await visit.clickAt(none);
  for (const box of boxes) await visit.click('checkbox', box);
  for (const [question, answer] of answers) {
    const group = await visit.find('group', question);
    const offered = [...(await visit.within(group, true)), ...(await visit.within(group, false))];
    await visit.clickAt(offered.find(({ name }) => name === answer)!);
  }
  await journey.goOn(visit);
}

/** Goes on past steps that show once more, with everything answered in them still there. */
export async function onTo(visit: Visit, heading: RegExp): Promise<void> {
  let left = '';
  for (let step = 0; step < 5; step += 1) {
    await journey.goOn(visit);
    left = await until(
      async () => {
        const at = await visit.focused();
        return at?.role === 'heading' && at.name !== left && at.name;
      },
      async () => `nothing comes after "${left}":\n${await visit.text()}`,
    );
    if (heading.test(left)) return;
  }
  throw new Error(await visit.text());
}
