import type { IntakeSubmission } from '../../domain/intake/submission.js';
import type { Ending, EndingKit } from './ending-kit.js';

/** Contact, address for a visit, preferences and consent. */
export function detailsScreen({ html, formWays, newKey, questionsAbout }: EndingKit): Ending['details'] {
  return (context, state, words) => {
    const { i18n, flow, returning } = context;
    const asks = state.safety !== null && state.facts.preset.intake === 'inline' && !flow.form?.isPartial;
    const question = asks ? returning?.question(context) : undefined;
    if (question) return question;
    const sections = returning?.isSame(context, state) ? 'contact consent' : 'contact preferences consent';
    return {
      heading: i18n.text('detailsHeading'),
      lede: i18n.text('detailsLede', { name: words.therapist }),
      content: html`<knead-intake-form
        exportparts="choice, time, day, chosen"
        sections=${asks ? sections : 'contact'}
        without-submit
        .definition=${(state.safety && flow.form) || null}
        .consentDocument=${(asks && flow.consent) || null}
        .healthBasis=${state.facts.preset.healthBasis ?? 'consent'}
        .place=${state.where.place}
        .postcodeArea=${state.where.outwardCode ?? null}
        .value=${questionsAbout(state.safety ? flow.form : undefined, state)}
        .onSubmit=${({ value, client, screening, at }: IntakeSubmission) => {
          if (client) flow.dispatch({ type: 'details-given', intake: value, client, screening, at, key: newKey() });
        }}
      ></knead-intake-form>`,
      ...formWays(context),
    };
  };
}
