import { FORM_SECTIONS } from '../../domain/intake/submission.js';

/** The sections an attribute names, or undefined where it is not there. */
export function wordsOf(sections: string | null): string[] | undefined {
  return sections?.split(/\s+/).filter(Boolean);
}

/** Whether an attribute names nothing but sections. */
export function areSections(sections: string | null): boolean {
  return (wordsOf(sections) ?? []).every((word) => FORM_SECTIONS.some((section) => section === word));
}
