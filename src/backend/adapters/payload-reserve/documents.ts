import type { Slot } from '../../../contract/availability.js';
import type { Money, Price } from '../../../contract/money.js';
import type { Practitioner } from '../../../contract/practitioner.js';
import type { Service } from '../../../contract/service.js';
import { localTimeIn } from '../../../domain/time/local-time.js';
import type { Settings } from './settings.js';

/** A document as Payload writes it: untrusted, so every field is looked at before it is used. */
export type Document = Readonly<Record<string, unknown>>;

/** The one length a service has there. */
export const ONLY_OPTION = 'standard';

/** Most slots taken from the answer for one day: one a minute. */
const MOST_A_DAY = 1440;

/** Whether a value can be looked into. */
export function isDocument(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The documents of a list answer, or undefined for anything else. */
export function documentsOf(answer: unknown): Document[] | undefined {
  return isDocument(answer) && Array.isArray(answer['docs']) ? answer['docs'].filter(isDocument) : undefined;
}

/** An id as the database has it, a number or a string; a relation may also come as its document. */
export function rawId(value: unknown): string | number | undefined {
  const id = isDocument(value) ? value['id'] : value;
  return typeof id === 'number' || (typeof id === 'string' && id.length > 0 && id.length <= 200) ? id : undefined;
}

/**
 * A service that a visitor can book without an account, or undefined: a retired one, one without a price, one whose length
 * the client chooses, or one for registered customers.
 */
export function serviceOf(document: Document, { currency }: Settings): Service | undefined {
  const { name, description, duration, durationType, active, allowGuestBooking } = document;
  const id = rawId(document);
  const price = moneyOf(document['price'], currency);
  if (id === undefined || !isLine(name) || !price || active === false || allowGuestBooking === 'disabled')
    return undefined;
  if (!Number.isInteger(duration) || (duration as number) < 1 || (duration as number) > 1440) return undefined;
  if (durationType !== 'fixed') return undefined;
  return {
    id: String(id),
    name,
    description: typeof description === 'string' ? description.slice(0, 5000) : '',
    techniques: [],
    areas: [],
    options: [{ id: ONLY_OPTION, minutes: duration as number, prices: [{ place: 'incall', price }] }],
    addOns: [],
    faq: [],
  };
}

/** Somebody who gives services, or undefined for a room, for equipment and for whoever is not active. */
export function practitionerOf(document: Document, settings: Settings): Practitioner | undefined {
  const { name, services, active, resourceType } = document;
  const id = rawId(document);
  if (id === undefined || !isLine(name) || active === false || !Array.isArray(services)) return undefined;
  if (resourceType === 'room' || resourceType === 'equipment') return undefined;
  const { zone, area, approval } = settings;
  return {
    id: String(id),
    name,
    timeZone: zone,
    languages: [],
    specialisms: [],
    credentials: [],
    skills: [],
    places: [{ place: 'incall', locationId: String(id), area: { name: area }, approval }],
    serviceIds: services.flatMap((each) => rawId(each) ?? []).map(String),
    testimonials: [],
  };
}

/** The free times of one day: instants in UTC on a grid of fifteen minutes. Undefined for a foreign answer. */
export function slotsOf(answer: unknown, zone: string): Slot[] | undefined {
  if (!isDocument(answer) || !Array.isArray(answer['slots'])) return undefined;
  return answer['slots'].slice(0, MOST_A_DAY).flatMap((each: unknown) => {
    if (!isDocument(each)) return [];
    const { start, end } = each;
    if (!isInstant(start) || !isInstant(end)) return [];
    return [{ start, end, local: localTimeIn(zone, Date.parse(start)), token: start }];
  });
}

/** Whether a value is an instant in UTC. */
export function isInstant(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  );
}

/** A plain number such as 62.5 in the currency's minor unit; undefined for none. */
export function moneyOf(value: unknown, currency: string): Money | undefined {
  if (typeof value !== 'number' || !(value >= 0)) return undefined;
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  const amount = Math.round(value * 10 ** maximumFractionDigits);
  return amount <= 100_000_000 ? { amount, currency } : undefined;
}

/** The price of a service in one line. */
export function priceOf({ name, options }: Service): Price {
  const total = options[0]!.prices[0]!.price;
  return { total, lines: [{ kind: 'service', label: name, amount: total }] };
}

function isLine(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= 300;
}
