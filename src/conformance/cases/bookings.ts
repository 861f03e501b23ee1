import { Booking } from '../../contract/booking.js';
import { cases } from '../case.js';
import { wallTime } from '../calendar.js';
import { expect, expectSame, problem, read } from '../expect.js';
import { offerOf, serviceOf } from '../subject.js';
import { bookedBy } from '../visitor.js';

export const bookingCases = cases(
  {
    id: 'bookings.what-was-asked',
    clause: 'A booking answers 201 with the sessions that were asked for, in the words of the catalogue.',
    async run({ subject, visitor }) {
      const offer = await visitor.offer();
      const { choice, slot } = offer;
      const { sessions } = await visitor.booked([offer]);
      expectSame(sessions.length, 1, 'the number of sessions');
      const [session] = sessions;
      const service = serviceOf(subject, choice);
      expectSame(
        [session?.practitionerId, session?.serviceId, session?.serviceName, session?.optionId, session?.place],
        [choice.practitionerId, choice.serviceId, service.name, choice.optionId, choice.place],
        'the session',
      );
      const instants = [session?.start, session?.end].map((at) => Date.parse(at ?? ''));
      expectSame(instants, [Date.parse(slot.start), Date.parse(slot.end)], 'the time');
      expectSame(session?.local, wallTime(session?.timeZone ?? 'UTC', slot.start), 'local');
    },
  },
  {
    id: 'bookings.price',
    clause: 'A booking costs what availability named: its total is the sum of its lines.',
    async run({ visitor }) {
      const offer = await visitor.offer();
      const { price } = await visitor.booked([offer]);
      expectSame(price.total, offer.total, 'the total');
      const sum = price.lines.reduce((all, { amount }) => all + amount.amount, 0);
      expectSame(sum, price.total.amount, 'the sum of the lines');
    },
  },
  {
    id: 'bookings.never-paid',
    clause: 'No booking ever claims to be paid.',
    async run({ visitor }) {
      const booking = await visitor.booked([await visitor.offer()]);
      expectSame(booking.payment.status, 'unpaid', 'payment.status');
      const seen = await visitor.api('GET', `/bookings/${booking.id}`, { token: booking.manageToken });
      expectSame(read(seen, Booking).payment.status, 'unpaid', 'payment.status', seen);
    },
  },
  {
    id: 'bookings.free-until',
    clause: '`freeUntil` lies the hours of the policy before the start, as an instant and as wall time.',
    async run({ subject, visitor }) {
      const offer = await visitor.offer();
      const { freeUntil, sessions } = await visitor.booked([offer]);
      const { freeUntilHours } = subject.discovery.business.cancellation;
      expectSame(freeUntil.local, wallTime(sessions[0]!.timeZone, freeUntil.instant), 'freeUntil.local');
      // A policy in hours or in the same wall time some days before: both are honest across a change of clocks.
      const hours = (Date.parse(offer.slot.start) - Date.parse(freeUntil.instant)) / 3_600_000;
      expect(
        Math.abs(hours - freeUntilHours) <= 1,
        `freeUntil is ${hours} hours before the start, not ${freeUntilHours}`,
      );
    },
  },
  {
    id: 'bookings.occupy',
    clause: 'A booked time is offered to nobody, and booking it again is 409 slot-unavailable.',
    async run({ visitor }) {
      const offer = await visitor.offer();
      await visitor.booked([offer]);
      expect(!(await visitor.isOffered(offer)), 'the booked time is still offered');
      problem(await visitor.book(visitor.request([offer])), 'slot-unavailable');
    },
  },
  {
    id: 'bookings.overlaps',
    clause: 'Nothing that is offered after a booking overlaps it.',
    async run({ visitor }) {
      const offer = await visitor.offer();
      const [begin, end] = [Date.parse(offer.slot.start), Date.parse(offer.slot.end)];
      await visitor.booked([offer]);
      const { slots } = await visitor.entry(offer.choice);
      const over = slots.filter((slot) => Date.parse(slot.start) < end && begin < Date.parse(slot.end));
      expectSame(
        over.map(({ start }) => start),
        [],
        'the slots that overlap the booking',
      );
    },
  },
  {
    id: 'bookings.own-hold',
    clause: 'Whoever keeps a time may book it; the hold does not stand in its owner’s way.',
    needs: ['holds'],
    async run({ visitor }) {
      const offer = await visitor.offer();
      const { id, token } = await visitor.held(offer);
      bookedBy(await visitor.book(visitor.request([offer], { hold: { id, token } })));
    },
  },
  {
    id: 'bookings.hold-once',
    clause: 'A hold books once: with it again, it is 409 hold-consumed.',
    needs: ['holds'],
    async run({ visitor }) {
      const [first, second] = await visitor.offers(2);
      const { id, token } = await visitor.held(first!);
      bookedBy(await visitor.book(visitor.request([first!], { hold: { id, token } })));
      problem(await visitor.book(visitor.request([second!], { hold: { id, token } })), 'hold-consumed');
      expect(await visitor.isOffered(second!), 'the refused time is kept');
    },
  },
  {
    id: 'bookings.unknown-hold',
    clause: 'A hold that is unknown does not stand in the way of a time that is free.',
    needs: ['holds'],
    async run({ visitor }) {
      const offer = await visitor.offer();
      const hold = { id: 'no-such-hold', token: 'x'.repeat(43) };
      bookedBy(await visitor.book(visitor.request([offer], { hold })));
    },
  },
  {
    id: 'bookings.as-request',
    clause: 'With asRequest the therapist is asked first: the booking is `requested` and occupies its time.',
    async run({ visitor }) {
      const offer = await visitor.offer();
      const booking = await visitor.booked([offer], { asRequest: true });
      expectSame(booking.status, 'requested', 'the status');
      expect(!(await visitor.isOffered(offer)), 'the requested time is still offered');
      problem(await visitor.book(visitor.request([offer])), 'slot-unavailable');
    },
  },
  {
    id: 'bookings.approval',
    clause: 'What a practitioner books only on request becomes a request; what is booked at once is confirmed.',
    async run({ subject, visitor }) {
      for (const approval of ['instant', 'always-request', 'first-visit-request'] as const) {
        const choice = subject.choices.find((one) => {
          const offer = offerOf(subject.catalogue, one);
          return offer?.approval === approval && !(offer.place === 'outcall' && offer.confirmedContact);
        });
        if (!choice) continue;
        const { status } = await visitor.booked([await visitor.offer(choice)]);
        expectSame(status, approval === 'instant' ? 'confirmed' : 'requested', `the status under ${approval}`);
      }
    },
  },
  {
    id: 'bookings.several-sessions',
    clause: 'Several sessions are booked all or none, at one price.',
    async run({ visitor }) {
      const [first, second, third] = await visitor.offers(3);
      const both = await visitor.booked([first!, second!]);
      expectSame(both.sessions.length, 2, 'the number of sessions');
      expectSame(both.price.total.amount, first!.total.amount + second!.total.amount, 'the total');
      problem(await visitor.book(visitor.request([third!, first!])), 'slot-unavailable');
      expect(await visitor.isOffered(third!), 'a part of the refused booking was made');
    },
  },
);
