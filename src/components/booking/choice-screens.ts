import { html } from 'lit';
import { offerFor, placesOf, servicesOf } from '../../flow/selectors.js';
import type { PlaceState, PractitionerState, ServiceState } from '../../flow/state.js';
import { placeStep, readPlace, type PlaceDraft } from './place-step.js';
import { practitionerStep } from './practitioner-step.js';
import { continueButton, type Screen, type ScreenContext } from './screen-context.js';
import type { SessionWords } from './session-summary.js';

/** Which therapist. */
export function practitionerScreen(context: ScreenContext, { facts }: PractitionerState): Screen {
  const { i18n, flow, practitioner } = context;
  return {
    heading: i18n.text('practitionerHeading'),
    content: practitionerStep(i18n, facts.practitioners, practitioner.chosen, practitioner.missing, (chosen) =>
      context.update({ practitioner: { chosen, missing: false } }),
    ),
    action: continueButton(context, () => {
      if (practitioner.chosen) flow.dispatch({ type: 'practitioner-chosen', practitionerId: practitioner.chosen });
      else context.update({ practitioner: { chosen: null, missing: true } });
    }),
    summary: false,
  };
}

/** Where, and the first half of the postcode for a visit. */
export function placeScreen(context: ScreenContext, state: PlaceState, words: SessionWords): Screen {
  const { i18n, flow, place } = context;
  const offers = placesOf(state.facts, state.practitionerId);
  const choose = (draft: PlaceDraft): void => {
    const read = readPlace(offers, draft);
    if (typeof read !== 'string') flow.dispatch({ type: 'place-chosen', where: read });
    else {
      context.update({ place: { ...draft, fault: read } });
      context
        .root()
        .querySelector<HTMLInputElement>(read === 'required' ? 'input[name="place"]' : '#postcode')
        ?.focus();
    }
  };
  return {
    heading: i18n.text('placeHeading'),
    lede: i18n.text('placeLede'),
    content: placeStep(
      i18n,
      offers,
      words.therapist,
      place,
      (draft) => context.update({ place: draft }),
      () => choose({ ...place, place: 'incall' }),
    ),
    action: continueButton(context, () => choose(context.place)),
    summary: true,
  };
}

/** Which treatment, for how long, with what. */
export function serviceScreen(context: ScreenContext, state: ServiceState, words: SessionWords): Screen {
  const { i18n, flow } = context;
  const { facts, practitionerId, where, draft } = state;
  const picker = (): HTMLElementTagNameMap['knead-service-picker'] | null =>
    context.root().querySelector('knead-service-picker');
  return {
    heading: i18n.text('serviceHeading'),
    lede: i18n.text('serviceLede', { name: words.therapist }),
    content: html`<knead-service-picker
      .services=${servicesOf(facts, practitionerId)}
      .offer=${offerFor(facts, practitionerId, where) ?? null}
      .place=${where.place}
      .postcodeArea=${where.outwardCode ?? null}
      .service=${facts.preset.serviceId ?? null}
      .option=${facts.preset.optionId ?? null}
      .value=${draft.service ?? null}
      @knead-service-select=${(event: CustomEvent) => {
        // Told to nobody outside; the summary follows what is looked at.
        event.stopPropagation();
        const value = picker()?.value;
        if (value) flow.dispatch({ type: 'service-looked-at', service: value });
      }}
    ></knead-service-picker>`,
    action: continueButton(context, () => {
      const element = picker();
      if (element?.validate() && element.value) flow.dispatch({ type: 'service-chosen', service: element.value });
    }),
    summary: true,
  };
}
