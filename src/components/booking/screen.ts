import { html, nothing, type TemplateResult } from 'lit';
import type { IntakeSubmission } from '../../domain/intake/submission.js';
import { localTimeIn } from '../../domain/time/local-time.js';
import { stopWords } from '../../domain/intake/answers.js';
import { totalMinutes } from '../../domain/services/service-choice.js';
import type { FlowController } from '../../flow/flow-controller.js';
import { newKey } from '../../flow/key.js';
import { chosenService, isRequest, offerFor, placesOf, practitionerOf, servicesOf } from '../../flow/selectors.js';
import type {
  BookedState,
  DetailsState,
  FlowState,
  ReviewState,
  SafetyState,
  ServiceState,
  SlotState,
} from '../../flow/state.js';
import type { Localize } from '../../ui/controllers/localize.js';
import { button } from '../../ui/templates/button.js';
import { failure, failureOf } from '../../ui/templates/failure.js';
import { notice } from '../../ui/templates/notice.js';
import { skeleton } from '../../ui/templates/skeleton.js';
import { stopScreen } from '../../ui/templates/stop-screen.js';
import { bookedStep, unknownStep, type OutcomeHandlers } from './outcome-step.js';
import { placeStep, readPlace, type PlaceDraft } from './place-step.js';
import { practitionerStep } from './practitioner-step.js';
import { reviewAction, reviewStep } from './review-step.js';
import type { SessionWords } from './session-summary.js';

/** What the screens share with their element: words, flow, and the little they keep themselves. */
export interface ScreenContext {
  i18n: Localize;
  flow: FlowController;
  root: () => ShadowRoot;
  headingLevel: () => number;
  place: PlaceDraft;
  practitioner: { chosen: string | null; missing: boolean };
  calendarFailed: boolean;
  update: (change: Partial<ScreenContext>) => void;
  saveCalendar: (state: BookedState) => void;
}

/** What one state shows. */
export interface Screen {
  heading: string;
  lede?: string | undefined;
  content: unknown;
  action?: TemplateResult | undefined;
  back?: (() => void) | undefined;
  /** Whether "Your session" stands beside it. */
  summary: boolean;
  busy?: boolean;
}

/** The screen of a state: one entry per step, nothing decided here but which words and parts stand where. */
export function screenOf(context: ScreenContext, state: FlowState, words: SessionWords): Screen {
  const { i18n, flow } = context;
  const back = (): void => flow.dispatch({ type: 'back' });
  const handlers: OutcomeHandlers = {
    onCheck: () => flow.dispatch({ type: 'check' }),
    onCalendar: () => context.saveCalendar(state as BookedState),
    onDeliver: () => flow.dispatch({ type: 'deliver' }),
    calendarFailed: context.calendarFailed,
  };
  switch (state.step) {
    case 'practitioner':
      return practitionerScreen(context, state);
    case 'place':
      return { ...placeScreen(context, state, words), back };
    case 'service':
      return { ...serviceScreen(context, state, words), back };
    case 'safety':
      return { ...safetyScreen(context, state), back };
    case 'stopped': {
      const { urgency, messages } = stopWords(state.rules);
      return {
        heading: i18n.text('booking.safetyHeading'),
        content: stopScreen({
          headingLevel: context.headingLevel() + 1,
          heading: i18n.text(`intake.stopHeading.${urgency}`),
          messages,
          assurance: i18n.text('intake.stopNothingSent'),
          changeLabel: i18n.text('intake.changeAnswer'),
          onChange: () => flow.dispatch({ type: 'answer-changed' }),
          contactHeading: i18n.text('booking.stoppedContact'),
          contact: { ...state.facts.business.contact, urlLabel: i18n.text('booking.contactPage') },
        }),
        summary: false,
      };
    }
    case 'slot':
      return { ...slotScreen(context, state, words), back };
    case 'details':
      return detailsScreen(context, state, words);
    case 'review':
      return reviewScreen(context, state, words);
    case 'submitting':
      return {
        heading: i18n.text('booking.submitting'),
        lede: state.slow ? i18n.text('booking.stillWorking') : undefined,
        content: skeleton(3, 'line'),
        summary: true,
        busy: true,
      };
    case 'outcome-unknown':
      return {
        heading: i18n.text('booking.unknownHeading'),
        lede: i18n.text('booking.unknownLede'),
        content: unknownStep(i18n, state, handlers),
        summary: true,
        busy: state.checking,
      };
    case 'confirmed':
    case 'requested': {
      const session = state.booking.sessions[0];
      const when = session && {
        name: session.practitionerName,
        date: i18n.date(session.local, 'long'),
        time: i18n.time(session.local),
        zone: i18n.zone(session.timeZone),
      };
      return {
        heading: i18n.text(`booking.${state.step}Heading`),
        lede: when && i18n.text(`booking.${state.step}Lede`, when),
        content: bookedStep(i18n, state, Date.now(), handlers),
        summary: false,
      };
    }
  }
}

