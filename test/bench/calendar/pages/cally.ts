import 'cally';
import { showTimes, slotsByDay } from './slots-by-day.js';

const days = slotsByDay();
const [[first, slots] = ['', []]] = days;
const calendar = document.createElement('calendar-date');
Object.assign(calendar, {
  locale: 'en-GB',
  value: first,
  // cally hands over midnight in UTC.
  isDateDisallowed: (day: Date) => !days.has(day.toISOString().slice(0, 10)),
});
calendar.append(document.createElement('calendar-month'));
document.querySelector('main')!.append(calendar);
// cally writes by Intl.
const clock = new Intl.DateTimeFormat('en-GB', { hour: 'numeric', minute: '2-digit', hour12: true });
const date = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
showTimes(
  date.format(new Date(`${first}T12:00`)),
  slots.map(({ start }) => clock.format(new Date(start))),
);
