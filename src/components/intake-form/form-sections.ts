import type { TemplateResult } from 'lit';
import type { FormSection } from '../../domain/intake/submission.js';
import { consentSection } from './consent-section.js';
import { contactSection } from './contact-section.js';
import { questionsSection } from './questions-section.js';
import type { SectionOptions } from './section-options.js';

/** The sections in their order, each writing its part of the draft. */
export function formSections(sections: readonly FormSection[], options: SectionOptions): TemplateResult[] {
  return sections.map((section) => {
    if (section === 'contact') return contactSection(options);
    return section === 'consent' ? consentSection(options) : questionsSection(section, options);
  });
}
