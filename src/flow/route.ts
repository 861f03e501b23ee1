import { optionsAt, resolveChoice } from '../domain/services/service-choice.js';
import { offerFor, placesOf, servicesOf } from './selectors.js';
import { STEPS, type Draft, type Facts, type FlowState, type SlotNotice, type Step } from './state.js';

/** The steps this visitor sees, in order: those with one answer, or answered by the page, are left out. */
export function visibleSteps(facts: Facts, draft: Draft): Step[] {
  const { preset } = facts;
  const { practitionerId, where } = draft;
  const places = practitionerId ? placesOf(facts, practitionerId) : [];
  const hidden = new Set<Step>();
  if (facts.practitioners.length === 1 || (preset.practitionerId && preset.practitionerId === practitionerId))
    hidden.add('practitioner');
  const onlyPlace = places.length === 1 && places[0]!.place === 'incall';
  const presetPlace = where && where.place === preset.place && where.outwardCode === preset.outwardCode;
  if (onlyPlace || presetPlace) hidden.add('place');
  const service = facts.services.find(({ id }) => id === draft.service?.serviceId);
  const presetService = draft.service?.serviceId === preset.serviceId && draft.service?.optionId === preset.optionId;
  if (service && preset.optionId && presetService && !draft.reviewed) hidden.add('service');
  const asked = service ? [service] : facts.services;
  if (asked.every(({ intakeForm }) => !intakeForm)) hidden.add('safety');
  if (practitionerId && where) {
    const services = servicesOf(facts, practitionerId).filter((each) => optionsAt(each, where.place).length > 0);
    if (
      services.length === 1 &&
      optionsAt(services[0]!, where.place).length === 1 &&
      services[0]!.addOns.length === 0 &&
      service
    )
      hidden.add('service');
  }
  return STEPS.filter((step) => !hidden.has(step));
}

/** Where a state stands among the visible steps, counted from 1. */
export function progress(state: FlowState): { number: number; total: number } | undefined {
  const steps = visibleSteps(state.facts, state.draft);
  const step = state.step === 'stopped' ? 'safety' : state.step;
  const index = steps.indexOf(step as Step);
  return index < 0 ? undefined : { number: index + 1, total: steps.length };
}

/** Whether there is a step to go back to. */
export function canGoBack(state: FlowState): boolean {
  return state.step !== 'stopped' && (progress(state)?.number ?? 1) > 1;
}

/** The step after one, past those that need no answer; once review was seen, past those already answered. */
export function forward(draft: Draft, facts: Facts, after: Step | null, notice: SlotNotice | null = null): FlowState {
  const steps = visibleSteps(facts, draft);
  const from = after === null ? 0 : STEPS.indexOf(after) + 1;
  const next = steps.find((step) => STEPS.indexOf(step) >= from && !(draft.reviewed && isAnswered(step, draft, facts)));
  return at(next ?? 'slot', draft, facts, notice);
}

/** The state of a step, or of the earliest step before it that still lacks an answer. */
export function at(step: Step, draft: Draft, facts: Facts, notice: SlotNotice | null = null): FlowState {
  const common = { facts, draft };
  const { practitionerId, where, service } = draft;
  if (step === 'practitioner' || practitionerId === undefined) return { ...common, step: 'practitioner' };
  if (step === 'place' || where === undefined) return { ...common, step: 'place', practitionerId };
  if (step === 'service' || service === undefined) return { ...common, step: 'service', practitionerId, where };
  const needsSafety = formOf(draft, facts) !== undefined;
  if (step === 'safety' || (needsSafety && draft.safety === undefined))
    return { ...common, step: 'safety', practitionerId, where, service };
  return {
    ...common,
    step: 'slot',
    practitionerId,
    where,
    service,
    safety: (needsSafety && draft.safety) || null,
    holding: null,
    notice,
  };
}

/** Fills in what has one possible answer, and what the page preset. */
export function withOnlyAnswers(draft: Draft, facts: Facts): Draft {
  const filled = { ...draft };
  const { preset } = facts;
  if (filled.practitionerId === undefined) return filled;
  const places = placesOf(facts, filled.practitionerId);
  if (filled.where === undefined) {
    const place = places.length === 1 ? places[0]!.place : places.find((offer) => offer.place === preset.place)?.place;
    if (place === 'incall') filled.where = { place };
    else if (place === 'outcall' && preset.outwardCode) {
      const where = { place, outwardCode: preset.outwardCode };
      if (offerFor(facts, filled.practitionerId, where)) filled.where = where;
    }
  }
  if (filled.service === undefined && filled.where && preset.serviceId && preset.optionId) {
    const service = { serviceId: preset.serviceId, optionId: preset.optionId, addOnIds: [] };
    if (serviceFits({ ...filled, service }, facts)) filled.service = service;
  }
  return filled;
}

function isAnswered(step: Step, draft: Draft, facts: Facts): boolean {
  switch (step) {
    case 'practitioner':
      return draft.practitionerId !== undefined;
    case 'place':
      return draft.where !== undefined;
    case 'service':
      return draft.service !== undefined;
    case 'safety':
      return draft.safety !== undefined || !formOf(draft, facts);
    default:
      return false;
  }
}

/** Whether the chosen treatment is offered by the chosen practitioner at the chosen place. */
export function serviceFits(draft: Draft, facts: Facts): boolean {
  const { practitionerId, where, service } = draft;
  if (!practitionerId || !where || !service) return false;
  return resolveChoice(servicesOf(facts, practitionerId), service, where.place) !== undefined;
}

/** The form the chosen treatment asks for. */
export function formOf(draft: Draft, facts: Facts): { id: string; version: string } | undefined {
  return facts.services.find(({ id }) => id === draft.service?.serviceId)?.intakeForm;
}
