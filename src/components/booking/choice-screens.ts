import { html, nothing } from 'lit';
import { isGentle } from '../../domain/intake/limits.js';
import { servicesAt } from '../../domain/services/service-choice.js';
import { suited } from '../../flow/safety.js';
import { offerOf, placesOf, servicesOf } from '../../flow/selectors.js';
import type { PractitionerState, ServiceState } from '../../flow/state.js';
import { joined } from '../../locales/format.js';
import { optionList } from './options.js';
import { areaAmong } from './record.js';
import { continueButton, handedDown, screeningNotice, type Screen, type ScreenContext } from './screen-context.js';
import type { SessionWords } from './session-summary.js';

/** Which therapist. */
export function practitionerScreen(context: ScreenContext, { facts, draft }: PractitionerState): Screen {
  const { i18n, flow, practitioner } = context;
  const { missing } = practitioner;
  const able = suited(facts, draft.safety);
  const chosen = able.find(({ id }) => id === practitioner.chosen)?.id ?? null;
  const heading = i18n.text('practitionerHeading');
  return {
    heading,
    content: html`${screeningNotice(draft, ({ skill }) => skill)}
    ${optionList({
      i18n,
      name: 'practitioner',
      legend: heading,
      options: able.map(({ id, name, headline, places, specialisms }) => ({
        value: id,
        name,
        detail: joined(
          [areaAmong(places), headline ?? joined(specialisms.slice(0, 3).map((each) => each.name))],
          ' · ',
        ),
      })),
      chosen,
      error: missing ? i18n.text('practitionerRequired') : undefined,
      onChange: (chosen) => context.update({ practitioner: { chosen, missing: false } }),
    })}`,
    action: continueButton(context, () => {
      if (chosen) flow.dispatch({ type: 'practitioner-chosen', practitionerId: chosen });
      else context.update({ practitioner: { chosen, missing: true } });
    }),
  };
}

/** Which treatment, for how long, with what. */
export function serviceScreen(context: ScreenContext, state: ServiceState, words: SessionWords): Screen {
  const { i18n, flow } = context;
  const { facts, practitionerId, where, draft } = state;
  const places = placesOf(facts, practitionerId, draft.safety).map(({ place }) => place);
  const services = servicesAt(servicesOf(facts, practitionerId), ...places);
  const tooFirm = services.filter((service) => !isGentle(service, draft.safety?.maxIntensity));
  return {
    heading: i18n.text('serviceHeading'),
    lede: i18n.text('serviceLede', { name: words.therapist }),
    content: html`${tooFirm.length > 0 ? screeningNotice(draft, ({ maxIntensity }) => maxIntensity) : nothing}
      <knead-service-picker
        exportparts="choice, time, day, chosen"
        .services=${services}
        .unavailable=${Object.fromEntries(tooFirm.map(({ id }) => [id, i18n.text('tooFirm')]))}
        .offer=${offerOf(state) ?? null}
        .place=${where.place}
        .postcodeArea=${where.outwardCode ?? null}
        .service=${facts.preset.serviceId}
        .option=${facts.preset.optionId}
        .hideTerms=${context.hideTerms()}
        .value=${handedDown(draft.service ?? null)}
        @knead-service-select=${(event: CustomEvent) => {
          // Told to nobody outside; the summary follows what is looked at.
          event.stopPropagation();
          const value = context.find('knead-service-picker')?.value;
          if (value) flow.dispatch({ type: 'service-looked-at', service: value });
        }}
      ></knead-service-picker>`,
    action: continueButton(context, () => {
      const element = context.find('knead-service-picker');
      if (element?.validate() && element.value) flow.dispatch({ type: 'service-chosen', service: element.value });
    }),
  };
}
