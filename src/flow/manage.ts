import type { Business } from '../contract/business.js';
import type { Booking } from '../contract/booking.js';
import type { Capabilities } from '../contract/capabilities.js';
import type { ConsentDocument, HealthBasis } from '../contract/consent.js';
import type { IntakeForm, IntakeRecord } from '../contract/intake.js';
import type { Price } from '../contract/money.js';
import type { OfferedSlot } from '../domain/slots/slot-index.js';

/** What stands around a booking. */
export interface ManageFacts {
  business: Business;
  capabilities: Capabilities;
  /** How people plan sessions, in the therapist's words. */
  plan: string | undefined;
}

/** What the visitor wants to happen. The key is that of one intent: every attempt uses the same one. */
export type Change = { kind: 'move'; key: string; slot: OfferedSlot; price: Price } | { kind: 'cancel'; key: string };

/** Why nothing has changed. */
export type ChangeFailure = 'unreachable' | 'broken' | 'refused';

/** What happened since the booking was last shown. */
export type ManageNews = 'moved' | 'cancelled' | 'changed' | 'withdrawn' | 'sent';

/** What shows. Each screen carries exactly what is known by then. */
export type ManageScreen =
  | { screen: 'booking'; news: ManageNews | null }
  | { screen: 'times'; chosen: OfferedSlot | null; taken: readonly OfferedSlot[] | null }
  | { screen: 'review'; change: Extract<Change, { kind: 'move' }>; notice: ChangeFailure | 'price-changed' | null }
  | { screen: 'cancel'; change: Extract<Change, { kind: 'cancel' }>; notice: ChangeFailure | null }
  | { screen: 'sending'; change: Change; slow: boolean }
  /** The request has left and no answer came. `checking` while we ask again. */
  | { screen: 'unknown'; change: Change; checking: boolean; checked: boolean }
  /** Null while it loads; a record that is null says that there are none. */
  | { screen: 'answers'; found: { record: IntakeRecord | null; form: IntakeForm | null } | null; failed: unknown }
  | { screen: 'questions'; asked: AskedAgain | null; failed: unknown; sending: boolean; notice: 'failed' | null }
  | { screen: 'withdraw'; sending: boolean; unsure: boolean }
  /** Answers that came after the booking say stop. It stands; the therapist knows. */
  | { screen: 'stopped'; urgency: 'emergency' | 'urgent'; messages: readonly string[] };

/** Questions with the answers given so far. */
export interface AskedAgain {
  form: IntakeForm;
  /** What is agreed to before they are sent, or told on the basis of care. */
  agreement: ConsentDocument;
  basis: HealthBasis;
  answers: IntakeRecord['answers'];
}

/** A booking that somebody manages. */
export interface Managed {
  booking: Booking;
  /** Null where the page gave the booking and no backend is asked. */
  facts: ManageFacts | null;
}

export type ManageState = Managed & ManageScreen;

/** What can happen to the change of a booking, and where the visitor goes. */
export type ManageAction =
  | { type: 'show'; screen: ManageScreen }
  /** What the answers' screens waited for; news for nobody once the visitor has left them. */
  | { type: 'answered'; screen: ManageScreen; booking?: Booking | undefined }
  | { type: 'back' }
  | { type: 'submit' }
  | { type: 'slow' }
  | { type: 'late' }
  | { type: 'check' }
  | { type: 'check-failed'; key: string }
  | { type: 'changed'; key: string; booking: Booking }
  | { type: 'taken'; key: string; alternatives: readonly OfferedSlot[] }
  | { type: 'price-changed'; key: string; price: Price; next: string }
  | { type: 'failed'; key: string; reason: ChangeFailure }
  /** The booking is another one than was shown, so the change was not made. */
  | { type: 'overtaken'; booking: Booking };

/** The next state; the same object where an action makes no sense, so that a double click does nothing. */
export function reduceManage(state: ManageState, action: ManageAction): ManageState {
  const { booking, facts } = state;
  const to = (screen: ManageScreen, as = booking): ManageState => ({ booking: as, facts, ...screen });
  if (action.type === 'show') return isBusy(state) ? state : to(action.screen);
  if (action.type === 'answered') {
    const waits = state.screen === 'answers' || state.screen === 'questions' || state.screen === 'withdraw';
    return waits ? to(action.screen, action.booking) : state;
  }
  if (action.type === 'overtaken') return to({ screen: 'booking', news: 'changed' }, action.booking);
  if (action.type === 'back') return isBusy(state) ? state : to(before(state));
  if (action.type === 'submit') {
    const ready = state.screen === 'review' || state.screen === 'cancel';
    return ready ? to({ screen: 'sending', change: state.change, slow: false }) : state;
  }
  if (state.screen !== 'sending' && state.screen !== 'unknown') return state;
  const { change } = state;
  if ('key' in action && action.key !== change.key) return state;
  switch (action.type) {
    case 'slow':
      return state.screen === 'sending' ? { ...state, slow: true } : state;
    case 'late':
      return state.screen === 'sending' ? to({ screen: 'unknown', change, checking: false, checked: false }) : state;
    case 'check':
      return state.screen === 'unknown' && !state.checking ? { ...state, checking: true } : state;
    case 'check-failed':
      return to({ screen: 'unknown', change, checking: false, checked: state.screen === 'unknown' && state.checking });
    case 'changed':
      return to({ screen: 'booking', news: change.kind === 'move' ? 'moved' : 'cancelled' }, action.booking);
    case 'taken':
      return to({ screen: 'times', chosen: null, taken: action.alternatives });
    case 'price-changed':
      return change.kind === 'move'
        ? to({
            screen: 'review',
            change: { ...change, price: action.price, key: action.next },
            notice: 'price-changed',
          })
        : state;
    case 'failed':
      return change.kind === 'move'
        ? to({ screen: 'review', change, notice: action.reason })
        : to({ screen: 'cancel', change, notice: action.reason });
  }
}

/** Whether a booking is as a change wanted it. */
export function isDone(change: Change, { status, sessions }: Booking): boolean {
  if (change.kind === 'cancel') return status === 'cancelled';
  return sessions[0] !== undefined && Date.parse(sessions[0].start) === Date.parse(change.slot.start);
}

/** A request under way is waited for. */
function isBusy(state: ManageState): boolean {
  return state.screen === 'sending' || state.screen === 'unknown' || ('sending' in state && state.sending);
}

function before(state: ManageState): ManageScreen {
  if (state.screen === 'review') return { screen: 'times', chosen: state.change.slot, taken: null };
  return { screen: 'booking', news: null };
}
