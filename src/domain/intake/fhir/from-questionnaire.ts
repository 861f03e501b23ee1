import type { Condition, IntakeForm, ItemType } from '../../../contract/intake.js';
import { formProblems } from '../form-problems.js';
import type { FormProblem } from '../form-reading.js';
import {
  extensionsNamed,
  FHIR_EXTENSION,
  textNamed,
  wellShaped,
  type AnswerChoice,
  type EnableWhen,
  type Extension,
  type Questionnaire,
  type QuestionnaireItem,
} from './resource.js';
import { FHIR_TYPE } from './to-questionnaire.js';

/** Deepest nesting that is read: a group with questions, and one level to say that it is too deep. */
const DEEPEST = 3;

/**
 * The form in a FHIR R4 Questionnaire: one of ours, or a stranger's that keeps to the same subset (its questions are about
 * health, it brings no rules). Everything that is not understood is a problem, by pointer into the form it would have been.
 */
export function fromQuestionnaire(resource: unknown): { form: IntakeForm } | { problems: FormProblem[] } {
  const questionnaire = wellShaped(resource) as Questionnaire;
  if (questionnaire.resourceType !== 'Questionnaire') return { problems: [{ pointer: '', fault: 'shape' }] };
  const { url, identifier, version, title, language, lastReviewDate, item = [] } = questionnaire;
  const [consent] = extensionsNamed(questionnaire, 'consent');
  const [notice] = extensionsNamed(questionnaire, 'notice');
  const [days] = extensionsNamed(questionnaire, 'retention-days');
  const languages = extensionsNamed(questionnaire, 'reviewed-language').flatMap(({ valueCode }) => valueCode ?? []);
  const form = known({
    id: identifier?.[0]?.value ?? url,
    version,
    title,
    language: language ?? 'en',
    items: item.map((each) => intakeItem(each, 1)),
    rules: extensionsNamed(questionnaire, 'rule').map(rule),
    consent: consent && { id: textNamed(consent, 'id'), version: textNamed(consent, 'version') },
    notice: notice && { id: textNamed(notice, 'id'), version: textNamed(notice, 'version') },
    retention: textNamed(questionnaire, 'retention'),
    retentionDays: days?.valueInteger,
    reviewedBy: textNamed(questionnaire, 'reviewed-by'),
    reviewedOn: lastReviewDate,
    reviewedLanguages: languages.length > 0 ? languages : undefined,
  });
  const problems = formProblems(form);
  return problems.length > 0 ? { problems } : { form: form as unknown as IntakeForm };
}

function intakeItem(item: QuestionnaireItem, depth: number): object {
  const { linkId, text, required, enableWhen, enableBehavior, answerOption, item: inner } = item;
  const bound = (url: string): number | undefined => {
    const found = item.extension?.find((each) => each.url === url);
    return found?.valueDecimal ?? found?.valueInteger;
  };
  const initial = answerOption?.find(({ initialSelected }) => initialSelected);
  return known({
    id: linkId,
    section: textNamed(item, 'section') ?? 'health',
    type: typeOf(item),
    text,
    why: textNamed(item, 'why'),
    required,
    options: answerOption?.map(option),
    initial: initial && codeOf(initial),
    min: bound(FHIR_EXTENSION.min),
    max: bound(FHIR_EXTENSION.max),
    severity: textNamed(item, 'severity'),
    from: textNamed(item, 'from'),
    showWhen: enableWhen && condition(enableBehavior, enableWhen.map(comparison)),
    items: depth < DEEPEST ? inner?.map((each) => intakeItem(each, depth + 1)) : undefined,
  });
}

/** Our own type where it agrees with FHIR's, else what FHIR's means here; a type of neither is a problem later. */
function typeOf({ type, repeats, ...item }: QuestionnaireItem): string | undefined {
  const own = textNamed(item, 'type');
  if (own && Object.hasOwn(FHIR_TYPE, own) && FHIR_TYPE[own as ItemType] === type) return own;
  if (type === 'choice') return repeats ? 'multi-choice' : 'choice';
  if (type === 'integer' || type === 'decimal') return 'number';
  return type === 'string' ? 'text' : type;
}

function option(choice: AnswerChoice): object {
  return known({
    value: codeOf(choice),
    text: choice.valueCoding?.display ?? codeOf(choice),
    exclusive: choice.extension?.find(({ url }) => url === FHIR_EXTENSION.exclusive)?.valueBoolean,
    side: textNamed(choice, 'side'),
  });
}

const codeOf = ({ valueCoding, valueString }: AnswerChoice): string | undefined => valueCoding?.code ?? valueString;

function comparison({ question, operator, ...answer }: EnableWhen): object {
  const value =
    answer.answerCoding?.code ??
    answer.answerBoolean ??
    answer.answerDecimal ??
    answer.answerInteger ??
    answer.answerDate ??
    answer.answerString;
  const isPlain = operator === 'exists' && value === true;
  return known({ item: question, op: operator, value: isPlain ? undefined : value });
}

function condition(kind: string | undefined, comparisons: object[]): Condition {
  return (kind === 'all' ? { all: comparisons } : { any: comparisons }) as Condition;
}

function rule(extension: Extension): object {
  const all = (name: string): Extension[] => extensionsNamed(extension, name);
  const texts = (name: string): string[] | undefined => {
    const found = all(name).flatMap(({ valueString, valueCode }) => valueString ?? valueCode ?? []);
    return found.length > 0 ? found : undefined;
  };
  const compared = all('comparison').map((each) => {
    const [value] = extensionsNamed(each, 'value');
    return known({
      item: textNamed(each, 'item'),
      op: textNamed(each, 'op'),
      value: value?.valueString ?? value?.valueDecimal ?? value?.valueBoolean,
    });
  });
  return known({
    id: textNamed(extension, 'id'),
    when: condition(textNamed(extension, 'when'), compared),
    outcome: textNamed(extension, 'outcome'),
    blocked: all('blocked')[0]?.valueBoolean,
    urgency: textNamed(extension, 'urgency'),
    message: textNamed(extension, 'message'),
    deferHours: all('deferHours')[0]?.valueInteger,
    since: textNamed(extension, 'since'),
    skill: textNamed(extension, 'skill'),
    places: texts('place'),
    avoid: texts('avoid'),
    maxIntensity: all('maxIntensity')[0]?.valueInteger,
    mend: textNamed(extension, 'mend'),
  });
}

/** The fields that have a value. */
function known<Fields extends Record<string, unknown>>(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;
}
