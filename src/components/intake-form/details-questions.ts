import type { TemplateResult } from 'lit';
import type { AnswerOption, AnswerValue, IntakeForm, IntakeItem } from '../../contract/intake.js';
import type { Details, DetailsKit } from './details-kit.js';
import { UNCHECKED } from '../../domain/intake/both-languages.js';
import type { QuestionOptions } from './question.js';

/** The most characters of a text, and of one that is typed on a single line. */
const [LONGEST_TEXT, ONE_LINE] = [2000, 200];

/** The most steps of a scale whose numbers are shown as choices. */
const LONGEST_SCALE = 10;

/** A question whose answer is typed, chosen on a scale or among areas of the body, or a tick; the heading of a group. */
export function detailsQuestion(kit: DetailsKit): Details['question'] {
  const { html, nothing, choice, choices, field, fieldError, labelOf, why } = kit;

  /** Areas of the body. Work on the front is for whoever looks for it, so those stay folded. */
  function areas(options: QuestionOptions): TemplateResult {
    const { i18n, item, id, answer, onAnswer } = options;
    const all = item.options ?? [];
    const fronts = all.filter(({ side }) => side === 'front');
    const chosen = listed(answer);
    const isChosen = fronts.some(({ value }) => chosen.includes(value));
    const offered = all.map(({ value }) => value);
    const onPick = (area: string): void =>
      onAnswer((now) => {
        const before = listed(now);
        const next = before.includes(area) ? before.filter((each) => each !== area) : [...before, area];
        return next.length > 0 ? next : undefined;
      });
    const pick = (side: 'back' | 'front'): unknown => kit.picture?.draw(side, { offered, chosen, onPick });
    const text = i18n.text('areasInFront');
    const { why: _, ...inFront } = { ...item, text, required: true };
    const backs = all.filter(({ side }) => side !== 'front');
    return html`<div class="areas">
      ${choices(options, backs, pick('back'))}
      ${
        fronts.length > 0
          ? html`<details ?open=${isChosen}>
              <summary .textContent=${text}></summary>
              ${choices({ ...options, id: `${id}-front`, item: inFront, error: undefined }, fronts, pick('front'))}
            </details>`
          : nothing
      }
    </div>`;
  }

  /** A tick of its own, which says in its own words what is agreed to. */
  function tick({ i18n, item, id, answer, error, onAnswer }: QuestionOptions): TemplateResult {
    return html`<fieldset class="question ${error ? 'faulty' : ''}" id=${id}>
      <legend class="visually-hidden" .textContent=${i18n.text('consentHeading')}></legend>
      ${error ? fieldError(`${id}-error`, i18n.text('errorPrefix'), error) : nothing}
      ${choice({
        type: 'checkbox',
        name: id,
        value: 'given',
        checked: answer === true,
        label: item.text,
        invalid: error !== undefined,
        ...(error && { describedBy: `${id}-error` }),
        onChange: (on) => onAnswer(() => on || undefined),
      })}
    </fieldset>`;
  }

  return (options) => {
    const { i18n, item, id, answer, error, onAnswer } = options;
    if (item.id === UNCHECKED) {
      const around = i18n.host.getRootNode();
      // Where it is not to be had, both languages are there all the same.
      import('./own-words.js').then(
        (ownWords) => ownWords.default(options, around),
        () => 0,
      );
      return html`<div id="own-words"></div>`;
    }
    if (item.type === 'group') return html`<span class="isolate" .textContent=${item.text}></span>`;
    if (item.type === 'areas') return areas(options);
    if (item.type === 'consent') return tick(options);
    if (isScale(item)) {
      // A choice is text, and the answer a number.
      const onNumber: QuestionOptions['onAnswer'] = (next) => onAnswer((now) => Number(next(now)));
      return choices({ ...options, layout: 'scale', onAnswer: onNumber }, scaleOf(item));
    }
    const { max: longest = LONGEST_TEXT } = item;
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
          ? { maxLength: longest, ...(longest > ONE_LINE && { rows: 2 }) }
          : item.type === 'date'
            ? { type: 'date', size: 12 }
            : { inputMode: 'numeric', size: 8 }),
      })}
      ${why(options)}
    </div>`;
  };
}

/** What to do about a number that the question does not take. */
export const rangeWords: Details['rangeWords'] = (i18n, item) => {
  if (isScale(item)) return i18n.text('outOfRange');
  return item.min === undefined || item.max === undefined
    ? i18n.text('numberNeeded')
    : i18n.text('numberBetween', { min: item.min, max: item.max });
};

/** Questions about health and preferences that are not known without asking, in the order of the page. */
export function inOrder(items: readonly IntakeItem[]): IntakeItem[] {
  return items.filter((item) => /health|preferences/.test(item.section) && isAsked(item));
}

/** The same with the questions of groups, each after its group. */
export function asked({ items }: IntakeForm): IntakeItem[] {
  return inOrder(items).flatMap((item) => [item, ...(item.items ?? []).filter(isAsked)]);
}

function listed(answer: AnswerValue | undefined): string[] {
  return Array.isArray(answer) ? answer : [];
}

/** Whether somebody has to be asked. */
export const isAsked = ({ from }: Pick<IntakeItem, 'from'>): boolean => !from;

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
