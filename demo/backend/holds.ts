import type { Hold, HoldReference, HoldRequest } from '../../src/contract/hold.js';
import type { CatalogueData } from './catalogue.js';
import { instantText, type Clock } from './clock.js';
import type { Database, Queryable } from './database.js';
import type { Outcome } from './idempotency.js';
import { HOLD_SECONDS, HOLD_SECONDS_IN_ALL } from './limits.js';
import {
  assertOffered,
  lockCalendars,
  occupy,
  planSessions,
  priceOfSessions,
  type PlannedSession,
} from './sessions.js';
import { hashOf, matches, newId, type Tokens } from './tokens.js';

/** A hold its owner has shown the token of, and that has not run out. */
export interface OwnHold {
  id: string;
  /** Milliseconds. */
  createdAt: number;
  starts: readonly string[];
}

/** Keeps times for one visitor. */
export class Holds {
  readonly #database: Database;
  readonly #catalogue: CatalogueData;
  readonly #clock: Clock;
  readonly #tokens: Tokens;

  constructor(database: Database, catalogue: CatalogueData, clock: Clock, tokens: Tokens) {
    this.#database = database;
    this.#catalogue = catalogue;
    this.#clock = clock;
    this.#tokens = tokens;
  }

  /**
   * Keeps all the times or none. With the visitor's own hold on the same times it lasts longer, within
   * {@link HOLD_SECONDS_IN_ALL}; on other times, it is given up for them in the same step.
   */
  async take(tx: Queryable, request: HoldRequest): Promise<Outcome> {
    const now = this.#clock.now();
    const sessions = planSessions(this.#catalogue, request.items);
    await lockCalendars(tx, sessions, now);
    const own = request.hold ? await findOwnHold(tx, request.hold, now) : null;
    const starts = sessions.map(startOf);
    const same = own !== null && own.starts.join() === starts.join();
    if (own) await release(tx, own.id);
    for (const session of sessions) assertOffered(session, same ? own.createdAt : now);

    const createdAt = same ? own.createdAt : now;
    const expiresAt = Math.min(now + HOLD_SECONDS * 1000, createdAt + HOLD_SECONDS_IN_ALL * 1000);
    const id = same ? own.id : newId('hold');
    await tx.query('INSERT INTO holds VALUES ($1, $2, $3::jsonb, $4, $5)', [
      id,
      hashOf(this.#tokens.of('hold', id)),
      JSON.stringify(starts),
      instantText(createdAt),
      instantText(expiresAt),
    ]);
    await occupy(tx, sessions, { status: 'held', holdId: id, expiresAt });
    const body: Omit<Hold, 'token'> = {
      id,
      expiresAt: instantText(expiresAt),
      secondsLeft: Math.floor((expiresAt - now) / 1000),
      extendable: expiresAt < createdAt + HOLD_SECONDS_IN_ALL * 1000,
      price: priceOfSessions(sessions),
    };
    return { status: 201, body };
  }

  /** Adds the token to an answer, which is kept without it. */
  reveal(body: object): Hold {
    const hold = body as Omit<Hold, 'token'>;
    return { ...hold, token: this.#tokens.of('hold', hold.id) };
  }

  /** Gives a hold back if the token is its own. Says nothing either way. */
  async releaseWith(reference: HoldReference): Promise<void> {
    const own = await findOwnHold(this.#database, reference, this.#clock.now());
    if (own) await release(this.#database, own.id);
  }
}

/** The hold a reference opens, or null if it is unknown, somebody else's, or has run out. */
export async function findOwnHold(on: Queryable, { id, token }: HoldReference, now: number): Promise<OwnHold | null> {
  const [row] = await on.query<{ token_hash: string; starts: string[]; created_at: Date }>(
    'SELECT token_hash, starts, created_at FROM holds WHERE id = $1 AND expires_at > $2',
    [id, instantText(now)],
  );
  if (!row || !matches(token, row.token_hash)) return null;
  return { id, createdAt: row.created_at.getTime(), starts: row.starts };
}

/** Ends a hold; its times are free at once. */
export async function release(on: Queryable, id: string): Promise<void> {
  await on.query('DELETE FROM holds WHERE id = $1', [id]);
}

/** Names a session's time within a hold. */
export function startOf({ offering, start }: PlannedSession): string {
  return `${offering.practitioner.profile.id} ${instantText(start)}`;
}
