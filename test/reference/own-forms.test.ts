import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { withOwnForms } from '../../demo/backend/own-forms.js';
import type { Seed } from '../../demo/backend/seed.js';
import { londonSeed } from '../../demo/data/london.js';
import type { RuleOverride } from '../../src/domain/intake/overrides.js';

const seed = londonSeed('https://booking.example');
const screenedBy = (...screening: RuleOverride[]): Seed => ({
  ...seed,
  practitioners: seed.practitioners.map((each, index) => (index < 2 ? { ...each, screening } : each)),
});
const versions = ({ practitioners }: Seed): string[] =>
  practitioners.slice(0, 2).flatMap(({ profile }) => (profile.intakeForms ?? []).map(({ version }) => version));

describe('a practitioner’s own screening', () => {
  test('has one version for one change, and another for another', () => {
    const [one, again] = [
      { ruleId: 'flag-heart', outcome: 'clear' } as const,
      { ruleId: 'flag-leg', outcome: 'clear' } as const,
    ];
    const [first, second] = versions(withOwnForms(screenedBy(one)));
    assert.equal(first, second);
    assert.notEqual(versions(withOwnForms(screenedBy(again)))[0], first);
    assert.deepEqual(versions(withOwnForms(screenedBy())), []);
  });

  test('cannot loosen a stop, and a backend with such a change does not open', () => {
    const looser = { ruleId: 'stop-chest-breath', outcome: 'clear' } as const;
    assert.throws(
      () => withOwnForms(screenedBy(looser)),
      /mara-lindqvist cannot change massage: \/0\/outcome \(stop\)/,
    );
  });

  test('names rules there are', () => {
    assert.throws(() => withOwnForms(screenedBy({ ruleId: 'nowhere' })), /changes the rule nowhere, which no form has/);
  });
});
