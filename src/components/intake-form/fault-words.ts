import type { IntakeForm, IntakeItem } from '../../contract/intake.js';
import type { ContactFault, ContactField } from '../../domain/client/contact.js';
import type { AnswerFault } from '../../domain/intake/answers.js';
import type { IntakeFault } from '../../domain/intake/submission.js';
import type { Localize } from '../../ui/controllers/localize.js';
import type { Fault } from '../../ui/templates/notice.js';
import { contactId } from './contact-section.js';
import type { Consultation } from './consultation-kit.js';
import { questionId } from './questions-section.js';

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
  consultation: Consultation | null,
): FaultLine[] {
  const words = faults.map((fault) =>
    'field' in fault
      ? contactWords(i18n, fault.field, fault.fault, outwardCode)
      : answerWords(i18n, fault.item, fault.fault, consultation),
  );
  return faults.map((fault, index) => {
    const error = words[index]!;
    if ('field' in fault) return { controlId: contactId(fault.field), text: error, error };
    const isTwice = words.indexOf(error) !== words.lastIndexOf(error);
    const text = isTwice ? i18n.text('faultIn', { question: fault.item.text, fault: error }) : error;
    return { controlId: questionId(form, fault.item.id), text, error };
  });
}

/** What is wrong with a contact field and how to mend it. */
function contactWords(i18n: Localize, field: ContactField, fault: ContactFault, outwardCode: string): string {
  if (fault === 'too-long') return i18n.text('tooLong');
  // Each field has words for the faults it can have, and one of them names the area.
  return i18n.text(`fault.${field}.${fault}` as 'fault.postcode.elsewhere', { outwardCode });
}

/** What is wrong with an answer and how to mend it. */
function answerWords(i18n: Localize, item: IntakeItem, fault: AnswerFault, consultation: Consultation | null): string {
  // Only what the consultation asks can be out of range.
  if (fault === 'range') return consultation!.rangeWords(i18n, item);
  if (item.options?.some((option) => option.exclusive)) return i18n.text('selectOrNone');
  return i18n.text(item.type === 'choice' || item.type === 'boolean' ? 'selectOne' : 'answerRequired');
}
