import type { Context } from 'hono';
import { BookingLookup, BookingRequest, type Booking } from '../../../src/contract/booking.js';
import type { BackendParts } from '../backend.js';
import type { BookingRow } from '../booking-record.js';
import { calendarFile } from '../calendar-file.js';
import { ProblemError } from '../problems.js';
import { privateAnswer } from '../public-answer.js';
import { bearer, readBody } from '../requests.js';
import { keyed } from './keyed.js';
import type { Route } from './route.js';

/** The booking a request names and has the token of. Throws the same `not-found` for an unknown id and a wrong token. */
export function opened(c: Context, { bookings, database }: BackendParts): Promise<BookingRow> {
  return bookings.open(database, c.req.param('id') ?? '', bearer(c));
}

export const bookingRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/v1/bookings',
    async answer(c, backend) {
      const response = await keyed(c, backend, 'booking', () => readBody(c, BookingRequest), {
        work: (tx, request) => backend.bookings.book(tx, request),
        reveal: (body) => backend.bookings.reveal(body),
      });
      backend.outbox.deliver();
      return response;
    },
  },
  {
    method: 'POST',
    path: '/v1/booking-lookups',
    async answer(c, { database, idempotency, bookings }) {
      const { key } = await readBody(c, BookingLookup);
      const made = (await idempotency.find('booking', key)) as Booking | null;
      const row = made && (await bookings.find(database, made.id));
      if (!row) throw new ProblemError('not-found');
      return privateAnswer(bookings.reveal(bookings.describe(row)));
    },
  },
  {
    method: 'GET',
    path: '/v1/bookings/:id',
    answer: async (c, backend) => {
      const booking = backend.bookings.describe(await opened(c, backend));
      return privateAnswer(booking, 200, { ETag: `"${booking.revision}"` });
    },
  },
  {
    method: 'GET',
    path: '/v1/bookings/:id/calendar.ics',
    async answer(c, backend) {
      const row = await opened(c, backend);
      const booking = backend.bookings.describe(row);
      const name = row.discreet ? 'appointment' : `booking-${booking.reference}`;
      return new Response(calendarFile(backend.catalogue, booking, row.discreet), {
        headers: {
          'Content-Type': 'text/calendar; charset=utf-8; method=PUBLISH',
          'Content-Disposition': `attachment; filename="${name}.ics"`,
          'Cache-Control': 'no-store',
        },
      });
    },
  },
];
