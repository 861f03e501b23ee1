import type { TemplateResult } from 'lit';
import { FORM_SECTIONS, type FormSection } from '../../domain/intake/submission.js';
import { safetySection } from './questions-section.js';
import type { SectionOptions } from './section-options.js';

/** The sections in their order, each writing its part of the draft. Those beyond the first need the details. */
export function formSections(sections: readonly FormSection[], options: SectionOptions): TemplateResult[] {
  return sections.map((section) =>
    section === 'safety' ? safetySection(options) : options.details![section](options),
  );
}

/** The sections an attribute names, or undefined where it is not there. */
export function wordsOf(sections: string | null): string[] | undefined {
  return sections?.split(/\s+/).filter(Boolean);
}

/** Whether an attribute names nothing but sections. */
export function areSections(sections: string | null): boolean {
  return (wordsOf(sections) ?? []).every((word) => FORM_SECTIONS.some((section) => section === word));
}
