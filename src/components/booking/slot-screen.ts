import { html, nothing } from 'lit';
import { totalMinutes } from '../../domain/services/service-choice.js';
import { localTimeIn } from '../../domain/time/local-time.js';
import { chosenService, zoneOf } from '../../flow/selectors.js';
import type { SlotNotice, SlotState } from '../../flow/state.js';
import type { Localize } from '../../ui/controllers/localize.js';
import { notice } from '../../ui/templates/notice.js';
import { continueButton, refusalWords, screeningNotice, type Screen, type ScreenContext } from './screen-context.js';
import type { SessionWords } from './session-summary.js';

/** Why the time step shows again, in words. */
export function slotNotice(i18n: Localize, notice: SlotNotice): { heading?: string; text: string } {
  switch (notice.kind) {
    case 'taken':
      return { heading: i18n.text('taken'), text: i18n.text('takenText') };
    case 'lost':
      return { text: i18n.text('slotLost') };
    case 'failed':
      return { heading: i18n.text('failure.heading'), text: refusalWords(i18n, notice.reason) };
  }
}

/** When: the calendar, and above it whatever changed which times can be had. */
export function slotScreen(context: ScreenContext, state: SlotState, words: SessionWords): Screen {
  const { i18n, flow } = context;
  const { practitionerId, where, service, safety, draft } = state;
  const chosen = chosenService(state);
  const zone = zoneOf(state);
  const { notice: said } = state;
  const goOn = (): void => {
    const element = context.find('knead-slot-calendar');
    if (element?.validate() && element.value) flow.dispatch({ type: 'slot-chosen', slot: element.value });
  };
  return {
    heading:
      where.place === 'outcall' ? i18n.text('slotHeadingOutcall', { name: words.therapist }) : i18n.text('slotHeading'),
    lede: i18n.text('slotLede', { zone: i18n.zone(zone) }),
    content: html`${said && notice({ kind: 'warn', ...slotNotice(i18n, said) })}
      ${screeningNotice(state.draft, ({ outcome }) => outcome === 'clear')}
      ${
        safety?.notBefore
          ? screeningNotice(
              state.draft,
              ({ deferHours }) => deferHours,
              i18n.text('deferred', { date: i18n.date(localTimeIn(zone, Date.parse(safety.notBefore)), 'long') }),
            )
          : nothing
      }
      <knead-slot-calendar
        exportparts="choice, time, day, chosen"
        .backend=${flow.timesFrom(safety)}
        .practitioner=${practitionerId}
        .service=${service.serviceId}
        .option=${service.optionId}
        .addOns=${service.addOnIds}
        .place=${where.place}
        .postcodeArea=${where.outwardCode ?? null}
        .minutes=${chosen ? totalMinutes(chosen) : null}
        .notBefore=${safety?.notBefore ?? null}
        .alternatives=${said?.kind === 'taken' ? said.alternatives : []}
        .value=${draft.slot ?? null}
        .kept=${draft.hold?.minutesLeft ? draft.hold.slot : null}
        @knead-slot-select=${(event: CustomEvent) => {
          event.stopPropagation();
          const slot = context.find('knead-slot-calendar')?.value;
          if (slot) flow.dispatch({ type: 'slot-looked-at', slot });
        }}
        @knead-range-change=${(event: CustomEvent) => event.stopPropagation()}
        @keydown=${(event: KeyboardEvent) => {
          const [radio] = event.composedPath() as HTMLInputElement[];
          if (event.key !== 'Enter' || radio?.type !== 'radio') return;
          // As in any form: Enter on a radio goes on. On one that is not chosen yet it chooses, as on a day.
          if (radio.checked) goOn();
          else radio.click();
        }}
        ><slot></slot
      ></knead-slot-calendar>`,
    action: continueButton(context, goOn, state.holding !== null),
  };
}
