import type { BookingBackend } from '../../backend/booking-backend.js';
import { connect, ConfigurationError, storesFor } from '../../backend/connect.js';
import type { Contact } from '../../contract/business.js';
import type { ConsentDocument, HealthBasis } from '../../contract/consent.js';
import type { IntakeForm } from '../../contract/intake.js';
import { documentOf } from '../../domain/intake/submission.js';
import { warnBadInput } from '../../ui/element/warn-once.js';
import type { Localize } from '../../ui/controllers/localize.js';
import type { Later, LaterElement } from './later-kit.js';
import { loadLater } from './load-later.js';

/** What is loaded where the page gives a form's id instead of the form. */
export interface LoadedForm {
  /** Null where there is nothing to ask, and `later` says why. */
  form: IntakeForm | null;
  document: ConsentDocument | null;
  /** A human to talk to. Loaded with the form: asking for it at a stop would tell the backend that somebody was stopped. */
  contact: Contact;
  /** Where the questions are those of a booking that was made. */
  later?: Later;
}

/** Which form, from where. */
export interface FormSource {
  backend: string | BookingBackend | null;
  id: string;
  version: string | null;
  basis: HealthBasis;
}

/**
 * Loads a form and what stands beside it. Rejects as the backend does, or with `ConfigurationError` where the page does not
 * say enough; that is warned of in the console. With a `submitLabel` the answers are those of a booking that was made.
 */
export async function loadForm(
  element: Element & { submitLabel: string | null },
  { backend, id, version, basis }: FormSource,
  signal: AbortSignal,
): Promise<LoadedForm> {
  if (!version) throw misconfigured(element, 'form-version', 'the version of the form that form-id names');
  const { catalogue } = await storesFor(await backendOf(element, backend));
  const [form, { business }] = await Promise.all([
    catalogue.intakeForm({ id, version }, signal),
    catalogue.discovery(signal),
  ]);
  const told = documentOf(form, basis);
  const document = told ? await catalogue.consentDocument(told, signal) : null;
  return { form: (element.submitLabel && form.whole) || form, document, contact: business.contact };
}

async function backendOf(element: Element, source: string | BookingBackend | null): Promise<BookingBackend> {
  try {
    const backend = await connect(source, element);
    if (backend) return backend;
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
  }
  throw misconfigured(element, 'backend', 'the address of a backend, here or on an element around it');
}

function misconfigured(element: Element, name: string, expected: string): ConfigurationError {
  warnBadInput(element, name, expected);
  return new ConfigurationError(expected);
}

/** Loads the questions of a booking that was made. Rejects like {@link loadForm}. */
export async function loadBooked(
  element: LaterElement & { backend: string | BookingBackend | null },
  i18n: Localize,
  signal: AbortSignal,
): Promise<LoadedForm> {
  const [backend, { open }] = await Promise.all([backendOf(element, element.backend), loadLater()]);
  return open(element, { i18n, backend }, signal);
}
