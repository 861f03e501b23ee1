import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BackendFailure, CompleteBackend, ListingBackend } from '../../../src/backend/booking-backend.js';
import type { AvailabilityEntry, AvailabilitySummary, Slot } from '../../../src/contract/availability.js';
import type { Booking } from '../../../src/contract/booking.js';
import type { PractitionerFilters } from '../../../src/contract/practitioner-search.js';
import type { PractitionerPage } from '../../../src/contract/service.js';
import { ListingHttpBackend } from '../../../src/backend/http/listing.js';
import { CONSENT, FORM } from '../../../src/backend/memory/intake-form.js';
import { MEMORY_NOW, connectedTo, memoryServer } from '../../../src/backend/memory/memory-backend.js';
import { BOOKING_REQUEST, ITEM, KEY, POUNDS_80, QUERY } from '../answers.js';

const RANGE = { from: '2026-10-14', to: '2026-10-31' };

interface Visit {
  backend: CompleteBackend;
  /** Addresses that were asked, with their queries. */
  urls: string[];
  slots: readonly Slot[];
}

async function visit(): Promise<Visit> {
  const server = memoryServer();
  const urls: string[] = [];
  const fetch = (url: string, init: RequestInit): Promise<Response> => {
    urls.push(`${init.method} ${url}`);
    return server.fetch(url, init);
  };
  const backend = connectedTo(server, 'default', { environment: { fetch } });
  const { entries } = await backend.availability({ ...QUERY, ...RANGE });
  return { backend, urls, slots: (entries[0] as AvailabilityEntry).slots };
}

const at = ({ start, token }: Slot): typeof ITEM => ({ ...ITEM, start, slotToken: token });

const book = ({ backend, slots }: Visit): Promise<Booking> =>
  backend.book({ ...BOOKING_REQUEST, items: [at(slots[0]!)], intake: 'inline' }, KEY);

async function codeOf(outcome: Promise<unknown>): Promise<string | undefined> {
  return outcome.then(
    () => assert.fail('did not fail'),
    (error: BackendFailure) => error.problem?.code,
  );
}

describe('what lists ask over HTTP', () => {
  it('is the same with and without the rest of version 1', async () => {
    const { backend, urls } = await visit();
    const server = memoryServer();
    const asked: string[] = [];
    const fetch = (url: string, init: RequestInit): Promise<Response> => {
      asked.push(`${init.method} ${url}`);
      return server.fetch(url, init);
    };
    const small = new ListingHttpBackend('https://memory.example', { fetch });
    const cards = { practitionerIds: ['mara', 'nobody'], place: 'outcall', times: 3, ...RANGE } as const;
    const own = { practitionerIds: ['tobi', 'mara'], order: 'distance', outwardCode: 'E1', limit: 2 } as const;
    const answers = async (of: Required<ListingBackend>): Promise<unknown[]> => [
      await of.practitionerFilters(),
      await of.availabilitySummary(cards),
      await of.practitioners({ ...own, practitionerIds: [...own.practitionerIds] }),
      await of.practitioners({ pressure: 4 }),
      await of.catalogue({ practitionerId: 'tobi' }),
      await of.availability({ ...QUERY, ...RANGE }),
    ];
    urls.length = 0;
    const [filters, summary, , firm] = await answers(backend);
    assert.deepEqual((await answers(small as Required<ListingBackend>))[1], summary);
    assert.deepEqual(asked.slice(1), urls);
    assert.deepEqual(
      urls.slice(0, 4).map((url) => url.replace('https://memory.example/v1', '')),
      [
        'GET /practitioner-filters',
        'GET /availability/summary?practitioner=mara&practitioner=nobody&times=3&place=outcall&from=2026-10-14&to=2026-10-31',
        'GET /practitioners?practitioner=tobi&practitioner=mara&outwardCode=E1&order=distance&limit=2',
        'POST /practitioner-searches',
      ],
    );
    assert.ok((filters as PractitionerFilters).languages.includes('pl'));
    const [mara, nobody] = (summary as AvailabilitySummary).entries;
    assert.ok(mara && 'next' in mara && mara.next!.length > 1 && mara.outwardCode === 'W1');
    assert.deepEqual(nobody, { practitionerId: 'nobody', problem: { code: 'not-found' } });
    assert.deepEqual(
      (firm as PractitionerPage).practitioners.map(({ id }) => id),
      ['mara'],
    );
  });
});

