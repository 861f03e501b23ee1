import type { Slot } from '../../contract/availability.js';
import { Hold } from '../../contract/hold.js';
import { cases } from '../case.js';
import { expect, expectSame, problem, read } from '../expect.js';
import { itemOf } from '../visitor.js';

export const holdCases = cases(
  {
    id: 'holds.every-offered-slot',
    clause: 'Every slot from availability can be held at once.',
    needs: ['holds'],
    async run({ subject, visitor }) {
      for (const choice of subject.choices.slice(0, 3)) {
        const { slots, price } = await visitor.entry(choice);
        const step = Math.max(1, Math.floor(slots.length / 6));
        const sample = slots.filter((_, index) => index % step === 0).slice(0, 6);
        for (const slot of [...sample, slots.at(-1)!]) {
          const hold = await visitor.held({ slot, choice, total: price.total });
          await visitor.release(hold.id, hold.token);
        }
      }
    },
  },
  {
    id: 'holds.expiry-is-said',
    clause:
      '`expiresAt` is the server’s and `secondsLeft` is what is left until then; neither is longer than discovery says.',
    needs: ['holds'],
    async run({ subject, visitor }) {
      const hold = await visitor.held(await visitor.offer());
      const { holdSeconds } = subject.discovery.limits;
      expect(hold.secondsLeft > 0 && hold.secondsLeft <= holdSeconds, `secondsLeft is ${hold.secondsLeft}`);
      const left = (Date.parse(hold.expiresAt) - subject.now()) / 1_000;
      expect(
        Math.abs(left - hold.secondsLeft) < 60,
        `expiresAt is in ${Math.round(left)} s, secondsLeft ${hold.secondsLeft}`,
      );
    },
  },
  {
    id: 'holds.price',
    clause: 'A hold names the price that availability named.',
    needs: ['holds'],
    async run({ visitor }) {
      const offer = await visitor.offer();
      const { price } = await visitor.held(offer);
      expectSame(price.total, offer.total, 'the price of the hold');
    },
  },
  {
    id: 'holds.keep-the-time',
    clause: 'A held time is offered to nobody else; whoever asks for it gets 409 slot-unavailable.',
    needs: ['holds'],
    async run({ visitor }) {
      const offer = await visitor.offer();
      await visitor.held(offer);
      expect(!(await visitor.isOffered(offer)), 'the held time is still offered');
      problem(await visitor.hold([itemOf(offer)]), 'slot-unavailable');
      problem(await visitor.book(visitor.request([offer])), 'slot-unavailable');
    },
  },
  {
    id: 'holds.alternatives',
    clause: 'With slot-unavailable come other times, which can be held.',
    needs: ['holds'],
    async run({ visitor }) {
      const offer = await visitor.offer();
      await visitor.held(offer);
      const answer = await visitor.hold([itemOf(offer)]);
      const { alternatives = [] } = problem(answer, 'slot-unavailable');
      expect(alternatives.length > 0, 'there are no alternatives', answer);
      expect(!alternatives.some(({ start }) => start === offer.slot.start), 'the taken time is among them', answer);
      for (const slot of alternatives as Slot[]) {
        const hold = await visitor.held({ ...offer, slot });
        await visitor.release(hold.id, hold.token);
      }
    },
  },
  {
    id: 'holds.release',
    clause: 'A released hold frees its time at once; release answers 204 whatever it finds.',
    needs: ['holds'],
    async run({ visitor }) {
      const offer = await visitor.offer();
      const hold = await visitor.held(offer);
      for (const [id, token] of [
        [hold.id, hold.token],
        [hold.id, hold.token],
        ['no-such-hold', hold.token],
        ['no-such-hold', undefined],
        ['__proto__', hold.token],
      ] as const) {
        const answer = await visitor.release(id, token);
        expectSame([answer.status, answer.text], [204, ''], `the answer to the release of ${id}`, answer);
      }
      expect(await visitor.isOffered(offer), 'the released time is not offered');
    },
  },
  {
    id: 'holds.foreign-release',
    clause: 'Who has the id of a hold but not its token cannot release it, and is told nothing.',
    needs: ['holds'],
    async run({ visitor }) {
      const [mine, other] = await visitor.offers(2);
      const hold = await visitor.held(mine!);
      const foreign = await visitor.held(other!);
      for (const token of [undefined, 'x'.repeat(43), foreign.token]) {
        const answer = await visitor.release(hold.id, token);
        expectSame([answer.status, answer.text], [204, ''], 'the answer', answer);
      }
      expect(!(await visitor.isOffered(mine!)), 'the hold was released by a stranger');
    },
  },
  {
    id: 'holds.foreign-token',
    clause: 'With the id of a hold and a token that is not its own, its time is somebody else’s.',
    needs: ['holds'],
    async run({ visitor }) {
      const offer = await visitor.offer();
      const hold = await visitor.held(offer);
      const request = visitor.request([offer], { hold: { id: hold.id, token: 'x'.repeat(43) } });
      problem(await visitor.book(request), 'slot-unavailable', 'token-invalid');
      problem(
        await visitor.hold([itemOf(offer)], { ...hold, token: 'x'.repeat(43) }),
        'slot-unavailable',
        'token-invalid',
      );
      expect(!(await visitor.isOffered(offer)), 'the time is no longer kept');
    },
  },
  {
    id: 'holds.all-or-none',
    clause: 'Several times are held all or none: where one is taken, the others stay free.',
    needs: ['holds'],
    async run({ visitor }) {
      const [taken, free] = await visitor.offers(2);
      await visitor.held(taken!);
      problem(await visitor.hold([itemOf(free!), itemOf(taken!)]), 'slot-unavailable');
      expect(await visitor.isOffered(free!), 'a part of the refused hold was kept');
      const both = await visitor.offers(3);
      await visitor.held(both[1]!, both[2]!);
      expect(!(await visitor.isOffered(both[1]!)), 'the first of two held times is still offered');
      expect(!(await visitor.isOffered(both[2]!)), 'the second of two held times is still offered');
    },
  },
  {
    id: 'holds.overlap-in-one',
    clause: 'One practitioner cannot be held twice at once, not even in one request.',
    needs: ['holds'],
    async run({ visitor }) {
      const offer = await visitor.offer();
      problem(await visitor.hold([itemOf(offer), itemOf(offer)]), 'slot-unavailable', 'validation', 'not-offered');
      expect(await visitor.isOffered(offer), 'a part of the refused hold was kept');
    },
  },
  {
    id: 'holds.extend',
    clause: 'With the hold’s own id and token the same times are kept for longer, under the same id.',
    needs: ['holds'],
    async run({ visitor }) {
      const offer = await visitor.offer();
      const hold = await visitor.held(offer);
      expect(hold.extendable, 'a fresh hold cannot be made longer');
      const longer = read(await visitor.hold([itemOf(offer)], hold), Hold, 201);
      expectSame(longer.id, hold.id, 'the id');
      expect(Date.parse(longer.expiresAt) >= Date.parse(hold.expiresAt), 'it became shorter');
    },
  },
  {
    id: 'holds.new-choice',
    clause: 'With another time the hold moves: the new time is kept and the old one is free, in one step.',
    needs: ['holds'],
    async run({ visitor }) {
      const [first, second] = await visitor.offers(2);
      const hold = await visitor.held(first!);
      read(await visitor.hold([itemOf(second!)], hold), Hold, 201);
      expect(await visitor.isOffered(first!), 'the old time is still kept');
      expect(!(await visitor.isOffered(second!)), 'the new time is not kept');
    },
  },
);
