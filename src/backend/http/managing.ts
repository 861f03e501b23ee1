import type { ManageBackend, VisitBackend } from '../booking-backend.js';
import type { Reschedule } from '../../contract/booking-change.js';
import type { IntakeEvaluationRequest } from '../../contract/intake.js';
import { Booking } from '../../contract/booking.js';
import { IntakeEvaluation, IntakeRecord } from '../../contract/intake.js';
import { json } from './answer.js';
import { BookedHttpBackend, orNull } from './booked-http-backend.js';
import { path } from './http-caller.js';
import { WRITE } from './policy.js';

/** What a managed booking takes: changes, and its answers. */
export type Managing = Pick<ManageBackend, 'cancel' | 'reschedule' | 'intake' | 'withdrawIntake'> &
  Pick<VisitBackend, 'evaluateIntake'>;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- TypeScript asks this of a class made from another one.
type Constructor<Of> = new (...given: any[]) => Of;

/**
 * Gives a class what a managed booking takes. A function, because the manage page has it without what booking takes, and
 * the complete backend with it.
 */
export function managing<Base extends Constructor<BookedHttpBackend>>(base: Base): Base & Constructor<Managing> {
  return class extends base implements Managing {
    evaluateIntake(request: IntakeEvaluationRequest, signal?: AbortSignal): Promise<IntakeEvaluation> {
      return this.ask('/intake-evaluations', request, json(IntakeEvaluation), signal);
    }

    cancel(bookingId: string, token: string, key: string, ifRevision?: number): Promise<Booking> {
      const answer = json(Booking);
      return this.write('POST', path`/bookings/${bookingId}/cancel`, { body: {}, key, token, ifRevision, answer });
    }

    reschedule(bookingId: string, token: string, body: Reschedule, key: string, ifRevision?: number): Promise<Booking> {
      const answer = json(Booking);
      return this.write('POST', path`/bookings/${bookingId}/reschedule`, { body, key, token, ifRevision, answer });
    }

    intake(bookingId: string, token: string, signal?: AbortSignal): Promise<IntakeRecord | null> {
      return orNull(this.open(path`/bookings/${bookingId}/intake`, token, json(IntakeRecord), signal));
    }

    async withdrawIntake(bookingId: string, token: string): Promise<void> {
      await this.call('DELETE', path`/bookings/${bookingId}/intake`, { token, policy: WRITE, read: () => undefined });
    }
  };
}

/** A backend over HTTP as the manage page needs it. */
export class ManagingHttpBackend extends managing(BookedHttpBackend) {}
