import type { ManageState } from '../../flow/manage.js';
import { answersScreen, questionsScreen, stoppedScreen, withdrawScreen } from './answers-screens.js';
import { bookingScreen } from './booking-screen.js';
import { cancelScreen, reviewScreen, sendingScreen, timesScreen, unknownScreen } from './change-screens.js';
import type { ManageContext, Screen } from './manage-context.js';

/** What a state shows. */
export function screenOf(context: ManageContext, state: ManageState): Screen {
  switch (state.screen) {
    case 'booking':
      return bookingScreen(context, state);
    case 'times':
      return timesScreen(context, state);
    case 'review':
      return reviewScreen(context, state);
    case 'cancel':
      return cancelScreen(context, state);
    case 'sending':
      return sendingScreen(context, state);
    case 'unknown':
      return unknownScreen(context, state);
    case 'answers':
      return answersScreen(context, state);
    case 'questions':
      return questionsScreen(context, state);
    case 'withdraw':
      return withdrawScreen(context, state);
    case 'stopped':
      return stoppedScreen(context, state);
  }
}
