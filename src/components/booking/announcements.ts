import type { FlowState, SlotState, SubmittingState } from '../../flow/state.js';
import type { Announcer } from '../../ui/controllers/announcer.js';
import type { Localize } from '../../ui/controllers/localize.js';
import { slotNotice } from './slot-screen.js';

/** Minutes left of a hold that are said aloud. */
const TOLD = [1, 2, 5];

/** Says what became of the flow while its heading stayed: a new heading takes focus and is read by itself. */
export function announce(i18n: Localize, announcer: Announcer, now: FlowState, previous: FlowState): void {
  if (now.step === 'submitting' && now.slow && !(previous as Partial<SubmittingState>).slow)
    announcer.say(i18n.text('stillWorking'));
  if (now.step === 'slot' && now.notice && now.notice !== (previous as Partial<SlotState>).notice) {
    const { heading, text } = slotNotice(i18n, now.notice);
    announcer.say(heading ?? text, 'assertive');
  }
  const left = now.draft.hold?.minutesLeft;
  const before = previous.draft.hold?.minutesLeft;
  if (left === undefined || before === undefined || left === before) return;
  if (!left) announcer.say(i18n.text('holdExpired'), 'assertive');
  // Never by the minute: text that counts down would be read without end (ux-domain §6).
  else if (left > before || TOLD.includes(left)) announcer.say(i18n.text('held', { duration: i18n.duration(left) }));
}
