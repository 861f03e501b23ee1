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

/** A slot of an hour at a wall time with its offset, in a zone, of a practitioner. */
export const slotAt = (local: string, timeZone = 'Europe/London', practitionerId = 'mara'): OfferedSlot => {
  const start = Date.parse(local);
  return {
    ...slot('2026-10-14', '11:00'),
    start: new Date(start).toISOString(),
    end: new Date(start + 3_600_000).toISOString(),
    local,
    token: `${practitionerId} ${local}`,
    practitionerId,
    timeZone,
  };
};

/** An answer with these slots, one entry per practitioner. */
export const answerOf = (slots: readonly OfferedSlot[]): Availability => {
  const days = slots.map(({ local }) => local.slice(0, 10)).sort();
  const ids = [...new Set(slots.map(({ practitionerId }) => practitionerId))];
  return {
    from: days[0]!,
    to: days.at(-1)!,
    horizon: days.at(-1)!,
    entries: ids.map((practitionerId) => {
      const own = slots.filter((each) => each.practitionerId === practitionerId);
      return { practitionerId, timeZone: own[0]!.timeZone, place: 'incall', price: own[0]!.price, slots: own };
    }),
  };
};

const hours = (date: string, offset: string, ...times: string[]): OfferedSlot[] =>
  times.map((time) => slotAt(`${date}T${time}:00${offset}`));

/** The weekend on which London's clocks go back: the hour from one to two comes twice. */
export const CLOCKS_BACK = answerOf([
  ...hours('2026-10-24', '+01:00', '11:00', '15:00', '19:00'),
  ...hours('2026-10-25', '+01:00', '00:30', '01:00', '01:30'),
  ...hours('2026-10-25', '+00:00', '01:00', '01:30', '11:00', '15:00'),
  ...hours('2026-10-26', '+00:00', '11:00', '15:00', '19:00'),
]);

/** The weekend on which they go forward: there is no time from one to two. */
export const CLOCKS_FORWARD = answerOf([
  ...hours('2027-03-27', '+00:00', '11:00', '15:00', '19:00'),
  ...hours('2027-03-28', '+00:00', '00:30'),
  ...hours('2027-03-28', '+01:00', '02:00', '11:00', '15:00'),
  ...hours('2027-03-29', '+01:00', '11:00', '15:00', '19:00'),
]);

/** December in Vancouver by the wall of a backend whose zone data keeps summer time all year. */
export const VANCOUVER = answerOf(
  ['11:00', '14:00', '18:30'].flatMap((time) => [
    slotAt(`2026-12-03T${time}:00-07:00`, 'America/Vancouver'),
    slotAt(`2026-12-04T${time}:00-07:00`, 'America/Vancouver'),
  ]),
);

/** Times on the other side of the world, a quarter of an hour off every other clock. */
export const KATHMANDU = answerOf(
  ['11:00', '14:00', '18:30'].flatMap((time) => [
    slotAt(`2026-10-14T${time}:00+05:45`, 'Asia/Kathmandu'),
    slotAt(`2026-10-15T${time}:00+05:45`, 'Asia/Kathmandu'),
  ]),
);

/** Two therapists, some of their times the same. */
export const TWO_THERAPISTS = answerOf([
  ...['11:00', '12:00', '18:00'].map((time) => slotAt(`2026-10-14T${time}:00+01:00`)),
  ...['11:00', '13:30'].map((time) => slotAt(`2026-10-14T${time}:00+01:00`, 'Europe/London', 'kasia')),
  ...['10:00', '17:30'].map((time) => slotAt(`2026-10-15T${time}:00+01:00`, 'Europe/London', 'kasia')),
]);

/** So many slots in all, every ten minutes round the clock from 10 October 2026 on, as if there were no summer time. */
export const slotsInAll = (count: number): Availability => {
  const start = Date.parse('2026-10-10T00:00:00Z');
  const slots = Array.from({ length: count }, (_, index) =>
    slotAt(new Date(start + index * 600_000).toISOString().replace('.000Z', '+00:00'), 'UTC'),
  );
  return answerOf(slots);
};
