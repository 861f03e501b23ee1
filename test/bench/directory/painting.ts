import { halfWidth, shuffled } from '../bootstrap.js';
import { contestants, OURS, PLAIN, REACT, TWIN, type Contestant, type Stage } from './contestants.js';
import { SLOWED_DOWN, type Pages, type StagePage } from './pages.js';

/** Fewer rounds than this say little about how far the next ones may lie. */
const FEWEST = 12;
/** What takes long and has no bound is run this often. */
const FEW = 3;
/** How narrow an interval has to be. */
const NARROW = 0.05;
/** How often it is looked whether all of them are. */
const EVERY = 4;

/** How rounds are run. */
export interface RoundsOptions {
  /** No more rounds than this. */
  most: number;
  say: (text: string) => void;
}

/** Figures by contestant, the same round at the same place. */
export type Figures = Map<string, number[]>;

/** Milliseconds from handing over to painted, of everybody who is measured with so many cards. */
export function paint(pages: Pages, { cards, slowDown }: Stage, options: RoundsOptions): Promise<Figures> {
  // A machine that is slowed down is too restless for the controls: what is measured on it is told.
  const measured = contestants.filter(({ sizes, isControl }) => sizes.includes(cards) && !(isControl && slowDown > 1));
  return rounds(measured, [PLAIN, TWIN], options, ({ page, plant }) =>
    pages.fresh({ page, cards, slowDown }, (fresh) => fresh.mount(plant)),
  );
}

/** The longest task of each while so many cards come to be shown on a slow machine. */
export function longestTasks(pages: Pages, cards: number, options: RoundsOptions): Promise<Figures> {
  const measured = contestants.filter(({ name }) => [OURS, TWIN, PLAIN, REACT].includes(name));
  return rounds(measured, [REACT, TWIN], options, ({ page }) =>
    pages.fresh({ page, cards, slowDown: SLOWED_DOWN }, (fresh) => fresh.longestTask()),
  );
}

/** Bytes that so many cards of each keep in memory, by scripts and in all. */
export async function heaps(pages: Pages, cards: number, most: number): Promise<{ script: Figures; all: Figures }> {
  const measured = contestants.filter(({ name }) => [OURS, PLAIN, REACT].includes(name));
  const figures = (): Figures => new Map(measured.map(({ name }) => [name, []]));
  const [script, all] = [figures(), figures()];
  for (let round = 0; round < most; round += 1)
    for (const { name, page } of shuffled(measured)) {
      const grown = await pages.fresh({ page, cards, slowDown: 1 }, growth);
      script.get(name)!.push(grown.script);
      all.get(name)!.push(grown.script + grown.document);
    }
  return { script, all };
}

async function growth(fresh: StagePage): Promise<{ script: number; document: number }> {
  const before = await fresh.heap();
  await fresh.mount();
  const after = await fresh.heap();
  return { script: after.script - before.script, document: after.document - before.document };
}

/** Runs rounds of all, each in an order of chance, until the ratios of ours to `decisive` ones are known well enough. */
async function rounds(
  measured: readonly Contestant[],
  decisive: readonly string[],
  { most, say }: RoundsOptions,
  run: (contestant: Contestant) => Promise<number>,
): Promise<Figures> {
  const figures: Figures = new Map(measured.map(({ name }) => [name, []]));
  // The browser itself is slow the first time.
  for (const contestant of measured) if (!contestant.isSlow) await run(contestant);
  for (let round = 1; ; round += 1) {
    for (const contestant of shuffled(measured)) {
      if (contestant.isSlow && round > FEW) continue;
      figures.get(contestant.name)!.push(await run(contestant));
    }
    const isLast = round >= most;
    if (!isLast && (round < FEWEST || round % EVERY > 0)) continue;
    const widths = decisive.flatMap((name) => (figures.has(name) ? [halfWidth(toOurs(figures, name))] : []));
    const widest = Math.max(...widths);
    if (isLast || widest <= NARROW) {
      say(`  ${round} rounds: widest interval ± ${(widest * 100).toFixed(1)} %`);
      return figures;
    }
  }
}

/** Ours to somebody's, round by round. */
export function toOurs(figures: Figures, name: string): number[] {
  return figures.get(name)!.map((theirs, round) => figures.get(OURS)![round]! / theirs);
}
