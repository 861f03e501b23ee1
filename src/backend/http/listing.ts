import type { DirectoryBackend, ListingBackend } from '../booking-backend.js';
import type { PractitionerSearch } from '../../contract/practitioner-search.js';
import {
  Availability,
  AvailabilitySummary,
  type AvailabilityQuery,
  type AvailabilitySummaryQuery,
} from '../../contract/availability.js';
import { PractitionerFilters } from '../../contract/practitioner-search.js';
import { Catalogue, PractitionerPage } from '../../contract/service.js';
import { json } from './answer.js';
import { HttpCaller } from './http-caller.js';
import { choiceParameters, isPrivate, searchParameters, summaryParameters } from './parameters.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- TypeScript asks this of a class made from another one.
type Constructor<Of> = new (...given: any[]) => Of;

/**
 * Gives a class what lists of practitioners ask. A function, because listing pages have it without what booking takes, and
 * the complete backend with it.
 */
export function listing<Base extends Constructor<HttpCaller>>(base: Base): Base & Constructor<DirectoryBackend> {
  return class extends base implements DirectoryBackend {
    practitioners(search: PractitionerSearch, signal?: AbortSignal): Promise<PractitionerPage> {
      if (isPrivate(search)) return this.ask('/practitioner-searches', search, json(PractitionerPage), signal);
      return this.get(PractitionerPage, '/practitioners', searchParameters(search), signal);
    }

    practitionerFilters(signal?: AbortSignal): Promise<PractitionerFilters> {
      return this.get(PractitionerFilters, '/practitioner-filters', {}, signal);
    }

    availabilitySummary(query: AvailabilitySummaryQuery, signal?: AbortSignal): Promise<AvailabilitySummary> {
      return this.get(AvailabilitySummary, '/availability/summary', summaryParameters(query), signal, 'no-cache');
    }
  };
}

/** What cards and lists of them ask over HTTP, and nothing of what booking takes. */
export class ListingHttpBackend extends listing(HttpCaller) implements ListingBackend {
  catalogue({ practitionerId }: { practitionerId?: string }, signal?: AbortSignal): Promise<Catalogue> {
    return this.get(Catalogue, '/services', { practitioner: practitionerId }, signal);
  }

  availability(query: AvailabilityQuery, signal?: AbortSignal): Promise<Availability> {
    return this.get(Availability, '/availability', choiceParameters(query), signal, 'no-cache');
  }
}
