import { emptyContact } from '../domain/client/contact.js';
import { emptyIntake } from '../domain/client/intake-draft.js';
import { isSameSlot, type OfferedSlot } from '../domain/slots/slot-index.js';
import type { Action } from './actions.js';
import { isTooSoon, passOf, screened } from './safety.js';
import { at, formOf, forward, visibleSteps, withOnlyAnswers } from './route.js';
import { chosenService, offerOf, practitionerOf } from './selectors.js';
import type { Draft, Facts, FlowState, SlotNotice, SlotState, Step } from './state.js';

/** The first state: whatever the page preset is taken as chosen, steps with one answer are passed over. */
export function start(facts: Facts): FlowState {
  const { preset, practitioners } = facts;
  const named =
    practitionerOf(facts, preset.practitionerId) ?? (practitioners.length === 1 ? practitioners[0] : undefined);
  const draft: Draft = {
    practitionerId: named?.id,
    intake: { ...emptyIntake, contact: { ...emptyContact, ...preset.contact } },
    wanted: preset.start,
    reviewed: false,
  };
  return forward(withOnlyAnswers(draft, facts), facts);
}

/** The next state, as far as it is chosen what to book: all of {@link reduce} but what comes after the time. */
export function choosing(state: FlowState, action: Action): FlowState {
  const { facts, draft } = state;
  const sent = state.step === 'submitting' || state.step === 'outcome-unknown';
  const booked = 'booking' in state;
  switch (action.type) {
    case 'practitioner-chosen':
      if (state.step !== 'practitioner') return state;
      return choose({ practitionerId: action.practitionerId });

    case 'place-chosen':
      if (state.step !== 'place') return state;
      return choose({ where: action.where });

    case 'service-chosen':
      if (state.step !== 'service') return state;
      return choose({ service: action.service });

    case 'service-looked-at':
      return state.step === 'service'
        ? { ...state, draft: timeKept(draft, { ...draft, service: action.service }) }
        : state;

    case 'slot-looked-at':
      return state.step === 'slot' && !state.holding ? { ...state, draft: withTime(draft, action.slot) } : state;

    case 'safety-answered': {
      if (state.step !== 'safety') return state;
      const safety = passOf(action, action.screening);
      return (
        screened(state, action.intake, safety) ?? forward({ ...draft, intake: action.intake, safety }, facts, 'safety')
      );
    }

    case 'slot-found':
      return state.step === 'slot' && draft.wanted ? { ...state, draft: withTime(draft, action.slot) } : state;

    case 'slot-lost':
      if (state.step !== 'slot' || !draft.wanted) return state;
      return { ...state, notice: { kind: 'lost' }, draft: withTime(draft, undefined) };

    case 'slot-chosen': {
      if (state.step !== 'slot' || state.holding || isTooSoon(action.slot, state.safety)) return state;
      const next = { ...state, notice: null, draft: withTime(draft, action.slot) };
      const { hold } = draft;
      if (hold?.minutesLeft && isSameSlot(action.slot, hold.slot)) return timed(next, hold.slot);
      return { ...next, holding: action.slot };
    }

    case 'slot-held': {
      if (state.step !== 'slot' || state.holding !== action.slot) return state;
      return timed({ ...state, draft: { ...draft, hold: action.hold } }, action.slot);
    }

    case 'slot-taken': {
      const notice: SlotNotice = { kind: 'taken', alternatives: action.alternatives };
      const lost = { ...draft, slot: undefined, hold: undefined };
      if (state.step === 'slot') return { ...state, holding: null, notice, draft: lost };
      if (!sent) return state;
      return at('slot', lost, facts, notice);
    }

    case 'slot-failed':
      if (state.step !== 'slot' || !state.holding) return state;
      return { ...state, holding: null, notice: { kind: 'failed', reason: action.reason } };

    case 'hold-changed':
      // A booking has used its hold up.
      if (booked || draft.hold?.id !== action.hold.id) return state;
      return { ...state, draft: { ...draft, hold: action.hold } };

    case 'typed':
      return { ...state, draft: { ...draft, intake: action.intake } };

    case 'back': {
      if (state.step === 'stopped') return at('safety', draft, facts);
      const steps = visibleSteps(facts, draft);
      const before = steps[steps.indexOf(state.step as Step) - 1];
      return before ? to(before) : state;
    }

    case 'change': {
      if (state.step !== 'review' || !visibleSteps(facts, draft).includes(action.step)) return state;
      return to(action.step);
    }

    default:
      return state;
  }

  /** A step that was there before. Details know their time already. */
  function to(step: Step): FlowState {
    return step === 'details' && 'slot' in state ? { ...state, step } : at(step, draft, facts);
  }

  function choose(choice: Partial<Draft>): FlowState {
    const next = timeKept(draft, { ...draft, ...choice });
    // Prices, services and times depend on the place and the therapist: what no longer fits is asked again.
    if (!offerOf({ facts, draft: next })) next.where = undefined;
    if (!chosenService({ draft: next, facts })) next.service = undefined;
    const form = formOf(next, facts);
    if (next.safety?.formId !== form?.id || next.safety?.version !== form?.version) next.safety = undefined;
    return forward(withOnlyAnswers(next, facts), facts, state.step as Step);
  }
}

/** The state after the time step. */
function timed(state: SlotState, slot: OfferedSlot): FlowState {
  return { ...state, step: 'details', slot, price: state.draft.hold?.price ?? slot.price };
}

/** The draft with a time that was chosen for this very session, or with none. */
function withTime(draft: Draft, slot: OfferedSlot | undefined): Draft {
  return { ...draft, slot, wanted: undefined };
}

/** A draft after a choice: times are offered for one session, so for another one the chosen time is only wanted. */
function timeKept(draft: Draft, next: Draft): Draft {
  if (!draft.slot || sessionIn(draft) === sessionIn(next)) return next;
  return { ...next, slot: undefined, hold: undefined, wanted: draft.slot.start };
}

/** What times are offered for, as text that can be compared. */
function sessionIn({ practitionerId, where, service }: Draft): string {
  return JSON.stringify([practitionerId, where, service]);
}
