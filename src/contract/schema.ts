import * as z from 'zod/mini';

/**
 * The scalars every noun of the contract is built from, with the caps that make a backend safe to read: a backend is
 * untrusted input, so no string and no list is unbounded. `zod/mini` never compiles validators with `new Function`, so
 * parsing is silent under a strict Content-Security-Policy.
 */

/** Opaque identifier chosen by the backend. Compare for equality only. */
export const id = z.string().check(z.minLength(1), z.maxLength(200));

/** One line of text: names, labels. */
export const line = z.string().check(z.minLength(1), z.maxLength(300));

/** A paragraph or several. Never HTML: elements bind it as text. */
export const text = z.string().check(z.maxLength(5000));

/** An instant as RFC 3339 with `Z` or an offset, for example `2026-10-14T10:00:00Z`. */
export const instant = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/));

/** Wall time with its offset, for example `2026-10-14T11:00:00+01:00`: what a clock on the venue's wall shows. */
export const localTime = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?[+-]\d\d:\d\d$/));

/** A calendar date, `YYYY-MM-DD`. */
export const plainDate = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));

/** An IANA time zone name. Whether this runtime knows it is found out where it is used. */
export const timeZone = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9_+\-/]{0,99}$/));

/** A BCP 47 language tag. */
export const languageTag = z.string().check(z.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/));

/** The first half of a United Kingdom postcode, upper case, for example `E1` or `SW1A`. */
export const outwardCode = z.string().check(z.regex(/^[A-Z]{1,2}\d[A-Z\d]?$/));

/** `https:` only; `http:` is let through for loopback hosts so that a demo can run. */
export const link = z.string().check(
  z.maxLength(2000),
  z.refine((value) => {
    // URL and not a pattern: only the parser sees through ` java\nscript:`.
    let url: URL;
    try {
      url = new URL(value);
    } catch {
      return false;
    }
    return (
      url.protocol === 'https:' || (url.protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname))
    );
  }, 'a link must be https:'),
);

/** A whole number of minutes, at most a day. */
export const minutes = z.int().check(z.gte(0), z.lte(1440));

/** A count with an upper bound that no honest backend reaches. */
export const count = z.int().check(z.gte(0), z.lte(1_000_000));

/** A list of at most `max` items. */
export function list<Item extends z.core.SomeType>(item: Item, max = 200): z.ZodMiniArray<Item> {
  return z.array(item).check(z.maxLength(max)) as z.ZodMiniArray<Item>;
}

/**
 * An enumeration that may grow: a member this version does not know reads as `other`, so an older widget stays usable
 * with a newer backend.
 */
export function openEnum<const Members extends readonly [string, ...string[]]>(
  members: Members,
): z.ZodMiniCatch<z.ZodMiniEnum<{ [Member in Members[number] | 'other']: Member }>> {
  // Piped from a string, because `catch` alone would read an absent member, or a number, as `other` too.
  return z.pipe(z.string(), z.catch(z.enum([...members, 'other']), 'other')) as never;
}
