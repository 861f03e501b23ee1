import * as z from 'zod/mini';
import type { Answers, EvaluatedOutcome, IntakeForm } from '../../src/contract/intake.js';
import { endsBooking, screen } from '../../src/domain/intake/answers.js';
import { limitsOf } from '../../src/domain/intake/limits.js';
import { PROOF_SECONDS } from './limits.js';
import { invalid } from './problems.js';
import { matches, hashOf, type Tokens } from './tokens.js';

/** What a proof says. It names no answer: `answers` is a mark that only this backend can make. */
const Statement = z.object({
  form: z.string(),
  version: z.string(),
  /** The outcomes' names; whatever ends online booking counts as a stop. */
  outcomes: z.array(z.string()),
  skills: z.array(z.string()),
  /** No session before this instant, in milliseconds; 0 for any. */
  notBefore: z.number(),
  /** The only places, and the firmest service, that are left open. */
  places: z.optional(z.array(z.string())),
  maxIntensity: z.optional(z.number()),
  answers: z.string(),
  expires: z.number(),
});
export type Statement = z.infer<typeof Statement>;

/** What a form's rules make of answers, worst first. */
export function outcomesOf(form: IntakeForm, answers: Answers): EvaluatedOutcome[] {
  return screen(form, answers).rules.map(({ id, when: _, ...rule }) => ({ ruleId: id, ...rule }));
}

/** The mark of answers, the same in whatever order they are given. */
export function answersMark(tokens: Tokens, form: IntakeForm, answers: Answers): string {
  const sorted = Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1));
  return tokens.mark('answers', JSON.stringify([form.id, form.version, sorted]));
}

/** Vouches for an evaluation made at `now`. */
export function proofOf(tokens: Tokens, form: IntakeForm, answers: Answers, now: number): string {
  const { rules, deferHours, skills } = screen(form, answers);
  const { places, maxIntensity } = limitsOf(rules);
  const statement: Statement = {
    form: form.id,
    version: form.version,
    outcomes: rules.map((rule) => (endsBooking(rule) ? 'stop' : rule.outcome)),
    skills: [...skills],
    notBefore: deferHours > 0 ? now + deferHours * 3_600_000 : 0,
    ...(places && { places: [...places] }),
    ...(maxIntensity !== undefined && { maxIntensity }),
    answers: answersMark(tokens, form, answers),
    expires: now + PROOF_SECONDS * 1000,
  };
  const text = Buffer.from(JSON.stringify(statement)).toString('base64url');
  return `${text}.${tokens.mark('intake-proof', text)}`;
}

/** What a proof says. Throws `validation` for one that is forged, spoiled or too old. */
export function readProof(tokens: Tokens, proof: string, pointer: string, now: number): Statement {
  const [text = '', mark = ''] = proof.split('.');
  if (!matches(mark, hashOf(tokens.mark('intake-proof', text)))) {
    throw invalid({ pointer, detail: 'This is no proof of an evaluation made here.' });
  }
  const statement = z.parse(Statement, JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  if (statement.expires <= now) throw invalid({ pointer, detail: 'This evaluation is too old; evaluate again.' });
  return statement;
}
