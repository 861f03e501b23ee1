import { bootstrapInterval, shuffled } from '../bootstrap.js';
import { logLogSlope, median } from '../figures.js';
import { SLOWED_DOWN, type Pages } from './pages.js';

/** Slots in the year that is turned through. */
export const SIZES = [30, 300, 3_000, 30_000, 100_000] as const;

const MONTHS = ['2026-11', '2026-12', '2027-01', '2027-02', '2027-03'];
const FEWEST = 10;
/** How narrow the interval of the slope has to be, to each side. */
const NARROW = 0.02;

/** What turning a month costs. */
export interface MonthSwitch {
  /** One power of growth per round. */
  slopes: number[];
  milliseconds: { slots: number; median: number }[];
}

/** Turns months of our element, each for the first time, with few and with many slots, until the slope is known well. */
export async function monthSwitch(
  pages: Pages,
  { most, say }: { most: number; say: (text: string) => void },
): Promise<MonthSwitch> {
  const times = new Map<number, number[]>(SIZES.map((slots) => [slots, []]));
  const slopes: number[] = [];
  for (let rounds = 1; ; rounds += 1) {
    for (const slots of shuffled(SIZES)) times.get(slots)!.push(await turns(pages, slots));
    slopes.push(logLogSlope(SIZES.map((slots) => ({ x: slots, y: times.get(slots)!.at(-1)! }))));
    const [low, high] = bootstrapInterval(slopes);
    const isKnown = rounds >= FEWEST && (high - low) / 2 <= NARROW;
    if (rounds < most && !isKnown) continue;
    say(`  ${rounds} rounds`);
    return { slopes, milliseconds: SIZES.map((slots) => ({ slots, median: median(times.get(slots)!) })) };
  }
}

function turns(pages: Pages, slots: number): Promise<number> {
  const scene = { contestant: 'knead', script: '/knead.js', slots, spread: 'year' as const };
  return pages.fresh(scene, SLOWED_DOWN, async (page) => {
    await page.mount();
    const times: number[] = [];
    for (const month of MONTHS) times.push(await page.turn(month));
    return median(times);
  });
}
