/**
 * `npm run bench:calendar`: the slot calendar alone beside the best known calendars, as ratios in one run.
 *
 * Every page is fresh, is given the same month and the same slots by property, and runs six times slower than this machine.
 * - First paint: from the start of its script (compiling it and its styles included, loading it not) to its slots on the
 *   screen. Every round starts all contestants in an order of chance; a round gives one ratio to each.
 * - Tap: from the finger's leaving a day to that day's times on the screen, the middle of several days.
 * - Month switch: the same page with 30 to 100,000 slots in a year; the power by which turning on grows with them.
 *
 * Rounds go on until the interval of every ratio (bootstrap, 95 in 100) is within 5 % of its median, or there are 200.
 * Bounds are kept by the end of an interval, never by its middle. Two pages prove the gate itself: the same build again has to
 * come out alike, or the run is void and starts again, three times at most; the same build with a busy loop has to stand out.
 *
 * Options: `--rounds 10` (at most so many), `--slots 30` (in the month), `--pictures <folder>` (what was measured).
 * Exit 1: a bound is missed. Exit 2: the machine was too restless to tell. Peers are installed here from their own lock
 * file. It says nothing about networks, phones or other engines.
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { bundle, installPeers, sizeOf } from '../bundles.js';
import { exitCode, median, table, type Figure } from '../figures.js';
import { alike, noticed, told, upperBound } from '../verdicts.js';
import { compare, picture, type Comparison } from './comparison.js';
import { contestants, OURS, SLOPE_BOUND, SLOWED, TAP_BOUND, TWIN } from './contestants.js';
import { SIZES, monthSwitch } from './month-switch.js';
import { Pages, SLOWED_DOWN } from './pages.js';

/** How often a run that the control calls void is tried. */
const TRIES = 3;
const UNSLOWED_ROUNDS = 7;
const here = import.meta.dirname;

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    slots: { type: 'string', default: '30' },
    pictures: { type: 'string' },
  },
});
const most = Number(options.rounds);
const slots = Number(options.slots);
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const load = (): string => `load ${loadavg()[0]!.toFixed(1)}`;

installPeers(here);
const scripts = new Map<string, string>();
for (const page of ['stage', ...new Set(contestants.map(({ page }) => page))])
  scripts.set(page, await bundle(here, page, page === 'knead'));
say('scripts, in bytes minified and brotli (styles inside)');
for (const [page, script] of scripts) {
  const { minified, brotli } = sizeOf(script);
  if (page !== 'stage') say(`  ${page.padEnd(20)}${String(minified).padStart(9)}${String(brotli).padStart(9)}`);
}

const pages = await Pages.open(scripts);
try {
  if (options.pictures) for (const page of scripts.keys()) await picture(pages, page, slots, options.pictures);
  process.exitCode = await measured();
} finally {
  await pages.close();
}

async function measured(): Promise<number> {
  say(`\nfirst paint and taps, ${slots} slots, ${SLOWED_DOWN} times slower than this machine (${load()})`);
  let rows: Figure[] = [];
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const comparison = await compare(pages, { slots, most, say });
    rows = rowsOf(comparison);
    say(`\n${table(rows)}`);
    if (exitCode(rows) !== 2) break;
    say(`\nvoid (${tries} of ${TRIES}): the same page came out unlike itself (${load()})`);
  }
  say(`\nmonth switch, each month for the first time, ${SIZES.join(', ')} slots in a year`);
  const turning = await monthSwitch(pages, { most, say });
  const slope = upperBound('log-log slope', turning.slopes, SLOPE_BOUND);
  say(
    table([
      ...turning.milliseconds.map(({ slots, median }) => ({
        name: `${slots} slots`,
        value: `${median.toFixed(0)} ms`,
      })),
      slope,
    ]),
  );
  say(`\nlongest task at full speed, median of ${UNSLOWED_ROUNDS} rounds`);
  for (const { name, page, longest } of await unslowed()) {
    say(`  ${name.padEnd(26)} ${longest > 0 ? `${longest.toFixed(0)} ms` : 'none of 50 ms or more'}  (${page})`);
  }
  say('\nwhat the rows leave out');
  for (const { name, note } of contestants) say(`  ${name}: ${note}`);
  const code = exitCode([...rows, slope]);
  say(`\n${['every bound kept', 'a bound is missed', 'void: too restless to tell'][code]!} (${load()})`);
  return code;
}

function rowsOf({ rounds, times, taps }: Comparison): Figure[] {
  const ratio = (of: number[], to: number[]): number[] => of.map((time, round) => time / to[round]!);
  const [ours, ourTaps] = [times.get(OURS)!, taps.get(OURS)!];
  const rows: Figure[] = [{ name: `${OURS}, ${rounds} rounds`, value: `${median(ours).toFixed(0)} ms` }];
  for (const { name, bound } of contestants) {
    const theirs = times.get(name)!;
    if (name === OURS) continue;
    if (name === TWIN) rows.push(alike(name, ratio(theirs, ours)));
    else if (name === SLOWED) rows.push(noticed(name, ratio(theirs, ours)));
    else {
      const label = `ours / ${name} (${median(theirs).toFixed(0)} ms)`;
      rows.push(bound ? upperBound(label, ratio(ours, theirs), bound) : told(label, ratio(ours, theirs)));
    }
  }
  for (const [name, theirs] of taps) {
    if (name === OURS) rows.push({ name: 'tap on a day, ours', value: `${median(ourTaps).toFixed(0)} ms` });
    else if (name === TWIN) rows.push(alike(`tap, ${name}`, ratio(theirs, ourTaps)));
    else
      rows.push(upperBound(`tap, ours / ${name} (${median(theirs).toFixed(0)} ms)`, ratio(ourTaps, theirs), TAP_BOUND));
  }
  return rows;
}

async function unslowed(): Promise<{ name: string; page: string; longest: number }[]> {
  const shown = contestants.filter(({ name }) => name !== TWIN && name !== SLOWED);
  const longest = new Map<string, number[]>(shown.map(({ name }) => [name, []]));
  for (let round = 0; round < UNSLOWED_ROUNDS; round += 1)
    for (const { name, page } of shown) {
      const scene = { contestant: page, script: `/${page}.js`, slots, spread: 'month' as const };
      const task = await pages.fresh(scene, 1, async (fresh) => {
        await fresh.mount();
        return fresh.longestTask();
      });
      longest.get(name)!.push(task);
    }
  return shown.map(({ name, page }) => ({ name, page, longest: median(longest.get(name)!) }));
}
