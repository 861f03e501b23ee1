import { SLOWED_DOWN } from './pages.js';

/** One row of the comparison. */
export interface Contestant {
  name: string;
  /** The page it has, by the name of its script in `pages/`. */
  page: string;
  /** How many cards it is measured with. */
  sizes: readonly number[];
  /** A busy loop before its paint, as a part of the time until then. */
  plant?: number;
  /** Ours too: says how far a ratio can be trusted. */
  isControl?: true;
  /** Takes so long that a few rounds have to do. */
  isSlow?: true;
  /** What it does not do, or does otherwise. */
  note: string;
}

/** Cards in a list. */
export const SIZES = [10, 100, 500, 2_000] as const;
/** From so many cards on the bounds hold, on a machine at its own speed. */
export const BOUND_FROM = 100;

/** How many cards are painted, and how much slower than this machine is. */
export interface Stage {
  cards: number;
  slowDown: number;
}

/** What is painted: few cards also as a cheap phone would. */
export const STAGES: readonly Stage[] = [
  { cards: 10, slowDown: SLOWED_DOWN },
  { cards: 100, slowDown: SLOWED_DOWN },
  ...SIZES.map((cards) => ({ cards, slowDown: 1 })),
];

/** Ours, which every other row is a ratio to. */
export const OURS = 'knead-therapist-card';
/** The same page a second time: how far the machine alone moves a ratio. */
export const TWIN = 'the same again (A/A)';
/** The same page with the fault that the gate has to notice. */
export const SLOWED = 'with 30 % busy loop (A/B)';
export const PLAIN = 'plain DOM';
export const REACT = 'React';

/** The upper end of the interval of our time to that of plain DOM. */
export const PAINT_BOUND = 1.5;
/** Likewise of what is kept in memory. */
export const HEAP_BOUND = 2;
/** Likewise of our longest task to React's. */
export const TASK_BOUND = 1;
/** Requests for times while 300 cards scroll by in two seconds. */
export const REQUEST_BOUND = 12;
/** What the page may move by itself meanwhile, in layout-shift score. */
export const SHIFT_BOUND = 0.01;

/** Everybody, in the order of the table. */
export const contestants: readonly Contestant[] = [
  {
    name: OURS,
    page: 'knead',
    sizes: SIZES,
    note: 'the published knead-cards.js, which draws long lists in turns and is measured until the last card shows: any of the languages, bad data and bad links dropped, styles nobody can break, texts a page translator may change',
  },
  { name: TWIN, page: 'knead', sizes: SIZES.filter((size) => size >= BOUND_FROM), isControl: true, note: 'control' },
  { name: SLOWED, page: 'knead', sizes: [100], plant: 0.3, isControl: true, note: 'proves that the gate notices' },
  {
    name: PLAIN,
    page: 'plain',
    sizes: SIZES,
    note: 'same elements, texts and rules of style, but English only, styles open to the page, no check of links or data, one listener for the list, nothing for a photo that is missing, no updates',
  },
  {
    name: REACT,
    page: 'react',
    sizes: SIZES,
    note: 'React 19 in production, the same card as a component; English only, styles open to the page, no check of links or data',
  },
  {
    name: 'an iframe per card',
    page: 'iframes',
    sizes: [10, 100],
    isSlow: true,
    note: 'a page of this machine with React and the same card in each frame, the lean shape of an embed: real ones weigh several times that and come over a network; more than 100 are not tried',
  },
];
