import * as fc from 'fast-check';
import type { Answers, AnswerValue, IntakeForm, IntakeItem } from '../../src/contract/intake.js';
import { flatItems } from '../../src/domain/intake/answers.js';

/** Every answer an item knows: of a text one, of a number every step, of several choices each alone. */
export function answersOf({ type, options = [], min = 0, max = 10 }: IntakeItem): AnswerValue[] {
  switch (type) {
    case 'boolean':
      return [true, false];
    case 'consent':
      return [true];
    case 'choice':
    case 'time-ago':
      return options.map(({ value }) => value);
    case 'multi-choice':
    case 'areas':
      return options.map(({ value }) => [value]);
    case 'number':
      return max > 100 ? [0, 47, 48, 500] : Array.from({ length: max - min + 1 }, (_, step) => min + step);
    case 'text':
      return ['some words'];
    case 'date':
      return ['2026-02-03'];
    case 'group':
    case 'display':
      return [];
  }
}

/** Acceptable answers to any of a form's items, whether they are shown or not. */
export function anyAnswers(form: IntakeForm): fc.Arbitrary<Answers> {
  const items = flatItems(form).filter((item) => answersOf(item).length > 0);
  const answer = (item: IntakeItem): fc.Arbitrary<AnswerValue> => {
    const single = fc.constantFrom(...answersOf(item));
    if (item.type !== 'multi-choice' && item.type !== 'areas') return single;
    const several = (item.options ?? []).filter(({ exclusive }) => !exclusive).map(({ value }) => value);
    return fc.oneof(single, fc.subarray(several, { minLength: 1 }));
  };
  const answersTo = (some: readonly IntakeItem[]): fc.Arbitrary<Answers> =>
    fc.record(Object.fromEntries(some.map((item) => [item.id, answer(item)])));
  // Few answers lead elsewhere than many: a worse outcome among many hides what the others do.
  return fc.oneof(fc.subarray(items, { maxLength: 6 }).chain(answersTo), fc.subarray(items).chain(answersTo));
}

/** Answers that show an item: the first way its conditions can hold, and the same for what they look at. */
export function showing(form: IntakeForm, id: string): Answers {
  const answers: Answers = {};
  const items = flatItems(form);
  const show = (wanted: IntakeItem): void => {
    const group = form.items.find((item) => item.items?.some((inner) => inner.id === wanted.id));
    if (group) show(group);
    const { showWhen } = wanted;
    if (!showWhen) return;
    const compared = 'all' in showWhen ? showWhen.all : showWhen.any.slice(0, 1);
    for (const { item: other, op, value } of compared) {
      const asked = items.find((item) => item.id === other)!;
      show(asked);
      const fits = answersOf(asked).find((answer) => op !== '=' || [answer].flat().some((each) => each === value));
      if (op === '=' || op === 'exists') answers[other] = Array.isArray(fits) ? mixed(answers[other], fits) : fits!;
      else answers[other] = op === '<' ? 0 : 500;
    }
  };
  show(items.find((item) => item.id === id)!);
  return answers;
}

/** Several choices of one item, where more than one condition asks for one. */
function mixed(before: AnswerValue | undefined, more: readonly string[]): string[] {
  return [...new Set([...(Array.isArray(before) ? before : []), ...more])];
}
