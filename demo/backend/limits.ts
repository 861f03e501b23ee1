/** What the backend allows, announced in discovery where a client should know. */

/** How long a hold lasts before it is extended. */
export const HOLD_SECONDS = 900;

/** How long a hold can last in all, from when it was made. */
export const HOLD_SECONDS_IN_ALL = 3600;

/** Practitioners one availability call may name. */
export const AVAILABILITY_PRACTITIONERS = 25;

/** Calendar days one availability call may cover, both ends included. */
export const AVAILABILITY_DAYS = 31;

/** Largest request body, in bytes. */
export const BODY_BYTES = 64 * 1024;

/** How long the answer to an idempotency key is kept, in days. */
export const KEY_DAYS = 30;
