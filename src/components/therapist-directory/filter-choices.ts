import type { PractitionerFilters } from '../../contract/practitioner-search.js';
import type { Practitioner } from '../../contract/practitioner.js';
import { dateIn } from '../../domain/time/local-time.js';
import type { FilterOptions, ListSource } from './filters-kit.js';

/** What a backend's practitioners can be narrowed by; `now` in milliseconds. Rejects as the backend does. */
export async function filterOptions(source: ListSource, now: number, signal: AbortSignal): Promise<FilterOptions> {
  const { currency, genderFilter = false, timeZone } = source.discovery.business;
  return { ...(await choicesOf(source, signal)), currency, gender: genderFilter, today: today(timeZone, now) };
}

/** As the backend says, and where it does not, as its catalogue tells. */
async function choicesOf(
  { backend, discovery: { capabilities } }: ListSource,
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
    areas: each(({ places }) => places.flatMap((offer) => ('area' in offer ? [offer.area] : [])), JSON.stringify),
    languages: each(({ languages }) => languages, String),
  };
}

function today(timeZone: string, now: number): string {
  try {
    return dateIn(timeZone, now);
  } catch {
    // A zone that this browser does not know.
    return dateIn('UTC', now);
  }
}
