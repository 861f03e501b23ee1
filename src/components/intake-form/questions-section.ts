import { html, nothing, type TemplateResult } from 'lit';
import type { Answers, IntakeForm, IntakeItem } from '../../contract/intake.js';
import { itemsOf, questionsOf } from '../../domain/intake/submission.js';
import type { Localize } from '../../ui/controllers/localize.js';
import { question, type NextAnswer } from './question.js';
import { sectionHeading } from './section-heading.js';

/** What the safety check or the preferences need. */
export interface QuestionsSectionOptions {
  i18n: Localize;
  form: IntakeForm;
  section: 'safety' | 'preferences';
  /** Null where the section needs no heading. */
  headingLevel: number | null;
  answers: Answers;
  /** Words by the id of the control they belong to. */
  errors: ReadonlyMap<string, string>;
  onAnswer: (item: IntakeItem, next: NextAnswer) => void;
}

/** The id of the control, or of the group of controls, that answers an item. */
export function questionId(form: IntakeForm | null, itemId: string): string {
  return `question-${(form?.items.findIndex(({ id }) => id === itemId) ?? 0) + 1}`;
}

/** The questions of a section that are shown with these answers. Typing never moves or clears another question. */
export function questionsSection(options: QuestionsSectionOptions): TemplateResult {
  const { i18n, form, section, answers, errors, onAnswer } = options;
  const items = questionsOf(form, section, answers);
  const anyRequired = items.some(({ required }) => required);
  const title = i18n.text(section === 'safety' ? 'safetyHeading' : 'yourPreferences');
  return html`<div class="section">
    ${sectionHeading(options.headingLevel, title)}
    ${
      section === 'preferences' && !anyRequired
        ? html`<p class="muted lede" .textContent=${i18n.text('preferencesHint')}></p>`
        : nothing
    }
    ${itemsOf(form, section).map((each) => {
      // One place for every question, shown or not: one that appears must not move the others, or focus would go astray.
      const item = items.find(({ id }) => id === each.id);
      if (!item) return nothing;
      const id = questionId(form, item.id);
      return question({
        i18n,
        item,
        id,
        answer: Object.hasOwn(answers, item.id) ? answers[item.id] : undefined,
        error: errors.get(id),
        markOptional: anyRequired,
        layout: section === 'safety' ? 'rows' : 'grid',
        onAnswer: (next) => onAnswer(item, next),
      });
    })}
  </div>`;
}
