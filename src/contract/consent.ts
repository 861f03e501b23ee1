import * as z from 'zod/mini';
import { id, instant, languageTag, line, text } from './schema.js';

/** A text a client can agree to, in one version. `hash` is `sha-256:` and the hex digest of `text` in UTF-8. */
export const ConsentDocument = z.object({
  id,
  version: id,
  kind: z.enum(['health', 'terms', 'privacy', 'marketing']),
  language: languageTag,
  text,
  /** Who receives what the client agrees to share. */
  recipient: z.optional(line),
  hash: z.string().check(z.regex(/^sha-256:[0-9a-f]{64}$/)),
});
export type ConsentDocument = z.infer<typeof ConsentDocument>;

/**
 * Why answers about health may be taken (UK GDPR Art. 9(2)): the client agreed to it, or a health professional who owes
 * confidence needs them for the care they give.
 */
export const HealthBasis = z.enum(['consent', 'care']);
export type HealthBasis = z.infer<typeof HealthBasis>;

/** Proof of what a client agreed to, or on the basis of care was told, and when. */
export const Consent = z.object({
  documentId: id,
  version: id,
  hash: z.string().check(z.regex(/^sha-256:[0-9a-f]{64}$/)),
  at: instant,
  locale: languageTag,
  /** Absent means `consent`. With `care` the document is what the client was told, and nothing was ticked. */
  basis: z.optional(HealthBasis),
});
export type Consent = z.infer<typeof Consent>;
