import type { html, LitElement, nothing, TemplateResult } from 'lit';
import type { BookingBackend, ManagingBackend } from '../../backend/booking-backend.js';
import type { HealthBasis } from '../../contract/consent.js';
import type { Answers } from '../../contract/intake.js';
import type { FormSection, IntakeSubmission } from '../../domain/intake/submission.js';
import type { MessageSection } from '../../locales/registry.js';
import type { Localize } from '../../ui/controllers/localize.js';
import type { contactLinks } from '../../ui/templates/contact-links.js';
import type { heading } from '../../ui/templates/heading.js';
import type { notice } from '../../ui/templates/notice.js';
import type { LoadedForm } from './load-form.js';

/** What the part takes from the script that loads it (as the details do). */
export interface LaterKit {
  html: typeof html;
  nothing: typeof nothing;
  contactLinks: typeof contactLinks;
  heading: typeof heading;
  notice: typeof notice;
}

/** The form element, as far as the part has to do with it. */
export interface LaterElement extends LitElement {
  headingLevel: number;
  healthBasis: HealthBasis;
  /** Id of the booking; empty for the one that the address names, `#knead=<id>.<token>`. */
  bookingId: string | null;
}

/** The questions of a booking that was made. */
export interface Later {
  sections: readonly FormSection[];
  /** Given before, and known without asking. */
  answers: Answers;
  /** What shows instead of the form, or null while it asks. */
  screen: () => TemplateResult | null;
  /** What the questions are about. */
  intro: () => TemplateResult;
  /** Words of the button that sends. */
  label: () => string;
  /** Why nothing was sent yet. */
  problem: () => TemplateResult | null;
  /** Sends a completed form. */
  take: (submission: IntakeSubmission) => void;
  /** Beside a stop of which nothing was sent. */
  unsent: () => TemplateResult;
}

/** The part: its words, and what opens the questions of a booking. */
export interface LaterPart {
  messages: MessageSection;
  /** Rejects as the backend does, but for a booking that cannot be opened: that is a screen. */
  open: (element: LaterElement, source: LaterSource, signal: AbortSignal) => Promise<LoadedForm>;
}

/** Where the booking is, and the words for it. */
export interface LaterSource {
  i18n: Localize;
  backend: BookingBackend & Partial<ManagingBackend>;
}
