import type { Form } from './catalogue.js';

const NAMES = new Intl.DisplayNames('en-GB', { type: 'language' });

/** What has to be said of the forms behind a booking, a paragraph each: nothing where somebody answers for all of it. */
export function reviewWarnings(forms: readonly Form[], lang: string): string[] {
  const unsigned = forms.filter(({ reviewedBy }) => !reviewedBy);
  const foreign = lang && forms.some((form) => !isReviewedIn(form, lang));
  return [
    ...(unsigned.length > 0
      ? [
          `Nobody has reviewed the safety questions yet: no reviewer is named in ${unsigned.map(named).join(' and ')}. Have somebody qualified check the questions, and what follows from the answers, before clients book with it.`,
        ]
      : []),
    ...(foreign
      ? [
          `Nobody has reviewed the questions in ${NAMES.of(lang)}. Clients see the safety questions in both languages there, and are asked the others later.`,
        ]
      : []),
  ];
}

function named({ title, version }: Form): string {
  return `“${title}” (version ${version})`;
}

/** English is English here: no reviewer reads a form twice for its spelling. */
function isReviewedIn({ language, reviewedLanguages = [] }: Form, lang: string): boolean {
  const [spoken] = lang.split('-');
  return [language, ...reviewedLanguages].some((tag) => tag.split('-')[0] === spoken);
}
