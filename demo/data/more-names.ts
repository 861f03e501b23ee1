import { NAMES } from './directory-tables.js';

const INITIALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const FIRST = NAMES.map((name) => name.split(' ')[0]!);
const LAST = NAMES.map((name) => name.slice(name.indexOf(' ') + 1));

/** The name of one of many more fictional therapists: with an initial, so that no two share one and none is of the forty. */
export function furtherName(number: number): string {
  const first = number % FIRST.length;
  const round = Math.floor(number / FIRST.length);
  // Further along with every first name, so that neighbours in a list have no surname in common.
  const last = (round + first * 7 + 3) % LAST.length;
  const initial = Math.floor(round / LAST.length);
  return `${FIRST[first]} ${INITIALS[initial]}. ${LAST[last]}`;
}
