import type { IntakeForm, ScreeningRule } from '../../contract/intake.js';
import { SEVERITY } from './answers.js';
import { BELONGS, isWord } from './form-reading.js';

/** What a therapist changes about one rule: its outcome, what it does, or both. */
export interface RuleOverride extends Partial<
  Pick<
    ScreeningRule,
    'outcome' | 'blocked' | 'urgency' | 'message' | 'deferHours' | 'skill' | 'places' | 'avoid' | 'maxIntensity'
  >
> {
  ruleId: string;
}

/** Why an override is refused, by JSON pointer into the list of overrides. */
export interface OverrideProblem {
  pointer: string;
  fault:
    | 'unknown-rule'
    | 'twice'
    /** A `stop` stays a stop, with its message, and no less urgent. */
    | 'stop'
    | 'unknown-outcome'
    /** The outcome does nothing without it. */
    | 'no-effect';
}

/** What an override may say; anything else in it is ignored. */
const CHANGEABLE: Record<Exclude<keyof RuleOverride, 'ruleId'>, true> = {
  outcome: true,
  blocked: true,
  urgency: true,
  message: true,
  deferHours: true,
  skill: true,
  places: true,
  avoid: true,
  maxIntensity: true,
};

/**
 * The form as a therapist wants it: any rule made stricter, and rules that are no `stop` made milder as well. A rule made
 * milder loses what belongs to a worse outcome than its new one. All overrides are applied, or none.
 */
export function withOverrides(
  form: IntakeForm,
  overrides: readonly RuleOverride[],
): { form: IntakeForm } | { problems: OverrideProblem[] } {
  const rules = new Map(form.rules.map((rule) => [rule.id, rule]));
  const problems = overrides.flatMap((override, index) => {
    const isAgain = overrides.slice(0, index).some(({ ruleId }) => ruleId === override.ruleId);
    const found = isAgain ? (['ruleId', 'twice'] as const) : problemOf(rules.get(override.ruleId), override);
    return found ? [{ pointer: `/${index}/${found[0]}`, fault: found[1] }] : [];
  });
  if (problems.length > 0) return { problems };
  const changes = new Map(overrides.map(({ ruleId, ...change }) => [ruleId, change]));
  const next = (rule: ScreeningRule): ScreeningRule => {
    const change = changes.get(rule.id);
    return change ? changed(rule, change) : rule;
  };
  return { form: { ...form, rules: form.rules.map(next) } };
}

function problemOf(
  rule: ScreeningRule | undefined,
  { ruleId: _, ...change }: RuleOverride,
): readonly [keyof RuleOverride, OverrideProblem['fault']] | undefined {
  if (!rule) return ['ruleId', 'unknown-rule'];
  if (change.outcome !== undefined && !SEVERITY.includes(change.outcome)) return ['outcome', 'unknown-outcome'];
  if (rule.outcome === 'stop') {
    const other = (Object.keys(change) as (keyof typeof change)[]).find((key) => {
      const isMoreUrgent = key === 'urgency' && change.urgency === 'emergency';
      return change[key] !== rule[key] && !isMoreUrgent;
    });
    return other && [other, 'stop'];
  }
  const { outcome, deferHours, skill, places } = changed(rule, change);
  if (outcome === 'defer' && deferHours === undefined) return ['deferHours', 'no-effect'];
  if (outcome === 'route' && skill === undefined && places === undefined) return ['skill', 'no-effect'];
  return undefined;
}

function changed(rule: ScreeningRule, change: Partial<ScreeningRule>): ScreeningRule {
  const said = Object.entries(change).filter(([key]) => isWord(CHANGEABLE, key));
  const next = { ...rule, ...Object.fromEntries(said) } as ScreeningRule;
  const isLost = (key: string): boolean =>
    isWord(BELONGS, key) && SEVERITY.indexOf(next.outcome) > SEVERITY.indexOf(BELONGS[key as keyof typeof BELONGS]);
  const { urgency, ...kept } = Object.fromEntries(
    Object.entries(next).filter(([key]) => !isLost(key)),
  ) as unknown as ScreeningRule;
  return next.outcome === 'stop' ? { ...kept, urgency: urgency ?? 'urgent' } : kept;
}
