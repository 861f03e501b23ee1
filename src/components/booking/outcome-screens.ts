import type { OutcomeUnknownState, SubmittingState } from '../../flow/state.js';
import type { EndingKit } from './ending-kit.js';
import type { Screen, ScreenContext } from './screen-context.js';

/** The screens of a request that is under way, and of one whose answer is missing. */
export function outcomeScreens({ button, nothing, notice, skeleton }: EndingKit): {
  submitting: (context: ScreenContext, state: SubmittingState) => Screen;
  unknown: (context: ScreenContext, state: OutcomeUnknownState) => Screen;
} {
  return {
    submitting: ({ i18n }, { slow }) => ({
      heading: i18n.text('submitting'),
      lede: slow ? i18n.text('stillWorking') : undefined,
      content: skeleton(3, 'line'),
      busy: true,
    }),
    // Said honestly, with one thing to do.
    unknown: ({ i18n, flow }, { checked, checking }) => ({
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
    }),
  };
}
