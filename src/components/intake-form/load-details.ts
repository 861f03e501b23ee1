import { adoptStyles, css, html, nothing, type LitElement } from 'lit';
import { unreachable } from '../../backend/booking-backend.js';
import { visibleItems } from '../../domain/intake/answers.js';
import { laterPart } from '../../ui/element/later-part.js';
import { button } from '../../ui/templates/button.js';
import { choice } from '../../ui/templates/choice.js';
import { field, fieldError } from '../../ui/templates/field.js';
import { notice } from '../../ui/templates/notice.js';
import { live } from '../../ui/templates/live.js';
import type { Details, DetailsKit } from './details-kit.js';
import { choices, labelOf, why } from './question.js';
import { questions, safetySection } from './questions-section.js';
import { sectionHeading } from './section-heading.js';

const kit: DetailsKit = {
  html,
  css,
  nothing,
  notice,
  picture: null,
  button,
  choice,
  choices,
  field,
  fieldError,
  labelOf,
  live,
  questions,
  safetySection,
  sectionHeading,
  visibleItems,
  why,
};

/**
 * The details, loaded once for the whole page, with their words brought. Rejects with `unreachable` where they cannot be loaded,
 * of which the developer is told once; asking again then tries again.
 */
const loadDetails = laterPart(async () => (await import('./details.js')).default(kit), unreachable);

/** The details, with a picture of the body where a form asks about areas of one. */
export async function fetchDetails(withPicture: boolean): Promise<Details> {
  const [details] = await Promise.all([loadDetails(), withPicture && !kit.picture && loadPicture()]);
  return details;
}

/** The same for a form, whose shadow root then has their styles as well. */
export async function bringDetails(host: LitElement, withPicture: boolean): Promise<Details> {
  const details = await fetchDetails(withPicture);
  const { elementStyles } = host.constructor as typeof LitElement;
  const styles = [...elementStyles, details.styles];
  adoptStyles(host.renderRoot as ShadowRoot, kit.picture ? [...styles, kit.picture.styles] : styles);
  return details;
}

/** Where it cannot be loaded, the list beside it is all that is needed. */
async function loadPicture(): Promise<void> {
  const made = await import('./body-picture.js').catch(() => null);
  if (made) kit.picture = made.default(kit);
}
