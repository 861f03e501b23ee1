import { html, nothing, type TemplateResult } from 'lit';
import type { AnswerOption, AnswerValue, IntakeItem } from '../../contract/intake.js';
import { toggled } from '../../domain/intake/answers.js';
import { isChoice } from '../../domain/intake/submission.js';
import type { Localize } from '../../ui/controllers/localize.js';
import { choice, orDivider } from '../../ui/templates/choice.js';
import { fieldError } from '../../ui/templates/field.js';
import type { Details } from './details-kit.js';

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
  /** `rows` fill the width, `grid` puts short choices beside each other, `scale` makes a row of numbers of them. */
  layout: 'rows' | 'grid' | 'scale';
  onAnswer: (next: NextAnswer) => void;
}

/** A question with the control its type calls for. Where nothing is to be chosen, the control comes with the details. */
export function question(options: QuestionOptions, details: Details | null): TemplateResult {
  const { i18n, item } = options;
  if (item.type === 'display') return html`<p class="isolate" .textContent=${item.text}></p>`;
  if (!isChoice(item)) return details!.question(options);
  return choices(
    options,
    item.type === 'boolean'
      ? [
          { value: 'true', text: i18n.text('yes') },
          { value: 'false', text: i18n.text('no') },
        ]
      : (item.options ?? []),
  );
}

/** A question that is answered by choosing: radios, or checkboxes for a `multi-choice`. `beside` is drawn beside the choices. */
export function choices(options: QuestionOptions, offered: readonly AnswerOption[], beside?: unknown): TemplateResult {
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
      shape: layout === 'scale' ? 'pill' : 'row',
      onChange: (on) =>
        onAnswer((now) => (multiple ? someOf(toggled(item, chosenIn(now), value, on)) : typedAs(item, value))),
    });
  };
  const exclusive = offered.filter((option) => option.exclusive);
  return html`<fieldset class="question ${error ? 'faulty' : ''}" id=${id} aria-describedby=${describedBy || nothing}>
    <legend class="legend isolate" .textContent=${labelOf(options)}></legend>
    ${multiple ? html`<p class="small muted" id="${id}-hint" .textContent=${i18n.text('selectAll')}></p>` : nothing}
    ${why(options)} ${error ? fieldError(`${id}-error`, i18n.text('errorPrefix'), error) : nothing}
    <div class=${beside ? 'with-picture' : nothing}>
      ${beside}
      <div class="choices ${layout}">${offered.filter((option) => !option.exclusive).map(one)}</div>
    </div>
    ${
      exclusive.length > 0
        ? html`${orDivider(i18n.text('or'))}
            <div class="choices">${exclusive.map(one)}</div>`
        : nothing
    }
  </fieldset>`;
}

/** The words of a question, with "(optional)" where that needs saying: not where a choice stands already. */
export function labelOf({ i18n, item, markOptional }: QuestionOptions): string {
  return markOptional && !item.required && !item.initial ? i18n.text('optional', { label: item.text }) : item.text;
}

/** Why a question is asked, on request. */
export function why({ i18n, item }: QuestionOptions): TemplateResult | typeof nothing {
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
  return item.type === 'boolean' ? value === 'true' : value;
}

function someOf(chosen: string[]): string[] | undefined {
  return chosen.length > 0 ? chosen : undefined;
}
