import { Booking } from '../../contract/booking.js';
import { cases } from '../case.js';
import { cancel, move, seen, startOf } from '../changes.js';
import { expect, expectSame, pointsAt, problem, read } from '../expect.js';
import { itemOf } from '../visitor.js';

export const rescheduleCases = cases(
  {
    id: 'reschedule.moves',
    clause:
      'A moved booking keeps id, reference and token; the new time is taken, the old one free, the revision risen.',
    needs: ['reschedule'],
    async run({ visitor }) {
      const [from, to] = await visitor.offers(2);
      const booking = await visitor.booked([from!]);
      const moved = read(await move(visitor, booking, [to!]), Booking);
      expectSame([moved.id, moved.reference], [booking.id, booking.reference], 'id and reference');
      expectSame(startOf(moved), Date.parse(to!.slot.start), 'the start');
      expect(moved.revision > booking.revision, `the revision is ${moved.revision} after ${booking.revision}`);
      expectSame(startOf(await seen(visitor, booking)), startOf(moved), 'the start read afterwards');
      expect(await visitor.isOffered(from!), 'the old time is not free');
      expect(!(await visitor.isOffered(to!)), 'the new time is still offered');
    },
  },
  {
    id: 'reschedule.atomic',
    clause: 'Reschedule takes the new time before it frees the old one, or changes nothing.',
    needs: ['reschedule'],
    async run({ visitor }) {
      const [from, taken] = await visitor.offers(2);
      const booking = await visitor.booked([from!]);
      await visitor.booked([taken!]);
      problem(await move(visitor, booking, [taken!]), 'slot-unavailable');
      const after = await seen(visitor, booking);
      const facts = ({ status, revision }: Booking): unknown => [status, revision];
      expectSame([...[facts(after)], startOf(after)], [facts(booking), startOf(booking)], 'the booking afterwards');
      expect(!(await visitor.isOffered(from!)), 'the old time was freed although the booking did not move');
    },
  },
  {
    id: 'reschedule.own-time',
    clause: 'A booking is not in its own way: it can be moved to a time that overlaps its old one.',
    needs: ['reschedule'],
    async run({ visitor }) {
      const offer = await visitor.offer();
      const day = offer.slot.local.slice(0, 10);
      const { slots } = await visitor.entry(offer.choice, { from: day, to: day });
      const end = Date.parse(offer.slot.end);
      const near = slots.find(
        ({ start }) => Date.parse(start) > Date.parse(offer.slot.start) && Date.parse(start) < end,
      );
      if (!near) return;
      const booking = await visitor.booked([offer]);
      const moved = read(await move(visitor, booking, [{ ...offer, slot: near }]), Booking);
      expectSame(startOf(moved), Date.parse(near.start), 'the start');
    },
  },
  {
    id: 'reschedule.held-time',
    clause: 'A booking can be moved to a time that its visitor holds, and to nobody else’s.',
    needs: ['reschedule', 'holds'],
    async run({ visitor }) {
      const [from, to] = await visitor.offers(2);
      const booking = await visitor.booked([from!]);
      const { id, token } = await visitor.held(to!);
      problem(await move(visitor, booking, [to!]), 'slot-unavailable');
      read(await move(visitor, booking, [to!], { hold: { id, token } }), Booking);
    },
  },
  {
    id: 'reschedule.refusals',
    clause: 'Nothing outside availability, no other service and no other price gets a booking moved.',
    needs: ['reschedule'],
    async run({ visitor }) {
      const [from, to] = await visitor.offers(2);
      const booking = await visitor.booked([from!]);
      const item = itemOf(to!);
      const codes = ['not-offered', 'slot-unavailable', 'validation', 'reschedule-not-allowed', 'not-found'] as const;
      for (const wrong of [{ start: '2001-01-01T12:00:00Z' }, { serviceId: 'none' }, { practitionerId: 'nobody' }]) {
        problem(await move(visitor, booking, [to!], { items: [{ ...item, ...wrong }] }), ...codes);
      }
      const expectedTotal = { ...to!.total, amount: to!.total.amount + 1 };
      problem(await move(visitor, booking, [to!], { expectedTotal }), 'price-changed');
      pointsAt(await move(visitor, booking, [to!], { items: [] }), '/items');
      expectSame(startOf(await seen(visitor, booking)), startOf(booking), 'the start afterwards');
    },
  },
  {
    id: 'reschedule.cancelled',
    clause: 'A cancelled booking cannot be moved, and takes no time.',
    needs: ['reschedule', 'cancel'],
    async run({ visitor }) {
      const [from, to] = await visitor.offers(2);
      const booking = await visitor.booked([from!]);
      read(await cancel(visitor, booking), Booking);
      problem(await move(visitor, booking, [to!]), 'already-cancelled', 'reschedule-not-allowed');
      expect(await visitor.isOffered(to!), 'the time is occupied all the same');
    },
  },
);
