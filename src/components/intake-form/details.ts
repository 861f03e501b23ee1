/**
 * The details: what the intake form has beyond the safety check. Script tags load it from a file of its own, shortly before it
 * is needed; it takes Lit and our templates from whoever loads it.
 */
import type { TemplateResult } from 'lit';
import type { AnswerOption, IntakeItem } from '../../contract/intake.js';
import { readContact } from '../../domain/client/contact.js';
import { details as messages } from '../../locales/en-GB.js';
import { contactSection } from './contact-section.js';
import type { Details, DetailsKit } from './details-kit.js';
import type { QuestionOptions } from './question.js';
import type { SectionOptions } from './section-options.js';

/** The most steps of a scale whose numbers are shown as choices. */
const LONGEST_SCALE = 10;

/** Makes the details from what their host has. */
export default function details(kit: DetailsKit): Details {
  const { html, css, nothing, choice, choices, field, labelOf, questions, sectionHeading, why } = kit;

  function preferences(options: SectionOptions): TemplateResult {
    const { i18n, headingLevel, form } = options;
    const anyRequired = form!.items.some(({ section, required }) => section !== 'safety' && required);
    return html`<div class="section">
      ${sectionHeading(headingLevel, i18n.text('yourPreferences'))}
      ${anyRequired ? nothing : html`<p class="muted lede" .textContent=${i18n.text('preferencesHint')}></p>`}
      ${questions('preferences', options)}
    </div>`;
  }

  /**
   * One box of its own for the answers about health: explicit consent is separate from every other agreement, begins
   * unticked, and may stay so without losing the booking (UK GDPR Art. 9(2)(a) and 7(2)).
   */
  function consent({ i18n, headingLevel, form, document, draft, onDraft }: SectionOptions): TemplateResult {
    const { recipient, language, text } = document!;
    const notes = [recipient && i18n.text('consentRecipient', { recipient }), form?.retention];
    return html`<div class="section">
      ${sectionHeading(headingLevel, i18n.text('consentHeading'))}
      ${choice({
        type: 'checkbox',
        name: 'consent',
        value: 'given',
        checked: draft.consentGiven,
        label: html`<span class="choice-label isolate consent" lang=${language} .textContent=${text}></span>`,
        describedBy: 'consent-hint',
        onChange: (consentGiven) => onDraft(() => ({ consentGiven })),
      })}
      <div class="consent-notes small muted" id="consent-hint">
        <p .textContent=${i18n.text('consentHint')}></p>
        ${notes.map((note) => (note ? html`<p class="isolate" .textContent=${note}></p>` : nothing))}
      </div>
    </div>`;
  }

  function question(options: QuestionOptions): TemplateResult {
    const { i18n, item, id, answer, error, onAnswer } = options;
    if (isScale(item)) {
      // A choice is text, and the answer a number.
      const onNumber: QuestionOptions['onAnswer'] = (next) => onAnswer((now) => Number(next(now)));
      return choices({ ...options, layout: 'scale', onAnswer: onNumber }, scaleOf(item));
    }
    return html`<div class="question">
      ${field({
        id,
        label: labelOf(options),
        value: answer === undefined ? '' : String(answer),
        error,
        errorPrefix: i18n.text('errorPrefix'),
        autocomplete: 'off',
        onInput: (value) => onAnswer(() => (value === '' ? undefined : value)),
        required: item.required === true,
        ...(item.type === 'text'
          ? { rows: 3, maxLength: 2000 }
          : item.type === 'date'
            ? { type: 'date', size: 12 }
            : { inputMode: 'numeric', size: 8 }),
      })}
      ${why(options)}
    </div>`;
  }

  const styles = css`
    .section-heading + .lede {
      margin-block-start: calc(var(--_space) * -2.5);
    }
    .lede {
      max-inline-size: 58ch;
    }
    .choices.grid {
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 13.5em), 1fr));
    }
    .choices.scale {
      display: flex;
      flex-wrap: wrap;
    }
    .scale .choice {
      justify-content: center;
      min-inline-size: var(--_control);
      padding-inline: 10px;
    }
    .consent {
      white-space: pre-line;
    }
    .consent-notes {
      display: grid;
      gap: 4px;
      max-inline-size: 68ch;
      margin-block-start: calc(var(--_space) * -2);
    }
  `;

  const contact = contactSection(kit);
  return { messages, styles, contact, preferences, consent, question, readContact, contactWords, rangeWords };
}

const contactWords: Details['contactWords'] = (i18n, field, fault, outwardCode) =>
  fault === 'too-long'
    ? i18n.text('tooLong')
    : // Each field has words for the faults it can have, and one of them names the area.
      i18n.text(`fault.${field}.${fault}` as 'fault.postcode.elsewhere', { outwardCode });

const rangeWords: Details['rangeWords'] = (i18n, item) => {
  if (isScale(item)) return i18n.text('outOfRange');
  return item.min === undefined || item.max === undefined
    ? i18n.text('numberNeeded')
    : i18n.text('numberBetween', { min: item.min, max: item.max });
};

/** Whether a number is chosen from a few numbers that stand side by side. */
function isScale({ type, min, max }: IntakeItem): boolean {
  return type === 'number' && Number.isInteger(min) && Number.isInteger(max) && max! - min! <= LONGEST_SCALE;
}

function scaleOf({ min, max }: IntakeItem): AnswerOption[] {
  return Array.from({ length: Math.max(0, max! - min! + 1) }, (_, index) => {
    const value = String(min! + index);
    return { value, text: value };
  });
}
