import { Booking } from '../../contract/booking.js';
import { cases } from '../case.js';
import { cancel, seen } from '../changes.js';
import { expect, expectSame, problem, read } from '../expect.js';

export const cancelCases = cases(
  {
    id: 'cancel.frees-the-time',
    clause: 'A cancelled booking says so, its revision rises, and its time is free.',
    needs: ['cancel'],
    async run({ visitor }) {
      const offer = await visitor.offer();
      const booking = await visitor.booked([offer]);
      const cancelled = read(await cancel(visitor, booking), Booking);
      expectSame([cancelled.id, cancelled.status], [booking.id, 'cancelled'], 'the booking');
      expect(cancelled.revision > booking.revision, `the revision is ${cancelled.revision} after ${booking.revision}`);
      expectSame((await seen(visitor, booking)).status, 'cancelled', 'the status read afterwards');
      expect(await visitor.isOffered(offer), 'the time is not free');
      await visitor.booked([offer]);
    },
  },
  {
    id: 'cancel.idempotent',
    clause: 'Cancel is idempotent: a booking that is cancelled already is answered as it is.',
    needs: ['cancel'],
    async run({ visitor }) {
      const booking = await visitor.booked([await visitor.offer()]);
      const first = read(await cancel(visitor, booking), Booking);
      const again = read(await cancel(visitor, booking), Booking);
      expectSame([again.status, again.revision], ['cancelled', first.revision], 'the second answer');
    },
  },
  {
    id: 'cancel.does-not-free-another',
    clause: 'Cancelling again frees nobody’s time: what was booked since stays booked.',
    needs: ['cancel'],
    async run({ visitor }) {
      const offer = await visitor.offer();
      const booking = await visitor.booked([offer]);
      read(await cancel(visitor, booking), Booking);
      const next = await visitor.booked([offer]);
      read(await cancel(visitor, booking), Booking);
      expectSame((await seen(visitor, next)).status, 'confirmed', 'the status of the later booking');
      expect(!(await visitor.isOffered(offer)), 'the later booking’s time is free');
    },
  },
  {
    id: 'cancel.revision',
    clause: 'With If-Match of an older revision a change is 412 revision-mismatch, and nothing is changed.',
    needs: ['cancel'],
    async run({ visitor }) {
      const booking = await visitor.booked([await visitor.offer()]);
      const stale = { headers: { 'If-Match': `"${booking.revision + 7}"` } };
      problem(await cancel(visitor, booking, stale), 'revision-mismatch');
      expect((await seen(visitor, booking)).status !== 'cancelled', 'the booking is cancelled');
      read(await cancel(visitor, booking, { headers: { 'If-Match': `"${booking.revision}"` } }), Booking);
    },
  },
  {
    id: 'cancel.replay',
    clause: 'A cancellation needs a key; with the same key it is answered the same again.',
    needs: ['cancel', 'replay'],
    async run({ visitor }) {
      const booking = await visitor.booked([await visitor.offer()]);
      const keyless = { body: {}, token: booking.manageToken };
      problem(await visitor.api('POST', `/bookings/${booking.id}/cancel`, keyless), 'idempotency-key-missing');
      const key = crypto.randomUUID();
      const first = await cancel(visitor, booking, { key });
      read(first, Booking);
      expectSame((await cancel(visitor, booking, { key })).body, first.body, 'the second answer');
    },
  },
  {
    id: 'cancel.window',
    clause: 'What the policy no longer allows is refused with its own code, and changes nothing.',
    needs: ['cancel'],
    tags: ['controlled'],
    async run({ visitor, control }) {
      const offer = await visitor.offer();
      const booking = await visitor.booked([offer]);
      await control!.setClock(new Date(Date.parse(offer.slot.end) + 60_000).toISOString());
      problem(await cancel(visitor, booking), 'cancellation-window-passed');
      expect((await seen(visitor, booking)).status !== 'cancelled', 'a session that is over was cancelled');
    },
  },
);
