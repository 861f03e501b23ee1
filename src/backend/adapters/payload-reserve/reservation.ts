import type { Booking, BookingRequest, BookingStatus } from '../../../contract/booking.js';
import type { Practitioner } from '../../../contract/practitioner.js';
import type { Service } from '../../../contract/service.js';
import { freeUntil } from '../../../domain/policy/free-until.js';
import { localTimeIn } from '../../../domain/time/local-time.js';
import { isInstant, ONLY_OPTION, priceOf, rawId, type Document } from './documents.js';
import type { Settings } from './settings.js';

const STATUS: Record<string, BookingStatus> = {
  pending: 'requested',
  confirmed: 'confirmed',
  completed: 'completed',
  cancelled: 'cancelled',
  'no-show': 'no_show',
};

/**
 * The body of `POST /reserve/book`. What has no field there travels as text in the notes: the page's own reference after
 * what the client wrote. `metadata` has no place and stays behind.
 */
export function reservationBody(
  { client, items, hold, notes, reference }: BookingRequest,
  ids: { service: string | number; resource: string | number },
  key: string,
): object {
  const { name, email, phone } = client;
  const text = [notes, reference && `Reference: ${reference}`].filter(Boolean).join('\n');
  return {
    ...ids,
    startTime: items[0]!.start,
    guest: { name, email, ...(phone ? { phone } : {}) },
    ...(text ? { notes: text } : {}),
    ...(hold ? { holdToken: hold.token } : {}),
    idempotencyKey: key,
  };
}

/**
 * A booking in the contract's words. Without `document` the reservation was made by an earlier try whose answer was lost:
 * then its key, which the practice finds beside the reservation, stands for its number.
 */
export function bookingOf(
  document: Document | undefined,
  asked: { start: string; key: string; service: Service; practitioner: Practitioner },
  settings: Settings,
  now: number,
): Booking {
  const { service, practitioner, key } = asked;
  const { zone, area, approval, noticeHours } = settings;
  const { minutes } = service.options[0]!;
  const { status: told, startTime, createdAt } = document ?? {};
  const start = isInstant(startTime) ? startTime : asked.start;
  const id = String(rawId(document) ?? key.slice(0, 8));
  // A practice may name its own statuses; only a known word counts as a promise.
  const unknown = !document && approval === 'instant' ? 'confirmed' : 'requested';
  return {
    id,
    reference: id,
    status: (typeof told === 'string' && Object.hasOwn(STATUS, told) && STATUS[told]) || unknown,
    sessions: [
      {
        practitionerId: practitioner.id,
        practitionerName: practitioner.name,
        serviceId: service.id,
        serviceName: service.name,
        optionId: ONLY_OPTION,
        addOns: [],
        minutes,
        start,
        end: new Date(Date.parse(start) + minutes * 60_000).toISOString(),
        local: localTimeIn(zone, Date.parse(start)),
        timeZone: zone,
        place: 'incall',
        venue: { place: 'incall', area: { name: area } },
      },
    ],
    price: priceOf(service),
    payment: { status: 'unpaid', when: 'on-the-day' },
    freeUntil: freeUntil(start, zone, noticeHours),
    intake: { status: 'none' },
    revision: 1,
    createdAt: isInstant(createdAt) ? createdAt : new Date(now).toISOString(),
  };
}
