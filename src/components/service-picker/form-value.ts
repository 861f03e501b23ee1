import type { ChosenService, ServiceChoice } from '../../domain/services/service-choice.js';

/** What a form sends under a name: the treatment, its duration and what was added. */
export function formValue(name: string, { service, option, addOns }: ChosenService): FormData {
  const data = new FormData();
  const parts = [['', service], ['-option', option], ...addOns.map((addOn) => ['-add-on', addOn] as const)] as const;
  for (const [part, { id }] of parts) data.append(name + part, id);
  return data;
}

/** The choice that data of {@link formValue} came from. */
export function choiceOf(data: FormData): ServiceChoice {
  const [serviceId = '', optionId = '', ...addOnIds] = [...data.values()].map(String);
  return { serviceId, optionId, addOnIds };
}
