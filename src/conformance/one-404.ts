import { Booking } from '../contract/booking.js';
import type { Context } from './case.js';
import type { Answer, Wanted } from './client.js';
import { expectSame, problem, read } from './expect.js';
import type { Booked } from './visitor.js';

/** Headers that may differ between two answers that say the same. */
const CHANGING = [
  'date',
  'content-length',
  'x-request-id',
  'ratelimit',
  'ratelimit-policy',
  'keep-alive',
  'connection',
];

/**
 * Asks for a booking with everything but its token, and fails unless all answers are one and the same 404: an unknown
 * id must not be told from a wrong token.
 */
export async function isOne404(
  { visitor }: Context,
  method: string,
  rest: string,
  wanted: (booking: Booked) => Wanted = () => ({}),
): Promise<void> {
  const [mine, other] = await visitor.offers(2);
  const [a, b] = [await visitor.booked([mine!]), await visitor.booked([other!])];
  const ask = (id: string, token?: string): Promise<Answer> => {
    const write = method === 'GET' || method === 'DELETE' ? {} : { key: crypto.randomUUID() };
    return visitor.api(method, `/bookings/${id}${rest}`, {
      ...write,
      ...wanted(a),
      ...(token !== undefined && { token }),
    });
  };
  const unknown = await ask('no-such-booking', 'x'.repeat(43));
  problem(unknown, 'not-found');
  const plain = ({ status, text, headers }: Answer): unknown => [
    status,
    text,
    [...headers].filter(([name]) => !CHANGING.includes(name)).sort(),
  ];
  for (const [what, answer] of [
    ['no token', await ask(a.id)],
    ['the token of another booking', await ask(a.id, b.manageToken)],
    ['a token of the right length', await ask(a.id, 'A'.repeat(a.manageToken.length))],
    ['most of the token', await ask(a.id, a.manageToken.slice(0, -1))],
    ['an unknown id with a good token', await ask('no-such-booking', a.manageToken)],
    ['the reference for the id', await ask(encodeURIComponent(a.reference), a.manageToken)],
    ['a prototype’s name for the id', await ask('__proto__', a.manageToken)],
  ] as const) {
    expectSame(plain(answer), plain(unknown), `the answer to ${what}`, answer);
  }
  read(await visitor.api('GET', `/bookings/${a.id}`, { token: a.manageToken }), Booking);
}
