import type { Comparison, IntakeSection, ItemType, Outcome, ScreeningRule } from '../../contract/intake.js';

/** What can be wrong with a form, and what its developer reads. */
export const FORM_FAULTS = {
  shape: 'is missing or has the wrong type',
  'too-many': 'has more members than a form may have',
  'too-long': 'is longer than a form may say',
  markup: 'holds markup, which would be shown as it is written',
  'unknown-type': 'is no type of item',
  'unknown-section': 'is no section',
  'unknown-operator': 'is no operator',
  'unknown-outcome': 'is no outcome',
  'duplicate-id': 'is the id of another one as well',
  'unknown-item': 'names no item that is answered',
  'unknown-option': 'names no choice of the item',
  'no-options': 'has nothing to choose from',
  'no-hours': 'is not a number of hours',
  nested: 'stands inside a group, where only questions of the same section can stand',
  circle: 'is shown only where its own answer says so',
  'device-only': 'is sent, but shown by an answer of the safety check, which stays on the device',
  effect: 'belongs to a worse outcome than the rule has',
  'no-effect': 'is needed by the outcome of the rule',
} as const;
export type FormFault = keyof typeof FORM_FAULTS;

/** One thing wrong with a form, by JSON pointer (RFC 6901). It repeats nothing of what the form says. */
export interface FormProblem {
  pointer: string;
  fault: FormFault;
}

/** The words a form is written in, with how an item of a type is answered. Spelled out, since the contract is known here by its types only. */
export const TYPES: Record<ItemType, 'choice' | 'typed' | 'not'> = {
  boolean: 'typed',
  choice: 'choice',
  'multi-choice': 'choice',
  text: 'typed',
  number: 'typed',
  date: 'typed',
  'time-ago': 'choice',
  areas: 'choice',
  consent: 'typed',
  group: 'not',
  display: 'not',
};
export const SECTIONS: Record<IntakeSection, true> = { safety: true, screening: true, health: true, preferences: true };
export const OPERATORS: Record<Comparison['op'], true> = {
  exists: true,
  '=': true,
  '!=': true,
  '>': true,
  '<': true,
  '>=': true,
  '<=': true,
};

/** The mildest outcome that each effect of a rule belongs to: one of that outcome or a worse one may carry it. */
export const BELONGS = {
  blocked: 'clear',
  deferHours: 'defer',
  since: 'defer',
  skill: 'route',
  places: 'route',
  avoid: 'adapt',
  maxIntensity: 'adapt',
} as const satisfies Partial<Record<keyof ScreeningRule, Outcome>>;

/** Whether a value is a word of a vocabulary. */
export function isWord(words: object, value: unknown): boolean {
  return typeof value === 'string' && Object.hasOwn(words, value);
}

/** Longest line and longest paragraph, in characters. */
export const LINE = 300;
export const TEXT = 5000;

/** An object as found, with where it stands and the group it stands in. */
export interface Found {
  at: string;
  item: Record<string, unknown>;
  parent: Found | undefined;
}

/** Notes a problem. */
export type Report = (pointer: string, fault: FormFault) => void;

/** A problem in words for a developer. */
export function problemWords({ pointer, fault }: FormProblem): string {
  return `${pointer || 'the form'} ${FORM_FAULTS[fault]}`;
}

/** Whether a value is an object with members of its own. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list; none where it is no list or too long. */
export function listIn(value: unknown, pointer: string, most: number, report: Report): Found[] {
  if (!Array.isArray(value)) return (report(pointer, 'shape'), []);
  if (value.length > most) return (report(pointer, 'too-many'), []);
  return value.flatMap((item: unknown, index) => {
    const at = `${pointer}/${index}`;
    if (isObject(item)) return [{ at, item, parent: undefined }];
    return (report(at, 'shape'), []);
  });
}

/** Notes a text that is missing, too long, or not meant to be read as text. */
export function checkText(value: unknown, at: string, most: number, report: Report): void {
  if (typeof value !== 'string' || value.trim() === '') report(at, 'shape');
  else if (value.length > most) report(at, 'too-long');
  else if (/<[a-z!/?]/i.test(value)) report(at, 'markup');
}

/** Notes ids that are missing or used twice. */
export function checkIds(found: readonly Found[], report: Report): void {
  const seen = new Set<unknown>();
  for (const { at, item } of found) {
    checkText(item['id'], `${at}/id`, 200, report);
    if (seen.has(item['id'])) report(`${at}/id`, 'duplicate-id');
    seen.add(item['id']);
  }
}

/** The comparisons of a condition, whatever else is wrong with it. */
export function comparisonsOf(condition: unknown): Comparison[] {
  const list: unknown = isObject(condition) ? (condition['all'] ?? condition['any']) : undefined;
  return Array.isArray(list) ? (list.filter(isObject) as unknown as Comparison[]) : [];
}
