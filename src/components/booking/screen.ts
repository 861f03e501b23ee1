import { nothing } from 'lit';
import type { FlowState } from '../../flow/state.js';
import { loadScreen } from '../../ui/controllers/load.js';
import { failure, failureOf } from '../../ui/templates/failure.js';
import { skeleton } from '../../ui/templates/skeleton.js';
import { practitionerScreen, serviceScreen } from './choice-screens.js';
import type { Ending } from './ending-kit.js';
import { safetyScreen, stoppedScreen } from './form-screens.js';
import { placeScreen } from './place-screen.js';
import type { Screen, ScreenContext } from './screen-context.js';
import type { SessionWords } from './session-summary.js';
import { slotScreen } from './slot-screen.js';

type Step = FlowState['step'];
type ScreenOf<State> = (context: ScreenContext, state: State, words: SessionWords) => Screen;

const screens: { [Each in Exclude<Step, keyof Ending>]: ScreenOf<FlowState & { step: Each }> } = {
  practitioner: practitionerScreen,
  place: placeScreen,
  service: serviceScreen,
  safety: safetyScreen,
  stopped: stoppedScreen,
  slot: slotScreen,
};

/** Steps beside which "Your session" does not stand: they begin it, end it, or say all of it themselves. */
const ALONE: readonly Step[] = ['practitioner', 'stopped', 'review', 'confirmed', 'requested'];

/** The screen of a state. */
export function screenOf(context: ScreenContext, state: FlowState, words: SessionWords): Screen {
  const all = { ...screens, ...context.ending.value };
  const screen = ((all as Partial<Record<Step, unknown>>)[state.step] ?? comingScreen) as ScreenOf<FlowState>;
  return screen(context, state, words);
}

/** The details, before what shows them has come: nothing after them can be reached without it. */
function comingScreen({ i18n, ending }: ScreenContext): Screen {
  return {
    heading: i18n.text('detailsHeading'),
    content: loadScreen<unknown, unknown>(ending, {
      pending: () => skeleton(6),
      complete: () => nothing,
      error: (error) => failure({ i18n, kind: failureOf(error), onRetry: () => void ending.run() }),
    }),
  };
}

/** Whether "Your session" stands beside the screen of a step. */
export function hasSummary(step: Step): boolean {
  return !ALONE.includes(step);
}
