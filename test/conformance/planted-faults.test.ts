import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { CaseResult } from '../../src/conformance/report.js';
import { openPglite, type Database } from '../../demo/backend/database.js';
import { PLANTED_FAULTS, type PlantedFault } from '../../demo/backend/planted-faults.js';
import { allCases } from '../../src/conformance/cases/all.js';
import { runKit } from '../../src/conformance/run.js';
import { REFERENCE, referenceNetwork } from './reference-network.js';

/** The case that names each fault. */
const CAUGHT_BY: Record<PlantedFault, string> = {
  'key-ignored': 'idempotency.replay',
  'key-reused-silently': 'idempotency.reused-key',
  'hold-never-expires': 'holds.expired-blocks-nobody',
  'gap-hour-slot': 'clock.london-spring',
  'server-error-on-taken': 'bookings.occupy',
  'id-only-read': 'auth.booking',
  'client-price-trusted': 'bookings.client-sets-no-price',
  'cors-missing': 'cors.no-credentials',
  'retry-after-hidden': 'cors.exposed',
  'token-in-query': 'auth.token-in-query',
  'summary-disagrees': 'availability.summary-agrees',
  'non-atomic-hold': 'holds.all-or-none',
  'reschedule-frees-first': 'reschedule.atomic',
  'wrong-local-offset': 'availability.local-time',
  'no-store-missing': 'auth.no-store',
  'no-constraint': 'races.one-slot',
};

let database: Database;
before(async () => {
  database = await openPglite();
});
after(() => database.close());

async function resultsOf(ids: readonly string[], fault?: PlantedFault): Promise<CaseResult[]> {
  const network = await referenceNetwork(database, fault ? { fault } : {});
  const cases = allCases.filter(({ id }) => ids.includes(id));
  assert.equal(cases.length, new Set(ids).size, 'every case named is there');
  const report = await runKit({ url: REFERENCE, network, cases });
  await network.close();
  return report.cases;
}

test('without a fault none of these cases fails', async () => {
  const failed = (await resultsOf(Object.values(CAUGHT_BY))).filter(({ status }) => status !== 'passed');
  assert.deepEqual(failed, []);
});

test('every planted fault is caught by the case that names it', async () => {
  const table: string[] = [];
  const missed: string[] = [];
  // The constraint last: the database stays without it.
  for (const fault of [...PLANTED_FAULTS.filter((one) => one !== 'no-constraint'), 'no-constraint' as const]) {
    const id = CAUGHT_BY[fault];
    const found = (await resultsOf([id], fault)).find((result) => result.id === id);
    const caught = found?.status === 'failed';
    if (!caught || !found.got || !found.sent) missed.push(fault);
    table.push(
      `${fault.padEnd(24)}${caught ? 'caught' : 'MISSED'}  ${id.padEnd(32)}${found?.reason?.slice(0, 100) ?? ''}`,
    );
  }
  process.stdout.write(`${table.join('\n')}\n`);
  process.stdout.write(`${table.length - missed.length}/${table.length} planted faults caught\n`);
  assert.deepEqual(missed, []);
});
