/**
 * A random key of 128 bits for one intent. `crypto.randomUUID` is missing on plain-http pages, `getRandomValues` is not.
 * Unguessable, because whoever knows the key of a booking can find the booking.
 */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
