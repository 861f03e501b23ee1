import type { Context, MiddlewareHandler } from 'hono';
import * as z from 'zod/mini';
import { problemOf, problemResponse } from './problems.js';

/**
 * What may be done to answers while testing:
 * - `status`: 503 instead of an answer, nothing done;
 * - `slow`: the answer comes after `delayMs`;
 * - `drop-response-after-commit`: the work is done, then the connection is cut;
 * - `html`, `broken-json`: a proxy's error page, or half an answer, with status 200.
 */
export const Fault = z.object({
  mode: z.enum(['status', 'slow', 'drop-response-after-commit', 'html', 'broken-json']),
  count: z._default(z.int().check(z.gte(1), z.lte(1000)), 1),
  delayMs: z._default(z.int().check(z.gte(0), z.lte(60_000)), 10_000),
  /** Only requests whose method and path begin like this, for example `POST /v1/bookings`. */
  match: z._default(z.string().check(z.maxLength(300)), ''),
});
export type Fault = z.infer<typeof Fault>;

/** Faults that are waiting for their requests. */
export class Faults {
  #waiting: Fault[] = [];

  add(fault: Fault): void {
    this.#waiting.push({ ...fault });
  }

  clear(): void {
    this.#waiting = [];
  }

  /** Applies the first fault that matches. Preflights and the test routes themselves are spared. */
  readonly middleware: MiddlewareHandler = async (c, next) => {
    const fault = this.#take(c);
    if (fault?.mode === 'status') {
      c.res = problemResponse(problemOf('temporarily-unavailable'), { 'Retry-After': '1' });
      return;
    }
    await next();
    if (fault) await apply(fault, c);
  };

  #take(c: Context): Fault | undefined {
    if (c.req.method === 'OPTIONS' || c.req.path.startsWith('/test/')) return undefined;
    const fault = this.#waiting.find(({ match }) => `${c.req.method} ${c.req.path}`.startsWith(match));
    if (!fault) return undefined;
    fault.count -= 1;
    if (fault.count === 0) this.#waiting.splice(this.#waiting.indexOf(fault), 1);
    return fault;
  }
}

async function apply({ mode, delayMs }: Fault, c: Context): Promise<void> {
  if (mode === 'slow') await new Promise((resolve) => setTimeout(resolve, delayMs));
  if (mode === 'html') replace(c, '<!doctype html><title>502 Bad Gateway</title>', 'text/html');
  if (mode === 'broken-json') replace(c, '{"id": "', 'application/json');
  if (mode === 'drop-response-after-commit') {
    const socket = (c.env as { outgoing?: { destroy(): void } } | undefined)?.outgoing;
    socket?.destroy();
  }
}

function replace(c: Context, body: string, type: string): void {
  // Hono carries the headers of the answer before over to the next one, unless there is none.
  c.res = undefined;
  c.set('hasAllHeaders', false);
  c.res = new Response(body, { headers: { 'Content-Type': type } });
}
