import type { Booking, BookingStatus } from '../../contract/booking.js';
import type { Answers } from '../../contract/intake.js';
import type { Place } from '../../contract/place.js';
import { dateIn, localTimeIn } from '../../domain/time/local-time.js';
import { addDays } from '../../domain/time/plain-date.js';
import { CONSENT, FORM } from './intake-form.js';
import { priceOfAll } from './session.js';
import type { Parts } from './routes.js';
import { iso } from './times.js';

/** What a booking that is there from the beginning is like. */
export interface MadeBooking {
  /** Days from now; below zero it lies behind. Three without it. */
  days?: number;
  status?: BookingStatus;
  place?: Place;
  /** Answers that were delivered with it. */
  answers?: Answers;
  /** The client said that answers would follow. */
  awaitsAnswers?: boolean;
}

/** An hour of back massage with a fictional client, at the first free time of its day. */
export function madeBooking({ diary, bookings, intake }: Parts, wish: MadeBooking): Booking {
  const { days = 3, status, place = 'incall', answers, awaitsAnswers } = wish;
  const choice = { serviceId: 'back', optionId: '60', addOnIds: [], place } as const;
  const where = place === 'outcall' ? { ...choice, addOnIds: [], outwardCode: 'W1' } : { ...choice, addOnIds: [] };
  // The memory offers nothing that lies behind, so a booking from then is one of tomorrow's that is set back.
  const from = addDays(dateIn('Europe/London', diary.now()), Math.max(days, 1));
  const answer = diary.availability({ practitionerIds: ['mara'], ...where, from, to: addDays(from, 14) });
  const [entry] = answer.entries;
  const slot = entry && 'slots' in entry ? entry.slots[0] : undefined;
  if (!slot) throw new Error('this scene has no time for a booking');
  const item = { practitionerId: 'mara', ...where, start: slot.start, slotToken: slot.token };
  const sessions = diary.sessions([item]);
  const consent = {
    documentId: CONSENT.id,
    version: CONSENT.version,
    hash: CONSENT.hash,
    at: iso(diary.now()),
    locale: 'en-GB',
  };
  const address = { line1: '3 Example Street', postcode: 'W1 2AB' };
  const key = `made before ${diary.bookings.size}`;
  const { id, manageToken } = bookings.keep(
    {
      items: [item],
      client: {
        name: 'Ada Example',
        email: 'ada@example.com',
        phone: '020 7946 0555',
        ...(place === 'outcall' && { address }),
      },
      safetyCheck: { formId: FORM.id, version: FORM.version, passed: true, at: iso(diary.now()) },
      intake: answers ? 'inline' : awaitsAnswers ? 'later' : 'in-person',
      consents: [],
      expectedTotal: priceOfAll(sessions).total,
      locale: 'en-GB',
    },
    sessions,
    key,
    status === 'requested',
  );
  if (answers) {
    const { id: formId, version } = FORM;
    intake.keep(id, { formId, version, answers, consent, answeredAt: iso(diary.now()) });
  }
  const booking = { ...diary.bookings.get(id)!, ...(manageToken !== undefined && { manageToken }) };
  const made = days < 1 ? setBack(booking, days - 1) : booking;
  const stands = status ? { ...made, status } : made;
  diary.bookings.set(id, stands);
  return stands;
}

/** The booking so many days later, or earlier. */
function setBack(booking: Booking, days: number): Booking {
  const moved = (instant: string): string => iso(Date.parse(instant) + days * 86_400_000);
  const sessions = booking.sessions.map((session) => {
    const start = moved(session.start);
    return { ...session, start, end: moved(session.end), local: localTimeIn(session.timeZone, Date.parse(start)) };
  });
  const instant = moved(booking.freeUntil.instant);
  const local = localTimeIn(booking.sessions[0]!.timeZone, Date.parse(instant));
  return { ...booking, sessions, freeUntil: { instant, local } };
}
