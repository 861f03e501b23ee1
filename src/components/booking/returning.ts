/**
 * The way of a client who comes back by the link in their last mail: their answers are there already, and one question asks
 * whether anything has changed. Script tags load it from a file of its own, for nobody else needs it.
 */
import { linkFromFragment } from '../../domain/client/booking-link.js';
import { answerTo, faultOf } from '../../domain/intake/answers.js';
import { keptAnswers } from '../../domain/intake/kept-answers.js';
import { questionsOf } from '../../domain/intake/submission.js';
import { returning as messages } from '../../locales/en-GB.js';
import type { Returning, ReturningKit } from './returning-kit.js';

type Said = 'no' | 'yes';

/** Makes the way from what its host has. One for each element: what was said stays in it. */
export default function returning(kit: ReturningKit): Returning {
  const { html, nothing, askedAbout, choice, continueButton, fieldError } = kit;
  /** The day of the last answers; null where there are none. */
  let answeredOn: string | null = null;
  let chosen: Said | null = null;
  let said: Said | null = null;
  let isMissing = false;

  return {
    messages,

    async recall({ flow, find }, fragment) {
      const { backend, state } = flow;
      const link = linkFromFragment(fragment);
      if (!link || !state) return;
      try {
        const record = await backend.intake?.(link.id, link.token);
        const named = state.facts.services.find(({ intakeForm }) => intakeForm?.id === record?.formId);
        if (!record || !named?.intakeForm) return;
        const kept = keptAnswers(await backend.intakeForm(named.intakeForm), record.answers);
        const now = flow.state!.draft.intake;
        // What was typed meanwhile counts.
        const typed = find('knead-intake-form')?.value ?? now;
        if (Object.keys(kept).length === 0 || 'slot' in flow.state!) return;
        answeredOn = record.answeredAt.slice(0, 10);
        flow.dispatch({ type: 'typed', intake: { ...now, ...typed, answers: { ...kept, ...typed.answers } } });
      } catch {
        // A link of long ago opens nothing any more: everything is asked as of anybody else.
      }
    },

    question(context) {
      if (!answeredOn || said) return undefined;
      const { i18n, find, update, flow } = context;
      const option = (value: Said, label: string): unknown =>
        choice({
          type: 'radio',
          name: 'changed',
          value,
          checked: chosen === value,
          label,
          onChange: () => {
            chosen = value;
            update({});
          },
        });
      return {
        heading: i18n.text('changedHeading'),
        lede: i18n.text('changedLede', { date: i18n.date(answeredOn, 'long') }),
        content: html`<fieldset aria-describedby=${isMissing ? 'changed-error' : nothing}>
          <legend class="visually-hidden" .textContent=${i18n.text('changedHeading')}></legend>
          ${isMissing ? fieldError('changed-error', i18n.text('errorPrefix'), i18n.text('selectOne')) : nothing}
          <div class="choices">${option('no', i18n.text('changedNo'))} ${option('yes', i18n.text('changedYes'))}</div>
        </fieldset>`,
        action: continueButton(context, () => {
          said = chosen;
          isMissing = !said;
          update({});
          const next = said ? '#step-heading' : 'input[name="changed"]';
          setTimeout(() => find<HTMLElement>(next)?.focus());
        }),
        back: () => flow.dispatch({ type: 'back' }),
      };
    },

    isSame({ flow }, state) {
      const { form } = flow;
      if (said !== 'no' || !form) return false;
      const { answers } = askedAbout(form, state, Date.now());
      return questionsOf(form, 'preferences', answers).every((item) => !faultOf(item, answerTo(answers, item.id)));
    },

    again() {
      said = chosen = null;
    },
  };
}
