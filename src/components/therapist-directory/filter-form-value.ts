import type { Area } from '../../contract/place.js';
import { parsePostcode } from '../../domain/client/postcode.js';
import type { Filters } from './filters.js';
import type { FilterOptions } from './filters-kit.js';

/** What was typed and cannot be searched for. */
export interface FilterFaults {
  area?: boolean;
  price?: boolean;
}

/** "Hackney E8", each once; areas without a code cannot be searched by. */
export function areaNames(areas: readonly Area[]): string[] {
  const names = areas.flatMap((area) => (area.outwardCode ? nameOf(area) : []));
  return [...new Set(names)].sort((a, b) => a.localeCompare(b));
}

/**
 * What a form of filters says. Of a whole postcode, in any spelling, only the first half is read; the name of a published area
 * stands for its code. Amounts are in whole units of the currency.
 */
export function readForm(
  given: FormData,
  { areas, currency }: FilterOptions,
): { filters: Filters; faults: FilterFaults } {
  const text = (name: string): string => String(given.get(name) ?? '').trim();
  const area = text('area');
  const outwardCode = codeOf(area, areas);
  const price = text('price').replace(/[^\d.,]/g, '');
  const amount = Math.round(Number(price.replace(',', '.')) * 10 ** minorDigits(currency));
  const faults: FilterFaults = {
    ...(area && !outwardCode && { area: true }),
    ...(text('price') && !(amount > 0) && { price: true }),
  };
  const filters = {
    ...(text('serviceId') && { serviceId: text('serviceId') }),
    ...(text('place') && { place: text('place') }),
    ...(outwardCode && { outwardCode }),
    ...(text('language') && { language: text('language') }),
    ...(text('stepFree') && { stepFree: true }),
    ...(amount > 0 && { maxPrice: { amount, currency } }),
    ...(text('date') && { date: text('date') }),
    ...(text('dayPart') && { dayPart: text('dayPart') }),
    ...(text('specialismId') && { specialismIds: [text('specialismId')] }),
    ...(text('pressure') && { pressure: Number(text('pressure')) }),
    ...(text('gender') && { gender: text('gender') }),
  } as Filters;
  return { filters, faults };
}

/** How many digits of an amount in minor units are behind the point: 2 for pounds, none for yen. */
export function minorDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

function codeOf(typed: string, areas: readonly Area[]): string | undefined {
  const plain = (words: string): string => words.toLowerCase().replace(/\s+/g, ' ');
  // Areas first: one may be called as a code is spelt.
  const area = areas.find(
    (each) => each.outwardCode && [each.name, nameOf(each)].some((name) => plain(name) === plain(typed)),
  );
  const read = parsePostcode(typed);
  return area?.outwardCode ?? ('outwardCode' in read ? read.outwardCode : undefined);
}

function nameOf({ name, outwardCode = '' }: Area): string {
  return name.endsWith(outwardCode) ? name : `${name} ${outwardCode}`;
}

/** Without one of the filters. */
export function without(filters: Filters, name: string): Filters {
  return Object.fromEntries(Object.entries(filters).filter(([filter]) => filter !== name));
}
