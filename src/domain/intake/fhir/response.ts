import type { Answers, AnswerValue, IntakeForm, IntakeItem } from '../../../contract/intake.js';
import { flatItems, visibleAnswers } from '../answers.js';
import type { FormProblem } from '../form-reading.js';
import { canonicalOf, wellShaped, type QuestionnaireResponse, type ResponseItem, type Valued } from './resource.js';
import { codingOf } from './to-questionnaire.js';

/**
 * Answers as a FHIR R4 QuestionnaireResponse, in form order and under the headings they were given under. Only answers
 * that count are in it. `at`: RFC 3339, when they were given.
 */
export function toResponse(form: IntakeForm, answers: Answers, at: string): QuestionnaireResponse {
  const counted = visibleAnswers(form, answers);
  return {
    resourceType: 'QuestionnaireResponse',
    language: form.language,
    questionnaire: `${canonicalOf(form.id)}|${form.version}`,
    status: 'completed',
    authored: at,
    item: form.items.flatMap((item) => responseItem(item, counted)),
  };
}

function responseItem(item: IntakeItem, answers: Answers): ResponseItem[] {
  const { id: linkId, text, items = [] } = item;
  const inner = items.flatMap((question) => responseItem(question, answers));
  if (inner.length > 0) return [{ linkId, text, item: inner }];
  const answer = Object.hasOwn(answers, linkId) ? answers[linkId] : undefined;
  return answer === undefined ? [] : [{ linkId, text, answer: [answer].flat().map((each) => valued(each, item)) }];
}

function valued(answer: boolean | number | string, { id, type, options = [] }: IntakeItem): Valued {
  if (typeof answer === 'boolean') return { valueBoolean: answer };
  if (typeof answer === 'number') return { valueDecimal: answer };
  if (type === 'date') return { valueDate: answer };
  const option = options.find(({ value }) => value === answer);
  return option ? { valueCoding: codingOf(option, id) } : { valueString: answer };
}

/**
 * The answers in a FHIR R4 QuestionnaireResponse to a form. Pointers of problems lead into the response. Whether the
 * answers are acceptable, the form's own rules say.
 */
export function fromResponse(form: IntakeForm, resource: unknown): { answers: Answers } | { problems: FormProblem[] } {
  const { resourceType, questionnaire, item = [] } = wellShaped(resource) as QuestionnaireResponse;
  if (resourceType !== 'QuestionnaireResponse') return { problems: [{ pointer: '', fault: 'shape' }] };
  if (questionnaire !== `${canonicalOf(form.id)}|${form.version}`) {
    return { problems: [{ pointer: '/questionnaire', fault: 'unknown-item' }] };
  }
  const known = new Map(flatItems(form).map((each) => [each.id, each]));
  const answers = new Map<string, AnswerValue>();
  const problems: FormProblem[] = [];
  const read = (items: readonly ResponseItem[], at: string): void => {
    for (const [index, { linkId = '', answer = [], item: inner = [] }] of items.entries()) {
      const asked = known.get(linkId);
      const pointer = `${at}/${index}`;
      if (!asked) problems.push({ pointer: `${pointer}/linkId`, fault: 'unknown-item' });
      else if (answers.has(linkId)) problems.push({ pointer: `${pointer}/linkId`, fault: 'duplicate-id' });
      else if (answer.length > 0) {
        const value = answerOf(asked, answer);
        if (value === undefined) problems.push({ pointer: `${pointer}/answer`, fault: 'shape' });
        else answers.set(linkId, value);
      }
      read(inner, `${pointer}/item`);
    }
  };
  read(item, '/item');
  return problems.length > 0 ? { problems } : { answers: Object.fromEntries(answers) };
}

function answerOf({ type }: IntakeItem, given: readonly Valued[]): AnswerValue | undefined {
  const values = given.map(
    ({ valueCoding, valueBoolean, valueDecimal, valueInteger, valueDate, valueString }) =>
      valueCoding?.code ?? valueBoolean ?? valueDecimal ?? valueInteger ?? valueDate ?? valueString,
  );
  if (type === 'multi-choice' || type === 'areas') {
    return values.every((value) => typeof value === 'string') ? values : undefined;
  }
  const wanted = type === 'number' ? 'number' : type === 'boolean' || type === 'consent' ? 'boolean' : 'string';
  return values.length === 1 && typeof values[0] === wanted ? values[0] : undefined;
}
