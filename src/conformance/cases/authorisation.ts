import { Booking } from '../../contract/booking.js';
import { cases } from '../case.js';
import { expect, expectSame, problem, read } from '../expect.js';
import { isOne404 } from '../one-404.js';
import { serviceOf } from '../subject.js';

export const authorisationCases = cases(
  {
    id: 'auth.booking',
    clause: 'A booking opens for its manage token alone; everything else is one identical 404 (CVE-2026-1537, -4807).',
    run: (context) => isOne404(context, 'GET', ''),
  },
  {
    id: 'auth.calendar',
    clause: 'A calendar file opens for the manage token alone; everything else is one identical 404.',
    needs: ['calendarFile'],
    run: (context) => isOne404(context, 'GET', '/calendar.ics'),
  },
  {
    id: 'auth.cancel',
    clause: 'Only the manage token cancels; everything else is one identical 404 (CVE-2026-6937).',
    needs: ['cancel'],
    run: (context) => isOne404(context, 'POST', '/cancel', () => ({ body: {} })),
  },
  {
    id: 'auth.reschedule',
    clause: 'Only the manage token moves a booking; everything else is one identical 404 (CVE-2026-6937).',
    needs: ['reschedule'],
    async run(context) {
      const [, , third] = await context.visitor.offers(3);
      const { items, expectedTotal } = context.visitor.request([third!]);
      await isOne404(context, 'POST', '/reschedule', () => ({ body: { items, expectedTotal } }));
    },
  },
  {
    id: 'auth.intake',
    clause: 'Only the manage token delivers answers; everything else is one identical 404.',
    needs: ['screening'],
    async run(context) {
      const at = new Date(context.subject.now()).toISOString();
      const consent = { documentId: 'x', version: '1', hash: `sha-256:${'0'.repeat(64)}`, at, locale: 'en' };
      const body = { formId: 'x', version: '1', answers: {}, consent, answeredAt: at };
      await isOne404(context, 'PUT', '/intake', () => ({ body }));
    },
  },
  {
    id: 'auth.client-data',
    clause: 'What is kept about a client is given to, and forgotten for, the manage token alone.',
    needs: ['clientData'],
    async run(context) {
      await isOne404(context, 'GET', '/client-data');
      await isOne404(context, 'POST', '/erasure', () => ({ body: {} }));
    },
  },
  {
    id: 'auth.token-in-query',
    clause: 'A token in the query is not accepted, whatever the parameter is called.',
    async run({ visitor }) {
      const booking = await visitor.booked([await visitor.offer()]);
      for (const name of ['token', 'manageToken', 'access_token', 'key', 'authorization']) {
        const answer = await visitor.api(
          'GET',
          `/bookings/${booking.id}?${name}=${encodeURIComponent(booking.manageToken)}`,
        );
        problem(answer, 'not-found');
      }
    },
  },
  {
    id: 'auth.unguessable',
    clause: 'Manage tokens have at least 128 bits that nobody can compute, and ids do not count (CVE-2026-9188).',
    async run({ visitor }) {
      const [first, second] = await visitor.offers(2);
      const [a, b] = [await visitor.booked([first!]), await visitor.booked([second!])];
      for (const { id, manageToken } of [a, b]) {
        expect(manageToken.length >= 22, `a token of ${manageToken.length} characters`);
        expect(new Set(manageToken).size >= 8, 'a token of few different characters');
        expect(!manageToken.includes(id), 'the token holds the id');
      }
      const same = [...a.manageToken].filter((character, index) => character === b.manageToken[index]).length;
      expect(same < a.manageToken.length / 2, 'two tokens are nearly the same');
      const number = (id: string): number => Number(/(\d{1,15})$/.exec(id)?.[1]);
      const isNext = number(b.id) - number(a.id) === 1 && a.id.replace(/\d+$/, '') === b.id.replace(/\d+$/, '');
      expect(!isNext, `the id ${b.id} follows ${a.id}`);
    },
  },
  {
    id: 'auth.guessing',
    clause: 'No guess opens anything: neither tokens made from what is known of a booking, nor any scheme but Bearer.',
    async run({ visitor }) {
      const booking = await visitor.booked([await visitor.offer()]);
      const { id, reference, manageToken } = booking;
      const guesses = [
        id,
        reference,
        '',
        '0',
        'null',
        'undefined',
        '*',
        "' OR '1'='1",
        manageToken.toUpperCase() + 'x',
      ];
      for (const token of guesses) problem(await visitor.api('GET', `/bookings/${id}`, { token }), 'not-found');
      for (const Authorization of [`Basic ${manageToken}`, `Token ${manageToken}`, `Bearer ${manageToken} x`]) {
        problem(await visitor.api('GET', `/bookings/${id}`, { headers: { Authorization } }), 'not-found');
      }
    },
  },
  {
    id: 'auth.nothing-by-parameter',
    clause: 'What a booking belongs to comes from its token, never from what a request says besides.',
    async run({ visitor }) {
      const [first, second] = await visitor.offers(2);
      const [a, b] = [await visitor.booked([first!]), await visitor.booked([second!])];
      const query = `id=${b.id}&bookingId=${b.id}&business=other&email=kit@example.invalid`;
      const answer = await visitor.api('GET', `/bookings/${a.id}?${query}`, { token: a.manageToken });
      expectSame(read(answer, Booking).id, a.id, 'the booking', answer);
    },
  },
  {
    id: 'auth.no-store',
    clause: 'Holds, bookings, look-ups and their refusals are stored by no cache.',
    async run({ subject, visitor }) {
      const offer = await visitor.offer();
      const key = crypto.randomUUID();
      const made = await visitor.book(visitor.request([offer]), { key });
      const { id, manageToken: token = '' } = read(made, Booking, 201);
      const { capabilities } = subject.discovery;
      const answers = [
        made,
        await visitor.api('GET', `/bookings/${id}`, { token }),
        await visitor.api('GET', `/bookings/${id}`),
        ...(capabilities.bookingLookup ? [await visitor.api('POST', '/booking-lookups', { body: { key } })] : []),
        ...(capabilities.calendarFile ? [await visitor.api('GET', `/bookings/${id}/calendar.ics`, { token })] : []),
      ];
      for (const answer of answers) {
        const control = answer.headers.get('cache-control') ?? '';
        expect(/\bno-store\b/.test(control), `Cache-Control is "${control}"`, answer);
      }
    },
  },
  {
    id: 'auth.private-address',
    clause: 'A private address appears only in a confirmed booking: in no public read, and not in a request.',
    async run({ subject, client, visitor }) {
      const choice = subject.choices.find(({ place }) => place === 'incall');
      const [first, second] = await visitor.offers(2, choice);
      const { sessions } = await visitor.booked([first!]);
      const asked = await visitor.booked([second!], { asRequest: true });
      expectSame(asked.sessions[0]?.venue.address, undefined, 'the address in a request');
      const address = sessions[0]?.venue.address;
      if (!address) return;
      const { id } = serviceOf(subject, first!.choice);
      for (const url of [subject.url, subject.base].flatMap((base) => [
        `${base}/services`,
        `${base}/practitioners?limit=100`,
        `${base}/practitioners/${first!.choice.practitionerId}`,
        `${base}/business`,
        `${base}/services?service=${id}`,
      ])) {
        const answer = await client.send('GET', url);
        for (const secret of [address.line1, address.postcode, address.access].filter((part) => part !== undefined)) {
          expect(!answer.text.includes(secret), `a public read shows "${secret}"`, answer);
        }
      }
    },
  },
);
