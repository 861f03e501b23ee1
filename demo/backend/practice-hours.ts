import type { OpeningHours, WallRange } from '../../src/domain/availability/opening-hours.js';
import type { Weekday } from '../../src/domain/time/plain-date.js';
import type { AnswerCache } from './answer-cache.js';
import type { CatalogueData } from './catalogue.js';
import { instantText, type Clock } from './clock.js';
import type { Database } from './database.js';
import { lockCalendars } from './sessions.js';

type Weekly = OpeningHours['weekly'];

/** The days of a week, in order, by number and name. */
export const WEEKDAYS: readonly (readonly [Weekday, string])[] = [
  [1, 'Monday'],
  [2, 'Tuesday'],
  [3, 'Wednesday'],
  [4, 'Thursday'],
  [5, 'Friday'],
  [6, 'Saturday'],
  [7, 'Sunday'],
];

/** Hours that cannot be kept; the message is for the therapist. */
export class HoursError extends Error {
  override readonly name = 'HoursError';
}

/** The weekly hours that practitioners have set for themselves. They lie in the database, and in memory to work with. */
export class PracticeHours {
  readonly #database: Database;
  readonly #catalogue: CatalogueData;
  readonly #clock: Clock;
  readonly #answers: AnswerCache;

  constructor(database: Database, catalogue: CatalogueData, clock: Clock, answers: AnswerCache) {
    this.#database = database;
    this.#catalogue = catalogue;
    this.#clock = clock;
    this.#answers = answers;
  }

  /** Reads them all. */
  async load(): Promise<void> {
    const rows = await this.#database.query<{ id: string; weekly: Weekly }>(
      'SELECT practitioner_id AS id, weekly FROM practice_hours',
    );
    this.#catalogue.ownHours.clear();
    for (const { id, weekly } of rows) this.#catalogue.ownHours.set(id, weekly);
  }

  /** Takes over what other processes on the same database have changed. Asks nothing where there are none. */
  async follow(): Promise<void> {
    if (this.#database.engine === 'postgresql') await this.load();
  }

  /** Sets a practitioner's week. What is booked stays booked. */
  async set(practitionerId: string, weekly: Weekly): Promise<void> {
    const now = this.#clock.now();
    await this.#database.exclusively(`practice hours ${practitionerId}`, async (tx) => {
      await lockCalendars(tx, [practitionerId], now);
      await tx.query(
        `INSERT INTO practice_hours (practitioner_id, weekly, changed_at) VALUES ($1, $2::jsonb, $3)
          ON CONFLICT (practitioner_id) DO UPDATE SET weekly = excluded.weekly, changed_at = excluded.changed_at`,
        [practitionerId, JSON.stringify(weekly), instantText(now)],
      );
    });
    await this.load();
    this.#answers.forget();
  }
}

/** A range as it was typed; both empty for none. */
export interface TypedRange {
  from: string;
  to: string;
}

/** A week from what was typed for each day. Midnight as an end is the end of that day. Throws {@link HoursError}. */
export function weekOf(typed: Readonly<Record<Weekday, readonly TypedRange[]>>): Weekly {
  const week: Record<Weekday, readonly WallRange[]> = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };
  for (const [day, name] of WEEKDAYS) week[day] = rangesOf(typed[day], name);
  return week;
}

function rangesOf(typed: readonly TypedRange[], day: string): WallRange[] {
  const ranges = typed
    .filter(({ from, to }) => from !== '' || to !== '')
    .map(({ from, to }) => ({ from, to: to === '00:00' ? '24:00' : to }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  for (const [index, { from, to }] of ranges.entries()) {
    const next = ranges[index + 1];
    if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(from) || !/^([01]\d|2[0-4]):[0-5]\d$/.test(to)) {
      throw new HoursError(`${day}: give both a beginning and an end.`);
    }
    if (to <= from) throw new HoursError(`${day}: the end has to come after the beginning.`);
    if (next && next.from < to) throw new HoursError(`${day}: the two parts overlap.`);
  }
  return ranges;
}
