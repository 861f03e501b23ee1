import type { Place } from '../../contract/place.js';
import type { AddOn, Service, ServiceOption } from '../../contract/service.js';

/** A treatment as chosen: ids only. */
export interface ServiceChoice {
  serviceId: string;
  optionId: string;
  addOnIds: readonly string[];
}

/** A choice resolved against the catalogue. */
export interface ChosenService {
  service: Service;
  option: ServiceOption;
  addOns: readonly AddOn[];
}

/** The nouns behind a choice, or undefined if the service or option is not offered at the place. Unknown add-ons are left out. */
export function resolveChoice(
  services: readonly Service[],
  choice: ServiceChoice,
  place: Place,
): ChosenService | undefined {
  const service = services.find(({ id }) => id === choice.serviceId);
  const option = service && optionsAt(service, place).find(({ id }) => id === choice.optionId);
  if (!service || !option) return undefined;
  return { service, option, addOns: service.addOns.filter(({ id }) => choice.addOnIds.includes(id)) };
}

/** The durations of a service at a place, shortest first. */
export function optionsAt(service: Pick<Service, 'options'>, place: Place): ServiceOption[] {
  return service.options
    .filter(({ prices }) => prices.some((price) => price.place === place))
    .sort((a, b) => a.minutes - b.minutes);
}

/** Services with at least one duration at one of some places. */
export function servicesAt(services: readonly Service[], ...places: readonly Place[]): Service[] {
  return services.filter((service) => places.some((place) => optionsAt(service, place).length > 0));
}

/** What choosing a service means before anything else is said: the duration nearest to an hour, nothing added. */
export function defaultChoice(service: Service, place: Place): ServiceChoice | undefined {
  const [option] = optionsAt(service, place).sort((a, b) => Math.abs(a.minutes - 60) - Math.abs(b.minutes - 60));
  return option && { serviceId: service.id, optionId: option.id, addOnIds: [] };
}

/** The choice with an add-on added or removed. Add-ons of one exclusive group replace each other. */
export function withAddOn(service: Service, choice: ServiceChoice, addOnId: string, on: boolean): ServiceChoice {
  const group = service.addOns.find(({ id }) => id === addOnId)?.exclusiveGroup;
  const rivals = new Set(
    group ? service.addOns.filter(({ exclusiveGroup }) => exclusiveGroup === group).map(({ id }) => id) : [],
  );
  const kept = choice.addOnIds.filter((id) => id !== addOnId && !(on && rivals.has(id)));
  return { ...choice, addOnIds: on ? [...kept, addOnId] : kept };
}

/** Minutes of a session, add-ons included. */
export function totalMinutes({ option, addOns }: Pick<ChosenService, 'option' | 'addOns'>): number {
  return addOns.reduce((sum, addOn) => sum + addOn.minutes, option.minutes);
}
