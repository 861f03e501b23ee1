import '../../../../src/components/slot-calendar/slot-calendar.js';

const calendar = document.createElement('knead-slot-calendar');
calendar.availability = stage.given.availability;
calendar.now = stage.given.now;
document.querySelector('main')!.append(calendar);
