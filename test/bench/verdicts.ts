import { bootstrapInterval } from './bootstrap.js';
import { median, type Figure } from './figures.js';

/** What the median of an A/A row may lie between, its interval included. */
const ALIKE = { low: 0.93, high: 1.07 };
/** The lower end of the interval of a page with a planted busy loop to the same page without has to be above this. */
const NOTICED = 1.15;

/** A row that is only told. */
export function told(name: string, figures: readonly number[]): Figure {
  const [low, high] = bootstrapInterval(figures);
  return { name, value: `${median(figures).toFixed(3)}  [${low.toFixed(3)}, ${high.toFixed(3)}]` };
}

/** A row whose interval may not reach above a bound. */
export function upperBound(name: string, figures: readonly number[], bound: number): Figure {
  const verdict = bootstrapInterval(figures)[1] <= bound ? 'ok' : 'MISSED';
  return { ...told(name, figures), bound: `upper end ≤ ${bound}`, verdict };
}

/** The row that proves the gate: what is known to be slower has to come out slower. */
export function noticed(name: string, figures: readonly number[]): Figure {
  const verdict = bootstrapInterval(figures)[0] > NOTICED ? 'ok' : 'MISSED';
  return { ...told(name, figures), bound: `lower end > ${NOTICED}`, verdict };
}

/** The control: the same thing twice has to come out alike, or nothing that was measured with it is believed. */
export function alike(name: string, figures: readonly number[]): Figure {
  const [low, high] = bootstrapInterval(figures);
  const verdict = ALIKE.low <= low && high <= ALIKE.high ? 'ok' : 'void';
  return { ...told(name, figures), bound: `within ${ALIKE.low}–${ALIKE.high}`, verdict };
}
