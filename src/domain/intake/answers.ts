import type { Booking } from '../../contract/booking.js';
import type {
  Answers,
  AnswerValue,
  Comparison,
  Condition,
  IntakeForm,
  IntakeItem,
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

type Questions = Pick<IntakeForm, 'items'>;

/** Why an answer is not acceptable yet. */
export type AnswerFault = 'required' | 'exclusive' | 'range' | 'unknown-option' | 'conflict';

/** Whether a condition holds for these answers. A question not answered satisfies no comparison but `!=`. */
export function holds(condition: Condition, answers: Answers): boolean {
  return 'all' in condition
    ? condition.all.every((comparison) => compare(comparison, answers))
    : condition.any.some((comparison) => compare(comparison, answers));
}

/** Every item in form order, each group before its questions. */
export function flatItems({ items }: Questions): IntakeItem[] {
  return items.flatMap((item) => [item, ...(item.items ?? [])]);
}

/**
 * The answers with those that are known without asking: which of `chosen` (ids of the service, the add-ons and the place)
 * an item names, and the whole hours until the session; not a number, or less than 0, where nobody knows them.
 */
export function withKnown(form: Questions, answers: Answers, chosen: readonly string[], hours: number): Answers {
  const known = flatItems(form).flatMap(({ id, from, options = [] }) => {
    if (!from) return [];
    const named = options.flatMap(({ value }) => (chosen.includes(value) ? value : []));
    // An empty list is no answer.
    return [[id, from === 'session' ? named : hours >= 0 ? Math.floor(hours) : []] as const];
  });
  return { ...answers, ...Object.fromEntries(known) };
}

/** The same for the session as it is booked; `now` in milliseconds. */
export function withBooked(
  form: Questions,
  answers: Answers,
  { sessions }: Pick<Booking, 'sessions'>,
  now: number,
): Answers {
  const [session] = sessions;
  if (!session) return answers;
  const { serviceId, addOns, place, start } = session;
  const chosen = [serviceId, ...addOns.map(({ id }) => id), place];
  return withKnown(form, answers, chosen, (Date.parse(start) - now) / 3_600_000);
}

/** The answers that may leave the device: those that count, and never those of the safety check. */
export function sentAnswers(form: Questions, answers: Answers): Answers {
  const sent = visibleItems(form, answers).filter(({ section }) => section !== 'safety');
  return answersTo(sent, answers);
}

/** The answers that count: those of known items that are shown, numbers read. Hidden answers are dropped. */
export function visibleAnswers(form: Questions, answers: Answers): Answers {
  return answersTo(visibleItems(form, answers), answers);
}

/** What the rules make of the answers that count. */
export function screen(form: Pick<IntakeForm, 'items' | 'rules'>, answers: Answers): Screening {
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
  const deferHours = Math.max(0, (rule.deferHours ?? 0) - Number(answerTo(counted, rule.since) ?? 0));
  return deferHours || rule.outcome !== 'defer' ? [{ ...rule, deferHours }] : [];
}

/** Whether a rule ends online booking: every stop does, and what a therapist first wants to hear about from a human. */
export function endsBooking({ outcome, blocked }: Pick<ScreeningRule, 'outcome' | 'blocked'>): boolean {
  return outcome === 'stop' || blocked === true;
}

/** Whether these rules hold by the answers that may be sent alone, so that whoever receives those can know of them. */
export function areSent(form: IntakeForm, answers: Answers, rules: readonly ScreeningRule[]): boolean {
  const known = screen(form, sentAnswers(form, answers)).rules.map(({ id }) => id);
  return rules.every(({ id }) => known.includes(id));
}

/** What the client reads where screening ends online booking: how soon to seek help, and every message once, emergencies first. */
export function stopWords(rules: readonly Pick<ScreeningRule, 'outcome' | 'urgency' | 'message' | 'blocked'>[]): {
  urgency: 'emergency' | 'urgent';
  messages: string[];
} {
  const stops = rules.filter(endsBooking);
  const emergencies = stops.filter(({ urgency }) => urgency === 'emergency');
  const messages = new Set([...emergencies, ...stops].map(({ message }) => message));
  return { urgency: emergencies.length > 0 ? 'emergency' : 'urgent', messages: [...messages] };
}

/** The first thing wrong with an item's answer, or undefined. */
export function faultOf(item: IntakeItem, typed: AnswerValue | undefined): AnswerFault | undefined {
  if (item.type === 'display' || item.type === 'group') return undefined;
  const answer = read(item, typed);
  if (isEmpty(answer) || (item.type === 'consent' && answer !== true)) return item.required ? 'required' : undefined;
  const { min = -Infinity, max = Infinity, options, type } = item;
  if (type === 'number' && !(typeof answer === 'number' && answer >= min && answer <= max)) return 'range';
  if (!options || typeof answer === 'boolean' || typeof answer === 'number') return undefined;
  const chosen = [answer].flat().map((value) => options.find((option) => option.value === value));
  if (chosen.includes(undefined)) return 'unknown-option';
  return chosen.length > 1 && chosen.some((option) => option?.exclusive) ? 'exclusive' : undefined;
}

/** The choices after ticking or unticking one: an exclusive choice and the others untick each other. */
export function toggled(item: IntakeItem, chosen: readonly string[], value: string, on: boolean): string[] {
  if (!on) return chosen.filter((other) => other !== value);
  const exclusive = new Set(item.options?.filter((option) => option.exclusive).map((option) => option.value));
  const kept = exclusive.has(value) ? [] : chosen.filter((other) => !exclusive.has(other) && other !== value);
  return [...kept, value];
}

/**
 * The items that are shown with these answers, in form order, each group before its questions. One hidden by a condition
 * satisfies no other, however its old answer reads.
 */
export function visibleItems({ items }: Questions, answers: Answers): IntakeItem[] {
  let shown = flatItems({ items });
  // Each pass settles one more level of conditions; where they run in a circle there is no last one.
  for (let pass = shown.length; pass >= 0; pass--) {
    const counted = answersTo(shown, answers);
    const isShown = ({ showWhen }: IntakeItem): boolean => !showWhen || holds(showWhen, counted);
    const next = flatItems({ items: items.filter(isShown) }).filter(isShown);
    if (next.length === shown.length && next.every((item, index) => item === shown[index])) break;
    shown = next;
  }
  return shown;
}

function answersTo(items: readonly IntakeItem[], answers: Answers): Answers {
  const kept: Answers = {};
  for (const item of items) {
    const answer = read(item, answerTo(answers, item.id));
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

function compare({ item, op, value }: Comparison, answers: Answers): boolean {
  const answer = answerTo(answers, item);
  if (op === 'exists') return isEmpty(answer) === (value === false);
  const equal = Array.isArray(answer) ? answer.includes(String(value)) : answer === value;
  if (op === '=') return equal;
  if (op === '!=') return !equal;
  if (answer === undefined || typeof answer !== typeof value) return false;
  // Neither is a list now, and both are of one type.
  return (op.includes('=') && equal) || (op.includes('>') ? answer > value! : answer < value!);
}

function isEmpty(answer: AnswerValue | undefined): answer is undefined {
  return answer === undefined || (Array.isArray(answer) ? answer.length === 0 : String(answer).trim() === '');
}

/** The answer to an item, by its id. An id may be the name of something that every object has. */
export function answerTo(answers: Answers, item: string): AnswerValue | undefined {
  return Object.hasOwn(answers, item) ? answers[item] : undefined;
}
