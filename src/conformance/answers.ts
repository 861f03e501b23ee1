import type { AnswerValue, Answers, Condition, IntakeForm, IntakeItem, ScreeningRule } from '../contract/intake.js';

/** An answer an item knows, the plainest there is; undefined for an item that takes none. */
function plainAnswer({ type, options = [], min = 0 }: IntakeItem): AnswerValue | undefined {
  switch (type) {
    case 'boolean':
      return false;
    case 'consent':
      return true;
    case 'choice':
    case 'time-ago':
      return options[0]?.value;
    case 'multi-choice':
    case 'areas':
      return options[0] ? [(options.find(({ exclusive }) => exclusive) ?? options[0]).value] : undefined;
    case 'number':
      return min;
    case 'text':
      return 'nothing to say';
    case 'date':
      return '2020-02-29';
    case 'display':
    case 'group':
      return undefined;
  }
}

/** Plain answers to what a form asks everybody besides the safety check. */
export function plainAnswers({ items }: IntakeForm): Answers {
  const asked = items.filter(({ section, showWhen }) => section !== 'safety' && showWhen === undefined);
  return Object.fromEntries(
    asked.flatMap((item) => {
      const answer = plainAnswer(item);
      return answer === undefined ? [] : [[item.id, answer]];
    }),
  );
}

/** Answers under which a rule of this outcome takes effect: one, and those that show its question; null where none is that simple. */
export function answersLeadingTo(form: IntakeForm, outcome: ScreeningRule['outcome']): Answers | null {
  return answersUnder(form, (rule) => rule.outcome === outcome);
}

/** The same for the first such rule that fits. */
export function answersUnder(form: IntakeForm, fits: (rule: ScreeningRule) => boolean): Answers | null {
  for (const rule of form.rules) {
    const { when } = rule;
    const [first, ...others] = 'any' in when ? when.any : when.all;
    if (!fits(rule) || !first || ('all' in when && others.length > 0)) continue;
    const answers = satisfying(form, { any: [first] });
    if (answers) return { ...plainAnswers(form), ...answers };
  }
  return null;
}

/** The answers that make the first comparison of a condition hold, and show its question; null where they are not plain. */
function satisfying(form: IntakeForm, when: Condition, depth = 0): Answers | null {
  const [first, ...others] = 'any' in when ? when.any : when.all;
  if (!first || ('all' in when && others.length > 0) || depth > 5) return null;
  const group = form.items.find(({ items = [] }) => items.some(({ id }) => id === first.item));
  const item = [...form.items, ...(group?.items ?? [])].find(({ id }) => id === first.item);
  if (!item || item.section === 'safety' || first.op !== '=' || first.value === undefined) return null;
  const shown = [group?.showWhen, item.showWhen].map((condition) =>
    condition ? satisfying(form, condition, depth + 1) : {},
  );
  if (shown.includes(null)) return null;
  const value = takesSeveral(item) ? [String(first.value)] : first.value;
  return Object.assign({}, ...shown, { [item.id]: value }) as Answers;
}

/** Whether answers outside the safety check may lead to an outcome. */
export function mayLeadTo({ rules, items }: IntakeForm, outcome: ScreeningRule['outcome']): boolean {
  const safety = items.filter(({ section }) => section === 'safety').map(({ id }) => id);
  return rules.some(
    (rule) =>
      rule.outcome === outcome &&
      ('any' in rule.when ? rule.when.any : rule.when.all).some(({ item }) => !safety.includes(item)),
  );
}

/** The answers with another one in one place, or null where the form leaves no choice. */
export function otherAnswers({ items }: IntakeForm, answers: Answers): Answers | null {
  for (const { id, type, section, showWhen, options = [] } of items) {
    if (section === 'safety' || showWhen) continue;
    if (type === 'text') return { ...answers, [id]: 'something else' };
    if (type === 'boolean') return { ...answers, [id]: answers[id] !== true };
    const other = options.find(({ value }) => value !== [answers[id]].flat()[0])?.value;
    if (other !== undefined) return { ...answers, [id]: takesSeveral({ type }) ? [other] : other };
  }
  return null;
}

function takesSeveral({ type }: Pick<IntakeItem, 'type'>): boolean {
  return type === 'multi-choice' || type === 'areas';
}
