import { nothing } from 'lit';
import type { OutcomeUnknownState, SubmittingState } from '../../flow/state.js';
import { button } from '../../ui/templates/button.js';
import { notice } from '../../ui/templates/notice.js';
import { skeleton } from '../../ui/templates/skeleton.js';
import type { Screen, ScreenContext } from './screen-context.js';

/** The request is under way. */
export function submittingScreen({ i18n }: ScreenContext, { slow }: SubmittingState): Screen {
  return {
    heading: i18n.text('submitting'),
    lede: slow ? i18n.text('stillWorking') : undefined,
    content: skeleton(3, 'line'),
    busy: true,
  };
}

/** The request has left and its answer is missing: said honestly, with one thing to do. */
export function unknownScreen({ i18n, flow }: ScreenContext, { checked, checking }: OutcomeUnknownState): Screen {
  return {
    heading: i18n.text('unknownHeading'),
    lede: i18n.text('unknownLede'),
    content: checked && !checking ? notice({ kind: 'warn', text: i18n.text('unknownStill') }) : nothing,
    action: button({
      kind: 'primary',
      label: i18n.text('unknownCheck'),
      busy: checking,
      onClick: () => flow.dispatch({ type: 'check' }),
    }),
    busy: checking,
  };
}
