import type { BookedState, FlowState } from '../../flow/state.js';
import { skeleton } from '../../ui/templates/skeleton.js';
import { placeScreen, practitionerScreen, serviceScreen } from './choice-screens.js';
import { detailsScreen, safetyScreen, stoppedScreen } from './form-screens.js';
import { bookedStep, unknownStep, type OutcomeHandlers } from './outcome-step.js';
import { reviewScreen } from './review-screen.js';
import type { Screen, ScreenContext } from './screen-context.js';
import type { SessionWords } from './session-summary.js';
import { slotScreen } from './slot-screen.js';

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
    case 'stopped':
      return stoppedScreen(context, state);
    case 'slot':
      return { ...slotScreen(context, state, words), back };
    case 'details':
      return detailsScreen(context, state, words);
    case 'review':
      return reviewScreen(context, state, words);
    case 'submitting':
      return {
        heading: i18n.text('submitting'),
        lede: state.slow ? i18n.text('stillWorking') : undefined,
        content: skeleton(3, 'line'),
        summary: true,
        busy: true,
      };
    case 'outcome-unknown':
      return {
        heading: i18n.text('unknownHeading'),
        lede: i18n.text('unknownLede'),
        content: unknownStep(i18n, state, handlers),
        summary: true,
        busy: state.checking,
      };
    case 'confirmed':
    case 'requested': {
      const isBooked = state.step === 'confirmed';
      const session = state.booking.sessions[0];
      const when = session && {
        name: session.practitionerName,
        date: i18n.date(session.local, 'long'),
        time: i18n.time(session.local),
        zone: i18n.zone(session.timeZone),
      };
      return {
        heading: i18n.text(isBooked ? 'confirmedHeading' : 'requestedHeading'),
        lede: when && i18n.text(isBooked ? 'confirmedLede' : 'requestedLede', when),
        content: bookedStep(i18n, state, Date.now(), handlers),
        summary: false,
      };
    }
  }
}
