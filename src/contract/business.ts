import * as z from 'zod/mini';
import { id, languageTag, line, link, list, text, timeZone } from './schema.js';

/** A published legal text with the version a visitor agreed to. */
export const PublishedDocument = z.object({ id, version: id, url: link, title: z.optional(line) });
export type PublishedDocument = z.infer<typeof PublishedDocument>;

/** How to reach a human. */
export const Contact = z.object({
  phone: z.optional(line),
  email: z.optional(line),
  url: z.optional(link),
});
export type Contact = z.infer<typeof Contact>;

/** Free cancellation and change until so many hours before the start; `text` says what happens after. */
export const CancellationPolicy = z.object({
  freeUntilHours: z.int().check(z.gte(0), z.lte(8760)),
  text: z.optional(text),
});
export type CancellationPolicy = z.infer<typeof CancellationPolicy>;

/** When and how a client pays. Online payment is reserved: version 1 backends say `on-the-day`. */
export const PaymentPolicy = z.object({
  when: z.enum(['on-the-day', 'online']),
  methods: list(z.enum(['cash', 'card', 'bank-transfer']), 10),
});
export type PaymentPolicy = z.infer<typeof PaymentPolicy>;

/** Who runs the backend: one practice or a directory. */
export const Business = z.object({
  id,
  name: line,
  timeZone,
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  /** ISO 3166-1 alpha-2; chooses emergency numbers. */
  region: z.optional(z.string().check(z.regex(/^[A-Z]{2}$/))),
  /** The numbers to call where they are others than the region's: for danger to life, and for what cannot wait. */
  emergencyNumbers: z.optional(z.object({ emergency: z.optional(line), urgent: z.optional(line) })),
  /** No session without answers: pages may ask them later, but not leave them out (`intake="off"`). */
  intakeRequired: z.optional(z.boolean()),
  /** Whether clients may choose practitioners by gender, which {@link Practitioner.gender} then says. */
  genderFilter: z.optional(z.boolean()),
  locales: list(languageTag, 50),
  contact: Contact,
  cancellation: CancellationPolicy,
  payment: PaymentPolicy,
  terms: z.optional(PublishedDocument),
  privacyNotice: z.optional(PublishedDocument),
  /** The page that takes bookings when the widget cannot. */
  bookingPage: z.optional(link),
});
export type Business = z.infer<typeof Business>;
