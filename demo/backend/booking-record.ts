import type { BookedSession, Booking, BookingStatus, Client } from '../../src/contract/booking.js';
import type { Price } from '../../src/contract/money.js';
import type { Place, Venue } from '../../src/contract/place.js';
import { allowedChanges, type AllowedChanges } from '../../src/domain/policy/changes.js';
import type { OfferedSlot } from '../../src/domain/availability/offered-slots.js';
import type { CatalogueData } from './catalogue.js';
import { instantText } from './clock.js';
import type { PlannedSession } from './sessions.js';

/** A session as it was booked. Where it is may be said only as long as the booking stands, so it is kept out. */
export type SessionRecord = Omit<BookedSession, 'venue'>;

/** A row of `bookings`, as far as its client may see it. */
export interface BookingRow {
  id: string;
  reference: string;
  manage_hash: string;
  status: BookingStatus;
  /** Null once erased. */
  client: Client | null;
  sessions: SessionRecord[];
  price: Price;
  free_until: Booking['freeUntil'];
  intake_status: Booking['intake']['status'];
  revision: number;
  created_at: Date;
  updated_at: Date | null;
  cancelled_at: Date | null;
  erased_at: Date | null;
  contact_status: 'awaited' | 'confirmed' | null;
  /** A person has to read it first, whoever asks. */
  asked: boolean;
  /** Mails and calendar entries say nothing of what was booked where others may read over a shoulder. */
  discreet: boolean;
  practitioner_ids: string[];
  /** Those of its practitioners who have accepted it by hand. */
  accepted_by: string[];
}

/** What is kept of a session: names and lengths as they were when it was booked. */
export function sessionRecord({ offering }: PlannedSession, slot: OfferedSlot): SessionRecord {
  const { practitioner, service, option, addOns, minutes, rules, offer } = offering;
  return {
    practitionerId: practitioner.profile.id,
    practitionerName: practitioner.profile.name,
    serviceId: service.id,
    serviceName: service.name,
    optionId: option.id,
    addOns: addOns.map(({ id, name }) => ({ id, name })),
    minutes,
    start: instantText(slot.start),
    end: instantText(slot.end),
    local: slot.local,
    timeZone: rules.timeZone,
    place: offer.place,
  };
}

/** When its first session begins, in milliseconds. */
export function beginning(row: BookingRow): number {
  return Math.min(...row.sessions.map(({ start }) => Date.parse(start)));
}

/** When its last session is over, in milliseconds. */
export function ending(sessions: readonly SessionRecord[]): number {
  return Math.max(...sessions.map(({ end }) => Date.parse(end)));
}

/** What its client may still do by themselves. */
export function allowedFor(row: BookingRow, now: number): AllowedChanges {
  const freeUntil = Date.parse(row.free_until.instant);
  return allowedChanges({ status: row.status, begins: beginning(row), freeUntil }, now);
}

/** The booking as its client reads it at an instant, without the manage token. */
export function bookingOf(catalogue: CatalogueData, row: BookingRow, now: number): Booking {
  const { practitionerId = '', serviceId = '' } = row.sessions[0] ?? {};
  const aftercare = catalogue.service(serviceId)?.aftercare;
  const form = catalogue.formFor(practitionerId, serviceId);
  const text = (at: Date): string => instantText(at.getTime());
  return {
    id: row.id,
    reference: row.reference,
    status: row.status,
    sessions: row.sessions.map((session) => ({ ...session, venue: venueOf(catalogue, row, session) })),
    price: row.price,
    payment: { status: 'unpaid', when: 'on-the-day' },
    freeUntil: row.free_until,
    allowed: allowedFor(row, now),
    intake: { status: row.intake_status, ...(form && { form }) },
    ...(row.contact_status && { contact: { status: row.contact_status } }),
    ...(aftercare !== undefined && { aftercare }),
    revision: row.revision,
    createdAt: text(row.created_at),
    ...(row.updated_at && { updatedAt: text(row.updated_at) }),
    ...(row.cancelled_at && { cancelledAt: text(row.cancelled_at) }),
  };
}

/** The private address belongs to whoever really comes: only a confirmed booking names it. */
function venueOf(catalogue: CatalogueData, row: BookingRow, session: SessionRecord): Venue {
  const place: Place = session.place;
  if (place === 'outcall') return { place, ...(row.client?.address && { address: row.client.address }) };
  const practitioner = catalogue.practitioner(session.practitionerId);
  const offer = practitioner?.profile.places.find((offered) => offered.place === 'incall');
  const { address, arrival } = (row.status === 'confirmed' && practitioner) || {};
  const directions = [offer?.directions, arrival].filter((text) => text !== undefined).join(' ');
  return {
    place,
    ...(offer && { area: offer.area }),
    ...(address && { address }),
    ...(directions && { directions }),
  };
}
