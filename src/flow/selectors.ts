import type { LoadedForm } from '../backend/booking-backend.js';
import type { AvailabilityQuery } from '../contract/availability.js';
import type { SessionItem } from '../contract/hold.js';
import type { StepName } from '../contract/events.js';
import type { Answers, IntakeForm } from '../contract/intake.js';
import type { PlaceOffer } from '../contract/place.js';
import type { Practitioner } from '../contract/practitioner.js';
import type { Service } from '../contract/service.js';
import type { IntakeDraft } from '../domain/client/intake-draft.js';
import { sentAnswers, withKnown } from '../domain/intake/answers.js';
import { isGentle } from '../domain/intake/limits.js';
import { travelZone } from '../domain/pricing/price.js';
import { resolveChoice, type ChosenService } from '../domain/services/service-choice.js';
import type { OfferedSlot } from '../domain/slots/slot-index.js';
import type { Chosen, Draft, Facts, FlowState, SafetyPass, SlotState } from './state.js';

/** What every state has: what is offered, and what was chosen so far. */
type Known = Pick<FlowState, 'facts' | 'draft'>;

/** The chosen practitioner, if any. */
export function practitionerOf(facts: Facts, id: string | null | undefined): Practitioner | undefined {
  return facts.practitioners.find((practitioner) => practitioner.id === id);
}

/** The zone whose clock the session follows. */
export function zoneOf({ facts, draft }: Known): string {
  return practitionerOf(facts, draft.practitionerId)?.timeZone ?? facts.business.timeZone;
}

/** The places a practitioner offers, as far as the backend takes such bookings and screening leaves them open. */
export function placesOf(facts: Facts, practitionerId: string | undefined, safety?: SafetyPass): PlaceOffer[] {
  const places = practitionerOf(facts, practitionerId)?.places ?? [];
  return places.filter(
    ({ place }) => (place === 'incall' || facts.capabilities.outcall) && (safety?.places?.includes(place) ?? true),
  );
}

/** The services a practitioner gives. */
export function servicesOf(facts: Facts, practitionerId: string | undefined): Service[] {
  const practitioner = practitionerOf(facts, practitionerId);
  return facts.services.filter(({ id }) => practitioner?.serviceIds.includes(id));
}

/** The offer for the chosen place, or undefined where it is not offered or the outward code is not reached. */
export function offerOf({ facts, draft }: Known): PlaceOffer | undefined {
  const { practitionerId, where, safety } = draft;
  const offer = placesOf(facts, practitionerId, safety).find(({ place }) => place === where?.place);
  return offer?.place === 'outcall' && !travelZone(offer, where?.outwardCode ?? '') ? undefined : offer;
}

/** The treatment a state is about, once one is chosen. */
export function chosenService({ facts, draft }: Known): ChosenService | undefined {
  const { practitionerId, where, service, safety } = draft;
  const chosen = service && where && resolveChoice(servicesOf(facts, practitionerId), service, where.place);
  return chosen && isGentle(chosen.service, safety?.maxIntensity) ? chosen : undefined;
}

/** The name a page may know of a state: a refused safety check looks like the check itself. */
export function publicStep(state: FlowState): StepName {
  return state.step === 'stopped' ? 'safety' : state.step;
}

/** Whether the therapist answers before the booking stands. */
export function isRequest(state: FlowState): boolean {
  return Boolean(state.draft.safety?.asRequest) || offerOf(state)?.approval === 'always-request';
}

/** The session as the backend wants to hear it. */
export function sessionItem(state: Chosen, slot: OfferedSlot): SessionItem {
  const { practitionerId, where, service } = state;
  const { start, token: slotToken } = slot;
  return { practitionerId, ...service, addOnIds: [...service.addOnIds], ...where, start, slotToken };
}

/** What the times of a session are asked for with; the calendar asks for the same. */
export function timesQuery({ practitionerId, where, service }: SlotState): Omit<AvailabilityQuery, 'from' | 'to'> {
  return { practitionerIds: [practitionerId], ...service, ...where };
}

/** What screening adds to a question about times. It travels in the body of a search, never in an address. */
export function screeningQuery(safety: SafetyPass | null): Pick<AvailabilityQuery, 'notBefore' | 'skills'> {
  const { notBefore, skills = [] } = safety ?? {};
  return { ...(notBefore && { notBefore }), ...(skills.length > 0 && { skills }) };
}

/**
 * What was typed, with what is known of the session without asking. `now` in milliseconds since 1970; whoever is asked
 * about the session's time has chosen one.
 */
export function askedAbout(
  form: IntakeForm | undefined,
  { draft, service, where, slot }: Chosen & { slot?: OfferedSlot },
  now: number,
): IntakeDraft {
  if (!form) return draft.intake;
  const chosen = [service.serviceId, ...service.addOnIds, where.place];
  const hours = (Date.parse(slot?.start ?? '') - now) / 3_600_000;
  return { ...draft.intake, answers: withKnown(form, draft.intake.answers, chosen, hours) };
}

/**
 * The answers that may be sent: those shown, and never those of the safety check, which stay on the device. Undefined where
 * the visitor shares none.
 */
export function sendableAnswers(form: LoadedForm | undefined, draft: Draft): Answers | undefined {
  if (!form || form.isPartial || !draft.intake.consentGiven) return undefined;
  const answers = sentAnswers(form, draft.intake.answers);
  return Object.keys(answers).length > 0 ? answers : undefined;
}
