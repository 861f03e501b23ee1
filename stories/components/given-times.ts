import type { Availability } from '../../src/contract/availability.js';
import type { OfferedSlot } from '../../src/domain/slots/slot-index.js';

/** A slot of an hour in London's summer time. */
export const slot = (date: string, time: string): OfferedSlot => {
  const start = Date.parse(`${date}T${time}:00+01:00`);
  return {
    start: new Date(start).toISOString(),
    end: new Date(start + 3_600_000).toISOString(),
    local: `${date}T${time}:00+01:00`,
    token: `${date} ${time}`,
    practitionerId: 'mara',
    timeZone: 'Europe/London',
    price: { total: { amount: 8000, currency: 'GBP' }, lines: [] },
  };
};

/** A few days as a page may give them, without any backend. */
export const AVAILABILITY: Availability = {
  from: '2026-10-09',
  to: '2026-10-31',
  horizon: '2026-10-31',
  entries: [
    {
      practitionerId: 'mara',
      timeZone: 'Europe/London',
      place: 'incall',
      price: slot('2026-10-09', '18:30').price,
      slots: [
        slot('2026-10-09', '18:30'),
        ...['11:00', '11:30', '12:00', '13:30', '14:15', '17:30'].map((time) => slot('2026-10-10', time)),
        slot('2026-10-12', '19:00'),
        ...['14:00', '15:00', '16:00', '17:00', '18:00'].map((time) => slot('2026-10-14', time)),
      ],
    },
  ],
};
