import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import * as z from 'zod/mini';
import { Availability, AvailabilityEntry, MAX_SLOTS, Slot } from '../../src/contract/availability.js';
import { Booking, BookingRequest, BookingStatus, Client } from '../../src/contract/booking.js';
import { Business } from '../../src/contract/business.js';
import { ConsentDocument } from '../../src/contract/consent.js';
import { Discovery } from '../../src/contract/discovery.js';
import { Hold, HoldRequest } from '../../src/contract/hold.js';
import { Answers, IntakeForm, SafetyAttestation } from '../../src/contract/intake.js';
import { Money } from '../../src/contract/money.js';
import { PlaceOffer } from '../../src/contract/place.js';
import { PROBLEM_STATUS, Problem } from '../../src/contract/problem.js';
import {
  instant,
  languageTag,
  line,
  link,
  localTime,
  outwardCode,
  plainDate,
  text,
  timeZone,
} from '../../src/contract/schema.js';
import { Catalogue } from '../../src/contract/service.js';
import { BUSINESS, PRACTITIONERS, SERVICES } from '../../src/backend/memory/catalogue.js';
import { CONSENT, FORM } from '../../src/backend/memory/intake-form.js';
import { BOOKING, BOOKING_REQUEST, HOLD, HOLD_REQUEST, availability, entry, slot } from '../backend/answers.js';
import { discovery } from '../backend/scripted-network.js';

const fits = (schema: z.core.$ZodType, value: unknown): boolean => z.safeParse(schema, value).success;

describe('every noun', () => {
  const examples: [name: string, schema: z.core.$ZodType, value: unknown, optional: string][] = [
    ['discovery', Discovery, discovery(), ''],
    ['business', Business, BUSINESS, 'region terms privacyNotice bookingPage'],
    ['catalogue', Catalogue, { services: SERVICES, practitioners: PRACTITIONERS }, ''],
    ['availability', Availability, availability(entry('mara', slot('2026-10-14T11:00'))), ''],
    ['hold', Hold, HOLD, ''],
    ['hold request', HoldRequest, HOLD_REQUEST, ''],
    ['booking', Booking, BOOKING, 'manageToken'],
    ['booking request', BookingRequest, BOOKING_REQUEST, 'safetyCheck'],
    ['intake form', IntakeForm, FORM, 'consent retention'],
    ['consent document', ConsentDocument, CONSENT, 'recipient'],
  ];
  for (const [name, schema, value, optional] of examples) {
    it(`${name}: comes back as it was sent, without what this version does not know`, () => {
      const sent = JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
      assert.deepEqual(z.parse(schema, { ...sent, addedInVersion9: { a: 1 } }), sent);
    });

    it(`${name}: needs every field but ${optional || 'none'}, and is nothing but an object`, () => {
      const sent = JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
      const spare = Object.keys(sent).filter((field) => {
        const { [field]: _, ...rest } = sent;
        return fits(schema, rest);
      });
      assert.deepEqual(spare.join(' '), optional);
      for (const other of [null, undefined, 'text', 7, true, [], [sent]]) assert.equal(fits(schema, other), false);
    });
  }

  it('has no more than a backend may honestly send', () => {
    const many = (count: number): unknown => ({
      ...entry('mara'),
      slots: Array.from({ length: count }, () => slot('2026-10-14T11:00')),
    });
    assert.ok(fits(AvailabilityEntry, many(MAX_SLOTS)));
    assert.equal(fits(AvailabilityEntry, many(MAX_SLOTS + 1)), false);
    assert.ok(fits(line, 'x'.repeat(300)));
    assert.equal(fits(line, 'x'.repeat(301)), false);
    assert.equal(fits(line, ''), false);
    assert.ok(fits(text, 'x'.repeat(5000)));
    assert.equal(fits(text, 'x'.repeat(5001)), false);
    assert.equal(fits(Slot, { ...slot('2026-10-14T11:00'), token: 'x'.repeat(2001) }), false);
    assert.equal(fits(HoldRequest, { items: Array.from({ length: 11 }, () => HOLD_REQUEST.items[0]) }), false);
  });
});

describe('a link', () => {
  for (const good of [
    'https://mara.example/',
    'https://mara.example:8443/a?b#c',
    'http://localhost:4600/',
    'http://127.0.0.1/',
    'http://[::1]/',
  ]) {
    it(`may be ${good}`, () => assert.ok(fits(link, good)));
  }
  for (const bad of [
    'http://mara.example/',
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'JAVASCRIPT:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'blob:https://mara.example/1',
    'mailto:a@b.example',
    '//mara.example',
    '/relative',
    'mara.example',
    'http://localhost.evil.example/',
    'http://127.0.0.1.evil.example/',
    '',
    `https://mara.example/${'x'.repeat(2000)}`,
  ]) {
    it(`may not be ${JSON.stringify(bad.slice(0, 40))}`, () => assert.equal(fits(link, bad), false));
  }

  it('never has another scheme, whatever is written before or inside it', () => {
    const noise = fc.constantFrom(
      '',
      ' ',
      '\n',
      '\t',
      '\r',
      '\u0000',
      '\u0001',
      '/',
      ':',
      'java',
      'script',
      'https',
      'HTTP',
      'x',
    );
    fc.assert(
      fc.property(
        fc.array(noise, { maxLength: 8 }),
        fc.constantFrom('javascript:', 'https:', 'http:', 'data:'),
        (before, scheme) => {
          const value = `${before.join('')}${scheme}//host.example/%0aalert(1)`;
          if (fits(link, value)) assert.equal(new URL(value).protocol, 'https:');
        },
      ),
    );
  });
});

