import type { BookedSession, Booking, BookingRequest } from '../../contract/booking.js';
import type { Client } from '../../contract/booking.js';
import { freeUntil } from '../../domain/policy/free-until.js';
import { localTimeIn } from '../../domain/time/local-time.js';
import { BUSINESS, IN_CALL_ADDRESS } from './catalogue.js';
import { opaque } from './opaque.js';
import { priceOfAll, type Chosen } from './session.js';
import { iso } from './times.js';

/** The booking that a checked request becomes. `asked`: the therapist decides first, whatever the place says. */
export function bookingOf(
  request: BookingRequest,
  chosen: readonly Chosen[],
  number: number,
  asked: boolean,
  now: number,
): Booking {
  const id = `booking-${opaque(`booking ${number} ${now}`)}`;
  const isRequest = asked || request.asRequest || chosen.some(({ session }) => session.offer.approval !== 'instant');
  const { aftercare, intakeForm } = chosen[0]!.session.service;
  return {
    id,
    reference: `MARA-${1000 + number}`,
    status: isRequest ? 'requested' : 'confirmed',
    ...timesOf(chosen, request.client, !isRequest),
    payment: { status: 'unpaid', when: 'on-the-day' },
    intake: {
      status: request.intake === 'inline' || request.intake === 'later' ? 'awaited' : 'none',
      ...(intakeForm && { form: intakeForm }),
    },
    ...(aftercare === undefined ? {} : { aftercare }),
    manageToken: opaque(`manage ${id}`),
    revision: 1,
    createdAt: iso(now),
  };
}

/** What of a booking depends on when it is. `isFixed`: where to go is told to whom it stands for. */
export function timesOf(
  chosen: readonly Chosen[],
  client: Client,
  isFixed: boolean,
): Pick<Booking, 'sessions' | 'price' | 'freeUntil'> {
  const sessions = chosen.map((one) => bookedSession(one, client, isFixed));
  const first = sessions.reduce((one, other) => (other.start < one.start ? other : one));
  const { freeUntilHours } = BUSINESS.cancellation;
  return {
    sessions,
    price: priceOfAll(chosen),
    freeUntil: freeUntil(first.start, first.timeZone, freeUntilHours),
  };
}

function bookedSession({ item, session, timeZone }: Chosen, { address }: Client, isFixed: boolean): BookedSession {
  const { practitioner, service, offer, addOns, minutes } = session;
  const start = Date.parse(item.start);
  return {
    practitionerId: practitioner.id,
    practitionerName: practitioner.name,
    serviceId: service.id,
    serviceName: service.name,
    optionId: item.optionId,
    addOns: addOns.map(({ id, name }) => ({ id, name })),
    minutes,
    start: iso(start),
    end: iso(start + minutes * 60_000),
    local: localTimeIn(timeZone, start),
    timeZone,
    place: offer.place,
    venue:
      offer.place === 'incall'
        ? {
            place: 'incall',
            area: offer.area,
            ...(isFixed && { address: IN_CALL_ADDRESS }),
            ...(offer.directions === undefined ? {} : { directions: offer.directions }),
          }
        : { place: 'outcall', ...(address ? { address } : {}) },
  };
}

/** The booking as an iCalendar file in UTC. */
export function calendarFileOf({ id, reference, status, revision, sessions }: Booking, now: number): string {
  const stamp = (at: string): string => at.replace(/[-:]/g, '');
  const events = sessions.flatMap(({ serviceName, practitionerName, start, end }, index) => [
    'BEGIN:VEVENT',
    `UID:${id}.${index}@mara.example`,
    `DTSTAMP:${stamp(iso(now))}`,
    `SEQUENCE:${revision - 1}`,
    `STATUS:${status === 'cancelled' ? 'CANCELLED' : status === 'confirmed' ? 'CONFIRMED' : 'TENTATIVE'}`,
    `DTSTART:${stamp(start)}`,
    `DTEND:${stamp(end)}`,
    `SUMMARY:${serviceName} with ${practitionerName}`,
    `DESCRIPTION:${reference}`,
    'END:VEVENT',
  ]);
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Knead//Memory//EN', ...events, 'END:VCALENDAR', ''];
  return lines.join('\r\n');
}
