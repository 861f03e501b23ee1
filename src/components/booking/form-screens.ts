import { html } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { IntakeForm } from '../../contract/intake.js';
import { endsBooking, stopWords } from '../../domain/intake/answers.js';
import type { IntakeSubmission } from '../../domain/intake/submission.js';
import { askedAbout } from '../../flow/selectors.js';
import type { DetailsState, SafetyState, StoppedState } from '../../flow/state.js';
import { failure, failureOf } from '../../ui/templates/failure.js';
import { skeleton } from '../../ui/templates/skeleton.js';
import { stopScreen } from '../../ui/templates/stop-screen.js';
import { continueButton, type Screen, type ScreenContext } from './screen-context.js';

/** The safety check, on the device. */
export function safetyScreen(context: ScreenContext, state: SafetyState): Screen {
  const { i18n, flow } = context;
  const { form: definition, formFailed } = flow;
  return {
    heading: i18n.text('safetyHeading'),
    lede: i18n.text('safetyLede'),
    content: !definition
      ? formFailed
        ? failure({ i18n, kind: failureOf(formFailed), onRetry: () => flow.retryForm() })
        : skeleton(6)
      : html`<knead-intake-form
          exportparts="choice, time, day, chosen"
          sections="safety"
          without-submit
          .definition=${definition}
          .value=${questionsAbout(definition, state)}
          .onSubmit=${({ value, screening, at }: IntakeSubmission) =>
            flow.dispatch({
              type: 'safety-answered',
              intake: value,
              screening,
              formId: definition.id,
              version: definition.version,
              at,
            })}
        ></knead-intake-form>`,
    ...formWays(context),
    ...(!definition && { action: undefined }),
  };
}

/** On from a form, and one page of it back, or from its first one step, with everything typed so far. */
export function formWays(context: ScreenContext): Required<Pick<Screen, 'action' | 'back'>> {
  const { flow, find } = context;
  return {
    action: continueButton(context, () => find('knead-intake-form')?.submit()),
    back: () => {
      const form = find('knead-intake-form');
      if (form?.back()) return;
      if (form) flow.dispatch({ type: 'typed', intake: form.value });
      flow.dispatch({ type: 'back' });
    },
  };
}

/** What is typed and known, handed down once for a form and a draft, so that a drawing takes nothing away. */
export function questionsAbout(form: IntakeForm | undefined, state: SafetyState | DetailsState): unknown {
  return guard([form, state.draft.intake], () => askedAbout(form, state, Date.now()));
}

/** The screen that ends online booking, or that nobody here fits: it leads to a human. */
export function stoppedScreen(
  { i18n, flow, headingLevel }: ScreenContext,
  { rules, isSent, facts }: StoppedState,
): Screen {
  return {
    heading: i18n.text('safetyHeading'),
    content: stopScreen({
      i18n,
      headingLevel: headingLevel() + 1,
      ...(rules.some(endsBooking) ? stopWords(rules) : { urgency: 'talk', messages: [i18n.text('noneFits')] }),
      isSent,
      onChange: () => flow.dispatch({ type: 'back' }),
      contact: facts.business.contact,
    }),
  };
}
