import { html } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { IntakeForm } from '../../contract/intake.js';
import { stopWords } from '../../domain/intake/answers.js';
import type { IntakeSubmission } from '../../domain/intake/submission.js';
import { newKey } from '../../flow/key.js';
import { askedAbout } from '../../flow/selectors.js';
import type { DetailsState, SafetyState, StoppedState } from '../../flow/state.js';
import { failure, failureOf } from '../../ui/templates/failure.js';
import { skeleton } from '../../ui/templates/skeleton.js';
import { stopScreen } from '../../ui/templates/stop-screen.js';
import { continueButton, type Screen, type ScreenContext } from './screen-context.js';
import type { SessionWords } from './session-summary.js';

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
    action: definition && continueButton(context, () => context.find('knead-intake-form')?.submit()),
    back: () => backFromForm(context),
  };
}

/** What is typed and known, handed down once for a form and a draft, so that a drawing takes nothing away. */
function questionsAbout(form: IntakeForm | undefined, state: SafetyState | DetailsState): unknown {
  return guard([form, state.draft.intake], () => askedAbout(form, state, Date.now()));
}

/** One page of the form back, and from its first one step, with everything typed so far. */
function backFromForm({ flow, find }: ScreenContext): void {
  const form = find('knead-intake-form');
  if (form?.back()) return;
  if (form) flow.dispatch({ type: 'typed', intake: form.value });
  flow.dispatch({ type: 'back' });
}

/** The screen that ends online booking, and leads to a human. */
export function stoppedScreen({ i18n, flow, headingLevel }: ScreenContext, { rules, facts }: StoppedState): Screen {
  return {
    heading: i18n.text('safetyHeading'),
    content: stopScreen({
      i18n,
      headingLevel: headingLevel() + 1,
      ...stopWords(rules),
      onChange: () => flow.dispatch({ type: 'back' }),
      contact: facts.business.contact,
    }),
  };
}

/** Contact, address for a visit, preferences and consent. */
export function detailsScreen(context: ScreenContext, state: DetailsState, words: SessionWords): Screen {
  const { i18n, flow } = context;
  const asks = state.safety !== null && state.facts.preset.intake === 'inline';
  return {
    heading: i18n.text('detailsHeading'),
    lede: i18n.text('detailsLede', { name: words.therapist }),
    content: html`<knead-intake-form
      sections=${asks ? 'contact preferences consent' : 'contact'}
      without-submit
      .definition=${(asks && flow.form) || null}
      .consentDocument=${(asks && flow.consent) || null}
      .place=${state.where.place}
      .postcodeArea=${state.where.outwardCode ?? null}
      .value=${questionsAbout(asks ? flow.form : undefined, state)}
      .onSubmit=${({ value, client, screening, at }: IntakeSubmission) => {
        if (client) flow.dispatch({ type: 'details-given', intake: value, client, screening, at, key: newKey() });
      }}
    ></knead-intake-form>`,
    action: continueButton(context, () => context.find('knead-intake-form')?.submit()),
    back: () => backFromForm(context),
  };
}
