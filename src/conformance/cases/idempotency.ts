import { Booking } from '../../contract/booking.js';
import { Hold } from '../../contract/hold.js';
import { cases } from '../case.js';
import { NoAnswer } from '../client.js';
import { expect, expectSame, NotHere, problem, read } from '../expect.js';
import { bookedBy, itemOf } from '../visitor.js';

export const idempotencyCases = cases(
  {
    id: 'idempotency.replay',
    clause:
      'The same key with the same body gets the same status and body, marked Idempotency-Replayed, and books once.',
    needs: ['replay'],
    async run({ visitor }) {
      const key = crypto.randomUUID();
      const request = visitor.request([await visitor.offer()]);
      const first = await visitor.book(request, { key });
      bookedBy(first);
      const again = await visitor.book(request, { key });
      expectSame([again.status, again.body], [first.status, first.body], 'the second answer', again);
      expectSame(again.headers.get('idempotency-replayed'), 'true', 'Idempotency-Replayed', again);
      expect(first.headers.get('idempotency-replayed') === null, 'the first answer is marked as replayed', first);
    },
  },
  {
    id: 'idempotency.replay-of-a-hold',
    clause: 'A hold, too, is repeated by its key.',
    needs: ['replay', 'holds'],
    async run({ visitor }) {
      const key = crypto.randomUUID();
      const items = [itemOf(await visitor.offer())];
      const first = read(await visitor.hold(items, undefined, { key }), Hold, 201);
      const again = read(await visitor.hold(items, undefined, { key }), Hold, 201);
      expectSame([again.id, again.token], [first.id, first.token], 'the second hold');
    },
  },
  {
    id: 'idempotency.reused-key',
    clause: 'The same key with another body is 422 idempotency-key-reused, and nothing more is booked.',
    needs: ['replay'],
    async run({ visitor }) {
      const key = crypto.randomUUID();
      const [first, second] = await visitor.offers(2);
      bookedBy(await visitor.book(visitor.request([first!]), { key }));
      problem(await visitor.book(visitor.request([second!]), { key }), 'idempotency-key-reused');
      expect(await visitor.isOffered(second!), 'the second time is occupied');
    },
  },
  {
    id: 'idempotency.scope',
    clause: 'A key belongs to one operation: the one of a hold may be the one of its booking.',
    needs: ['replay', 'holds'],
    async run({ visitor }) {
      const key = crypto.randomUUID();
      const offer = await visitor.offer();
      const { id, token } = read(await visitor.hold([itemOf(offer)], undefined, { key }), Hold, 201);
      bookedBy(await visitor.book(visitor.request([offer], { hold: { id, token } }), { key }));
    },
  },
  {
    id: 'idempotency.required',
    clause: 'Every write carries an Idempotency-Key of at least 16 characters; without one nothing is done.',
    async run({ subject, visitor }) {
      const offer = await visitor.offer();
      const body = visitor.request([offer]);
      for (const headers of [{}, { 'Idempotency-Key': '' }, { 'Idempotency-Key': 'short' }] as Record<
        string,
        string
      >[]) {
        problem(await visitor.api('POST', '/bookings', { body, headers }), 'idempotency-key-missing');
        if (!subject.discovery.capabilities.holds) continue;
        const items = [itemOf(offer)];
        problem(await visitor.api('POST', '/holds', { body: { items }, headers }), 'idempotency-key-missing');
      }
      expect(await visitor.isOffered(offer), 'the time is occupied all the same');
    },
  },
  {
    id: 'idempotency.quoted',
    clause: 'A key may be quoted, as the header’s draft standard writes it: it is the same key.',
    needs: ['replay'],
    async run({ visitor }) {
      const key = crypto.randomUUID();
      const request = visitor.request([await visitor.offer()]);
      const first = bookedBy(await visitor.book(request, { key }));
      const again = bookedBy(await visitor.book(request, { key: `"${key}"` }));
      expectSame(again.id, first.id, 'the booking');
    },
  },
  {
    id: 'idempotency.refusals-leave-no-trace',
    clause: 'A refused request stores nothing: its key can be used for the corrected one.',
    needs: ['replay'],
    async run({ visitor }) {
      const key = crypto.randomUUID();
      const offer = await visitor.offer();
      const request = visitor.request([offer]);
      problem(await visitor.book({ ...request, locale: '!' }, { key }), 'validation');
      const expectedTotal = { ...offer.total, amount: offer.total.amount + 1 };
      problem(await visitor.book({ ...request, expectedTotal }, { key }), 'price-changed');
      bookedBy(await visitor.book(request, { key }));
    },
  },
  {
    id: 'idempotency.lookup',
    clause: 'A booking is found again by its key, with its manage token, and by nothing else.',
    needs: ['bookingLookup'],
    async run({ visitor }) {
      const key = crypto.randomUUID();
      const made = bookedBy(await visitor.book(visitor.request([await visitor.offer()]), { key }));
      const found = read(await visitor.api('POST', '/booking-lookups', { body: { key } }), Booking);
      expectSame([found.id, found.manageToken], [made.id, made.manageToken], 'the booking found');
      for (const wrong of [crypto.randomUUID(), made.id.padEnd(16, '0'), made.reference.padEnd(16, '0')]) {
        problem(await visitor.api('POST', '/booking-lookups', { body: { key: wrong } }), 'not-found');
      }
      problem(await visitor.api('POST', '/booking-lookups', { body: { key: 'short' } }), 'validation');
    },
  },
  {
    id: 'idempotency.lookup-of-another-operation',
    clause: 'The key of a hold finds no booking.',
    needs: ['bookingLookup', 'holds'],
    async run({ visitor }) {
      const key = crypto.randomUUID();
      read(await visitor.hold([itemOf(await visitor.offer())], undefined, { key }), Hold, 201);
      problem(await visitor.api('POST', '/booking-lookups', { body: { key } }), 'not-found');
    },
  },
  {
    id: 'idempotency.lost-answer',
    clause: 'A booking whose answer was lost is answered by its key, and was made once.',
    needs: ['replay', 'bookingLookup'],
    tags: ['controlled', 'transport'],
    async run({ visitor, control }) {
      const key = crypto.randomUUID();
      const offer = await visitor.offer();
      const request = visitor.request([offer]);
      await control!.failNext({ mode: 'drop-response-after-commit', match: 'POST /v1/bookings' });
      try {
        await visitor.book(request, { key });
        throw new NotHere('the answer was not lost: in process there is no connection to break');
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error;
      }
      expect(!(await visitor.isOffered(offer)), 'the booking was not made');
      const found = read(await visitor.api('POST', '/booking-lookups', { body: { key } }), Booking);
      const again = bookedBy(await visitor.book(request, { key }));
      expectSame([again.id, again.manageToken], [found.id, found.manageToken], 'the repeated answer');
    },
  },
);
