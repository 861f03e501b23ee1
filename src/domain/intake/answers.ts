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
export const SEVERITY: readonly Outcome[] = ['stop', 'clear', 'defer', 'route', 'adapt', 'flag', 'info'];

/** What screening found. */
export interface Screening {
  /** The worst outcome, or undefined if no rule holds. */
  worst: Outcome | undefined;
  /** Every rule that holds, worst first, in form order within an outcome; `deferHours` is what is left of them. */
  rules: readonly ScreeningRule[];
  /** No session before so many hours from now; 0 where none has to pass. */
  deferHours: number;
  /** Skills a practitioner must have. */
  skills: readonly string[];
}

/** Why an answer is not acceptable yet. */
export type AnswerFault = 'required' | 'exclusive' | 'range' | 'unknown-option' | 'conflict';

/** Whether a condition holds for these answers. A question not answered satisfies no comparison but `!=`. */
export function holds(condition: Condition, answers: Answers): boolean {
  return 'all' in condition
    ? condition.all.every((comparison) => compare(comparison, answers))
    : condition.any.some((comparison) => compare(comparison, answers));
}

/** Every item in form order, each group before its questions. */
export function flatItems({ items }: { items: readonly IntakeItem[] }): IntakeItem[] {
  return items.flatMap((item) => [item, ...(item.items ?? [])]);
}

/** The items of one or several sections that are shown with these answers, in form order: a group is a heading before its questions. */
export function visibleItems(
  form: IntakeForm,
  sections: IntakeSection | readonly IntakeSection[],
  answers: Answers,
): IntakeItem[] {
  return shownItems(form, answers).filter((item) => sections.includes(item.section) && !item.from);
}

/** The answers that count: those of known items that are shown, numbers read. Hidden answers are dropped. */
export function visibleAnswers(form: IntakeForm, answers: Answers): Answers {
  return answersTo(shownItems(form, answers), answers);
}

/** What the rules make of the answers that count. */
export function screen(form: IntakeForm, answers: Answers): Screening {
  const counted = visibleAnswers(form, answers);
  const rules = form.rules
    .flatMap((rule) => inForce(rule, counted))
    .sort((a, b) => SEVERITY.indexOf(a.outcome) - SEVERITY.indexOf(b.outcome));
  return {
    worst: rules[0]?.outcome,
    rules,
    deferHours: Math.max(0, ...rules.map((rule) => rule.deferHours ?? 0)),
    skills: rules.flatMap(({ skill }) => skill ?? []),
  };
}

/** The rule, with the hours that are left to wait, or nothing where it does not hold or nothing is left. */
function inForce(rule: ScreeningRule, counted: Answers): ScreeningRule[] {
  if (!holds(rule.when, counted)) return [];
  if (!rule.since) return [rule];
  const deferHours = Math.max(0, (rule.deferHours ?? 0) - Number(own(counted, rule.since) ?? 0));
  return deferHours || rule.outcome !== 'defer' ? [{ ...rule, deferHours }] : [];
}

/** What the client reads where screening says stop: how soon to seek help, and every message once, emergencies first. */
export function stopWords(rules: readonly Pick<ScreeningRule, 'outcome' | 'urgency' | 'message'>[]): {
  urgency: 'emergency' | 'urgent';
  messages: string[];
} {
  const stops = rules.filter(({ outcome }) => outcome === 'stop');
  const emergencies = stops.filter(({ urgency }) => urgency === 'emergency');
  const messages = new Set([...emergencies, ...stops].map(({ message }) => message));
  return { urgency: emergencies.length > 0 ? 'emergency' : 'urgent', messages: [...messages] };
}

/** The first thing wrong with an item's answer, or undefined. */
export function faultOf(item: IntakeItem, typed: AnswerValue | undefined): AnswerFault | undefined {
  if (item.type === 'display' || item.type === 'group') return undefined;
  const answer = read(item, typed);
  if (isEmpty(answer) || (item.type === 'consent' && answer !== true)) return item.required ? 'required' : undefined;
  if (item.type === 'number' && !isWithin(item, answer)) return 'range';
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

/** An item hidden by one condition satisfies no other, however its old answer reads. */
function shownItems(form: IntakeForm, answers: Answers): readonly IntakeItem[] {
  let shown: readonly IntakeItem[] = flatItems(form);
  // Each pass settles one more level of conditions; where they run in a circle there is no last one.
  for (let pass = shown.length; pass >= 0; pass--) {
    const counted = answersTo(shown, answers);
    const isShown = ({ showWhen }: IntakeItem): boolean => !showWhen || holds(showWhen, counted);
    const next = flatItems({ items: form.items.filter(isShown) }).filter(isShown);
    if (next.length === shown.length && next.every((item, index) => item === shown[index])) break;
    shown = next;
  }
  return shown;
}

function answersTo(items: readonly IntakeItem[], answers: Answers): Answers {
  const kept: Answers = {};
  for (const item of items) {
    const answer = read(item, own(answers, item.id));
    if (!isEmpty(answer)) kept[item.id] = answer;
  }
  return kept;
}

/** A number that was typed, in either decimal notation, is read as one; anything else stays as it is. */
function read(item: IntakeItem, answer: AnswerValue | undefined): AnswerValue | undefined {
  if (item.type !== 'number' || typeof answer !== 'string' || answer.trim() === '') return answer;
  const number = Number(answer.trim().replace(',', '.'));
  return Number.isFinite(number) ? number : answer;
}

function isWithin({ min = -Infinity, max = Infinity }: IntakeItem, answer: AnswerValue): boolean {
  return typeof answer === 'number' && answer >= min && answer <= max;
}

function compare({ item, op, value }: Comparison, answers: Answers): boolean {
  const answer = own(answers, item);
  if (op === 'exists') return isEmpty(answer) === (value === false);
  const equal = Array.isArray(answer) ? answer.includes(String(value)) : answer === value;
  if (op === '=') return equal;
  if (op === '!=') return !equal;
  if (answer === undefined || Array.isArray(answer) || value === undefined || typeof answer !== typeof value)
    return false;
  if (op === '>') return answer > value;
  if (op === '<') return answer < value;
  if (op === '>=') return answer >= value;
  return answer <= value;
}

function isEmpty(answer: AnswerValue | undefined): answer is undefined {
  return (
    answer === undefined ||
    (typeof answer === 'string' && answer.trim() === '') ||
    (Array.isArray(answer) && answer.length === 0)
  );
}

function own(answers: Answers, item: string): AnswerValue | undefined {
  return Object.hasOwn(answers, item) ? answers[item] : undefined;
}
