import assert from 'node:assert/strict';
import { test } from 'node:test';
import ICAL from 'ical.js';
import type { Booking } from '../../../src/contract/booking.js';
import { mailParts } from '../../support/mail-parts.js';
import type { Subject } from '../subject.js';
import { Therapist } from '../therapist.js';
import { bookingOf, itemAt, type Answer, type Visitor } from '../visitor.js';

const DAY = '2026-10-14';
const MARA = 'mara-lindqvist';

const ofBooking = ({ id }: Booking, action: string): string => `/practice/bookings/${id}/${action}`;

const read = (visitor: Visitor, booking: Booking): Promise<Answer<Booking>> =>
  visitor.get<Booking>(`/v1/bookings/${booking.id}`, { Authorization: `Bearer ${booking.manageToken}` });

async function ask(visitor: Visitor, fields = {}, at = 0): Promise<Booking> {
  const slots = await visitor.slots(DAY);
  return (await visitor.book(bookingOf([itemAt(slots[at])], { asRequest: true, ...fields }))).body;
}

/** What a therapist does with their own calendar. */
export function practice(subject: Subject): void {
  const enter = async (practitionerId = MARA): Promise<Therapist> => {
    const { url, practiceLink } = subject();
    const therapist = new Therapist(url);
    assert.equal((await therapist.open(await practiceLink(practitionerId))).status, 303);
    return therapist;
  };
  const lastMailTo = async (recipient: string): Promise<{ subject: string; message: string }> =>
    (await subject().mails()).findLast((mail) => mail.recipient === recipient)!;
  const eventOf = (message: string): ICAL.Component =>
    ICAL.Component.fromString(mailParts(message).calendar).getFirstSubcomponent('vevent')!;

  test('the link opens the page for this browser only, and its secret is stored nowhere', async () => {
    const { url, practiceLink, database } = subject();
    const link = await practiceLink(MARA);
    const secret = new URL(link).hash.split('.')[1]!;
    assert.ok(secret.length >= 43);
    const tables = ['practice_links', 'outbox', 'bookings'];
    await ask(subject().visitor);
    for (const table of tables) {
      assert.ok(!JSON.stringify(await database.query(`SELECT * FROM ${table}`)).includes(secret), table);
    }
    const therapist = new Therapist(url);
    assert.match((await therapist.get()).text, /It opens with the link/);
    const opened = await therapist.open(`${link}.bk_anything`);
    assert.deepEqual([opened.status, opened.headers.get('Location')], [303, '/practice#bk_anything']);
    assert.match(opened.headers.get('Set-Cookie') ?? '', /; HttpOnly; SameSite=Strict/);
    const { headers, text } = await therapist.get();
    assert.match(text, /Mara Lindqvist/);
    assert.ok(!text.includes(secret));
    assert.equal(headers.get('Cache-Control'), 'no-store');
    assert.match(headers.get('Content-Security-Policy') ?? '', /default-src 'none'.*frame-ancestors 'none'/);
  });

  test('a request is accepted: it stands, the client is told with the same event and the address', async () => {
    const { visitor } = subject();
    const booking = await ask(visitor);
    const before = eventOf((await lastMailTo('ada@example.com')).message);
    const therapist = await enter();
    const page = await therapist.get();
    assert.match(page.text, /Requests\s*<span class="count">1</);
    assert.equal((await read(visitor, booking)).body.status, 'requested', 'a GET changes nothing');
    const done = await therapist.press(ofBooking(booking, 'accept'));
    assert.deepEqual([done.status, done.headers.get('Location')], [303, `/practice?done=accepted#${booking.id}`]);
    assert.equal((await read(visitor, booking)).body.status, 'confirmed');
    const mail = await lastMailTo('ada@example.com');
    assert.equal(mail.subject, `Your booking with Mara Lindqvist was accepted (${booking.reference})`);
    assert.match(mailParts(mail.message).text, /14 Lantern Lane/);
    const after = eventOf(mail.message);
    assert.equal(after.getFirstPropertyValue('uid'), before.getFirstPropertyValue('uid'));
    assert.equal(after.getFirstPropertyValue('status'), 'CONFIRMED');
    assert.ok(Number(after.getFirstPropertyValue('sequence')) > Number(before.getFirstPropertyValue('sequence')));
    assert.match((await lastMailTo('mara@lanternlane.example')).subject, /^A booking was accepted/);
  });

  test('a request is declined: its time is free, its event is cancelled, and no reason is given', async () => {
    const { visitor } = subject();
    const booking = await ask(visitor);
    const start = booking.sessions[0]!.start;
    const isFree = async (): Promise<boolean> => (await visitor.slots(DAY)).some((slot) => slot.start === start);
    assert.equal(await isFree(), false);
    await (await enter()).press(ofBooking(booking, 'decline'));
    assert.equal(await isFree(), true);
    assert.equal((await read(visitor, booking)).body.status, 'declined');
    const mail = await lastMailTo('ada@example.com');
    assert.match(mail.subject, /^Your request to Mara Lindqvist was declined/);
    assert.equal(eventOf(mail.message).getFirstPropertyValue('status'), 'CANCELLED');
    assert.ok(!/Lantern Lane,|asked|health|answer/i.test(mailParts(mail.message).text));
  });

  test('a booking is cancelled by its therapist, even when its client no longer could', async () => {
    const { visitor } = subject();
    const booking = await ask(visitor, { asRequest: false });
    await visitor.send('POST', '/test/clock', { body: { now: '2026-10-14T08:00:00Z' } });
    const therapist = await enter();
    await therapist.press(ofBooking(booking, 'cancel'));
    assert.equal((await read(visitor, booking)).body.status, 'cancelled');
    assert.match(mailParts((await lastMailTo('ada@example.com')).message).text, /Mara Lindqvist had to cancel/);
    assert.match((await therapist.get()).text, /Cancelled and declined \(1\)/);
  });

  test('what has changed since it was looked at is not acted on', async () => {
    const { visitor } = subject();
    const booking = await ask(visitor);
    const therapist = await enter();
    const seen = await therapist.hidden(ofBooking(booking, 'accept'));
    await visitor.send('POST', `/v1/bookings/${booking.id}/cancel`, {
      body: {},
      headers: { 'Idempotency-Key': 'k'.repeat(20), Authorization: `Bearer ${booking.manageToken}` },
    });
    const late = await therapist.post(ofBooking(booking, 'accept'), seen);
    assert.match(late.headers.get('Location') ?? '', /done=changed/);
    assert.equal((await read(visitor, booking)).body.status, 'cancelled');
  });

  test('whatever is wrong with a secret, it is one and the same 404, and nothing happens', async () => {
    const { visitor, url, practiceLink } = subject();
    const booking = await ask(visitor, { notes: 'A NOTE' });
    const accept = ofBooking(booking, 'accept');
    const link = await practiceLink(MARA);
    const right = await enter();
    const form = await right.hidden(accept);
    const other = await enter('amara-okoye');
    const otherForm = await other.hidden('/practice/blocks');
    const nobody = new Therapist(url);
    const secret = new URL(link).hash.slice(1).split('.')[1]!;
    const forged = new Therapist(url);
    forged.cookie = right.cookie.replace(MARA, 'amara-okoye');
    const withToken = new Therapist(url);
    withToken.cookie = `knead-practice=${booking.manageToken}`;

    const answers = {
      'no secret': await nobody.post('/practice/session', { link: '' }),
      'a wrong one': await nobody.post('/practice/session', { link: `${MARA}.${'x'.repeat(43)}` }),
      'an unknown therapist': await nobody.post('/practice/session', { link: `nobody.${secret}` }),
      'somebody else’s': await nobody.post('/practice/session', { link: `amara-okoye.${secret}` }),
      'a manage token': await nobody.post('/practice/session', { link: `${MARA}.${booking.manageToken}` }),
      'an action without a browser that was let in': await nobody.post(accept, form),
      'an action with a manage token for a cookie': await withToken.post(accept, form),
      'an action with a forged cookie': await forged.post(accept, form),
      'an action from another site': await right.post(accept, { ...form, mark: '' }),
      'an action with another browser’s form': await right.post(accept, { ...form, mark: otherForm['mark']! }),
      'another therapist’s booking': await other.post(accept, { ...otherForm, revision: '1' }),
      'an unknown booking': await right.post('/practice/bookings/bk_unknown/accept', form),
    };
    const [first] = Object.values(answers);
    for (const [name, { status, text, headers }] of Object.entries(answers)) {
      assert.deepEqual([status, text, headers.getSetCookie()], [404, first!.text, []], name);
    }
    assert.ok(!(await other.get()).text.includes(booking.id));
    const bearer = { Authorization: `Bearer ${secret}` };
    for (const path of ['', '/intake', '/client-data'])
      assert.equal((await visitor.get(`/v1/bookings/${booking.id}${path}`, bearer)).status, 404, path);
    assert.equal((await read(visitor, booking)).body.status, 'requested');
    assert.match((await right.get()).text, /A NOTE/);
  });

  test('a new link shuts the old one and every browser out, and comes by mail', async () => {
    const { practiceLink, url } = subject();
    const old = await practiceLink(MARA);
    const elsewhere = await enter();
    const therapist = await enter();
    const made = await therapist.press('/practice/link');
    const link = await practiceLink(MARA);
    assert.equal(made.status, 200);
    assert.ok(link !== old && made.text.includes(link));
    assert.match((await therapist.get()).text, /Coming bookings/, 'whoever made it stays');
    assert.match((await elsewhere.get()).text, /It opens with the link/);
    assert.equal((await new Therapist(url).open(old)).status, 404);
    assert.equal((await new Therapist(url).open(link)).status, 303);
    const { message } = await lastMailTo('mara@lanternlane.example');
    assert.ok(message.replace(/=\r\n/g, '').replaceAll('=3D', '=').includes(link));
  });

  test('a browser is let in for half a day', async () => {
    const therapist = await enter();
    await subject().visitor.advance(12 * 3600 + 1);
    assert.match((await therapist.get()).text, /It opens with the link/);
  });

  test('nobody can book in a blocked time; what is booked stays; it can be freed again', async () => {
    const { visitor } = subject();
    const booking = await ask(visitor, { asRequest: false }, 3);
    const taken = itemAt((await visitor.slots(DAY)).find(({ local }) => local.includes('T16:00')));
    const held = await visitor.hold([taken]);
    assert.equal(held.status, 201);
    const therapist = await enter();
    const typed = { from: `${DAY}T12:00`, until: `${DAY}T20:00` };
    const blocked = await therapist.press('/practice/blocks', typed);
    assert.match(blocked.headers.get('Location') ?? '', /done=blocked-over/);
    const times = (await visitor.slots(DAY)).map(({ local }) => local.slice(11, 16));
    assert.deepEqual([times[0], times.at(-1)], ['20:00', '21:00']);
    assert.equal((await visitor.book(bookingOf([taken]))).body.code, 'slot-unavailable');
    assert.equal((await read(visitor, booking)).body.status, 'confirmed');
    const { text } = await therapist.get();
    assert.match(text, /Wednesday 14 October 2026, 12:00 to 20:00/);
    const [, free = ''] = /action="(\/practice\/blocks\/[\w-]+\/remove)"/.exec(text) ?? [];
    const stranger = await enter('amara-okoye');
    await stranger.post(free, await stranger.hidden('/practice/blocks'));
    assert.equal((await visitor.slots(DAY)).length, times.length, 'not by somebody else');
    await therapist.press(free);
    assert.ok((await visitor.slots(DAY)).length > times.length);
  });

  test('a blocked time is refused where it makes no sense', async () => {
    const therapist = await enter();
    for (const [from, until, why] of [
      ['', `${DAY}T12:00`, /both a beginning and an end/],
      [`${DAY}T13:00`, `${DAY}T12:00`, /after the beginning/],
      ['2026-10-01T10:00', '2026-10-01T11:00', /is over/],
      [`${DAY}T10:00`, '2029-10-01T11:00', /a year at most/],
      ['2026-02-30T10:00', `${DAY}T11:00`, /both a beginning and an end/],
    ] as const) {
      const { status, text } = await therapist.press('/practice/blocks', { from, until });
      assert.equal(status, 422);
      assert.match(text, why);
    }
  });

  test('weekly hours are changed, for everybody at once; wrong ones are named and what was typed is kept', async () => {
    const { visitor } = subject();
    const therapist = await enter();
    assert.ok((await visitor.slots(DAY)).length > 0);
    const wrong = await therapist.press('/practice/hours', { '3-0-from': '14:00', '3-0-to': '12:00' });
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /Wednesday: the end has to come after the beginning/);
    assert.match(wrong.text, /name="3-0-from"[^>]*value="14:00"/s);
    const hours = { '3-0-from': '12:00', '3-0-to': '14:00', '3-1-from': '22:00', '3-1-to': '00:00' };
    await therapist.press('/practice/hours', hours);
    const times = (await visitor.slots(DAY)).map(({ local }) => local.slice(11, 16));
    assert.deepEqual(times, ['12:00', '12:30', '13:00', '22:00', '22:30', '23:00']);
    assert.deepEqual(await visitor.slots('2026-10-15'), []);
  });

  test('what a client types cannot become markup', async () => {
    const { visitor } = subject();
    const name = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>`;
    await ask(visitor, { client: { name, email: 'ada@example.com' }, notes: '</article><script>alert(2)</script>' });
    const { text } = await (await enter()).get();
    assert.ok(!/<script>alert|<img/.test(text));
    assert.ok(text.includes('&#60;script&#62;alert(1)'));
  });
}
