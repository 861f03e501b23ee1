import type { BookedState, FlowState } from '../../flow/state.js';
import { skeleton } from '../../ui/templates/skeleton.js';
import { placeScreen, practitionerScreen, serviceScreen } from './choice-screens.js';
import { detailsScreen, safetyScreen, stoppedScreen } from './form-screens.js';
import { bookedStep, promisesMail, unknownStep, type OutcomeHandlers } from './outcome-step.js';
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
        lede: when && i18n.text(ledeOf(state), when),
        content: bookedStep(i18n, state, Date.now(), handlers),
        summary: false,
      };
    }
  }
}

function ledeOf({
  step,
  booking,
}: BookedState): 'booking.confirmedLede' | 'booking.requestedLede' | 'booking.requestedLedeNoMail' {
  if (step === 'confirmed') return 'booking.confirmedLede';
  return promisesMail(booking) ? 'booking.requestedLede' : 'booking.requestedLedeNoMail';
}
