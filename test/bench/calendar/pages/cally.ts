import 'cally';
import { showTimes, slotsByDay } from './slots-by-day.js';

const days = slotsByDay();
const [[first, slots] = ['', []]] = days;
const calendar = document.createElement('calendar-date');
Object.assign(calendar, {
  locale: 'en-GB',
  focusedDate: first,
  // cally hands over midnight in UTC.
  isDateDisallowed: (day: Date) => !days.has(day.toISOString().slice(0, 10)),
});
calendar.append(document.createElement('calendar-month'));
document.querySelector('main')!.append(calendar);
showTimes(first, slots);
