import * as z from 'zod/mini';
import { count, id, line, list, minutes, openEnum, text } from './schema.js';
import { Money } from './money.js';
import { Place } from './place.js';
import { PRACTITIONER_ORDERS } from './practitioner-search.js';
import { Practitioner } from './practitioner.js';

/** A way of working: plain words first, the trade's term beside it, other names people search by. */
export const Technique = z.object({ id, name: line, term: z.optional(line), synonyms: list(line, 20) });
export type Technique = z.infer<typeof Technique>;

/** A duration of a service with its price at each place it is offered. */
export const ServiceOption = z.object({
  id,
  minutes,
  prices: list(z.object({ place: Place, price: Money }), 4),
});
export type ServiceOption = z.infer<typeof ServiceOption>;

/** Extra minutes and price on top of an option: a paired second treatment, or something such as hot stones. */
export const AddOn = z.object({
  id,
  kind: z.enum(['pairing', 'extra']),
  name: line,
  description: z.optional(text),
  minutes,
  price: Money,
  /** Of the add-ons that share a group, one at most can be chosen. */
  exclusiveGroup: z.optional(id),
});
export type AddOn = z.infer<typeof AddOn>;

/** A question and its answer, supplied and claim-checked by the host. */
export const Faq = z.object({ question: line, answer: text });
export type Faq = z.infer<typeof Faq>;

/** A treatment. */
export const Service = z.object({
  id,
  name: line,
  /** Heading under which the service is listed. */
  group: z.optional(line),
  description: text,
  /** 1 very gentle to 5 very firm, where the backend knows. */
  intensity: z.optional(z.int().check(z.gte(1), z.lte(5))),
  techniques: list(Technique, 30),
  /** Parts of the body it usually works on. */
  areas: list(line, 30),
  options: list(ServiceOption, 20),
  addOns: list(AddOn, 30),
  /** The form whose safety check runs before a time can be chosen. */
  intakeForm: z.optional(z.object({ id, version: id })),
  faq: list(Faq, 30),
  /** How people plan sessions. Never a promised number. */
  plan: z.optional(text),
  aftercare: z.optional(text),
});
export type Service = z.infer<typeof Service>;

/** Everything a visitor can choose from: services with the practitioners who give them. */
export const Catalogue = z.object({ services: list(Service, 500), practitioners: list(Practitioner, 500) });
export type Catalogue = z.infer<typeof Catalogue>;

/** One page of practitioners; `next` is the cursor of the following one. */
export const PractitionerPage = z.object({
  practitioners: list(Practitioner, 100),
  next: z.optional(id),
  /** How many there are in all. */
  total: z.optional(count),
  /** The order they are in, where it is one of those that can be asked for. */
  order: z.optional(openEnum(PRACTITIONER_ORDERS)),
  /** Where nobody fits: how many would without one of the filters, most first. `filter` is its name in the search. */
  relaxations: z.optional(list(z.object({ filter: id, total: count }), 20)),
});
export type PractitionerPage = z.infer<typeof PractitionerPage>;
