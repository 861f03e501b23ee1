import type { Availability, Slot } from '../../../src/contract/availability.js';
import type { Price } from '../../../src/contract/money.js';
import { addDays, addMonths, firstDay, lastDay, type PlainDate } from '../../../src/domain/time/plain-date.js';

/** What every contestant is given. */
export interface Given {
  availability: Availability;
  /** The clock of the page in milliseconds: before the first slot. */
  now: number;
}

/** The month that every contestant opens on, `YYYY-MM`. */
export const MONTH = '2026-10';

const TIME_ZONE = 'Europe/London';
const FEE = { amount: 6500, currency: 'GBP' };
const PRICE: Price = { total: FEE, lines: [{ kind: 'service', label: 'Back massage', amount: FEE }] };
/** Ten weekdays of one month, a therapist's fortnight. */
export const FREE_DAYS = ['05', '06', '07', '08', '09', '12', '13', '14', '15', '16'].map((day) => `${MONTH}-${day}`);
/** How many months the slots of the month switch are spread over. */
const MONTHS = 12;
/** What one practitioner's answer may carry. */
const MOST = 20_000;
const OPENS = 9 * 60;
const OPEN_MINUTES = 12 * 60;

/** Slots on ten days of one month, as many on each. */
export function monthOfSlots(count: number): Given {
  return given(spread(count, FREE_DAYS), firstDay(MONTH), lastDay(MONTH));
}

/** Slots spread evenly over a year of days, of as many practitioners as may offer that many. */
export function yearOfSlots(count: number): Given {
  const to = lastDay(addMonths(MONTH, MONTHS - 1));
  const days: PlainDate[] = [];
  for (let day = firstDay(MONTH); day <= to; day = addDays(day, 1)) days.push(day);
  return given(spread(count, days), firstDay(MONTH), to);
}

function spread(count: number, days: readonly PlainDate[]): Slot[] {
  const perDay = new Map<PlainDate, number>();
  for (let index = 0; index < count; index += 1) {
    const day = days[Math.floor((index * days.length) / count)]!;
    perDay.set(day, (perDay.get(day) ?? 0) + 1);
  }
  return [...perDay].flatMap(([day, times]) =>
    Array.from({ length: times }, (_, index) => slot(day, OPENS + Math.floor((index * OPEN_MINUTES) / times))),
  );
}

function slot(day: PlainDate, minutes: number): Slot {
  // London's clocks go back on 25 October 2026 and forward on 28 March 2027, both before the therapist opens.
  const offset = day < '2026-10-25' || day >= '2027-03-28' ? '+01:00' : '+00:00';
  const clock = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
  const local = `${day}T${clock}:00${offset}`;
  const at = Date.parse(local);
  return { start: instant(at), end: instant(at + 3_600_000), local, token: `token-${day}-${minutes}` };
}

function instant(at: number): string {
  return new Date(at).toISOString().replace('.000', '');
}

function given(slots: readonly Slot[], from: PlainDate, to: PlainDate): Given {
  const practitioners = Math.ceil(slots.length / MOST);
  const entries = Array.from({ length: practitioners }, (_, practitioner) => ({
    practitionerId: `practitioner-${practitioner}`,
    timeZone: TIME_ZONE,
    place: 'incall' as const,
    price: PRICE,
    slots: slots.filter((_slot, index) => index % practitioners === practitioner),
  }));
  return { availability: { from, to, horizon: to, entries }, now: Date.parse(`${from}T05:00:00Z`) };
}
