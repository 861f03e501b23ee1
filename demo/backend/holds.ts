import type { Hold, HoldReference, HoldRequest } from '../../src/contract/hold.js';
import type { Price } from '../../src/contract/money.js';
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
  practitionersOf,
  priceOfSessions,
  type PlannedSession,
} from './sessions.js';
import { ProblemError } from './problems.js';
import { hashOf, matches, newId, type Tokens } from './tokens.js';

/** A hold its owner has shown the token of, and that has not run out. */
export interface OwnHold {
  id: string;
  /** Both in milliseconds. */
  createdAt: number;
  expiresAt: number;
  starts: readonly string[];
  price: Price | null;
}

/** Who asks for a hold, and how many they may have at once; null for any number. */
export interface Visitor {
  /** The address a request came from. It is kept as a mark only. */
  address: string;
  holds: number | null;
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
  async take(tx: Queryable, request: HoldRequest, visitor: Visitor): Promise<Outcome> {
    const now = this.#clock.now();
    const sessions = planSessions(this.#catalogue, request.items);
    const visitorHash = this.#tokens.mark('visitor', visitor.address);
    if (visitor.holds !== null) await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 2))', [visitorHash]);
    await lockCalendars(tx, practitionersOf(sessions), now);
    const own = request.hold ? await findOwnHold(tx, request.hold, now) : null;
    const starts = sessions.map(startOf);
    const same = own !== null && own.starts.join() === starts.join();
    if (own) await release(tx, own.id);
    if (visitor.holds !== null) await assertFewer(tx, visitorHash, visitor.holds, now);
    for (const session of sessions) assertOffered(session, same ? own.createdAt : now);

    const createdAt = same ? own.createdAt : now;
    const expiresAt = Math.min(now + HOLD_SECONDS * 1000, createdAt + HOLD_SECONDS_IN_ALL * 1000);
    const id = same ? own.id : newId('hold');
    const price = priceOfSessions(sessions);
    await tx.query(
      `INSERT INTO holds (id, token_hash, starts, created_at, expires_at, price, visitor_hash)
        VALUES ($1, $2, $3::jsonb, $4, $5, $6::jsonb, $7)`,
      [
        id,
        hashOf(this.#tokens.of('hold', id)),
        JSON.stringify(starts),
        instantText(createdAt),
        instantText(expiresAt),
        JSON.stringify(price),
        visitorHash,
      ],
    );
    await occupy(tx, sessions, { status: 'held', holdId: id, expiresAt });
    return { status: 201, body: describe(id, createdAt, expiresAt, price, now) };
  }

  /** A hold as its owner sees it. Throws `not-found` for any other, and once it has run out or was used. */
  async read(reference: HoldReference): Promise<Hold> {
    const now = this.#clock.now();
    const own = await findOwnHold(this.#database, reference, now);
    if (!own?.price) throw new ProblemError('not-found');
    return this.reveal(describe(own.id, own.createdAt, own.expiresAt, own.price, now));
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

interface HoldRow {
  token_hash: string;
  starts: string[];
  price: Price | null;
  created_at: Date;
  expires_at: Date;
}

function describe(id: string, createdAt: number, expiresAt: number, price: Price, now: number): Omit<Hold, 'token'> {
  return {
    id,
    expiresAt: instantText(expiresAt),
    secondsLeft: Math.floor((expiresAt - now) / 1000),
    extendable: expiresAt < createdAt + HOLD_SECONDS_IN_ALL * 1000,
    price,
  };
}

async function assertFewer(tx: Queryable, visitorHash: string, most: number, now: number): Promise<void> {
  const live = await tx.query<{ expires_at: Date }>(
    'SELECT expires_at FROM holds WHERE visitor_hash = $1 AND expires_at > $2 ORDER BY expires_at',
    [visitorHash, instantText(now)],
  );
  const [soonest] = live;
  if (!soonest || live.length < most) return;
  const wait = Math.ceil((soonest.expires_at.getTime() - now) / 1000);
  throw new ProblemError('hold-limit', {}, { 'Retry-After': String(wait) });
}

/** The hold a reference opens, or null if it is unknown, somebody else's, or has run out. */
export async function findOwnHold(on: Queryable, { id, token }: HoldReference, now: number): Promise<OwnHold | null> {
  const [row] = await on.query<HoldRow>(
    'SELECT token_hash, starts, price, created_at, expires_at FROM holds WHERE id = $1 AND expires_at > $2',
    [id, instantText(now)],
  );
  if (!row || !matches(token, row.token_hash)) return null;
  const { starts, price } = row;
  return { id, createdAt: row.created_at.getTime(), expiresAt: row.expires_at.getTime(), starts, price };
}

/** Ends a hold; its times are free at once. */
export async function release(on: Queryable, id: string): Promise<void> {
  await on.query('DELETE FROM holds WHERE id = $1', [id]);
}

/** Names a session's time within a hold. */
export function startOf({ offering, start }: PlannedSession): string {
  return `${offering.practitioner.profile.id} ${instantText(start)}`;
}
