import type { IntakeForm } from '../../contract/intake.js';
import { formProblems } from './form-problems.js';
import { comparisonsOf, isObject } from './form-reading.js';

/**
 * The safety check of a form that has problems elsewhere, so that the check can run and the rest follow later; null where
 * the check itself cannot be trusted. Rules that look at nothing of the check are left out; one that cannot be read, or that looks
 * at nothing that is asked, may have looked at it.
 */
export function safetyPart(form: unknown): IntakeForm | null {
  if (!isObject(form) || !Array.isArray(form['items']) || !Array.isArray(form['rules'])) return null;
  const items = form['items'].filter((item) => isObject(item) && isOfCheck(item));
  const idsIn = (some: unknown[]): Set<unknown> =>
    new Set(listOf(some).flatMap((item) => [item, ...listOf(item['items'])].map(({ id }) => id)));
  const asked = idsIn(items);
  const all = idsIn(form['items']);
  // What a rule looks at and nobody asks may have been a part of the check.
  const isOfPart = (id: unknown): boolean => asked.has(id) || !all.has(id);
  const rules = form['rules'].flatMap((rule: unknown) => ruleOfCheck(rule, isOfPart) ?? []);
  const part = { ...form, items, rules };
  if (!items.some((item) => item['section'] === 'safety') || formProblems(part).length > 0) return null;
  return part as unknown as IntakeForm;
}

/** What is known without asking may decide what the check asks. */
const isOfCheck = ({ section, from }: Record<string, unknown>): boolean =>
  section === 'safety' || section === 'screening' || from !== undefined;

const listOf = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** The rule as far as it looks at the check, or null where it does not. */
function ruleOfCheck(rule: unknown, isOfPart: (id: unknown) => boolean): unknown {
  const compared = isObject(rule) ? comparisonsOf(rule['when']) : [];
  if (!isObject(rule) || compared.length === 0) return rule;
  const kept = compared.filter(({ item }) => isOfPart(item));
  if (kept.length === 0) return null;
  if (kept.length === compared.length) return rule;
  // One of several ways to take effect is left; where all were needed, it cannot take effect here.
  return isObject(rule['when']) && 'any' in rule['when'] ? { ...rule, when: { any: kept } } : null;
}
