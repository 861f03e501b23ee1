import * as z from 'zod/mini';
import { id, instant, languageTag, line, list, plainDate, text } from './schema.js';
import { Consent } from './consent.js';
import { Place } from './place.js';

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
export const AnswerOption = z.object({
  value: id,
  text: line,
  exclusive: z.optional(z.boolean()),
  /** Of a body area: the side of the body it is drawn on. */
  side: z.optional(z.enum(['back', 'front'])),
});
export type AnswerOption = z.infer<typeof AnswerOption>;

/**
 * Which part of the flow shows an item. `safety` is answered on the device and its answers stay there. `screening` is
 * shown on the same screen, below; its answers stay on the device until the client consents, then travel with the rest.
 */
export const IntakeSection = z.enum(['safety', 'screening', 'health', 'preferences']);
export type IntakeSection = z.infer<typeof IntakeSection>;

/**
 * What an item is answered with. `time-ago` is a choice whose values are hours as decimal strings, the least that may
 * have passed. `areas` is a choice of several body areas. `consent` is a tick that has to be given where it is required.
 * `group` and `display` are not answered.
 */
export const ItemType = z.enum([
  'boolean',
  'choice',
  'multi-choice',
  'text',
  'number',
  'date',
  'time-ago',
  'areas',
  'consent',
  'group',
  'display',
]);
export type ItemType = z.infer<typeof ItemType>;

/** A question inside a group. */
export const GroupedItem = z.object({
  id,
  section: IntakeSection,
  type: ItemType,
  text: line,
  /** Why this is asked, in a sentence. */
  why: z.optional(text),
  required: z.optional(z.boolean()),
  options: z.optional(list(AnswerOption, 60)),
  /** The choice that stands until the client makes another. */
  initial: z.optional(id),
  /** Bounds of a number. `max` of a `text`: its most characters; a few are typed on one line. */
  min: z.optional(z.number()),
  max: z.optional(z.number()),
  /** Declares an order of answers, numbers by value and options as listed: `rising` goes from mild to severe. */
  severity: z.optional(z.enum(['rising', 'falling'])),
  /**
   * Not asked but known. `session`: those of the item's options that are the id of the service, the ids of the add-ons or
   * the place chosen, and `ask-…` where the host switched such a question on. `hours-ahead`: whole hours from now to the
   * chosen time.
   */
  from: z.optional(z.enum(['session', 'hours-ahead'])),
  showWhen: z.optional(Condition),
});
export type GroupedItem = z.infer<typeof GroupedItem>;

/** A question, or a group with a heading. A subset of FHIR's Questionnaire item. */
export const IntakeItem = z.object({
  ...GroupedItem.shape,
  /** Of a `group`: its questions. One level; they are shown only where the group is. */
  items: z.optional(list(GroupedItem, 60)),
});
export type IntakeItem = z.infer<typeof IntakeItem>;

/** What screening may lead to, worst first. */
export const OUTCOMES = ['stop', 'clear', 'defer', 'route', 'adapt', 'flag', 'info'] as const;
export const Outcome = z.enum(OUTCOMES);
export type Outcome = z.infer<typeof Outcome>;

const hours = z.int().check(z.gte(0), z.lte(8760));

/** What a rule does besides its message. An effect belongs to an outcome, and a rule of that outcome or a worse one may carry it. */
const Effects = z.object({
  /** Of `clear`: not even a request is taken online; the message leads to a human. */
  blocked: z.optional(z.boolean()),
  /** Of `defer`: no session before so many hours from now. */
  deferHours: z.optional(hours),
  /** Of `route`: the skill a practitioner must have. */
  skill: z.optional(id),
  /** Of `route`: the only places where the session can be. */
  places: z.optional(list(Place, 2)),
  /** Of `adapt`: body areas and techniques, by id, that are left out. */
  avoid: z.optional(list(id, 60)),
  /** Of `adapt`: services of a higher intensity are not offered. */
  maxIntensity: z.optional(z.int().check(z.gte(1), z.lte(5))),
});

/** How soon to seek help, for `stop`. */
export const Urgency = z.enum(['emergency', 'urgent']);
export type Urgency = z.infer<typeof Urgency>;

