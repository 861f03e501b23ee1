import { Booking } from '../../contract/booking.js';
import { cases, type Context } from '../case.js';
import type { Answer } from '../client.js';
import { expect, expectSame, problem, read } from '../expect.js';
import { itemOf, type Offered } from '../visitor.js';
import { move } from '../changes.js';

const RACERS = 20;

/** Exactly one of the racers wins, and the others are told that the time is taken. */
function oneWinner(answers: readonly Answer[]): void {
  const won = answers.filter(({ status }) => status === 201);
  for (const answer of answers) if (answer.status !== 201) problem(answer, 'slot-unavailable');
  expect(won.length === 1, `${won.length} of ${answers.length} won the same time`, won[1]);
}

/** Starts of one day whose sessions overlap each other. */
async function overlapping({ visitor }: Context): Promise<Offered[]> {
  const offer = await visitor.offer();
  const day = offer.slot.local.slice(0, 10);
  const { slots } = await visitor.entry(offer.choice, { from: day, to: day });
  const [begin, end] = [Date.parse(offer.slot.start), Date.parse(offer.slot.end)];
  const over = slots.filter(({ start }) => Date.parse(start) >= begin && Date.parse(start) < end);
  return over.map((slot) => ({ ...offer, slot }));
}

export const raceCases = cases(
  {
    id: 'races.one-slot',
    clause: `Of ${RACERS} who book one time at once, one gets it and the others are told that it is taken.`,
    needs: ['atomicBooking'],
    tags: ['concurrency'],
    async run({ visitor }) {
      const offer = await visitor.offer();
      oneWinner(await Promise.all(Array.from({ length: RACERS }, () => visitor.book(visitor.request([offer])))));
    },
  },
  {
    id: 'races.overlapping',
    clause: 'Of those who book overlapping times at once, one gets theirs: no two active ranges ever overlap.',
    needs: ['atomicBooking'],
    tags: ['concurrency'],
    async run(context) {
      const { visitor } = context;
      const offers = await overlapping(context);
      const racers = Array.from({ length: RACERS }, (_, index) => offers[index % offers.length]!);
      oneWinner(await Promise.all(racers.map((offer) => visitor.book(visitor.request([offer])))));
    },
  },
  {
    id: 'races.holds-and-bookings',
    clause: 'Holding and booking one time at once, one wins.',
    needs: ['atomicBooking', 'holds'],
    tags: ['concurrency'],
    async run({ visitor }) {
      const offer = await visitor.offer();
      const racers = Array.from({ length: RACERS }, (_, index) =>
        index % 2 === 0 ? visitor.hold([itemOf(offer)]) : visitor.book(visitor.request([offer])),
      );
      oneWinner(await Promise.all(racers));
    },
  },
  {
    id: 'races.one-key',
    clause: 'The same request sent many times at once books once: each is answered the same, or told to wait.',
    needs: ['replay'],
    tags: ['concurrency'],
    async run({ visitor }) {
      const key = crypto.randomUUID();
      const request = visitor.request([await visitor.offer()]);
      const racers = Array.from({ length: 8 }, () => visitor.book(request, { key, impatient: true }));
      const answers = await Promise.all(racers);
      const made = answers.filter(({ status }) => status === 201);
      for (const answer of answers.filter(({ status }) => status !== 201)) {
        const { retryable } = problem(answer, 'request-in-flight');
        expectSame(retryable, true, 'retryable', answer);
        expect(/^\d+$/.test(answer.headers.get('retry-after') ?? ''), 'request-in-flight without Retry-After', answer);
      }
      expect(made.length > 0, 'nobody was answered');
      const ids = new Set(made.map((answer) => read(answer, Booking, 201).id));
      expectSame(ids.size, 1, 'the number of bookings');
      const again = read(await visitor.book(request, { key }), Booking, 201);
      expect(ids.has(again.id), 'the key now answers with another booking');
    },
  },
  {
    id: 'races.one-hold',
    clause: 'A hold that is used many times at once books once.',
    needs: ['holds', 'atomicBooking'],
    tags: ['concurrency'],
    async run({ visitor }) {
      const offer = await visitor.offer();
      const { id, token } = await visitor.held(offer);
      const request = visitor.request([offer], { hold: { id, token } });
      const answers = await Promise.all(Array.from({ length: 8 }, () => visitor.book(request)));
      expectSame(answers.filter(({ status }) => status === 201).length, 1, 'the number of bookings');
      for (const answer of answers) if (answer.status !== 201) problem(answer, 'hold-consumed', 'slot-unavailable');
    },
  },
  {
    id: 'races.moves',
    clause: 'Of several bookings moved to one time at once, one moves and the others stay where they are.',
    needs: ['reschedule', 'atomicBooking'],
    tags: ['concurrency'],
    async run({ visitor }) {
      const offers = await visitor.offers(6);
      const [to, ...from] = offers;
      const bookings = [];
      for (const offer of from) bookings.push(await visitor.booked([offer]));
      const answers = await Promise.all(bookings.map((booking) => move(visitor, booking, [to!])));
      expectSame(answers.filter(({ status }) => status === 200).length, 1, 'the number of moves');
      for (const [index, answer] of answers.entries()) {
        if (answer.status === 200) continue;
        problem(answer, 'slot-unavailable');
        expect(!(await visitor.isOffered(from[index]!)), 'a booking that did not move lost its time', answer);
      }
    },
  },
);
