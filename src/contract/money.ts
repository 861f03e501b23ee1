import * as z from 'zod/mini';
import { line, list } from './schema.js';

/** An amount in the currency's minor unit (pence), with its ISO 4217 code. */
export const Money = z.object({
  amount: z.int().check(z.gte(0), z.lte(100_000_000)),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
});
export type Money = z.infer<typeof Money>;

/** One line of a price, for example the treatment, a paired treatment or the travel fee. */
export const PriceLine = z.object({
  kind: z.enum(['service', 'add-on', 'travel', 'fee']),
  label: line,
  amount: Money,
});
export type PriceLine = z.infer<typeof PriceLine>;

/** What a session costs. `total` is the sum of `lines`: the server prices, elements only add up to show it. */
export const Price = z.object({ total: Money, lines: list(PriceLine, 50) });
export type Price = z.infer<typeof Price>;
