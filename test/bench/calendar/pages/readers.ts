/** How the page of one contestant is read: what it shows, by what its users see of it. */
export interface Reader {
  /** Whether it shows the times of one day, or all of the month in its cells. */
  shows: 'day' | 'month';
  /** How many days of the month are on offer. */
  offeredDays: () => number;
  /** How many times are on show. */
  shownTimes: () => number;
  /** The day of the month whose times are on show. */
  chosenDay?: () => number;
  dayButton?: (day: number) => Element;
  nextMonth?: () => HTMLElement;
}

const page = (selector: string): Element[] => [...document.querySelectorAll(selector)];
const inside = (host: string, selector: string): HTMLElement[] => [
  ...(document.querySelector(host)?.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];
const ofDay = (cells: readonly Element[], day: number): Element =>
  cells.find((cell) => cell.textContent.trim() === String(day))!;

const listed = (): number => page('.times button').length;

/** By contestant. Of our own element only what is documented: its parts and its names. */
export const readers: Record<string, Reader> = {
  knead: {
    shows: 'day',
    offeredDays: () => inside('knead-slot-calendar', '[part~=day][part~=available]').length,
    shownTimes: () => inside('knead-slot-calendar', '[part~=time]').length,
    chosenDay: () => Number(inside('knead-slot-calendar', '[part~=day][part~=chosen]')[0]?.textContent),
    dayButton: (day) => ofDay(inside('knead-slot-calendar', '[part~=day]'), day),
    nextMonth: () => inside('knead-slot-calendar', 'button[aria-label^="Next month"]')[0]!,
  },
  cally: {
    shows: 'day',
    offeredDays: () => inside('calendar-month', 'button[part~=day]:not([part~=disallowed])').length,
    shownTimes: listed,
  },
  'react-day-picker': {
    shows: 'day',
    offeredDays: () => page('.rdp-day_button:not(:disabled)').length,
    shownTimes: listed,
    chosenDay: () => Number(page('.times')[0]?.getAttribute('data-day')),
    dayButton: (day) => ofDay(page('.rdp-day_button'), day),
  },
  fullcalendar: {
    shows: 'month',
    offeredDays: () => page('.fc-daygrid-day:has(.fc-event)').length,
    shownTimes: () => page('.fc-event').length,
  },
  flatpickr: {
    shows: 'day',
    offeredDays: () => page('.flatpickr-day:not(.flatpickr-disabled)').length,
    shownTimes: listed,
  },
};
