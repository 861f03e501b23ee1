import { BackendFailure, type FailureKind, type VisitedBackend } from '../backend/booking-backend.js';
import type { AvailabilityEntry, Slot } from '../contract/availability.js';
import { dateIn } from '../domain/time/local-time.js';
import type { PlainDate } from '../domain/time/plain-date.js';
import type { OfferedSlot } from '../domain/slots/slot-index.js';
import type { Action } from './actions.js';
import { newKey } from './key.js';
import { isTooSoon } from './safety.js';
import { chosenService, screeningQuery, sessionItem, timesQuery, zoneOf } from './selectors.js';
import type { Chosen, FlowState, HeldTime, SlotState } from './state.js';

/** What an effect may touch: the backend, and the flow through its actions. */
export interface EffectContext {
  backend: VisitedBackend;
  dispatch(action: Action): void;
  /** The state now; it may have moved on while an effect waited. */
  readonly state: FlowState | null;
  /** Tells the page that the backend refused or was not reached. */
  failed(code: string): void;
}

/** Keeps the chosen time for this visitor, where the backend keeps times at all. */
export async function hold(flow: EffectContext, state: SlotState, slot: OfferedSlot): Promise<void> {
  const { backend, dispatch } = flow;
  try {
    const held = state.facts.capabilities.holds ? await kept(flow, state, slot) : undefined;
    dispatch({ type: 'slot-held', slot, hold: held });
    // The visitor went elsewhere meanwhile: nobody needs it any more.
    if (held && flow.state?.draft.hold?.id !== held.id) void backend.release(held);
  } catch (error) {
    const failure = asFailure(error);
    if (failure.kind === 'taken') dispatch(taken(failure, slot));
    else dispatch({ type: 'slot-failed', reason: reasonOf(failure.kind) });
  }
}

/** Keeps a held time for longer. Failing is harmless: confirming still tries after the hold has ended. */
export async function extendHold(flow: EffectContext, state: Chosen, { slot }: HeldTime): Promise<void> {
  try {
    flow.dispatch({ type: 'hold-changed', hold: await kept(flow, state, slot) });
  } catch (error) {
    asFailure(error);
  }
}

/** Takes a hold, in place of the one the visitor has: the same time is kept for longer, another one instead of it. */
async function kept({ backend }: EffectContext, state: Chosen, slot: OfferedSlot): Promise<HeldTime> {
  const { id, token, minutesLeft } = state.draft.hold ?? {};
  const own = minutesLeft && id && token && { hold: { id, token } };
  const hold = await backend.hold({ items: [sessionItem(state, slot)], ...own }, newKey());
  return { ...hold, slot, minutesLeft: Math.ceil(hold.secondsLeft / 60) };
}

/** Looks again for a time that was chosen elsewhere, or for another session, before it counts as chosen. */
export async function findWanted(flow: EffectContext, state: SlotState): Promise<void> {
  const { backend, dispatch } = flow;
  const { wanted: start } = state.draft;
  if (!start || state.draft.slot || state.notice || !chosenService(state)) return;
  const from = venueDate(state, start);
  try {
    const { entries } = await backend.availability({
      ...timesQuery(state),
      ...screeningQuery(state.safety),
      from,
      to: from,
    });
    const entry = entries.find((each): each is AvailabilityEntry => 'slots' in each);
    const slot = entry?.slots.find((each) => Date.parse(each.start) === Date.parse(start));
    // Another choice since then is looked for by itself.
    const after = flow.state?.draft ?? state.draft;
    if (after.service !== state.draft.service || after.where !== state.draft.where) return;
    if (entry && slot && !isTooSoon(slot, state.safety)) dispatch({ type: 'slot-found', slot: offered(slot, entry) });
    else dispatch({ type: 'slot-lost' });
  } catch (error) {
    // The calendar itself shows that times cannot be loaded.
    asFailure(error);
  }
}

/** Lets a failure of the backend through and rethrows anything else: a bug must not look like bad weather. */
export function asFailure(error: unknown): BackendFailure {
  if (error instanceof BackendFailure) return error;
  throw error;
}

/** The venue's calendar day of an instant; the day in UTC where this browser does not know its zone. */
function venueDate(state: SlotState, start: string): PlainDate {
  try {
    return dateIn(zoneOf(state), Date.parse(start));
  } catch {
    return dateIn('UTC', Date.parse(start));
  }
}

/** What a refusal for a taken time means. */
export function taken({ problem }: BackendFailure, slot: OfferedSlot): Action {
  return { type: 'slot-taken', alternatives: (problem?.alternatives ?? []).map((other) => offered(other, slot)) };
}

function offered(slot: Slot, by: Pick<OfferedSlot, 'practitionerId' | 'timeZone' | 'price'>): OfferedSlot {
  const { practitionerId, timeZone, price } = by;
  return { ...slot, price: slot.price ?? price, practitionerId, timeZone };
}

/** A failure as far as a visitor has to act differently. */
export function reasonOf(kind: FailureKind): 'unreachable' | 'broken' | 'refused' {
  return kind === 'broken' || kind === 'unreachable' ? kind : 'refused';
}
