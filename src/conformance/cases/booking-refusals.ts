import { cases, type Context } from '../case.js';
import { expect, expectSame, NotHere, pointsAt, problem } from '../expect.js';
import { choiceOf, serviceOf } from '../subject.js';
import { itemOf, type Offered } from '../visitor.js';

/** A slot of a service with a safety check. */
async function screened({ subject, visitor }: Context): Promise<Offered> {
  const choice = choiceOf(subject, (one) => serviceOf(subject, one).intakeForm !== undefined, 'service with a form');
  return visitor.offer(choice);
}

export const bookingRefusalCases = cases(
  {
    id: 'bookings.price-changed',
    clause: 'An expectedTotal that differs is 409 price-changed with the new price, and nothing is booked.',
    async run({ visitor }) {
      const offer = await visitor.offer();
      const expectedTotal = { ...offer.total, amount: offer.total.amount + 100 };
      const answer = await visitor.book(visitor.request([offer], { expectedTotal }));
      const { price } = problem(answer, 'price-changed');
      expectSame(price?.total, offer.total, 'the price in the problem', answer);
      expect(await visitor.isOffered(offer), 'the time is occupied all the same');
    },
  },
  {
    id: 'bookings.client-sets-no-price',
    clause: 'The server prices: no amount that a client sends changes what is charged (CVE-2026-2519).',
    async run({ visitor }) {
      const offer = await visitor.offer();
      const { total } = offer;
      for (const amount of [0, 1, total.amount - 1, 100_000_000]) {
        problem(await visitor.book(visitor.request([offer], { expectedTotal: { ...total, amount } })), 'price-changed');
      }
      const foreign = visitor.request([offer], { expectedTotal: { ...total, currency: 'XTS' } });
      problem(await visitor.book(foreign), 'price-changed', 'validation');
      const request = visitor.request([offer]);
      const generous = {
        ...request,
        price: { total: { ...total, amount: 1 }, lines: [] },
        tips: -5_000,
        discount: 100,
      };
      const answer = await visitor.book({ ...generous, items: [{ ...request.items[0], price: 1, amount: 1 }] });
      expectSame((answer.body as { price?: { total?: unknown } }).price?.total, total, 'the total', answer);
    },
  },
  {
    id: 'bookings.impossible-amounts',
    clause: 'A negative, fractional, huge or textual amount is refused at its field (CVE-2026-2519).',
    async run({ visitor }) {
      const offer = await visitor.offer();
      const body = JSON.stringify(visitor.request([offer], { expectedTotal: { amount: 987_654, currency: 'GBP' } }));
      for (const amount of ['-1', '0.5', '1e300', '"80"', 'null', '[1]', '9007199254740993']) {
        pointsAt(await visitor.book(body.replace('987654', amount)), '/expectedTotal/amount');
      }
      problem(await visitor.book(body.replace('987654', 'NaN')), 'malformed');
      expect(await visitor.isOffered(offer), 'the time is occupied all the same');
    },
  },
  {
    id: 'bookings.screening-refused',
    clause: 'Without the statement that the safety check of this very form was passed, it is 409 screening-refused.',
    async run(context) {
      const { visitor } = context;
      const offer = await screened(context);
      const { safetyCheck, ...without } = visitor.request([offer]);
      problem(await visitor.book(without), 'screening-refused');
      problem(
        await visitor.book({ ...without, safetyCheck: { ...safetyCheck, formId: 'another' } }),
        'screening-refused',
      );
      problem(
        await visitor.book({ ...without, safetyCheck: { ...safetyCheck, version: 'another' } }),
        'screening-refused',
      );
      const failed = await visitor.book({ ...without, safetyCheck: { ...safetyCheck, passed: false } });
      problem(failed, 'validation', 'screening-refused');
      expect(await visitor.isOffered(offer), 'the time is occupied all the same');
    },
  },
  {
    id: 'bookings.not-offered',
    clause: 'What is not offered cannot be booked: another service, option, add-on, place or practitioner.',
    async run({ visitor }) {
      const offer = await visitor.offer();
      const item = itemOf(offer);
      const codes = ['not-offered', 'slot-unavailable', 'validation', 'not-found'] as const;
      for (const wrong of [
        { optionId: 'none' },
        { serviceId: 'none' },
        { addOnIds: ['none'] },
        { practitionerId: 'nobody-of-that-name' },
        { serviceId: '__proto__' },
        { place: 'outcall', outwardCode: 'ZE3' },
      ]) {
        const answer = await visitor.book({ ...visitor.request([offer]), items: [{ ...item, ...wrong }] });
        problem(answer, ...codes, 'outside-service-area');
      }
    },
  },
  {
    id: 'bookings.nothing-outside',
    clause:
      'Nothing outside availability can be booked: no time in the past, none beyond the horizon, none between starts.',
    async run({ visitor }) {
      const offer = await visitor.offer();
      const item = itemOf(offer);
      const start = Date.parse(item.start);
      for (const at of [
        start + 60_000,
        start - 17 * 60_000,
        Date.parse('2001-01-01T12:00:00Z'),
        Date.parse('2199-06-01T12:00:00Z'),
      ]) {
        const moved = { ...item, start: new Date(at).toISOString().replace('.000Z', 'Z') };
        const answer = await visitor.book({ ...visitor.request([offer]), items: [moved] });
        problem(answer, 'not-offered', 'slot-unavailable', 'validation');
      }
    },
  },
  {
    id: 'bookings.token-of-another-slot',
    clause: 'The token of one slot is no proof for another one that was not offered.',
    async run({ visitor }) {
      const [first, second] = await visitor.offers(2);
      const night = `${second!.slot.start.slice(0, 11)}03:33:00Z`;
      for (const slotToken of [first!.slot.token, 'forged', `${second!.slot.token}x`]) {
        const items = [{ ...itemOf(second!), start: night, slotToken }];
        const answer = await visitor.book({ ...visitor.request([second!]), items });
        problem(answer, 'not-offered', 'slot-unavailable', 'validation');
      }
    },
  },
  {
    id: 'bookings.missing-fields',
    clause: 'A booking without a required field is 422 with a JSON pointer to it.',
    async run({ visitor }) {
      const request: Record<string, unknown> = { ...visitor.request([await visitor.offer()]) };
      for (const name of ['items', 'client', 'intake', 'consents', 'expectedTotal', 'locale']) {
        const lacking = Object.fromEntries(Object.entries(request).filter(([key]) => key !== name));
        pointsAt(await visitor.book(lacking), `/${name}`);
      }
      pointsAt(await visitor.book({ ...request, items: [] }), '/items');
      const client = { name: '', email: 'kit@example.invalid' };
      pointsAt(await visitor.book({ ...request, client }), '/client/name');
      pointsAt(await visitor.book({ ...request, client: { name: 'Kit', email: 'no address' } }), '/client/email');
    },
  },
  {
    id: 'bookings.consent-outdated',
    clause: 'A consent whose hash is not that of the current text is refused, and nothing is booked.',
    needs: ['consents'],
    async run({ subject, visitor }) {
      const { terms, locales } = subject.discovery.business;
      if (!terms) throw new NotHere('the business publishes no terms');
      const offer = await visitor.offer();
      const consent = {
        documentId: terms.id,
        version: terms.version,
        hash: `sha-256:${'0'.repeat(64)}`,
        at: new Date(subject.now()).toISOString(),
        locale: locales[0] ?? 'en',
      };
      const answer = await visitor.book(visitor.request([offer], { consents: [consent] }));
      problem(answer, 'consent-outdated', 'validation');
      expect(await visitor.isOffered(offer), 'the time is occupied all the same');
    },
  },
);
