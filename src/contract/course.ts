import * as z from 'zod/mini';
import { count, id, line } from './schema.js';
import { Price } from './money.js';

/**
 * Several sessions under one price. Reserved: version 1 has no endpoint for courses, and `capabilities.courses` is
 * false; a backend that sells them elsewhere may name the course a booking belongs to.
 */
export const Course = z.object({
  id,
  name: line,
  /** Sessions in the course. */
  sessions: count,
  price: z.optional(Price),
});
export type Course = z.infer<typeof Course>;
