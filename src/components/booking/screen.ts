import type { FlowState } from '../../flow/state.js';
import { practitionerScreen, serviceScreen } from './choice-screens.js';
import { detailsScreen, safetyScreen, stoppedScreen } from './form-screens.js';
import { bookedScreen, submittingScreen, unknownScreen } from './outcome-screens.js';
import { placeScreen } from './place-screen.js';
import { reviewScreen } from './review-screen.js';
import type { Screen, ScreenContext } from './screen-context.js';
import type { SessionWords } from './session-summary.js';
import { slotScreen } from './slot-screen.js';

type Step = FlowState['step'];
type ScreenOf<State> = (context: ScreenContext, state: State, words: SessionWords) => Screen;

const screens: { [Each in Step]: ScreenOf<FlowState & { step: Each }> } = {
  practitioner: practitionerScreen,
  place: placeScreen,
  service: serviceScreen,
  safety: safetyScreen,
  stopped: stoppedScreen,
  slot: slotScreen,
  details: detailsScreen,
  review: reviewScreen,
  submitting: submittingScreen,
  'outcome-unknown': unknownScreen,
  confirmed: bookedScreen,
  requested: bookedScreen,
};

/** Steps beside which "Your session" does not stand: they begin it, end it, or say all of it themselves. */
const ALONE: readonly Step[] = ['practitioner', 'stopped', 'review', 'confirmed', 'requested'];

/** The screen of a state. */
export function screenOf(context: ScreenContext, state: FlowState, words: SessionWords): Screen {
  return (screens[state.step] as ScreenOf<FlowState>)(context, state, words);
}

/** Whether "Your session" stands beside the screen of a step. */
export function hasSummary(step: Step): boolean {
  return !ALONE.includes(step);
}
