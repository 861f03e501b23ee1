/**
 * What a form that cannot be trusted still gives. Script tags load it from a file of its own, because hardly any page ever
 * needs it.
 */
import type { IntakeForm } from '../../contract/intake.js';
import { formProblems } from '../../domain/intake/form-problems.js';
import { problemWords } from '../../domain/intake/form-reading.js';
import { safetyPart } from '../../domain/intake/safety-part.js';

/** Reasons beyond these say nothing new. */
const MOST = 20;

/** What is wrong with a form, for its developer, and its safety check where that can be trusted by itself. */
export default function brokenForm(form: unknown): { reasons: string[]; safety: IntakeForm | null } {
  return { reasons: formProblems(form).slice(0, MOST).map(problemWords), safety: safetyPart(form) };
}
