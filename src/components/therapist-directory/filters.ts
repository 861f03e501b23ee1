import type { ListedFilters } from '../../contract/events.js';
import type { PractitionerSearch } from '../../contract/practitioner-search.js';
import { parsePostcode } from '../../domain/client/postcode.js';
import { isPlainDate } from '../../domain/time/plain-date.js';

/** All that visitors narrow and sort a list by: what the page may know, and what may say something about them. */
export type Filters = ListedFilters & Pick<PractitionerSearch, 'specialismIds' | 'pressure' | 'gender'>;

/** Filters that only a search in private carries. */
const PRIVATE = ['specialismIds', 'pressure', 'gender'] as const;

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '' && value.length <= 200;
const isOneOf =
  (...values: string[]) =>
  (value: unknown): boolean =>
    values.includes(value as string);

const CHECKS: Record<keyof ListedFilters, (value: never) => boolean> = {
  serviceId: isText,
  place: isOneOf('incall', 'outcall'),
  outwardCode: (value: string) => 'outwardCode' in parsePostcode(value),
  language: (value: unknown) => /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(String(value)),
  stepFree: (value: unknown) => typeof value === 'boolean',
  maxPrice: ({ amount, currency }: Partial<Record<string, unknown>>) =>
    Number.isInteger(amount) && Number(amount) > 0 && /^[A-Z]{3}$/.test(String(currency)),
  date: (value: unknown) => isPlainDate(String(value)),
  dayPart: isOneOf('morning', 'afternoon', 'evening'),
  order: isOneOf('name', 'price', 'soonest', 'rating', 'distance'),
};

/**
 * Filters as a page gives them, without what nobody can filter by, whose names `onBad` is told. Of a whole postcode only its
 * first half is kept.
 */
export function listedFilters(given: object, onBad: (name: string) => void = () => undefined): ListedFilters {
  const read: Record<string, unknown> = {};
  for (const [name, isGood] of Object.entries(CHECKS)) {
    const value = (given as Record<string, unknown>)[name];
    if (value === undefined || value === null || value === false || value === '') continue;
    if (!isGood(value as never)) onBad(name);
    else if (name === 'outwardCode')
      read[name] = (parsePostcode(value as string) as { outwardCode: string }).outwardCode;
    else read[name] = value;
  }
  return read;
}

/** Those of the filters that no page may know. */
export function privateFilters(filters: Filters): Filters {
  return Object.fromEntries(PRIVATE.flatMap((name) => (filters[name] === undefined ? [] : [[name, filters[name]]])));
}

/** Without one of them. What depends on it goes too. */
export function without(filters: Filters, name: string): Filters {
  const rest: Filters = { ...filters };
  delete rest[name as keyof Filters];
  // Nothing is far from nowhere.
  if (name === 'outwardCode' && rest.order === 'distance') delete rest.order;
  return rest;
}

/** How many narrow the list: an order does not. */
export function filterCount({ order: _, ...filters }: Filters): number {
  return Object.keys(filters).length;
}

/** Whether they come to the same, in whatever order they are named. */
export function sameFilters(one: Filters, other: Filters): boolean {
  return sorted(one) === sorted(other);
}

function sorted(filters: Filters): string {
  return JSON.stringify(Object.entries(filters).sort(([a], [b]) => (a < b ? -1 : 1)));
}
