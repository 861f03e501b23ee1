import type { Answers, AnswerValue, IntakeForm, IntakeItem } from '../../src/contract/intake.js';
import { flatItems, visibleAnswers } from '../../src/domain/intake/answers.js';
import { isPlainDate } from '../../src/domain/time/plain-date.js';
import { invalid, ProblemError } from './problems.js';

/** The answers that count: none to questions that are not shown. Throws for what the form does not know. */
export function countedAnswers(form: IntakeForm, answers: Answers): Answers {
  assertAnswers(form, answers);
  return visibleAnswers(form, answers);
}

/**
 * Refuses answers the form does not ask for, and above all those of the safety check, which never leave the device:
 * nothing of a delivery that holds one is stored.
 */
function assertAnswers(form: IntakeForm, answers: Answers): void {
  const items = new Map(flatItems(form).map((item) => [item.id, item]));
  const answered = Object.entries(answers);
  if (answered.some(([id]) => items.get(id)?.section === 'safety')) throw new ProblemError('screening-refused');
  for (const [id, value] of answered) {
    const item = items.get(id);
    if (!item) throw invalid({ pointer: '/answers', detail: 'This form has no such item.' });
    if (!fits(item, value))
      throw invalid({ pointer: `/answers/${item.id}`, detail: 'This is not an answer the item knows.' });
  }
}

function fits(item: IntakeItem, value: AnswerValue): boolean {
  const known = (choice: unknown): boolean => (item.options ?? []).some((option) => option.value === choice);
  switch (item.type) {
    case 'boolean':
    case 'consent':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'number' && value >= (item.min ?? -Infinity) && value <= (item.max ?? Infinity);
    case 'text':
      return typeof value === 'string';
    case 'date':
      return typeof value === 'string' && isPlainDate(value);
    case 'choice':
    case 'time-ago':
      return known(value);
    case 'multi-choice':
    case 'areas': {
      if (!Array.isArray(value) || !value.every(known) || new Set(value).size < value.length) return false;
      const exclusive = (item.options ?? []).some((option) => option.exclusive && value.includes(option.value));
      return !exclusive || value.length === 1;
    }
    case 'display':
    case 'group':
      return false;
  }
}
