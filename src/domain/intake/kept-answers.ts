import type { Answers, IntakeForm } from '../../contract/intake.js';
import { answerTo, faultOf, flatItems } from './answers.js';

/**
 * The answers to an earlier booking, as far as this form still asks and takes them. What is asked of one session only, by how
 * soon it is, and what is known without asking stays behind.
 */
export function keptAnswers(form: Pick<IntakeForm, 'items'>, answers: Answers): Answers {
  const all = flatItems(form);
  const known = new Set(all.flatMap(({ id, from }) => (from === 'hours-ahead' ? id : [])));
  const kept = all.flatMap((item) => {
    const { id, section, from, showWhen } = item;
    const answer = answerTo(answers, id);
    const compared = showWhen ? ('all' in showWhen ? showWhen.all : showWhen.any) : [];
    const isOfSession = from !== undefined || compared.some((comparison) => known.has(comparison.item));
    return answer === undefined || section === 'safety' || isOfSession || faultOf(item, answer)
      ? []
      : [[id, answer] as const];
  });
  return Object.fromEntries(kept);
}
