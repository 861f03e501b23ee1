/**
 * `npm run test:hosts`: a visitor books in every hostile page of `demo/sites/hosts`, in Chromium, Firefox and WebKit, at the
 * reference backend on another origin. Prints host × engine with what happened, and complains where a page was changed by
 * more than the booking: document, globals, built-in objects, title, address, history, storage, cookies, policy reports.
 *
 * At the end each of the planted faults is put into `knead.js` in turn, and the matrix has to see it.
 *
 * Options: `--only css-reset,zone` (hosts), `--engines chromium,firefox` (or `ENGINE=chromium`), `--planted <fault>`: the
 * whole matrix with `styleMap`, `global` or `lit-policy` planted; it turns red. Exit 1: a cell is red, or a fault unseen.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { hosts } from '../../demo/sites/hosts/hosts.js';
import { countsLine, type Counts } from '../support/counts.js';
import { startDemo } from '../support/demo.js';
import type { Engine } from '../support/suites.js';
import { openTabs } from '../support/tabs.js';
import { dayOf, visit, visitOf, type Scene, type Verdict } from './cell.js';
import { matrix } from './matrix.js';
import { plantedFaults } from './planted-faults.js';
import { watchSite } from './site.js';

const { values: options } = parseArgs({
  options: { only: { type: 'string' }, engines: { type: 'string' }, planted: { type: 'string' } },
});
/** Where one of the planted faults shows, each in another one. */
const PLANTED_IN = ['css-reset', 'strict-policy', 'trusted-types'];
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const engines = among<Engine>(options.engines ?? process.env['ENGINE'], ['chromium', 'firefox', 'webkit']);
const wanted = among(
  options.only,
  hosts.map(({ id }) => id),
);
const [planted] = options.planted === undefined ? [] : among(options.planted, Object.keys(plantedFaults));

if (!existsSync('dist/knead.js')) fail('dist/knead.js is missing: run `npm run build` first.');
let visits = 0;
const demo = await startDemo();
try {
  const verdicts = await everywhere(wanted, engines, planted);
  say(`\n${matrix(verdicts)}`);
  const counts = countsOf(verdicts);
  if (planted === undefined && options.only === undefined) {
    say('\nplanted faults');
    for (const name of Object.keys(plantedFaults)) {
      const seen = countsOf(await everywhere(PLANTED_IN, [engines[0]!], name)).failed > 0;
      say(`${name.padEnd(12)} ${seen ? 'seen' : 'NOT SEEN'}`);
      counts[seen ? 'passed' : 'failed'] += 1;
    }
  }
  say(`\n${countsLine(counts)}`);
  process.exitCode = counts.failed > 0 ? 1 : 0;
} finally {
  await demo.close();
}

/** Some hosts in some engines, which run beside one another. */
async function everywhere(ids: readonly string[], where: readonly Engine[], fault?: string): Promise<Verdict[]> {
  const site = await watchSite(demo.url, fault === undefined ? undefined : plantedFaults[fault]);
  try {
    const scene = { demo, site };
    const verdicts = (await Promise.all(where.map((engine) => inEngine(engine, ids, scene)))).flat();
    complainOfReports(verdicts, scene);
    return verdicts;
  } finally {
    await site.close();
  }
}

function countsOf(verdicts: readonly Verdict[]): Counts {
  const failed = verdicts.filter(({ complaints }) => complaints.length > 0).length;
  const skipped = verdicts.filter((verdict) => verdict.skipped).length;
  return { passed: verdicts.length - failed - skipped, failed, skipped };
}

/** All hosts in one engine, one after the other. */
async function inEngine(engine: Engine, ids: readonly string[], scene: Scene): Promise<Verdict[]> {
  const tabs = await openTabs(engine, scene.site.port);
  const verdicts: Verdict[] = [];
  try {
    for (const [at, host] of hosts.entries()) {
      if (!ids.includes(host.id)) continue;
      visits += 1;
      const email = `${host.id}.${engine}.${visits}@example.com`;
      const cell = { host, engine, email, day: dayOf(at, ['chromium', 'firefox', 'webkit'].indexOf(engine)) };
      const verdict = await visit(tabs, cell, scene);
      verdicts.push(verdict);
      say(`${engine.padEnd(9)} ${host.id.padEnd(24)} ${verdict.seconds.toFixed(1)} s  ${verdict.result}`);
    }
  } finally {
    await tabs.close();
  }
  return verdicts;
}

/** Browsers report to servers when they have time. */
function complainOfReports(verdicts: readonly Verdict[], { site }: Scene): void {
  for (const { cell, complaints } of verdicts) {
    const { violates } = cell.host.expected;
    const reports = site.reports(visitOf(cell));
    complaints.push(...reports.filter((line) => !violates?.test(line)).map((line) => `reported: ${line}`));
  }
}

function among<Name extends string>(asked: string | undefined, all: readonly Name[]): Name[] {
  const names = asked === undefined ? [...all] : asked.split(',');
  const unknown = names.filter((name) => !all.includes(name as Name));
  if (unknown.length > 0) fail(`there is no ${unknown.join(', ')}, only ${all.join(', ')}`);
  return names as Name[];
}

function fail(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}