describe('all of version 1 over HTTP', () => {
  it('asks for what may say something about a client in a body, and for the rest in a URL', async () => {
    const { backend, urls, slots } = await visit();
    const notBefore = slots[5]!.start;
    const later = await backend.availability({ ...QUERY, ...RANGE, notBefore });
    assert.deepEqual((later.entries[0] as AvailabilityEntry).slots, slots.slice(5));
    const routed = await backend.availability({ ...QUERY, ...RANGE, skills: ['pregnancy'] });
    assert.ok('problem' in routed.entries[0]!, 'who lacks the skill is not offered');
    const able = await backend.practitioners({ skills: ['pregnancy'] });
    assert.deepEqual(
      able.practitioners.map(({ id }) => id),
      ['kasia'],
    );
    const cheap = await backend.practitioners({ serviceId: 'back', maxPrice: POUNDS_80, stepFree: true, limit: 5 });
    assert.deepEqual(
      cheap.practitioners.map(({ id }) => id),
      ['tobi'],
    );
    const area = await backend.serviceArea({ practitionerIds: ['mara', 'tobi'], postcode: 'nw1 6xe' });
    assert.deepEqual(
      area.entries.map(({ covered }) => covered),
      [true, false],
    );
    const { entries } = await backend.availabilitySummary({ ...QUERY, ...RANGE });
    assert.equal('first' in entries[0]! && entries[0].first?.start, slots[0]!.start);
    const asked = urls.join('\n');
    for (const secret of ['pregnancy', 'skills', 'notBefore', encodeURIComponent(notBefore), '6xe']) {
      assert.ok(!asked.includes(secret), secret);
    }
    assert.ok(asked.includes('service=back&stepFree=true&maxPrice=8000&limit=5'));
  });

  it('moves and cancels a booking, unless somebody else changed it first', async () => {
    const visitor = await visit();
    const { backend, slots } = visitor;
    const { id, manageToken: token = '', revision } = await book(visitor);
    const to = { items: [at(slots.at(-1)!)], expectedTotal: POUNDS_80 };
    assert.equal(await codeOf(backend.reschedule(id, token, to, `${KEY}-1`, revision + 1)), 'revision-mismatch');
    const moved = await backend.reschedule(id, token, to, `${KEY}-2`, revision);
    assert.deepEqual([moved.sessions[0]?.start, moved.revision], [slots.at(-1)!.start, revision + 1]);
    assert.equal(await codeOf(backend.cancel(id, 'not-the-token-0123456', `${KEY}-3`)), 'not-found');
    assert.equal((await backend.cancel(id, token, `${KEY}-4`)).status, 'cancelled');
    assert.equal((await backend.cancel(id, token, `${KEY}-5`)).status, 'cancelled', 'however often');
    assert.equal(await codeOf(backend.reschedule(id, token, to, `${KEY}-6`)), 'already-cancelled');
  });

  it('evaluates answers, delivers, reads back, withdraws and forgets them', async () => {
    const visitor = await visit();
    const { backend } = visitor;
    const { id, manageToken: token = '' } = await book(visitor);
    const answers = { allergies: ['nuts'] };
    const form = { formId: FORM.id, version: FORM.version };
    const { outcomes, proof } = await backend.evaluateIntake({ ...form, answers });
    assert.deepEqual(
      outcomes.map(({ ruleId }) => ruleId),
      ['adapt-nuts'],
    );
    assert.equal(await codeOf(backend.evaluateIntake({ ...form, answers: { unwell: true } })), 'screening-refused');
    const consent = { documentId: CONSENT.id, version: '1', hash: CONSENT.hash, at: MEMORY_NOW, locale: 'en-GB' };
    assert.equal(await backend.intake(id, token), null);
    await backend.deliverIntake(id, token, { ...form, answers, consent, answeredAt: MEMORY_NOW, proof }, `${KEY}-1`);
    assert.deepEqual((await backend.intake(id, token))?.answers, answers);
    await backend.withdrawIntake(id, token);
    await backend.withdrawIntake(id, token);
    assert.equal(await backend.intake(id, token), null);
    const kept = await backend.clientData(id, token);
    assert.equal(kept.client?.email, BOOKING_REQUEST.client.email);
    assert.ok(kept.consents.every(({ withdrawnAt }) => withdrawnAt !== undefined));
    assert.equal((await backend.erase(id, token, `${KEY}-2`)).booking.status, 'cancelled');
    assert.equal((await backend.clientData(id, token)).client, undefined);
  });

  it('finds its own hold until it is gone', async () => {
    const { backend, slots } = await visit();
    const hold = await backend.hold({ items: [at(slots[0]!)] }, KEY);
    assert.equal((await backend.findHold(hold))?.id, hold.id);
    assert.equal(await backend.findHold({ ...hold, token: 'not-the-token-0123456' }), null);
    await backend.release(hold);
    assert.equal(await backend.findHold(hold), null);
  });
});
