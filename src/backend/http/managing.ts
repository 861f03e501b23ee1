import type { ManageBackend } from '../booking-backend.js';
import type { Reschedule } from '../../contract/booking-change.js';
import { Booking } from '../../contract/booking.js';
import { json } from './answer.js';
import { BookedHttpBackend } from './booked-http-backend.js';
import { path } from './http-caller.js';
import { WRITE } from './policy.js';

/** What only a managed booking takes: changes, and taking answers back. */
export type Managing = Pick<ManageBackend, 'cancel' | 'reschedule' | 'withdrawIntake'>;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- TypeScript asks this of a class made from another one.
type Constructor<Of> = new (...given: any[]) => Of;

/**
 * Gives a class what a managed booking takes. A function, because the manage page has it without what booking takes, and
 * the complete backend with it.
 */
export function managing<Base extends Constructor<BookedHttpBackend>>(base: Base): Base & Constructor<Managing> {
  return class extends base implements Managing {
    cancel(bookingId: string, token: string, key: string, ifRevision?: number): Promise<Booking> {
      const answer = json(Booking);
      return this.write('POST', path`/bookings/${bookingId}/cancel`, { body: {}, key, token, ifRevision, answer });
    }

    reschedule(bookingId: string, token: string, body: Reschedule, key: string, ifRevision?: number): Promise<Booking> {
      const answer = json(Booking);
      return this.write('POST', path`/bookings/${bookingId}/reschedule`, { body, key, token, ifRevision, answer });
    }

    async withdrawIntake(bookingId: string, token: string): Promise<void> {
      await this.call('DELETE', path`/bookings/${bookingId}/intake`, { token, policy: WRITE, read: () => undefined });
    }
  };
}

/** A backend over HTTP as the manage page needs it. */
export class ManagingHttpBackend extends managing(BookedHttpBackend) {}
