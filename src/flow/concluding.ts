import type { Action } from './actions.js';
import { passOf, withWord, type screened } from './safety.js';
import type { isRequest } from './selectors.js';
import type { FlowState } from './state.js';

/** Faster than this from the first step to the button, no person has read the page. */
const LEAST_MILLISECONDS = 3_000;

/** What ends the flow shares with what begins it, which has it already. */
export interface ConcludingKit {
  isRequest: typeof isRequest;
  screened: typeof screened;
}

/** The next state from the details on: the rest of {@link reduce}. Comes with what shows these steps. */
export function concluding(state: FlowState, action: Action, { isRequest, screened }: ConcludingKit): FlowState {
  const { draft } = state;
  const sent = state.step === 'submitting' || state.step === 'outcome-unknown';
  switch (action.type) {
    case 'details-given': {
      if (state.step !== 'details') return state;
      const { client, key, intake, screening } = action;
      // Answers given here count like those of the safety check, from the same moment.
      const safety = state.safety && passOf(state.safety, screening);
      const held = safety && screened(state, intake, safety);
      if (held) return held;
      const known = { ...draft, intake, safety: safety ?? undefined, reviewed: true };
      const review = { ...state, safety, client, key, describedAt: action.at, notice: null, draft: known };
      return { ...review, step: 'review', proof: undefined, refused: false };
    }

    case 'submit': {
      if (state.step !== 'review') return state;
      if (draft.intake.trap !== '') return { ...state, notice: { kind: 'automated' } };
      if (action.afterMilliseconds < LEAST_MILLISECONDS) return { ...state, notice: { kind: 'too-fast' } };
      return { ...state, step: 'submitting', slow: false };
    }

    case 'evaluated': {
      if (!sent || !state.safety) return state;
      const safety = withWord(state.safety, action.outcomes, action.at);
      const held = screened(state, draft.intake, safety, true);
      if (held) return held;
      const known = { ...state, safety, proof: action.proof, draft: { ...draft, safety } };
      // Who meant to book has not asked for anything yet.
      return isRequest(known) && !isRequest(state)
        ? { ...known, step: 'review', key: action.key, notice: { kind: 'request' } }
        : known;
    }

    case 'proof-refused':
      return sent ? { ...state, proof: undefined, refused: true, key: action.key } : state;

    case 'answer-slow':
      return state.step === 'submitting' && !state.slow ? { ...state, slow: true } : state;

    case 'answer-late':
      if (state.step !== 'submitting') return state;
      return { ...state, step: 'outcome-unknown', checking: true, checked: false };

    case 'check':
      return state.step === 'outcome-unknown' && !state.checking ? { ...state, checking: true } : state;

    case 'check-failed':
      if (!sent) return state;
      return { ...state, step: 'outcome-unknown', checking: false, checked: state.step === 'outcome-unknown' };

    case 'booked': {
      if (!sent) return state;
      const step = action.booking.status === 'requested' ? 'requested' : 'confirmed';
      return { ...state, step, booking: action.booking, delivery: 'none' };
    }

    case 'price-changed':
      if (!sent) return state;
      return { ...state, step: 'review', price: action.price, key: action.key, notice: { kind: 'price-changed' } };

    case 'booking-failed':
      if (!sent) return state;
      return { ...state, step: 'review', notice: { kind: 'failed', reason: action.reason } };

    case 'delivery':
      // One sending at a time, and an end to a sending only.
      if (!('booking' in state) || (state.delivery === 'sending') === (action.delivery === 'sending')) return state;
      return { ...state, delivery: action.delivery };

    default:
      return state;
  }
}
