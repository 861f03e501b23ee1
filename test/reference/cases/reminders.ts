import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import ICAL from 'ical.js';
import type { Booking } from '../../../src/contract/booking.js';
import { mailParts } from '../../support/mail-parts.js';
import type { Subject } from '../subject.js';
import { Therapist } from '../therapist.js';
import { bookingOf, itemAt } from '../visitor.js';

const DAY = '2026-10-14';

/** What mails say, and when: news to everybody it concerns, a reminder, and nothing over a shoulder. */
export function reminders(subject: Subject): void {
  const book = async (day = DAY, fields = {}): Promise<Booking> => {
    const { visitor } = subject();
    return (await visitor.book(bookingOf([itemAt((await visitor.slots(day))[0])], fields))).body;
  };
  const clockTo = (now: string): Promise<unknown> => subject().visitor.send('POST', '/test/clock', { body: { now } });
  const reminded = async (): Promise<string[]> =>
    (await subject().mails()).filter((mail) => mail.subject.startsWith('Soon:')).map(({ recipient }) => recipient);
  const write = async ({ id, manageToken }: Booking, what: string, body: object): Promise<number> => {
    const headers = { 'Idempotency-Key': randomUUID(), Authorization: `Bearer ${manageToken}` };
    return (await subject().visitor.send('POST', `/v1/bookings/${id}/${what}`, { body, headers })).status;
  };

  test('the client is reminded once, a day before, with the same event', async () => {
    // 11:00 in London.
    const booking = await book();
    await clockTo('2026-10-13T09:59:00Z');
    assert.deepEqual(await reminded(), []);
    await clockTo('2026-10-13T10:00:01Z');
    assert.deepEqual(await reminded(), ['ada@example.com']);
    await clockTo('2026-10-13T10:05:00Z');
    assert.deepEqual(await reminded(), ['ada@example.com']);
    const { message } = (await subject().mails()).at(-1)!;
    assert.ok(mailParts(message).text.includes('Wednesday 14 October 2026, 11:00'));
    assert.ok(mailParts(message).calendar.includes(`UID:${booking.id}-1@knead-booking`));
  });

  test('nobody is reminded of what was booked less than a day before, is only asked for, or will not be', async () => {
    await book('2026-10-09');
    await book(DAY, { asRequest: true });
    assert.equal(await write(await book('2026-10-15'), 'cancel', {}), 200);
    for (const now of ['2026-10-09T10:00:00Z', '2026-10-13T10:30:00Z', '2026-10-14T10:30:00Z']) await clockTo(now);
    assert.deepEqual(await reminded(), []);
  });

  test('a request accepted within the last day brings one mail, not two', async () => {
    const { url, practiceLink, visitor, mails } = subject();
    const booking = await book(DAY, { asRequest: true });
    await clockTo('2026-10-13T20:00:00Z');
    const therapist = new Therapist(url);
    await therapist.open(await practiceLink('mara-lindqvist'));
    const before = (await mails()).length;
    await therapist.press(`/practice/bookings/${booking.id}/accept`);
    await visitor.advance(3600);
    assert.deepEqual(
      (await mails()).slice(before).map(({ subject: said }) => said.split(' (')[0]),
      ['Your booking with Mara Lindqvist was accepted', 'A booking was accepted'],
    );
  });

  test('a booking that is moved gets a reminder of its new time', async () => {
    const booking = await book();
    await clockTo('2026-10-13T09:00:00Z');
    const [slot] = await subject().visitor.slots('2026-10-16');
    const body = { items: [itemAt(slot)], expectedTotal: { amount: 8000, currency: 'GBP' } };
    assert.equal(await write(booking, 'reschedule', body), 200);
    const mail = (await subject().mails()).findLast(({ recipient }) => recipient === 'ada@example.com');
    assert.match(mail!.subject, /^Your booking with Mara Lindqvist was moved/);
    await clockTo('2026-10-13T10:30:00Z');
    assert.deepEqual(await reminded(), []);
    await clockTo('2026-10-15T10:30:00Z');
    assert.deepEqual(await reminded(), ['ada@example.com']);
  });

  test('client and therapist hear of everything that happens, and never of a reason or an answer', async () => {
    const { mails } = subject();
    const booking = await book(DAY, { asRequest: true, notes: 'NOTE', metadata: { campaign: 'METADATA' } });
    assert.equal(await write(booking, 'cancel', {}), 200);
    const sent = await mails();
    assert.deepEqual(
      sent.map(({ recipient, subject: said }) => `${recipient.split('@')[0]}: ${said.split(' (')[0]}`),
      [
        'ada: Your request to Mara Lindqvist',
        'mara: New request',
        'ada: Your booking with Mara Lindqvist was cancelled',
        'mara: A booking was cancelled',
      ],
    );
    const ids = sent.map(({ message }) => /^Message-ID:\s+(\S+)/im.exec(message)?.[1]);
    assert.equal(new Set(ids).size, sent.length);
    for (const { message } of sent) {
      const { text, html } = mailParts(message);
      assert.ok(!/NOTE|METADATA|safety|health|answers|pain/i.test(text + html));
    }
  });

  test('a discreet booking says nothing in sender, subject, title or file name, to its client', async () => {
    const { visitor, mails } = subject();
    const booking = await book(DAY, { discreet: true });
    await clockTo('2026-10-13T10:30:00Z');
    await write(booking, 'cancel', {});
    const own = (await mails()).filter(({ recipient }) => recipient === 'ada@example.com');
    assert.equal(own.length, 2);
    for (const { message } of own) {
      const head = message.slice(0, message.indexOf('\r\n\r\n'));
      assert.match(head, /^From: Appointments </m);
      assert.match(head, /^Subject: (Your|Soon: your) appointment/m);
      assert.ok(!/massage|Mara/i.test(head.replace(/^Message-ID.*|^From.*/gim, '')));
      assert.match(message, /filename=appointment\.ics/);
      const event = ICAL.Component.fromString(mailParts(message).calendar).getFirstSubcomponent('vevent')!;
      assert.equal(event.getFirstPropertyValue('summary'), 'Appointment');
      assert.ok(!/massage|Mara/i.test(mailParts(message).calendar));
    }
    const file = await visitor.get<string>(`/v1/bookings/${booking.id}/calendar.ics`, {
      Authorization: `Bearer ${booking.manageToken}`,
    });
    assert.equal(file.headers.get('Content-Disposition'), 'attachment; filename="appointment.ics"');
    assert.match(file.text, /SUMMARY:Appointment\r\n/);
  });
}
