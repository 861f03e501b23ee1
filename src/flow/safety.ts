import type { IntakeDraft } from '../domain/client/intake-draft.js';
import { endsBooking, type Screening } from '../domain/intake/answers.js';
import type { OfferedSlot } from '../domain/slots/slot-index.js';
import { at } from './route.js';
import type { Chosen, FlowState, SafetyPass, SafetyState } from './state.js';

/** What a screening means for the rest of the way. Its answers stay behind. */
export function passOf(
  { formId, version, at }: Pick<SafetyPass, 'formId' | 'version' | 'at'>,
  { rules, deferHours }: Screening,
): SafetyPass {
  return {
    formId,
    version,
    at,
    asRequest: rules.some(({ outcome }) => outcome === 'clear'),
    notBefore: deferHours > 0 ? new Date(Date.parse(at) + deferHours * 3_600_000).toISOString() : null,
  };
}

/** Where answers keep a visitor from going on: some rules end online booking, a deferral may cost the chosen time. */
export function screened(
  { facts, draft }: Chosen,
  intake: IntakeDraft,
  screening: Screening,
  safety: SafetyPass,
): FlowState | undefined {
  const rules = screening.rules.filter(endsBooking);
  if (rules.length > 0) {
    const asked = at('safety', { ...draft, intake, safety: undefined, hold: undefined }, facts) as SafetyState;
    return { ...asked, step: 'stopped', rules };
  }
  if (!draft.slot || !isTooSoon(draft.slot, safety)) return undefined;
  return at('slot', { ...draft, intake, safety, slot: undefined, hold: undefined }, facts, { kind: 'lost' });
}

/** Whether a time lies before the first one that screening allows. */
export function isTooSoon(slot: Pick<OfferedSlot, 'start'>, safety: SafetyPass | null): boolean {
  return Date.parse(slot.start) < Date.parse(safety?.notBefore ?? '');
}
