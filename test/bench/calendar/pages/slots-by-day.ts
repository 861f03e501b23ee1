import type { Slot } from '../../../../src/contract/availability.js';

/** What a page with a picker of days has to add to it: the slots by day, `YYYY-MM-DD`, as the picker asks for them. */
export function slotsByDay(): Map<string, Slot[]> {
  const days = new Map<string, Slot[]>();
  for (const entry of stage.given.availability.entries) {
    if (!('slots' in entry)) continue;
    for (const slot of entry.slots) {
      const date = slot.local.slice(0, 10);
      const day = days.get(date);
      if (day) day.push(slot);
      else days.set(date, [slot]);
    }
  }
  return days;
}

/** A picker's day as `YYYY-MM-DD`, by the page's own clock. */
export function dateOf(day: Date): string {
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/**
 * A small list of a day's times in plain DOM, for pickers that bring no way of making one. The page writes its texts the
 * way its picker writes its own, so that it loads no data about languages that the picker does without.
 */
export function showTimes(heading: string, times: readonly string[]): void {
  const title = document.createElement('h2');
  title.textContent = heading;
  const items = times.map((time) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = time;
    return button;
  });
  const list = document.createElement('section');
  list.className = 'times';
  list.append(title, ...items);
  document.querySelector('main')!.append(list);
}

/** A peer's own style sheet; loading it is part of starting it. */
export function addStyles(css: string): void {
  const sheet = document.createElement('style');
  sheet.textContent = css;
  document.head.append(sheet);
}
