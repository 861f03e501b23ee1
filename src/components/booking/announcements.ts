import type { FlowState, SlotState, SubmittingState } from '../../flow/state.js';
import type { Announcer } from '../../ui/controllers/announcer.js';
import type { Localize } from '../../ui/controllers/localize.js';
import { slotNotice } from './slot-screen.js';

/** Says what became of the flow while its heading stayed: a new heading takes focus and is read by itself. */
export function announce(i18n: Localize, announcer: Announcer, now: FlowState, previous: FlowState): void {
  if (now.step === 'submitting' && now.slow && !(previous as Partial<SubmittingState>).slow)
    announcer.say(i18n.text('stillWorking'));
  if (now.step === 'slot' && now.notice && now.notice !== (previous as Partial<SlotState>).notice) {
    const { heading, text } = slotNotice(i18n, now.notice);
    announcer.say(heading ?? text, 'assertive');
  }
}
