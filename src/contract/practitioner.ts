import * as z from 'zod/mini';
import { count, id, languageTag, line, link, list, openEnum, plainDate, text, timeZone } from './schema.js';
import { PlaceOffer } from './place.js';

/** A photo with its pixel size, so that it never shifts the page. Decorative: the name stands beside it. */
export const Photo = z.object({
  url: link,
  width: z.int().check(z.gte(1), z.lte(20_000)),
  height: z.int().check(z.gte(1), z.lte(20_000)),
});
export type Photo = z.infer<typeof Photo>;

/** A membership or qualification. Without `checkedBy` it is shown as self-declared. */
export const Credential = z.object({
  body: line,
  title: z.optional(line),
  number: z.optional(line),
  checkedBy: z.optional(line),
  checkedOn: z.optional(plainDate),
});
export type Credential = z.infer<typeof Credential>;

/** What somebody said. `source` and `date` are required: reviews without them may not be shown (DMCC Act 2024). */
export const Testimonial = z.object({
  quote: text,
  author: line,
  area: z.optional(line),
  source: line,
  date: plainDate,
});
export type Testimonial = z.infer<typeof Testimonial>;

/** An average out of five, with where and when it was taken. */
export const Rating = z.object({
  value: z.number().check(z.gte(0), z.lte(5)),
  count,
  source: line,
  date: plainDate,
});
export type Rating = z.infer<typeof Rating>;

/** Something a practitioner knows well, worded as how it feels or who it is for, never as a condition treated. */
export const Specialism = z.object({ id, name: line });
export type Specialism = z.infer<typeof Specialism>;

/** Who gives the treatment. The visitor reads "therapist". */
export const Practitioner = z.object({
  id,
  name: line,
  headline: z.optional(line),
  about: z.optional(text),
  photo: z.optional(Photo),
  /** The practitioner's own page. */
  url: z.optional(link),
  timeZone,
  languages: list(languageTag, 30),
  specialisms: list(Specialism, 30),
  credentials: list(Credential, 20),
  /** Skills that screening may ask for, for example `pregnancy`. */
  skills: list(id, 50),
  /** Lightest and firmest pressure offered, 1 to 5. */
  pressure: z.optional(z.object({ from: z.int().check(z.gte(1), z.lte(5)), to: z.int().check(z.gte(1), z.lte(5)) })),
  /** Forms as this practitioner asks them: where a service names one of these, this version of it holds. */
  intakeForms: z.optional(list(z.object({ id, version: id }), 20)),
  places: list(PlaceOffer, 10),
  serviceIds: list(id, 200),
  testimonials: list(Testimonial, 50),
  rating: z.optional(Rating),
  /** Only where the business lets clients choose by it. */
  gender: z.optional(openEnum(['female', 'male', 'non-binary'])),
  /** They pay to stand where they stand in the business's own order; lists label it. */
  paidPlacement: z.optional(z.boolean()),
});
export type Practitioner = z.infer<typeof Practitioner>;
