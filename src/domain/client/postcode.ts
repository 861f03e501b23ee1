/** What was found in something typed as a United Kingdom postcode. */
export type Postcode =
  /** A whole postcode, spaced as Royal Mail does, with its outward code. */
  | { kind: 'full'; postcode: string; outwardCode: string }
  /** Only the first half. */
  | { kind: 'outward'; outwardCode: string }
  /** The start of one, such as `SE`. */
  | { kind: 'partial' }
  | { kind: 'empty' }
  | { kind: 'invalid' };

const OUTWARD = /^[A-Z]{1,2}\d[A-Z\d]?$/;
const INWARD = /^\d[ABD-HJLNP-UW-Z]{2}$/;

/** Reads a postcode in any case, spacing and punctuation: " e1-6an " is E1 6AN. */
export function parsePostcode(typed: string): Postcode {
  const code = typed.toUpperCase().replace(/[^A-Z\d]/g, '');
  if (code === '') return { kind: 'empty' };
  const outward = code.slice(0, -3);
  if (OUTWARD.test(outward) && INWARD.test(code.slice(-3))) {
    return { kind: 'full', postcode: `${outward} ${code.slice(-3)}`, outwardCode: outward };
  }
  if (OUTWARD.test(code)) return { kind: 'outward', outwardCode: code };
  return /^[A-Z]{1,2}$/.test(code) ? { kind: 'partial' } : { kind: 'invalid' };
}
