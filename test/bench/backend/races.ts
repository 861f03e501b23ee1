import { randomUUID } from 'node:crypto';
import type { Slot } from '../../../src/contract/availability.js';
import { startTestBackend } from '../../support/backend.js';
import { startPostgres } from '../../support/postgres.js';
import { NOW, PRACTITIONER } from './booked.js';

/** What became of clients who wanted overlapping times at the same moment. */
export interface Races {
  rounds: number;
  racers: number;
  /** Rounds that one racer won. */
  won: number;
  /** Racers told, in the contract's words, that the time is taken. */
  refused: number;
  /** Every other answer: a deadlock that surfaced, an error, a second winner's overlap. */
  otherwise: string[];
  /** Pairs of rows that overlap. */
  overlaps: number;
  /** Deadlocks that PostgreSQL had to break. */
  deadlocks: number;
}

/** Lets them race for holds on a PostgreSQL of its own. */
export async function race(rounds: number, racers: number): Promise<Races> {
  const postgres = await startPostgres();
  const backend = await startTestBackend({ databaseUrl: postgres.url });
  const post = (path: string, body: unknown): Promise<Response> =>
    fetch(backend.url + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `"${randomUUID()}"` },
      body: JSON.stringify(body),
    });
  const races: Races = { rounds, racers, won: 0, refused: 0, otherwise: [], overlaps: 0, deadlocks: 0 };
  try {
    await post('/test/clock', { now: NOW });
    for (let round = 0; round < rounds; round += 1) {
      const day = new Date(Date.UTC(2026, 10, 2 + round)).toISOString().slice(0, 10);
      const choice = `practitioner=${PRACTITIONER}&service=back&option=back-90&place=incall&from=${day}&to=${day}`;
      const response = await fetch(`${backend.url}/v1/availability?${choice}`);
      const { entries } = (await response.json()) as { entries: [{ slots: Slot[] }] };
      const answers = await Promise.all(
        Array.from({ length: racers }, async (_, racer) => {
          // 90 minutes each, begun within an hour of each other: any two overlap.
          const { start, token } = entries[0].slots[racer % 3]!;
          const wanted = { practitionerId: PRACTITIONER, serviceId: 'back', optionId: 'back-90', addOnIds: [] };
          const answer = await post('/v1/holds', { items: [{ ...wanted, place: 'incall', start, slotToken: token }] });
          const { code } = (await answer.json()) as { code?: string };
          return `${answer.status} ${code ?? ''}`.trim();
        }),
      );
      const winners = answers.filter((answer) => answer === '201').length;
      if (winners === 1) races.won += 1;
      else races.otherwise.push(`${winners} winners on ${day}`);
      races.refused += answers.filter((answer) => answer === '409 slot-unavailable').length;
      races.otherwise.push(...answers.filter((answer) => !['201', '409 slot-unavailable'].includes(answer)));
    }
    const count = async (sql: string): Promise<number> =>
      (await backend.database.query<{ count: number }>(sql))[0]?.count ?? NaN;
    races.overlaps = await count(`SELECT count(*)::int AS count FROM busy_times a JOIN busy_times b
      ON a.ctid < b.ctid AND a.practitioner_id = b.practitioner_id AND a.busy && b.busy`);
    races.deadlocks = await count(
      'SELECT deadlocks::int AS count FROM pg_stat_database WHERE datname = current_database()',
    );
    return races;
  } finally {
    await backend.close();
    await postgres.close();
  }
}
