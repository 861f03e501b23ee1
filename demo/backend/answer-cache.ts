import type { Context } from 'hono';
import type { Clock } from './clock.js';
import type { Database } from './database.js';
import { PublicText } from './public-answer.js';

/** Something that stays true until an instant in milliseconds, exclusive, if nobody writes before. */
export interface Dated<Value> {
  value: Value;
  until: number;
}

interface Kept {
  text: PublicText;
  /** What the database and everything outside it had been through when the answer was worked out. */
  stamp: number;
  /** Milliseconds; the clock of a test may go back. */
  from: number;
  until: number;
}

/** Together, in characters: some hundred months. */
const ROOM = 16_000_000;

/**
 * Keeps the answers to public reads that follow from the database, by their address, for as long as they are what would
 * be worked out again: until anything is written, or time alone makes them wrong. Where other processes write to the same
 * database that cannot be known, and nothing is kept.
 */
export class AnswerCache {
  readonly #database: Pick<Database, 'writes'>;
  readonly #clock: Clock;
  /** The one that was not asked for the longest first. */
  readonly #answers = new Map<string, Kept>();
  #used = 0;
  #forgotten = 0;

  constructor(database: Pick<Database, 'writes'>, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** The answer to a request, which `work` works out where none is kept that still holds. */
  async read(c: Context, work: () => Promise<Dated<unknown>>): Promise<PublicText> {
    const writes = this.#database.writes();
    if (writes === null) return new PublicText((await work()).value);
    // Taken before the database is read: what is written meanwhile makes the answer one of before.
    const stamp = writes + this.#forgotten;
    const from = this.#clock.now();
    const { url } = c.req;
    const kept = this.#answers.get(url);
    if (kept && kept.stamp === stamp && kept.from <= from && from < kept.until) {
      // Last in the map: the one asked for most recently.
      this.#answers.delete(url);
      this.#answers.set(url, kept);
      return kept.text;
    }
    if (kept) this.#drop(url, kept);
    const { value, until } = await work();
    const text = new PublicText(value);
    this.#keep(url, { text, stamp, from, until });
    return text;
  }

  /** Forgets everything: something outside the database has changed that answers follow from. */
  forget(): void {
    this.#forgotten += 1;
  }

  #keep(url: string, kept: Kept): void {
    const other = this.#answers.get(url);
    if (other) this.#drop(url, other);
    this.#answers.set(url, kept);
    this.#used += sizeOf(url, kept);
    for (const [oldest, answer] of this.#answers) {
      if (this.#used <= ROOM) return;
      this.#drop(oldest, answer);
    }
  }

  #drop(url: string, kept: Kept): void {
    this.#answers.delete(url);
    this.#used -= sizeOf(url, kept);
  }
}

function sizeOf(url: string, { text }: Kept): number {
  return url.length + text.text.length;
}
