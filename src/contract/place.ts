import * as z from 'zod/mini';
import { id, line, link, list, outwardCode, text } from './schema.js';
import { Money } from './money.js';

/** Where a session happens: `incall` at the therapist's, `outcall` at the client's. */
export const Place = z.enum(['incall', 'outcall']);
export type Place = z.infer<typeof Place>;

/** A part of town as people name it, with its outward code: public, unlike an address. */
export const Area = z.object({ name: line, outwardCode: z.optional(outwardCode) });
export type Area = z.infer<typeof Area>;

/** Whether a booking is made at once or asked for. */
export const Approval = z.enum(['instant', 'first-visit-request', 'always-request']);
export type Approval = z.infer<typeof Approval>;

/** A postal address. Private: it appears only in a booking's authorised answer, its mail and its calendar file. */
export const Address = z.object({
  line1: line,
  line2: z.optional(z.string().check(z.maxLength(300))),
  town: z.optional(z.string().check(z.maxLength(300))),
  postcode: z.string().check(z.minLength(2), z.maxLength(12)),
  /** How to get in: bell, floor, lift, parking. */
  access: z.optional(z.string().check(z.maxLength(500))),
});
export type Address = z.infer<typeof Address>;

/** The therapist's own place, as far as it is public. */
export const Incall = z.object({
  place: z.literal('incall'),
  locationId: id,
  area: Area,
  /** Public hints such as the nearest station; the address comes with the booking. */
  directions: z.optional(text),
  stepFree: z.optional(z.boolean()),
  approval: Approval,
});
export type Incall = z.infer<typeof Incall>;

/** Outward codes reached for one travel fee. */
export const TravelZone = z.object({ outwardCodes: list(outwardCode, 300), fee: Money });
export type TravelZone = z.infer<typeof TravelZone>;

/** Visits to the client. An outward code in no zone is not visited. */
export const Outcall = z.object({
  place: z.literal('outcall'),
  zones: list(TravelZone, 50),
  approval: Approval,
  /** A visit to somebody new is only asked for until they enter the code that is sent to them. */
  confirmedContact: z.optional(z.boolean()),
});
export type Outcall = z.infer<typeof Outcall>;

/** A place a practitioner offers. */
export const PlaceOffer = z.discriminatedUnion('place', [Incall, Outcall]);
export type PlaceOffer = z.infer<typeof PlaceOffer>;

/** Where a booked session takes place, as its client may know it. */
export const Venue = z.object({
  place: Place,
  area: z.optional(Area),
  address: z.optional(Address),
  directions: z.optional(text),
  map: z.optional(link),
});
export type Venue = z.infer<typeof Venue>;
