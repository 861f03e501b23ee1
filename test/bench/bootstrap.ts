import { median } from './figures.js';

const RESAMPLES = 2000;

/**
 * Where the median of some figures lies with 95 in 100, by bootstrap: the middle of what the medians of figures drawn from
 * these, with repetition, come to. The same figures always give the same interval.
 */
export function bootstrapInterval(figures: readonly number[]): [number, number] {
  const chance = seeded(figures.length);
  const medians = Array.from({ length: RESAMPLES }, () =>
    median(figures.map(() => figures[Math.floor(chance() * figures.length)]!)),
  ).sort((a, b) => a - b);
  return [medians[Math.floor(RESAMPLES * 0.025)]!, medians[Math.ceil(RESAMPLES * 0.975) - 1]!];
}

/** Half the width of the interval, as a part of the median: 0.05 is ±5 %. */
export function halfWidth(figures: readonly number[]): number {
  const [low, high] = bootstrapInterval(figures);
  return (high - low) / 2 / Math.abs(median(figures));
}

/** In an order that chance decides, so that no contestant always comes after the same one. */
export function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** Mulberry32: 32 bits of state are plenty for drawing with repetition. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
