import { PROBLEM_STATUS } from '../../contract/problem.js';
import { OPERATIONS } from '../../contract/operations.js';
import { cases } from '../case.js';
import { anyProblem, expect, expectSame, pointsAt, problem, read } from '../expect.js';
import { Booking } from '../../contract/booking.js';
import { itemOf } from '../visitor.js';

/** Writes every backend has, and what a body that fits none of them is refused at. */
const BOOKING = '/bookings';

export const errorCases = cases(
  {
    id: 'errors.unknown-path',
    clause: 'An unknown path is a 404 problem.',
    async run({ visitor }) {
      for (const path of ['/nothing', '/bookings/x/nothing', '/__proto__', '/%00', '/..%2f..%2fetc%2fpasswd']) {
        problem(await visitor.api('GET', path), 'not-found');
      }
    },
  },
  {
    id: 'errors.wrong-method',
    clause: 'A method that a path does not have is a 405 problem that names those it has in Allow.',
    async run({ visitor }) {
      for (const [path, allowed] of [
        ['/services', 'GET'],
        ['/availability', 'GET'],
        ['/bookings', 'POST'],
        ['/bookings/x', 'GET'],
      ] as const) {
        const answer = await visitor.api('PATCH', path, { body: {} });
        problem(answer, 'method-not-allowed');
        const methods = (answer.headers.get('allow') ?? '').split(/\s*,\s*/);
        expect(methods.includes(allowed), `Allow is "${methods.join(', ')}" and lacks ${allowed}`, answer);
      }
    },
  },
  {
    id: 'errors.media-type',
    clause: 'A body that is not announced as JSON is 415.',
    async run({ visitor }) {
      for (const type of [
        'text/plain',
        'application/x-www-form-urlencoded',
        'application/xml',
        'multipart/form-data',
      ]) {
        const answer = await visitor.post(BOOKING, '{}', { headers: { 'Content-Type': type } });
        problem(answer, 'unsupported-media-type');
      }
      const charset = await visitor.post(BOOKING, '{}', {
        headers: { 'Content-Type': 'application/json; charset=utf-8' },
      });
      problem(charset, 'validation');
    },
  },
  {
    id: 'errors.malformed',
    clause: 'A body that is no JSON is 400 malformed.',
    async run({ visitor }) {
      for (const body of ['{', '', '{"items": [1,]}', "{'items': []}", 'undefined', '{"items": NaN}', '\u0000']) {
        const answer = await visitor.post(BOOKING, body, { headers: { 'Content-Type': 'application/json' } });
        problem(answer, 'malformed');
      }
    },
  },
  {
    id: 'errors.not-an-object',
    clause: 'JSON of another shape is 422, never an error of the server.',
    async run({ visitor }) {
      for (const body of ['null', '[]', '"text"', '0', 'true', '[[[[]]]]', '{"items":{"0":{}}}']) {
        problem(await visitor.post(BOOKING, body), 'validation');
      }
    },
  },
  {
    id: 'errors.too-large',
    clause: 'A body over 64 kB is cut off with 413.',
    async run({ visitor }) {
      const request = visitor.request([await visitor.offer()]);
      const answer = await visitor.post(BOOKING, { ...request, padding: 'x'.repeat(70_000) });
      problem(answer, 'too-large');
      const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
      anyProblem(await visitor.post(BOOKING, `{"items":${deep}}`));
    },
  },
  {
    id: 'errors.pointers',
    clause: 'Fields at fault are named by JSON pointers, each of them, into arrays too.',
    async run({ visitor }) {
      const request = visitor.request([await visitor.offer()]);
      const answer = await visitor.book({
        ...request,
        items: [{ ...request.items[0], start: 'noon', optionId: 7 }],
        client: { name: 'Kit', email: 'nowhere' },
        locale: 5,
      });
      for (const pointer of ['/items/0/start', '/items/0/optionId', '/client/email', '/locale'])
        pointsAt(answer, pointer);
    },
  },
  {
    id: 'errors.repeat-nothing',
    clause: 'A problem never repeats what a client typed.',
    async run({ visitor }) {
      const request = visitor.request([await visitor.offer()]);
      const canary = 'canary-7f3a';
      const client = { name: canary, email: canary, phone: canary, address: { line1: canary } };
      for (const body of [
        { ...request, client, metadata: { [canary]: 5 } },
        { ...request, items: [{ ...request.items[0], serviceId: canary }] },
        { ...request, locale: canary.repeat(50) },
      ]) {
        const answer = await visitor.book(body);
        anyProblem(answer);
        expect(!answer.text.includes(canary), 'the problem repeats it', answer);
      }
      const path = await visitor.api('GET', `/practitioners/${canary}`);
      expect(!path.text.includes(canary), 'the problem repeats the path', path);
    },
  },
  {
    id: 'errors.prototype-keys',
    clause: 'Keys named like a prototype’s are ignored, and change nothing for whoever comes next.',
    async run({ visitor }) {
      const [first, second] = await visitor.offers(2);
      const text = JSON.stringify(visitor.request([first!]));
      const poison =
        '"__proto__":{"status":"confirmed","polluted":true},"constructor":{"prototype":{"polluted":true}},';
      read(await visitor.book(text.replace('{', `{${poison}`)), Booking, 201);
      const clean = await visitor.book(visitor.request([second!]));
      read(clean, Booking, 201);
      expect(!clean.text.includes('polluted'), 'the next answer is changed', clean);
      const items = [{ ...itemOf(second!), practitionerId: 'constructor', serviceId: 'toString', optionId: 'valueOf' }];
      anyProblem(await visitor.book({ ...visitor.request([second!]), items }));
    },
  },
  {
    id: 'errors.unknown-fields',
    clause: 'Unknown fields are ignored: a newer widget books with an older backend.',
    async run({ visitor }) {
      const offer = await visitor.offer();
      const request = visitor.request([offer]);
      const newer = {
        ...request,
        id: 'chosen',
        status: 'completed',
        manageToken: 'x'.repeat(32),
        revision: 99,
        future: {},
      };
      const booking = read(await visitor.book(newer), Booking, 201);
      expect(booking.id !== 'chosen' && booking.manageToken !== 'x'.repeat(32), 'the client chose id or token');
      expect(booking.status !== 'completed' && booking.revision !== 99, 'the client chose status or revision');
    },
  },
  {
    id: 'errors.operations',
    clause: 'Every operation with a body refuses what is no JSON, what is not announced as JSON, and a missing key.',
    async run({ subject, visitor }) {
      const { capabilities } = subject.discovery;
      const open = OPERATIONS.filter(({ path, token }) => {
        if (token !== undefined) return false;
        if (path.startsWith('/holds')) return capabilities.holds;
        if (path.startsWith('/booking-lookups')) return capabilities.bookingLookup;
        if (path.startsWith('/intake-evaluations')) return capabilities.intake === 'screening';
        if (path.startsWith('/practitioner-searches')) return capabilities.practitionerSearch === true;
        if (path.startsWith('/availability-searches')) return capabilities.availabilitySearch === true;
        if (path.startsWith('/service-area-checks')) return capabilities.serviceAreaChecks === true;
        return true;
      });
      for (const { method, path, body, keyed } of open) {
        if (!body) continue;
        const key = keyed ? { key: crypto.randomUUID() } : {};
        problem(await visitor.api(method, path, { ...key, body: '{' }), 'malformed');
        const headers = { 'Content-Type': 'text/plain' };
        problem(await visitor.api(method, path, { ...key, body: '{}', headers }), 'unsupported-media-type');
        if (keyed) problem(await visitor.api(method, path, { body: {} }), 'idempotency-key-missing', 'validation');
      }
    },
  },
  {
    id: 'errors.closed-codes',
    clause: 'Codes are those of version 1, each with its status.',
    async run({ visitor }) {
      const request = visitor.request([await visitor.offer()]);
      for (const answer of [
        await visitor.api('GET', '/nothing'),
        await visitor.book({}),
        await visitor.book({ ...request, expectedTotal: { ...request.expectedTotal, amount: 1 } }),
        await visitor.api('POST', BOOKING, { body: request }),
      ]) {
        const { code, status } = anyProblem(answer);
        expectSame(PROBLEM_STATUS[code as keyof typeof PROBLEM_STATUS], status, `the status of ${code}`, answer);
      }
    },
  },
);
