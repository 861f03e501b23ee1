import { IntakeEvaluation, type IntakeForm } from '../../contract/intake.js';
import { answersLeadingTo, mayLeadTo, plainAnswers } from '../answers.js';
import { cases } from '../case.js';
import { expect, expectSame, NotHere, problem, read } from '../expect.js';
import { formOf } from '../forms.js';
import { evaluate, offerWith } from '../intake.js';

/** A form in which nothing outside the safety check leads there keeps the clause as it is. */
function nothingLeadsTo(form: IntakeForm, outcome: 'stop' | 'clear'): void {
  if (mayLeadTo(form, outcome)) throw new NotHere(`what leads to ${outcome} takes several answers at once`);
}

/** What a proof reads as where it is Base64, in whichever alphabet. */
function atobOf(proof: string): string {
  return proof
    .split('.')
    .map((part) => {
      try {
        return atob(part.replaceAll('-', '+').replaceAll('_', '/'));
      } catch {
        return '';
      }
    })
    .join(' ');
}

export const intakeEvaluationCases = cases(
  {
    id: 'intake.evaluation',
    clause: 'An evaluation answers with outcomes, worst first, and a proof that names no answer; it is stored nowhere.',
    needs: ['screening'],
    async run(context) {
      const form = await formOf(context);
      const answer = await evaluate(context, form, plainAnswers(form));
      const { outcomes, proof, expiresAt } = read(answer, IntakeEvaluation);
      const order = ['stop', 'clear', 'defer', 'route', 'adapt', 'flag', 'info'];
      const ranks = outcomes.map(({ outcome }) => order.indexOf(outcome));
      expectSame(
        ranks,
        [...ranks].sort((a, b) => a - b),
        'the order of outcomes',
        answer,
      );
      expect(
        !proof.includes('nothing to say') && !atobOf(proof).includes('nothing to say'),
        'the proof holds an answer',
        answer,
      );
      expect(Date.parse(expiresAt) > context.subject.now(), 'the proof has run out already', answer);
      expect(/\bno-store\b/.test(answer.headers.get('cache-control') ?? ''), 'the answer may be stored', answer);
    },
  },
  {
    id: 'intake.rules-agree',
    clause: 'An evaluation finds what the rules of the published form say.',
    needs: ['screening'],
    async run(context) {
      const form = await formOf(context);
      for (const outcome of ['clear', 'defer', 'route', 'adapt', 'flag', 'info'] as const) {
        const answers = answersLeadingTo(form, outcome);
        if (!answers) continue;
        const { outcomes } = read(await evaluate(context, form, answers), IntakeEvaluation);
        expect(
          outcomes.some((one) => one.outcome === outcome),
          `answers that lead to ${outcome} do not`,
        );
      }
    },
  },
  {
    id: 'intake.unknown-answers',
    clause: 'Answers to items that are not in the form, and values no item knows, are refused without being repeated.',
    needs: ['screening'],
    async run(context) {
      const form = await formOf(context);
      const item = form.items.find(({ section, type }) => section !== 'safety' && type === 'choice');
      for (const wrong of [
        { 'canary-item': 'x' },
        ...(item ? [{ [item.id]: 'canary-value' }, { [item.id]: 12 }] : []),
      ]) {
        const answer = await evaluate(context, form, wrong);
        problem(answer, 'validation');
        expect(!answer.text.includes('canary'), 'the answer repeats what was sent', answer);
      }
    },
  },
  {
    id: 'intake.retired-form',
    clause: 'An evaluation by a form or version that is not used is refused.',
    needs: ['screening'],
    async run(context) {
      const form = await formOf(context);
      problem(
        await evaluate(context, { ...form, version: 'none' }, {}),
        'form-version-retired',
        'validation',
        'not-found',
      );
      problem(await evaluate(context, { ...form, id: 'none' }, {}), 'not-found', 'validation', 'form-version-retired');
    },
  },
  {
    id: 'intake.forged-proof',
    clause: 'A booking with a proof that the backend did not make is refused, and takes no time.',
    needs: ['screening'],
    async run(context) {
      const form = await formOf(context);
      const offer = await offerWith(context, form);
      const { proof } = read(await evaluate(context, form, plainAnswers(form)), IntakeEvaluation);
      const middle = Math.floor(proof.length / 2);
      const changed = `${proof.slice(0, middle)}${proof[middle] === 'A' ? 'B' : 'A'}${proof.slice(middle + 1)}`;
      for (const intakeProof of ['x'.repeat(64), changed, proof.toLowerCase() + 'x']) {
        const request = context.visitor.request([offer], { intake: 'inline', intakeProof });
        problem(await context.visitor.book(request), 'validation', 'screening-refused');
      }
      expect(await context.visitor.isOffered(offer), 'the time is occupied all the same');
    },
  },
  {
    id: 'intake.stop',
    clause: 'Answers that lead to `stop` can never become a booking.',
    needs: ['screening'],
    async run(context) {
      const form = await formOf(context);
      const answers = answersLeadingTo(form, 'stop');
      if (!answers) return nothingLeadsTo(form, 'stop');
      const offer = await offerWith(context, form);
      const { outcomes, proof } = read(await evaluate(context, form, answers), IntakeEvaluation);
      expectSame(outcomes[0]?.outcome, 'stop', 'the worst outcome');
      const request = context.visitor.request([offer], { intake: 'inline', intakeProof: proof });
      problem(await context.visitor.book(request), 'screening-refused');
      expect(await context.visitor.isOffered(offer), 'the time is occupied all the same');
    },
  },
  {
    id: 'intake.clear',
    clause: 'Answers that lead to `clear` become a request, not a confirmed booking.',
    needs: ['screening'],
    async run(context) {
      const form = await formOf(context);
      const answers = answersLeadingTo(form, 'clear');
      if (!answers) return nothingLeadsTo(form, 'clear');
      const { proof } = read(await evaluate(context, form, answers), IntakeEvaluation);
      const fields = { intake: 'inline', intakeProof: proof } as const;
      const booking = await context.visitor.booked([await offerWith(context, form)], fields);
      expectSame(booking.status, 'requested', 'the status');
    },
  },
  {
    id: 'intake.stale-proof',
    clause: 'A proof is good for a short while: after `expiresAt` it is refused.',
    needs: ['screening'],
    tags: ['controlled'],
    async run(context) {
      const form = await formOf(context);
      const offer = await offerWith(context, form);
      const { proof, expiresAt } = read(await evaluate(context, form, plainAnswers(form)), IntakeEvaluation);
      await context.control!.setClock(new Date(Date.parse(expiresAt) + 1_000).toISOString());
      const request = context.visitor.request([offer], { intake: 'inline', intakeProof: proof });
      problem(await context.visitor.book(request), 'validation', 'screening-refused');
    },
  },
);
