import type { IntakeForm, IntakeItem } from '../../contract/intake.js';
import type { AnswerFault } from '../../domain/intake/answers.js';
import type { IntakeFault } from '../../domain/intake/submission.js';
import type { Localize } from '../../ui/controllers/localize.js';
import type { Fault } from '../../ui/templates/notice.js';
import type { Details } from './details-kit.js';
import { questionId } from './questions-section.js';
import { contactId } from './section-options.js';

/** A line of the error summary, with the words that stand beside the control. */
export interface FaultLine extends Fault {
  error: string;
}

/** The lines of the error summary. Where two would read alike, the summary also names their questions. */
export function faultLines(
  i18n: Localize,
  faults: readonly IntakeFault[],
  form: IntakeForm | null,
  outwardCode: string,
  details: Details | null,
): FaultLine[] {
  const words = faults.map((fault) =>
    'field' in fault
      ? details!.contactWords(i18n, fault.field, fault.fault, outwardCode)
      : answerWords(i18n, fault.item, fault.fault, form, details),
  );
  return faults.map((fault, index) => {
    const error = words[index]!;
    if ('field' in fault) return { controlId: contactId(fault.field), text: error, error };
    const isTwice = words.indexOf(error) !== words.lastIndexOf(error);
    const text = isTwice ? i18n.text('faultIn', { question: fault.item.text, fault: error }) : error;
    return { controlId: questionId(form, fault.item.id), text, error };
  });
}

/** What is wrong with an answer and how to mend it. */
function answerWords(
  i18n: Localize,
  item: IntakeItem,
  fault: AnswerFault,
  form: IntakeForm | null,
  details: Details | null,
): string {
  // Only what is typed can be out of range.
  if (fault === 'range') return details!.rangeWords(i18n, item);
  if (fault === 'conflict') return form!.rules.find(({ mend }) => mend === item.id)!.message;
  if (item.options?.some((option) => option.exclusive)) return i18n.text('selectOrNone');
  return i18n.text(item.type === 'choice' || item.type === 'boolean' ? 'selectOne' : 'answerRequired');
}
