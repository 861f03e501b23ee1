import { Booking } from '../../contract/booking.js';
import { IntakeEvaluation, IntakeReceipt, IntakeRecord } from '../../contract/intake.js';
import { otherAnswers, plainAnswers } from '../answers.js';
import { cases } from '../case.js';
import { expect, expectSame, NotHere, pointsAt, problem, read } from '../expect.js';
import { formOf } from '../forms.js';
import { awaiting, consentTo, evaluate } from '../intake.js';

export const intakeDeliveryCases = cases(
  {
    id: 'intake.safety-answers',
    clause: 'Answers of the safety check never leave the device: an evaluation that holds one is refused.',
    needs: ['screening'],
    async run(context) {
      const form = await formOf(context);
      const item = form.items.find(({ section, type }) => section === 'safety' && type !== 'display');
      if (!item) throw new NotHere('the form has no safety check');
      const [first] = item.options ?? [];
      const value = item.type === 'boolean' ? true : item.type === 'multi-choice' ? [first?.value] : first?.value;
      problem(await evaluate(context, form, { ...plainAnswers(form), [item.id]: value }), 'screening-refused');
      const { deliver, booking, answers } = await awaiting(context);
      problem(await deliver({ answers: { ...answers, [item.id]: value } }), 'screening-refused');
      const now = read(
        await context.visitor.api('GET', `/bookings/${booking.id}`, { token: booking.manageToken }),
        Booking,
      );
      expectSame(now.intake.status, 'awaited', 'intake.status');
    },
  },
  {
    id: 'intake.delivery',
    clause: 'The answers of the proof are received, once the client has agreed; the receipt repeats none of them.',
    needs: ['screening'],
    async run(context) {
      const { booking, deliver } = await awaiting(context);
      expectSame(booking.intake.status, 'awaited', 'intake.status before');
      const answer = await deliver();
      read(answer, IntakeReceipt);
      expect(!answer.text.includes('nothing to say'), 'the receipt repeats an answer', answer);
      const seen = await context.visitor.api('GET', `/bookings/${booking.id}`, { token: booking.manageToken });
      expectSame(read(seen, Booking).intake.status, 'received', 'intake.status after', seen);
      expect(!seen.text.includes('nothing to say'), 'the booking repeats an answer', seen);
    },
  },
  {
    id: 'intake.other-answers',
    clause: 'Answers that are not those of the proof are refused; with a fresh proof they are a correction.',
    needs: ['screening'],
    async run(context) {
      const { form, answers, deliver } = await awaiting(context);
      const other = otherAnswers(form, answers);
      if (!other) throw new NotHere('the form takes one answer only');
      problem(await deliver({ answers: other }), 'screening-refused', 'validation');
      read(await deliver(), IntakeReceipt);
      const { proof } = read(await evaluate(context, form, other), IntakeEvaluation);
      problem(await deliver({ answers, proof }), 'screening-refused', 'validation');
      read(await deliver({ answers: other, proof }), IntakeReceipt);
    },
  },
  {
    id: 'intake.consent',
    clause: 'A delivery whose consent is not to the current text of the form is refused.',
    needs: ['screening', 'consents'],
    async run(context) {
      const { form, deliver } = await awaiting(context);
      const consent = await consentTo(context, form);
      problem(await deliver({ consent: { ...consent, hash: `sha-256:${'0'.repeat(64)}` } }), 'consent-outdated');
      problem(await deliver({ consent: { ...consent, version: 'none' } }), 'consent-outdated', 'validation');
      pointsAt(await deliver({ consent: undefined }), '/consent');
    },
  },
  {
    id: 'intake.basis',
    clause: 'Answers may come on the basis of care, with what the client was told instead; that is kept with them.',
    needs: ['screening', 'consents', 'intakeWithdrawal'],
    async run(context) {
      const { form, booking, deliver } = await awaiting(context);
      const told = await consentTo(context, form, form.notice ?? form.consent);
      read(await deliver({ consent: { ...told, basis: 'care' } }), IntakeReceipt);
      const path = `/bookings/${booking.id}/intake`;
      const record = read(await context.visitor.api('GET', path, { token: booking.manageToken }), IntakeRecord);
      expectSame([record.consent.basis, record.consent.hash], ['care', told.hash], 'the basis and the text');
      pointsAt(await deliver({ consent: { ...told, basis: 'habit' } }), '/consent/basis');
    },
  },
  {
    id: 'intake.withdrawal',
    clause: 'A client reads back their own answers, and withdrawing the consent deletes them, however often.',
    needs: ['screening', 'intakeWithdrawal'],
    async run(context) {
      const { booking, answers, deliver } = await awaiting(context);
      const path = `/bookings/${booking.id}/intake`;
      const token = booking.manageToken;
      read(await deliver(), IntakeReceipt);
      const record = read(await context.visitor.api('GET', path, { token }), IntakeRecord);
      expectSame(Object.entries(record.answers).sort(), Object.entries(answers).sort(), 'the answers read back');
      for (let round = 0; round < 2; round += 1) {
        const answer = await context.visitor.api('DELETE', path, { token });
        expectSame(answer.status, 204, 'the status of the withdrawal', answer);
      }
      problem(await context.visitor.api('GET', path, { token }), 'not-found');
      const seen = read(await context.visitor.api('GET', `/bookings/${booking.id}`, { token }), Booking);
      expectSame(seen.intake.status, 'withdrawn', 'intake.status');
    },
  },
);
