import type { AvailabilityFault, Slot } from '../contract/availability.js';
import type { Money, Price } from '../contract/money.js';
import type { Place } from '../contract/place.js';
import type { Practitioner } from '../contract/practitioner.js';
import type { Service } from '../contract/service.js';
import { lowestOffer } from '../domain/pricing/lowest-offer.js';

/** What is known of somebody's session and times; an entry of `GET /v1/availability/summary` is one. */
export interface ListedTimes {
  price: Price;
  place?: Place;
  minutes?: number | undefined;
  serviceId?: string | undefined;
  first?: Slot | undefined;
  /** In order. */
  next?: readonly Slot[] | undefined;
}

/** One therapist of a list. */
export interface Listed {
  practitioner: Practitioner;
  /** Where the card leads: `https:`, or an address on the page's own site; without it to the therapist's own page. */
  href?: string | undefined;
  /** Price and next times; without them, or with a fault instead, the price comes from {@link services}, and no times are shown. */
  times?: ListedTimes | AvailabilityFault | undefined;
  /** The business's treatments, for the price and for what is offered. */
  services?: readonly Service[] | undefined;
  /** When the rooms are open, where the page shows it; only structured data says it. */
  hours?: readonly OpenHours[] | undefined;
}

/** Hours of some days of the week in the therapist's own time. */
export interface OpenHours {
  /** 1 Monday to 7 Sunday. */
  days: readonly number[];
  /** `HH:MM`. */
  opens: string;
  closes: string;
}

/** What "60 min from £75" stands for. */
export interface ListedPrice {
  minutes: number;
  price: Money;
}

/** The times of somebody who has some, or none that are free; undefined where nobody could say. */
export function knownTimes({ times }: Listed): ListedTimes | undefined {
  return times && 'price' in times ? times : undefined;
}

/** The session a card names: that of the times where they say it, else the cheapest hour. */
export function priceOfListed(listed: Listed): ListedPrice | undefined {
  const { practitioner, services = [] } = listed;
  const times = knownTimes(listed);
  if (times?.minutes !== undefined) return { minutes: times.minutes, price: times.price.total };
  return lowestOffer(practitioner, services);
}
