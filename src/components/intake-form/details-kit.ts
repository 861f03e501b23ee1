import type { css, CSSResult, html, nothing, TemplateResult } from 'lit';
import type { Answers, IntakeForm, IntakeItem } from '../../contract/intake.js';
import type { ContactFault, ContactField } from '../../domain/client/contact.js';
import type { visibleItems } from '../../domain/intake/answers.js';
import type { IntakePage, Turn } from '../../domain/intake/pages.js';
import type { readRest } from '../../domain/intake/rest-reading.js';
import type { FormSection, IntakeFault } from '../../domain/intake/submission.js';
import type { MessageSection } from '../../locales/registry.js';
import type { Localize } from '../../ui/controllers/localize.js';
import type { button } from '../../ui/templates/button.js';
import type { choice } from '../../ui/templates/choice.js';
import type { field, fieldError } from '../../ui/templates/field.js';
import type { notice } from '../../ui/templates/notice.js';
import type { live } from '../../ui/templates/live.js';
import type { BodyPicture } from './body-picture-kit.js';
import type { choices, labelOf, QuestionOptions, why } from './question.js';
import type { questions, safetySection } from './questions-section.js';
import type { sectionHeading } from './section-heading.js';
import type { SectionOptions } from './section-options.js';

/**
 * What the details get from the script that loads them, so that the file they come in has no second Lit and none of our
 * templates twice.
 */
export interface DetailsKit {
  html: typeof html;
  css: typeof css;
  nothing: typeof nothing;
  notice: typeof notice;
  /** Where the form asks about areas of the body, and a picture of it could be loaded. */
  picture: BodyPicture | null;
  button: typeof button;
  choice: typeof choice;
  choices: typeof choices;
  field: typeof field;
  fieldError: typeof fieldError;
  labelOf: typeof labelOf;
  live: typeof live;
  questions: typeof questions;
  safetySection: typeof safetySection;
  sectionHeading: typeof sectionHeading;
  visibleItems: typeof visibleItems;
  why: typeof why;
}

/** What the form has beyond the safety check. */
export interface Details {
  /** Its words in the built-in language. */
  messages: MessageSection;
  /** Its styles, for the form's shadow root. */
  styles: CSSResult;
  /** The page of the sections that shows. */
  draw: (sections: readonly FormSection[], options: SectionOptions) => unknown;
  /** Where Continue leads from the page that shows, or from the last one. */
  turn: (
    sections: readonly FormSection[],
    shown: Pick<SectionOptions, 'form' | 'draft'>,
    faults: readonly IntakeFault[],
    isLast: boolean,
  ) => Turn;
  /** The page before the one that shows; undefined on the first. */
  pageBefore: (
    sections: readonly FormSection[],
    shown: Pick<SectionOptions, 'form' | 'draft'>,
  ) => IntakePage | undefined;
  /** A question whose answer is typed, chosen on a scale or among areas of the body, or a tick; the heading of a group. */
  question: (options: QuestionOptions) => TemplateResult;
  readRest: typeof readRest;
  /** What is wrong with a contact field and how to mend it. */
  contactWords: (i18n: Localize, field: ContactField | 'consent', fault: ContactFault, outwardCode: string) => string;
  /** The choices that stand until the client makes others. */
  initial: (form: IntakeForm | null) => Answers;
  /** What to do about a number that the question does not take. */
  rangeWords: (i18n: Localize, item: IntakeItem) => string;
}
