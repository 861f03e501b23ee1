import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { Client } from '../../../src/contract/booking.js';
import {
  CONTACT_LIMITS,
  emptyContact,
  readContact,
  type ContactDraft,
  type ContactField,
} from '../../../src/domain/client/contact.js';
import { completed, emptyIntake } from '../../../src/domain/client/intake-draft.js';

const typed: ContactDraft = { ...emptyContact, name: 'Ada Example', email: 'ada@example.com' };
const visited: ContactDraft = { ...typed, phone: '020 7946 0123', line1: '1 Lantern Lane', postcode: 'e1-6an' };

function faultsOf(
  draft: ContactDraft,
  place: 'incall' | 'outcall' = 'incall',
  outwardCode?: string,
): [ContactField, string][] {
  const read = readContact(draft, { place, outwardCode });
  return 'faults' in read ? [...read.faults] : [];
}

describe('a phone number', () => {
  const accepted = [
    '020 7946 0123',
    '+44 20 7946 0123',
    '+44 (0)20 7946 0123',
    '(020) 7946-0123',
    '020.7946.0123',
    '07700 900123 x12',
    '020 7946 0123 ext. 5',
    '020/79460123',
    '020 7946 0123',
    '020–7946–0123',
    '‪+44 7700 900123‬',
    '٠٧٧٠٠٩٠٠١٢٣',
    '＋４４ ７７００ ９００１２３',
    '7946012',
  ];
  for (const phone of accepted) {
    it(`may be written as ${JSON.stringify(phone)}`, () => assert.deepEqual(faultsOf({ ...typed, phone }), []));
  }

  const refused = ['794601', 'call me', '0207946012a', 'ext 1234567', '++', '1'.repeat(21), 'next week 1234567'];
  for (const phone of refused) {
    it(`is not ${JSON.stringify(phone)}`, () =>
      assert.deepEqual(faultsOf({ ...typed, phone }), [['phone', 'invalid']]));
  }

  it('is optional at the therapist’s and needed for a visit', () => {
    assert.deepEqual(faultsOf(typed), []);
    assert.deepEqual(faultsOf({ ...visited, phone: ' ' }, 'outcall'), [['phone', 'missing']]);
  });

  it('reaches the booking as it was typed', () => {
    const read = readContact({ ...typed, phone: ' (020) 7946 0123 ' }, { place: 'incall' });
    assert.ok('client' in read);
    assert.equal(read.client.phone, '(020) 7946 0123');
  });
});

describe('an email address', () => {
  for (const email of ['ada@example.com', 'a.b+c@mail.example.co.uk', 'ada@exämple.de']) {
    it(`may be ${email}`, () => assert.deepEqual(faultsOf({ ...typed, email }), []));
  }
  for (const email of ['ada', 'ada@', '@example.com', 'ada@example', 'ada example@x.org', 'a@b@c.de']) {
    it(`is not ${email}`, () => assert.deepEqual(faultsOf({ ...typed, email }), [['email', 'invalid']]));
  }
});

describe('contact details', () => {
  it('miss what is needed, in the order of the page', () => {
    assert.deepEqual(faultsOf(emptyContact), [
      ['name', 'missing'],
      ['email', 'missing'],
    ]);
    assert.deepEqual(
      faultsOf(emptyContact, 'outcall').map(([field]) => field),
      ['name', 'email', 'phone', 'line1', 'postcode'],
    );
  });

  it('keep the order of the page whatever is wrong', () => {
    const long = 'x'.repeat(301);
    const faults = faultsOf({ ...visited, name: long, line2: long, town: long, postcode: 'HELLO' }, 'outcall');
    assert.deepEqual(faults, [
      ['name', 'too-long'],
      ['line2', 'too-long'],
      ['town', 'too-long'],
      ['postcode', 'invalid'],
    ]);
  });

  it('have an address only for a visit', () => {
    const atHome = readContact(visited, { place: 'outcall', outwardCode: 'E1' });
    assert.deepEqual('client' in atHome && atHome.client.address, { line1: '1 Lantern Lane', postcode: 'E1 6AN' });
    const there = readContact(visited, { place: 'incall' });
    assert.equal('client' in there && 'address' in there.client, false);
  });

  it('ignore what is wrong in an address nobody asked for', () => {
    assert.deepEqual(faultsOf({ ...typed, postcode: 'HELLO', access: 'x'.repeat(501) }), []);
  });

  it('refuse a postcode outside the area the price was made for', () => {
    assert.deepEqual(faultsOf(visited, 'outcall', 'E1'), []);
    assert.deepEqual(faultsOf(visited, 'outcall', 'SE1'), [['postcode', 'elsewhere']]);
    assert.deepEqual(faultsOf({ ...visited, postcode: 'E1' }, 'outcall', 'E1'), [['postcode', 'invalid']]);
  });

  it('always make a client the contract accepts', () => {
    const field = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 600 }),
      fc.constantFrom('', '020 7946 0123', 'ada@example.com', 'E1 6AN'),
    );
    const draft = fc.record(
      Object.fromEntries(Object.keys(CONTACT_LIMITS).map((key) => [key, field])),
    ) as unknown as fc.Arbitrary<ContactDraft>;
    const likely = fc.record({
      name: field,
      email: fc.constantFrom('ada@example.com', 'ada'),
      phone: fc.constantFrom('', '020 7946 0123', '12'),
    });
    fc.assert(
      fc.property(draft, likely, fc.constantFrom('incall' as const, 'outcall' as const), (rest, some, place) => {
        const read = readContact({ ...rest, ...some, postcode: 'E1 6AN' }, { place });
        if ('client' in read) Client.parse(read.client);
        else assert.ok(read.faults.size > 0);
      }),
      { numRuns: 500 },
    );
  });

  it('are read alike whether typed or prefilled', () => {
    fc.assert(
      fc.property(fc.constantFrom('name', 'email', 'phone'), fc.string({ maxLength: 60 }), (field, text) => {
        const prefilled = completed({ contact: { ...typed, [field]: text } });
        const typedIn = { ...emptyIntake, contact: { ...typed, [field]: text } };
        assert.deepEqual(
          readContact(prefilled.contact, { place: 'incall' }),
          readContact(typedIn.contact, { place: 'incall' }),
        );
      }),
    );
  });
});

describe('a draft given by a page', () => {
  it('may leave anything out', () => {
    assert.deepEqual(completed({}), emptyIntake);
    assert.deepEqual(completed({ contact: { name: 'Ada Example' } }), {
      ...emptyIntake,
      contact: { ...emptyContact, name: 'Ada Example' },
    });
  });
});
