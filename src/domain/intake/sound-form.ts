import type { Comparison, Condition, IntakeForm } from '../../contract/intake.js';
import { flatItems } from './answers.js';

/**
 * Whether a form of the right shape also means something: ids that stand for one thing, conditions that look at what is asked
 * and go round in no circle, answers of the safety check that decide about nothing that is sent, outcomes with an effect, and
 * words without markup. A rule that can never hold would pass for safety. What exactly is wrong, `form-problems.ts` says.
 */
export function isSound({ items, rules }: Pick<IntakeForm, 'items' | 'rules'>): boolean {
  const all = flatItems({ items });
  const known = new Map(all.map((item) => [item.id, item]));
  const isAnswered = ({ item, op, value }: Comparison): boolean => {
    const options = known.get(item)?.options;
    return known.has(item) && (!options || !/^!?=$/.test(op) || options.some((option) => option.value === value));
  };
  const isOfCheck = (id: string): boolean => known.get(id)!.section === 'safety';
  const needs = items.flatMap((group): [string, readonly Comparison[]][] =>
    flatItems({ items: [group] }).map((item) => [
      item.id,
      [...comparisonsIn(group.showWhen), ...comparisonsIn(item.showWhen)],
    ]),
  );
  // Whatever needs nothing that is left over is settled; in a circle everything needs something.
  let left = needs;
  for (let before = -1; before !== left.length;) {
    before = left.length;
    left = left.filter(([, needed]) => needed.some(({ item }) => left.some(([id]) => id === item)));
  }
  return (
    left.length === 0 &&
    known.size === all.length &&
    new Set(rules.map(({ id }) => id)).size === rules.length &&
    needs.every(([id, needed]) =>
      needed.every((comparison) => isAnswered(comparison) && (isOfCheck(id) || !isOfCheck(comparison.item))),
    ) &&
    rules.every(
      ({ when, outcome, deferHours, skill, places }) =>
        comparisonsIn(when).every(isAnswered) &&
        (outcome !== 'defer' || deferHours !== undefined) &&
        (outcome !== 'route' || skill || places),
    ) &&
    !/<[a-z!/?]/i.test(JSON.stringify([items, rules]))
  );
}

function comparisonsIn(condition: Condition | undefined): readonly Comparison[] {
  return condition ? ('all' in condition ? condition.all : condition.any) : [];
}