function continueButton({ i18n }: ScreenContext, onClick: () => void, busy = false): TemplateResult {
  return button({ kind: 'primary', label: i18n.text('continue'), busy, onClick });
}

function practitionerScreen(context: ScreenContext, { facts }: FlowState): Screen {
  const { i18n, flow, practitioner } = context;
  return {
    heading: i18n.text('booking.practitionerHeading'),
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

function placeScreen(
  context: ScreenContext,
  state: Extract<FlowState, { step: 'place' }>,
  words: SessionWords,
): Screen {
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
    heading: i18n.text('booking.placeHeading'),
    lede: i18n.text('booking.placeLede'),
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

function serviceScreen(context: ScreenContext, state: ServiceState, words: SessionWords): Screen {
  const { i18n, flow } = context;
  const { facts, practitionerId, where, draft } = state;
  const picker = (): HTMLElementTagNameMap['knead-service-picker'] | null =>
    context.root().querySelector('knead-service-picker');
  return {
    heading: i18n.text('booking.serviceHeading'),
    lede: i18n.text('booking.serviceLede', { name: words.therapist }),
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

function safetyScreen(context: ScreenContext, state: SafetyState): Screen {
  const { i18n, flow } = context;
  const form = (): HTMLElementTagNameMap['knead-intake-form'] | null =>
    context.root().querySelector('knead-intake-form');
  const { form: definition, formFailed } = flow;
  return {
    heading: i18n.text('booking.safetyHeading'),
    lede: i18n.text('booking.safetyLede'),
    content: !definition
      ? formFailed
        ? failure({ i18n, kind: failureOf(formFailed), onRetry: () => flow.retryForm() })
        : skeleton(6)
      : html`<knead-intake-form
          sections="safety"
          without-submit
          .definition=${definition}
          .value=${state.draft.intake}
          .onSubmit=${({ value, screening, at }: IntakeSubmission) =>
            flow.dispatch({ type: 'safety-answered', intake: value, screening, form: definition, at })}
        ></knead-intake-form>`,
    action: definition && continueButton(context, () => form()?.submit()),
    summary: true,
  };
}

function slotScreen(context: ScreenContext, state: SlotState, words: SessionWords): Screen {
  const { i18n, flow } = context;
  const { facts, practitionerId, where, service, safety, draft } = state;
  const practitioner = practitionerOf(facts, practitionerId);
  const chosen = chosenService(state);
  const calendar = (): HTMLElementTagNameMap['knead-slot-calendar'] | null =>
    context.root().querySelector('knead-slot-calendar');
  const zone = practitioner?.timeZone ?? facts.business.timeZone;
  const { notice: said } = state;
  const clear = safety?.rules.find(({ outcome }) => outcome === 'clear');
  return {
    heading:
      where.place === 'outcall'
        ? i18n.text('booking.slotHeadingOutcall', { name: words.therapist })
        : i18n.text('booking.slotHeading'),
    lede: i18n.text('booking.slotLede', { zone: i18n.zone(zone) }),
    content: html`${
        said?.kind === 'taken'
          ? notice({ kind: 'warn', heading: i18n.text('booking.taken'), text: i18n.text('booking.takenText') })
          : said?.kind === 'lost'
            ? notice({ kind: 'warn', text: i18n.text('booking.slotLost') })
            : said?.kind === 'failed'
              ? notice({
                  kind: 'warn',
                  heading: i18n.text('failure.heading'),
                  text: i18n.text(said.reason === 'refused' ? 'booking.refused' : `failure.${said.reason}`),
                })
              : nothing
      }
      ${clear ? notice({ kind: 'info', text: i18n.text('booking.clearNotice', { name: words.therapist }) }) : nothing}
      ${
        safety?.notBefore
          ? notice({
              kind: 'info',
              text: i18n.text('booking.deferred', {
                date: i18n.date(localTimeIn(zone, Date.parse(safety.notBefore)), 'long'),
              }),
            })
          : nothing
      }
      <knead-slot-calendar
        .backend=${flow.backend}
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
        @knead-slot-select=${(event: CustomEvent) => {
          event.stopPropagation();
          const slot = calendar()?.value;
          if (slot) flow.dispatch({ type: 'slot-looked-at', slot });
        }}
        @knead-range-change=${(event: CustomEvent) => event.stopPropagation()}
      ></knead-slot-calendar>`,
    action: continueButton(
      context,
      () => {
        const element = calendar();
        if (element?.validate() && element.value) flow.dispatch({ type: 'slot-chosen', slot: element.value });
      },
      state.holding !== null,
    ),
    summary: true,
  };
}

function detailsScreen(context: ScreenContext, state: DetailsState, words: SessionWords): Screen {
  const { i18n, flow } = context;
  const form = (): HTMLElementTagNameMap['knead-intake-form'] | null =>
    context.root().querySelector('knead-intake-form');
  const asks = state.safety !== null && state.facts.preset.intake === 'inline';
  return {
    heading: i18n.text('booking.detailsHeading'),
    lede: i18n.text('booking.detailsLede', { name: words.therapist }),
    content: html`${holdLine(context, state)}
      <knead-intake-form
        sections=${asks ? 'contact preferences consent' : 'contact'}
        without-submit
        .definition=${asks ? (flow.form ?? null) : null}
        .consentDocument=${asks ? (flow.consent ?? null) : null}
        .place=${state.where.place}
        .postcodeArea=${state.where.outwardCode ?? null}
        .value=${state.draft.intake}
        .onSubmit=${({ value, client, at }: IntakeSubmission) => {
          if (client) flow.dispatch({ type: 'details-given', intake: value, client, at, key: newKey() });
        }}
      ></knead-intake-form>`,
    action: continueButton(context, () => form()?.submit()),
    back: () => {
      const element = form();
      if (element) flow.dispatch({ type: 'typed', intake: element.value });
      flow.dispatch({ type: 'back' });
    },
    summary: true,
  };
}

function reviewScreen(context: ScreenContext, state: ReviewState, words: SessionWords): Screen {
  const { i18n, flow } = context;
  const { notice: said } = state;
  const asks = isRequest(state);
  const noticeText =
    said?.kind === 'price-changed'
      ? i18n.text('booking.priceChanged', { price: i18n.money(state.price.total, true) })
      : said?.kind === 'too-fast'
        ? i18n.text('booking.tooFast')
        : said?.kind === 'automated'
          ? i18n.text('booking.automated')
          : said?.kind === 'failed'
            ? i18n.text(said.reason === 'refused' ? 'booking.refused' : `failure.${said.reason}`)
            : undefined;
  return {
    heading: i18n.text(asks ? 'booking.reviewHeadingRequest' : 'booking.reviewHeading'),
    lede: i18n.text('booking.reviewLede'),
    content: html`${noticeText ? notice({ kind: 'warn', text: noticeText }) : nothing} ${holdLine(context, state)}
    ${reviewStep(i18n, state, words, flow.form, Date.now(), (step) => flow.dispatch({ type: 'change', step }))}`,
    action: button({ kind: 'primary', label: reviewAction(i18n, state), onClick: () => flow.submit() }),
    back: () => flow.dispatch({ type: 'change', step: 'details' }),
    summary: false,
  };
}

/** Until when the chosen time is kept, said beside Continue in minutes that a person can see. */
function holdLine(
  { i18n, flow }: ScreenContext,
  { hold, slot }: DetailsState | ReviewState,
): TemplateResult | typeof nothing {
  if (!hold) return nothing;
  if (hold.expired) return notice({ kind: 'info', text: i18n.text('booking.holdExpired') });
  const time = i18n.time(localTimeIn(slot.timeZone, Date.parse(hold.expiresAt)));
  return html`<p class="muted small hold">
    <span class="tabular" .textContent=${i18n.text('booking.held', { time })}></span>
    ${hold.extendable ? button({ kind: 'link', label: i18n.text('booking.extendHold'), onClick: () => flow.extendHold() }) : nothing}
  </p>`;
}
