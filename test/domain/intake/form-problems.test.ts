import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { IntakeForm, IntakeItem, ScreeningRule } from '../../../src/contract/intake.js';
import { formProblems } from '../../../src/domain/intake/form-problems.js';
import { problemWords } from '../../../src/domain/intake/form-reading.js';
import { safetyPart } from '../../../src/domain/intake/safety-part.js';
import { screen } from '../../../src/domain/intake/answers.js';
import { equals, form, item, rule } from './forms.js';

const options = [{ value: 'a', text: 'A' }];
const aFlag = { item: 'flags', op: '=' as const, value: 'a' };
const aSkin = { ...aFlag, item: 'skin' };
const flags = item('flags', { section: 'safety', type: 'multi-choice', options });
const good = form(
  [flags, item('skin', { type: 'choice', options }), item('pain', { type: 'group', items: [item('where')] })],
  [rule('stop-a', equals('flags', 'a'), 'stop', { urgency: 'urgent' }), rule('flag', equals('skin', 'a'), 'flag')],
);

/** The good form with something else in it. */
const withItem = (...items: object[]): unknown => ({ ...good, items: [...good.items, ...items] });
const withRule = (fields: object): unknown => ({ ...good, rules: [{ ...good.rules[1], ...fields }] });
const found = (tried: unknown): string[] => formProblems(tried).map(({ pointer, fault }) => `${pointer} ${fault}`);

