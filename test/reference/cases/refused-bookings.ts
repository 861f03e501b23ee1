import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from '../../../src/contract/problem.js';
import type { Subject } from '../subject.js';
import { bookingOf, itemAt } from '../visitor.js';

const DAY = '2026-10-14';
const OUTCALL = { place: 'outcall' as const, outwardCode: 'W9' };
const ADDRESS = { line1: '3 Canal Row', town: 'London', postcode: 'W9 1AA', access: 'Third bell' };

/** What is not booked, and what is said instead. */
export function refusedBookings(subject: Subject): void {
  test('a visit without what it needs is refused, field by field', async () => {
    const { visitor } = subject();
    const slot = (await visitor.entry(OUTCALL, DAY)).slots[0];
    const expectedTotal = { amount: 10_500, currency: 'GBP' };
    const client = { name: 'Ada Example', email: 'ada@example.com', phone: '020 7946 0999', address: ADDRESS };
    const pointers = async (fields: object, item: object = OUTCALL): Promise<unknown> => {
      const { body } = await visitor.book(bookingOf([itemAt(slot, item)], { expectedTotal, client, ...fields }));
      return [body.code, ...(body.errors ?? []).map(({ pointer }) => pointer)];
    };
    assert.deepEqual(await pointers({ client: { name: 'Ada', email: 'ada@example.com' } }), [
      'validation',
      '/client/phone',
      '/client/address',
    ]);
    assert.deepEqual(await pointers({ client: { ...client, address: { ...ADDRESS, postcode: 'E1 6AN' } } }), [
      'validation',
      '/client/address/postcode',
    ]);
    assert.deepEqual(await pointers({}, { place: 'outcall' }), ['validation', '/items/0/outwardCode']);
    assert.deepEqual(await pointers({}, { place: 'outcall', outwardCode: 'E1' }), [
      'outside-service-area',
      '/items/0/outwardCode',
    ]);
  });

  test('the server prices: another total is refused with the right one, and nothing is booked', async () => {
    const { visitor, database } = subject();
    const [slot] = await visitor.slots(DAY);
    for (const expectedTotal of [
      { amount: 7999, currency: 'GBP' },
      { amount: 8000, currency: 'EUR' },
      { amount: 0, currency: 'GBP' },
    ]) {
      const answer = await visitor.book(bookingOf([itemAt(slot)], { expectedTotal }));
      assert.deepEqual([answer.status, answer.body.code], [409, 'price-changed']);
      assert.deepEqual(answer.body.price?.total, { amount: 8000, currency: 'GBP' });
    }
    assert.deepEqual(await database.query('SELECT 1 FROM bookings'), []);
  });

  test('what is not offered is not booked', async () => {
    const { visitor, database } = subject();
    const [slot] = await visitor.slots(DAY);
    const at = (start: string): object => ({ start, slotToken: `s1.${(Date.parse(start) / 1000).toString(36)}` });
    const cases: Record<string, object> = {
      'before the hours': at('2026-10-14T09:30:00Z'),
      'ending after the hours': at('2026-10-14T20:30:00Z'),
      'between two starts': at('2026-10-14T10:07:00Z'),
      'on a closed day': at('2026-12-25T12:00:00Z'),
      'in the past': at('2026-10-08T12:00:00Z'),
      'within the notice': at('2026-10-09T09:30:00Z'),
      'after the horizon': at('2027-02-01T12:00:00Z'),
      'far before': at('0001-01-01T00:00:00Z'),
      'far ahead': at('9999-12-31T12:00:00Z'),
      'another start’s token': { slotToken: 's1.0' },
      'an invented token': { slotToken: 'anything' },
      'an unknown therapist': { practitionerId: 'nobody' },
      'an unknown service': { serviceId: 'nothing' },
      'an unknown option': { optionId: 'back-30' },
      'an unknown add-on': { addOnIds: ['nothing'] },
      'an add-on twice': { addOnIds: ['hot-stones-15', 'hot-stones-15'] },
      'two pairings': { addOnIds: ['relaxing-30', 'full-body-30'] },
      'a service the therapist does not give': {
        practitionerId: 'amara-okoye',
        serviceId: 'sports',
        optionId: 'sports-60',
      },
    };
    for (const [name, item] of Object.entries(cases)) {
      const answer = await visitor.book(bookingOf([itemAt(slot, item)]));
      assert.deepEqual([answer.status, answer.body.code], [422, 'not-offered'], name);
      assert.ok(Problem.parse(answer.body));
    }
    assert.deepEqual(await database.query('SELECT 1 FROM bookings'), []);
  });

  test('without the statement that this form’s safety check was passed, nothing is booked', async () => {
    const { visitor } = subject();
    const request = bookingOf([itemAt((await visitor.slots(DAY))[0])]);
    const at = '2026-10-09T08:00:00Z';
    const { safetyCheck: _, ...without } = request;
    for (const body of [
      without,
      { ...request, safetyCheck: { formId: 'other', version: '1', passed: true, at } },
      { ...request, safetyCheck: { formId: 'massage', version: '0', passed: true, at } },
    ]) {
      const answer = await visitor.post('/v1/bookings', body);
      assert.deepEqual([answer.status, answer.body.code], [409, 'screening-refused']);
    }
    const failed = await visitor.post('/v1/bookings', {
      ...request,
      safetyCheck: { formId: 'massage', version: '2', passed: false, at },
    });
    assert.equal(failed.body.code, 'validation');
  });

  test('a consent must name a text as it is published', async () => {
    const { visitor } = subject();
    const { body: terms } = await visitor.get<{ hash: string }>('/v1/consent-documents/terms/versions/1');
    const consent = {
      documentId: 'terms',
      version: '1',
      hash: terms.hash,
      at: '2026-10-09T08:00:00Z',
      locale: 'en-GB',
    };
    const items = [itemAt((await visitor.slots(DAY))[0])];
    const code = async (fields: object): Promise<unknown> =>
      (await visitor.book(bookingOf(items, { consents: [{ ...consent, ...fields }] }))).body.code;
    assert.equal(await code({ hash: `sha-256:${'0'.repeat(64)}` }), 'consent-outdated');
    assert.equal(await code({ version: '0' }), 'consent-outdated');
    assert.equal(await code({ documentId: 'unknown' }), 'validation');
    assert.equal(await code({}), undefined);
  });
}
