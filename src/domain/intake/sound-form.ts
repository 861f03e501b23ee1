import type { Comparison, Condition, IntakeForm, IntakeItem } from '../../contract/intake.js';
import { flatItems } from './answers.js';

/**
 * Whether a form of the right shape also means something: ids that stand for one thing, conditions that look at what is asked
 * and go round in no circle, answers of the safety check that decide about nothing that is sent, outcomes with an effect, and
 * words without markup. A rule that can never hold would pass for safety. What exactly is wrong, `form-problems.ts` says.
 */
export function isSound({ items, rules }: Pick<IntakeForm, 'items' | 'rules'>): boolean {
  const all = flatItems({ items });
  const known = new Map(all.map((item) => [item.id, item]));
  const groups = new Map(items.flatMap((group) => (group.items ?? []).map((item) => [item.id, group.id] as const)));
  const isAnswered = ({ item, op, value }: Comparison): boolean => {
    const asked = known.get(item);
    const isChosen = asked?.options && /^!?=$/.test(op);
    return asked !== undefined && !(isChosen && !asked.options!.some((option) => option.value === value));
  };
  const isShownFairly = ({ section, showWhen }: IntakeItem): boolean =>
    comparisonsIn(showWhen).every(
      (comparison) =>
        isAnswered(comparison) && (section === 'safety' || known.get(comparison.item)!.section !== 'safety'),
    );
  const needs = ({ id, showWhen }: IntakeItem): (string | undefined)[] => [
    groups.get(id),
    ...comparisonsIn(showWhen).map(({ item }) => item),
  ];
  // Whatever needs nothing that is left over is settled; in a circle everything needs something.
  let left = all;
  for (let before = -1; before !== left.length;) {
    before = left.length;
    left = left.filter((item) => needs(item).some((id) => left.some((other) => other.id === id)));
  }
  return (
    left.length === 0 &&
    known.size === all.length &&
    new Set(rules.map(({ id }) => id)).size === rules.length &&
    all.every(isShownFairly) &&
    rules.every(
      ({ when, outcome, deferHours, skill, places }) =>
        comparisonsIn(when).every(isAnswered) &&
        (outcome !== 'defer' || deferHours !== undefined) &&
        (outcome !== 'route' || skill !== undefined || places !== undefined),
    ) &&
    !/<[a-z!/?]/i.test(JSON.stringify([items, rules]))
  );
}

function comparisonsIn(condition: Condition | undefined): readonly Comparison[] {
  return condition ? ('all' in condition ? condition.all : condition.any) : [];
}
