import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A reservation as it lies in payload's database. */
export interface ReservationRow {
  id: number;
  resource_id: number;
  service_id: number;
  start_time: string;
  end_time: string;
  status: string;
  guest_name: string;
  guest_email: string;
  guest_phone: string | null;
  notes: string | null;
  idempotency_key: string | null;
}

/** A running practice on payload-reserve, with one therapist who works from 9:00 to 18:00 in London every day. */
export interface Practice {
  /** Without a slash at its end. */
  url: string;
  ids: Record<'back' | 'holistic' | 'retired' | 'unpriced' | 'therapist' | 'room', number>;
  /** Every reservation, read from the file and not through payload. */
  reservations(): Promise<ReservationRow[]>;
  /** Runs SQL on the file, for what the owner does on the admin screens. */
  sql(statement: string): Promise<void>;
  close(): Promise<void>;
}

interface Libsql {
  createClient(options: { url: string }): {
    execute(sql: string): Promise<{ rows: object[] }>;
    close(): void;
  };
}

/** Starts payload in a process and a database file of its own. New reservations get `firstStatus`. */
export async function startPractice(firstStatus: 'pending' | 'confirmed' = 'pending'): Promise<Practice> {
  const folder = mkdtempSync(join(tmpdir(), 'knead-payload-'));
  const file = join(folder, 'practice.db');
  const program = join(import.meta.dirname, 'server.mjs');
  const child = fork(program, [file, firstStatus], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { PATH: process.env['PATH'], HOME: folder, PAYLOAD_LOG_LEVEL: 'warn', NODE_ENV: 'test' },
  });
  const { url, ids } = await started(child);
  const execute = async (sql: string): Promise<object[]> => {
    const { createClient } = createRequire(program)('@libsql/client') as Libsql;
    const client = createClient({ url: `file:${file}` });
    try {
      return (await client.execute(sql)).rows;
    } finally {
      client.close();
    }
  };
  return {
    url,
    ids,
    reservations: async () => (await execute('SELECT * FROM reservations ORDER BY id')) as ReservationRow[],
    sql: async (statement) => void (await execute(statement)),
    async close() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function started(child: ChildProcess): Promise<Pick<Practice, 'url' | 'ids'>> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)));
    child.once('message', (message) => resolve(message as Pick<Practice, 'url' | 'ids'>));
    child.once('exit', () => reject(new Error(`payload ended before it listened: ${said}`)));
  });
}
