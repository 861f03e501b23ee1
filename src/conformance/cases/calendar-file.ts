import { cases, type Context } from '../case.js';
import type { Answer } from '../client.js';
import { instantOf } from '../calendar.js';
import { expect, expectSame } from '../expect.js';
import type { Booked } from '../visitor.js';
import { cancel, move } from '../changes.js';

/** The properties of the first event of an iCalendar file, unfolded: `DTSTART;TZID=Europe/London` → value. */
interface CalendarEvent {
  text: string;
  lines: string[];
  value(name: string): string | undefined;
  line(name: string): string | undefined;
}

async function fileOf(
  { visitor }: Context,
  { id, manageToken }: Booked,
): Promise<{ answer: Answer; event: CalendarEvent }> {
  const answer = await visitor.api('GET', `/bookings/${id}/calendar.ics`, { token: manageToken });
  expectSame(answer.status, 200, 'the status', answer);
  const { text } = answer;
  const begin = text.indexOf('BEGIN:VEVENT');
  expect(begin >= 0 && text.startsWith('BEGIN:VCALENDAR\r\n'), 'it is no iCalendar file with an event', answer);
  const lines = text
    .slice(begin)
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n');
  const line = (name: string): string | undefined => lines.find((one) => new RegExp(`^${name}[;:]`).test(one));
  return { answer, event: { text, lines, line, value: (name) => line(name)?.replace(/^[^:]*:/, '') } };
}

/** The instant of a date-time property, in milliseconds: in UTC, or by its TZID. */
function instantIn(event: CalendarEvent, name: string): number {
  const [, year, month, day, hour, minute, second, utc] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(Z?)$/.exec(event.value(name) ?? '') ?? [];
  expect(year !== undefined, `${name} is ${event.line(name) ?? 'missing'}`);
  const wall = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  if (utc === 'Z') return Date.parse(`${wall}Z`);
  const zone = /;TZID=([^;:]+)/.exec(event.line(name) ?? '')?.[1];
  expect(zone !== undefined, `${name} is neither in UTC nor in a named zone`);
  expect(event.text.includes(`TZID:${zone}`), `there is no VTIMEZONE for ${zone}`);
  return Date.parse(instantOf(zone, wall) ?? '');
}

export const calendarFileCases = cases(
  {
    id: 'calendar.times',
    clause: 'The calendar file names the booking’s instants, in UTC or by TZID, with a UID, a stamp and a sequence.',
    needs: ['calendarFile'],
    async run(context) {
      const offer = await context.visitor.offer();
      const { answer, event } = await fileOf(context, await context.visitor.booked([offer]));
      expect(
        /^text\/calendar\b/i.test(answer.headers.get('content-type') ?? ''),
        'the type is not text/calendar',
        answer,
      );
      expectSame(instantIn(event, 'DTSTART'), Date.parse(offer.slot.start), 'DTSTART', answer);
      expectSame(instantIn(event, 'DTEND'), Date.parse(offer.slot.end), 'DTEND', answer);
      for (const name of ['UID', 'DTSTAMP', 'SUMMARY', 'SEQUENCE']) {
        expect(event.value(name) !== undefined, `${name} is missing`, answer);
      }
    },
  },
  {
    id: 'calendar.form',
    clause: 'The calendar file has lines of at most 75 octets that end in CRLF, and VERSION and PRODID.',
    needs: ['calendarFile'],
    async run(context) {
      const { answer } = await fileOf(context, await context.visitor.booked([await context.visitor.offer()]));
      const { text } = answer;
      expect(!/[^\r]\n/.test(text), 'a line ends in LF alone', answer);
      const long = text.split('\r\n').filter((line) => new TextEncoder().encode(line).length > 75);
      expectSame(long, [], 'the lines over 75 octets', answer);
      expect(
        /\r\nVERSION:2\.0\r\n/.test(text) && /\r\nPRODID:.+\r\n/.test(text),
        'VERSION or PRODID is missing',
        answer,
      );
      expect(text.endsWith('END:VCALENDAR\r\n'), 'it does not end with END:VCALENDAR', answer);
    },
  },
  {
    id: 'calendar.no-secrets',
    clause:
      'The calendar file holds no bearer secret in a query, and nothing that a reader of a shared calendar could act with.',
    needs: ['calendarFile'],
    async run(context) {
      const booking = await context.visitor.booked([await context.visitor.offer()]);
      const { answer, event } = await fileOf(context, booking);
      const unfolded = event.lines.join('\n');
      const before = unfolded.split(booking.manageToken)[0] ?? '';
      const isInFragment = unfolded === before || /#[^\s]*$/.test(before);
      expect(isInFragment, 'the manage token stands outside a fragment', answer);
    },
  },
  {
    id: 'calendar.moved',
    clause: 'After a move the file has the same UID and a higher SEQUENCE.',
    needs: ['calendarFile', 'reschedule'],
    async run(context) {
      const [from, to] = await context.visitor.offers(2);
      const booking = await context.visitor.booked([from!]);
      const { event: before } = await fileOf(context, booking);
      await move(context.visitor, booking, [to!]);
      const { event: after, answer } = await fileOf(context, booking);
      expectSame(after.value('UID'), before.value('UID'), 'UID', answer);
      const sequences = [before, after].map((event) => Number(event.value('SEQUENCE')));
      expect(sequences[1]! > sequences[0]!, `SEQUENCE is ${sequences[1]} after ${sequences[0]}`, answer);
      expectSame(instantIn(after, 'DTSTART'), Date.parse(to!.slot.start), 'DTSTART', answer);
    },
  },
  {
    id: 'calendar.cancelled',
    clause: 'After a cancellation the file has the same UID, a higher SEQUENCE and STATUS:CANCELLED.',
    needs: ['calendarFile', 'cancel'],
    async run(context) {
      const booking = await context.visitor.booked([await context.visitor.offer()]);
      const { event: before } = await fileOf(context, booking);
      await cancel(context.visitor, booking);
      const { event: after, answer } = await fileOf(context, booking);
      expectSame(
        [after.value('UID'), after.value('STATUS')],
        [before.value('UID'), 'CANCELLED'],
        'UID and STATUS',
        answer,
      );
      expect(Number(after.value('SEQUENCE')) > Number(before.value('SEQUENCE')), 'SEQUENCE has not risen', answer);
    },
  },
);
