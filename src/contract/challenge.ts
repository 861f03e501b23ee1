import * as z from 'zod/mini';
import { id, instant, link } from './schema.js';

/**
 * What comes with `challenge-required`: a page of the backend's own on which a person shows that they are one. Once they
 * have, the same request is sent again, with the same key and `challengeId`.
 */
export const Challenge = z.object({ id, url: link, expiresAt: instant });
export type Challenge = z.infer<typeof Challenge>;
