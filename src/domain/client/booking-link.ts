/** What opens a booking. */
export interface BookingLink {
  id: string;
  token: string;
}

/** Printable characters only: a token travels in a header. */
const TOKEN = /^[!-~]{16,500}$/;

/**
 * The booking that a link in a mail names, `#knead=<id>.<token>`, or null where the fragment names none. Ids may hold dots,
 * tokens do not; what must not stand in a fragment is percent-encoded. Only read: the address is left as it is.
 */
export function linkFromFragment(fragment: string): BookingLink | null {
  const [, named = ''] = /(?:^#|&)knead=([^&]*)/.exec(fragment) ?? [];
  const dot = named.lastIndexOf('.');
  try {
    return linkOf(decodeURIComponent(named.slice(0, Math.max(dot, 0))), decodeURIComponent(named.slice(dot + 1)));
  } catch {
    return null;
  }
}

/** Id and token, or null where either cannot be one. */
export function linkOf(id: string | null, token: string | null): BookingLink | null {
  return id && id.length <= 200 && token && TOKEN.test(token) ? { id, token } : null;
}
