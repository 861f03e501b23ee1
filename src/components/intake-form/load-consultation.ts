import { adoptStyles, css, html, nothing, type LitElement } from 'lit';
import { bringMessages } from '../../locales/registry.js';
import { warnOnce } from '../../ui/element/warn-once.js';
import { choice } from '../../ui/templates/choice.js';
import { field } from '../../ui/templates/field.js';
import type { Consultation, ConsultationKit } from './consultation-kit.js';
import { choices, labelOf, why } from './question.js';
import { questions } from './questions-section.js';
import { sectionHeading } from './section-heading.js';

/** How long the consultation may take to arrive, in milliseconds: nobody's booking waits longer for its questions. */
const PATIENCE = 10_000;

const kit: ConsultationKit = { html, css, nothing, choice, choices, field, labelOf, questions, sectionHeading, why };

let loading: Promise<Consultation> | null = null;

/**
 * The consultation, loaded once for the whole page, with its words brought. Rejects where it cannot be loaded, of which the
 * developer is told once, or takes too long; asking again then tries again.
 */
export function loadConsultation(): Promise<Consultation> {
  loading ??= Promise.race([load(), late()]).catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

/** The consultation for a form, whose shadow root then has its styles as well. */
export async function bringConsultation(form: LitElement): Promise<Consultation> {
  const consultation = await loadConsultation();
  const { elementStyles } = form.constructor as typeof LitElement;
  adoptStyles(form.renderRoot as ShadowRoot, [...elementStyles, consultation.styles]);
  return consultation;
}

async function load(): Promise<Consultation> {
  const { default: made } = await import('./consultation.js').catch(notLoaded);
  const consultation = made(kit);
  bringMessages(consultation.messages);
  return consultation;
}

function late(): Promise<never> {
  return new Promise((_, reject) => setTimeout(reject, PATIENCE));
}

function notLoaded(error: unknown): never {
  warnOnce('the questions beyond the safety check could not be loaded and are left to the visit.');
  throw error;
}
