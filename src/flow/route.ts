import { optionsAt, servicesAt } from '../domain/services/service-choice.js';
import { chosenService, placesOf, practitionerOf, publicStep, servicesOf } from './selectors.js';
import { STEPS, type Draft, type Facts, type FlowState, type SlotNotice, type Step } from './state.js';

/** The steps this visitor sees, in order: those with one answer, or answered by the page, are left out. */
export function visibleSteps(facts: Facts, draft: Draft): Step[] {
  const { preset, practitioners } = facts;
  const { practitionerId, where, service } = draft;
  const places = placesOf(facts, practitionerId);
  const chosen = facts.services.filter(({ id }) => id === service?.serviceId);
  const isPreset = preset.optionId && service?.serviceId === preset.serviceId && service?.optionId === preset.optionId;
  // What can be chosen among at this place, additions included.
  const choices =
    where &&
    servicesAt(servicesOf(facts, practitionerId), where.place).flatMap((each) => [
      ...optionsAt(each, where.place),
      ...each.addOns,
    ]);
  const hidden: Partial<Record<Step, unknown>> = {
    practitioner: practitioners.length === 1 || (practitionerId && preset.practitionerId === practitionerId),
    // Where somebody is visited has to be said.
    place: places.length === 1 ? places[0]!.place === 'incall' : where?.place === 'incall' && preset.place === 'incall',
    service: chosen.length > 0 && (choices?.length === 1 || (isPreset && !draft.reviewed)),
    safety: !(chosen.length > 0 ? chosen : facts.services).some(({ intakeForm }) => intakeForm),
  };
  return STEPS.filter((step) => !hidden[step]);
}

/** Where a state stands among the visible steps, counted from 1. */
export function progress(state: FlowState): { number: number; total: number } | undefined {
  const steps = visibleSteps(state.facts, state.draft);
  const number = steps.indexOf(publicStep(state) as Step) + 1;
  return number > 0 ? { number, total: steps.length } : undefined;
}

/** Whether there is a step to go back to. */
export function canGoBack(state: FlowState): boolean {
  return state.step !== 'stopped' && (progress(state)?.number ?? 1) > 1;
}

/** The step after one, past those that need no answer; once review was seen, past those already answered. */
export function forward(draft: Draft, facts: Facts, after?: Step): FlowState {
  const passed = STEPS.indexOf(after as Step);
  const next = visibleSteps(facts, draft).find((step) => STEPS.indexOf(step) > passed);
  return at(draft.reviewed ? 'slot' : next!, draft, facts);
}

/** The state of a step, or of the earliest step before it that still lacks an answer. */
export function at(step: Step, draft: Draft, facts: Facts, notice: SlotNotice | null = null): FlowState {
  const { practitionerId, where, service } = draft;
  const common = { facts, draft };
  if (step === 'practitioner' || practitionerId === undefined) return { ...common, step: 'practitioner' };
  const known = { ...common, practitionerId };
  if (step === 'place' || where === undefined) return { ...known, step: 'place' };
  const placed = { ...known, where };
  if (step === 'service' || service === undefined) return { ...placed, step: 'service' };
  const chosen = { ...placed, service };
  const needsSafety = formOf(draft, facts) !== undefined;
  if (step === 'safety' || (needsSafety && draft.safety === undefined)) return { ...chosen, step: 'safety' };
  return { ...chosen, step: 'slot', safety: (needsSafety && draft.safety) || null, holding: null, notice };
}

/** Fills in what has one possible answer, and what the page preset. */
export function withOnlyAnswers(draft: Draft, facts: Facts): Draft {
  const filled = { ...draft };
  const { preset } = facts;
  const places = placesOf(facts, filled.practitionerId);
  if (filled.where === undefined) {
    const offersIncall = places.some(({ place }) => place === 'incall');
    if (offersIncall && (places.length === 1 || preset.place === 'incall')) filled.where = { place: 'incall' };
  }
  const { serviceId, optionId } = preset;
  if (filled.service === undefined && serviceId && optionId) {
    const service = { serviceId, optionId, addOnIds: [] };
    if (chosenService({ draft: { ...filled, service }, facts })) filled.service = service;
  }
  return filled;
}

/** The form the chosen treatment asks for, in the version that holds with the chosen practitioner. */
export function formOf(draft: Draft, facts: Facts): { id: string; version: string } | undefined {
  const form = facts.services.find(({ id }) => id === draft.service?.serviceId)?.intakeForm;
  return practitionerOf(facts, draft.practitionerId)?.intakeForms?.find(({ id }) => id === form?.id) ?? form;
}
