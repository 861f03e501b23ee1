import { css, html, nothing } from 'lit';
import { unreachable, type ListingBackend } from '../../backend/booking-backend.js';
import type { Discovery } from '../../contract/discovery.js';
import type { PractitionerFilters } from '../../contract/practitioner-search.js';
import type { Practitioner } from '../../contract/practitioner.js';
import { parsePostcode } from '../../domain/client/postcode.js';
import { languageName } from '../../locales/format.js';
import { laterPart } from '../../ui/element/later-part.js';
import { button } from '../../ui/templates/button.js';

/** The filters, loaded once for the whole page. Rejects with `unreachable` where they cannot be. */
export const loadFilters = laterPart(
  async () =>
    (await import('./directory-filters.js')).default({ css, html, nothing, button, languageName, parsePostcode }),
  unreachable,
);

/** What a backend's practitioners can be narrowed by, and where it does not say, what its catalogue tells. */
export async function filterChoices(
  backend: ListingBackend,
  { capabilities }: Discovery,
  signal: AbortSignal,
): Promise<PractitionerFilters> {
  if (capabilities.practitionerSearch && backend.practitionerFilters) {
    const choices = await backend.practitionerFilters(signal).catch(() => null);
    if (choices) return choices;
    signal.throwIfAborted();
  }
  const { services, practitioners } = await backend.catalogue({}, signal);
  const each = <Noun>(of: (one: Practitioner) => readonly Noun[], key: (noun: Noun) => string): Noun[] => [
    ...new Map(practitioners.flatMap(of).map((noun) => [key(noun), noun])).values(),
  ];
  return {
    services,
    specialisms: each(
      ({ specialisms }) => specialisms,
      ({ id }) => id,
    ),
    areas: each(
      ({ places }) => places.flatMap((offer) => ('area' in offer ? [offer.area] : [])),
      ({ name, outwardCode }) => `${name} ${outwardCode}`,
    ),
    languages: each(
      ({ languages }) => languages,
      (language) => language,
    ),
  };
}
