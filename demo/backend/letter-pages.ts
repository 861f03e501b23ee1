import type { Booking } from '../../src/contract/booking.js';
import type { News } from './letters.js';
import type { PrivatePage } from './private-links.js';

/** A page that a mail links to, and the words of the link. */
export type LinkedPage = PrivatePage & { label: string };

/** The pages that a mail to a client links to. `over`: the booking does not stand any more. */
export function pagesFor(booking: Booking, news: News, over: boolean): LinkedPage[] {
  const { id: bookingId, sessions } = booking;
  const practitionerId = sessions[0]?.practitionerId ?? '';
  const manage = { page: 'manage', bookingId } as const;
  if (over) return [{ ...manage, label: 'See it' }];
  return [
    ...(asksForAnswers(booking, news)
      ? [{ page: 'intake', bookingId, label: 'Answer a few questions before you come' } as const]
      : []),
    { ...manage, label: 'See, move or cancel it' },
    // Whoever books again by this link is only asked what has changed.
    { page: 'book', practitionerId, bookingId, label: 'Book another time' },
  ];
}

/** Whoever answers on the page they book on is asked by mail only where their answers did not arrive. */
function asksForAnswers({ intake }: Booking, { what, asksForAnswers }: News): boolean {
  return !!intake.form && intake.status === 'awaited' && (what !== 'made' || asksForAnswers === true);
}
