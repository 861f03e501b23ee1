import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { DayPicker, defaultDateLib } from 'react-day-picker';
import styles from 'react-day-picker/style.css?inline';
import type { Slot } from '../../../../src/contract/availability.js';
import { addStyles, dateOf, slotsByDay } from './slots-by-day.js';

addStyles(styles);
const days = slotsByDay();
const [first = ''] = days.keys();
const isTaken = (day: Date): boolean => !days.has(dateOf(day));

function Times({ day }: { day: string }): unknown {
  const items = (days.get(day) ?? []).map((slot: Slot) =>
    createElement(
      'button',
      { key: slot.start, type: 'button' },
      defaultDateLib.format(new Date(slot.start), 'h:mm aaa'),
    ),
  );
  return createElement(
    'section',
    { className: 'times', 'data-day': Number(day.slice(8)) },
    createElement('h2', null, defaultDateLib.format(new Date(`${day}T12:00`), 'EEEE d MMMM')),
    items,
  );
}

function Booking(): unknown {
  const [selected, setSelected] = useState(new Date(`${first}T00:00`));
  const picker = createElement(DayPicker, {
    ...{ mode: 'single', required: true, selected, onSelect: setSelected, defaultMonth: selected },
    ...{ disabled: isTaken, weekStartsOn: 1 },
  });
  return createElement('div', null, picker, createElement(Times, { day: dateOf(selected) }));
}

createRoot(document.querySelector('main')).render(createElement(Booking));
