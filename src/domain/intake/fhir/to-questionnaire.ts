import type {
  AnswerOption,
  Comparison,
  Condition,
  IntakeForm,
  IntakeItem,
  ItemType,
  ScreeningRule,
} from '../../../contract/intake.js';
import { flatItems } from '../answers.js';
import {
  canonicalOf,
  FHIR_EXTENSION,
  FORM_SYSTEM,
  ours,
  type AnswerChoice,
  type Coding,
  type EnableWhen,
  type Extension,
  type Questionnaire,
  type QuestionnaireItem,
} from './resource.js';

/** What an item is called in FHIR; where two of ours have one name there, an extension tells which. */
export const FHIR_TYPE: Record<ItemType, string> = {
  boolean: 'boolean',
  consent: 'boolean',
  choice: 'choice',
  'time-ago': 'choice',
  'multi-choice': 'choice',
  areas: 'choice',
  text: 'text',
  number: 'decimal',
  date: 'date',
  group: 'group',
  display: 'display',
};

/**
 * The form as a FHIR R4 Questionnaire, its rules and what else FHIR has no words for in extensions. `fromQuestionnaire`
 * reads it back. Other systems may read `!=` of a question not answered differently.
 */
export function toQuestionnaire(form: IntakeForm): Questionnaire {
  const items = new Map(flatItems(form).map((item) => [item.id, item]));
  return {
    resourceType: 'Questionnaire',
    language: form.language,
    extension: [
      ...(['consent', 'notice'] as const).flatMap((name) => {
        const { id, version } = form[name] ?? {};
        return id && version ? [nested(name, [text('id', id), text('version', version)])] : [];
      }),
      ...some('retention', form.retention),
      ...(form.retentionDays === undefined ? [] : [{ url: ours('retention-days'), valueInteger: form.retentionDays }]),
      ...some('reviewed-by', form.reviewedBy),
      ...(form.reviewedLanguages ?? []).map((tag) => ({ url: ours('reviewed-language'), valueCode: tag })),
      ...form.rules.map(ruleExtension),
    ],
    url: canonicalOf(form.id),
    identifier: [{ system: FORM_SYSTEM, value: form.id }],
    version: form.version,
    title: form.title,
    // Nobody should rely on questions about health that no clinician has read.
    status: form.reviewedBy ? 'active' : 'draft',
    subjectType: ['Patient'],
    ...(form.reviewedOn && { lastReviewDate: form.reviewedOn }),
    item: form.items.map((item) => questionnaireItem(item, items)),
  };
}

function questionnaireItem(item: IntakeItem, items: ReadonlyMap<string, IntakeItem>): QuestionnaireItem {
  const { type, required, options, showWhen, items: inner } = item;
  return {
    extension: [
      { url: ours('section'), valueCode: item.section },
      { url: ours('type'), valueCode: type },
      ...some('why', item.why),
      ...some('severity', item.severity),
      ...some('from', item.from),
      ...(item.min === undefined ? [] : [{ url: FHIR_EXTENSION.min, valueDecimal: item.min }]),
      ...(item.max === undefined ? [] : [{ url: FHIR_EXTENSION.max, valueDecimal: item.max }]),
    ],
    linkId: item.id,
    text: item.text,
    type: FHIR_TYPE[type],
    ...(showWhen && enabling(showWhen, items)),
    ...(required !== undefined && type !== 'display' && { required }),
    ...((type === 'multi-choice' || type === 'areas') && { repeats: true }),
    ...(options && { answerOption: options.map((option) => answerChoice(option, item)) }),
    ...(inner && { item: inner.map((question) => questionnaireItem(question, items)) }),
  };
}

function answerChoice(option: AnswerOption, { id, initial }: IntakeItem): AnswerChoice {
  const extension: Extension[] = [
    ...(option.exclusive === undefined ? [] : [{ url: FHIR_EXTENSION.exclusive, valueBoolean: option.exclusive }]),
    ...some('side', option.side),
  ];
  return {
    ...(extension.length > 0 && { extension }),
    valueCoding: codingOf(option, id),
    ...(initial === option.value && { initialSelected: true }),
  };
}

/** A choice as a code of its own item. */
export function codingOf({ value, text: display }: AnswerOption, itemId: string): Coding {
  return { system: `${FORM_SYSTEM}:item:${encodeURIComponent(itemId)}`, code: value, display };
}

function enabling(
  condition: Condition,
  items: ReadonlyMap<string, IntakeItem>,
): Pick<QuestionnaireItem, 'enableWhen' | 'enableBehavior'> {
  const comparisons = 'all' in condition ? condition.all : condition.any;
  return {
    enableWhen: comparisons.map((comparison) => enableWhen(comparison, items.get(comparison.item))),
    enableBehavior: 'all' in condition ? 'all' : 'any',
  };
}

function enableWhen({ item: question, op: operator, value }: Comparison, asked: IntakeItem | undefined): EnableWhen {
  const when = { question, operator };
  if (operator === 'exists') return { ...when, answerBoolean: value !== false };
  if (typeof value === 'boolean') return { ...when, answerBoolean: value };
  if (typeof value === 'number') return { ...when, answerDecimal: value };
  if (asked?.type === 'date') return { ...when, answerDate: String(value) };
  const option = asked?.options?.find((each) => each.value === value);
  return option ? { ...when, answerCoding: codingOf(option, question) } : { ...when, answerString: String(value) };
}

function ruleExtension(rule: ScreeningRule): Extension {
  const { id, when, outcome, blocked, urgency, message, deferHours, since, skill, places, avoid, maxIntensity, mend } =
    rule;
  const kind = 'all' in when ? 'all' : 'any';
  const comparisons = 'all' in when ? when.all : when.any;
  return nested('rule', [
    text('id', id),
    code('outcome', outcome),
    ...(blocked === undefined ? [] : [{ url: 'blocked', valueBoolean: blocked }]),
    ...(urgency ? [code('urgency', urgency)] : []),
    text('message', message),
    ...(deferHours === undefined ? [] : [{ url: 'deferHours', valueInteger: deferHours }]),
    ...(since ? [text('since', since)] : []),
    ...(skill ? [text('skill', skill)] : []),
    ...(places ?? []).map((place) => code('place', place)),
    ...(avoid ?? []).map((each) => text('avoid', each)),
    ...(maxIntensity === undefined ? [] : [{ url: 'maxIntensity', valueInteger: maxIntensity }]),
    ...(mend ? [text('mend', mend)] : []),
    code('when', kind),
    ...comparisons.map((comparison) => ({ url: 'comparison', extension: comparisonParts(comparison) })),
  ]);
}

function comparisonParts({ item, op, value }: Comparison): Extension[] {
  return [
    text('item', item),
    text('op', op),
    ...(typeof value === 'string' ? [text('value', value)] : []),
    ...(typeof value === 'number' ? [{ url: 'value', valueDecimal: value }] : []),
    ...(typeof value === 'boolean' ? [{ url: 'value', valueBoolean: value }] : []),
  ];
}

const nested = (name: string, extension: Extension[]): Extension => ({ url: ours(name), extension });
const text = (url: string, valueString: string): Extension => ({ url, valueString });
const code = (url: string, valueCode: string): Extension => ({ url, valueCode });
const some = (name: string, value: string | undefined): Extension[] =>
  value === undefined ? [] : [{ url: ours(name), valueString: value }];
