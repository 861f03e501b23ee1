import type { Comparison, IntakeItem, ItemType, Outcome, ScreeningRule } from '../../contract/intake.js';
import { SEVERITY } from './answers.js';
import {
  BELONGS,
  checkIds,
  checkText,
  comparisonsOf,
  isObject,
  isWord,
  LINE,
  listIn,
  OPERATORS,
  SECTIONS,
  TEXT,
  TYPES,
  type FormProblem,
  type Found,
  type Report,
} from './form-reading.js';

/** Items of a form, those in groups included, and its rules. */
const MOST = 300;
const answered = (type: unknown): unknown => isWord(TYPES, type) && TYPES[type as ItemType];
const isChoice = (type: unknown): boolean => answered(type) === 'choice';
const isHours = (value: unknown): boolean => typeof value === 'string' && /^\d+(\.\d+)?$/.test(value);

/**
 * Everything wrong with a form, read as what came over the wire: an empty list says that it can be shown, answered and
 * screened. What has no problem here is also bounded in size and depth.
 */
export function formProblems(form: unknown): FormProblem[] {
  const problems: FormProblem[] = [];
  const report: Report = (pointer, fault) => problems.push({ pointer, fault });
  if (!isObject(form)) return [{ pointer: '', fault: 'shape' }];
  for (const key of ['id', 'version', 'title', 'language']) checkText(form[key], `/${key}`, LINE, report);
  const found = itemsIn(form['items'], '/items', undefined, report);
  if (found.length > MOST) report('/items', 'too-many');
  // Nothing else is worth saying about a form that is not read to its end.
  if (problems.some(({ fault }) => fault === 'too-many')) return problems;
  const known = new Map(found.map((each) => [each.item['id'], each] as const));
  checkIds(found, report);
  for (const each of found) checkItem(each, known, report);
  checkCircles(found, known, report);
  const rules = listIn(form['rules'], '/rules', MOST, report);
  checkIds(rules, report);
  for (const rule of rules) checkRule(rule, known, report);
  return problems;
}

function itemsIn(value: unknown, pointer: string, parent: Found | undefined, report: Report): Found[] {
  return listIn(value, pointer, parent ? 60 : MOST, report).flatMap(({ at, item }) => {
    const own = { at, item, parent };
    if (item['items'] === undefined) return [own];
    if (parent || item['type'] !== 'group') return (report(`${at}/items`, 'nested'), [own]);
    return [own, ...itemsIn(item['items'], `${at}/items`, own, report)];
  });
}

function checkItem({ at, item, parent }: Found, known: ReadonlyMap<unknown, Found>, report: Report): void {
  const { type, section, why, options, showWhen } = item as Partial<IntakeItem>;
  checkText(item['text'], `${at}/text`, LINE, report);
  if (why !== undefined) checkText(why, `${at}/why`, TEXT, report);
  if (!isWord(TYPES, type)) report(`${at}/type`, 'unknown-type');
  if (!isWord(SECTIONS, section)) report(`${at}/section`, 'unknown-section');
  if (parent && (section !== parent.item['section'] || type === 'group')) report(at, 'nested');
  if (isChoice(type)) {
    const choices = listIn(options, `${at}/options`, 60, report);
    if (choices.length === 0) report(`${at}/options`, 'no-options');
    const values = new Set<unknown>();
    for (const { at: where, item: option } of choices) {
      const { value, exclusive } = option;
      checkText(value, `${where}/value`, 200, report);
      checkText(option['text'], `${where}/text`, LINE, report);
      if (values.has(value)) report(`${where}/value`, 'duplicate-id');
      values.add(value);
      if (type === 'time-ago' && !exclusive && !isHours(value)) report(`${where}/value`, 'no-hours');
    }
    if (item['initial'] !== undefined && !values.has(item['initial'])) report(`${at}/initial`, 'unknown-option');
  }
  if (showWhen === undefined) return;
  const compared = checkCondition(showWhen, `${at}/showWhen`, known, report);
  const isSent = (found: Found | undefined): boolean => found?.item['section'] !== 'safety';
  if (section !== 'safety' && compared.some((id) => !isSent(known.get(id)))) report(`${at}/showWhen`, 'device-only');
}

