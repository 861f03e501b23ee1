import { Availability } from '../../contract/availability.js';
import { cases } from '../case.js';
import { addDays, dateIn, wallTime } from '../calendar.js';
import { expect, expectSame, NotHere, read } from '../expect.js';
import { availabilityUrl, choiceOf, serviceOf } from '../subject.js';
import { itemOf } from '../visitor.js';

/** What an entry and a slot may say: nothing of who has taken the rest, or why. */
const SAID = ['practitionerId', 'timeZone', 'place', 'price', 'slots'];
const SAID_OF_A_SLOT = ['start', 'end', 'local', 'token', 'preferred', 'price'];

export const availabilityCases = cases(
  {
    id: 'availability.in-range',
    clause: 'Every slot begins on a day asked for, in the practitioner’s own calendar, in order and once.',
    async run({ subject, visitor }) {
      const { from } = subject.window;
      for (const choice of subject.choices.slice(0, 4)) {
        const { slots } = await visitor.entry(choice, { from, to: addDays(from, 6) });
        const days = slots.map(({ local }) => local.slice(0, 10));
        const outside = days.filter((day) => day < from || day > addDays(from, 6));
        expectSame(outside, [], 'the slots on other days');
        const starts = slots.map(({ start }) => Date.parse(start));
        expect(
          starts.every((start, index) => index === 0 || start > starts[index - 1]!),
          'starts do not rise',
        );
      }
    },
  },
  {
    id: 'availability.local-time',
    clause: '`local` is what a clock in the practitioner’s zone shows at `start`, with the offset it has then.',
    async run({ subject, visitor }) {
      for (const choice of subject.choices.slice(0, 6)) {
        const { slots, timeZone } = await visitor.entry(choice);
        for (const { start, local } of slots) expectSame(local, wallTime(timeZone, start), `local at ${start}`);
      }
    },
  },
  {
    id: 'availability.elapsed-duration',
    clause: 'From `start` to `end` the option’s minutes elapse, with those of the add-ons.',
    async run({ subject, visitor }) {
      for (const choice of subject.choices.slice(0, 4)) {
        const { options, addOns } = serviceOf(subject, choice);
        const { minutes } = options.find(({ id }) => id === choice.optionId)!;
        const extra = addOns.slice(0, 1);
        for (const added of subject.discovery.capabilities.addOns && extra.length > 0 ? [[], extra] : [[]]) {
          const { slots } = await visitor.entry({ ...choice, addOnIds: added.map(({ id }) => id) });
          const wanted = added.reduce((sum, addOn) => sum + addOn.minutes, minutes);
          for (const { start, end } of slots) {
            expectSame((Date.parse(end) - Date.parse(start)) / 60_000, wanted, `the minutes of ${start}`);
          }
        }
      }
    },
  },
  {
    id: 'availability.price',
    clause: 'A price is the sum of its lines: the option at that place, each add-on, the fee of the zone.',
    async run({ subject, visitor }) {
      for (const choice of subject.choices.slice(0, 6)) {
        const { options, addOns } = serviceOf(subject, choice);
        const addOn = subject.discovery.capabilities.addOns ? addOns[0] : undefined;
        const { price } = await visitor.entry({ ...choice, addOnIds: addOn ? [addOn.id] : [] });
        const lines = price.lines.map(({ amount }) => amount.amount);
        expectSame(
          price.total.amount,
          lines.reduce((sum, amount) => sum + amount, 0),
          'the total',
        );
        const option = options.find(({ id }) => id === choice.optionId)!;
        const amountOf = (kind: string): number[] =>
          price.lines.filter((line) => line.kind === kind).map(({ amount }) => amount.amount);
        const listed = option.prices.find(({ place }) => place === choice.place)!.price.amount;
        expectSame(amountOf('service'), [listed], 'the line of the service');
        expectSame(amountOf('add-on'), addOn ? [addOn.price.amount] : [], 'the lines of add-ons');
      }
    },
  },
  {
    id: 'availability.says-no-more',
    clause: 'Availability tells what is free, and nothing of who has taken the rest or why.',
    async run({ subject, client, visitor }) {
      const mine = await visitor.offer();
      if (subject.discovery.capabilities.holds) await visitor.hold([itemOf(mine)]);
      const answer = await client.send('GET', availabilityUrl(subject.base, mine.choice, subject.window));
      read(answer, Availability);
      const { entries } = answer.body as { entries: { slots?: object[] }[] };
      for (const entry of entries) {
        const other = Object.keys(entry).filter((name) => !SAID.includes(name));
        expectSame(other, [], 'what an entry says besides', answer);
        for (const slot of entry.slots ?? []) {
          expectSame(
            Object.keys(slot).filter((name) => !SAID_OF_A_SLOT.includes(name)),
            [],
            'what a slot says besides',
            answer,
          );
        }
      }
    },
  },
  {
    id: 'availability.past-and-far',
    clause: 'Nothing is offered in the past, nor after the horizon.',
    async run({ subject, client, visitor }) {
      const choice = choiceOf(subject);
      const today = dateIn(subject.discovery.business.timeZone, subject.now());
      const past = await visitor.entry(choice, { from: addDays(today, -30), to: addDays(today, -1) });
      expectSame(past.slots, [], 'the slots in the past');
      const { slots } = await visitor.entry(choice, { from: today, to: today });
      expect(
        slots.every(({ start }) => Date.parse(start) > subject.now()),
        'a start has passed',
      );
      const answer = await client.send('GET', availabilityUrl(subject.base, choice, subject.window));
      const { horizon } = read(answer, Availability);
      const far = { from: addDays(horizon, 1), to: addDays(horizon, 30) };
      expectSame((await visitor.entry(choice, far)).slots, [], 'the slots after the horizon');
    },
  },
  {
    id: 'availability.add-ons-lengthen',
    clause: 'A longer session is never offered at a start at which a shorter one does not fit.',
    needs: ['addOns'],
    async run({ subject, visitor }) {
      const choice = choiceOf(subject, (one) => serviceOf(subject, one).addOns.length > 0, 'service with add-ons');
      const addOn = serviceOf(subject, choice).addOns.find(({ minutes }) => minutes > 0);
      if (!addOn) throw new NotHere('no add-on takes time');
      const short = await visitor.entry(choice);
      const long = await visitor.entry({ ...choice, addOnIds: [addOn.id] });
      const starts = new Set(short.slots.map(({ start }) => start));
      expectSame(
        long.slots.filter(({ start }) => !starts.has(start)).map(({ start }) => start),
        [],
        'starts for longer ones only',
      );
    },
  },
);
