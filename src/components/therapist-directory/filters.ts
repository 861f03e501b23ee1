import type { ListedFilters } from '../../contract/events.js';
import type { PractitionerSearch } from '../../contract/practitioner-search.js';

/** All that visitors narrow and sort a list by: what the page may know, and what may say something about them. */
export type Filters = ListedFilters & Pick<PractitionerSearch, 'specialismIds' | 'pressure' | 'gender'>;

/** How each filter that a page may know is spelt; amounts are in minor units. */
const SPELT: Record<keyof ListedFilters, RegExp> = {
  serviceId: /^.{1,200}$/,
  place: /^(in|out)call$/,
  outwardCode: /^[A-Z]{1,2}\d[A-Z\d]?$/,
  language: /^[A-Za-z]{2,8}(-[A-Za-z\d]{1,8})*$/,
  stepFree: /^true$/,
  maxPrice: /^\d+$/,
  date: /^\d{4}-\d\d-\d\d$/,
  dayPart: /^(morning|afternoon|evening)$/,
  order: /^(name|price|soonest|rating|distance)$/,
};

/** Those of the filters that a page may know, without what nobody can filter by, whose names `onBad` is told. */
export function listedFilters(given: object, onBad?: (name: string) => void): ListedFilters {
  const read: Record<string, unknown> = {};
  for (const [name, pattern] of Object.entries(SPELT)) {
    const value = (given as Record<string, unknown>)[name];
    const spelt = name === 'maxPrice' ? (value as { amount?: unknown } | undefined)?.amount : value;
    if (!value) continue;
    if (pattern.test(String(spelt))) read[name] = value;
    else onBad?.(name);
  }
  return read;
}

/** All of them in one order, so that equal ones read alike. */
export function inOrder(filters: Filters): Filters {
  const { specialismIds, pressure, gender } = filters;
  return {
    ...listedFilters(filters),
    ...(specialismIds?.length && { specialismIds }),
    ...(pressure && { pressure }),
    ...(gender && { gender }),
  };
}

/** How many narrow the list: an order does not. */
export function filterCount({ order: _, ...filters }: Filters): number {
  return Object.keys(filters).length;
}

/** Whether they come to the same. */
export function sameFilters(one: Filters, other: Filters): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}
