import { Booking } from '../../contract/booking.js';
import { Hold } from '../../contract/hold.js';
import { cases } from '../case.js';
import { expect, expectSame, problem, read } from '../expect.js';
import { itemOf } from '../visitor.js';

/** What only a clock in the kit's hand can show of holds. */
export const holdClockCases = cases(
  {
    id: 'holds.expired-blocks-nobody',
    clause: 'A hold keeps its time until `expiresAt`, and blocks nobody from then on.',
    needs: ['holds'],
    tags: ['controlled'],
    async run({ visitor, control }) {
      const offer = await visitor.offer();
      const { secondsLeft } = await visitor.held(offer);
      await control!.advance(secondsLeft - 20);
      expect(!(await visitor.isOffered(offer)), 'the time was free before the hold ran out');
      await control!.advance(21);
      expect(await visitor.isOffered(offer), 'the time is not free after the hold ran out');
      await visitor.held(offer);
    },
  },
  {
    id: 'holds.cap',
    clause: 'A hold cannot be made longer for ever; its last answer says that it cannot be extended.',
    needs: ['holds'],
    tags: ['controlled'],
    async run({ visitor, control }) {
      const offer = await visitor.offer();
      let hold = await visitor.held(offer);
      for (let round = 0; hold.extendable; round += 1) {
        expect(round < 100, 'a hold was extended a hundred times');
        await control!.advance(Math.max(1, hold.secondsLeft - 10));
        hold = read(await visitor.hold([itemOf(offer)], hold), Hold, 201);
      }
      await control!.advance(hold.secondsLeft + 1);
      expect(await visitor.isOffered(offer), 'the time is not free after the last extension ran out');
    },
  },
  {
    id: 'holds.expired-still-books',
    clause: 'Booking with a hold that has run out still succeeds if the time is free.',
    needs: ['holds'],
    tags: ['controlled'],
    async run({ visitor, control }) {
      const offer = await visitor.offer();
      const hold = await visitor.held(offer);
      await control!.advance(hold.secondsLeft + 1);
      read(await visitor.book(visitor.request([offer], { hold: { id: hold.id, token: hold.token } })), Booking, 201);
    },
  },
  {
    id: 'holds.expired-and-taken',
    clause: 'If somebody took the time after the hold ran out, it is slot-unavailable with `holdExpired`.',
    needs: ['holds'],
    tags: ['controlled'],
    async run({ visitor, control }) {
      const offer = await visitor.offer();
      const hold = await visitor.held(offer);
      await control!.advance(hold.secondsLeft + 1);
      await visitor.booked([offer]);
      const answer = await visitor.book(visitor.request([offer], { hold: { id: hold.id, token: hold.token } }));
      expectSame(problem(answer, 'slot-unavailable').holdExpired, true, 'holdExpired', answer);
    },
  },
  {
    id: 'holds.replay-does-not-revive',
    clause: 'Repeating the request of a hold that has run out brings back its answer, not its time.',
    needs: ['holds', 'replay'],
    tags: ['controlled'],
    async run({ visitor, control }) {
      const offer = await visitor.offer();
      const key = crypto.randomUUID();
      const hold = read(await visitor.hold([itemOf(offer)], undefined, { key }), Hold, 201);
      await control!.advance(hold.secondsLeft + 1);
      const again = await visitor.hold([itemOf(offer)], undefined, { key });
      expectSame(read(again, Hold, 201).expiresAt, hold.expiresAt, 'expiresAt', again);
      expect(await visitor.isOffered(offer), 'the time is kept again');
    },
  },
);