describe('a form', () => {
  it('without problems has none', () => {
    assert.deepEqual(found(good), []);
  });

  const cases: [what: string, form: unknown, problems: string[]][] = [
    ['that is none', 'a form', [' shape']],
    [
      'without items',
      { ...good, items: undefined },
      ['/items shape', '/rules/0/when/all/0/item unknown-item', '/rules/1/when/all/0/item unknown-item'],
    ],
    ['with a number for an item', withItem(1 as never), ['/items/3 shape']],
    ['with an unknown type', withItem(item('x', { type: 'slider' as 'text' })), ['/items/3/type unknown-type']],
    [
      'with a type of every object',
      withItem(item('x', { type: 'constructor' as 'text' })),
      ['/items/3/type unknown-type'],
    ],
    [
      'with an unknown section',
      withItem(item('x', { section: 'secret' as 'health' })),
      ['/items/3/section unknown-section'],
    ],
    ['with one id twice', withItem(item('where')), ['/items/3/id duplicate-id']],
    ['with one rule id twice', { ...good, rules: [good.rules[1], good.rules[1]] }, ['/rules/1/id duplicate-id']],
    [
      'with one choice twice',
      withItem(item('x', { type: 'choice', options: [...options, ...options] })),
      ['/items/3/options/1/value duplicate-id'],
    ],
    [
      'with nothing to choose from',
      withItem(item('x', { type: 'areas', options: [] })),
      ['/items/3/options no-options'],
    ],
    ['with markup in a label', withItem(item('x', { text: 'Your <b>skin</b>?' })), ['/items/3/text markup']],
    ['with markup in a message', withRule({ message: '<script>alert(1)</script>' }), ['/rules/0/message markup']],
    ['with ten megabytes of text', withItem(item('x', { why: 'a'.repeat(10_000_000) })), ['/items/3/why too-long']],
    [
      'with a thousand items',
      { ...good, items: Array.from({ length: 1000 }, (_, i) => item(`i${i}`)) },
      ['/items too-many'],
    ],
    [
      'with too many items in groups',
      withItem(
        ...Array.from({ length: 6 }, (_, g) =>
          item(`g${g}`, { type: 'group', items: Array.from({ length: 60 }, (__, i) => item(`g${g}i${i}`)) }),
        ),
      ),
      ['/items too-many'],
    ],
    [
      'with a group in a group',
      withItem(
        item('x', { type: 'group', items: [item('y', { type: 'group', items: [item('z')] } as Partial<IntakeItem>)] }),
      ),
      ['/items/3/items/0/items nested', '/items/3/items/0 nested'],
    ],
    [
      'with another section inside a group',
      withItem(item('x', { type: 'group', items: [item('y', { section: 'safety' })] })),
      ['/items/3/items/0 nested'],
    ],
    [
      'with a condition on an item that is not there',
      withItem(item('x', { showWhen: equals('y', true) })),
      ['/items/3/showWhen/all/0/item unknown-item'],
    ],
    [
      'with a condition on a heading',
      withItem(item('x', { showWhen: equals('pain', true) })),
      ['/items/3/showWhen/all/0/item unknown-item'],
    ],
    [
      'with a condition on no such choice',
      withItem(item('x', { showWhen: equals('skin', 'b') })),
      ['/items/3/showWhen/all/0/value unknown-option'],
    ],
    [
      'with an unknown operator',
      withItem(item('x', { showWhen: { any: [{ item: 'skin', op: '~' as '=', value: 'a' }] } })),
      ['/items/3/showWhen/any/0/op unknown-operator'],
    ],
    [
      'with half a comparison',
      withItem(item('x', { showWhen: { any: [{ item: 'skin', op: '=' }] } })),
      ['/items/3/showWhen/any/0/value shape', '/items/3/showWhen/any/0/value unknown-option'],
    ],
    [
      'with a condition inside a condition',
      withItem(item('x', { showWhen: { not: {} } as never })),
      ['/items/3/showWhen shape'],
    ],
    [
      'with a question that shows itself',
      withItem(item('x', { showWhen: equals('x', 'y') })),
      ['/items/3/showWhen circle'],
    ],
    [
      'with a circle',
      withItem(item('x', { showWhen: equals('y', '1') }), item('y', { showWhen: equals('x', '1') })),
      ['/items/3/showWhen circle'],
    ],
    [
      'with a group shown by what is in it',
      withItem(item('x', { type: 'group', showWhen: equals('y', '1'), items: [item('y')] })),
      ['/items/3/showWhen circle'],
    ],
    [
      'with an answer that would tell of the safety check',
      withItem(item('x', { showWhen: equals('flags', 'a') })),
      ['/items/3/showWhen device-only'],
    ],
    [
      'with a time ago that is no number',
      withItem(item('x', { type: 'time-ago', options })),
      ['/items/3/options/0/value no-hours'],
    ],
    [
      'with a first choice that is none',
      withItem(item('x', { type: 'choice', options, initial: 'b' })),
      ['/items/3/initial unknown-option'],
    ],
    ['with an unknown outcome', withRule({ outcome: 'maybe' }), ['/rules/0/outcome unknown-outcome']],
    ['with an effect of a worse outcome', withRule({ skill: 'pregnancy' }), ['/rules/0/skill effect']],
    ['with a wait without hours', withRule({ outcome: 'defer' }), ['/rules/0/deferHours no-effect']],
    ['with a wait for ever', withRule({ outcome: 'defer', deferHours: Infinity }), ['/rules/0/deferHours shape']],
    ['with a place that is no list', withRule({ outcome: 'route', places: 'incall' }), ['/rules/0/places shape']],
    ['with a way that leads nowhere', withRule({ outcome: 'route' }), ['/rules/0/skill no-effect']],
    [
      'with a wait since something else',
      withRule({ outcome: 'defer', deferHours: 1, since: 'skin' }),
      ['/rules/0/since unknown-item'],
    ],
    ['with something to mend that is not there', withRule({ mend: 'nothing' }), ['/rules/0/mend unknown-item']],
  ];
  for (const [what, tried, problems] of cases) {
    it(`${what} says so`, () => assert.deepEqual(found(tried), problems));
  }

  it('says it in words that repeat nothing of it', () => {
    const [problem] = formProblems(withItem(item('x', { text: '<b>ATTACK</b>' })));
    assert.equal(problemWords(problem!), '/items/3/text holds markup, which would be shown as it is written');
    assert.equal(problemWords({ pointer: '', fault: 'shape' }), 'the form is missing or has the wrong type');
  });

  it('of any shape is read without a fault, and without problems is screened without one', () => {
    const anything = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom<unknown>(null, 1, true, 'skin', 'a', '=', 'flag', 'text', 'safety'),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(
          fc.constantFrom(
            'id',
            'items',
            'rules',
            'type',
            'section',
            'options',
            'showWhen',
            'all',
            'any',
            'item',
            'op',
            'value',
            'when',
            'outcome',
          ),
          tie('value'),
        ),
      ),
    })).value;
    fc.assert(
      fc.property(anything, anything, anything, (whole, items, rules) => {
        for (const tried of [
          whole,
          { ...good, items },
          { ...good, rules },
          { ...good, items: [items], rules: [rules] },
        ]) {
          if (formProblems(tried).length === 0) screen(tried as IntakeForm, { skin: 'a', flags: ['a'] });
          safetyPart(tried);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the safety check of a form with problems', () => {
  const rules = (part: IntakeForm | null): unknown => part?.rules.map(({ id }: ScreeningRule) => id);

  it('is what is left where the problems are elsewhere', () => {
    const part = safetyPart(withItem({ id: 'x', section: 'health', type: 'slider' }));
    assert.deepEqual(part?.items, [flags]);
    assert.deepEqual(rules(part), ['stop-a']);
    const either = rule('either', { any: [aFlag, aSkin] }, 'clear');
    const both = rule('both', { all: [aFlag, aSkin] }, 'clear');
    assert.deepEqual(safetyPart({ ...good, rules: [either, both] })?.rules, [{ ...either, when: { any: [aFlag] } }]);
  });

  it('is not trusted where a problem is in it', () => {
    assert.equal(safetyPart(withItem(item('x', { section: 'safety', type: 'slider' as 'text' }))), null);
    assert.equal(safetyPart({ ...good, rules: [...good.rules, { id: 'broken' }] }), null);
    assert.equal(safetyPart({ ...good, rules: [rule('stop-a', equals('flags', 'b'), 'stop')] }), null);
    assert.equal(safetyPart({ ...good, items: good.items.slice(1) }), null);
    assert.equal(safetyPart({ ...good, items: 'none' }), null);
    assert.equal(safetyPart(undefined), null);
  });
});
