import type { Answers } from '../../contract/intake.js';
import { emptyContact, type ContactDraft } from './contact.js';

/** Everything a visitor has typed into the forms so far. Lives in memory only, and no failure or step back loses it. */
export interface IntakeDraft {
  contact: ContactDraft;
  answers: Answers;
  /** The box under the consent text is ticked; or, on the basis of care, the client went on past what they are told. */
  consentGiven: boolean;
  notes: string;
  /** What a form filler put into the field no person sees. */
  trap: string;
  /** The page of the form that shows, or showed last: see `domain/intake/pages.ts`. */
  page: number;
}

/** Nothing typed yet. */
export const emptyIntake: IntakeDraft = {
  contact: emptyContact,
  answers: {},
  consentGiven: false,
  notes: '',
  trap: '',
  page: 0,
};

/** A draft with every field present, whatever the page that gave it left out. */
export function completed(
  draft: Partial<Omit<IntakeDraft, 'contact'>> & { contact?: Partial<ContactDraft> },
): IntakeDraft {
  return { ...emptyIntake, ...draft, contact: { ...emptyContact, ...draft.contact } };
}
