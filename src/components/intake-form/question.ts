import { html, nothing, type TemplateResult } from 'lit';
import type { AnswerOption, AnswerValue, IntakeItem } from '../../contract/intake.js';
import { toggled } from '../../domain/intake/answers.js';
import type { Localize } from '../../ui/controllers/localize.js';
import { choice, orDivider } from '../../ui/templates/choice.js';
import { field, fieldError } from '../../ui/templates/field.js';

/** The answer after what the visitor did, from the answer as it is by then; undefined is no answer. */
export type NextAnswer = (now: AnswerValue | undefined) => AnswerValue | undefined;

/** What one question needs. */
export interface QuestionOptions {
  i18n: Localize;
  item: IntakeItem;
  /**
   * Unique in the root, and also the `name` of the controls. A position in the form and never the item's own id, because
   * other scripts can read attributes and an id may name a condition.
   */
  id: string;
  answer: AnswerValue | undefined;
  error: string | undefined;
  /** Says "(optional)"; for a question among required ones. */
  markOptional: boolean;
  /** `rows` fill the width, `grid` puts short choices beside each other. */
  layout: 'rows' | 'grid';
  onAnswer: (next: NextAnswer) => void;
}

/** The most steps of a scale whose numbers are shown as choices. */
const LONGEST_SCALE = 10;

/** A question with the control its type calls for. */
export function question(options: QuestionOptions): TemplateResult {
  const { item } = options;
  if (item.type === 'display' || item.type === 'group') return html`<p class="isolate" .textContent=${item.text}></p>`;
  const offered = offeredBy(options);
  return offered ? choices(options, offered) : typed(options);
}

/** What can be chosen; undefined where the answer is typed. */
function offeredBy({ i18n, item }: QuestionOptions): readonly AnswerOption[] | undefined {
  if (item.type === 'boolean' || item.type === 'consent') {
    return [
      { value: 'true', text: i18n.text('yes') },
      { value: 'false', text: i18n.text('no') },
    ];
  }
  if (/choice|time-ago|areas/.test(item.type)) return item.options ?? [];
  return isScale(item) ? scaleOf(item) : undefined;
}

/** Whether a number is chosen from a few numbers that stand side by side. */
export function isScale({ type, min, max }: IntakeItem): boolean {
  return type === 'number' && Number.isInteger(min) && Number.isInteger(max) && max! - min! <= LONGEST_SCALE;
}

function scaleOf({ min, max }: IntakeItem): AnswerOption[] {
  return Array.from({ length: Math.max(0, max! - min! + 1) }, (_, index) => {
    const value = String(min! + index);
    return { value, text: value };
  });
}

function choices(options: QuestionOptions, offered: readonly AnswerOption[]): TemplateResult {
  const { i18n, item, id, answer, error, layout, onAnswer } = options;
  const chosen = chosenIn(answer);
  const multiple = /multi|areas/.test(item.type);
  const describedBy = [multiple && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const one = (option: AnswerOption): TemplateResult => {
    const { value, text: label } = option;
    return choice({
      type: multiple ? 'checkbox' : 'radio',
      name: id,
      value: String(offered.indexOf(option)),
      checked: chosen.includes(value),
      label,
      invalid: multiple && error !== undefined,
      shape: isScale(item) ? 'pill' : 'row',
      onChange: (on) =>
        onAnswer((now) => (multiple ? someOf(toggled(item, chosenIn(now), value, on)) : typedAs(item, value))),
    });
  };
  const exclusive = offered.filter((option) => option.exclusive);
  return html`<fieldset class="question ${error ? 'faulty' : ''}" id=${id} aria-describedby=${describedBy || nothing}>
    <legend class="legend isolate" .textContent=${labelOf(options)}></legend>
    ${multiple ? html`<p class="small muted" id="${id}-hint" .textContent=${i18n.text('selectAll')}></p>` : nothing}
    ${why(options)} ${error ? fieldError(`${id}-error`, i18n.text('errorPrefix'), error) : nothing}
    <div class="choices ${isScale(item) ? 'scale' : layout}">
      ${offered.filter((option) => !option.exclusive).map(one)}
    </div>
    ${
      exclusive.length > 0
        ? html`${orDivider(i18n.text('or'))}
            <div class="choices">${exclusive.map(one)}</div>`
        : nothing
    }
  </fieldset>`;
}

function typed(options: QuestionOptions): TemplateResult {
  const { i18n, item, id, answer, error, onAnswer } = options;
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

function labelOf({ i18n, item, markOptional }: QuestionOptions): string {
  return markOptional && !item.required ? i18n.text('optional', { label: item.text }) : item.text;
}

function why({ i18n, item }: QuestionOptions): TemplateResult | typeof nothing {
  if (!item.why) return nothing;
  return html`<details class="why small">
    <summary .textContent=${i18n.text('whyWeAsk')}></summary>
    <p class="isolate muted" .textContent=${item.why}></p>
  </details>`;
}

function chosenIn(answer: AnswerValue | undefined): string[] {
  return Array.isArray(answer) ? answer : answer === undefined ? [] : [String(answer)];
}

function typedAs(item: IntakeItem, value: string): AnswerValue {
  return /boolean|consent/.test(item.type) ? value === 'true' : item.type === 'number' ? Number(value) : value;
}

function someOf(chosen: string[]): string[] | undefined {
  return chosen.length > 0 ? chosen : undefined;
}
