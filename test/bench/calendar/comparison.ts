import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { halfWidth, shuffled } from '../bootstrap.js';
import { median } from '../figures.js';
import { contestants, OURS, type Contestant } from './contestants.js';
import { FREE_DAYS } from './given-slots.js';
import { SLOWED_DOWN, type Pages } from './pages.js';
import type { Scene } from './pages/stage.js';

/** Fewer rounds than this say little about how far the next ones may lie. */
const FEWEST = 20;
/** How narrow an interval has to be. */
const NARROW = 0.05;
/** How often it is looked whether all of them are. */
const EVERY = 5;
/** Days tapped in turn; the first is on show from the start. */
const TAPPED = FREE_DAYS.slice(1, 6).map((day) => Number(day.slice(8)));

/** How rounds are run. */
export interface RoundsOptions {
  slots: number;
  /** No more rounds than this. */
  most: number;
  say: (text: string) => void;
}

/** Milliseconds by contestant, the same round at the same place. */
export interface Comparison {
  rounds: number;
  times: Map<string, number[]>;
  taps: Map<string, number[]>;
}

/** Runs rounds of all contestants until every ratio is known well enough. */
export async function compare(pages: Pages, { slots, most, say }: RoundsOptions): Promise<Comparison> {
  const times = new Map<string, number[]>(contestants.map(({ name }) => [name, []]));
  const taps = new Map<string, number[]>(contestants.flatMap(({ name, tapped }) => (tapped ? [[name, []]] : [])));
  // The browser itself is slow the first time.
  for (const contestant of contestants) await run(pages, contestant, slots);
  for (let rounds = 1; ; rounds += 1) {
    for (const contestant of shuffled(contestants)) {
      const { time, tap } = await run(pages, contestant, slots);
      times.get(contestant.name)!.push(time);
      if (tap !== undefined) taps.get(contestant.name)!.push(tap);
    }
    const isLast = rounds >= most;
    if (!isLast && (rounds < FEWEST || rounds % EVERY > 0)) continue;
    const widest = Math.max(...ratiosToOurs(times), ...ratiosToOurs(taps));
    say(`  ${rounds} rounds: widest interval ± ${(widest * 100).toFixed(1)} %`);
    if (isLast || widest <= NARROW) return { rounds, times, taps };
  }
}

/** Keeps what a contestant looks like once it is measured. */
export async function picture(pages: Pages, page: string, slots: number, folder: string): Promise<void> {
  if (!contestants.some((contestant) => contestant.page === page)) return;
  mkdirSync(folder, { recursive: true });
  await pages.fresh(sceneOf(page, slots), 1, async (fresh) => {
    await fresh.mount();
    await fresh.picture(`${join(folder, page)}.png`);
  });
}

function sceneOf(page: string, slots: number): Scene {
  return { contestant: page, script: `/${page}.js`, slots, spread: 'month' };
}

function run(
  pages: Pages,
  { page, plant, tapped }: Contestant,
  slots: number,
): Promise<{ time: number; tap?: number }> {
  return pages.fresh(sceneOf(page, slots), SLOWED_DOWN, async (fresh) => {
    const time = await fresh.mount(plant);
    if (!tapped) return { time };
    const taps: number[] = [];
    for (const day of TAPPED) taps.push(await fresh.tap(day));
    return { time, tap: median(taps) };
  });
}

/** The half widths of the intervals of all ratios to ours. */
function ratiosToOurs(times: ReadonlyMap<string, number[]>): number[] {
  const ours = times.get(OURS)!;
  return [...times]
    .filter(([name]) => name !== OURS)
    .map(([, theirs]) => halfWidth(theirs.map((time, round) => time / ours[round]!)));
}
