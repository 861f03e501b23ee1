import { html, nothing } from 'lit';
import type { AnswerValue, IntakeForm, IntakeItem } from '../../contract/intake.js';
import { emptyIntake } from '../../domain/client/intake-draft.js';
import { flatItems, visibleAnswers } from '../../domain/intake/answers.js';
import type { IntakeSubmission } from '../../domain/intake/submission.js';
import { guard } from 'lit/directives/guard.js';
import type { ManageState } from '../../flow/manage.js';
import { listed, type Localize } from '../../ui/controllers/localize.js';
import { button } from '../../ui/templates/button.js';
import { failure, failureOf } from '../../ui/templates/failure.js';
import { notice } from '../../ui/templates/notice.js';
import { row } from '../../ui/templates/record.js';
import { skeleton } from '../../ui/templates/skeleton.js';
import { unrecorded } from '../../ui/templates/unrecorded.js';
import { backButton, partOr, type ManageContext, type Screen } from './manage-context.js';
import { privateRecord } from './private-record.js';

type At<Name extends ManageState['screen']> = Extract<ManageState, { screen: Name }>;

/** The visitor's own answers, as they were sent. */
export function answersScreen(context: ManageContext, { booking, found, failed }: At<'answers'>): Screen {
  const { i18n, manage } = context;
  const name = booking.sessions[0]?.practitionerName ?? '';
  const { record, form } = found ?? {};
  return {
    heading: i18n.text('yourAnswers'),
    lede: record ? i18n.text('answersSentOn', { name, date: i18n.date(record.answeredAt, 'plain') }) : undefined,
    busy: !found && !failed,
    content: failed
      ? failure({ i18n, kind: failureOf(failed), onRetry: manage.seeAnswers })
      : !found
        ? skeleton(4)
        : !record
          ? notice({ kind: 'info', text: i18n.text('noAnswers') })
          : form
            ? unrecorded(privateRecord('facts', answerRows(i18n, form, record.answers)))
            : notice({ kind: 'info', text: i18n.text('questionsChanged') }),
    action: record
      ? html`${form ? button({ label: i18n.text('correct'), onClick: manage.askAgain }) : nothing}
        ${button({ label: i18n.text('withdraw'), onClick: manage.askToWithdraw })}`
      : undefined,
    back: backButton(context, i18n.text('toBooking')),
  };
}

/**
 * The questions once more, with the answers given so far. Consent is asked again with them. The form is not handed on: this
 * script reads only as much of one as it needs itself.
 */
export function questionsScreen(context: ManageContext, state: At<'questions'>): Screen {
  const { i18n, manage } = context;
  const { booking, facts, asked, failed, sending, notice: said } = state;
  const name = booking.sessions[0]?.practitionerName ?? '';
  const onSubmit = ({ value, at }: IntakeSubmission): void => {
    if (asked && value.consentGiven)
      manage.answer({ ...asked, answers: value.answers }, { at, locale: i18n.locale.tag });
  };
  return {
    heading: i18n.text('answersHeading', { name }),
    notice: said ? { kind: 'warn', text: i18n.text('answersFailed') } : undefined,
    busy: sending || (!asked && !failed),
    content: failed
      ? failure({ i18n, kind: failureOf(failed), onRetry: manage.askAgain })
      : !asked
        ? skeleton(5)
        : partOr(
            context,
            'knead-intake-form',
            name,
            () =>
              html`<knead-intake-form
                exportparts="choice, time, day, chosen"
                sections="safety preferences consent"
                .submitLabel=${i18n.text('sendAnswers')}
                .contactPoint=${facts?.business.contact ?? null}
                .backend=${context.backend()}
                form-id=${asked.form.id}
                form-version=${asked.form.version}
                health-basis=${asked.basis}
                .value=${guard([asked.form], () => ({ ...emptyIntake, answers: asked.answers }))}
                .onSubmit=${onSubmit}
                @knead-intake-submit=${(event: Event) => event.stopPropagation()}
              ></knead-intake-form>`,
          ),
    back: sending ? undefined : backButton(context, i18n.text('toBooking')),
  };
}

/** What withdrawing does, before it is done. */
export function withdrawScreen(context: ManageContext, { booking, sending, unsure }: At<'withdraw'>): Screen {
  const { i18n, manage } = context;
  return {
    heading: i18n.text('withdrawHeading'),
    lede: i18n.text('withdrawText', { name: booking.sessions[0]?.practitionerName ?? '' }),
    notice: unsure ? { kind: 'warn', text: i18n.text('withdrawUnsure') } : undefined,
    busy: sending,
    action: button({ kind: 'primary', label: i18n.text('withdraw'), busy: sending, onClick: manage.withdraw }),
    back: sending ? undefined : backButton(context, i18n.text('keepIt')),
  };
}

/** Answers given after the booking say stop: what to do now, and that the booking stands. */
export function stoppedScreen(context: ManageContext, { booking, urgency, messages }: At<'stopped'>): Screen {
  const { i18n } = context;
  const name = booking.sessions[0]?.practitionerName ?? '';
  return {
    heading: i18n.text(`stopLater.${urgency}`),
    content: unrecorded(
      html`<div class="notice stop" part="notice">
          ${messages.map((message) => html`<p class="isolate lines-kept" .textContent=${message}></p>`)}
        </div>
        <p>${i18n.text('stopStands', { name })}</p>
        <slot></slot>`,
    ),
    back: backButton(context, i18n.text('toBooking')),
  };
}

function answerRows(i18n: Localize, form: IntakeForm, answers: Record<string, AnswerValue>): unknown[] {
  const shown = visibleAnswers(form, answers);
  return flatItems(form).map((item) => {
    const answer = Object.hasOwn(shown, item.id) ? shown[item.id] : undefined;
    // The visitor gave no answer to what is known without asking.
    return answer === undefined || item.from ? nothing : row(item.text, answerWords(i18n, item, answer));
  });
}

function answerWords(i18n: Localize, { type, options }: IntakeItem, answer: AnswerValue): string {
  if (typeof answer === 'boolean') return i18n.text(answer ? 'yes' : 'no');
  const named = (value: string): string => options?.find((option) => option.value === value)?.text ?? value;
  if (Array.isArray(answer)) return listed(i18n, answer.map(named));
  const text = String(answer);
  return type === 'date' && /^\d{4}-\d\d-\d\d$/.test(text) ? i18n.date(text, 'plain') : named(text);
}
