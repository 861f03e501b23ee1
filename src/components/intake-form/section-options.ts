import type { ConsentDocument, HealthBasis } from '../../contract/consent.js';
import type { IntakeForm, IntakeItem } from '../../contract/intake.js';
import type { ContactField } from '../../domain/client/contact.js';
import type { IntakeDraft } from '../../domain/client/intake-draft.js';
import type { Localize } from '../../ui/controllers/localize.js';
import type { Details } from './details-kit.js';

/** What every section of the form is made from. */
export interface SectionOptions {
  i18n: Localize;
  form: IntakeForm | null;
  document: ConsentDocument | null;
  healthBasis: HealthBasis;
  draft: IntakeDraft;
  /** The therapist comes to the client, so an address and a phone number are needed. */
  visits: boolean;
  /** Null where whoever shows the form has headed it. */
  headingLevel: number | null;
  /** The id of the first heading, where focus goes to it. */
  headingId?: string | undefined;
  /** Whether a question stands on the page that shows. */
  isShown: (item: IntakeItem) => boolean;
  /** Goes on without the questions, where contact details are given here as well. */
  onInPerson: (() => void) | null;
  /** Words by the id of the control they belong to. */
  errors: ReadonlyMap<string, string>;
  /** Takes a change of the draft as it is by then: autofill writes several fields before the next render. */
  onDraft: (change: (draft: IntakeDraft) => Partial<IntakeDraft>) => void;
  /** What is there beyond the safety check; null where only that is shown. */
  details: Details | null;
}

/** The id of a contact field's control. */
export function contactId(name: ContactField | 'consent'): string {
  return `contact-${name}`;
}