describe('a growing enumeration', () => {
  it('reads a member of a later version as "other"', () => {
    assert.equal(z.parse(BookingStatus, 'confirmed'), 'confirmed');
    assert.equal(z.parse(BookingStatus, 'teleported'), 'other');
    for (const none of [undefined, null, 7, {}]) assert.equal(fits(BookingStatus, none), false);
    const problem = { type: 'about:blank', title: 'x', status: 418, code: 'teapot' };
    assert.equal(z.parse(Problem, problem).code, 'other');
  });

  it('has a status for every problem code', () => {
    for (const [code, status] of Object.entries(PROBLEM_STATUS)) {
      assert.equal(z.parse(Problem, { type: 'about:blank', title: 'x', status, code }).code, code);
    }
  });
});

describe('times, places and money', () => {
  const cases: [string, z.core.$ZodType, unknown[], unknown[]][] = [
    [
      'an instant',
      instant,
      ['2026-10-14T10:00:00Z', '2026-10-14T10:00Z', '2026-10-14T11:00:00.5+01:00'],
      ['2026-10-14T10:00:00', '2026-10-14', 'now', 0],
    ],
    [
      'a wall time',
      localTime,
      ['2026-10-14T11:00:00+01:00', '2026-10-14T11:00-03:30'],
      ['2026-10-14T11:00:00', '2026-10-14T11:00:00Z', '11:00'],
    ],
    ['a date', plainDate, ['2026-10-14'], ['2026-10-14T00:00Z', '14/10/2026', '2026-1-1']],
    [
      'a zone',
      timeZone,
      ['Europe/London', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5', 'UTC'],
      ['', '+01:00', 'Europe/London<script>', 'a'.repeat(101)],
    ],
    ['a language', languageTag, ['en', 'en-GB', 'zh-Hant-TW'], ['', 'english language', 'en_GB', 'e']],
    ['an outward code', outwardCode, ['E1', 'W1', 'SW1A', 'EC2M', 'NW10'], ['E1 6AN', 'e1', 'SW1A 1AA', '10115']],
    [
      'money',
      Money,
      [
        { amount: 0, currency: 'GBP' },
        { amount: 8000, currency: 'EUR' },
      ],
      [
        { amount: -1, currency: 'GBP' },
        { amount: 80.5, currency: 'GBP' },
        { amount: NaN, currency: 'GBP' },
        { amount: 1e400, currency: 'GBP' },
        { amount: '8000', currency: 'GBP' },
        { amount: 8000, currency: '£' },
        { amount: 1e9, currency: 'GBP' },
      ],
    ],
  ];
  for (const [name, schema, good, bad] of cases) {
    it(`${name} is what it says`, () => {
      for (const value of good) assert.ok(fits(schema, value), JSON.stringify(value));
      for (const value of bad) assert.equal(fits(schema, value), false, JSON.stringify(value));
    });
  }

  it('a place offered is in-call with an area, or out-call with zones, and carries no address', () => {
    const [incall, outcall] = PRACTITIONERS[0]!.places as [object, object];
    assert.ok(fits(PlaceOffer, incall) && fits(PlaceOffer, outcall));
    assert.equal(fits(PlaceOffer, { ...incall, place: 'outcall' }), false);
    assert.equal(fits(PlaceOffer, { ...outcall, place: 'elsewhere' }), false);
    const parsed = z.parse(PlaceOffer, { ...incall, address: { line1: '1 Example Mews', postcode: 'W1A 0AX' } });
    assert.equal('address' in parsed, false);
  });
});

describe('what a client sends', () => {
  it('says that the safety check was passed, and cannot say otherwise or say more', () => {
    const attestation = { formId: 'f', version: '1', passed: true, at: '2026-10-09T08:00:00Z' };
    assert.deepEqual(z.parse(SafetyAttestation, { ...attestation, answers: { 'red-flags': ['chest'] } }), attestation);
    assert.equal(fits(SafetyAttestation, { ...attestation, passed: false }), false);
    assert.equal('answers' in z.parse(BookingRequest, { ...BOOKING_REQUEST, answers: { skin: 'x' } }), false);
  });

  it('has an address that could be written to', () => {
    const client = { name: 'Ada Example', email: 'ada@client.example' };
    assert.ok(fits(Client, client));
    for (const email of [
      '',
      'ada',
      'ada@',
      '@x.example',
      'a b@c.example',
      'ada@example',
      `${'a'.repeat(320)}@b.example`,
    ]) {
      assert.equal(fits(Client, { ...client, email }), false, email);
    }
  });

  it('cannot change what an object is by the name of an answer', () => {
    const answers = z.parse(Answers, JSON.parse('{"__proto__":{"polluted":true},"skin":"a bruise"}'));
    assert.equal(answers['skin'], 'a bruise');
    assert.equal((answers as { polluted?: unknown }).polluted, undefined);
    assert.equal(({} as { polluted?: unknown }).polluted, undefined);
  });
});
