import type { IntakeForm } from '../../contract/intake.js';

/** Whether somebody answers for the words of a form: they are its own, or it names their language among those reviewed. */
export function isChecked({
  language,
  translatedFrom,
  reviewedLanguages,
}: Pick<IntakeForm, 'language' | 'translatedFrom' | 'reviewedLanguages'>): boolean {
  return !translatedFrom || reviewedLanguages?.includes(language) === true;
}
