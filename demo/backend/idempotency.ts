import type { Context } from 'hono';
import type { Clock } from './clock.js';
import type { Database, Queryable } from './database.js';
import { KEY_DAYS } from './limits.js';
import { ProblemError } from './problems.js';
import { hashOf } from './tokens.js';

/** What an operation answers with, the first time and every time its key comes again. Holds no secret. */
export interface Outcome {
  status: 200 | 201;
  body: object;
  /** Whose booking the answer tells of: it is forgotten with its client. */
  bookingId?: string;
}

/** An answer, and whether it is one that was given before. */
export interface KeyedOutcome extends Outcome {
  replayed: boolean;
}

/**
 * Runs every keyed write at most once. The key, what was done and the answer are written in one transaction, so a key
 * that is found has an answer and a key that is not has done nothing: a refused request leaves no trace. Keys are secrets
 * (whoever has one can read the answer), so only their hash is kept.
 */
export class Idempotency {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /**
   * Does the work, or answers as before. `operation` scopes the key; `request` is compared with the first one's. Throws
   * `idempotency-key-reused` for another request and `request-in-flight` while the first one runs.
   */
  async run(
    operation: string,
    key: string,
    request: unknown,
    work: (transaction: Queryable) => Promise<Outcome>,
  ): Promise<KeyedOutcome> {
    const keyHash = hashOf(key);
    const fingerprint = hashOf(JSON.stringify(request));
    const outcome = await this.#database.exclusively(`${operation} ${keyHash}`, async (transaction) => {
      const [before] = await transaction.query<{ fingerprint: string; status: Outcome['status']; body: string }>(
        'SELECT fingerprint, status, body FROM idempotency_keys WHERE operation = $1 AND key_hash = $2',
        [operation, keyHash],
      );
      if (before && before.fingerprint !== fingerprint) throw new ProblemError('idempotency-key-reused');
      if (before) return { status: before.status, body: JSON.parse(before.body) as object, replayed: true };
      const { status, body, bookingId } = await work(transaction);
      const insert = `INSERT INTO idempotency_keys (operation, key_hash, fingerprint, status, body, created_at, booking_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7)`;
      await transaction.query(insert, [
        operation,
        keyHash,
        fingerprint,
        status,
        JSON.stringify(body),
        new Date(this.#clock.now()).toISOString(),
        bookingId ?? null,
      ]);
      return { status, body, replayed: false };
    });
    if (!outcome) throw new ProblemError('request-in-flight', {}, { 'Retry-After': '1' });
    return outcome;
  }

  /** What was answered under a key, or null. */
  async find(operation: string, key: string): Promise<object | null> {
    const [row] = await this.#database.query<{ body: string }>(
      'SELECT body FROM idempotency_keys WHERE operation = $1 AND key_hash = $2',
      [operation, hashOf(key)],
    );
    return row ? (JSON.parse(row.body) as object) : null;
  }

  /** Forgets keys that are older than anybody retries. */
  async prune(): Promise<void> {
    const before = this.#clock.now() - KEY_DAYS * 86_400_000;
    await this.#database.query('DELETE FROM idempotency_keys WHERE created_at < $1', [new Date(before).toISOString()]);
  }
}

/** The Idempotency-Key of a request, bare or quoted as a structured field. Throws `idempotency-key-missing`. */
export function keyOf(c: Context): string {
  const key = (c.req.header('Idempotency-Key') ?? '').replace(/^"(.*)"$/, '$1');
  if (key.length < 16 || key.length > 200) throw new ProblemError('idempotency-key-missing');
  return key;
}
