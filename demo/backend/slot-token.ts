/**
 * The opaque token of a slot. This backend checks every start again when it is held or booked, so the token proves
 * nothing; it only lets a token sent with another start be noticed.
 */
export function slotToken(start: number): string {
  return `s1.${(start / 1000).toString(36)}`;
}

/** The start a token was made for, in milliseconds, or NaN for anything else. */
export function slotTokenStart(token: string): number {
  const start = Number.parseInt(token.slice(3), 36) * 1000;
  return slotToken(start) === token ? start : Number.NaN;
}
