import type { BookedSession, Booking } from '../../src/contract/booking.js';
import type { Money } from '../../src/contract/money.js';
import type { Address } from '../../src/contract/place.js';

/** The backend's few words about a booking, for mails, calendar files and its own pages. British English. */

/** `£80.00`. */
export function moneyText({ amount, currency }: Money): string {
  const format = new Intl.NumberFormat('en-GB', { style: 'currency', currency });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

/** `Wednesday 14 October 2026, 11:00 (Europe/London)`. */
export function momentText(instant: string, timeZone: string): string {
  const { day, time } = wallText(instant, timeZone);
  return `${day}, ${time} (${timeZone})`;
}

/** `Wednesday 14 October 2026` and `11:00`, as a clock and a calendar of the zone show an instant. */
export function wallText(instant: string | number, timeZone: string): { day: string; time: string } {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const parts = format.formatToParts(typeof instant === 'number' ? instant : Date.parse(instant));
  const part = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  return {
    day: `${part['weekday']} ${part['day']} ${part['month']} ${part['year']}`,
    time: `${part['hour']}:${part['minute']}`,
  };
}

/** An address line by line, without how to get in. */
export function addressLines({ line1, line2, town, postcode }: Address): string[] {
  return [line1, line2, town, postcode].filter((line): line is string => Boolean(line));
}

/** `Back massage, 90 minutes, with Relaxing, 30 min`. */
export function sessionText({ serviceName, minutes, addOns }: Omit<BookedSession, 'venue'>): string {
  const extras = addOns.map(({ name }) => name).join(' and ');
  return `${serviceName}, ${minutes} minutes${extras ? `, with ${extras}` : ''}`;
}

/** Where a session is, as far as its reader may know. */
export function placeText({ place, venue }: BookedSession): string {
  const where = venue.address ? addressLines(venue.address).join(', ') : (venue.area?.name ?? '');
  return place === 'outcall' ? `Your therapist comes to you: ${where}` : where;
}

/** Every line of the price and its total. */
export function priceLines({ price }: Booking): string[] {
  return [
    ...price.lines.map(({ label, amount }) => `${label}: ${moneyText(amount)}`),
    `Total: ${moneyText(price.total)}`,
  ];
}
