import type { Contact } from '../../../contract/business.js';
import type { Discovery } from '../../../contract/discovery.js';
import type { Approval } from '../../../contract/place.js';
import { wallTime } from '../../../domain/time/local-time.js';
import type { Transport } from '../../http/transport.js';

/**
 * What payload-reserve knows but publishes nowhere, so the page says it in the query of the address, which is never sent.
 * Where the plugin has a default, it is ours too.
 */
export interface Settings {
  /** Payload's API without a slash at the end, for example `https://booking.example/api`. */
  api: string;
  /** `zone`, required: the plugin's `timezone`. A wrong guess would show wrong times. */
  zone: string;
  /** `currency`, required: ISO 4217 of the plain numbers that stand as prices. */
  currency: string;
  /** `name` of the business; the host of the address without it. */
  name: string;
  /** `area`: the public part of the address, "Marylebone". */
  area: string;
  /** `phone`, `email`, `page`: how to change or cancel, which the public API does not offer. */
  contact: Contact;
  /** `notice`: hours until which cancelling is free, the plugin's `cancellationNoticePeriod`. */
  noticeHours: number;
  /** `hold`: minutes a hold lasts, the plugin's `slotHolds.ttlMinutes`; 0 where slot holds are off. */
  holdMinutes: number;
  /** `horizon`: days ahead that can be booked. */
  horizonDays: number;
  /** `approval`: `instant` where new reservations count at once; by default they are born `pending`. */
  approval: Approval;
}

/** Reads an address such as `https://booking.example/api?zone=Europe/London&currency=GBP`. Throws `ConfigurationError`. */
export function readSettings(address: string, { parseAddress, ConfigurationError }: Transport): Settings {
  const base = parseAddress(address);
  const query = new URL(address).searchParams;
  const { host, pathname } = base;
  if (pathname === '/') base.pathname = '/api';
  const [zone, currency] = [query.get('zone') ?? '', query.get('currency') ?? ''];
  if (!isZone(zone) || !/^[A-Z]{3}$/.test(currency)) {
    throw new ConfigurationError(
      'An address for payload-reserve ends like "?zone=Europe/London&currency=GBP": its zone and what its prices are in.',
    );
  }
  const contact: Contact = {};
  const [phone, email, page] = ['phone', 'email', 'page'].map((name) => query.get(name));
  if (phone) contact.phone = phone;
  if (email) contact.email = email;
  if (page && /^https:\/\//i.test(page)) contact.url = page;
  return {
    api: base.href,
    zone,
    currency,
    name: query.get('name') || host,
    area: query.get('area') || query.get('name') || host,
    contact,
    noticeHours: whole(query.get('notice'), 24, 8760),
    holdMinutes: whole(query.get('hold'), 10, 1440),
    horizonDays: whole(query.get('horizon'), 60, 730),
    approval: query.get('approval') === 'instant' ? 'instant' : 'always-request',
  };
}

/** What the adapter says of a backend with these settings. */
export function discoveryOf(settings: Settings): Discovery {
  const { api, zone, currency, name, contact, noticeHours, holdMinutes, horizonDays } = settings;
  return {
    api: 'knead-booking',
    version: '1',
    baseUrl: api,
    business: {
      id: new URL(api).host,
      name,
      timeZone: zone,
      currency,
      locales: [],
      contact,
      cancellation: { freeUntilHours: noticeHours },
      payment: { when: 'on-the-day', methods: [] },
    },
    capabilities: {
      holds: holdMinutes > 0,
      batchAvailability: false,
      // A repeated key is refused, by its name, and so tells that the first request went through.
      idempotency: 'detect',
      atomicBooking: true,
      bookingLookup: false,
      addOns: false,
      outcall: false,
      // The token for both goes to a hook on the server and never to the browser.
      cancel: false,
      reschedule: false,
      calendarFile: false,
      intake: 'none',
      consents: false,
      payment: 'none',
      courses: false,
    },
    limits: { holdSeconds: holdMinutes * 60, practitioners: 1, days: 31, horizonDays },
  };
}

function isZone(zone: string): boolean {
  try {
    return zone !== '' && wallTime(zone, 0) !== '';
  } catch {
    return false;
  }
}

function whole(text: string | null, otherwise: number, most: number): number {
  return text !== null && /^\d{1,5}$/.test(text) ? Math.min(Number(text), most) : otherwise;
}
