/**
 * What a form that cannot be trusted as a whole still gives. Script tags load it from a file of its own, because hardly any
 * page ever needs it.
 */
import type { IntakeForm } from '../../contract/intake.js';
import type { LoadedForm } from '../booking-backend.js';
import type { AskFor } from './read-form.js';
import { inBothLanguages } from '../../domain/intake/both-languages.js';
import { isChecked } from '../../domain/intake/checked-translation.js';
import { formProblems } from '../../domain/intake/form-problems.js';
import { problemWords } from '../../domain/intake/form-reading.js';
import { safetyPart } from '../../domain/intake/safety-part.js';

/** Reasons beyond these say nothing new. */
const MOST = 20;

/** What a form gives, and what is wrong with the rest, for its developer. */
interface Examined {
  reasons: string[];
  safety: LoadedForm | null;
}

/**
 * What is wrong with a form, for its developer, and its safety check where that can be trusted by itself: for a translation that
 * nobody has reviewed in both languages, for which the form is asked for in its own. Rejects where that cannot be had.
 */
export default async function brokenForm(form: unknown, ask: AskFor): Promise<Examined> {
  const reasons = reasonsOf(form);
  const safety = safetyPart(form);
  if (!safety || isChecked(safety)) return { reasons, safety };
  const own = await ask(String(safety.translatedFrom));
  const ownReasons = reasonsOf(own);
  const ownSafety = safetyPart(own);
  const unchecked = `its translation to ${safety.language} is not among reviewedLanguages`;
  return {
    reasons: [unchecked, ...new Set([...reasons, ...ownReasons])],
    safety: ownSafety && {
      ...inBothLanguages(safety, ownSafety),
      ...(ownReasons.length === 0 && { whole: inBothLanguages(safety, own as IntakeForm) }),
    },
  };
}

function reasonsOf(form: unknown): string[] {
  return formProblems(form).slice(0, MOST).map(problemWords);
}
