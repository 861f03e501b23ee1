import { sendKeys } from '@web/test-runner-commands';
import '../../src/components/slot-calendar/wanted-months.js';
import { KneadSlotCalendar } from '../../src/components/slot-calendar/slot-calendar.js';
import meta, * as stories from '../../stories/components/slot-calendar.stories.js';
import { settled } from '../support/settled.js';

export { stories };

/** Shows a story, or the calendar with properties of one's own. */
export async function show(properties: object): Promise<KneadSlotCalendar> {
  const shown = meta.render!({ ...meta.args, ...properties }, {} as never) as HTMLElement;
  document.body.append(shown);
  const calendar = shown instanceof KneadSlotCalendar ? shown : shown.querySelector('knead-slot-calendar')!;
  await settled(calendar);
  return calendar;
}

/** Shows a story, after what it plays. */
export async function story(name: keyof typeof stories): Promise<KneadSlotCalendar> {
  const { args, play } = stories[name] as { args: object; play?: (context: object) => Promise<void> };
  const calendar = await show(args);
  await play?.({ canvasElement: document.body });
  await settled(calendar);
  return calendar;
}

/** Everything in the calendar that a selector finds. */
export const all = <Found extends HTMLElement>(calendar: KneadSlotCalendar, selector: string): Found[] => [
  ...calendar.renderRoot.querySelectorAll<Found>(selector),
];
/** What a screen reader calls it. */
export const nameOf = (element: Element): string => element.getAttribute('aria-label') ?? element.textContent!.trim();
/** The button whose name begins so. */
export const button = (calendar: KneadSlotCalendar, name: string): HTMLButtonElement => {
  const found = all<HTMLButtonElement>(calendar, 'button').find((one) => nameOf(one).startsWith(name));
  if (!found) throw new Error(`no button "${name}"`);
  return found;
};
/** The time whose name begins so. */
export const radio = (calendar: KneadSlotCalendar, name: string, within = ''): HTMLInputElement => {
  const found = all<HTMLInputElement>(calendar, `${within} input`).find((one) => nameOf(one).startsWith(name));
  if (!found) throw new Error(`no time "${name}"`);
  return found;
};
/** The month on show. */
export const month = (calendar: KneadSlotCalendar): string => {
  const table = calendar.renderRoot.querySelector('table')!;
  return calendar.renderRoot.querySelector(`#${table.getAttribute('aria-labelledby')}`)!.textContent!.trim();
};
/** The name of what has focus. */
export const focused = (calendar: KneadSlotCalendar): string => nameOf(calendar.shadowRoot!.activeElement!);
/** What was said last. */
export const status = (calendar: KneadSlotCalendar): string =>
  calendar.renderRoot.querySelector('[role=status]')!.textContent!.replaceAll('\u00a0', '').trim();
/** The names of the chosen times. */
export const checked = (calendar: KneadSlotCalendar): string[] => all(calendar, 'input:checked').map(nameOf);
/** Presses keys, `Shift+Tab` for a chord. */
export const press = async (calendar: KneadSlotCalendar, ...keys: string[]): Promise<void> => {
  for (const chord of keys) {
    const [key, ...held] = chord.split('+').reverse() as [string, ...string[]];
    for (const modifier of held) await sendKeys({ down: modifier });
    await sendKeys({ press: key });
    for (const modifier of held) await sendKeys({ up: modifier });
    await settled(calendar);
  }
};

/** The texts of the notices. */
export const notices = (calendar: KneadSlotCalendar): string[] =>
  all(calendar, '.notice').map((each) => each.innerText.trim());
