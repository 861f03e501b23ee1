import type { IntakeForm, IntakeItem } from '../../contract/intake.js';
import type { ContactFault, ContactField } from '../../domain/client/contact.js';
import type { AnswerFault } from '../../domain/intake/answers.js';
import type { IntakeFault } from '../../domain/intake/submission.js';
import type { Localize } from '../../ui/controllers/localize.js';
import type { Fault } from '../../ui/templates/notice.js';
import { contactId } from './contact-section.js';
import { isScale } from './question.js';
import { questionId } from './questions-section.js';

/** A fault as a line of the error summary, with the control it belongs to. */
export function faultLine(i18n: Localize, fault: IntakeFault, form: IntakeForm | null, outwardCode: string): Fault {
  return 'field' in fault
    ? { controlId: contactId(fault.field), text: contactWords(i18n, fault.field, fault.fault, outwardCode) }
    : { controlId: questionId(form, fault.item.id), text: answerWords(i18n, fault.item, fault.fault) };
}

/** What is wrong with a contact field and how to mend it. */
function contactWords(i18n: Localize, field: ContactField, fault: ContactFault, outwardCode: string): string {
  if (fault === 'too-long') return i18n.text('intake.tooLong');
  switch (field) {
    case 'name':
      return i18n.text('intake.nameMissing');
    case 'email':
      return i18n.text(fault === 'missing' ? 'intake.emailMissing' : 'intake.emailInvalid');
    case 'phone':
      return i18n.text(fault === 'missing' ? 'intake.phoneMissing' : 'intake.phoneInvalid');
    case 'postcode':
      if (fault === 'elsewhere') return i18n.text('intake.postcodeElsewhere', { outwardCode });
      return i18n.text(fault === 'missing' ? 'intake.postcodeMissing' : 'intake.postcodeInvalid');
    default:
      return i18n.text('intake.addressMissing');
  }
}

/** What is wrong with an answer and how to mend it. */
function answerWords(i18n: Localize, item: IntakeItem, fault: AnswerFault): string {
  if (fault === 'range') {
    if (isScale(item)) return i18n.text('intake.outOfRange');
    return item.min === undefined || item.max === undefined
      ? i18n.text('intake.numberNeeded')
      : i18n.text('intake.numberBetween', { min: item.min, max: item.max });
  }
  if (item.options?.some((option) => option.exclusive)) return i18n.text('intake.selectOrNone');
  return i18n.text(item.type === 'choice' || item.type === 'boolean' ? 'intake.selectOne' : 'intake.answerRequired');
}
