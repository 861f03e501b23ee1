import flatpickr from 'flatpickr';
import styles from 'flatpickr/dist/flatpickr.min.css?inline';
import { addStyles, dateOf, showTimes, slotsByDay } from './slots-by-day.js';

addStyles(styles);
const days = slotsByDay();
const [[first, slots] = ['', []]] = days;
const input = document.createElement('input');
document.querySelector('main')!.append(input);
flatpickr(input, {
  ...{ inline: true, defaultDate: first, locale: { firstDayOfWeek: 1 } },
  enable: [(day: Date) => days.has(dateOf(day))],
});
showTimes(
  flatpickr.formatDate(new Date(`${first}T12:00`), 'l j F'),
  slots.map(({ start }) => flatpickr.formatDate(new Date(start), 'h:i K')),
);
