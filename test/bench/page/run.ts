/**
 * `npm run bench:page`: Lighthouse 12 on the therapist's page of the demo, the reference backend on another origin, beside the
 * same page without Knead (neither script tag nor element), as ratios in one run.
 *
 * Every run is a fresh browser with an empty cache, the phone and the network of Lighthouse's defaults. A round audits the page,
 * the same page again and the page without Knead in an order of chance, and gives one ratio to each.
 * - Accessibility has to be 100 and the layout shift 0 in every run. Neither depends on how busy the machine is.
 * - Total blocking time with and without Knead is told as a ratio. Where the page without has none, there is no ratio: both medians
 *   are told, and the ratio of all work of the main thread instead.
 * - The same page again has to come out alike, or the ratios are void.
 *
 * Rounds go on until the intervals of the ratios (bootstrap, 95 in 100) are within 5 % of their median, or there are as many as
 * `--rounds`. `--planted` has a picture without words and something that pushes the page down: it has to turn red.
 *
 * Options: `--rounds 20` (at most so many, five at least), `--planted`. Exit 1: a bound is missed. Exit 2: the machine was too
 * restless for the ratios. Lighthouse is installed here from its own lock file. It says nothing about real phones.
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { startDemo } from '../../support/demo.js';
import { halfWidth, shuffled } from '../bootstrap.js';
import { installPeers } from '../bundles.js';
import { exitCode, median, table, type Figure } from '../figures.js';
import { alike, told } from '../verdicts.js';
import { audit, type Audited } from './lighthouse.js';
import { servePlain, servePlanted } from './pages.js';

/** Fewer have no interval. */
const LEAST = 5;
/** Half an interval, as a part of its median. */
const NARROW = 0.05;

const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '20' }, planted: { type: 'boolean', default: false } },
});
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const began = performance.now();

installPeers(import.meta.dirname);
const demo = await startDemo();
const rows: Figure[] = [];
try {
  rows.push(...(options.planted ? await planted() : await compared(Math.max(LEAST, Number(options.rounds)))));
} finally {
  await demo.close();
}
say(`\n${table(rows)}`);
process.exitCode = exitCode(rows);
say(`\n${['every bound kept', 'a bound is missed', 'void: too restless to tell'][process.exitCode]!}`);
say(`${((performance.now() - began) / 1000).toFixed(0)} s, load ${loadavg()[0]!.toFixed(1)}`);

/** The page with its planted faults, once. */
async function planted(): Promise<Figure[]> {
  const site = await servePlanted(demo.url);
  try {
    return bounds([await audited(site.url)]);
  } finally {
    await site.close();
  }
}

async function compared(most: number): Promise<Figure[]> {
  const plain = await servePlain(demo.url);
  const runs = { with: [] as Audited[], again: [] as Audited[], without: [] as Audited[] };
  const ratios = (over: keyof typeof runs, under: keyof typeof runs, of: 'work' | 'script' | 'blocking'): number[] =>
    runs[over].map((run, round) => run[of] / runs[under][round]![of]);
  try {
    for (let round = 1; round <= most; round += 1) {
      for (const name of shuffled(Object.keys(runs) as (keyof typeof runs)[])) {
        runs[name].push(await audited(name === 'without' ? plain.url : demo.url));
      }
      const said = Object.entries(runs).map(([name, all]) => `${name} ${all.at(-1)!.work.toFixed(0)} ms`);
      say(`  round ${round}: main thread ${said.join(', ')} (load ${loadavg()[0]!.toFixed(1)})`);
      const intervals = [ratios('with', 'without', 'work'), ratios('again', 'with', 'work')].map(halfWidth);
      if (round >= LEAST && Math.max(...intervals) <= NARROW) break;
    }
  } finally {
    await plain.close();
  }
  const middle = (name: keyof typeof runs, of: 'work' | 'script' | 'blocking'): string =>
    `${median(runs[name].map((run) => run[of])).toFixed(0)} ms`;
  const each = (of: 'work' | 'script' | 'blocking'): string => `(${middle('with', of)} / ${middle('without', of)})`;
  const hasBlocking = runs.without.every(({ blocking }) => blocking > 0);
  return [
    { name: 'rounds', value: `${runs.with.length}` },
    ...bounds([...runs.with, ...runs.again]),
    { name: 'accessibility without Knead', value: worst(runs.without).join(' ') },
    hasBlocking
      ? told(`total blocking time, with / without ${each('blocking')}`, ratios('with', 'without', 'blocking'))
      : {
          name: 'total blocking time, with / without',
          value: `${middle('with', 'blocking')} / ${middle('without', 'blocking')}: no ratio to nothing`,
        },
    told(`main thread, with / without ${each('work')}`, ratios('with', 'without', 'work')),
    told(`of it scripts, with / without ${each('script')}`, ratios('with', 'without', 'script')),
    alike('main thread, the same page again', ratios('again', 'with', 'work')),
  ];
}

/** What has to be so in every run: unrest of the machine is no excuse. */
function bounds(runs: readonly Audited[]): Figure[] {
  const [accessibility, ...faults] = worst(runs);
  const shift = Math.max(...runs.map((run) => run.shift));
  return [
    {
      name: 'accessibility with Knead, worst run',
      value: [accessibility, ...faults].join(' '),
      bound: '100',
      verdict: accessibility === '100' ? 'ok' : 'FAR OFF',
    },
    {
      name: 'cumulative layout shift with Knead, worst run',
      value: shift.toFixed(4),
      bound: '0',
      verdict: shift === 0 ? 'ok' : 'FAR OFF',
    },
  ];
}

/** The lowest score, and what is held against the page in any run. */
function worst(runs: readonly Audited[]): string[] {
  const score = Math.min(...runs.map(({ accessibility }) => accessibility));
  return [String(score), ...new Set(runs.flatMap(({ faults }) => faults))];
}

function audited(url: string): Promise<Audited> {
  return audit(import.meta.dirname, url);
}
