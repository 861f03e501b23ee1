import { html, type TemplateResult } from 'lit';
import type { ConsentDocument } from '../../contract/consent.js';
import type { Answers, IntakeForm, IntakeItem } from '../../contract/intake.js';
import type { IntakeDraft } from '../../domain/client/intake-draft.js';
import type { FormSection } from '../../domain/intake/submission.js';
import type { Localize } from '../../ui/controllers/localize.js';
import { consentSection } from './consent-section.js';
import { contactSection } from './contact-section.js';
import type { FaultLine } from './fault-words.js';
import type { NextAnswer } from './question.js';
import { questionsSection } from './questions-section.js';

/** What the sections are made from. */
export interface FormSectionsOptions {
  i18n: Localize;
  sections: readonly FormSection[];
  form: IntakeForm | null;
  document: ConsentDocument | null;
  draft: IntakeDraft;
  visits: boolean;
  /** Null where whoever shows the form has headed it. */
  headingLevel: number | null;
  faults: readonly FaultLine[];
  /** Takes a change of the draft as it is by then: autofill writes several fields before the next render. */
  onDraft: (change: (draft: IntakeDraft) => Partial<IntakeDraft>) => void;
}

/** The sections in their order, each writing its part of the draft. */
export function formSections(options: FormSectionsOptions): TemplateResult {
  const { sections, form, document, draft, onDraft } = options;
  const shared = { ...options, errors: new Map(options.faults.map(({ controlId, error }) => [controlId, error])) };
  const questions = (section: 'safety' | 'preferences'): TemplateResult =>
    questionsSection({
      ...shared,
      form: form!,
      section,
      answers: draft.answers,
      onAnswer: (item, next) => onDraft(({ answers }) => ({ answers: answered(answers, item, next) })),
    });
  const render: Record<FormSection, () => TemplateResult> = {
    safety: () => questions('safety'),
    contact: () =>
      contactSection({
        ...shared,
        onContact: (field, value) => onDraft(({ contact }) => ({ contact: { ...contact, [field]: value } })),
        onNotes: (notes) => onDraft(() => ({ notes })),
        onTrap: (trap) => onDraft(() => ({ trap })),
      }),
    preferences: () => questions('preferences'),
    consent: () =>
      consentSection({
        ...shared,
        document: document!,
        retention: form?.retention,
        given: draft.consentGiven,
        onChange: (consentGiven) => onDraft(() => ({ consentGiven })),
      }),
  };
  return html`${sections.map((section) => render[section]())}`;
}

function answered(answers: Answers, { id }: IntakeItem, next: NextAnswer): Answers {
  const { [id]: now, ...others } = answers;
  const answer = next(now);
  return answer === undefined ? others : { ...others, [id]: answer };
}
