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

/** Proof of what a client agreed to, and when. */
export const Consent = z.object({
  documentId: id,
  version: id,
  hash: z.string().check(z.regex(/^sha-256:[0-9a-f]{64}$/)),
  at: instant,
  locale: languageTag,
});
export type Consent = z.infer<typeof Consent>;
