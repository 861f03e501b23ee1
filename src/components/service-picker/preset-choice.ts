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
  const service = linked ?? page.service ?? (possible.length === 1 ? possible[0]!.id : null);
  const optionId = linked ? link.get('option') : page.option;
  const meant = possible.find(({ id }) => id === service);
  const choice = (meant && defaultChoice(meant, place)) ?? null;
  if (!service || !meant || !choice) return { choice: null, unknown: service ? 'service' : null };
  if (!optionId) return { choice, unknown: null };
  return optionsAt(meant, place).some(({ id }) => id === optionId)
    ? { choice: { ...choice, optionId }, unknown: null }
    : { choice, unknown: 'option' };
}
