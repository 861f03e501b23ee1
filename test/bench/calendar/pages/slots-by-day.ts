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

const clock = new Intl.DateTimeFormat('en-GB', { hour: 'numeric', minute: '2-digit', hour12: true });
const date = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });

/** "6:30 pm". */
export function timeText({ start }: Slot): string {
  return clock.format(new Date(start));
}

/** "Wednesday 14 October". */
export function dayText(day: string): string {
  return date.format(new Date(`${day}T12:00`));
}

/** A small list of a day's times in plain DOM, for pickers that bring no way of making one. */
export function showTimes(day: string, slots: readonly Slot[]): void {
  const list = document.createElement('section');
  list.className = 'times';
  const heading = document.createElement('h2');
  heading.textContent = dayText(day);
  const items = slots.map((slot) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = timeText(slot);
    return button;
  });
  list.append(heading, ...items);
  document.querySelector('.times')?.remove();
  document.querySelector('main')!.append(list);
}

/** A peer's own style sheet; loading it is part of starting it. */
export function addStyles(css: string): void {
  const sheet = document.createElement('style');
  sheet.textContent = css;
  document.head.append(sheet);
}