/** A screening rule: when the condition holds, the outcome takes effect and the client reads `message`. */
export const ScreeningRule = z.object({
  id,
  when: Condition,
  outcome: Outcome,
  urgency: z.optional(Urgency),
  /** May hold `{emergency}` and `{urgent}`, where the numbers to call are filled in. */
  message: text,
  ...Effects.shape,
  /** With `deferHours`: the `time-ago` item whose answer the hours are counted from. */
  since: z.optional(id),
  /** The item whose answer has to change before the client can go on: two answers contradict each other. */
  mend: z.optional(id),
});
export type ScreeningRule = z.infer<typeof ScreeningRule>;

/** A versioned form with its screening rules. Until a reviewer is named, elements warn in the console. */
export const IntakeForm = z.object({
  id,
  version: id,
  title: line,
  language: languageTag,
  /** The language the form was written in, where this is a translation of it. */
  translatedFrom: z.optional(languageTag),
  items: list(IntakeItem, 300),
  rules: list(ScreeningRule, 300),
  /** The document a client agrees to before any answer is sent. */
  consent: z.optional(z.object({ id, version: id })),
  /** The document a client is told instead, where answers are taken on the basis of care. */
  notice: z.optional(z.object({ id, version: id })),
  /** How long answers are kept, in a sentence. */
  retention: z.optional(text),
  /** The same in days, counted from the end of the last session booked. Then the answers are deleted. */
  retentionDays: z.optional(z.int().check(z.gte(1), z.lte(36_525))),
  reviewedBy: z.optional(line),
  reviewedOn: z.optional(plainDate),
  /** The languages whose words were reviewed. Of any other translation only the safety check is used, in both languages. */
  reviewedLanguages: z.optional(list(languageTag, 50)),
});
export type IntakeForm = z.infer<typeof IntakeForm>;

/** The client's statement that the safety check was passed. It carries no answer. */
export const SafetyAttestation = z.object({ formId: id, version: id, passed: z.literal(true), at: instant });
export type SafetyAttestation = z.infer<typeof SafetyAttestation>;

/** What one rule of a form led to. */
export const EvaluatedOutcome = z.object({
  ruleId: id,
  outcome: Outcome,
  urgency: z.optional(Urgency),
  message: text,
  ...Effects.shape,
});
export type EvaluatedOutcome = z.infer<typeof EvaluatedOutcome>;

/**
 * `POST /v1/intake-evaluations`: what do these answers lead to? Nothing of it is kept. Answers of the safety check are
 * refused here as everywhere: they never leave the device.
 */
export const IntakeEvaluationRequest = z.object({ formId: id, version: id, answers: Answers });
export type IntakeEvaluationRequest = z.infer<typeof IntakeEvaluationRequest>;

/** Opaque: the backend's word on form, outcomes and answers, good for a short while. It names no answer. */
export const IntakeProof = z.string().check(z.minLength(16), z.maxLength(2000));
export type IntakeProof = z.infer<typeof IntakeProof>;

/** Outcomes worst first, and the proof that a booking carries instead of answers. */
export const IntakeEvaluation = z.object({
  outcomes: list(EvaluatedOutcome, 300),
  proof: IntakeProof,
  expiresAt: instant,
});
export type IntakeEvaluation = z.infer<typeof IntakeEvaluation>;

/** `PUT /v1/bookings/{id}/intake`. */
export const IntakeDelivery = z.object({
  formId: id,
  version: id,
  answers: Answers,
  consent: Consent,
  answeredAt: instant,
  /** Of an evaluation of these very answers, where they are not the ones the booking was made with. */
  proof: z.optional(IntakeProof),
});
export type IntakeDelivery = z.infer<typeof IntakeDelivery>;

/** What became of a delivery. Never the answers. */
export const IntakeReceipt = z.object({
  status: z.enum(['received']),
  at: instant,
  /** What the answers led to, worst first. The booking stands whatever it is. */
  outcomes: z.optional(list(EvaluatedOutcome, 300)),
});
export type IntakeReceipt = z.infer<typeof IntakeReceipt>;

/**
 * `GET /v1/bookings/{id}/intake`: a client's own answers, as they were delivered. `DELETE` withdraws the consent: the
 * answers are gone, and what was agreed to and when is all that is left.
 */
export const IntakeRecord = z.object({
  formId: id,
  version: id,
  answers: Answers,
  consent: Consent,
  answeredAt: instant,
  receivedAt: instant,
});
export type IntakeRecord = z.infer<typeof IntakeRecord>;
