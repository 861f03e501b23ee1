import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ScreeningRule } from '../../../src/contract/intake.js';
import { withOverrides, type RuleOverride } from '../../../src/domain/intake/overrides.js';
import { equals, form, item, rule } from './forms.js';

const when = equals('q', 'yes');
const rules = [
  rule('stop', when, 'stop', { urgency: 'urgent' }),
  rule('clear', when, 'clear', { skill: 'oncology', avoid: ['points'] }),
  rule('wait', when, 'defer', { deferHours: 72, since: 'ago' }),
  rule('flag', when, 'flag'),
];
const tried = form([item('q')], rules);

function after(...overrides: RuleOverride[]): ScreeningRule[] {
  const result = withOverrides(tried, overrides);
  assert.ok('form' in result);
  return result.form.rules.filter(({ id }) => overrides.some(({ ruleId }) => ruleId === id));
}

function refusals(...overrides: RuleOverride[]): string[] {
  const result = withOverrides(tried, overrides);
  return 'problems' in result ? result.problems.map(({ pointer, fault }) => `${pointer} ${fault}`) : [];
}

describe('a therapist', () => {
  it('makes any rule stricter', () => {
    assert.deepEqual(after({ ruleId: 'flag', outcome: 'stop' }), [{ ...rules[3], outcome: 'stop', urgency: 'urgent' }]);
    assert.deepEqual(after({ ruleId: 'stop', urgency: 'emergency' }), [{ ...rules[0], urgency: 'emergency' }]);
    const message = 'Please call first.';
    assert.deepEqual(after({ ruleId: 'flag', outcome: 'defer', deferHours: 24, message }), [
      { ...rules[3], outcome: 'defer', deferHours: 24, message },
    ]);
  });

  it('first wants a word about what would be a request, or takes requests again', () => {
    const blocked = { ruleId: 'clear', blocked: true };
    const [rule] = after(blocked);
    assert.deepEqual(rule, { ...rules[1], blocked: true });
    assert.deepEqual(after({ ruleId: 'clear', blocked: false }), [{ ...rules[1], blocked: false }]);
    const { skill: _, ...milder } = rules[1]!;
    assert.deepEqual(after({ ...blocked, outcome: 'adapt' }), [{ ...milder, outcome: 'adapt' }]);
    assert.deepEqual(refusals({ ruleId: 'stop', blocked: false }), ['/0/blocked stop']);
  });

  it('makes a rule milder that is no stop, and it loses what was worse', () => {
    assert.deepEqual(after({ ruleId: 'wait', deferHours: 48 }), [{ ...rules[2], deferHours: 48 }]);
    const { skill: _, ...adapting } = rules[1]!;
    assert.deepEqual(after({ ruleId: 'clear', outcome: 'route' }), [{ ...rules[1], outcome: 'route' }]);
    assert.deepEqual(after({ ruleId: 'clear', outcome: 'adapt' }), [{ ...adapting, outcome: 'adapt' }]);
    const { deferHours: __, since: ___, ...told } = rules[2]!;
    assert.deepEqual(after({ ruleId: 'wait', outcome: 'info' }), [{ ...told, outcome: 'info' }]);
  });

  it('is refused anything else, and then nothing is changed', () => {
    assert.deepEqual(refusals({ ruleId: 'stop', outcome: 'clear' }), ['/0/outcome stop']);
    assert.deepEqual(refusals({ ruleId: 'stop', message: 'Never mind.' }), ['/0/message stop']);
    assert.deepEqual(refusals({ ruleId: 'stop', when: equals('q', 'never') } as RuleOverride), ['/0/when stop']);
    assert.deepEqual(refusals({ ruleId: 'none', outcome: 'stop' }), ['/0/ruleId unknown-rule']);
    assert.deepEqual(refusals({ ruleId: 'flag', outcome: 'maybe' as 'info' }), ['/0/outcome unknown-outcome']);
    assert.deepEqual(refusals({ ruleId: 'flag', outcome: 'defer' }), ['/0/deferHours no-effect']);
    assert.deepEqual(refusals({ ruleId: 'flag', outcome: 'route' }), ['/0/skill no-effect']);
    assert.deepEqual(refusals({ ruleId: 'flag', outcome: 'info' }, { ruleId: 'flag', outcome: 'stop' }), [
      '/1/ruleId twice',
    ]);
  });

  it('never changes what a rule looks at, nor a rule that was not meant', () => {
    const smuggled = { ruleId: 'flag', outcome: 'clear', when: equals('q', 'never'), id: 'other' } as RuleOverride;
    assert.deepEqual(after(smuggled), [{ ...rules[3], outcome: 'clear' }]);
    const result = withOverrides(tried, [{ ruleId: 'flag', outcome: 'info' }]);
    assert.ok('form' in result);
    assert.deepEqual(result.form.rules.slice(0, 3), rules.slice(0, 3));
    assert.deepEqual(withOverrides(tried, []), { form: tried });
  });

  it('may say what is so already', () => {
    assert.deepEqual(after({ ruleId: 'stop', outcome: 'stop', urgency: 'urgent' }), [rules[0]]);
  });
});
