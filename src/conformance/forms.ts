import { ConsentDocument } from '../contract/consent.js';
import { IntakeForm } from '../contract/intake.js';
import type { Context } from './case.js';
import { NotHere, read } from './expect.js';

/** The forms the services name, each once. */
export function formsOf({ subject }: Pick<Context, 'subject'>): { id: string; version: string }[] {
  const forms = subject.catalogue.services.flatMap(({ intakeForm }) => intakeForm ?? []);
  return [...new Map(forms.map((form) => [JSON.stringify(form), form])).values()];
}

/** The first form the services name. Throws `NotHere` without one. */
export async function formOf(context: Context): Promise<IntakeForm> {
  const [form] = formsOf(context);
  if (!form) throw new NotHere('no service names an intake form');
  const path = `/intake-forms/${encodeURIComponent(form.id)}/versions/${encodeURIComponent(form.version)}`;
  return read(await context.visitor.api('GET', path), IntakeForm);
}

/** A published text. */
export async function documentOf(
  { visitor }: Context,
  { id, version }: { id: string; version: string },
): Promise<ConsentDocument> {
  const path = `/consent-documents/${encodeURIComponent(id)}/versions/${encodeURIComponent(version)}`;
  return read(await visitor.api('GET', path), ConsentDocument);
}

/** `sha-256:` and the hex digest of a text in UTF-8. */
export async function hashOf(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return `sha-256:${[...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
