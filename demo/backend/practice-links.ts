import { randomBytes } from 'node:crypto';
import { instantText, type Clock } from './clock.js';
import type { Database, Queryable } from './database.js';
import { ProblemError } from './problems.js';
import { hashOf, matches, type Tokens } from './tokens.js';

interface LinkRow {
  salt: string;
  secret_hash: string;
}

/** How long a browser stays in after it was opened by the link, in milliseconds. */
const SESSION = 12 * 3_600_000;

/**
 * The secret links that open therapists' practice pages. A secret is derived from the server's key and a salt, and only
 * its hash is stored; a new salt makes every older link and everything opened by it worthless.
 */
export class PracticeLinks {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #tokens: Tokens;

  constructor(database: Database, clock: Clock, tokens: Tokens) {
    this.#database = database;
    this.#clock = clock;
    this.#tokens = tokens;
  }

  /** The secret of the link that works now, made where there was none. */
  async secretOf(practitionerId: string, on: Queryable = this.#database): Promise<string> {
    const row = (await this.#find(on, practitionerId)) ?? (await this.#make(on, practitionerId, 'NOTHING'));
    // Somebody else may have made it first.
    const { salt } = row ?? ((await this.#find(on, practitionerId)) as LinkRow);
    return this.#secret(practitionerId, salt);
  }

  /** Makes the links that there are none of yet. */
  async makeMissing(practitionerIds: readonly string[]): Promise<void> {
    const made = 'SELECT practitioner_id AS id FROM practice_links WHERE practitioner_id = ANY ($1::text[])';
    const known = new Set((await this.#database.query<{ id: string }>(made, [practitionerIds])).map(({ id }) => id));
    const missing = practitionerIds.filter((id) => !known.has(id));
    const salts = missing.map(() => randomBytes(16).toString('base64url'));
    const hashes = missing.map((id, index) => hashOf(this.#secret(id, salts[index]!)));
    // Somebody else may make them first.
    await this.#database.query(
      `INSERT INTO practice_links (practitioner_id, salt, secret_hash, made_at)
        SELECT id, salt, hash, $4 FROM unnest($1::text[], $2::text[], $3::text[]) AS made (id, salt, hash)
        ON CONFLICT (practitioner_id) DO NOTHING`,
      [missing, salts, hashes, instantText(this.#clock.now())],
    );
  }

  /** Makes a new link. The old one, and every browser it opened the page in, is shut out at once. */
  async renew(on: Queryable, practitionerId: string): Promise<string> {
    const { salt } = (await this.#make(on, practitionerId, UPDATE)) as LinkRow;
    return this.#secret(practitionerId, salt);
  }

  /** What a browser keeps once it was opened by the link. Throws the same `not-found` whatever is wrong. */
  async open(practitionerId: string, secret: string): Promise<string> {
    const row = await this.#find(this.#database, practitionerId);
    // Compared even where there is no such therapist, so that the time taken does not tell.
    const right = matches(secret, row?.secret_hash ?? hashOf(''));
    if (!row || !right) throw new ProblemError('not-found');
    return this.#session(practitionerId, row.salt, this.#clock.now() + SESSION);
  }

  /** Whose page an open browser sees, or null for one that never was open, has run out or was shut out. */
  async whose(session: string): Promise<string | null> {
    const [, name = '', until = ''] = /^([\w%.-]{1,300})\.(\d{1,15})\.[\w-]{43}$/.exec(session) ?? [];
    const practitionerId = decoded(name);
    const row = practitionerId ? await this.#find(this.#database, practitionerId) : undefined;
    const right = matches(session, hashOf(row ? this.#session(practitionerId, row.salt, Number(until)) : ''));
    return row && right && Number(until) > this.#clock.now() ? practitionerId : null;
  }

  /** What the forms of an open browser's pages carry: other sites cannot know it, so they cannot send them. */
  formMark(session: string): string {
    return this.#tokens.mark('practice-form', session);
  }

  async #find(on: Queryable, practitionerId: string): Promise<LinkRow | undefined> {
    const sql = 'SELECT salt, secret_hash FROM practice_links WHERE practitioner_id = $1';
    return (await on.query<LinkRow>(sql, [practitionerId]))[0];
  }

  async #make(on: Queryable, practitionerId: string, conflict: string): Promise<LinkRow | undefined> {
    const salt = randomBytes(16).toString('base64url');
    const [row] = await on.query<LinkRow>(
      `INSERT INTO practice_links (practitioner_id, salt, secret_hash, made_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (practitioner_id) DO ${conflict} RETURNING salt, secret_hash`,
      [practitionerId, salt, hashOf(this.#secret(practitionerId, salt)), instantText(this.#clock.now())],
    );
    return row;
  }

  #secret(practitionerId: string, salt: string): string {
    return this.#tokens.mark('practice-link', `${practitionerId}:${salt}`);
  }

  #session(practitionerId: string, salt: string, until: number): string {
    const mark = this.#tokens.mark('practice-session', `${practitionerId}:${salt}:${until}`);
    return `${encodeURIComponent(practitionerId)}.${until}.${mark}`;
  }
}

const UPDATE = 'UPDATE SET salt = excluded.salt, secret_hash = excluded.secret_hash, made_at = excluded.made_at';

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
