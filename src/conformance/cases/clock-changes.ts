import type { Slot } from '../../contract/availability.js';
import type { Case, Context } from '../case.js';
import { addDays, wallTime } from '../calendar.js';
import { expect, expectSame } from '../expect.js';
import { choiceOf } from '../subject.js';

/** A day on which a zone's clock is changed, or one like any other. */
interface ChangeDay {
  id: string;
  clause: string;
  zone: string;
  date: string;
  /** Readings the clock never shows on that day, as `HH:MM`: from, and up to. */
  gap?: readonly [string, string];
  /** Readings it shows twice. */
  fold?: readonly [string, string];
}

const DAYS: readonly ChangeDay[] = [
  {
    id: 'clock.london-spring',
    clause: 'London, 28 March 2027: nothing is offered at a reading that the clock leaves out.',
    zone: 'Europe/London',
    date: '2027-03-28',
    gap: ['01:00', '02:00'],
  },
  {
    id: 'clock.london-autumn',
    clause: 'London, 31 October 2027: the hour that comes twice is two hours, with two instants for one reading.',
    zone: 'Europe/London',
    date: '2027-10-31',
    fold: ['01:00', '02:00'],
  },
  {
    id: 'clock.lord-howe-spring',
    clause: 'Lord Howe, 3 October 2027: a change of half an hour leaves out half an hour.',
    zone: 'Australia/Lord_Howe',
    date: '2027-10-03',
    gap: ['02:00', '02:30'],
  },
  {
    id: 'clock.lord-howe-autumn',
    clause: 'Lord Howe, 4 April 2027: the half hour that comes twice is offered twice.',
    zone: 'Australia/Lord_Howe',
    date: '2027-04-04',
    fold: ['01:30', '02:00'],
  },
  {
    id: 'clock.no-change',
    clause: 'A zone whose clock is never changed, far from UTC: days are the practitioner’s own.',
    zone: 'Pacific/Kiritimati',
    date: '2027-03-28',
  },
];

/** Somebody who works day and night in that zone, seen a few days before. */
async function slotsOn({ control, subject, visitor }: Context, { zone, date }: ChangeDay): Promise<Slot[]> {
  const choice = choiceOf(subject);
  const { practitionerId } = choice;
  await control!.setClock(`${addDays(date, -5)}T08:00:00Z`);
  await control!.setHours({ practitionerId, timeZone: zone, from: '00:00', to: '24:00' });
  const { slots, timeZone } = await visitor.entry(choice, { from: date, to: date });
  expectSame(timeZone, zone, 'timeZone');
  return slots;
}

const isWithin = (local: string, [from, to]: readonly [string, string]): boolean =>
  local.slice(11, 16) >= from && local.slice(11, 16) < to;

function caseOf(day: ChangeDay): Case {
  const { id, clause, zone, date, gap, fold } = day;
  return {
    id,
    clause,
    tags: ['controlled'],
    async run(context) {
      const { subject, visitor } = context;
      const slots = await slotsOn(context, day);
      expect(slots.length >= 10, `${slots.length} slots are offered by somebody who works day and night`);
      for (const { start, local } of slots) {
        expectSame(local, wallTime(zone, start), `local at ${start}`);
        expectSame(local.slice(0, 10), date, 'the day');
      }
      const lengths = new Set(slots.map(({ start, end }) => Date.parse(end) - Date.parse(start)));
      expectSame(lengths.size, 1, 'the number of lengths, as elapsed time');
      expectSame(gap ? slots.filter(({ local }) => isWithin(local, gap)) : [], [], 'the slots in the gap');
      const doubled = fold ? slots.filter(({ local }) => isWithin(local, fold)) : [];
      const readings = new Set(doubled.map(({ local }) => local.slice(11, 16)));
      const instants = new Set(doubled.map(({ start }) => Date.parse(start)));
      expectSame(instants.size, 2 * readings.size, 'the number of instants in the hour that comes twice');
      expect(!fold || readings.size > 0, 'nothing is offered in the hour that comes twice');
      // The change itself must be bookable: the last of the doubled ones, or the first after the gap.
      const slot = doubled.at(-1) ?? slots.find(({ local }) => local.slice(11, 16) >= (gap?.[1] ?? '00:00'))!;
      const { price } = await visitor.entry(choiceOf(subject), { from: date, to: date });
      const { sessions } = await visitor.booked([{ slot, choice: choiceOf(subject), total: price.total }]);
      expectSame([sessions[0]?.local, sessions[0]?.timeZone], [slot.local, zone], 'the booked time');
    },
  };
}

/** What the change of clocks may not break. An instant names a slot; its reading does not. */
export const clockChangeCases: readonly Case[] = DAYS.map(caseOf);
