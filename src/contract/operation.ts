import type * as z from 'zod/mini';
import type { ProblemCode } from './problem.js';

/** One request of version 1. */
export interface Operation {
  /** Names it in `openapi.json`. */
  id: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With `{id}` and `{version}` where something is named. Everything but discovery is below `baseUrl`, which ends in `/v1`. */
  path: string;
  summary: string;
  /** The names of its query parameters; those with `*` may come several times, those with `!` must come. */
  query?: readonly string[];
  body?: z.core.$ZodType;
  /** Absent where the answer has no body, or is no JSON. */
  answer?: z.core.$ZodType;
  /** The status of success. */
  status: 200 | 201 | 204;
  /** Whose bearer token opens it. */
  token?: 'hold' | 'booking';
  /** Needs an `Idempotency-Key`. */
  keyed?: true;
  /** Kept by nobody but the reader. */
  private?: true;
  /** What it may be refused with, besides what any request may be. */
  problems: readonly ProblemCode[];
}

/** An operation from its route, `METHOD /path`, and what is not the same for most. */
export function operation(
  id: string,
  route: `${Operation['method']} /${string}`,
  summary: string,
  { problems = [], status = 200, ...rest }: Partial<Omit<Operation, 'id' | 'method' | 'path' | 'summary'>>,
): Operation {
  const [method, path] = route.split(' ') as [Operation['method'], string];
  return { id, method, path, summary, status, ...rest, problems };
}
