import type { EvaluatedOutcome } from '../contract/intake.js';
import type { Practitioner } from '../contract/practitioner.js';
import type { IntakeDraft } from '../domain/client/intake-draft.js';
import { endsBooking } from '../domain/intake/answers.js';
import { isGentle, limitsOf } from '../domain/intake/limits.js';
import { servicesAt } from '../domain/services/service-choice.js';
import type { OfferedSlot } from '../domain/slots/slot-index.js';
import { at } from './route.js';
import { chosenService, offerOf, placesOf, practitionerOf, servicesOf } from './selectors.js';
import type { Chosen, Effect, Facts, FlowState, SafetyPass, SafetyState } from './state.js';

/** What a screening means for the rest of the way. Its answers stay behind. */
export function passOf(
  { formId, version, at }: Pick<SafetyPass, 'formId' | 'version' | 'at'>,
  { rules, deferHours }: { rules: readonly Effect[]; deferHours: number },
): SafetyPass {
  return {
    formId,
    version,
    at,
    rules,
    asRequest: rules.some(({ outcome }) => outcome === 'clear'),
    notBefore: deferHours > 0 ? new Date(Date.parse(at) + deferHours * 3_600_000).toISOString() : null,
    skills: rules.flatMap(({ skill }) => skill ?? []),
    ...limitsOf(rules),
  };
}

/** A pass after the backend's word on the answers, given at an instant: what it finds besides takes effect as well. */
export function withWord(pass: SafetyPass, outcomes: readonly EvaluatedOutcome[], now: string): SafetyPass {
  const deferHours = Math.max(0, ...outcomes.map((outcome) => outcome.deferHours ?? 0));
  const { notBefore, ...both } = passOf({ ...pass, at: now }, { rules: [...pass.rules, ...outcomes], deferHours });
  return { ...both, at: pass.at, notBefore: [pass.notBefore ?? '', notBefore ?? ''].sort()[1] || null };
}

/** What the client reads about some of what screening did, each sentence once. */
export function wordsOf({ rules }: Pick<SafetyPass, 'rules'>, isMeant: (rule: Effect) => unknown): string {
  const sentences = rules.filter(isMeant).flatMap(({ message }) => message.match(/.+?(?:[.!?](?= )|$)/g) ?? []);
  return [...new Set(sentences.map((sentence) => sentence.trim()))].join(' ');
}

/**
 * Where answers keep a visitor from going on: some rules end online booking; others leave out a practitioner, a place or
 * a treatment that was chosen, or cost the chosen time. `isSent`: the answers have left the device.
 */
export function screened(
  { facts, draft }: Pick<Chosen, 'facts' | 'draft'>,
  intake: IntakeDraft,
  safety: SafetyPass,
  isSent = false,
): FlowState | undefined {
  const stop = (rules: readonly Effect[]): FlowState => {
    const asked = at('safety', { ...draft, intake, safety: undefined, hold: undefined }, facts) as SafetyState;
    return { ...asked, step: 'stopped', rules, isSent };
  };
  const rules = safety.rules.filter(endsBooking);
  if (rules.length > 0) return stop(rules);
  const next = { ...draft, intake, safety };
  // What is asked again costs the time: others have others.
  const again = { ...next, slot: undefined, hold: undefined, wanted: draft.slot?.start ?? draft.wanted };
  const able = suited(facts, safety);
  if (able.length === 0) return stop(safety.rules.filter(isRouting));
  if (!able.includes(practitionerOf(facts, draft.practitionerId)!))
    return at('practitioner', { ...again, practitionerId: undefined }, facts);
  if (!offerOf({ facts, draft: next })) return at('place', { ...again, where: undefined }, facts);
  if (!chosenService({ facts, draft: next })) return at('service', { ...again, service: undefined }, facts);
  if (!draft.slot || !isTooSoon(draft.slot, safety)) return undefined;
  return at('slot', { ...next, slot: undefined, hold: undefined }, facts, { kind: 'lost' });
}

/** Those who have what screening asks for, and give a treatment that it leaves open where it leaves it open. */
export function suited(facts: Facts, safety: SafetyPass | undefined): Practitioner[] {
  return facts.practitioners.filter(
    ({ id, skills }) =>
      (safety?.skills ?? []).every((skill) => skills.includes(skill)) &&
      servicesAt(servicesOf(facts, id), ...placesOf(facts, id, safety).map(({ place }) => place)).some((service) =>
        isGentle(service, safety?.maxIntensity),
      ),
  );
}

/** Whether a time lies before the first one that screening allows. */
export function isTooSoon(slot: Pick<OfferedSlot, 'start'>, safety: SafetyPass | null): boolean {
  return Date.parse(slot.start) < Date.parse(safety?.notBefore ?? '');
}

function isRouting({ skill, places, maxIntensity }: Effect): unknown {
  return skill ?? places ?? maxIntensity;
}
