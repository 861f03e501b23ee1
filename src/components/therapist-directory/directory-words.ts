import type { Localize } from '../../ui/controllers/localize.js';
import type { DirectoryPages } from './directory-pages.js';

/** The head of the list: how many there are. */
export function countWords(
  i18n: Localize,
  { status, people, more, answer }: DirectoryPages,
  isFailed: boolean,
): string {
  if (isFailed) return i18n.text('therapistsListed');
  if (status === 'pending') return i18n.text('loadingTherapists');
  // Nobody counts what is there already, however many the backend said.
  const total = more === 'none' ? people.length : Math.max(answer.total ?? 0, people.length);
  if (total > people.length) return i18n.text('therapistsShown', { shown: people.length, total });
  return people.length > 0 ? i18n.text('therapists', { count: people.length }) : i18n.text('nobodyMatches');
}

/** Said once filters were applied. */
export function matchWords(i18n: Localize, { people, answer }: DirectoryPages): string {
  const count = Math.max(answer.total ?? 0, people.length);
  return count > 0 ? i18n.text('matches', { count }) : i18n.text('nobodyMatches');
}

/** The order they are in, in words. */
export function orderWords(i18n: Localize, { answer: { order } }: DirectoryPages, business: string): string {
  return order && order !== 'other' ? i18n.text(`order.${order}`) : i18n.text('ownOrder', { business });
}

/** How many cards the page wrote. */
export function givenWords(i18n: Localize, host: Element): string {
  return i18n.text('therapists', { count: host.querySelectorAll('knead-therapist-card').length });
}
