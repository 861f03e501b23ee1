import type { Context } from 'hono';
import type { BackendParts } from '../backend.js';
import { OverlapError, type Queryable } from '../database.js';
import { keyOf, type Outcome } from '../idempotency.js';
import { ProblemError } from '../problems.js';
import { privateAnswer } from '../public-answer.js';
import { SlotTakenError } from '../sessions.js';

/** What a keyed write does, and which secret its answer carries. */
export interface KeyedWork<Request> {
  work(tx: Queryable, request: Request): Promise<Outcome>;
  /** Adds what the stored answer leaves out. */
  reveal?(body: object, request: Request): object;
  /** What the URL names: part of what a second request is compared with. */
  target?: string;
}

/** Answers a write that carries an Idempotency-Key, whose scope is `operation`. */
export async function keyed<Request>(
  c: Context,
  backend: BackendParts,
  operation: 'hold' | 'booking' | 'intake' | 'cancel' | 'reschedule' | 'contact' | 'erasure',
  read: () => Promise<Request>,
  { work, reveal, target = '' }: KeyedWork<Request>,
): Promise<Response> {
  const key = keyOf(c);
  const request = await read();
  try {
    const { status, body, replayed } = await backend.idempotency.run(operation, key, [target, request], (tx) =>
      work(tx, request),
    );
    return privateAnswer(
      reveal ? reveal(body, request) : body,
      status,
      replayed ? { 'Idempotency-Replayed': 'true' } : {},
    );
  } catch (error) {
    if (error instanceof SlotTakenError) {
      const alternatives = await backend.timetable.alternatives(error.session);
      throw new ProblemError('slot-unavailable', { alternatives, ...(error.holdExpired && { holdExpired: true }) });
    }
    if (error instanceof OverlapError) throw new ProblemError('slot-unavailable');
    throw error;
  }
}
