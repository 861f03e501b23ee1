import type { Translation } from '../../../src/domain/texts/translation.js';
import type { Context } from 'hono';
import { Cancellation, ContactConfirmation, Reschedule } from '../../../src/contract/booking-change.js';
import { ErasureRequest } from '../../../src/contract/client-data.js';
import { IntakeDelivery, IntakeEvaluationRequest } from '../../../src/contract/intake.js';
import { clientData } from '../client-data.js';
import { ProblemError } from '../problems.js';
import { privateAnswer } from '../public-answer.js';
import { readBody } from '../requests.js';
import { opened } from './bookings.js';
import { keyed } from './keyed.js';
import type { Route } from './route.js';

/** The revision of an `If-Match`, or null without one. Throws `revision-mismatch` for a tag no booking has. */
function ifRevision(c: Context): number | null {
  const tag = c.req.header('If-Match');
  if (tag === undefined || tag.trim() === '*') return null;
  const [, revision] = /^\s*"(\d{1,9})"\s*$/.exec(tag) ?? [];
  if (revision === undefined) throw new ProblemError('revision-mismatch');
  return Number(revision);
}

/** What whoever holds a booking's manage token can do, and what screening asks before there is a booking. */
export const managingRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/v1/bookings/:id/cancel',
    async answer(c, backend) {
      const booking = await opened(c, backend);
      const revision = ifRevision(c);
      const response = await keyed(c, backend, 'cancel', () => readBody(c, Cancellation), {
        work: (tx) => backend.changes.cancel(tx, booking, revision),
        target: booking.id,
      });
      backend.outbox.deliver();
      return response;
    },
  },
  {
    method: 'POST',
    path: '/v1/bookings/:id/reschedule',
    async answer(c, backend) {
      const booking = await opened(c, backend);
      const revision = ifRevision(c);
      const response = await keyed(c, backend, 'reschedule', () => readBody(c, Reschedule), {
        work: (tx, request) => backend.changes.reschedule(tx, booking, request, revision),
        target: booking.id,
      });
      backend.outbox.deliver();
      return response;
    },
  },
  {
    method: 'POST',
    path: '/v1/bookings/:id/contact-confirmations',
    async answer(c, backend) {
      const booking = await opened(c, backend);
      const read = async (): Promise<ContactConfirmation> => {
        const request = await readBody(c, ContactConfirmation);
        if (booking.contact_status !== 'confirmed') {
          await backend.changes.tryCode(backend.database, booking, request.code);
        }
        return request;
      };
      const response = await keyed(c, backend, 'contact', read, {
        work: (tx) => backend.changes.confirmContact(tx, booking),
        target: booking.id,
      });
      backend.outbox.deliver();
      return response;
    },
  },
  {
    method: 'POST',
    path: '/v1/intake-evaluations',
    async answer(c, { intake }) {
      const evaluated = intake.evaluate(await readBody(c, IntakeEvaluationRequest));
      const translation = c.get('translation') as Translation | undefined;
      if (!translation) return privateAnswer(evaluated);
      return privateAnswer(translation.of(evaluated), 200, { 'Content-Language': translation.tag });
    },
  },
  {
    method: 'PUT',
    path: '/v1/bookings/:id/intake',
    async answer(c, backend) {
      const booking = await opened(c, backend);
      return keyed(c, backend, 'intake', () => readBody(c, IntakeDelivery), {
        work: (tx, request) => backend.intake.deliver(tx, booking, request),
        reveal: (body, request) => backend.intake.reveal(body, request),
        target: booking.id,
      });
    },
  },
  {
    method: 'GET',
    path: '/v1/bookings/:id/intake',
    answer: async (c, backend) => privateAnswer(await backend.intake.read(backend.database, await opened(c, backend))),
  },
  {
    method: 'DELETE',
    path: '/v1/bookings/:id/intake',
    async answer(c, backend) {
      const booking = await opened(c, backend);
      const done = await backend.database.exclusively(`withdraw ${booking.id}`, async (tx) => {
        await backend.intake.withdraw(tx, booking);
        return true;
      });
      if (!done) throw new ProblemError('request-in-flight', {}, { 'Retry-After': '1' });
      return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } });
    },
  },
  {
    method: 'GET',
    path: '/v1/bookings/:id/client-data',
    answer: async (c, backend) => privateAnswer(await clientData(backend.database, backend, await opened(c, backend))),
  },
  {
    method: 'POST',
    path: '/v1/bookings/:id/erasure',
    async answer(c, backend) {
      const booking = await opened(c, backend);
      return keyed(c, backend, 'erasure', () => readBody(c, ErasureRequest), {
        work: (tx) => backend.changes.erase(tx, booking),
        target: booking.id,
      });
    },
  },
];
