import { nothing, type TemplateResult } from 'lit';
import { heading } from '../../ui/templates/heading.js';
import type { SectionOptions } from './section-options.js';

/** The heading of a section of the form, or nothing where whoever shows the form has headed it. */
export function sectionHeading(
  { headingLevel, headingId }: Pick<SectionOptions, 'headingLevel' | 'headingId'>,
  text: string,
): TemplateResult | typeof nothing {
  return headingLevel === null
    ? nothing
    : heading(headingLevel, text, { classes: 'section-heading', ...(headingId && { id: headingId }) });
}
