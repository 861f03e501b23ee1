import type { Booking, BookedSession, BookingStatus } from '../../src/contract/booking.js';
import { zoneOffsets, type OffsetStretch } from '../../src/domain/availability/zone-offsets.js';
import { localTimeIn } from '../../src/domain/time/local-time.js';
import { addressLines, moneyText } from './booking-words.js';
import type { CatalogueData } from './catalogue.js';
import { instantText } from './clock.js';

/** What will not happen. */
const GONE: readonly BookingStatus[] = ['cancelled', 'declined', 'expired'];

const YEAR = 366 * 86_400_000;

/**
 * A booking as an iCalendar file (RFC 5545), method PUBLISH: one event per session, in the venue's own time. A discreet
 * one says when and where, but neither what nor with whom.
 */
export function calendarFile(catalogue: CatalogueData, booking: Booking, discreet: boolean): string {
  const zones = new Set(booking.sessions.map(({ timeZone }) => timeZone));
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Knead//Booking//EN',
    'METHOD:PUBLISH',
    ...[...zones].flatMap((zone) => zoneLines(zone, booking)),
    ...booking.sessions.flatMap((session, index) => eventLines(booking, session, index, discreet ? null : catalogue)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** Without a catalogue, the event says neither what it is nor with whom. */
function eventLines(
  booking: Booking,
  session: BookedSession,
  index: number,
  catalogue: CatalogueData | null,
): string[] {
  const practitioner = catalogue?.practitioner(session.practitionerId);
  const { venue, timeZone } = session;
  const requested = booking.status === 'requested';
  const location = venue.address ? addressLines(venue.address).join(', ') : venue.area?.name;
  const description = [
    `Reference ${booking.reference}`,
    `${session.minutes} minutes, ${moneyText(booking.price.total)} in all, to pay on the day`,
    ...(requested ? ['Asked for, not yet confirmed.'] : []),
  ].join('\n');
  const wall = (instant: string): string => basic(localTimeIn(timeZone, Date.parse(instant)));
  return [
    'BEGIN:VEVENT',
    // The same for every copy of this session, so that a calendar updates it and never doubles it.
    `UID:${booking.id}-${index + 1}@knead-booking`,
    `SEQUENCE:${booking.revision - 1}`,
    `DTSTAMP:${basic(instantText(Date.parse(booking.updatedAt ?? booking.createdAt)))}Z`,
    `DTSTART;TZID=${timeZone}:${wall(session.start)}`,
    `DTEND;TZID=${timeZone}:${wall(session.end)}`,
    `SUMMARY:${catalogue ? escaped(`${session.serviceName} with ${session.practitionerName}`) : 'Appointment'}`,
    `DESCRIPTION:${escaped(description)}`,
    ...(location ? [`LOCATION:${escaped(location)}`] : []),
    ...(practitioner
      ? [`ORGANIZER;CN="${practitioner.profile.name.replaceAll('"', '')}":mailto:${practitioner.email}`]
      : []),
    `STATUS:${requested ? 'TENTATIVE' : GONE.includes(booking.status) ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ];
}

/** Every change of clocks near the sessions, so that no calendar needs zone data of its own. */
function zoneLines(zone: string, booking: Booking): string[] {
  const starts = booking.sessions.map(({ start }) => Date.parse(start));
  const stretches = zoneOffsets(zone, Math.min(...starts) - YEAR, Math.max(...starts) + YEAR);
  const standard = Math.min(...stretches.map(({ offset }) => offset));
  const observances = stretches.flatMap((stretch, index) =>
    observanceLines(stretch, stretches[index - 1] ?? stretch, standard),
  );
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observances, 'END:VTIMEZONE'];
}

function observanceLines(stretch: OffsetStretch, before: OffsetStretch, standard: number): string[] {
  const kind = stretch.offset > standard ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${kind}`,
    // As the clock read before it was changed.
    `DTSTART:${basic(instantText(stretch.from + before.offset))}`,
    `TZOFFSETFROM:${offsetText(before.offset)}`,
    `TZOFFSETTO:${offsetText(stretch.offset)}`,
    `END:${kind}`,
  ];
}

/** `20261014T110000` of an RFC 3339 text, its offset and fractions left off. */
function basic(text: string): string {
  return text.slice(0, 19).replace(/[-:]/g, '');
}

function offsetText(offset: number): string {
  const minutes = Math.abs(offset) / 60_000;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`;
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

/** Lines may have 75 octets; a character is never cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const character of line) {
    if (Buffer.byteLength(part + character) > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part].join('\r\n ');
}
