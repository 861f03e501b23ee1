import type { ListingBackend } from '../../src/backend/booking-backend.js';
import { BackendFailure } from '../../src/backend/booking-backend.js';
import { PRACTITIONERS } from '../../src/backend/memory/catalogue.js';
import { memoryBackend } from '../../src/backend/memory/memory-backend.js';
import type { Practitioner } from '../../src/contract/practitioner.js';
import type { PractitionerSearch } from '../../src/contract/practitioner-search.js';
import type { PractitionerPage } from '../../src/contract/service.js';

const NAMES = ['Mara L.', 'Tobi O.', 'Kasia R.', 'Deniz A.', 'Ines B.', 'Joan C.', 'Priya D.', 'Sol E.', 'Noor F.'];

/** What a list of many answers otherwise than a sound backend. */
export interface Faults {
  /** The page that fails, counted from 1, as often as `times` says (always by default). */
  page?: { number: number; times?: number };
  /** Changes a page before it is answered. */
  answer?: (page: PractitionerPage, number: number) => PractitionerPage;
}

/** Somebody made up, as the practice's own people are: the name says their number. */
export function madeUp(index: number): Practitioner {
  const like = PRACTITIONERS[index % PRACTITIONERS.length]!;
  return { ...like, id: `${like.id}.${index}`, name: `${NAMES[index % NAMES.length]!} ${index + 1}` };
}

/** A backend with so many therapists, who have the hours of the practice's own. It pages, and narrows by nothing. */
export function manyTherapists(
  count: number,
  faults: Faults = {},
): ListingBackend & { searches: PractitionerSearch[] } {
  const practice = memoryBackend();
  const searches: PractitionerSearch[] = [];
  let failing = faults.page?.times ?? Infinity;
  const pageOf = ({ cursor = '0', limit = 25 }: PractitionerSearch): PractitionerPage => {
    const from = Number(cursor);
    const end = Math.min(count, from + limit);
    const practitioners = Array.from({ length: end - from }, (_, index) => madeUp(from + index));
    return { practitioners, total: count, ...(end < count && { next: String(end) }) };
  };
  const made: ListingBackend = {
    discovery: (signal) => practice.discovery(signal),
    catalogue: (query, signal) => practice.catalogue(query, signal),
    availability: (query, signal) => practice.availability(query, signal),
    practitionerFilters: (signal) => practice.practitionerFilters(signal),
    async practitioners(search) {
      searches.push(search);
      const number = Number(search.cursor ?? 0) / (search.limit ?? 25) + 1;
      if (faults.page?.number === number && failing > 0) {
        failing -= 1;
        throw new BackendFailure('unreachable');
      }
      const page = pageOf(search);
      return faults.answer?.(page, number) ?? page;
    },
    async availabilitySummary({ practitionerIds, ...query }, signal) {
      const like = (id: string): string => id.split('.')[0]!;
      const asked = { ...query, practitionerIds: [...new Set(practitionerIds.map(like))] };
      const { entries, ...rest } = await practice.availabilitySummary(asked, signal);
      return {
        ...rest,
        entries: practitionerIds.flatMap((id) => {
          const entry = entries.find(({ practitionerId }) => practitionerId === like(id));
          return entry ? [{ ...entry, practitionerId: id }] : [];
        }),
      };
    },
  };
  return { ...made, searches };
}

/** Waits for something in an element's own root. */
export async function whenThere(element: Element, selector: string): Promise<HTMLElement> {
  for (let frame = 0; frame < 600; frame += 1) {
    const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
    if (found) return found;
    await new Promise(requestAnimationFrame);
  }
  throw new Error(`no ${selector} in <${element.localName}>`);
}
