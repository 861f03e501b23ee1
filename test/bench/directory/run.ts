/**
 * `npm run bench:directory`: a list of therapist cards beside the same cards in plain DOM, in React and in a frame each, as
 * ratios in one run.
 *
 * Every page is fresh, its script is evaluated already, and every card is given its data by property. The page gives every
 * item `content-visibility: auto` with a size of its own, whoever's card is in it. Before anything is measured it is seen to
 * that all cards say the same in the same words, of as many elements, at the same height.
 * - Painted: from handing the cards over, within a frame, to that frame painted; 10 and 100 cards also on a machine made six
 *   times slower, which is told. Every round starts all contestants in an order of chance; a round gives one ratio to each.
 * - Memory: what the cards keep once garbage is collected, of scripts and documents together.
 * - Longest task: on a machine made six times slower, the cards handed over as an answer from the network comes.
 * - Requests: the published file in a page with the ids of 300 therapists of the reference backend, scrolled from top to
 *   bottom in two seconds, and left alone.
 *
 * Rounds go on until the intervals of the ratios with a bound (bootstrap, 95 in 100) are within 5 % of their median, or there
 * are as many as `--rounds`. Bounds are kept by the end of an interval, never by its middle. The same build again has to come
 * out alike, or what was measured with it is void and is measured again, three times at most; the same build with a busy loop
 * has to stand out. `--planted` has every card ask for its times alone and measures the requests only: it has to turn red.
 *
 * Options: `--rounds 80` (at most so many), `--planted`, `--only painted,memory,tasks,requests`, `--pictures <folder>`.
 * Exit 1: a bound is missed. Exit 2: the machine was too restless to tell. Peers are installed here from their own lock
 * file. It says nothing about networks, phones or other engines.
 */
import { mkdirSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundle, installPeers } from '../bundles.js';
import { exitCode, median, table, type Figure } from '../figures.js';
import { alike, noticed, told, upperBound } from '../verdicts.js';
import { cardsScript } from './cards-script.js';
import * as rules from './contestants.js';
import { Pages } from './pages.js';
import { heaps, longestTasks, paint, toOurs, type Figures } from './painting.js';
import { Directory } from './requests.js';
import { assertSameCards } from './sameness.js';

/** How often what the control calls void is measured. */
const TRIES = 3;
const HEAP_SIZES = [100, 500, 2_000];
const HEAP_ROUNDS = 3;
/** Cards whose longest task is measured, and that are scrolled by. */
const MANY = 300;
const RESTING = [30, 100, 300];
const SCROLLS = 3;
const SECTIONS = ['painted', 'memory', 'tasks', 'requests'] as const;

const here = import.meta.dirname;
const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '80' },
    planted: { type: 'boolean', default: false },
    only: { type: 'string', default: SECTIONS.join(',') },
    pictures: { type: 'string' },
  },
});
const most = Number(options.rounds);
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const load = (): string => `load ${loadavg()[0]!.toFixed(1)}`;
const wanted = options.planted ? ['requests'] : options.only.split(',');
const began = performance.now();

installPeers(here);
const scripts = new Map<string, string>();
scripts.set('knead-cards', await cardsScript());
scripts.set('knead-cards-served', options.planted ? await cardsScript(true) : scripts.get('knead-cards')!);
const pageNames = new Set(['stage', 'embed', ...rules.contestants.map(({ page }) => page)]);
for (const page of pageNames) scripts.set(page, await bundle(here, page));

const pages = await Pages.open(scripts);
const rows: Figure[] = [];
try {
  if (!options.planted) await assertSameCards(pages);
  if (options.pictures) await pictures(options.pictures);
  if (wanted.includes('painted'))
    for (const stage of rules.STAGES) await section(`painted, ${labelOf(stage)}`, () => painted(stage));
  if (wanted.includes('memory')) await section('memory', memory);
  if (wanted.includes('tasks')) await section(`longest task, ${MANY} cards`, tasks);
  if (wanted.includes('requests')) await section('requests', requests);
} finally {
  await pages.close();
}
if (wanted.includes('painted')) {
  say('\nwhat the rows leave out');
  for (const { name, note } of rules.contestants) say(`  ${name}: ${note}`);
}
process.exitCode = exitCode(rows);
say(`\n${['every bound kept', 'a bound is missed', 'void: too restless to tell'][process.exitCode]!}`);
for (const { name, value, bound, verdict } of rows) {
  if (verdict !== undefined && verdict !== 'ok') say(`  ${verdict}: ${name}: ${value} (${bound ?? ''})`);
}
say(`${((performance.now() - began) / 1000).toFixed(0)} s, ${load()}`);

