import type { ConsentDocument } from '../../contract/consent.js';
import type { Discovery } from '../../contract/discovery.js';
import type { IntakeForm } from '../../contract/intake.js';
import type { Catalogue } from '../../contract/service.js';
import type { BookingBackend, VersionReference } from '../booking-backend.js';
import { once, unlessAborted } from '../once.js';

/**
 * What hardly changes: discovery, services with practitioners, forms and documents. Loaded once for all elements of a
 * backend; a failure is forgotten, so asking again tries again. An aborted signal ends only its own caller's wait.
 * Every method rejects as the {@link BookingBackend} does.
 */
export class CatalogueStore {
  readonly #discovery = new Map<'', Promise<Discovery>>();
  readonly #catalogues = new Map<string, Promise<Catalogue>>();
  readonly #forms = new Map<string, Promise<IntakeForm>>();
  readonly #documents = new Map<string, Promise<ConsentDocument>>();

  constructor(private readonly backend: BookingBackend) {}

  discovery(signal?: AbortSignal): Promise<Discovery> {
    return unlessAborted(
      once(this.#discovery, '', () => this.backend.discovery()),
      signal,
    );
  }

  /** Services and practitioners of one practitioner, or of all without `practitionerId`. */
  catalogue(practitionerId?: string, signal?: AbortSignal): Promise<Catalogue> {
    const query = practitionerId ? { practitionerId } : {};
    return unlessAborted(
      once(this.#catalogues, practitionerId ?? '', () => this.backend.catalogue(query)),
      signal,
    );
  }

  intakeForm(form: VersionReference, signal?: AbortSignal): Promise<IntakeForm> {
    return unlessAborted(
      once(this.#forms, keyOf(form), () => this.backend.intakeForm(form)),
      signal,
    );
  }

  consentDocument(document: VersionReference, signal?: AbortSignal): Promise<ConsentDocument> {
    return unlessAborted(
      once(this.#documents, keyOf(document), () => this.backend.consentDocument(document)),
      signal,
    );
  }
}

function keyOf({ id, version }: VersionReference): string {
  return `${encodeURIComponent(id)}/${encodeURIComponent(version)}`;
}
