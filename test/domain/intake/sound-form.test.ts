import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { massageForm } from '../../../demo/data/intake-form.js';
import type { Condition, IntakeForm, IntakeItem, ScreeningRule } from '../../../src/contract/intake.js';
import { formProblems } from '../../../src/domain/intake/form-problems.js';
import { isSound } from '../../../src/domain/intake/sound-form.js';
import { equals, form, item, rule } from './forms.js';

const options = [{ value: 'a', text: 'A' }];
const flags = item('flags', { section: 'safety', type: 'multi-choice', options });
const skin = item('skin', { type: 'choice', options });
const good = form(
  [flags, skin, item('pain', { type: 'group', items: [item('where', { showWhen: equals('skin', 'a') })] })],
  [rule('stop-a', equals('flags', 'a'), 'stop', { urgency: 'urgent' }), rule('flag', equals('skin', 'a'), 'flag')],
);
const withItems = (...items: IntakeItem[]): IntakeForm => ({ ...good, items: [...good.items, ...items] });
const withRules = (...rules: ScreeningRule[]): IntakeForm => ({ ...good, rules: [...good.rules, ...rules] });

describe('a form of the right shape', () => {
  it('can be trusted where nothing is wrong with it', () => {
    assert.ok(isSound(good));
    assert.ok(isSound(massageForm));
  });

  const faults: [what: string, form: IntakeForm][] = [
    ['one id twice', withItems(item('where'))],
    ['one rule id twice', withRules(good.rules[0]!)],
    ['a rule about nothing that is asked', withRules(rule('x', equals('gone', 'a'), 'stop'))],
    ['a rule about a choice that is not there', withRules(rule('x', equals('flags', 'b'), 'stop'))],
    ['an item shown by nothing that is asked', withItems(item('x', { showWhen: equals('gone', 'a') }))],
    ['an item that is sent, shown by the safety check', withItems(item('x', { showWhen: equals('flags', 'a') }))],
    ['an item shown by itself', withItems(item('x', { showWhen: equals('x', 'a') }))],
    [
      'items shown by each other',
      withItems(item('x', { showWhen: equals('y', 'a') }), item('y', { showWhen: equals('x', 'a') })),
    ],
    [
      'a group shown by its own question',
      withItems(item('x', { type: 'group', showWhen: equals('y', 'a'), items: [item('y')] })),
    ],
    ['a deferral without hours', withRules(rule('x', equals('skin', 'a'), 'defer'))],
    ['a route to nowhere', withRules(rule('x', equals('skin', 'a'), 'route'))],
    ['markup in its words', withItems(item('x', { text: 'Hello <img src=x onerror=alert(1)>' }))],
  ];
  for (const [what, spoiled] of faults) {
    it(`cannot with ${what}`, () => {
      assert.equal(isSound(spoiled), false);
      assert.notDeepEqual(formProblems(spoiled), [], 'its developer is told why');
    });
  }

  it('is never distrusted without a reason for its developer', () => {
    const ids = ['flags', 'skin', 'where', 'new', 'gone'];
    const condition: fc.Arbitrary<Condition> = fc.record({
      any: fc.array(
        fc.record({
          item: fc.constantFrom(...ids),
          op: fc.constantFrom('=' as const, '!=' as const, 'exists' as const),
          value: fc.constantFrom('a', 'b'),
        }),
        { minLength: 1, maxLength: 2 },
      ),
    });
    const anItem = fc.record({
      id: fc.constantFrom(...ids),
      showWhen: condition,
      section: fc.constantFrom('safety', 'health'),
    });
    const aRule = fc.record({ when: condition, outcome: fc.constantFrom('stop', 'defer', 'route', 'flag') });
    let sound = 0;
    fc.assert(
      fc.property(fc.array(anItem, { maxLength: 3 }), aRule, (items, { when, outcome }) => {
        const tried = {
          ...withItems(...items.map(({ id, ...rest }) => item(id, rest as Partial<IntakeItem>))),
          rules: [...good.rules, rule('x', when, outcome as 'stop')],
        };
        if (isSound(tried)) sound += 1;
        else assert.notDeepEqual(formProblems(tried), [], JSON.stringify(tried));
      }),
      { numRuns: 3000 },
    );
    assert.ok(sound > 20, `${sound} of them are sound`);
  });
});
