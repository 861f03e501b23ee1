/**
 * Dates, times, money and lists as people write them, through cached `Intl` formatters. Wall times come from the backend
 * as text; they are formatted as if they were UTC, so that neither the visitor's zone nor the browser's zone data can
 * move them.
 */

/** An amount in minor units with its ISO 4217 code. */
interface Amount {
  amount: number;
  currency: string;
}

/** How a date is written. */
export type DateStyle =
  /** Wednesday 14 October 2026 */
  | 'full'
  /** Wednesday 14 October */
  | 'long'
  /** Wed 14 Oct */
  | 'short'
  /** 3 March 2026 */
  | 'plain'
  /** October 2026 */
  | 'month'
  /** Wed */
  | 'weekday'
  /** Wednesday */
  | 'weekdayLong'
  /** 14, in the digits of the others */
  | 'day';

const STYLES: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  long: { weekday: 'long', day: 'numeric', month: 'long' },
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  plain: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  weekday: { weekday: 'short' },
  weekdayLong: { weekday: 'long' },
  day: { day: 'numeric' },
};

const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday';
const MONTHS = 'January February March April May June July August September October November December';

/** A date `YYYY-MM-DD`, a month `YYYY-MM` or a wall time in a language. Always the Gregorian calendar, shared with the therapist. */
export function formatDate(tag: string, date: string, style: DateStyle): string {
  const options = STYLES[style];
  const at = new Date(date.slice(0, 10));
  if (tag !== 'en-GB') {
    return cached('DateTimeFormat', tag, { ...options, timeZone: 'UTC', calendar: 'gregory' }).format(at);
  }
  // The first formatter of a page takes a browser some ten milliseconds, as long as all else until there are times to see.
  const { weekday, day, month, year } = options;
  const named = (names: string, index: number, length = ''): string | false =>
    length && names.split(' ')[index]!.slice(0, length === 'short' ? 3 : 9);
  return joined(
    [
      named(WEEKDAYS, at.getUTCDay(), weekday),
      day && at.getUTCDate(),
      named(MONTHS, at.getUTCMonth(), month),
      year && at.getUTCFullYear(),
    ],
    ' ',
  );
}

/** The time of a wall time: "6:30pm" in British English, otherwise as the language has it. */
export function formatTime(tag: string, local: string): string {
  const hour = Number(local.slice(11, 13));
  // ICU puts a space before it, which British usage does not.
  if (tag === 'en-GB') return `${hour % 12 || 12}${local.slice(13, 16)}${hour < 12 ? 'am' : 'pm'}`;
  const formatter = cached('DateTimeFormat', tag, { timeZone: 'UTC', hour: 'numeric', minute: '2-digit' });
  return formatter.format(Date.parse(`${local.slice(0, 16)}:00Z`));
}

/**
 * Money: whole amounts without minor units ("£80") unless `exact` ("£80.00"). With the short sign of the currency: people know
 * which country they book in, and "80 GBP" or "80 £GB" is how a bank writes it.
 */
export function formatMoney(tag: string, { amount, currency }: Amount, exact = false): string {
  const trailingZeroDisplay = exact ? 'auto' : 'stripIfInteger';
  const formatter = cached('NumberFormat', tag, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    trailingZeroDisplay,
  });
  const written = formatter.format(amount / 10 ** (formatter.resolvedOptions().maximumFractionDigits ?? 2));
  // Arabic has no short signs; between its own letters those of "UK£" change sides with it.
  return written.replace(/[A-Z]+(?=[£$])/, '');
}

/** A number with at most one decimal: "4.8". */
export function formatNumber(tag: string, value: number): string {
  return cached('NumberFormat', tag, { maximumFractionDigits: 1 }).format(value);
}

/** "cash, card and bank transfer". */
export function formatList(tag: string, items: readonly string[], type: Intl.ListFormatType = 'conjunction'): string {
  return cached('ListFormat', tag, { type }).format(items);
}

/** The name of a language in another: "Polish" for `pl`, or the tag itself where it is not known. */
export function languageName(tag: string, language: string): string {
  // "English" and not "British English": people ask whether they will be understood.
  const [base = language] = language.split('-');
  return cached('DisplayNames', tag, { type: 'language' }).of(base) ?? language;
}

/** The plural category of a number. */
export function pluralOf(tag: string, count: number): Intl.LDMLPluralRule {
  return cached('PluralRules', tag, {}).select(count);
}

/** The day a week begins on, 1 Monday to 7 Sunday, from the language's region. */
export function weekStart(tag: string): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  // Asking for it takes as long as a first formatter.
  if (tag === 'en-GB') return 1;
  type Info = { firstDay?: number };
  const locale = cached('Locale', tag, {}) as Intl.Locale & { getWeekInfo?: () => Info; weekInfo?: Info };
  const known = (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay;
  // Firefox has neither: a small table for the languages we ship.
  return (known ?? (tag === 'en-US' ? 7 : tag.startsWith('ar') ? 6 : 1)) as 1;
}

/** What is there of several parts, in one line: with commas, which Arabic writes the other way round, unless told otherwise. */
export function joined(parts: readonly (string | number | false | null | undefined)[], separator?: string): string {
  const there = parts.filter(Boolean);
  return there.join(separator ?? (/\p{sc=Arab}/u.test(`${there}`) ? '، ' : ', '));
}

/** A zone's own city as a reader knows it: "London" for `Europe/London`. */
export function cityOf(zone: string): string {
  return (zone.split('/').pop() ?? zone).replaceAll('_', ' ');
}

/** What a zone's clock is called at an instant in milliseconds: "BST", or "GMT+2" where the language has no name for it. */
export function clockName(tag: string, zone: string, at: number): string {
  const parts = cached('DateTimeFormat', tag, { timeZone: zone, timeZoneName: 'short' }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')!.value;
}

interface Formatters {
  DateTimeFormat: [Intl.DateTimeFormat, Intl.DateTimeFormatOptions];
  NumberFormat: [Intl.NumberFormat, Intl.NumberFormatOptions];
  ListFormat: [Intl.ListFormat, Intl.ListFormatOptions];
  DisplayNames: [Intl.DisplayNames, Intl.DisplayNamesOptions];
  PluralRules: [Intl.PluralRules, Intl.PluralRulesOptions];
  Locale: [Intl.Locale, Intl.LocaleOptions];
}
type Maker = new (tag: string, options: object) => unknown;

const formatters = new Map<string, unknown>();

function cached<Kind extends keyof Formatters>(
  kind: Kind,
  tag: string,
  options: Formatters[Kind][1],
): Formatters[Kind][0] {
  const key = JSON.stringify([kind, tag, options]);
  let formatter = formatters.get(key);
  if (!formatter) {
    // Options that inherit nothing: a page that pollutes `Object.prototype` must not change a time.
    formatter = new (Intl[kind] as Maker)(tag, Object.assign(Object.create(null) as object, options));
    formatters.set(key, formatter);
  }
  return formatter as Formatters[Kind][0];
}