/** Measures, and measures again what its own control calls void. */
async function section(name: string, measure: () => Promise<Figure[]>): Promise<void> {
  say(`\n${name} (${load()})`);
  for (let tries = 1; ; tries += 1) {
    const found = await measure();
    say(table(found));
    if (exitCode(found) !== 2 || tries === TRIES) return void rows.push(...found);
    say(`void (${tries} of ${TRIES}): the same page came out unlike itself (${load()})`);
  }
}

function labelOf({ cards, slowDown }: rules.Stage): string {
  return `${cards} cards${slowDown > 1 ? `, ${slowDown}× slowed` : ''}`;
}

async function painted(stage: rules.Stage): Promise<Figure[]> {
  const { cards, slowDown } = stage;
  const hasBound = cards >= rules.BOUND_FROM && slowDown === 1;
  return compared(await paint(pages, stage, { most, say }), 'ms', labelOf(stage), (name) =>
    name === rules.PLAIN && hasBound ? rules.PAINT_BOUND : undefined,
  );
}

async function tasks(): Promise<Figure[]> {
  const figures = await longestTasks(pages, MANY, { most, say });
  return compared(figures, 'ms', 'longest task', (name) => (name === rules.REACT ? rules.TASK_BOUND : undefined));
}

async function memory(): Promise<Figure[]> {
  const found: Figure[] = [];
  for (const cards of HEAP_SIZES) {
    const { script, all } = await heaps(pages, cards, HEAP_ROUNDS);
    const label = `${cards} cards`;
    found.push(...compared(all, 'kB', label, (name) => (name === rules.PLAIN ? rules.HEAP_BOUND : undefined)));
    for (const [name, bytes] of script) {
      found.push({ name: `${label}: of scripts alone, ${name}`, value: `${(median(bytes) / 1024).toFixed(0)} kB` });
    }
  }
  return found;
}

/** A row with our own figures and one for everybody else: ours as a part of theirs. */
function compared(
  figures: Figures,
  unit: 'ms' | 'kB',
  label: string,
  boundOf: (name: string) => number | undefined,
): Figure[] {
  const said = (name: string): string => {
    const value = median(figures.get(name)!) / (unit === 'kB' ? 1024 : 1);
    return `${value.toFixed(0)} ${unit}`;
  };
  const rounds = figures.get(rules.OURS)!.length;
  const found: Figure[] = [{ name: `${label}: ${rules.OURS}`, value: `${said(rules.OURS)} (${rounds} rounds)` }];
  for (const name of figures.keys()) {
    if (name === rules.OURS) continue;
    const ratios = toOurs(figures, name);
    const bound = boundOf(name);
    const row = `${label}: ours / ${name} (${said(name)})`;
    if (name === rules.TWIN) found.push(alike(row, ratios));
    else if (name === rules.SLOWED)
      found.push(
        noticed(
          `${label}: ${name} / ours`,
          ratios.map((ratio) => 1 / ratio),
        ),
      );
    else found.push(bound === undefined ? told(row, ratios) : upperBound(row, ratios, bound));
  }
  return found;
}

async function requests(): Promise<Figure[]> {
  const directory = await Directory.open(pages, MANY);
  try {
    const resting: number[] = [];
    for (const cards of RESTING) resting.push(await directory.atRest(cards));
    const runs = [];
    for (let run = 0; run < SCROLLS; run += 1) runs.push(await directory.scrolled(MANY));
    for (const { availability, aborted, all, shift } of runs) {
      say(`  ${availability} requests for times, ${aborted} of them aborted, ${all} in all, shift ${shift.toFixed(4)}`);
    }
    const [before, after] = [Math.max(...resting), Math.max(...runs.map(({ afterwards }) => afterwards))];
    return [
      atMost(
        'requests for times, 2-second scroll through 300',
        Math.max(...runs.map((run) => run.availability)),
        rules.REQUEST_BOUND,
      ),
      {
        name: `requests for times, ${RESTING.join(', ')} cards standing still`,
        value: resting.join(', '),
        bound: 'as many for each',
        verdict: before === Math.min(...resting) ? 'ok' : 'MISSED',
      },
      atMost('requests for times in the second after', after, 0),
      atMost(
        'layout shift while loading and scrolling',
        Math.max(...runs.map(({ shift }) => shift)),
        rules.SHIFT_BOUND,
      ),
    ];
  } finally {
    await directory.close();
  }
}

/** A row that counts: the worst of all runs. */
function atMost(name: string, value: number, bound: number): Figure {
  const verdict = value <= bound ? 'ok' : 'MISSED';
  return { name, value: Number.isInteger(value) ? String(value) : value.toFixed(4), bound: `≤ ${bound}`, verdict };
}

async function pictures(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const page of new Set(rules.contestants.map(({ page }) => page))) {
    await pages.fresh({ page, cards: 10, slowDown: 1 }, async (fresh) => {
      await fresh.mount();
      await fresh.picture(`${join(folder, page)}.png`);
    });
  }
}
