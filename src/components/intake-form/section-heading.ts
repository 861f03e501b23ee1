import { nothing, type TemplateResult } from 'lit';
import { heading } from '../../ui/templates/heading.js';

/** The heading of a section of the form, or nothing where whoever shows the form has headed it. */
export function sectionHeading(level: number | null, text: string): TemplateResult | typeof nothing {
  return level === null ? nothing : heading(level, text, { classes: 'section-heading' });
}
