import type { Place } from './place.js';
import type { PractitionerSearch } from './practitioner-search.js';

/** The step a flow shows, as the page may know it. A refused safety check reads as `safety`. */
export type StepName =
  | 'practitioner'
  | 'place'
  | 'service'
  | 'safety'
  | 'slot'
  | 'details'
  | 'review'
  | 'submitting'
  | 'outcome-unknown'
  | 'confirmed'
  | 'requested';

/** The filters of a list that a page may know. */
export type ListedFilters = Pick<
  PractitionerSearch,
  'serviceId' | 'place' | 'outwardCode' | 'language' | 'stepFree' | 'maxPrice' | 'date' | 'dayPart' | 'order'
>;

/**
 * Every event a Knead element sends, with its detail. A capturing listener on the page sees all of them, so a detail
 * carries ids, step names, ISO dates and instants with zone and problem codes: never a name, a contact, an address, a
 * service title or a health answer.
 */
export interface KneadEvents {
  /** A service, option or add-ons were chosen. */
  'knead-service-select': { serviceId: string; optionId: string; addOnIds: readonly string[] };
  /** A time was tapped. Cancelable where it leaves a card. */
  'knead-slot-select': { practitionerId: string; start: string; timeZone: string };
  /** A therapist was chosen, from a card or to be booked again. Cancelable: the default follows the link. */
  'knead-therapist-select': { practitionerId: string };
  /**
   * A list of therapists was narrowed or sorted: by what, and to how many where the backend says so. What may say something
   * about a visitor (specialism, pressure, gender) is not among it, so a page may write the rest into its own address.
   */
  'knead-filter-change': ListedFilters & { total: number | null };
  /** The calendar shows other days and wants their times. */
  'knead-range-change': { from: string; to: string };
  /** A form was completed. The answers reach only `.onSubmit`. */
  'knead-intake-submit': { formId: string; version: string };
  /** The flow moved. */
  'knead-step-changed': { step: StepName; previous: StepName | null };
  /** The visitor asks to book. Cancelable: a page that cancels it takes over. */
  'knead-booking-request': {
    practitionerId: string;
    serviceId: string;
    optionId: string;
    place: Place;
    start: string;
    timeZone: string;
  };
  /** The backend answered: booked, or requested. */
  'knead-booking-confirmed': {
    bookingId: string;
    status: string;
    practitionerId: string;
    start: string;
    timeZone: string;
    reference: string | null;
  };
  /** The backend refused, or could not be reached. */
  'knead-booking-failed': { code: string };
  /** A booking was moved: to when. */
  'knead-booking-rescheduled': { bookingId: string; practitionerId: string; start: string; timeZone: string };
  /** A booking was cancelled. */
  'knead-booking-cancelled': { bookingId: string };
}

/** The name of a Knead event. */
export type KneadEventName = keyof KneadEvents;

type KneadDomEvents = { [Name in KneadEventName]: CustomEvent<KneadEvents[Name]> };

declare global {
  interface HTMLElementEventMap extends KneadDomEvents {}
}
