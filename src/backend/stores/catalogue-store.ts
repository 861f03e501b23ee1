import type { ConsentDocument } from '../../contract/consent.js';
import type { Discovery } from '../../contract/discovery.js';
import type { Catalogue } from '../../contract/service.js';
import type { BookingBackend, LoadedForm, VersionReference } from '../booking-backend.js';
import { once, unlessAborted } from '../once.js';

/**
 * What hardly changes: discovery, services with practitioners, forms and documents. Loaded once for all elements of a
 * backend; a failure is forgotten, so asking again tries again. An aborted signal ends only its own caller's wait.
 * Every method rejects as the {@link BookingBackend} does.
 */
export class CatalogueStore {
  readonly #kept = new Map<string, Promise<unknown>>();

  constructor(private readonly backend: BookingBackend) {}

  discovery(signal?: AbortSignal): Promise<Discovery> {
    return this.#get(['discovery'], () => this.backend.discovery(), signal);
  }

  /** Services and practitioners of one practitioner, or of all without `practitionerId`. */
  catalogue(practitionerId?: string, signal?: AbortSignal): Promise<Catalogue> {
    const query = practitionerId ? { practitionerId } : {};
    return this.#get(['catalogue', practitionerId], () => this.backend.catalogue(query), signal);
  }

  intakeForm(form: VersionReference, signal?: AbortSignal): Promise<LoadedForm> {
    return this.#get(['form', form.id, form.version], () => this.backend.intakeForm(form), signal);
  }

  consentDocument(document: VersionReference, signal?: AbortSignal): Promise<ConsentDocument> {
    return this.#get(['document', document.id, document.version], () => this.backend.consentDocument(document), signal);
  }

  #get<Value>(key: unknown[], load: () => Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
    return unlessAborted(once(this.#kept as Map<string, Promise<Value>>, JSON.stringify(key), load), signal);
  }
}