/** Checks a condition, and says whose answers it looks at. */
function checkCondition(condition: unknown, at: string, known: ReadonlyMap<unknown, Found>, report: Report): unknown[] {
  const kind = isObject(condition) && ('all' in condition ? 'all' : 'any' in condition && 'any');
  if (!kind) return (report(at, 'shape'), []);
  const comparisons = listIn((condition as Record<string, unknown>)[kind], `${at}/${kind}`, 60, report);
  return comparisons.map(({ at: where, item: comparison }) => {
    const { item, op, value } = comparison as Partial<Comparison>;
    const asked = known.get(item)?.item;
    if (!asked || answered(asked['type']) === 'not') report(`${where}/item`, 'unknown-item');
    if (!isWord(OPERATORS, op)) report(`${where}/op`, 'unknown-operator');
    else if ((op !== 'exists' || value !== undefined) && !['string', 'number', 'boolean'].includes(typeof value))
      report(`${where}/value`, 'shape');
    const options = asked?.['options'];
    if ((op === '=' || op === '!=') && isChoice(asked?.['type']) && Array.isArray(options)) {
      if (!options.some((option) => isObject(option) && option['value'] === value))
        report(`${where}/value`, 'unknown-option');
    }
    return item;
  });
}

/** An item depends on those that its condition and its group's condition look at. */
function checkCircles(found: readonly Found[], known: ReadonlyMap<unknown, Found>, report: Report): void {
  const state = new Map<Found, 'open' | 'done'>();
  const needs = (each: Found): Found[] => [
    ...(each.parent ? [each.parent] : []),
    ...comparisonsOf(each.item['showWhen']).flatMap((comparison) => known.get(comparison.item) ?? []),
  ];
  const visit = (each: Found): void => {
    if (state.get(each) === 'done') return;
    if (state.get(each) === 'open') return report(`${each.at}/showWhen`, 'circle');
    state.set(each, 'open');
    needs(each).forEach(visit);
    state.set(each, 'done');
  };
  found.forEach(visit);
}

function checkRule({ at, item }: Found, known: ReadonlyMap<unknown, Found>, report: Report): void {
  const rule = item as Partial<ScreeningRule>;
  checkText(rule.message, `${at}/message`, TEXT, report);
  checkCondition(rule.when, `${at}/when`, known, report);
  const rank = SEVERITY.indexOf(rule.outcome as Outcome);
  if (rank < 0) return report(`${at}/outcome`, 'unknown-outcome');
  for (const [effect, belongs] of Object.entries(BELONGS)) {
    if (item[effect] !== undefined && rank > SEVERITY.indexOf(belongs)) report(`${at}/${effect}`, 'effect');
  }
  const fits: Record<string, (value: unknown) => boolean> = {
    deferHours: (value) => Number.isInteger(value) && Number(value) >= 0,
    blocked: (value) => typeof value === 'boolean',
    skill: isId,
    places: isIds,
    avoid: isIds,
    maxIntensity: Number.isFinite,
    urgency: (value) => value === 'emergency' || value === 'urgent',
  };
  for (const [key, isFit] of Object.entries(fits)) {
    if (item[key] !== undefined && !isFit(item[key])) report(`${at}/${key}`, 'shape');
  }
  const { outcome, deferHours, skill, places, since, mend } = rule;
  if (outcome === 'defer' && deferHours === undefined) report(`${at}/deferHours`, 'no-effect');
  if (outcome === 'route' && skill === undefined && places === undefined) report(`${at}/skill`, 'no-effect');
  if (since !== undefined && known.get(since)?.item['type'] !== 'time-ago') report(`${at}/since`, 'unknown-item');
  if (mend !== undefined && !known.has(mend)) report(`${at}/mend`, 'unknown-item');
}

const isId = (value: unknown): boolean => typeof value === 'string';
const isIds = (value: unknown): boolean => Array.isArray(value) && value.length <= 60 && value.every(isId);
