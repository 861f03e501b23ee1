import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import * as fc from 'fast-check';
import { Availability, MAX_SLOTS } from '../../../src/contract/availability.js';
import { Booking } from '../../../src/contract/booking.js';
import { IntakeForm } from '../../../src/contract/intake.js';
import { Catalogue } from '../../../src/contract/service.js';
import { decode } from '../../../src/backend/http/decode.js';
import { parseJson, toJson } from '../../../src/backend/http/json.js';
import { FORM } from '../../../src/backend/memory/intake-form.js';
import { PRACTITIONERS, SERVICES } from '../../../src/backend/memory/catalogue.js';
import { BOOKING, availability, entry, slot } from '../answers.js';

const copy = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

let warnings: string[] = [];
beforeEach(() => {
  warnings = [];
  mock.method(console, 'warn', (text: string) => warnings.push(text));
});
afterEach(() => mock.restoreAll());

describe('an answer that does not quite fit the contract', () => {
  it('loses the slots that do not fit, with one warning that counts them and names no value', () => {
    const answer = copy(
      availability(entry('mara', slot('2026-10-14T11:00'), slot('2026-10-14T12:00'), slot('2026-10-14T13:00'))),
    );
    const slots = (answer.entries[0] as { slots: Record<string, unknown>[] }).slots;
    slots[0]!['start'] = 'canary tomorrow';
    slots[2]!['token'] = 7;
    const decoded = decode(Availability, answer);
    assert.deepEqual(
      (decoded.entries[0] as { slots: { start: string }[] }).slots.map(({ start }) => start),
      ['2026-10-14T11:00:00Z'],
    );
    assert.equal(warnings.length, 1);
    assert.match(warnings[0]!, /2 item\(s\).*entries\.0\.slots\.0\.start/);
    assert.doesNotMatch(warnings[0]!, /canary/);
  });

  it('loses a slot whose price lacks a line rather than the line', () => {
    const answer = copy(availability(entry('mara', slot('2026-10-14T11:00'), slot('2026-10-14T12:00'))));
    const slots = (answer.entries[0] as { slots: Record<string, unknown>[] }).slots;
    slots[0]!['price'] = { total: { amount: 100, currency: 'GBP' }, lines: [{ kind: 'mystery', label: 'x' }] };
    const decoded = decode(Availability, answer);
    assert.equal((decoded.entries[0] as { slots: unknown[] }).slots.length, 1);
  });

  it('loses a practitioner whose times make no sense, and keeps the others', () => {
    const answer = copy(availability(entry('mara', slot('2026-10-14T11:00')), entry('tobi')));
    (answer.entries[0] as Partial<(typeof answer.entries)[0] & { timeZone: string }>).timeZone = 'Moon/Base 1';
    assert.deepEqual(
      decode(Availability, answer).entries.map(({ practitionerId }) => practitionerId),
      ['tobi'],
    );
  });

  it('loses a testimonial without a date, and keeps its practitioner', () => {
    const answer = copy({ services: SERVICES, practitioners: PRACTITIONERS }) as unknown as {
      practitioners: { testimonials: { date?: string }[] }[];
    };
    delete answer.practitioners[0]!.testimonials[0]!.date;
    const decoded = decode(Catalogue, answer);
    assert.equal(decoded.practitioners[0]!.testimonials.length, 0);
    assert.equal(decoded.practitioners.length, PRACTITIONERS.length);
  });

  it('is broken where a form would lose a question or a rule', () => {
    const withoutText = copy(FORM) as unknown as { items: { text?: string }[] };
    delete withoutText.items[0]!.text;
    assert.throws(() => decode(IntakeForm, withoutText), { kind: 'broken' });
    const oddRule = copy(FORM) as unknown as { rules: { outcome: string }[] };
    oddRule.rules[0]!.outcome = 'perhaps';
    assert.throws(() => decode(IntakeForm, oddRule), { kind: 'broken' });
    const oddOption = copy(FORM) as unknown as { items: { options: { value?: string }[] }[] };
    delete oddOption.items[0]!.options[0]!.value;
    assert.throws(() => decode(IntakeForm, oddOption), { kind: 'broken' });
  });

  it('is broken where a booking would lose a session', () => {
    const booking = copy(BOOKING) as unknown as { sessions: { start: string }[] };
    booking.sessions[0]!.start = 'noon';
    assert.throws(() => decode(Booking, booking), { kind: 'broken' });
    assert.equal(warnings.length, 1);
  });

  it('is broken, not a crash, whatever it is', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), fc.constantFrom(Availability, Catalogue, Booking), (text, schema) => {
        try {
          decode(schema, parseJson(text));
        } catch (error) {
          assert.equal((error as { kind?: string }).kind, 'broken');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('with twenty thousand bad slots is decoded in one go', () => {
    const bad = Array.from({ length: 20_000 }, (_, index) =>
      index === 7 ? slot('2026-10-14T11:00') : { start: index },
    );
    const answer = availability({ ...entry('mara'), slots: bad as never });
    assert.equal((decode(Availability, answer).entries[0] as { slots: unknown[] }).slots.length, 1);
  });
});

describe('more slots than the contract allows', () => {
  const answerOf = (count: number): Availability => {
    const slots = Array.from({ length: count }, (_, index) => ({
      ...slot('2026-10-14T11:00'),
      token: `token ${index}`,
    }));
    return availability({ ...entry('mara'), slots }, entry('tobi', slot('2026-10-14T11:00')));
  };
  const tokens = (decoded: Availability): string[][] =>
    decoded.entries.map((each) => ('slots' in each ? each.slots.map(({ token }) => token) : []));

  it('are cut to the first ones, with one warning that counts the others', () => {
    const [mara, tobi] = tokens(decode(Availability, answerOf(MAX_SLOTS + 1)));
    assert.equal(mara!.length, MAX_SLOTS);
    assert.deepEqual([mara![0], mara!.at(-1)], ['token 0', `token ${MAX_SLOTS - 1}`]);
    assert.equal(tobi!.length, 1);
    assert.equal(warnings.length, 1);
    assert.match(warnings[0]!, /1 item\(s\) left out.*entries\.slots/);
  });

  it('are cut even where one of the first does not fit', () => {
    const answer = answerOf(MAX_SLOTS + 5);
    (answer.entries[0] as { slots: { start: unknown }[] }).slots[7]!.start = 7;
    assert.equal(tokens(decode(Availability, answer))[0]!.length, MAX_SLOTS - 1);
    assert.equal(warnings.length, 1);
    assert.match(warnings[0]!, /6 item\(s\) left out.*entries\.0\.slots\.7\.start/);
  });

  it('and exactly as many as it allows are nothing to speak of', () => {
    assert.equal(tokens(decode(Availability, answerOf(MAX_SLOTS)))[0]!.length, MAX_SLOTS);
    assert.deepEqual(warnings, []);
  });
});

describe('text from a backend', () => {
  it('has no characters left that turn the reading direction, however they were written', () => {
    const parsed = parseJson('{"name":"Mara\\u202e L\\u2066.","id":"a\u202Db","path":"\\\\u202e","n":1}');
    assert.deepEqual(parsed, { name: 'Mara L.', id: 'ab', path: '\\u202e', n: 1 });
  });

  it('cannot set a prototype', () => {
    const parsed = parseJson(`{"__proto__":{"preferred":true},"services":[],"practitioners":[]}`);
    const decoded = decode(Catalogue, parsed);
    assert.equal((decoded as { preferred?: unknown }).preferred, undefined);
    assert.equal(Object.getPrototypeOf(decoded), Object.prototype);
    assert.equal(({} as { preferred?: unknown }).preferred, undefined);
  });
});

describe('JSON that is sent', () => {
  it('is what JSON.stringify makes of plain data', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        assert.equal(toJson(value), JSON.stringify(value));
      }),
    );
    assert.equal(toJson({ a: undefined, b: [undefined], c: NaN }), '{"b":[null],"c":null}');
  });
});
