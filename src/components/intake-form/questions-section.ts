import { html, nothing, type TemplateResult } from 'lit';
import type { Answers, IntakeForm, IntakeItem } from '../../contract/intake.js';
import { answerTo, flatItems } from '../../domain/intake/answers.js';
import { itemsOf, questionsOf } from '../../domain/intake/submission.js';
import { question, type NextAnswer } from './question.js';
import { sectionHeading } from './section-heading.js';
import type { SectionOptions } from './section-options.js';

/** The id of the control, or of the group of controls, that answers an item. */
export function questionId(form: IntakeForm | null, itemId: string): string {
  return `question-${flatItems(form ?? { items: [] }).findIndex(({ id }) => id === itemId) + 1}`;
}

/** The safety check. */
export function safetySection(options: SectionOptions): TemplateResult {
  return html`<div class="section">
    ${sectionHeading(options, options.i18n.text('safetyHeading'))} ${questions('safety', options)}
  </div>`;
}

/** The questions of a section that are shown with these answers. Typing never moves or clears another question. */
export function questions(
  section: 'safety' | 'preferences',
  { i18n, form, draft: { answers }, errors, isShown, onDraft, details }: SectionOptions,
): unknown[] {
  const items = questionsOf(form!, section, answers).filter(isShown);
  const anyRequired = items.some(({ required }) => required);
  return itemsOf(form!, section).map((each) => {
    // One place for every question, shown or not: one that appears must not move the others, or focus would go astray.
    const item = items.find(({ id }) => id === each.id);
    if (!item) return nothing;
    const id = questionId(form, item.id);
    return question(
      {
        i18n,
        item,
        id,
        answer: answerTo(answers, item.id),
        error: errors.get(id),
        markOptional: anyRequired,
        layout: section === 'safety' ? 'rows' : 'grid',
        onAnswer: (next) => onDraft(({ answers }) => ({ answers: answered(answers, item, next) })),
      },
      details,
    );
  });
}

function answered(answers: Answers, { id }: IntakeItem, next: NextAnswer): Answers {
  const { [id]: now, ...others } = answers;
  const answer = next(now);
  return answer === undefined ? others : { ...others, [id]: answer };
}
