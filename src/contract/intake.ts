import * as z from 'zod/mini';
import { id, instant, languageTag, line, list, plainDate, text } from './schema.js';
import { Consent } from './consent.js';

/** An answer to one item: yes or no, one choice, several choices, a number, or text. */
export const AnswerValue = z.union([
  z.boolean(),
  z.number(),
  z.string().check(z.maxLength(2000)),
  list(z.string().check(z.maxLength(200)), 60),
]);
export type AnswerValue = z.infer<typeof AnswerValue>;

/** Answers by item id. Absent means not answered. */
export const Answers = z.record(id, AnswerValue);
export type Answers = z.infer<typeof Answers>;

/** One comparison with the answer of another item. For several choices, `=` means "contains". */
export const Comparison = z.object({
  item: id,
  op: z.enum(['exists', '=', '!=', '>', '<', '>=', '<=']),
  value: z.optional(z.union([z.boolean(), z.number(), z.string()])),
});
export type Comparison = z.infer<typeof Comparison>;

/** All of these, or any of these. Items nest, conditions do not. */
export const Condition = z.union([z.object({ all: list(Comparison, 20) }), z.object({ any: list(Comparison, 60) })]);
export type Condition = z.infer<typeof Condition>;

/** A choice of an item. An `exclusive` one ("None of these") cannot stand beside others. */
export const AnswerOption = z.object({ value: id, text: line, exclusive: z.optional(z.boolean()) });
export type AnswerOption = z.infer<typeof AnswerOption>;

/** Which part of the flow shows an item. `safety` is answered on the device and its answers stay there. */
export const IntakeSection = z.enum(['safety', 'health', 'preferences']);
export type IntakeSection = z.infer<typeof IntakeSection>;

/** A question. A subset of FHIR's Questionnaire item. */
export const IntakeItem = z.object({
  id,
  section: IntakeSection,
  type: z.enum(['boolean', 'choice', 'multi-choice', 'text', 'number', 'date', 'display']),
  text: line,
  /** Why this is asked, in a sentence. */
  why: z.optional(text),
  required: z.optional(z.boolean()),
  options: z.optional(list(AnswerOption, 60)),
  /** Bounds of a number. */
  min: z.optional(z.number()),
  max: z.optional(z.number()),
  showWhen: z.optional(Condition),
});
export type IntakeItem = z.infer<typeof IntakeItem>;

/** What screening may lead to, worst first. */
export const OUTCOMES = ['stop', 'clear', 'defer', 'route', 'adapt', 'flag', 'info'] as const;
export const Outcome = z.enum(OUTCOMES);
export type Outcome = z.infer<typeof Outcome>;

/** A screening rule: when the condition holds, the outcome takes effect and the client reads `message`. */
export const ScreeningRule = z.object({
  id,
  when: Condition,
  outcome: Outcome,
  /** How soon to seek help, for `stop`. */
  urgency: z.optional(z.enum(['emergency', 'urgent'])),
  message: text,
  /** For `defer`: no session before so many hours from now. */
  deferHours: z.optional(z.int().check(z.gte(0), z.lte(8760))),
  /** For `route`: the skill a practitioner must have. */
  skill: z.optional(id),
});
export type ScreeningRule = z.infer<typeof ScreeningRule>;

/** A versioned form with its screening rules. Until a reviewer is named, elements warn in the console. */
export const IntakeForm = z.object({
  id,
  version: id,
  title: line,
  language: languageTag,
  items: list(IntakeItem, 300),
  rules: list(ScreeningRule, 300),
  /** The document a client agrees to before any answer is sent. */
  consent: z.optional(z.object({ id, version: id })),
  /** How long answers are kept, in a sentence. */
  retention: z.optional(text),
  reviewedBy: z.optional(line),
  reviewedOn: z.optional(plainDate),
  reviewedLanguages: z.optional(list(languageTag, 50)),
});
export type IntakeForm = z.infer<typeof IntakeForm>;

/** The client's statement that the safety check was passed. It carries no answer. */
export const SafetyAttestation = z.object({ formId: id, version: id, passed: z.literal(true), at: instant });
export type SafetyAttestation = z.infer<typeof SafetyAttestation>;

/** `PUT /v1/bookings/{id}/intake`. */
export const IntakeDelivery = z.object({
  formId: id,
  version: id,
  answers: Answers,
  consent: Consent,
  answeredAt: instant,
});
export type IntakeDelivery = z.infer<typeof IntakeDelivery>;

/** What became of a delivery. Never the answers. */
export const IntakeReceipt = z.object({ status: z.enum(['received']), at: instant });
export type IntakeReceipt = z.infer<typeof IntakeReceipt>;
