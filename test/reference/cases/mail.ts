import assert from 'node:assert/strict';
import { test } from 'node:test';
import ICAL from 'ical.js';
import { mailParts } from '../../support/mail-parts.js';
import type { Subject } from '../subject.js';
import { bookingOf, itemAt, type Visitor } from '../visitor.js';

async function mails(visitor: Visitor): Promise<{ client: string; therapist: string }> {
  const [client, therapist] = await Promise.all([1, 2].map((id) => visitor.get<string>(`/outbox/${id}`)));
  return { client: client?.text ?? '', therapist: therapist?.text ?? '' };
}

/** What people get to keep. */
export function mail(subject: Subject): void {
  test('client and therapist each get a mail with the facts and the calendar file', async () => {
    const { visitor } = subject();
    const slot = (await visitor.slots('2026-10-14')).find(({ local }) => local.includes('T18:00'));
    const { body: booking } = await visitor.book(
      bookingOf([itemAt(slot)], { notes: 'NOTE about my shoulder', metadata: { campaign: 'METADATA' } }),
    );
    const { client, therapist } = await mails(visitor);
    assert.match(client, /^To: Ada Example <ada@example\.com>/m);
    assert.match(therapist, /^To: Mara Lindqvist <mara@lanternlane\.example>/m);
    const { text, html, calendar } = mailParts(client);
    for (const words of [
      booking.reference,
      'Wednesday 14 October 2026, 18:00',
      '14 Lantern Lane',
      '£80.00',
      'Tuesday 13 October 2026, 18:00',
      'stop, at any time',
    ]) {
      assert.ok(text.includes(words), words);
      assert.ok(html.includes(words), words);
    }
    assert.ok(calendar.startsWith('BEGIN:VCALENDAR\r\n'));
    assert.match(client, /Content-Type: text\/calendar; charset=utf-8; method=PUBLISH/);
    const other = mailParts(therapist);
    assert.ok(other.text.includes('Ada Example, ada@example.com'));
    const manage = `/manage#knead=${booking.id}.${booking.manageToken}`;
    assert.ok(text.includes(manage) && html.includes(`href="${visitor.url}${manage}"`));
    assert.match(other.text, new RegExp(`${visitor.url}/practice#mara-lindqvist\\.[\\w-]{43}\\.${booking.id}\n`));
    for (const message of [text, html, calendar, other.text, other.html, other.calendar]) {
      assert.ok(!/NOTE|METADATA|massage:1|safety/.test(message));
    }
    for (const message of [calendar, other.text, other.html, other.calendar]) {
      assert.ok(!message.includes(booking.manageToken ?? ''));
    }
  });

  test('a client’s mail opens the questions where they are answered later, and another booking by what was answered', async () => {
    const { visitor } = subject();
    const slots = await visitor.slots('2026-10-14');
    const asked: Record<string, boolean> = { later: true, inline: false, 'in-person': false, off: false };
    for (const [index, [intake, isAsked]] of Object.entries(asked).entries()) {
      const fields = { intake: intake as 'later' };
      const { body } = await visitor.book(bookingOf([itemAt(slots[index * 3])], fields));
      const said = async (id: number): Promise<string> =>
        mailParts((await visitor.get<string>(`/outbox/${id}`)).text).text;
      const [client, therapist] = [await said(index * 2 + 1), await said(index * 2 + 2)];
      const secret = `#knead=${body.id}.${body.manageToken}`;
      assert.equal(client.includes(`${visitor.url}/intake${secret}`), isAsked, intake);
      assert.ok(client.includes(`Book another time:\n${visitor.url}/book/mara-lindqvist${secret}`), intake);
      assert.ok(!/\/intake#|\/book\//.test(therapist), intake);
    }
  });

  test('a request’s mail and file name no address', async () => {
    const { visitor } = subject();
    await visitor.book(bookingOf([itemAt((await visitor.slots('2026-10-14'))[0])], { asRequest: true }));
    const { text, calendar } = mailParts((await mails(visitor)).client);
    assert.ok(text.includes('Mara Lindqvist will answer your request'));
    assert.ok(!`${text}${calendar}`.includes('14 Lantern Lane,'));
    assert.ok(calendar.includes('STATUS:TENTATIVE'));
  });

  test('what a client types cannot become markup or another header', async () => {
    const { visitor } = subject();
    const name = 'Ada\nBcc: everybody@example.com <script>alert(1)</script>';
    await visitor.book(
      bookingOf([itemAt((await visitor.slots('2026-10-14'))[0])], { client: { name, email: 'ada@example.com' } }),
    );
    const { client, therapist } = await mails(visitor);
    for (const message of [client, therapist])
      assert.ok(!/^Bcc:/im.test(message.slice(0, message.indexOf('\r\n\r\n'))));
    assert.ok(!mailParts(therapist).html.includes('<script>'));
    assert.ok(!(await visitor.get<string>('/outbox')).text.includes('<script>'));
  });

  test('the calendar file says when, in London’s own time, on both sides of the clocks’ change', async () => {
    const { visitor } = subject();
    for (const [day, offset] of [
      ['2026-10-24', 3600],
      ['2026-10-26', 0],
    ] as const) {
      const slot = (await visitor.slots(day)).find(({ local }) => local.includes('T12:00'));
      const { body: booking } = await visitor.book(bookingOf([itemAt(slot)]));
      const path = `/v1/bookings/${booking.id}/calendar.ics`;
      const answer = await visitor.get<string>(path, { Authorization: `Bearer ${booking.manageToken}` });
      assert.match(answer.headers.get('Content-Type') ?? '', /^text\/calendar/);
      assert.ok(answer.text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75));
      const calendar = ICAL.Component.fromString(answer.text);
      assert.equal(calendar.getFirstPropertyValue('method'), 'PUBLISH');
      const zone = calendar.getFirstSubcomponent('vtimezone');
      const component = calendar.getFirstSubcomponent('vevent');
      assert.ok(zone && component);
      const event = new ICAL.Event(component);
      assert.equal(event.uid, `${booking.id}-1@knead-booking`);
      assert.equal(component.getFirstProperty('dtstart')?.getParameter('tzid'), 'Europe/London');
      assert.equal(event.startDate.toString(), `${day}T12:00:00`);
      assert.equal(event.endDate.toString(), `${day}T13:00:00`);
      // By the file's own zone data, not by what this machine knows of London.
      const london = new ICAL.Timezone(zone);
      assert.equal(london.utcOffset(event.startDate), offset);
      assert.equal(component.getFirstPropertyValue('dtstamp')?.toString().endsWith('Z'), true);
    }
  });
}
