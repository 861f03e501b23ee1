import * as z from 'zod/mini';
import { line, list, openEnum, text } from './schema.js';
import { Slot } from './availability.js';
import { Challenge } from './challenge.js';
import { Price } from './money.js';

/** Every code a version 1 backend may answer with, and its HTTP status. */
export const PROBLEM_STATUS = {
  malformed: 400,
  'idempotency-key-missing': 400,
  'unsupported-time-zone': 400,
  'range-too-long': 400,
  'token-invalid': 401,
  'cancellation-window-passed': 403,
  'reschedule-not-allowed': 403,
  'booking-disabled': 403,
  'challenge-required': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'slot-unavailable': 409,
  'hold-consumed': 409,
  'price-changed': 409,
  'already-cancelled': 409,
  'request-in-flight': 409,
  'screening-refused': 409,
  'consent-outdated': 409,
  'form-version-retired': 410,
  'revision-mismatch': 412,
  'too-large': 413,
  'unsupported-media-type': 415,
  validation: 422,
  'idempotency-key-reused': 422,
  'not-offered': 422,
  'outside-service-area': 422,
  'rate-limited': 429,
  'hold-limit': 429,
  internal: 500,
  'temporarily-unavailable': 503,
} as const;

export type ProblemCode = keyof typeof PROBLEM_STATUS;

/** A fault in one field of what was sent, by JSON pointer (RFC 6901). */
export const FieldProblem = z.object({ pointer: z.string().check(z.maxLength(500)), detail: line });
export type FieldProblem = z.infer<typeof FieldProblem>;

/** `application/problem+json` (RFC 9457) with a closed `code`. Never repeats what a client typed. */
export const Problem = z.object({
  type: z.string().check(z.maxLength(500)),
  title: line,
  status: z.int().check(z.gte(400), z.lte(599)),
  code: openEnum(Object.keys(PROBLEM_STATUS) as [ProblemCode, ...ProblemCode[]]),
  detail: z.optional(text),
  errors: z.optional(list(FieldProblem, 100)),
  /** The same request may succeed later, with the same key. */
  retryable: z.optional(z.boolean()),
  /** Other times, with `slot-unavailable`. */
  alternatives: z.optional(list(Slot, 20)),
  /** The price now, with `price-changed`. */
  price: z.optional(Price),
  /** With `slot-unavailable`: the hold had run out before. */
  holdExpired: z.optional(z.boolean()),
  /** With `challenge-required`. */
  challenge: z.optional(Challenge),
});
export type Problem = z.infer<typeof Problem>;
