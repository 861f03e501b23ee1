import type { Condition, IntakeForm, IntakeItem, Outcome, ScreeningRule } from '../../../src/contract/intake.js';

/** An item of a form in a test. */
export const item = (id: string, rest: Partial<IntakeItem> = {}): IntakeItem => ({
  id,
  section: 'health',
  type: 'text',
  text: id,
  ...rest,
});

/** A rule of a form in a test. */
export const rule = (
  id: string,
  when: Condition,
  outcome: Outcome,
  rest: Partial<ScreeningRule> = {},
): ScreeningRule => ({ id, when, outcome, message: `about ${id}`, ...rest });

/** A form in a test. */
export const form = (items: IntakeItem[], rules: ScreeningRule[] = []): IntakeForm => ({
  id: 'f',
  version: '1',
  title: 'Form',
  language: 'en-GB',
  items,
  rules,
});

/** Holds where an item has a value. */
export const equals = (id: string, value: string | number | boolean): Condition => ({
  all: [{ item: id, op: '=', value }],
});
