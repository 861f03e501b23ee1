import { isObject } from '../form-reading.js';

/** As much of FHIR R4 as forms and answers need. Everything is optional: it is read from outside as well. */

export interface Coding {
  system?: string;
  code?: string;
  display?: string;
}

/** A value under the name of its type, as in `valueString`. */
export interface Valued {
  valueBoolean?: boolean;
  valueString?: string;
  valueCode?: string;
  valueInteger?: number;
  valueDecimal?: number;
  valueDate?: string;
  valueCoding?: Coding;
}

export interface Extension extends Valued {
  url: string;
  extension?: Extension[];
}

export interface EnableWhen {
  question?: string;
  operator?: string;
  answerBoolean?: boolean;
  answerDecimal?: number;
  answerInteger?: number;
  answerDate?: string;
  answerString?: string;
  answerCoding?: Coding;
}

export interface AnswerChoice extends Valued {
  extension?: Extension[];
  initialSelected?: boolean;
}

export interface QuestionnaireItem {
  extension?: Extension[];
  linkId?: string;
  text?: string;
  type?: string;
  required?: boolean;
  repeats?: boolean;
  enableWhen?: EnableWhen[];
  enableBehavior?: string;
  answerOption?: AnswerChoice[];
  item?: QuestionnaireItem[];
}

export interface Questionnaire {
  resourceType: 'Questionnaire';
  language?: string;
  extension?: Extension[];
  url?: string;
  identifier?: { system?: string; value?: string }[];
  version?: string;
  title?: string;
  status?: string;
  subjectType?: string[];
  lastReviewDate?: string;
  item?: QuestionnaireItem[];
}

export interface ResponseItem {
  linkId?: string;
  text?: string;
  answer?: Valued[];
  item?: ResponseItem[];
}

export interface QuestionnaireResponse {
  resourceType: 'QuestionnaireResponse';
  language?: string;
  questionnaire?: string;
  status?: string;
  authored?: string;
  item?: ResponseItem[];
}

/** What FHIR itself calls an extension. */
export const FHIR_EXTENSION = {
  min: 'http://hl7.org/fhir/StructureDefinition/minValue',
  max: 'http://hl7.org/fhir/StructureDefinition/maxValue',
  exclusive: 'http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive',
} as const;

/** The name of an extension that is ours. */
export const ours = (name: string): string => `urn:knead:fhir:${name}`;

/** A system of codes or identifiers that is ours. */
export const FORM_SYSTEM = 'urn:knead:form';

/** The canonical address of a form, without its version. */
export const canonicalOf = (formId: string): string => `${FORM_SYSTEM}:${encodeURIComponent(formId)}`;

/** The extensions of ours with a name. */
export function extensionsNamed({ extension = [] }: { extension?: Extension[] }, name: string): Extension[] {
  return extension.filter(({ url }) => url === ours(name) || url === name);
}

/** The text or code of an extension of ours, or undefined. */
export function textNamed(of: { extension?: Extension[] }, name: string): string | undefined {
  const [found] = extensionsNamed(of, name);
  return found?.valueString ?? found?.valueCode;
}

const LISTS = ['extension', 'item', 'enableWhen', 'answerOption', 'identifier', 'answer'];
const OBJECTS = ['valueCoding', 'answerCoding'];
/** Deeper than anything that is read. */
const DEEPEST = 12;

/** A resource with nothing in it but lists, objects and plain values where they belong; everything else is left out. */
export function wellShaped(value: unknown, depth = 0): object {
  if (!isObject(value) || depth > DEEPEST) return {};
  const fields = Object.entries(value).flatMap(([key, field]): [string, unknown][] => {
    if (LISTS.includes(key)) {
      return Array.isArray(field) ? [[key, field.filter(isObject).map((each) => wellShaped(each, depth + 1))]] : [];
    }
    if (OBJECTS.includes(key)) return isObject(field) ? [[key, wellShaped(field, depth + 1)]] : [];
    return ['string', 'number', 'boolean'].includes(typeof field) ? [[key, field]] : [];
  });
  return Object.fromEntries(fields);
}
