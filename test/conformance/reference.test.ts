import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import type { Report } from '../../src/conformance/report.js';
import { openPglite } from '../../demo/backend/database.js';
import { runKit } from '../../src/conformance/run.js';
import { startTestBackend } from '../support/backend.js';
import { startPostgres } from '../support/postgres.js';
import { REFERENCE, referenceNetwork } from './reference-network.js';

/** The command, as somebody runs it who never met us. */
async function command(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/conformance/cli.ts', ...args]);
  const out = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (out.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (out.stderr += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, ...out };
}

const unlike = ({ cases }: Report, status: string): string[] =>
  cases.filter((one) => one.status !== status).map(({ id, reason }) => `${id}: ${reason}`);

test('on PGlite, over HTTP, by the command: every case runs and passes; JSON alone on stdout', async (t) => {
  const backend = await startTestBackend();
  t.after(() => backend.close());
  const { code, stdout, stderr } = await command(backend.url, '--json');
  const report = JSON.parse(stdout) as Report;
  assert.deepEqual(unlike(report, 'passed'), []);
  assert.deepEqual([code, report.target, report.mode], [0, backend.url, 'controlled']);
  assert.ok(report.cases.length >= 85, `${report.cases.length} cases`);
  assert.equal(new Set(report.cases.map(({ id }) => id)).size, report.cases.length, 'ids are unique');
  assert.deepEqual(Object.keys(report.cases[0]!).sort(), [
    'clause',
    'got',
    'id',
    'reason',
    'required',
    'sent',
    'status',
  ]);
  assert.equal(stderr.trim().split('\n').length, report.cases.length, 'a line of progress per case');
});

test('on PostgreSQL, over HTTP: every case runs and passes', async (t) => {
  const postgres = await startPostgres();
  const backend = await startTestBackend({ databaseUrl: postgres.url });
  t.after(async () => {
    await backend.close();
    await postgres.close();
  });
  const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const report = await runKit({ url: backend.url, network: { fetch, wait } });
  assert.deepEqual(unlike(report, 'passed'), []);
});

test('on live data nothing fails, what needs the clock is skipped with a reason, and nothing is left behind', async (t) => {
  const database = await openPglite();
  const reference = await referenceNetwork(database, { test: false });
  t.after(async () => {
    await reference.close();
    await database.close();
  });
  const report = await runKit({ url: REFERENCE, network: reference });
  assert.equal(report.mode, 'random');
  const skipped = report.cases.filter(({ status }) => status === 'skipped');
  assert.deepEqual(unlike(report, 'passed').length, skipped.length, unlike(report, 'passed').join('\n'));
  assert.deepEqual(
    skipped.filter(({ reason }) => !reason?.includes('/test/*')).map(({ id, reason }) => `${id}: ${reason}`),
    [],
  );
  const [left] = await database.query<{ busy: number }>(
    "SELECT count(*)::int AS busy FROM busy_times WHERE status <> 'held' OR expires_at > now()",
  );
  assert.equal(left?.busy, 0, 'holds and bookings are given back');
});

test('a backend that is none fails with what was sent and got, and exit code 1', async () => {
  const { code, stdout } = await command('http://127.0.0.1:9', '--json');
  const report = JSON.parse(stdout) as Report;
  const [first, ...others] = report.cases;
  assert.deepEqual([code, first?.id, first?.status], [1, 'discovery.found', 'failed']);
  assert.match(first?.sent?.url ?? '', /\.well-known\/knead-booking$/);
  assert.ok(others.every(({ status }) => status === 'skipped'));
  const { code: usage, stdout: nothing } = await command('no-url');
  assert.deepEqual([usage, nothing], [2, '']);
});
