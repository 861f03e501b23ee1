/** What the reference backend answers to a day of plain requests: the examples of `openapi.json`. */
import { createBackend } from '../demo/backend/app.js';
import { openPglite } from '../demo/backend/database.js';
import { UNLIMITED } from '../demo/backend/limits.js';
import { londonSeed } from '../demo/data/london.js';
import type { Availability } from '../src/contract/availability.js';
import type { Booking } from '../src/contract/booking.js';
import type { ConsentDocument } from '../src/contract/consent.js';
import type { Hold } from '../src/contract/hold.js';

/** One request with its answer; a query by its parameters' names. */
export interface Example {
  query?: Record<string, string | readonly string[]>;
  body?: unknown;
  answer?: unknown;
}

export const PUBLIC_URL = 'https://booking.example';
const KEY = 'an-example-key-for-one-intent';
const NOW = '2026-10-09T08:00:00Z';
const CHOICE = { practitioner: ['mara-lindqvist'], service: 'back', option: 'back-60', addOn: [], place: 'incall' };
const DAYS = { from: '2026-10-14', to: '2026-10-15' };

/** Records every example, the same each time: what is made by chance is put in the same words. */
export async function recordExamples(): Promise<Record<string, Example>> {
  const database = await openPglite();
  const backend = await createBackend({
    ...{
      database,
      seed: londonSeed(PUBLIC_URL),
      publicUrl: PUBLIC_URL,
      manageKey: 'example-'.repeat(6),
      intakeKey: 'i'.repeat(43),
    },
    ...{ outboxIsOpen: false, limits: UNLIMITED, test: true, log: () => undefined },
  });
  const examples: Record<string, Example> = {};
  const chance = new Map<string, string>();
  const send = async (method: string, path: string, body?: unknown, token?: string): Promise<unknown> => {
    const response = await backend.fetch(
      new Request(`${PUBLIC_URL}${path}`, {
        method,
        headers: {
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          'Idempotency-Key': `${KEY} ${Object.keys(examples).length}`,
          ...(token && { Authorization: `Bearer ${token}` }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.headers.get('Content-Type')?.includes('json') ? response.json() : undefined;
  };
  const read = async <Answer>(
    id: string,
    path: string,
    query: Example['query'] = {},
    token?: string,
  ): Promise<Answer> => {
    const search = new URLSearchParams(
      Object.entries(query).flatMap(([name, value]) => [value].flat().map((each) => [name, each as string])),
    );
    const answer = (await send('GET', `${path}?${search}`, undefined, token)) as Answer;
    examples[id] = { query, answer };
    return answer;
  };
  const write = async <Answer>(
    id: string,
    path: string,
    body: unknown,
    token?: string,
    method = 'POST',
  ): Promise<Answer> => {
    const answer = (await send(method, path, body, token)) as Answer;
    examples[id] = { body, answer };
    return answer;
  };
  try {
    await send('POST', '/test/clock', { now: NOW });
    await read('discover', '/.well-known/knead-booking');
    await read('readBusiness', '/v1/business');
    await read('listPractitioners', '/v1/practitioners', { place: 'outcall', outwardCode: 'E8', limit: '2' });
    await read('readPractitionerFilters', '/v1/practitioner-filters');
    await read('readPractitioner', '/v1/practitioners/mara-lindqvist');
    await write('searchPractitioners', '/v1/practitioner-searches', { skills: ['pregnancy'], order: 'name', limit: 1 });
    await read('listServices', '/v1/services', { practitioner: 'mara-lindqvist' });
    await read('readService', '/v1/services/back');
    const { entries } = await read<Availability>('listAvailability', '/v1/availability', { ...CHOICE, ...DAYS });
    const cards = { practitioner: ['mara-lindqvist', 'amara-okoye'], place: 'incall', times: '3' };
    await read('summariseAvailability', '/v1/availability/summary', { ...cards, ...DAYS });
    const choice = { serviceId: 'back', optionId: 'back-60', addOnIds: [], place: 'incall' };
    const asked = { ...choice, practitionerIds: ['mara-lindqvist'], ...DAYS, notBefore: '2026-10-15T18:00:00Z' };
    await write('searchAvailability', '/v1/availability-searches', { ...asked, skills: ['pregnancy'] });
    const check = { practitionerIds: ['mara-lindqvist', 'ben-hallworth'], postcode: 'W9 1AA' };
    await write('checkServiceArea', '/v1/service-area-checks', check);

    const slots = entries.flatMap((entry) => ('slots' in entry ? entry.slots : []));
    const itemAt = (index: number): object => {
      const { start, token } = slots[index]!;
      return { practitionerId: 'mara-lindqvist', ...choice, start, slotToken: token };
    };
    const hold = await write<Hold>('hold', '/v1/holds', { items: [itemAt(0)] });
    chance.set(hold.id, 'hold_example').set(hold.token, 'hold-token-for-this-hold-alone');
    await read('readHold', `/v1/holds/${hold.id}`, {}, hold.token);

    const consentDocument = await read<ConsentDocument>(
      'readConsentDocument',
      '/v1/consent-documents/health-consent/versions/1',
    );
    await read('readIntakeForm', '/v1/intake-forms/massage/versions/2');
    const form = { formId: 'massage', version: '2' };
    const answers = { pressure: 'firm', 'work-where': ['neck', 'lower-back'] };
    const { proof } = await write<{ proof: string }>('evaluateIntake', '/v1/intake-evaluations', { ...form, answers });
    chance.set(proof, 'proof-of-form-outcomes-and-answers');
    const booking = await write<Booking>('book', '/v1/bookings', {
      items: [itemAt(0)],
      hold: { id: hold.id, token: hold.token },
      client: { name: 'Ada Example', email: 'ada@client.example' },
      safetyCheck: { ...form, passed: true, at: NOW },
      intake: 'inline',
      intakeProof: proof,
      consents: [],
      expectedTotal: { amount: 8000, currency: 'GBP' },
      locale: 'en-GB',
    });
    const { id, reference, manageToken = '' } = booking;
    chance.set(id, 'bk_example').set(reference, 'K7QM-4XTP').set(manageToken, 'manage-token-for-this-booking-alone');
    const path = `/v1/bookings/${id}`;
    await write('findBooking', '/v1/booking-lookups', { key: `${KEY} ${Object.keys(examples).length - 1}` });
    const { version, hash } = consentDocument;
    const consent = { documentId: consentDocument.id, version, hash, at: NOW, locale: 'en-GB' };
    await write('deliverIntake', `${path}/intake`, { ...form, answers, consent, answeredAt: NOW }, manageToken, 'PUT');
    await read('readIntake', `${path}/intake`, {}, manageToken);
    await read('readBooking', path, {}, manageToken);
    await read('exportClientData', `${path}/client-data`, {}, manageToken);
    const price = { expectedTotal: { amount: 8000, currency: 'GBP' } };
    await write('reschedule', `${path}/reschedule`, { items: [itemAt(6)], ...price }, manageToken);
    await write('cancel', `${path}/cancel`, {}, manageToken);
    await write('eraseClient', `${path}/erasure`, {}, manageToken);
    examples['confirmContact'] = { body: { code: '004217' }, answer: examples['readBooking']?.answer };
  } finally {
    await backend.close();
    await database.close();
  }
  return settled(examples, chance);
}

/** The same text for what is made by chance, and whole seconds for what the clock moved on meanwhile. */
function settled(examples: Record<string, Example>, chance: ReadonlyMap<string, string>): Record<string, Example> {
  let text = JSON.stringify(examples);
  for (const [made, said] of chance) text = text.replaceAll(made, said);
  text = text
    .replace(/"(2026-10-09T\d\d:\d\d):\d\d(\.\d+)?Z"/g, '"$1:00Z"')
    .replace(/"secondsLeft":\d+/g, '"secondsLeft":900');
  return JSON.parse(text) as Record<string, Example>;
}
