import { Calendar } from '@fullcalendar/core';
import dayGrid from '@fullcalendar/daygrid';

const events = stage.given.availability.entries.flatMap((entry) =>
  'slots' in entry ? entry.slots.map(({ start, end }) => ({ start, end, title: 'Free' })) : [],
);
const calendar = new Calendar(document.querySelector('main'), {
  ...{ plugins: [dayGrid], initialView: 'dayGridMonth', initialDate: stage.given.availability.from },
  ...{ firstDay: 1, events },
});
calendar.render();
