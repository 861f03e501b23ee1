import * as z from 'zod/mini';
import { count, link } from './schema.js';
import { Business } from './business.js';
import { Capabilities } from './capabilities.js';

/** The path every compatible backend answers at, below its origin or base path (RFC 8615). */
export const DISCOVERY_PATH = '/.well-known/knead-booking';

/** What a backend says of itself. */
export const Discovery = z.object({
  api: z.literal('knead-booking'),
  /** The major version; it is also part of `baseUrl`. */
  version: z.literal('1'),
  /** What the paths of the contract are appended to, for example `https://booking.example/v1`. */
  baseUrl: link,
  business: Business,
  capabilities: Capabilities,
  limits: z.object({
    holdSeconds: count,
    /** Practitioners per availability call. */
    practitioners: count,
    /** Calendar days per availability call. */
    days: count,
    horizonDays: count,
  }),
});
export type Discovery = z.infer<typeof Discovery>;
