import type { Place } from '../../contract/place.js';
import type { Service } from '../../contract/service.js';
import { defaultChoice, optionsAt, type ServiceChoice } from '../../domain/services/service-choice.js';

/** What to begin with, and what of the wish is not offered. */
export interface PresetChoice {
  choice: ServiceChoice | null;
  unknown: 'service' | 'option' | null;
}

/**
 * What the visitor's link asks for (`#knead-service=<id>&option=<id>`), else the page, else the only treatment that can
 * be chosen. A treatment without a known duration begins with the one nearest to an hour.
 */
export function presetChoice(
  possible: readonly Service[],
  place: Place,
  page: { service: string | null; option: string | null },
  fragment: string,
): PresetChoice {
  const link = new URLSearchParams(fragment.slice(1));
  const linked = link.get('knead-service');
  const only = possible.length === 1 ? possible[0]!.id : null;
  const [service, optionId] = linked ? [linked, link.get('option')] : [page.service ?? only, page.option];
  const meant = possible.find(({ id }) => id === service);
  if (!meant) return { choice: null, unknown: service ? 'service' : null };
  const choice = defaultChoice(meant, place)!;
  const option = optionsAt(meant, place).find(({ id }) => id === optionId);
  if (option) choice.optionId = option.id;
  return { choice, unknown: optionId && !option ? 'option' : null };
}
