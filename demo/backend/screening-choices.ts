import type { Comparison, GroupedItem, IntakeForm, ScreeningRule } from '../../src/contract/intake.js';
import { flatItems } from '../../src/domain/intake/answers.js';
import type { RuleOverride } from '../../src/domain/intake/overrides.js';

/** What a therapist can choose to happen where a rule holds, by the value that the page's form sends. */
export interface ScreeningChoice {
  value: string;
  text: string;
}

/** Hours that can be waited, beside those the form comes with. */
const WAITS = [24, 48, 72, 168, 336];

/** What is said where a rule that was a note now keeps a client from booking by themselves. */
const FIRST = 'Please get in touch before you book, so that we can talk about this first.';

/** What a rule does now, as a choice. */
export function chosenFor({ outcome, blocked, deferHours }: ScreeningRule): string {
  if (outcome === 'clear') return blocked ? 'clear-blocked' : 'clear';
  return outcome === 'defer' ? `defer-${deferHours ?? 0}` : outcome;
}

/** Everything a rule can be made to do, the strictest first. A stop has no other. */
export function choicesFor(rule: ScreeningRule): ScreeningChoice[] {
  const stop = { value: 'stop', text: 'Stop: nothing can be booked online' };
  if (rule.outcome === 'stop') return [stop];
  const waits = [...new Set([...WAITS, rule.deferHours ?? 24])].sort((a, b) => b - a);
  return [
    stop,
    { value: 'clear-blocked', text: 'Not even a request: they talk to you first' },
    { value: 'clear', text: 'A request that you accept or decline' },
    ...waits.map((hours) => ({ value: `defer-${hours}`, text: `No time sooner than ${waitText(hours)}` })),
    ...(rule.skill || rule.places ? [{ value: 'route', text: routeText(rule) }] : []),
    { value: 'adapt', text: 'Bookable: you work differently' },
    { value: 'flag', text: 'Bookable: you are told' },
    { value: 'info', text: 'Bookable: they are told something' },
  ];
}

/** The change that makes a rule do what was chosen; null where it does that already. Undefined for what is no choice. */
export function overrideFor(rule: ScreeningRule, value: string): RuleOverride | null | undefined {
  if (value === chosenFor(rule)) return null;
  const [outcome = '', detail = ''] = value.split('-');
  // What a stop must not become is refused by the rules of overriding, which say so for every way to try.
  const isKnown = choicesFor({ ...rule, outcome: 'flag' }).some((choice) => choice.value === value);
  if (!isKnown) return undefined;
  const isFirst = ['stop', 'clear'].includes(outcome) && ['adapt', 'flag', 'info'].includes(rule.outcome);
  return {
    ruleId: rule.id,
    outcome: outcome as ScreeningRule['outcome'],
    ...(outcome === 'clear' && (detail === 'blocked' || rule.blocked) && { blocked: detail === 'blocked' }),
    ...(outcome === 'defer' && { deferHours: Number(detail) }),
    ...(isFirst && { message: FIRST }),
  };
}

/** The answers that a rule looks at, in the words of the form; what is asked only after another answer, with that one. */
export function conditionText(form: IntakeForm, { when }: Pick<ScreeningRule, 'when'>): string {
  const items = new Map(flatItems(form).map((item) => [item.id, item]));
  const said = new Map<string, string[]>();
  for (const comparison of 'all' in when ? when.all : when.any) {
    const item = items.get(comparison.item);
    const answer = item && !item.from ? answerText(item, comparison) : null;
    if (!item || answer === null) continue;
    const [only, another] = item.showWhen ? ('all' in item.showWhen ? item.showWhen.all : item.showWhen.any) : [];
    const before = another
      ? ''
      : items.get(only?.item ?? '')?.options?.find(({ value }) => value === only?.value)?.text;
    const question = takesSeveral(item) && answer ? '' : item.text;
    const about = [before, question].filter(Boolean).join(': ');
    said.set(about, [...(said.get(about) ?? []), ...(answer ? [answer] : [])]);
  }
  return [...said]
    .map(([about, answers]) => [about, answers.join(', or ')].filter(Boolean).join(' '))
    .join('all' in when ? '; and ' : '; or ');
}

/** An answer in words; empty for any, and null for what is not worth saying. */
function answerText({ options, type }: GroupedItem, { op, value }: Comparison): string | null {
  if (op === 'exists') return '';
  if (type === 'boolean') return (value === true) === (op === '=') ? 'Yes' : 'No';
  const answer = options?.find((option) => option.value === value)?.text ?? String(value);
  if (op === '=') return answer;
  return op === '!=' ? null : `${op.includes('>') ? 'from' : 'up to'} ${answer}`;
}

function takesSeveral({ type }: GroupedItem): boolean {
  return type === 'multi-choice' || type === 'areas';
}

function waitText(hours: number): string {
  if (hours < 72) return `${hours} hours after`;
  return hours % 168 === 0 ? `${hours / 168} ${hours === 168 ? 'week' : 'weeks'} after` : `${hours / 24} days after`;
}

function routeText({ skill, places }: ScreeningRule): string {
  if (skill) return `Only with training for it (${skill})`;
  return places?.includes('incall') ? 'Only at your place' : 'Only at theirs';
}
