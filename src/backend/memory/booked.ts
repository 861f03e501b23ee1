import type { BookedSession, Booking, BookingRequest } from '../../contract/booking.js';
import type { SessionItem } from '../../contract/hold.js';
import type { Price } from '../../contract/money.js';
import type { Session } from './session.js';
import { freeUntil } from '../../domain/policy/free-until.js';
import { localTimeIn } from '../../domain/time/local-time.js';
import { BUSINESS, IN_CALL_ADDRESS } from './catalogue.js';
import { iso } from './times.js';

/** A session with what was sent for it. */
export interface Chosen {
  item: SessionItem;
  session: Session;
}

/** The booking that a checked request becomes. `asked`: the therapist decides first, whatever the place says. */
export function bookingOf(
  request: BookingRequest,
  chosen: readonly Chosen[],
  price: Price,
  number: number,
  asked: boolean,
  now: number,
): Booking {
  const id = `booking-${number}`;
  const sessions = chosen.map((one) => bookedSession(one, request));
  const first = sessions[0]!;
  const isRequest = asked || request.asRequest || chosen.some(({ session }) => session.offer.approval !== 'instant');
  const { aftercare } = chosen[0]!.session.service;
  return {
    id,
    reference: `MARA-${1000 + number}`,
    status: isRequest ? 'requested' : 'confirmed',
    sessions,
    price,
    payment: { status: 'unpaid', when: 'on-the-day' },
    freeUntil: freeUntil(first.start, first.timeZone, BUSINESS.cancellation.freeUntilHours),
    intake: { status: request.intake === 'inline' || request.intake === 'later' ? 'awaited' : 'none' },
    ...(aftercare === undefined ? {} : { aftercare }),
    manageToken: `manage-token-of-${id}`,
    revision: 1,
    createdAt: iso(now),
  };
}

function bookedSession({ item, session }: Chosen, request: BookingRequest): BookedSession {
  const { practitioner, service, offer, addOns, minutes } = session;
  const start = Date.parse(item.start);
  const { address } = request.client;
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
    local: localTimeIn(practitioner.timeZone, start),
    timeZone: practitioner.timeZone,
    place: offer.place,
    venue:
      offer.place === 'incall'
        ? {
            place: 'incall',
            area: offer.area,
            address: IN_CALL_ADDRESS,
            ...(offer.directions === undefined ? {} : { directions: offer.directions }),
          }
        : { place: 'outcall', ...(address ? { address } : {}) },
  };
}

/** The booking as an iCalendar file in UTC. */
export function calendarFileOf({ id, reference, sessions }: Booking, now: number): string {
  const stamp = (at: string): string => at.replace(/[-:]/g, '');
  const events = sessions.flatMap(({ serviceName, practitionerName, start, end }, index) => [
    'BEGIN:VEVENT',
    `UID:${id}.${index}@mara.example`,
    `DTSTAMP:${stamp(iso(now))}`,
    `DTSTART:${stamp(start)}`,
    `DTEND:${stamp(end)}`,
    `SUMMARY:${serviceName} with ${practitionerName}`,
    `DESCRIPTION:${reference}`,
    'END:VEVENT',
  ]);
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Knead//Memory//EN', ...events, 'END:VCALENDAR', ''];
  return lines.join('\r\n');
}
