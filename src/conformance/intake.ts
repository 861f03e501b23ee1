import type { Consent } from '../contract/consent.js';
import { IntakeEvaluation, type Answers, type IntakeForm } from '../contract/intake.js';
import { plainAnswers } from './answers.js';
import type { Context } from './case.js';
import type { Answer } from './client.js';
import { NotHere, read } from './expect.js';
import { documentOf, formOf } from './forms.js';
import { choiceOf, intakeFormOf, type Choice } from './subject.js';
import type { Booked, Offered } from './visitor.js';

/** Asks what answers lead to. */
export const evaluate = ({ visitor }: Context, { id, version }: IntakeForm, answers: object): Promise<Answer> =>
  visitor.api('POST', '/intake-evaluations', { body: { formId: id, version, answers } });

/** The consent a form asks for, given now; or what the form tells instead. */
export async function consentTo(context: Context, form: IntakeForm, document = form.consent): Promise<Consent> {
  if (!document) throw new NotHere('the form asks for no consent');
  const { id, version, hash, language } = await documentOf(context, document);
  return { documentId: id, version, hash, at: at(context), locale: language };
}

const at = ({ subject }: Context): string => new Date(subject.now()).toISOString();

const isAsked = (asked: { id: string; version: string } | undefined, { id, version }: IntakeForm): boolean =>
  asked?.id === id && asked.version === version;

/** A slot of a service with the form the cases use, of a choice that fits. */
export async function offerWith(
  context: Context,
  form: IntakeForm,
  fits: (choice: Choice) => boolean = () => true,
  choices = context.subject.choices,
): Promise<Offered> {
  const { subject, visitor } = context;
  const isFit = (one: Choice): boolean => isAsked(intakeFormOf(subject, one), form) && fits(one);
  return visitor.offer(choiceOf({ choices }, isFit, 'service with a form'));
}

/** A booking whose answers are to follow, and what delivers them. */
export async function awaiting(
  context: Context,
  answers?: Answers,
): Promise<{
  form: IntakeForm;
  answers: Answers;
  booking: Booked;
  deliver(changes?: object): Promise<Answer>;
}> {
  const form = await formOf(context);
  const given = answers ?? plainAnswers(form);
  const { proof } = read(await evaluate(context, form, given), IntakeEvaluation);
  const booking = await context.visitor.booked([await offerWith(context, form)], {
    intake: 'inline',
    intakeProof: proof,
  });
  const consent = await consentTo(context, form);
  const delivery = { formId: form.id, version: form.version, answers: given, consent, answeredAt: at(context) };
  const path = `/bookings/${booking.id}/intake`;
  return {
    form,
    answers: given,
    booking,
    deliver: (changes = {}) =>
      context.visitor.api('PUT', path, {
        key: crypto.randomUUID(),
        token: booking.manageToken,
        body: { ...delivery, ...changes },
      }),
  };
}
