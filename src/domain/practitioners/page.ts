import type { PractitionerSearch } from '../../contract/practitioner-search.js';

/** Somebody in a list: what the order goes by, and where among equals. */
export interface Ranked {
  /** Smaller comes first; finite. */
  key: number;
  /** Their own place in the whole, which never changes. */
  position: number;
}

/** In order, and among equals as they stand. */
export function byRank(a: Ranked, b: Ranked): number {
  return a.key - b.key || a.position - b.position;
}

/**
 * The cursor after somebody. It says where the page ended and not on whom, so that the next one begins there also when
 * they are not in the list any more.
 */
export function cursorAfter(order: PractitionerSearch['order'], { key, position }: Ranked): string {
  return `${order ?? 'own'}~${key}~${position}`;
}

/** Where a cursor leads in a list of this order, or null where it is none of it. */
export function readCursor(order: PractitionerSearch['order'], cursor: string): Ranked | null {
  const [, of, key, position] = /^([a-z]+)~(-?\d+(?:\.\d+)?)~(\d{1,9})$/.exec(cursor) ?? [];
  return of === (order ?? 'own') ? { key: Number(key), position: Number(position) } : null;
}
