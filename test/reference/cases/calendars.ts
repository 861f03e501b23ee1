import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { Booking } from '../../../src/contract/booking.js';
import type { Hold } from '../../../src/contract/hold.js';
import type { Subject } from '../subject.js';
import { Therapist } from '../therapist.js';
import { BACK_60, bookingOf, itemAt, type Answer, type Choice } from '../visitor.js';

const ADDRESS = { line1: '3 Canal Row', town: 'London', postcode: 'W9 1AA' };
const times = (slots: readonly { local: string }[]): string[] => slots.map(({ local }) => local.slice(11, 16));

/** How each therapist's calendar is kept: visits, full days, days without holes, contacts, and how much one visitor may ask. */
export function calendars(subject: Subject): void {
  test('visits have their own notice and their own latest start', async () => {
    const { visitor } = subject();
    const visit = { place: 'outcall' as const, outwardCode: 'W9' };
    assert.equal(times(await visitor.slots('2026-10-14', visit)).at(-1), '20:30');
    assert.equal(times(await visitor.slots('2026-10-14')).at(-1), '21:00');
    // Just after 09:00: two hours’ notice in the room, three for a visit.
    assert.equal(times(await visitor.slots('2026-10-09'))[0], '11:30');
    assert.equal(times(await visitor.slots('2026-10-09', visit))[0], '12:30');
  });

  test('on a full day nothing more is offered, and nothing more can be booked', async () => {
    const { visitor } = subject();
    const choice: Choice = {
      ...BACK_60,
      practitionerId: 'gwen-ashdown',
      serviceId: 'deep-tissue',
      optionId: 'deep-tissue-60',
    };
    const { slots } = await visitor.entry(choice, '2026-10-12', '2026-10-18');
    const day = slots[0]!.local.slice(0, 10);
    const ofDay = slots.filter(({ local }) => local.startsWith(day));
    const taken: string[] = [];
    for (const slot of ofDay) if ((await visitor.hold([itemAt(slot, choice)])).status === 201) taken.push(slot.start);
    assert.equal(taken.length, 4);
    assert.deepEqual(await visitor.slots(day, choice), []);
    const last = ofDay.at(-1);
    assert.equal((await visitor.hold([itemAt(last, choice)])).body.code, 'slot-unavailable');
    await visitor.advance(901);
    assert.equal((await visitor.hold([itemAt(last, choice)])).status, 201);
  });

  test('times beside another session are preferred', async () => {
    const { visitor } = subject();
    const slots = await visitor.slots('2026-10-14');
    assert.ok(slots.every(({ preferred }) => preferred === undefined));
    await visitor.book(bookingOf([itemAt(slots.find(({ local }) => local.includes('T14:00')))]));
    const preferred = (await visitor.slots('2026-10-14')).filter((slot) => slot.preferred);
    assert.deepEqual(times(preferred), ['12:30', '15:30']);
  });

  test('a visit to somebody new is asked for until they enter the code that was sent to them', async () => {
    const { visitor, database, mails } = subject();
    const client = 'ada@example.com';
    const visit: Choice = {
      ...BACK_60,
      practitionerId: 'jonah-whitlock',
      serviceId: 'back',
      optionId: 'back-60',
      place: 'outcall',
    };
    const { body: profile } = await visitor.get<{
      places: { zones: { outwardCodes: string[] }[] }[];
      serviceIds: string[];
    }>(`/v1/practitioners/${visit.practitionerId}`);
    const outwardCode = profile.places[0]!.zones[0]!.outwardCodes[0]!;
    const serviceId = profile.serviceIds[0]!;
    const choice = { ...visit, serviceId, optionId: `${serviceId}-60`, outwardCode };
    const { slots, price } = await visitor.entry(choice, '2026-10-12', '2026-10-25');
    const book = async (at: number): Promise<Booking> => {
      const address = { ...ADDRESS, postcode: `${outwardCode} 1AA` };
      const client = { name: 'Ada Example', email: 'ada@example.com', phone: '020 7946 0999', address };
      return (await visitor.book(bookingOf([itemAt(slots[at], choice)], { client, expectedTotal: price.total }))).body;
    };
    const booking = await book(0);
    assert.deepEqual([booking.status, booking.contact], ['requested', { status: 'awaited' }]);
    const sent = await mails();
    const [, code = ''] = /Your code: (\d{6})/.exec(sent.find(({ recipient }) => recipient === client)!.message) ?? [];
    assert.ok(code && sent.every(({ recipient, message }) => recipient === client || !message.includes(code)));
    const enter = (typed: string): Promise<Answer<Booking & { errors?: { pointer: string }[] }>> =>
      visitor.send('POST', `/v1/bookings/${booking.id}/contact-confirmations`, {
        body: { code: typed },
        headers: { 'Idempotency-Key': randomUUID(), Authorization: `Bearer ${booking.manageToken}` },
      });
    // A therapist’s yes does not stand in for the code, but is kept until it comes.
    const therapist = new Therapist(subject().url);
    await therapist.open(await subject().practiceLink(visit.practitionerId));
    const yes = await therapist.press(`/practice/bookings/${booking.id}/accept`);
    assert.match(yes.headers.get('Location') ?? '', /done=waits/);
    assert.match(
      (await therapist.get()).text,
      /You have accepted it\. It stands once your client has entered the code/,
    );
    const wrong = await enter(code === '000000' ? '000001' : '000000');
    assert.deepEqual([wrong.status, wrong.body.errors?.[0]?.pointer], [422, '/code']);
    const right = await enter(code);
    assert.deepEqual(
      [right.status, right.body.contact, right.body.status],
      [200, { status: 'confirmed' }, 'confirmed'],
    );
    await database.query(`UPDATE bookings SET status = 'completed'`);
    assert.equal((await book(8)).contact, undefined, 'somebody known is asked for no code');
  });

  test('a code can be tried five times', async () => {
    const { visitor, database } = subject();
    const { body: booking } = await visitor.book(bookingOf([itemAt((await visitor.slots('2026-10-14'))[0])]));
    await database.query(`UPDATE bookings SET contact_status = 'awaited'`);
    const enter = (code: string): Promise<Answer<unknown>> =>
      visitor.send('POST', `/v1/bookings/${booking.id}/contact-confirmations`, {
        body: { code },
        headers: { 'Idempotency-Key': randomUUID(), Authorization: `Bearer ${booking.manageToken}` },
      });
    for (let tries = 0; tries < 9; tries += 1) assert.equal((await enter(`00000${tries}`)).status, 422);
    assert.deepEqual(await database.query('SELECT contact_tries FROM bookings'), [{ contact_tries: 5 }]);
  });

  test('a hold is shown to its owner, and to nobody else', async () => {
    const { visitor } = subject();
    const { body: hold } = await visitor.hold([itemAt((await visitor.slots('2026-10-14'))[0])]);
    const read = (token: string, id = hold.id): Promise<Answer<Hold>> =>
      visitor.get<Hold>(`/v1/holds/${id}`, { Authorization: `Bearer ${token}` });
    const { secondsLeft, ...shown } = (await read(hold.token)).body;
    assert.deepEqual({ ...shown, secondsLeft: hold.secondsLeft }, hold);
    assert.ok(secondsLeft > 890 && secondsLeft <= 900);
    const refusals = await Promise.all([read('wrong'), read(hold.token, 'hold_unknown'), read('', '%00')]);
    assert.deepEqual(new Set(refusals.map(({ status, text }) => `${status} ${text}`)).size, 1);
    await visitor.advance(901);
    assert.equal((await read(hold.token)).status, 404);
  });

  test('one address may keep so many times at once, and ask so often', async () => {
    const { visitor } = subject();
    const limit = (body: object): Promise<unknown> => visitor.send('POST', '/test/limits', { body });
    const slots = (await visitor.slots('2026-10-14')).filter((_, index) => index % 3 === 0);
    await limit({ holds: 2 });
    const first = await visitor.hold([itemAt(slots[0])]);
    await visitor.hold([itemAt(slots[1])]);
    const third = await visitor.hold([itemAt(slots[2])]);
    assert.deepEqual([third.status, third.body.code], [429, 'hold-limit']);
    assert.ok(Number(third.headers.get('Retry-After')) <= 900);
    assert.equal((await visitor.hold([itemAt(slots[2])], first.body)).status, 201, 'a new choice gives the old one up');

    await limit({ holds: null, reads: 2, writes: 1 });
    const answers = [
      await visitor.get('/v1/business'),
      await visitor.get('/v1/business'),
      await visitor.get('/v1/business'),
    ];
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 429],
    );
    assert.match(answers[0]?.headers.get('RateLimit') ?? '', /^"reads";r=1;t=\d+$/);
    assert.equal(answers[0]?.headers.get('RateLimit-Policy'), '"reads";q=2;w=60');
    const [, , refused] = answers;
    assert.deepEqual([refused?.body.code, refused?.body.retryable], ['rate-limited', true]);
    assert.equal(refused?.headers.get('Access-Control-Allow-Origin'), '*');
    await visitor.advance(Number(refused?.headers.get('Retry-After')));
    assert.equal((await visitor.get('/v1/business')).status, 200);
  });
}
