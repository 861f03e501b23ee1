import { PGlite, type Transaction } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import pg from 'pg';
import { migrate } from './migrations.js';
import { ProblemError } from './problems.js';

/** One row as the engines give it: text, integers, booleans, `Date` for timestamps, parsed JSON. */
export type Row = Record<string, unknown>;

/** Runs statements, alone or inside a transaction. */
export interface Queryable {
  query<Result = Row>(sql: string, parameters?: readonly unknown[]): Promise<Result[]>;
}

/** Two sessions would have overlapped: the exclusion constraint refused, or the engine broke a deadlock. Nothing was written. */
export class OverlapError extends Error {
  override readonly name = 'OverlapError';
}

/** The one door to the database, the same for both engines. */
export interface Database extends Queryable {
  readonly engine: 'pglite' | 'postgresql';
  /**
   * Runs work in a transaction under a name that only one caller may hold at a time, over all processes. Answers `null`
   * at once, without running it, while somebody else holds the name.
   */
  exclusively<Result>(name: string, work: (transaction: Queryable) => Promise<Result>): Promise<Result | null>;
  /** How often something may have been written, or `null` where other processes may write too. Never falls. */
  writes(): number | null;
  close(): Promise<void>;
}

/** Opens PGlite on a folder, or in memory without one, and migrates it. The folder must not be open in another process. */
export async function openPglite(folder?: string): Promise<Database> {
  const engine = await PGlite.create({ ...(folder && { dataDir: folder }), extensions: { btree_gist } });
  // This process is the only one on these data, so its own memory is enough to hold names.
  const held = new Set<string>();
  let writes = 0;
  const queryable = (on: PGlite | Transaction): Queryable => ({
    async query<Result>(sql: string, parameters: readonly unknown[] = []) {
      try {
        return (await translated(on.query<Result>(sql, [...parameters]))).rows;
      } finally {
        // Counted once it can be read, and before whoever wrote goes on.
        if (on === engine && !/^\s*SELECT\b/i.test(sql)) writes += 1;
      }
    },
  });
  await engine.transaction((transaction) => migrate(queryable(transaction), (sql) => transaction.exec(sql)));
  return {
    engine: 'pglite',
    ...queryable(engine),
    async exclusively(name, work) {
      if (held.has(name)) return null;
      held.add(name);
      try {
        return await translated(engine.transaction((transaction) => work(queryable(transaction))));
      } finally {
        writes += 1;
        held.delete(name);
      }
    },
    writes: () => writes,
    close: () => engine.close(),
  };
}

/** Opens PostgreSQL 15 or newer, and migrates it. */
export async function openPostgres(url: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: 16 });
  // A connection lost while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  const queryable = (on: pg.Pool | pg.PoolClient): Queryable => ({
    query: async <Result>(sql: string, parameters: readonly unknown[] = []) =>
      (await translated(on.query(sql, [...parameters]))).rows as Result[],
  });
  const inTransaction = async <Result>(work: (transaction: Queryable) => Promise<Result>): Promise<Result> => {
    const client = await translated(pool.connect());
    let broken: Error | undefined;
    try {
      const transaction = queryable(client);
      await transaction.query('BEGIN');
      const result = await work(transaction);
      await transaction.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((rollbackError: Error) => (broken = rollbackError));
      throw error;
    } finally {
      client.release(broken);
    }
  };
  // Instances that start together would trip over each other's CREATE statements.
  await inTransaction(async (transaction) => {
    await transaction.query("SELECT pg_advisory_xact_lock(hashtextextended('knead schema', 0))");
    await migrate(transaction, (sql) => transaction.query(sql));
  });
  return {
    engine: 'postgresql',
    ...queryable(pool),
    exclusively: (name, work) =>
      inTransaction(async (transaction) => {
        const [row] = await transaction.query<{ held: boolean }>(
          'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 1)) AS held',
          [name],
        );
        return row?.held ? work(transaction) : null;
      }),
    writes: () => null,
    close: () => pool.end(),
  };
}

const OVERLAP = ['23P01', '40P01'];
/** Connection exceptions, shutting down or starting up, too many connections. */
const UNAVAILABLE = /^(08...|57P0[123]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;

async function translated<Result>(running: Promise<Result>): Promise<Result> {
  try {
    return await running;
  } catch (error) {
    const code = String((error as { code?: unknown }).code ?? '');
    if (OVERLAP.includes(code)) throw new OverlapError(code);
    if (UNAVAILABLE.test(code)) throw new ProblemError('temporarily-unavailable', {}, { 'Retry-After': '2' });
    throw error;
  }
}
