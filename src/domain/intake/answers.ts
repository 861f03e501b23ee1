import type {
  Answers,
  AnswerValue,
  Comparison,
  Condition,
  IntakeForm,
  IntakeItem,
  IntakeSection,
  Outcome,
  ScreeningRule,
} from '../../contract/intake.js';

/** Outcomes from worst to mildest: the worst chooses the screen, all take effect. */
const SEVERITY: readonly Outcome[] = ['stop', 'clear', 'defer', 'route', 'adapt', 'flag', 'info'];

/** What screening found. */
export interface Screening {
  /** The worst outcome, or undefined if no rule holds. */
  worst: Outcome | undefined;
  /** Every rule that holds, worst first, in form order within an outcome. */
  rules: readonly ScreeningRule[];
  /** No session before so many hours from now; 0 without a `defer`. */
  deferHours: number;
  /** Skills a practitioner must have. */
  skills: readonly string[];
}

/** Why an answer is not acceptable yet. */
export type AnswerFault = 'required' | 'exclusive' | 'range' | 'unknown-option';

/** Whether a condition holds for these answers. A question not answered satisfies no comparison but `!=`. */
export function holds(condition: Condition, answers: Answers): boolean {
  return 'all' in condition
    ? condition.all.every((comparison) => compare(comparison, answers))
    : condition.any.some((comparison) => compare(comparison, answers));
}

/** The items of a section that are shown with these answers, in form order. */
export function visibleItems(form: IntakeForm, section: IntakeSection, answers: Answers): IntakeItem[] {
  return form.items.filter((item) => item.section === section && isVisible(item, answers));
}

/** The answers that count: those of known items that are shown. Hidden answers are dropped. */
export function visibleAnswers(form: IntakeForm, answers: Answers): Answers {
  const kept: Answers = {};
  for (const item of form.items) {
    const answer = own(answers, item.id);
    if (answer !== undefined && isVisible(item, answers)) kept[item.id] = answer;
  }
  return kept;
}

/** What the rules make of the answers that count. */
export function screen(form: IntakeForm, answers: Answers): Screening {
  const counted = visibleAnswers(form, answers);
  const rules = form.rules
    .filter((rule) => holds(rule.when, counted))
    .sort((a, b) => SEVERITY.indexOf(a.outcome) - SEVERITY.indexOf(b.outcome));
  return {
    worst: rules[0]?.outcome,
    rules,
    deferHours: Math.max(0, ...rules.map((rule) => (rule.outcome === 'defer' ? (rule.deferHours ?? 0) : 0))),
    skills: rules.flatMap((rule) => (rule.outcome === 'route' && rule.skill ? [rule.skill] : [])),
  };
}

/** The first thing wrong with an item's answer, or undefined. */
export function faultOf(item: IntakeItem, answer: AnswerValue | undefined): AnswerFault | undefined {
  if (isEmpty(answer)) return item.required ? 'required' : undefined;
  if (typeof answer === 'number' && (answer < (item.min ?? -Infinity) || answer > (item.max ?? Infinity))) return 'range';
  if (!item.options || typeof answer === 'boolean' || typeof answer === 'number') return undefined;
  const chosen = Array.isArray(answer) ? answer : [answer as string];
  const options = new Map(item.options.map((option) => [option.value, option]));
  if (chosen.some((value) => !options.has(value))) return 'unknown-option';
  if (chosen.length > 1 && chosen.some((value) => options.get(value)?.exclusive)) return 'exclusive';
  return undefined;
}

/** The choices after ticking or unticking one: an exclusive choice and the others untick each other. */
export function toggled(item: IntakeItem, chosen: readonly string[], value: string, on: boolean): string[] {
  if (!on) return chosen.filter((other) => other !== value);
  const exclusive = new Set(item.options?.filter((option) => option.exclusive).map((option) => option.value));
  const kept = exclusive.has(value) ? [] : chosen.filter((other) => !exclusive.has(other) && other !== value);
  return [...kept, value];
}

function isVisible(item: IntakeItem, answers: Answers): boolean {
  return !item.showWhen || holds(item.showWhen, answers);
}

function compare({ item, op, value }: Comparison, answers: Answers): boolean {
  const answer = own(answers, item);
  if (op === 'exists') return isEmpty(answer) === (value === false);
  const equal = Array.isArray(answer) ? answer.includes(String(value)) : answer === value;
  if (op === '=') return equal;
  if (op === '!=') return !equal;
  if (answer === undefined || Array.isArray(answer) || value === undefined || typeof answer !== typeof value) return false;
  if (op === '>') return answer > value;
  if (op === '<') return answer < value;
  if (op === '>=') return answer >= value;
  return answer <= value;
}

function isEmpty(answer: AnswerValue | undefined): boolean {
  return answer === undefined || answer === '' || (Array.isArray(answer) && answer.length === 0);
}

function own(answers: Answers, item: string): AnswerValue | undefined {
  return Object.hasOwn(answers, item) ? answers[item] : undefined;
}
